"""Outcomes that turned, in sentences that say when too few answered to call it a movement."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.comparison.turns import Turn, turns
from mops_tui.words.comparison.headlines import both_times, row_sentence, title_of
from mops_tui.words.comparison.rows import row_asked, row_label
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed, percent
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import named, titled

SMALL = 10
"""Of fewer people one answer is more than a tenth of the room."""


def turned_lines(comparison: Comparison) -> list[str]:
    """The outcomes that turned without a headline, a line each."""
    return [turn_text(comparison, one) for one in turns(comparison)]


def turn_text(comparison: Comparison, one: Turn) -> str:
    """One outcome: what it was and is, who was in both, and whether that is a movement."""
    matched = one.matched
    parts = [_outcome(comparison, one)]
    if one.kind == "share" or (one.row not in one.leaders[1] and one.row not in one.leaders[0]):
        parts.append(row_sentence(comparison, matched, one.row, one.move))
    parts.append(both_times(matched))
    if not one.sure:
        parts.append(_too_few(matched))
    return titled(title_of(comparison, matched), " ".join(part for part in parts if part))


def _outcome(comparison: Comparison, one: Turn) -> str:
    if one.kind == "share":
        return ""
    if one.kind == "lead":
        words = _("In the lead: {then} in {first}, {now} in {last}.")
        ends = (tag(one.matched.sessions[0]), tag(one.matched.sessions[-1]))
        then, now = (
            _("{answers} with {figure}").format(
                answers=_names(comparison, one.matched, rows),
                figure=_figure(one.matched, rows, at),
            )
            for rows, at in zip(one.leaders, (0, -1), strict=True)
        )
        return words.format(then=then, now=now, first=ends[0], last=ends[1])
    rows = one.leaders[1] if one.kind == "won" else one.leaders[0]
    words = _("{answer} won a majority: {then} in {first}, {now} in {last}.")
    if one.kind == "lost":
        words = _("{answer} lost its majority: {then} in {first}, {now} in {last}.")
    return words.format(
        answer=_names(comparison, one.matched, rows),
        then=_figure(one.matched, rows, 0),
        now=_figure(one.matched, rows, -1),
        first=tag(one.matched.sessions[0]),
        last=tag(one.matched.sessions[-1]),
    )


def _names(comparison: Comparison, matched: MatchedQuestion, rows: Sequence[Row]) -> str:
    names: list[str] = []
    for row in rows:
        question, workshop = row_asked(comparison, matched, row)
        label = category_label(question, row.key, workshop)
        names.append(row_label(row, question, workshop) if row.label else named(label))
    return listed(names)


def _figure(matched: MatchedQuestion, rows: Sequence[Row], end: int) -> str:
    """So many of so many; of poured points the share; of several in the lead, of each."""
    figure = rows[0].figures[end]
    count, total = (figure.count, figure.total) if figure else (0, 0)
    words = _("{count} of {n} each") if len(rows) > 1 else _("{count} of {n}")
    if matched.kind == "allocate":
        words = _("{share} % each") if len(rows) > 1 else _("{share} %")
    return words.format(count=count, n=total, share=percent(count / (total or 1)))


def _too_few(matched: MatchedQuestion) -> str:
    """Why it is not called a movement of the room."""
    at = min((0, len(matched.answered) - 1), key=lambda place: matched.answered[place])
    n = matched.answered[at]
    if n < SMALL and matched.answered[0] == matched.answered[-1]:
        words = _("Only {n} answered each time: too few to say whether the room moved.")
        return words.format(n=n)
    if n < SMALL:
        words = _("Only {n} answered in {tag}: too few to say whether the room moved.")
        return words.format(n=n, tag=tag(matched.sessions[at]))
    return _(
        "This rests on fewer than two people's answers: too little to say that the room moved."
    )
