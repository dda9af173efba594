"""The figures behind the findings of a round, with a legend in plain words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import Look
from mops_tui.tui.charts.text import fits
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _
from mops_tui.words.results.statistics import statistics, statistics_legend
from mops_tui.words.safe import cells, safe

NAME = 40
"""The most cells of a name beside its figures."""
LEAST = 24
"""Figures with less room than this stand on a line of their own."""


class StatisticsScreen(Dialog[None]):
    """Of the question in view, for who wants them."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,S,space,enter", "dismiss", _("Close")),
        Binding("up", "roll(-3)", show=False),
        Binding("down", "roll(3)", show=False),
        Binding("pageup", "roll(-10)", show=False),
        Binding("pagedown", "roll(10)", show=False),
    ]

    def __init__(self, state: VisibleState, round_number: int = 0) -> None:
        """Take what may be seen, and the round of the question in view; 0 is the latest."""
        super().__init__()
        self._rows: tuple[tuple[str, str], ...] = ()
        self._about = ""
        self._policy = state.policy
        question = state.question(state.view.name)
        shown = result(state, state.view.name, round_number or None)
        if question is not None and shown is not None:
            self._rows = statistics(state, shown)
            self._about = _("{title}, round {n}").format(title=question.title, n=shown.round)

    def compose(self) -> ComposeResult:
        """What they are about, a row a figure, and what they mean."""
        with VerticalScroll(classes="dialog statistics", id="statistics", can_focus=False) as box:
            box.border_title = Content(_("Statistics"))
            box.border_subtitle = Content(_("↑↓ scroll · Esc closes"))
            yield Static(id="statistics-text")

    def on_mount(self) -> None:
        """Fill it."""
        self._fill(self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Lay the rows out for the width."""
        self._fill(event.size.width)

    def _fill(self, terminal: int) -> None:
        width = max(40, min(110, terminal * 92 // 100) - 8)
        text = statistics_lines(self._about, self._rows, width, self._policy)
        self.query_one("#statistics-text", Static).update(text)

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one("#statistics").scroll_relative(y=by, animate=False)


def is_revealed(state: VisibleState, look: Look) -> bool:
    """Whether the place in view is a round that is revealed: only that one has figures."""
    rounds = state.rounds.get(state.view.name, ()) if state.view.of == "question" else ()
    return bool(rounds) and rounds[look.round - 1].phase == "revealed"


def statistics_lines(
    about: str, rows: tuple[tuple[str, str], ...], width: int, policy: Policy
) -> Content:
    """The figures in so many cells, over their legend."""
    lines = [Content.styled(safe(about), "bold $accent"), Content("")]
    if not rows:
        words = _("There are no figures to give: they take three answers or more.")
        return Content("\n").join([*lines, Content(words)])
    name = min(NAME, width - LEAST, max(cells(safe(what)) for what, _figures in rows))
    for what, figures in rows:
        if fits(what, name, 1):
            sign = safe(what) + " " * (name - cells(safe(what)) + 2)
            lines.append(hanging(sign, figures, width, mark="bold"))
        else:
            lines.append(hanging("", what, width, style="bold"))
            lines.append(hanging("    ", figures, width))
    legend = statistics_legend(
        majority=policy.majority, agreement=policy.agreement, quorum=policy.quorum
    )
    explained = hanging("", judged(legend, policy), width, style="$text-muted")
    return Content("\n").join([*lines, Content(""), explained])
