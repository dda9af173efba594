"""A comparison to read and to work with; `docs/compare-and-share.md` names each key."""

from __future__ import annotations

from typing import Any

from mops_tui.model.comparison.comparison import Comparison, MatchedQuestion, Row, question_of
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift
from mops_tui.model.comparison.headlines import most_changed
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.audience import VisibleState
from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.words.comparison import comparison as words
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.safe import safe

FORMAT = 1
"""The version of the keys."""
Data = dict[str, Any]


def data(comparison: Comparison) -> Data:
    """The whole comparison as nested dictionaries and lists of plain values."""
    return {
        "format": FORMAT,
        "sessions": [
            {
                "tag": words.tag(index),
                "id": one.id,
                "title": safe(one.title),
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
            {"ref": matched.ref, "row": row.key} for matched, row in most_changed(comparison)
        ],
        "questions": [_question_data(comparison, one) for one in comparison.questions],
        "grids": [_grid_data(shift) for shift in comparison.grids],
        "decisions": [
            {
                "scenario": one.scenario,
                "title": safe(one.title),
                "said": [[safe(what) for what in said] for said in one.decisions],
                "there": list(one.on_agenda),
                "changed": one.changed,
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
                "text": words.gap_text(gap),
            }
            for gap in comparison.gaps
        ],
    }


def _states(comparison: Comparison, one: MatchedQuestion) -> tuple[VisibleState, ...]:
    """The states of the sessions that a question was matched in."""
    return tuple(comparison.sessions[index].state for index in one.sessions)


def _question_data(comparison: Comparison, one: MatchedQuestion) -> Data:
    question, workshop = _asked(comparison, one)
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
        "rows": [_row_data(row, question, workshop) for row in one.rows],
    }


def _row_data(row: Row, question: QuestionBase, workshop: Workshop) -> Data:
    return {
        "key": safe(row.key),
        "label": words.row_label(row, question, workshop),
        "unit": row.unit,
        "added": bool(row.label),
        "figures": [_figure_data(one) for one in row.figures],
        "change": row.change,
        "text": words.change_text(row),
    }


def _figure_data(one: Figure | None) -> Data | None:
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
    }


def _grid_data(shift: GridShift) -> Data:
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
                        "label": words.grid_axis(shift.grid, axis.axis),
                        "low": axis.low,
                        "median": axis.median,
                        "high": axis.high,
                        "agreement": axis.agreement,
                        "split": axis.split is not None,
                    }
                    for axis in stand.axes
                ],
                "shares": dict(stand.shares),
                "marks": [{"name": safe(m.name), "x": m.x, "y": m.y} for m in stand.marks],
            }
            for stand in shift.standings
        ],
        "arrows": [
            {"name": safe(a.name), "from": [a.x0, a.y0], "to": [a.x1, a.y1]} for a in shift.arrows
        ],
    }


def _asked(comparison: Comparison, one: MatchedQuestion) -> tuple[QuestionBase, Workshop]:
    question = question_of(comparison, one)
    assert question is not None
    return question, comparison.sessions[one.sessions[0]].state.workshop


def markdown(comparison: Comparison) -> str:
    """The comparison as Markdown; the same bytes for the same sessions."""
    everybody = [words.session_line(comparison, at) for at in range(len(comparison.sessions))]
    lines = [
        *heading(1, _("Sessions side by side")),
        *bullets(text(line) for line in [*everybody, *words.unread_lines(comparison)]),
        *paragraph(words.thresholds_line(comparison)),
        *_changed(comparison),
        *_returned(comparison),
        *_decisions(comparison),
    ]
    if comparison.questions:
        lines += heading(2, _("Questions"))
        for one in comparison.questions:
            lines += _question(comparison, one)
    for shift in comparison.grids:
        lines += _grid(shift)
    gaps = bullets(text(line) for line in words.gap_lines(comparison))
    if gaps:
        lines += [*heading(2, _("What cannot be compared")), *gaps]
    return "\n".join(lines).rstrip("\n") + "\n"


def _changed(comparison: Comparison) -> list[str]:
    lines = bullets(text(line) for line in words.changed_lines(comparison))
    return [*heading(2, _("What changed most")), *lines] if lines else []


def _returned(comparison: Comparison) -> list[str]:
    if not comparison.returned:
        return []
    lines = bullets(text(words.returned_text(one)) for one in comparison.returned)
    return [*heading(2, _("Actions that came back")), *lines]


def _decisions(comparison: Comparison) -> list[str]:
    if not comparison.decisions:
        return []
    tags = [words.tag(index) for index in range(len(comparison.sessions))]
    rows = [
        [words.decided_title(one), *(words.decided_text(one, index) for index in range(len(tags)))]
        for one in comparison.decisions
    ]
    told = table([_("Scenario"), *tags], rows)
    return [*heading(2, _("Decisions")), *paragraph(words.decided_line(comparison)), *told]


def _question(comparison: Comparison, one: MatchedQuestion) -> list[str]:
    question, workshop = _asked(comparison, one)
    tags = [words.tag(index) for index in one.sessions]
    results = [words.result_text(comparison, one, place) for place in range(len(tags))]
    top = words.top_label(question)
    change = _("Change, {first} to {last}").format(first=tags[0], last=tags[-1])
    head = ["", *tags, change if len(tags) > 2 else _("Change")]
    head += [_("{level}, {tag}").format(level=top, tag=x) for x in tags] if top else []
    scales = any(figure and figure.agreement is not None for r in one.rows for figure in r.figures)
    head += [_("Agreement, {tag}").format(tag=x) for x in tags] if scales else []
    rows = [[_("Answered"), *one.answered, *[""] * (len(head) - 1 - len(tags))]]
    for row in one.rows:
        cells: list[object] = [words.row_label(row, question, workshop)]
        cells += [words.value_text(figure, question) for figure in row.figures]
        cells.append(words.change_text(row))
        if top:
            cells += [_share(words.top_share(figure)) for figure in row.figures]
        if scales:
            cells += [_agreement(figure) for figure in row.figures]
        rows.append(cells)
    said = [
        _("{tag}: {verdict}").format(tag=x, verdict=verdict)
        for x, verdict in zip(tags, results, strict=True)
        if verdict
    ]
    return [
        *heading(3, safe(question.title)),
        *paragraph(safe(question.ask)),
        *table(head, rows),
        *bullets([*map(text, said), text(words.same_text(one))]),
    ]


def _share(share: float | None) -> str:
    return words.NONE if share is None else f"{percent(share)} %"


def _agreement(figure: Figure | None) -> str:
    known = figure is not None and figure.agreement is not None
    return decimals(figure.agreement or 0.0) if known and figure is not None else ""


def _grid(shift: GridShift) -> list[str]:
    tags = [words.tag(stand.session) for stand in shift.standings]
    rows: list[list[object]] = [[_("Marks"), *(stand.n for stand in shift.standings)]]
    for index in (0, 1):
        name = words.grid_axis(shift.grid, shift.standings[0].axes[index].axis)
        axes = [stand.axes[index] for stand in shift.standings]
        rows.append([_("{axis}, median").format(axis=name), *(_place(a.median) for a in axes)])
        halves = (f"{_place(a.low)} … {_place(a.high)}" for a in axes)
        rows.append([_("{axis}, middle half").format(axis=name), *halves])
        rows.append(
            [
                _("{axis}, agreement").format(axis=name),
                *("" if a.agreement is None else decimals(a.agreement) for a in axes),
            ]
        )
    for index, quadrant in enumerate(shift.grid.quadrants):
        shares = [f"{percent(stand.shares[index][1])} %" for stand in shift.standings]
        rows.append([safe(quadrant.name), *shares])
    lines = [
        *heading(2, safe(shift.grid.title)),
        *paragraph(words.grid_line(shift), words.arrows_line(shift)),
        *table(["", *tags], rows),
    ]
    moves = [[safe(a.name), _spot(a.x0, a.y0), _spot(a.x1, a.y1)] for a in shift.arrows]
    return lines + (table([_("Name"), tags[0], tags[-1]], moves) if moves else [])


def _place(value: float | None) -> str:
    return words.NONE if value is None else unit(value, 2)


def _spot(x: float, y: float) -> str:
    return f"{unit(x, 2)} / {unit(y, 2)}"
