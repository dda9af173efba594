"""Picking the sessions that are to be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.ticks import TickList
from mops_tui.words.comparison.sessions import are_then_and_now
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe


class PickScreen(Dialog[tuple[Path, ...]]):
    """Tick two or more sessions."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False)]

    def __init__(self, summaries: Sequence[SessionSummary], ticked: Path | None) -> None:
        """Take the sessions, and the one that was selected."""
        super().__init__()
        self._summaries = {str(summary.path): summary for summary in summaries}
        self._ticked = str(ticked)

    def compose(self) -> ComposeResult:
        """The list."""
        rows = [
            (
                key,
                Content(f"{summary.opened:%Y-%m-%d %H:%M}  {_named(summary)}"),
                key == self._ticked,
            )
            for key, summary in self._summaries.items()
        ]
        with Vertical(classes="dialog") as box:
            box.border_title = Content(_("Compare"))
            yield Static(classes="dialog-text", id="pick-text")
            yield TickList(rows, id="pick-list")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(TickList).focus()
        self._say()

    def on_tick_list_changed(self) -> None:
        """Say which of the ticked is then, and which is now."""
        self._say()

    def _say(self) -> None:
        text = _("Tick two or more with the space bar. Enter lays them side by side.")
        picked = [self._summaries[key].opened for key in self.query_one(TickList).ticked]
        if len(picked) > 1:
            words = ngettext(
                "Then {first} → now {last}. Enter compares them.",
                "First {first} → last {last}, {n} sessions. Enter compares them.",
                len(picked) - 1,
            )
            if len(picked) == 2 and not are_then_and_now(picked):
                words = _("First {first} → second {last}. Enter compares them.")
            shape = "%Y-%m-%d %H:%M"
            first, last = (one.strftime(shape) for one in (min(picked), max(picked)))
            text = words.format(first=first, last=last, n=len(picked))
        self.query_one("#pick-text", Static).update(Content(text))

    def on_tick_list_go_on(self) -> None:
        """Return the ticked sessions, if there are two or more."""
        picked = self.query_one(TickList).ticked
        if len(picked) < 2:
            help_text = _("Tick two or more first.")
            self.query_one("#pick-text", Static).update(Content.styled(help_text, "$warning"))
            return
        self.dismiss(tuple(self._summaries[key].path for key in picked))


def _named(summary: SessionSummary) -> str:
    """A session by its title, with what sets it apart from a live one."""
    title = safe(summary.title, 44)
    kind = {"rehearsal": _("rehearsal"), "practice": _("practice")}.get(summary.session, "")
    return f"{title} ({kind})" if kind else title
