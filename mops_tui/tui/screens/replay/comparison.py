"""Sessions side by side: what changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from mops_tui.model.comparison.comparison import Comparison, MatchedQuestion, Row, question_of
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.pictures.overlay import overlay_picture
from mops_tui.tui.charts.text import fit
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.gaps import gap_lines
from mops_tui.words.comparison.trend import spark
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent
from mops_tui.words.safe import cells, safe

BAR = 12
"""Cells of a bar from 0 to 100 per cent, or of an axis from end to end."""
CHANGE = 11
"""Cells of the column that says how much."""
FIGURE = 6
"""Cells of the figure behind a bar."""
LEAST_LABEL = 20
"""A name with less room than this stands on a line of its own."""
MARGIN = 11
"""Cells of a row that are neither words nor figures: indents, gaps, the scroll bar."""


class CompareScreen(MopsScreen[None]):
    """One long page; the arrows scroll it."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss", _("Back"))]
    DEFAULT_CSS = """
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
        with VerticalScroll(id="compare"):
            yield Static(id="compare-head")
            yield Static(id="compare-questions")
            for number, shift in enumerate(self._comparison.grids):
                yield Static(_grid_head(shift))
                picture = overlay_picture(shift, self._tags, _labels(shift))
                view = PictureView(picture, id=f"overlay-{number}")
                view.add_class("overlay")
                yield view
            yield Static(id="compare-gaps")
        yield Footer()

    @property
    def _tags(self) -> list[str]:
        return [words.tag(index) for index in range(len(self._comparison.sessions))]

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#compare").focus()

    def on_resize(self, event: Resize) -> None:
        """Lay the lines out for the width."""
        width = event.size.width - MARGIN
        self.query_one("#compare-head", Static).update(_summary(self._comparison, width))
        blocks = [_question(self._comparison, one, width) for one in self._comparison.questions]
        none = Content.styled(_("No question was answered in two of them."), "$warning")
        questions = Content("\n\n").join(blocks) if blocks else none
        self.query_one("#compare-questions", Static).update(Content.assemble(questions, "\n"))
        self.query_one("#compare-gaps", Static).update(_gaps(self._comparison, width))


def _title(text: str) -> Content:
    return Content.styled(text, "bold $accent")


def _summary(comparison: Comparison, width: int) -> Content:
    lines = [_title(_("Sessions side by side"))]
    every = range(len(comparison.sessions))
    lines += [Content(words.session_line(comparison, index)) for index in every]
    warnings = [*words.unread_lines(comparison), words.thresholds_line(comparison)]
    lines += [Content.styled(warning, "$warning") for warning in warnings if warning]
    changed = words.changed_lines(comparison)
    if changed:
        lines += [Content(""), _title(_("What changed most"))]
        lines += [hanging("· ", line, width, mark="bold $primary") for line in changed]
    if comparison.returned:
        lines += [Content(""), _title(_("Actions that came back"))]
        for one in comparison.returned:
            lines.append(hanging("↻ ", words.returned_text(one), width, mark="$warning"))
    if comparison.decisions:
        lines += [Content(""), _title(_("Decisions"))]
        same = words.decided_line(comparison)
        lines += [Content.styled(same, "$text-muted")] if same else []
        for decided in comparison.decisions:
            style = "bold $primary" if decided.changed else "bold"
            lines.append(Content.styled(words.decided_title(decided), style))
            for index in every:
                sign = f"  {words.tag(index)} "
                sentence = words.decided_text(decided, index)
                lines.append(hanging(sign, sentence, width, mark="$text-muted"))
    return Content("\n").join([*lines, Content("")])


def _question(comparison: Comparison, one: MatchedQuestion, width: int) -> Content:
    question = question_of(comparison, one)
    assert question is not None
    workshop = comparison.sessions[one.sessions[0]].state.workshop
    lines = [_title(safe(question.title))]
    for place, (index, n) in enumerate(zip(one.sessions, one.answered, strict=True)):
        result = words.result_text(comparison, one, place)
        sentence = _("{n} answered; {result}") if result else _("{n} answered")
        line = sentence.format(n=n, result=result)
        lines.append(hanging(f"  {words.tag(index)} ", line, width, mark="$text-muted"))
    top = words.top_label(question)
    if one.rows:
        lines.append(_small("  " + _legend(one, top)))
    figures = [_then_now(row, question) for row in one.rows]
    middle = max(map(cells, figures), default=0)
    label = width - middle - CHANGE - BAR - (FIGURE if top else 0)
    for row, figure in zip(one.rows, figures, strict=True):
        name = words.row_label(row, question, workshop)
        if label < LEAST_LABEL or one.kind == "pairs":  # the name has a line of its own
            lines.append(Content("  " + fit(name, width)))
            name = ""
        change = words.change_text(row)
        style = "$text-muted" if change in ("", "=") else "bold $primary"
        start = "  " + _padded(fit(name, label), label if name else 2) + " "
        how_much = (_padded(change, CHANGE), style)
        bar = _bar(row, rated=bool(top))
        if label < 0:  # figures so long that the bar would break
            lines.append(Content.assemble(start, _padded(figure, middle), " ", how_much))
            lines.append(Content.assemble("     ", bar))
            continue
        lines.append(Content.assemble(start, _padded(figure, middle), " ", how_much, bar))
    same = words.same_text(one)
    return Content("\n").join([*lines, _small("  " + same)] if same else lines)


def _legend(one: MatchedQuestion, top: str) -> str:
    """What the change and the picture beside it show."""
    first, last = words.tag(one.sessions[0]), words.tag(one.sessions[-1])
    if len(one.sessions) > 2:
        sentence = _("The change is from {first} to {last}; a block each session.")
    elif top:
        sentence = _("The bar: the share of “{level}” in {last}. │: what it was in {first}.")
    elif one.rows[0].unit == "share":
        sentence = _("The bar: {last}. │: what it was in {first}.")
    elif one.rows[-1].unit == "share":  # a grid: its axes, then its corners
        sentence = _(
            "○ {first}   ● {last}, from one end to the other. The bar: {last}. │: {first}."
        )
    else:
        sentence = _("○ {first}   ● {last}, from one end of the scale to the other.")
    return sentence.format(level=top, first=first, last=last)


def _then_now(row: Row, question: QuestionBase) -> str:
    then, now = (words.value_text(row.figures[end], question) for end in (0, -1))
    return then if then == now else f"{then} → {now}"


def _small(text: str) -> Content:
    return Content.styled(text, "$text-muted")


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cells(text))


def _bar(row: Row, *, rated: bool) -> Content:
    """Where it stands now, and a thin mark where it stood; a small plot of three or more."""
    if len(row.figures) > 2:
        return Content.styled(_plot(row, rated), "$primary")
    if row.unit == "share" or rated:
        was, now = (
            f.value if f and not rated else words.top_share(f)
            for f in (row.figures[0], row.figures[-1])
        )
        return _filled(was, now, figure=rated)
    was, now = (_place(row, index) for index in (0, -1))
    track: list[tuple[str, str]] = [("─", "$text-muted")] * BAR
    if was is not None:
        track[round(was * (BAR - 1))] = ("○", "$foreground")
    if now is not None:
        track[round(now * (BAR - 1))] = ("●", "bold $accent")
    return Content.assemble(*track)


def _filled(was: float | None, now: float | None, *, figure: bool = False) -> Content:
    full = round((now or 0.0) * BAR)
    bar = [("█", "$primary") if x < full else ("·", "$text-muted") for x in range(BAR)]
    if was is not None:
        tick = min(BAR - 1, round(was * BAR))
        # On a full cell the tick keeps the bar behind it: a bar never looks shorter than it is.
        bar[tick] = ("│", "bold $warning on $primary" if tick < full else "bold $warning")
    figure_text = f" {percent(now):>3} %" if figure and now is not None else ""
    return Content.assemble(*bar, (figure_text, "$text-muted"))


def _plot(row: Row, rated: bool) -> str:
    if rated:
        return spark([words.top_share(f) for f in row.figures], 0.0, 1.0)
    if row.unit == "share":
        return spark([f.value if f else None for f in row.figures], 0.0, 1.0)
    return spark([_place(row, index) for index in range(len(row.figures))], 0.0, 1.0)


def _place(row: Row, index: int) -> float | None:
    """A figure from 0 to 1: along the scale, along the axis, along the ranks."""
    figure = row.figures[index]
    if figure is None or figure.value is None:
        return None
    if row.unit == "axis":
        return (figure.value + 100) / 200
    if row.unit == "rank":
        return 1 / figure.value
    return figure.value / max(1, len(figure.counts) - 1)


def _labels(shift: GridShift) -> dict[str, str]:
    return {mark.name: mark.name for mark in shift.standings[-1].marks if mark.name}


def _grid_head(shift: GridShift) -> Content:
    first, last = words.tag(shift.standings[0].session), words.tag(shift.standings[-1].session)
    lines = [_title(safe(shift.grid.title)), Content(words.grid_line(shift))]
    lines.append(Content(words.arrows_line(shift)))
    if shift.arrows:
        caption = _("Marks, box and shares in the corners are those of {last}.")
    else:
        caption = _("Marks, box and shares in the corners are those of {last}; ○ is a median.")
    lines.append(_small(caption.format(last=last)))
    for index in (0, 1):
        name = words.grid_axis(shift.grid, shift.standings[0].axes[index].axis)
        then, now = (shift.standings[end].axes[index] for end in (0, -1))
        sentence = _("{axis}: median {then} in {first}, {now} in {last}")
        places = {"then": words.place_text(then.median), "now": words.place_text(now.median)}
        lines.append(Content("  " + sentence.format(axis=name, first=first, last=last, **places)))
    for index, quadrant in enumerate(shift.grid.quadrants):
        was, now_share = (shift.standings[end].shares[index][1] for end in (0, -1))
        figures = f"{percent(was):>3} % → {percent(now_share):>3} %  "
        name = _padded(fit(safe(quadrant.name), 16), 16)
        lines.append(Content.assemble(f"  {name} {figures}", _filled(was, now_share)))
    return Content("\n").join(lines)


def _gaps(comparison: Comparison, width: int) -> Content:
    lines = gap_lines(comparison)
    if not lines:
        return Content.styled(_("Everything could be compared."), "$text-muted")
    summary = _title(_("What cannot be compared"))
    return Content("\n").join([summary, *(hanging("· ", line, width) for line in lines)])
