"""A trend to read and to work with; `docs/compare-and-share.md` names each key."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.direction import CHANCE, LEAST_SESSIONS
from mops_tui.model.comparison.headlines import most_swung, most_trended
from mops_tui.model.comparison.trend import Trend, TrendLine
from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.report.schema import FORMAT, TrendData
from mops_tui.words.comparison import course, moments
from mops_tui.words.comparison import trend as words
from mops_tui.words.comparison.decided import decided_rows, owner_changed
from mops_tui.words.comparison.rows import NONE
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import titled
from mops_tui.words.safe import safe


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
                "file": safe(one.file),
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
                "n": list(one.ns),
                "short": list(one.short),
                "steps": [safe(step) for step in one.steps],
                "by_consent": one.by_consent,
                "plot_from": words.plot_scale(one)[0],
                "plot_to": words.plot_scale(one)[1],
                "direction": {
                    "way": one.direction.way,
                    "first": one.direction.first,
                    "last": one.direction.last,
                    "ends": one.direction.ends,
                    "n": one.direction.n,
                    "chance": one.direction.chance,
                    "text": course.trend_change(one),
                    "figures": course.trend_figures(one),
                },
            }
            for one in trend.lines
        ],
        "unread": [safe(line) for line in unread],
        "most_changed": [
            {
                "line": trend.lines.index(one.line),
                "distance": one.distance,
                "text": course.trend_headline(one),
            }
            for one in most_trended(trend.lines)
        ],
        "decisions": [
            {
                "scenario": one.scenario,
                "title": safe(one.title),
                "said": [[safe(what) for what in said] for said in one.decisions],
                "there": list(one.on_agenda),
            }
            for one in trend.decisions
        ],
    }


def markdown(trend: Trend, unread: Sequence[str]) -> str:
    """The trend as Markdown; see `data`."""
    count = len(trend.moments)
    title = ngettext("The trend of one session", "The trend of {n} sessions", count)
    lines = heading(1, title.format(n=count))
    if trend.moments:
        first, last = moments.days(trend)
        days = _("From {first} to {last}.").format(first=first, last=last)
        lines += paragraph(days, moments.rehearsals_line(trend), _key(count))
        if count <= words.MOST_LISTED:
            lines += bullets(map(text, moments.session_lines(trend)))
    lines += _changed(trend)
    lines += _decisions(trend)
    sections: dict[tuple[str, str, int], list[TrendLine]] = {}
    for line in trend.lines:
        sections.setdefault((line.about, line.key, line.wording), []).append(line)
    if sections:
        lines += paragraph(*_legend(trend))
    for members in sections.values():
        lines += heading(2, words.trend_title(members[0]))
        said = (course.asked_in(members), course.answered(members), course.leaders(members))
        lines += paragraph(*filter(None, said))
        headings = [_("Measure"), _("Plot"), _("Plot from … to"), _("Figures"), _("Where it goes")]
        lines += table(headings, [*map(_row, members), ["", _dates(trend), "", "", ""]])
    missing = bullets(text(line) for line in unread)
    if missing:
        lines += [*heading(2, _("Left out, or not whole")), *missing]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed(trend: Trend) -> list[str]:
    """What went furthest in a clear direction, or that nothing did."""
    if not trend.lines:
        return []
    told = [text(course.trend_headline(one)) for one in most_trended(trend.lines)]
    lines = bullets(told) or paragraph(course.trend_none(trend))
    moved = [course.swing_text(one) for one in most_swung(trend.lines)]
    swings = bullets(map(text, [*moved, *course.corners_by_a_hair(trend.lines)]))
    lines = [*heading(2, _("What changed most")), *lines]
    return [*lines, *heading(2, _("What went up and down most")), *swings] if swings else lines


def _decisions(trend: Trend) -> list[str]:
    """What was decided in each scenario, the most frequent first."""
    rows = [row for one in trend.decisions for row in decided_rows(one, trend.rehearsals)]
    headings = [_("Scenario"), _("Decision"), _("Sessions"), _("Last")]
    told = [(one.title, owner_changed(one, trend.rehearsals)) for one in trend.decisions]
    changed = bullets(text(titled(title, words)) for title, words in told if words)
    return [*heading(2, _("Decisions")), *table(headings, rows), *changed] if rows else []


def _dates(trend: Trend) -> str:
    """Under the plots: when the first session was, and the last."""
    return " … ".join(moments.days(trend))


def _legend(trend: Trend) -> list[str]:
    """What the columns say."""
    several = len(trend.moments) >= LEAST_SESSIONS
    return [
        _("Agreement: 1 is all alike, 0 is spread evenly, -1 is two camps.")
        if any(line.unit == "agreement" for line in trend.lines)
        else "",
        _("An axis goes from -1, its first end, to 1.")
        if any(line.unit == "axis" for line in trend.lines)
        else "",
        moments.figures_legend() if trend.lines else "",
        _("A direction is told where chance alone would look as steady once in {n} lines.").format(
            n=round(1 / CHANCE)
        )
        if several
        else "",
    ]


def _key(count: int) -> str:
    if count > words.SPARK:
        cells = _("Oldest at the left; each block is the typical figure of several sessions.")
    else:
        cells = _("Oldest at the left, a block each session.")
    gap = _("“{gap}”: not asked, or not enough answers to say.").format(gap=words.NOT_ASKED)
    return f"{cells} {gap}"


def _row(line: TrendLine) -> list[str]:
    return [
        words.trend_label(line),
        words.trend_spark(line),
        words.plot_ends(line),
        course.trend_figures(line),
        NONE if line.direction.way == "none" and not line.still else course.trend_change(line),
    ]
