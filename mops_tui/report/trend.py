"""A trend to read and to work with; `docs/compare-and-share.md` names each key."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.headlines import most_trended
from mops_tui.model.comparison.trend import Trend, TrendLine, TrendSession
from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.report.schema import FORMAT, TrendData
from mops_tui.words.comparison import trend as words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

MOST_LISTED = 12
"""So many sessions are listed, block by block; more are only counted."""


def data(trend: Trend, unread: Sequence[str]) -> TrendData:
    """The whole trend as plain values.

    Args:
        trend: The lines.
        unread: A sentence for each session that is not in it, or not whole.
    """
    return {
        "format": FORMAT,
        "sessions": [
            {
                "id": one.id,
                "title": safe(one.title),
                "opened": one.opened.isoformat(),
                "kind": one.kind,
                "people": one.people,
            }
            for one in trend.moments
        ],
        "lines": [
            {
                "about": one.about,
                "key": one.key,
                "title": safe(one.title),
                "part": safe(one.part),
                "label": words.trend_label(one),
                "unit": one.unit,
                "top": one.top,
                "wording": one.wording,
                "wordings": one.wordings,
                "values": list(one.values),
                "plot": words.trend_spark(one),
            }
            for one in trend.lines
        ],
        "unread": [safe(line) for line in unread],
    }


def markdown(trend: Trend, unread: Sequence[str]) -> str:
    """The trend as Markdown; see `data`."""
    count = len(trend.moments)
    title = ngettext("The trend of one session", "The trend of {n} sessions", count)
    lines = heading(1, title.format(n=count))
    if trend.moments:
        first, last = trend.moments[0].opened, trend.moments[-1].opened
        days = _("From {first} to {last}.").format(
            first=first.strftime("%Y-%m-%d"), last=last.strftime("%Y-%m-%d")
        )
        lines += paragraph(days, _rehearsals(trend), _key(count))
        if count <= MOST_LISTED:
            lines += bullets(text(_moment(number, trend.moments)) for number in range(1, count + 1))
    lines += _changed(trend)
    sections: dict[tuple[str, str, int], list[TrendLine]] = {}
    for line in trend.lines:
        sections.setdefault((line.about, line.key, line.wording), []).append(line)
    for members in sections.values():
        lines += heading(2, _title(members[0]))
        headings = [_("Measure"), _("Plot"), _("First asked"), _("Last asked"), _("Change")]
        lines += table(headings, map(_row, members))
    missing = bullets(text(line) for line in unread)
    if missing:
        lines += [*heading(2, _("Left out, or not whole")), *missing]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed(trend: Trend) -> list[str]:
    """What went furthest from the first session that has a figure to the last."""
    template = _("{title}, {measure}: {first} → {last}")
    lines = []
    for line in most_trended(trend.lines):
        _label, _plot, first, last, _change = _row(line)
        title, measure = _title(line), words.trend_label(line)
        lines.append(text(template.format(title=title, measure=measure, first=first, last=last)))
    return [*heading(2, _("What changed most")), *bullets(lines)] if lines else []


def _moment(number: int, moments: Sequence[TrendSession]) -> str:
    """A session of the plots, by its block; with the hour, where two would look alike."""
    one = moments[number - 1]
    looks = [(each.title, each.opened.date()) for each in moments]
    day = "%Y-%m-%d %H:%M" if looks.count((one.title, one.opened.date())) > 1 else "%Y-%m-%d"
    people = ngettext("one person", "{n} people", one.people).format(n=one.people)
    return _("Block {number}: {day}, {title}, {people}").format(
        number=number, day=one.opened.strftime(day), title=safe(one.title, 60), people=people
    )


def _rehearsals(trend: Trend) -> str:
    n = sum(one.kind == "rehearsal" for one in trend.moments)
    if not n:
        return ""
    return ngettext("One of them is a rehearsal.", "{n} of them are rehearsals.", n).format(n=n)


def _key(count: int) -> str:
    if count > words.SPARK:
        sentence = _("Oldest at the left; each block is the median of several; “{gap}”: not asked.")
    else:
        sentence = _("Oldest at the left, a block each session; “{gap}”: not asked.")
    return sentence.format(gap=words.NOT_ASKED)


def _title(line: TrendLine) -> str:
    if line.about == "grid":
        return _("{title}, where the answers lean").format(title=safe(line.title))
    if line.wordings == 1:
        return safe(line.title)
    sentence = _("{title}, wording {n} of {m}")
    return sentence.format(title=safe(line.title), n=line.wording, m=line.wordings)


def _row(line: TrendLine) -> list[str]:
    there = [value for value in line.values if value is not None]
    return [
        words.trend_label(line),
        words.trend_spark(line),
        words.trend_value(line, there[0]),
        words.trend_value(line, there[-1]),
        words.trend_change(line),
    ]
