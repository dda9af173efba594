"""Sessions side by side: what changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.comparison.comparison import Comparison, compare
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.wording import Consent
from mops_tui.pictures.overlay import overlay_picture
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.replay.compared import grid_head, question_block, title
from mops_tui.tui.screens.replay.same import SameScreen, consents
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.decisions import (
    decided_line,
    decided_note,
    decided_text,
    decided_title,
    plan_changes,
)
from mops_tui.words.comparison.gaps import gap_lines, reworded
from mops_tui.words.comparison.headlines import changed_lines, unchanged_line
from mops_tui.words.comparison.sessions import (
    rehearsal_line,
    session_line,
    tag,
    then_and_now,
    thresholds_line,
    unread_lines,
)
from mops_tui.words.comparison.turns import turned_lines
from mops_tui.words.comparison.wordings import reworded_lines
from mops_tui.words.i18n import _

MARGIN = 6
"""Cells of a line that are not its own: the page's margins and the scroll bar."""


class CompareScreen(MopsScreen[None]):
    """One long page; the arrows scroll it. Which session is the earlier stays in sight."""

    CSS_PATH = LATE_STYLES
    KEY_GROUPS = ("compare", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", _("Back")),
        *bindings("compare"),
        Binding("home", "roll(-99999)", show=False),
        Binding("end", "roll(99999)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        *PAGE_KEYS,
    ]
    DEFAULT_CSS = """
    #compare-bar { height: 1; padding: 0 2; background: $primary 15%; text-style: bold; }
    #compare { padding: 1 2 0 2; height: 1fr; }
    #compare .overlay { height: 15; margin: 0 0 1 0; }
    #compare Static { height: auto; }
    .-high #compare .overlay { height: 25; }
    """

    def __init__(self, comparison: Comparison) -> None:
        """Take what was compared."""
        super().__init__()
        self._comparison = comparison

    def compose(self) -> ComposeResult:
        """Sessions, what came back, decisions, questions, grids, and what cannot be compared."""
        yield Static(id="compare-bar")
        with Page(id="compare"):
            yield Static(id="compare-head")
            yield Static(id="compare-questions")
            for number, shift in enumerate(self._comparison.grids):
                yield Static(id=f"grid-{number}")
                picture = overlay_picture(shift, self._tags, _labels(shift))
                view = PictureView(picture, id=f"overlay-{number}")
                view.add_class("overlay")
                yield view
            yield Static(id="compare-gaps")
        yield Footer()

    @property
    def _tags(self) -> list[str]:
        return [tag(index) for index in range(len(self._comparison.sessions))]

    def on_resize(self) -> None:
        """Lay the lines out for the width."""
        self._lay_out()

    def has_use_for(self, action: str) -> bool:
        """Ask which questions are the same only where some are worded otherwise."""
        return action != "same_question" or bool(consents(self._comparison))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is: more below, and questions that are worded otherwise."""
        if action == "roll" and parameters == (3,):
            return self.query_one(Page).has_more
        return self.has_use_for(action)

    def action_roll(self, rows: int) -> None:
        """Scroll the page."""
        self.query_one(Page).scroll_relative(y=rows, animate=False)

    def action_turn(self, pages: int) -> None:
        """Scroll by a page; its last line stays in sight."""
        page = self.query_one(Page)
        page.scroll_relative(y=pages * max(1, page.size.height - 1), animate=False)

    def action_same_question(self) -> None:
        """Ask which questions are the same, and compare once more."""
        self.app.push_screen(SameScreen(self._comparison), self._with_consent)

    def _with_consent(self, same: tuple[Consent, ...] | None) -> None:
        if same is not None and same != self._comparison.same:
            self._comparison = compare(*self._comparison.sessions, same=same)
            self._lay_out()
            self.refresh_bindings()

    def _lay_out(self) -> None:
        width = self.size.width - MARGIN
        found = self._comparison
        self.query_one("#compare-bar", Static).update(Content(then_and_now(found, width)))
        self.query_one("#compare-head", Static).update(_summary(found, width))
        blocks = [question_block(found, one, width) for one in found.questions]
        none = Content.styled(_("No question was answered in two of them."), "$warning")
        questions = Content("\n\n").join(blocks) if blocks else none
        self.query_one("#compare-questions", Static).update(Content.assemble(questions, "\n"))
        for number, shift in enumerate(found.grids):
            self.query_one(f"#grid-{number}", Static).update(grid_head(found, shift, width))
        self.query_one("#compare-gaps", Static).update(_gaps(found, width))


def _summary(comparison: Comparison, width: int) -> Content:
    lines = [title(_("Sessions side by side"))]
    every = range(len(comparison.sessions))
    lines += [hanging("", session_line(comparison, index), width) for index in every]
    warnings = [
        rehearsal_line(comparison),
        *unread_lines(comparison),
        thresholds_line(comparison),
    ]
    lines += [hanging("! ", w, width, mark="$warning", style="$warning") for w in warnings if w]
    lines += [Content(""), title(_("What changed most"))]
    changed = [*changed_lines(comparison), *turned_lines(comparison)]
    lines += [hanging("· ", line, width, mark="bold $primary") for line in changed]
    if not changed:
        nothing = unchanged_line(comparison) or _("Nothing can be compared.")
        lines.append(hanging("", nothing, width, style="$text-muted"))
    if comparison.returned:
        lines += [Content(""), title(_("Actions that came back"))]
        for one in comparison.returned:
            lines.append(hanging("↻ ", words.returned_text(one), width, mark="$warning"))
    return Content("\n").join([*lines, *_decisions(comparison, width), Content("")])


def _decisions(comparison: Comparison, width: int) -> list[Content]:
    if not comparison.decisions:
        return []
    lines = [Content(""), title(_("Decisions"))]
    lines.append(hanging("", decided_line(comparison), width, style="$text-muted"))
    for decided in comparison.decisions:
        style = "bold $primary" if decided.changed else "bold"
        name, note = decided_title(decided), decided_note(decided)
        lines.append(Content.assemble((name, style), ("  " + note, "$text-muted")))
        told: dict[str, list[str]] = {}
        for index in range(len(comparison.sessions)):
            told.setdefault(decided_text(decided, index), []).append(tag(index))
        for sentence, who in told.items():
            lines.append(hanging(f"  {', '.join(who)} ", sentence, width, mark="$text-muted"))
        lines += [hanging("  · ", change, width) for change in plan_changes(decided)]
    return lines


def _labels(shift: GridShift) -> dict[str, str]:
    return {mark.name: mark.name for mark in shift.standings[-1].marks if mark.name}


def _gaps(comparison: Comparison, width: int) -> Content:
    lines = [hanging("· ", line, width) for line in gap_lines(comparison)]
    for gap in reworded(comparison):
        first, *further = reworded_lines(gap)
        lines.append(hanging("· ", first, width))
        lines += [hanging("    ", line, width, style="$text-muted") for line in further]
    if consents(comparison) and reworded(comparison):
        lines.append(
            hanging(
                "  ", _("s compares a question that is worded differently."), width, style="bold"
            )
        )
    if not lines:
        return Content.styled(_("Everything could be compared."), "$text-muted")
    return Content("\n").join([title(_("What cannot be compared")), *lines])
