"""The progress screen: what one learns of one's judgement, what came back, strengths, days."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.said import SaidStep
from mops_tui.sources.practice.judging.strengths import Strength
from mops_tui.sources.practice.progress import Progress
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.practice.keys import KeyLines, page_keys
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.words.alone.judgement import (
    about_judgement,
    anew_words,
    brier_words,
    grounds,
    learnt_words,
    missed_words,
    rate_words,
    reach_words,
    step_name,
    surer_words,
)
from mops_tui.words.alone.predicting import average_words
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

SPAN = 20
"""Cells of a bar from 0 to 100 per cent."""
NAMED = 12
"""Cells of the name of a step."""
PLOT = (46, 11)
"""Columns and rows of the picture below the bars."""
STYLES = {"accent": "bold $accent", "axis": "$foreground 45%", "muted": "$text-muted"}
"""The picture's roles as colours."""
TITLE = "bold $accent"


class ProgressScreen(MopsScreen[None]):
    """Shows the progress on one page that scrolls."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,space,enter", "dismiss", _("Back")),
        *PAGE_KEYS,
    ]

    def __init__(self, progress: Progress, library: Library, done: str = "") -> None:
        """Take what the answers add up to, the packs for the personas' names, and a first line."""
        super().__init__()
        self._progress = progress
        self._done = done
        grids = [grid for s in library.scenarios.values() for grid in s.grids]
        self._personas = {q.id: q.name for grid in grids for q in grid.quadrants}

    def own_keys(self) -> KeyLines:
        """The keys of a page."""
        return page_keys()

    def compose(self) -> ComposeResult:
        """The page."""
        with Page(id="progress", classes="page"):
            if self._done:
                yield Static(Content.styled(self._done, "bold $success"), id="progress-done")
            yield Static(progress_lines(self._progress, self._personas))
        yield Footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolling works where there is more of the page."""
        if action == "roll":
            return self.query_one(Page).rolls(parameters)
        return super().check_action(action, parameters)

    def action_roll(self, by: int) -> None:
        """Scroll the page; the footer says whether there is more."""
        self.query_one(Page).scroll_relative(y=by, animate=False)


def progress_lines(progress: Progress, personas: dict[str, str]) -> Content:
    """The whole progress as text: the screen shows it, and `mops-tui progress` prints it."""
    if not progress.answers:
        few = Content(_("No card is answered yet. Seven cards take five minutes."))
        predicted = _predicted(progress)
        return Content("\n").join([few, Content(""), *predicted]) if predicted else few
    lines = [*_judgement(progress), *_came_back(progress), *_predicted(progress)]
    for title, by, names in (
        (_("By subject, as you answered each card last"), "practice", {}),
        (_("By persona, as you answered each card last"), "persona", personas),
    ):
        strengths = progress.strengths(by)
        if strengths:
            lines.append(Content.styled(title, TITLE))
            legend = _("█ advised   ▒ defensible   · unwise")
            lines.append(Content.styled(legend, "$text-muted"))
            lines += [_strength(one, names) for one in strengths]
            lines.append(Content(""))
    return Content("\n").join(lines)


def _judgement(progress: Progress) -> list[Content]:
    """What is learnt of one's own judgement first, then what it rests on."""
    calibration, missed = progress.calibration, progress.missed
    telling = calibration.telling
    lines = [Content.styled(about_judgement(telling), "bold")]
    undone = anew_words(progress.anew)
    if telling.kind == "few":
        return [*lines, *_muted(undone), Content("")]
    lines += _muted(grounds(telling), reach_words(telling), undone)
    where = missed_words(missed, _theme_name(missed[0].name) if missed else "")
    lines += [Content(words) for words in (surer_words(calibration), where) if words]
    lines += [Content(""), Content.styled(_("How sure, and how right, at first sight"), TITLE)]
    legend = _("│ how sure you said you were")
    if any(step.enough for step in calibration.steps):
        legend = _("█ how often your answer was advised   │ how sure you said you were")
        legend += "\n" + _("In brackets: how often it may be in the long run. n: how many answers.")
    lines.append(Content.styled(legend, "$text-muted"))
    lines += [_step(step) for step in calibration.steps]
    lines += [Content.styled(words, "$text-muted") for words in brier_words(calibration)]
    return [*lines, Content(""), *_picture(calibration)]


def _muted(*lines: str) -> list[Content]:
    """Lines that are something, beside what is said first."""
    return [Content.styled(line, "$text-muted") for line in lines if line]


def _picture(calibration: Calibration) -> list[Content]:
    """The steps that have a rate, beside the line where sure is right; nothing where none has."""
    told = [step for step in calibration.steps if step.enough]
    if not told:
        return []
    from mops_tui.tui.charts.calibration import CalibrationDot, draw_calibration

    caption = _("● answers of a step, and how many. Below the line: you were too sure.")
    dots = [CalibrationDot(step.said, step.share, step.n) for step in told]
    canvas = draw_calibration(dots, *PLOT)
    title = _("How sure (from left to right), and how right (from below)")
    rows = [
        Content.assemble(*((text, STYLES.get(role, "")) for text, role, _ground in canvas.runs(y)))
        for y in range(canvas.height)
    ]
    return [
        Content.styled(title, TITLE),
        *rows,
        Content.styled(caption, "$text-muted"),
        Content(""),
    ]


def _step(step: SaidStep) -> Content:
    said_at = round(step.said / 100 * (SPAN - 1))
    full = round(step.right / step.n * SPAN) if step.enough else 0
    cells: list[tuple[str, str]] = []
    for x in range(SPAN):
        if x == said_at:
            cells.append(("│", "bold $warning"))
        else:
            cells.append(("█", "$primary") if x < full else ("·", "$text-muted"))
    return Content.assemble(f"  {step_name(step):>{NAMED}}  ", *cells, f"  {rate_words(step)}")


def _came_back(progress: Progress) -> list[Content]:
    """What was learnt: cards that were answered again, apart from the first sights."""
    words = learnt_words(progress.learnt)
    if not words:
        return []
    lines = [Content.styled(one, "$text-muted") for one in words[1:]]
    return [
        Content.styled(_("Cards that came back"), TITLE), Content(words[0]), *lines, Content(""),
    ]  # fmt: skip


def _predicted(progress: Progress) -> list[Content]:
    """How well rooms of one's own were predicted."""
    told = average_words(progress.predicted)
    if not told:
        return []
    lines = [Content(words) for words in told]
    return [Content.styled(_("Predicting the room"), TITLE), *lines, Content("")]


def _theme_name(name: str) -> str:
    return safe(name.replace("-", " "), 20)


def _strength(one: Strength, names: dict[str, str]) -> Content:
    name = safe(names.get(one.name, one.name.replace("-", " ").capitalize()), 20)
    full = round(one.right / one.n * SPAN)
    fair = round(one.fair / one.n * SPAN)
    unfilled = SPAN - full - fair
    figures = _("{right} of {n} as advised").format(right=one.right, n=one.n)
    return Content.assemble(
        f"  {name:<20} ",
        ("█" * full, "$success"),
        ("▒" * fair, "$warning"),
        ("·" * unfilled, "$text-muted"),
        f"  {figures}",
    )
