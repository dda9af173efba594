"""A comparison as data; `docs/compare-and-share.md` names each key."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.headlines import most_changed
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.comparison.turns import turns
from mops_tui.model.comparison.wording import WordingChange
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.audience import VisibleState
from mops_tui.report.schema.comparison import (
    ComparisonData,
    FigureData,
    GridShiftData,
    MatchedQuestionData,
    RowData,
    WordingData,
)
from mops_tui.report.schema.session import FORMAT
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.decisions import decided_note, plan_changes
from mops_tui.words.comparison.gaps import gap_text
from mops_tui.words.comparison.grids import arrows_line
from mops_tui.words.comparison.headlines import headline_text
from mops_tui.words.comparison.rows import change_text, grid_axis, row_asked, row_label
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.comparison.turns import turn_text
from mops_tui.words.safe import safe


def data(comparison: Comparison) -> ComparisonData:
    """The whole comparison as nested dictionaries and lists of plain values."""
    return {
        "format": FORMAT,
        "sessions": [
            {
                "tag": tag(index),
                "id": one.id,
                "title": safe(one.title),
                "file": safe(one.file),
                "opened": one.opened.isoformat(),
                "kind": one.state.session,
                "anonymity": one.state.policy.anonymity,
                "people": one.state.present,
                "phase": one.state.phase,
                "unread_from": one.condition.unread_from,
                "lost": len(one.condition.lost),
                "edited": len(one.condition.edited),
                "header_edited": one.condition.header_edited,
            }
            for index, one in enumerate(comparison.sessions)
        ],
        "same_thresholds": comparison.same_thresholds,
        "most_changed": [
            {
                "ref": one.matched.ref,
                "row": safe(one.row.key),
                "distance": one.distance,
                "text": headline_text(comparison, one),
            }
            for one in most_changed(comparison)
        ],
        "turned": [
            {
                "ref": one.matched.ref,
                "kind": one.kind,
                "row": safe(one.row.key),
                "sure": one.sure,
                "text": turn_text(comparison, one),
            }
            for one in turns(comparison)
        ],
        "questions": [_question_data(comparison, one) for one in comparison.questions],
        "grids": [_grid_data(comparison, shift) for shift in comparison.grids],
        "decisions": [
            {
                "scenario": one.scenario,
                "title": safe(one.title),
                "said": [[safe(what) for what in said] for said in one.decisions],
                "there": list(one.on_agenda),
                "changed": one.changed,
                "outcome": one.outcome,
                "text": decided_note(one),
                "plan": list(plan_changes(one)),
            }
            for one in comparison.decisions
        ],
        "returned": [
            {
                "what": safe(one.what),
                "again": safe(one.again),
                "who": safe(one.who),
                "first": one.first,
                "later": one.later,
                "exact": one.exact,
            }
            for one in comparison.returned
        ],
        "gaps": [
            {
                "about": gap.about,
                "key": gap.key,
                "title": safe(gap.title),
                "session": gap.session,
                "why": gap.why,
                "text": gap_text(gap),
                "wording": _wording(gap.wording) if gap.wording else None,
                "consent": safe(str(gap.consent)) if gap.consent else None,
            }
            for gap in comparison.gaps
        ],
        "by_consent": [safe(str(one)) for one in comparison.same],
    }


def _states(comparison: Comparison, one: MatchedQuestion) -> tuple[VisibleState, ...]:
    """The states of the sessions that a question was matched in."""
    return tuple(comparison.sessions[index].state for index in one.sessions)


def _question_data(comparison: Comparison, one: MatchedQuestion) -> MatchedQuestionData:
    question, _workshop = asked(comparison, one)
    return {
        "ref": one.ref,
        "title": safe(question.title),
        "ask": safe(question.ask, keep=True),
        "kind": one.kind,
        "digest": one.digest,
        "sessions": list(one.sessions),
        "rounds": list(one.rounds),
        "answered": list(one.answered),
        "under_quorum": list(one.under_quorum),
        "verdicts": [
            {
                "code": verdict.code,
                "value": verdict.value,
                "category": verdict.category,
                "item": verdict.item,
                "text": words.verdict_text(verdict, question, state),
            }
            for verdict, state in zip(one.verdicts, _states(comparison, one), strict=True)
        ],
        "same": one.same,
        "rows": [_row_data(comparison, one, row) for row in one.rows],
        "refs": list(one.refs),
        "by_consent": one.by_consent,
        "wordings": _asks(comparison, one),
        "people": {
            "people": one.people.people,
            "same": one.people.same,
            "of": one.people.of,
            "all": one.people.all,
        }
        if one.people
        else None,
        "texts": words.same_texts(comparison, one),
    }


def _asks(comparison: Comparison, one: MatchedQuestion) -> list[str]:
    """How each of its sessions words a question."""
    asked_in = (question_of(comparison, one, place) for place in range(len(one.sessions)))
    return [safe(question.ask, keep=True) for question in asked_in if question]


def _wording(change: WordingChange) -> WordingData:
    return {
        "asks": [safe(ask, keep=True) for ask in change.asks],
        "renamed": [[safe(then), safe(now)] for then, now in change.renamed],
        "gone": [safe(label) for label in change.gone],
        "new": [safe(label) for label in change.new],
        "reordered": change.reordered,
    }


def _row_data(comparison: Comparison, one: MatchedQuestion, row: Row) -> RowData:
    return {
        "key": safe(row.key),
        "label": row_label(row, *row_asked(comparison, one, row)),
        "unit": row.unit,
        "added": bool(row.label),
        "figures": [_figure_data(one) for one in row.figures],
        "change": row.change,
        "text": change_text(one, row),
        "short": row.short,
        "distance": row.move.distance if row.move else None,
    }


def _figure_data(one: Figure | None) -> FigureData | None:
    if one is None:
        return None
    return {
        "value": one.value,
        "n": one.n,
        "category": one.category or None,
        "count": one.count if one.unit == "share" else None,
        "counts": list(one.counts),
        "low": one.low,
        "high": one.high,
        "agreement": one.agreement,
        "short": one.short,
    }


def _grid_data(comparison: Comparison, shift: GridShift) -> GridShiftData:
    return {
        "grid": shift.grid.id,
        "title": safe(shift.grid.title),
        "basis": shift.basis,
        "same_questions": shift.same_questions,
        "stands": [
            {
                "session": stand.session,
                "n": stand.n,
                "axes": [
                    {
                        "axis": axis.axis,
                        "label": grid_axis(shift.grid, axis.axis),
                        "low": axis.low,
                        "median": axis.median,
                        "high": axis.high,
                        "agreement": axis.agreement,
                        "split": axis.split is not None,
                        "short": stand.short(axis),
                    }
                    for axis in stand.axes
                ],
                "shares": {one[0]: stand.share(at) for at, one in enumerate(stand.corners)},
                "counts": dict(stand.corners),
                "between": stand.between,
                "marks": [{"name": safe(m.name), "x": m.x, "y": m.y} for m in stand.marks],
                "under_quorum": stand.under_quorum,
            }
            for stand in shift.standings
        ],
        "arrows": [
            {"name": safe(a.name), "from": [a.x0, a.y0], "to": [a.x1, a.y1]} for a in shift.arrows
        ],
        "in_both": shift.in_both,
        "text": arrows_line(comparison, shift),
    }


def asked(comparison: Comparison, one: MatchedQuestion) -> tuple[QuestionBase, Workshop]:
    """A matched question, and the workshop it is of: as the first session had them."""
    question = question_of(comparison, one)
    assert question is not None
    return question, comparison.sessions[one.sessions[0]].state.workshop
