"""Sessions over time on one screen: a plot of one measure, and all the others to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from math import ceil
from statistics import median_low
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.comparison.direction import LEAST_SESSIONS
from mops_tui.model.comparison.headlines import most_swung, most_trended
from mops_tui.model.comparison.trend import Trend, TrendLine
from mops_tui.tui.charts.canvas import Canvas
from mops_tui.tui.charts.plots import Points, Series, Span, Tick, draw_plot
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.page import Page
from mops_tui.words.comparison import course, moments
from mops_tui.words.comparison import trend as words
from mops_tui.words.comparison.decided import (
    decided_differently,
    decided_each,
    decided_most,
    owner_changed,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import titled
from mops_tui.words.safe import safe

SUMMARY = "summary"
MANY = 40
"""From so many sessions on the line goes through the typical figures of several."""
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
    #trend-list { height: 10; }
    .-high #trend-list { height: 18; }
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - as of every screen
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
        number = 0
        for _of, group in groupby(self._trend.lines, key=_question):
            lines = list(group)
            options.add_option(Option(_heading(lines, width), disabled=True))
            for line in lines:
                options.add_option(Option(_row(line, lines, width), id=str(number)))
                number += 1
        options.highlighted = min(at, options.option_count - 1)
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        page = self.query_one(Page)
        width, height = page.size.width - 4, page.size.height - 1
        if self._shown == SUMMARY:
            text = _summary(self._trend, self._unread, width)
        else:
            line = self._trend.lines[int(self._shown)]
            of = [one for one in self._trend.lines if _question(one) == _question(line)]
            text = _plotted(self._trend, line, of, width, height)
        self.query_one("#trend-text", Static).update(text)
        page.scroll_home(animate=False)


def _bar(trend: Trend) -> str:
    count = len(trend.moments)
    if not count:
        return _("No session")
    sentence = ngettext(
        "The trend of one session, {first}", "The trend of {n} sessions, {first} to {last}", count
    )
    first, last = moments.days(trend)
    told = sentence.format(n=count, first=first, last=last)
    if not trend.rehearsals:
        return told
    n = sum(trend.rehearsals)
    words_of = ngettext("{told}, one a rehearsal", "{told}, {n} of them rehearsals", n)
    return words_of.format(told=told, n=n)


def _question(line: TrendLine) -> tuple[str, str, int]:
    return line.about, line.key, line.wording


def _heading(lines: Sequence[TrendLine], width: int) -> Content:
    """A question in the list, and in which sessions it was asked."""
    return Content("\n").join(
        [
            hanging("", words.trend_title(lines[0]), width, style="bold $accent"),
            hanging("", _facts(lines), width, style="$text-muted"),
        ]
    )


def _facts(lines: Sequence[TrendLine]) -> str:
    """In which sessions a question was asked, by how many it was answered, and who led."""
    said = (course.asked_in(lines), course.answered(lines), course.leaders(lines))
    return " ".join(filter(None, said))


def _row(line: TrendLine, of: Sequence[TrendLine], width: int) -> Content:
    """A measure in the list: its whole name; below it its figures, and where it goes."""
    clear = line.direction.way in ("up", "down")
    style = "bold $primary" if clear else "$text-muted"
    name = hanging("  ", words.trend_label(line), width)
    return Content("\n").join([name, hanging("    ", _course(line, of), width, style=style)])


def _course(line: TrendLine, of: Sequence[TrendLine]) -> str:
    """The figures of a measure and where it goes.

    The figures alone, where it stood still, or where the line on its question has said already
    that too few sessions asked.
    """
    figures, way = course.trend_figures(line), course.trend_change(line)
    said = line.direction.n and len(course.asking(of)) < LEAST_SESSIONS
    if said or line.direction.way == "none":  # the legend says what no word means
        return figures
    return _("{figures} ({way})").format(figures=figures, way=way)


def _summary(trend: Trend, unread: Sequence[str], width: int) -> Content:
    lines = [Content.styled(_("What changed most"), "bold $accent")]
    headlines = [course.trend_headline(one) for one in most_trended(trend.lines)]
    lines += [hanging("· ", line, width, mark="bold $primary") for line in headlines]
    if not headlines:
        lines.append(hanging("", course.trend_none(trend), width))
    swings = [course.swing_text(one) for one in most_swung(trend.lines)]
    swings += course.corners_by_a_hair(trend.lines)
    lines += [hanging("· ", line, width, mark="$text-muted") for line in swings]
    often = [one for one in trend.decisions if not decided_differently(one)]
    differently = [one for one in trend.decisions if decided_differently(one)]
    for heading, histories, told in (
        (_("Decided most often"), often, decided_most),
        (_("Decided differently each time"), differently, decided_each),
    ):
        if histories:
            lines += [Content(""), Content.styled(heading, "bold $accent")]
        for history in histories:
            said = titled(history.title, told(history, trend.rehearsals))
            lines.append(hanging("· ", said, width))
            if changed := owner_changed(history, trend.rehearsals):
                lines.append(hanging("  ", changed, width))
    if trend.moments and len(trend.moments) <= words.MOST_LISTED:
        lines += [Content(""), Content.styled(_("The sessions"), "bold $accent")]
        if trend.rehearsals:
            lines.append(hanging("", moments.rehearsals_line(trend), width))
        lines += [hanging("· ", line, width) for line in moments.session_lines(trend)]
    if trend.lines:
        lines += [Content(""), hanging("", moments.figures_legend(), width, style="$text-muted")]
    if unread:
        lines += [Content(""), Content.styled(_("Left out, or not whole"), "bold $accent")]
        lines += [hanging("· ", safe(line), width) for line in unread]
    return Content("\n").join(lines)


def _plotted(
    trend: Trend, line: TrendLine, of: Sequence[TrendLine], width: int, height: int
) -> Content:
    """A measure by name, where it goes, and its plot over the days on which it was asked."""
    title = titled(words.trend_title(line), words.trend_label(line))
    head = [hanging("", title, width, style="bold $accent"), hanging("", _course(line, of), width)]
    head.append(hanging("", _asked(line, of), width, style="$text-muted"))
    if sum(value is not None for value in line.firm) < 2:  # one point is no plot
        return Content("\n").join(head)
    used = sum(one.plain.count("\n") + 1 for one in head)
    first, end = _span(of)
    days = [one.opened for one in trend.moments[first:end]]
    canvas = _plot(days, line, line.firm[first:end], width, max(4, height - used))
    return Content("\n").join([*head, *_drawn(canvas)])


def _asked(line: TrendLine, of: Sequence[TrendLine]) -> str:
    """In which sessions the question was asked, and what the figures of the plot mean."""
    meanings = {
        "agreement": _("1 is all alike, 0 is spread evenly, -1 is two camps."),
        "axis": _("-1 is the first end of the axis, 1 the other."),
    }
    return " ".join(one for one in (_facts(of), meanings.get(line.unit, "")) if one)


def _span(of: Sequence[TrendLine]) -> tuple[int, int]:
    """From the first session to the last that had a question: the others are not drawn."""
    at = course.asking(of)
    return at[0], at[-1] + 1


def _plot(
    days: Sequence[datetime],
    line: TrendLine,
    firm: Sequence[float | None],
    width: int,
    height: int,
) -> Canvas:
    turned = -1.0 if line.unit == "rank" else 1.0  # the best rank is at the top
    spots = [None if value is None else turned * value for value in firm]
    low, high = sorted(turned * end for end in words.plot_scale(line))
    known = [spot for spot in spots if spot is not None]
    low, high = min([low, *known]), max([high, *known])
    ticks = _heights(line, low, high, turned, max(1, height - 2))
    spots = [_beside_its_name(line, spot, turned, ticks) for spot in spots]
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
        x_ticks=_days(days),
        y_ticks=ticks,
    )


def _beside_its_name(
    line: TrendLine, spot: float | None, turned: float, ticks: Sequence[Tick]
) -> float | None:
    """A figure that reads as a tick does stands in the row of that tick."""
    if spot is None:
        return None
    name = words.trend_value(line, turned * spot)
    return next((at for at, said in ticks if said == name), spot)


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


def _days(opened: Sequence[datetime]) -> tuple[Tick, ...]:
    """The days under the plot, or the hours of one day: the first, the last, and some between."""
    count = len(opened)
    shape = "%Y-%m-%d" if opened[0].date() != opened[-1].date() else "%Y-%m-%d %H:%M"
    ticks = [(0.0, opened[0].strftime(shape)), (float(count - 1), opened[-1].strftime(shape))]
    for part in range(1, 4):
        name = opened[part * count // 4].strftime(shape)
        if name not in [known for _at, known in ticks]:
            ticks.append((float(part * count // 4), name))
    return tuple(sorted(ticks))


def _heights(
    line: TrendLine, low: float, high: float, turned: float, rows: int
) -> tuple[Tick, ...]:
    """What is written beside the plot: its ends and its middle, or every step of a scale.

    Where there are fewer rows than steps, every second one is named, or fewer.
    """
    if line.unit == "step":
        count = round(high) - round(low) + 1
        steps = range(round(low), round(high) + 1, max(1, ceil((count - 1) / max(1, rows - 1))))
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
