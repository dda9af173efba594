"""The progress screen: calibration of confidence, strengths by theme, days of practice."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.sources.practice.calibration import Band
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.strengths import Strength
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

SPAN = 30
"""Cells of a bar from 0 to 100 per cent."""
PLOT = (46, 11)
"""Columns and rows of the picture below the bars."""
LEAST_POINTS, LEAST_ANSWERS = 2, 3
"""A picture takes so many bands, each with so many answers."""
STYLES = {"accent": "bold $accent", "axis": "$foreground 45%", "muted": "$text-muted"}
"""The picture's roles as colours."""


class ProgressScreen(MopsScreen[None]):
    """Shows the progress on one page that scrolls."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,space,enter", "dismiss", _("Back"))]

    def __init__(self, progress: Progress, library: Library, done: str = "") -> None:
        """Take what the answers add up to, the packs for the personas' names, and a first line."""
        super().__init__()
        self._progress = progress
        self._done = done
        grids = [grid for s in library.scenarios.values() for grid in s.grids]
        self._personas = {q.id: q.name for grid in grids for q in grid.quadrants}

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="progress", classes="page"):
            if self._done:
                yield Static(Content.styled(self._done, "bold $success"), id="progress-done")
            yield Static(progress_lines(self._progress, self._personas))
            points = calibration_points(self._progress)
            if len(points) >= LEAST_POINTS:
                title = _("How sure (from left to right), and how right (from below)")
                yield Static(Content.styled(title, "bold $accent"), classes="heading")
                yield Static(calibration_lines(points), id="calibration")
        yield Footer()


def calibration_points(progress: Progress) -> list[tuple[float, float]]:
    """How sure and how right, in per cent, of each band with enough answers."""
    return [
        (band.mean_confidence, 100 * band.right / band.n)
        for band in progress.calibration
        if band.n >= LEAST_ANSWERS
    ]


def calibration_lines(points: list[tuple[float, float]]) -> Content:
    """The picture as text, and what it shows."""
    from mops_tui.tui.charts.calibration import draw_calibration

    canvas = draw_calibration(points, *PLOT)
    lines = [
        Content.assemble(*((text, STYLES.get(role, "")) for text, role, _ground in canvas.runs(y)))
        for y in range(canvas.height)
    ]
    caption = _("● a group of your answers. Below the line: you were too sure.")
    return Content("\n").join([*lines, Content.styled(caption, "$text-muted"), Content("")])


def progress_lines(progress: Progress, personas: dict[str, str]) -> Content:
    """The whole progress as text: the screen shows it, and `mops-tui progress` prints it."""
    n = len(progress.answers)
    if not n:
        return Content(_("No card is answered yet. Seven cards take five minutes."))
    counted = ngettext("{n} card answered", "{n} cards answered", n).format(n=n)
    lines = [Content.styled(_("How sure, and how right"), "bold $accent")]
    lines.append(
        Content.styled(
            _("The bar: how often you chose what is advised. │: how sure you said you were."), "dim"
        )
    )
    lines += [_band(band) for band in progress.calibration]
    lines += [Content.styled(counted, "$text-muted"), Content("")]
    for title, by, names in (
        (_("By practice"), "practice", {}),
        (_("By persona"), "persona", personas),
    ):
        strengths = progress.strengths(by)
        if strengths:
            lines.append(Content.styled(title, "bold $accent"))
            lines += [_strength(one, names) for one in strengths]
            lines.append(Content(""))
    return Content("\n").join(lines)


def _band(band: Band) -> Content:
    label = f"{band.low:>3}–{band.high:<3} %"
    if not band.n:
        return Content.assemble(
            f"  {label}  ", ("·" * SPAN, "$text-muted"), ("  n 0", "$text-muted")
        )
    share = band.right / band.n
    named_at = round(band.mean_confidence / 100 * (SPAN - 1))
    full = round(share * SPAN)
    cells: list[tuple[str, str]] = []
    for x in range(SPAN):
        if x == named_at:
            cells.append(("│", "bold $warning"))
        else:
            cells.append(("█", "$primary") if x < full else ("·", "$text-muted"))
    figures = _("{share} % right, n {n}").format(share=round(share * 100), n=band.n)
    return Content.assemble(f"  {label}  ", *cells, f"  {figures}")


def _strength(one: Strength, names: dict[str, str]) -> Content:
    name = safe(names.get(one.name, one.name.replace("-", " ").capitalize()), 20)
    full = round(one.right / one.n * SPAN)
    fair = round(one.fair / one.n * SPAN)
    unfilled = SPAN - full - fair
    figures = _("{right} of {n} advised").format(right=one.right, n=one.n)
    return Content.assemble(
        f"  {name:<20} ",
        ("█" * full, "$success"),
        ("▒" * fair, "$warning"),
        ("·" * unfilled, "$text-muted"),
        f"  {figures}",
    )
