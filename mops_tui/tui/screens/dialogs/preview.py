"""A list of people before it is taken: who, with which role, and what was left out."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.people.roster import RosterReading
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.rosters import counted, why_left_out
from mops_tui.words.safe import cells, safe

WIDTH = 32
"""Cells for a name; a longer one moves its role."""


class PreviewScreen(Dialog[bool]):
    """Enter takes the people, Esc goes back to the text; nothing is kept before."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f2", "dismiss(True)", _("Take them")),
        Binding("escape", "dismiss(False)", _("Back to the text")),
    ]

    def __init__(self, reading: RosterReading, note: str = "") -> None:
        """Take what was read, and what becomes of it in this room, if that is to be said."""
        super().__init__()
        self._reading = reading
        self._note = note

    def compose(self) -> ComposeResult:
        """People, then what was left out; the arrows scroll."""
        with VerticalScroll(classes="dialog", id="people-preview") as box:
            box.border_title = Content(_("Who is here"))
            keys = _("Enter: take them · Esc: back to the text · ↑↓")
            if not self._reading.people:
                keys = _("Enter: go on without a list · Esc: back to the text · ↑↓")
            box.border_subtitle = Content(keys)
            yield Static(self._people(), id="preview-people")
            if self._reading.left_out:
                yield Static(self._left_out(), id="preview-left-out")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#people-preview").focus()

    def _people(self) -> Content:
        people = self._reading.people
        lines = [Content.styled(counted(len(people)), "bold")]
        if self._note:
            lines.append(Content.styled(self._note, "$text-muted"))
        lines.append(Content(""))
        for n, person in enumerate(people, 1):
            name = safe(person.name)
            gap = " " * max(2, WIDTH - cells(name))
            role = gap + safe(person.role) if person.role else ""
            lines.append(
                Content.assemble((f"{n:>3}  ", "$text-muted"), (name, "bold $primary"), role)
            )
        return Content("\n").join(lines)

    def _left_out(self) -> Content:
        left = self._reading.left_out
        head = ngettext("{n} line was left out:", "{n} lines were left out:", len(left))
        lines = [Content(""), Content.styled(head.format(n=len(left)), "bold $warning")]
        lines += [
            Content.assemble(f"     {safe(one.text, 40)}  ", (why_left_out(one), "$text-muted"))
            for one in left
        ]
        return Content("\n").join(lines)
