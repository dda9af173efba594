"""How they came to it: votes, what moved, verdicts and decisions, on one page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.sources.replay import Player
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import hanging, wrapped
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.top_bar import clock, rehearsal_mark
from mops_tui.words.i18n import _
from mops_tui.words.results.course import account as words
from mops_tui.words.results.course.account import Entry, EntryKind
from mops_tui.words.safe import safe

LABEL = 14
"""Cells of the labels before the sentences."""
NARROWEST = 40
STYLES: dict[EntryKind, tuple[str, str]] = {
    "vote": ("$text-muted", ""),
    "moved": ("$secondary", "$secondary"),
    "verdict": ("$text-muted", "bold"),
    "decision": ("bold $success", "bold $success"),
    "about": ("$text-muted", "$text-muted"),
    "missing": ("$text-muted", "$warning"),
}
"""How the label and the text of an entry are drawn."""


class AccountScreen(Dialog[None]):
    """As far as the replay stands, or the whole session; it says which."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,h,q", "dismiss", _("Close"), show=False),
        Binding("tab", "turn", _("Whole session"), show=False),
        *PAGE_KEYS,
    ]

    def __init__(self, player: Player, *, goes_on: bool = False) -> None:
        """Take where the replay stands: the page stays at that moment.

        Args:
            player: Where the replay stands.
            goes_on: The session is being run: its end is not the end of the story.
        """
        super().__init__()
        timeline = player.timeline
        self._so_far = visible(timeline.state(player.index), "room")
        self._all = visible(timeline.state(len(timeline.events)), "room")
        self._at, self._length = player.at, timeline.length
        self._goes_on = goes_on
        self._whole = player.ended and not goes_on
        self._only_one = player.ended

    def compose(self) -> ComposeResult:
        """What it tells of, and the page."""
        with Vertical(classes="dialog tall", id="account") as box:
            box.border_title = Content(_("How they decided"))
            yield Static(id="account-words")
            with Page(id="account-page"):
                yield Static(id="account-lines")

    def on_mount(self) -> None:
        """Fill it once it is laid out."""
        self.call_after_refresh(self._fill)

    def on_resize(self) -> None:
        """Wrap the sentences anew."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        state = self._all if self._whole else self._so_far
        keys = _("Tab: the whole session · ↑ ↓ scroll · Esc closes")
        if self._only_one:
            keys = _("↑ ↓ scroll · Esc closes")
        elif self._whole:
            keys = _("Tab: up to the moment · ↑ ↓ scroll · Esc closes")
        self.query_one("#account").border_subtitle = Content(keys)
        about = _("The whole session, to its end.")
        if self._goes_on:
            about = _("Everything so far: this session is still being run.")
        if not self._whole:
            about = _("Up to {at} of {length}: what came later is not told here.")
            about = about.format(at=clock(self._at), length=clock(self._length))
        if self._goes_on and not self._whole:
            about = _("So far: this session is still being run.")
        said = Content.assemble(rehearsal_mark(state), (about, "$text-muted"))
        self.query_one("#account-words", Static).update(said)
        page = self.query_one("#account-page", Page)
        width = max(NARROWEST, page.scrollable_content_region.width - 1)
        lines = account_lines(state, width, whole=self._whole and not self._goes_on)
        self.query_one("#account-lines", Static).update(lines)

    def action_turn(self) -> None:
        """The whole session, or up to the moment where the replay stands."""
        if not self._only_one:
            self._whole = not self._whole
            self.query_one("#account-page", Page).scroll_home(animate=False)
            self._fill()

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one("#account-page", Page).scroll_relative(y=by, animate=False)


def account_lines(state: VisibleState, width: int, *, whole: bool) -> Content:
    """The account as text in lines of a width."""
    blocks: list[Content] = []
    for scenario in words.account(state, whole=whole):
        blocks.append(_heading(f"◆ {scenario.title}", width, "bold $accent"))
        for question in scenario.questions:
            lines = [_heading(question.title, width - 2, "bold $primary", "  ")]
            lines += [_entry(entry, width) for entry in question.entries]
            blocks.append(Content("\n").join(lines))
        if scenario.entries:
            blocks.append(Content("\n").join(_entry(entry, width) for entry in scenario.entries))
    if not blocks:
        nothing = _("Nothing was voted on.") if whole else _("Nothing was voted on by this moment.")
        blocks.append(Content.styled(nothing, "$text-muted"))
    if whole:
        for sentence in (words.not_reached(state), words.ending(state)):
            if sentence:
                blocks.append(_heading(sentence, width, "$warning"))
    return Content("\n\n").join(blocks)


def _heading(text: str, width: int, style: str, indent: str = "") -> Content:
    lines = wrapped(safe(text), width)
    return Content.styled("\n".join(indent + line for line in lines), style)


def _entry(entry: Entry, width: int) -> Content:
    mark, style = STYLES[entry.kind]
    sign = "✓ " if entry.kind == "decision" else "  "
    label = f"  {sign}{entry.label:<{LABEL}}"
    return hanging(label, entry.text, width, mark=mark, style=style, keep=True)
