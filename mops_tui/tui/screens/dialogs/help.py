"""The help screen: all keys, from the registry of actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.tui.door import Dialog
from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _


def group_names() -> dict[str, str]:
    """The groups of actions, as headings, in the order shown."""
    return {
        "room": _("In the workshop"),
        "timer": _("Time"),
        "write": _("Write down"),
        "rehearsal": _("In a rehearsal"),
        "replay": _("In a replay"),
        "compare": _("In a comparison"),
        "home": _("At home"),
        "everywhere": _("Everywhere"),
    }


class HelpScreen(Dialog[None]):
    """The key table."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter,space", "dismiss", "Close", show=False)
    ]

    def __init__(self, remapped: Mapping[str, str], first: tuple[str, ...] = ()) -> None:
        """Take the keys that the user has changed, by action id, and the groups to begin with."""
        super().__init__()
        self._remapped = remapped
        self._first = first

    def compose(self) -> ComposeResult:
        """One table a group."""
        with VerticalScroll(classes="dialog", id="help") as box:
            box.border_title = Content(_("Keys"))
            box.border_subtitle = Content(_("Esc closes"))
            names = group_names()
            for group in dict.fromkeys((*self._first, *names)):
                name = names[group]
                yield Static(Content.styled(name, "bold $accent"), classes="heading")
                yield Static(self._table(group))
            words = _(
                "Ballots: arrows move, digits choose, Enter hands it in, p passes (ideas: F3)."
            )
            yield Static(Content.styled(words, "$text-muted"), classes="heading")
            words = _("Ctrl+P opens the palette, where every action can be found by its name.")
            yield Static(Content.styled(words, "$text-muted"))

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#help").focus()

    def _table(self, group: str) -> Content:
        lines = []
        for action in actions(group):
            keys = key_words(self._remapped.get(action.id, action.keys))
            lines.append(hanging(f"{keys:>15}  ", action.help, 68, mark="bold $primary"))
        return Content("\n").join(lines)
