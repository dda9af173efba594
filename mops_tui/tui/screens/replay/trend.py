"""A year of sessions on one screen: a plot of one measure, and all the others to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.comparison.headlines import most_trended
from mops_tui.model.comparison.trend import Trend, TrendLine
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.plots import Points, Series, Span, Tick, draw_plot
from mops_tui.tui.charts.text import fit
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.page import Page
from mops_tui.words.comparison import trend as words
from mops_tui.words.comparison.decided import decided_most
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import titled
from mops_tui.words.results.statements import pair_of
from mops_tui.words.safe import cells, safe

SUMMARY = "summary"
MANY = 40
"""From so many sessions on the line goes through the typical figures of several."""
_ENDS, _WAY = 34, 22
"""Cells of the columns of the list: the figures at both ends, and the direction."""
_STYLES = {
    "series-1": "bold $accent",
    "series-2": "$foreground 50%",
    "axis": "$foreground 45%",
    "muted": "$text-muted",
}


class TrendScreen(MopsScreen[None]):
    """The summary, or a measure's plot; the list below has all of them."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", _("Back"), priority=True),
        Binding("space", "roll", _("More above")),
    ]
    DEFAULT_CSS = """
    #trend-bar { height: 1; padding: 0 2; background: $primary 15%; text-style: bold; }
    #trend-page { height: 1fr; padding: 1 2 0 2; }
    #trend-page Static { height: auto; }
    #trend-list { height: 9; }
    .-high #trend-list { height: 16; }
    """

    def __init__(self, trend: Trend, unread: Sequence[str] = ()) -> None:
        """Take the trend, and what is said about sessions that are left out."""
        super().__init__()
        self._trend = trend
        self._unread = tuple(unread)
        self._shown = SUMMARY

    def compose(self) -> ComposeResult:
        """From when to when, what is chosen, and the list."""
        yield Static(Content(_bar(self._trend)), id="trend-bar")
        with Page(id="trend-page"):
            yield Static(id="trend-text")
        yield OptionList(id="trend-list", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the summary."""
        self._fill()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Lay out for the size."""
        self._fill()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what is highlighted."""
        self._shown = str(event.option.id)
        self.call_after_refresh(self._show)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to scroll what stands above the list only where there is more of it."""
        return action != "roll" or self.query_one(Page).max_scroll_y > 0

    def action_roll(self) -> None:
        """Scroll what stands above the list; from its end back to its beginning."""
        page = self.query_one(Page)
        if page.has_more:
            page.scroll_relative(y=max(1, page.size.height - 2), animate=False)
        else:
            page.scroll_home(animate=False)

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at, width = options.highlighted or 0, self.size.width - 6
        options.clear_options()
        options.add_option(Option(Content.styled(_("In short"), "bold"), id=SUMMARY))
        title = ""
        for number, line in enumerate(self._trend.lines):
            if words.trend_title(line) != title:
                title = words.trend_title(line)
                heading = Content.styled(fit(title, width), "bold $accent")
                options.add_option(Option(heading, disabled=True))
            options.add_option(Option(_row(line, width), id=str(number)))
        options.highlighted = min(at, options.option_count - 1)
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        page = self.query_one(Page)
        width, height = page.size.width - 4, page.size.height - 1
        if self._shown == SUMMARY:
            text = _summary(self._trend, self._unread, width)
        else:
            text = _plotted(self._trend, self._trend.lines[int(self._shown)], width, height)
        self.query_one("#trend-text", Static).update(text)
        page.scroll_home(animate=False)


def _bar(trend: Trend) -> str:
    count = len(trend.moments)
    if not count:
        return _("No session")
    sentence = ngettext(
        "The trend of one session, {first}", "The trend of {n} sessions, {first} to {last}", count
    )
    first, last = (trend.moments[end].opened.strftime("%Y-%m-%d") for end in (0, -1))
    return sentence.format(n=count, first=first, last=last)


def _row(line: TrendLine, width: int) -> Content:
    """A measure in the list: its name, its figures at both ends, its direction."""
    ends = min(_ENDS, width // 3)
    name = width - ends - _WAY - 4
    way = words.trend_change(line)
    style = "bold $primary" if line.direction.way in ("up", "down") else "$text-muted"
    columns = [
        (_short_label(line, name), name),
        (fit(words.trend_ends(line), ends), ends),
    ]
    shown = "".join(text + " " * (size - cells(text) + 1) for text, size in columns)
    return Content.assemble("  ", shown, (way, style))


def _short_label(line: TrendLine, width: int) -> str:
    """A measure's name; of a pair as much of the one statement as of the other."""
    pair = pair_of(line.question, line.part) if line.question is not None else None
    if pair is None:
        return fit(words.trend_label(line), width)
    left, right = map(safe, (pair.left, pair.right))
    half = (width - 3) // 2
    room = max(half, width - 3 - cells(right)), max(half, width - 3 - cells(left))
    return f"{fit(left, room[0])} / {fit(right, room[1])}"


def _summary(trend: Trend, unread: Sequence[str], width: int) -> Content:
    lines = [Content.styled(_("What changed most"), "bold $accent")]
    told = [words.trend_headline(one) for one in most_trended(trend.lines)]
    lines += [hanging("· ", line, width, mark="bold $primary") for line in told]
    if not told:
        lines.append(hanging("", words.trend_none(trend), width))
    if trend.decisions:
        heading = _("Decided most often")
        lines += [Content(""), Content.styled(heading, "bold $accent")]
    for one in trend.decisions:
        lines.append(hanging("· ", titled(one.title, decided_most(one)), width))
    if unread:
        lines += [Content(""), Content.styled(_("Left out, or not whole"), "bold $accent")]
        lines += [hanging("· ", safe(line), width) for line in unread]
    return Content("\n").join(lines)


def _plotted(trend: Trend, line: TrendLine, width: int, height: int) -> Content:
    """A measure by name, where it goes, and its plot over the days."""
    title = f"{words.trend_title(line)}: {words.trend_label(line)}"
    found = line.direction
    ends = words.trend_ends(line)
    if found.way == "few":
        note = _("{ends} – too few sessions to say where it goes").format(ends=ends)
    else:
        said = _("{ends} – typical of the first {n} sessions, and of the last {n}: {way}")
        note = said.format(ends=ends, n=found.ends, way=words.trend_change(line))
    head = [hanging("", title, width, style="bold $accent"), hanging("", note, width)]
    used = sum(one.plain.count("\n") + 1 for one in head)
    canvas = _plot(trend, line, width, max(4, height - used))
    return Content("\n").join([*head, *_drawn(canvas)])


def _plot(trend: Trend, line: TrendLine, width: int, height: int) -> Canvas:
    turned = -1.0 if line.unit == "rank" else 1.0  # the best rank is at the top
    spots = [None if value is None else turned * value for value in line.firm]
    low, high = sorted(turned * end for end in words.plot_scale(line))
    known = [spot for spot in spots if spot is not None]
    low, high = min([low, *known]), max([high, *known])
    x = Span(0.0, float(max(1, len(spots) - 1)))
    through = _typical(spots) if len(spots) > MANY else tuple(enumerate(spots))
    dots = tuple((float(at), spot) for at, spot in enumerate(spots) if spot is not None)
    series = [Series((dots,), "series-2", joined=False)] if len(spots) > MANY else []
    sign = "" if len(spots) > MANY else "●"
    series.append(Series(_runs(through), "series-1", sign=sign))
    return draw_plot(
        series,
        width,
        height,
        x,
        Span(low, high),
        x_ticks=_days(trend),
        y_ticks=_heights(line, low, high, turned),
    )


def _typical(spots: Sequence[float | None]) -> tuple[tuple[float, float | None], ...]:
    """The median of each stretch of sessions, in the middle of the stretch."""
    stretches: list[tuple[float, float | None]] = []
    for part in range(MANY):
        first, end = part * len(spots) // MANY, (part + 1) * len(spots) // MANY
        known = [spot for spot in spots[first:end] if spot is not None]
        stretches.append(((first + end - 1) / 2, median_low(known) if known else None))
    return tuple(stretches)


def _runs(spots: Sequence[tuple[float, float | None]]) -> tuple[Points, ...]:
    """Points without a gap between them; a line ends where a session has no figure."""
    runs: list[list[tuple[float, float]]] = [[]]
    for at, spot in spots:
        if spot is None:
            runs.append([])
        else:
            runs[-1].append((float(at), spot))
    return tuple(tuple(run) for run in runs if run)


def _days(trend: Trend) -> tuple[Tick, ...]:
    """The days under the plot, or the hours of one day: the first, the last, and some between."""
    count = len(trend.moments)
    opened = [one.opened for one in trend.moments]
    shape = "%Y-%m-%d" if opened[0].date() != opened[-1].date() else "%Y-%m-%d %H:%M"
    ticks = [(0.0, opened[0].strftime(shape)), (float(count - 1), opened[-1].strftime(shape))]
    for part in range(1, 4):
        name = opened[part * count // 4].strftime(shape)
        if name not in [known for _at, known in ticks]:
            ticks.append((float(part * count // 4), name))
    return tuple(sorted(ticks))


def _heights(line: TrendLine, low: float, high: float, turned: float) -> tuple[Tick, ...]:
    """What is written beside the plot: its ends and its middle, or every step of a scale."""
    if line.unit == "step":
        steps = range(round(low), round(high) + 1)
        return tuple((float(step), words.trend_value(line, step)) for step in steps)
    values = (low, (low + high) / 2, high)
    return tuple((value, words.trend_value(line, turned * value)) for value in values)


def _drawn(canvas: Canvas) -> list[Content]:
    """A canvas as lines of text in the theme's colours."""
    return [
        Content.assemble(
            *((text, _STYLES.get(role, "$foreground")) for text, role, _ground in canvas.runs(y))
        )
        for y in range(canvas.height)
    ]
