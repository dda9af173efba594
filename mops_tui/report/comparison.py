"""A comparison to read: Markdown."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift, GridStanding
from mops_tui.model.comparison.matched import MatchedQuestion
from mops_tui.model.results.results import AxisResult
from mops_tui.report.comparison_data import asked
from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison import rows as in_rows
from mops_tui.words.comparison.decisions import (
    decided_line,
    decided_note,
    decided_text,
    decided_title,
    plan_changes,
)
from mops_tui.words.comparison.gaps import gap_lines, reworded
from mops_tui.words.comparison.grids import (
    arrows_line,
    corner_names,
    corner_text,
    grid_line,
    hair_lines,
)
from mops_tui.words.comparison.headlines import changed_lines, unchanged_line
from mops_tui.words.comparison.sessions import (
    heads,
    rehearsal_line,
    session_line,
    tag,
    thresholds_line,
    unread_lines,
)
from mops_tui.words.comparison.turns import turned_lines
from mops_tui.words.comparison.wordings import consent_hint, consent_lines, reworded_lines
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.results.quoting import titled
from mops_tui.words.safe import safe


def markdown(comparison: Comparison) -> str:
    """The comparison as Markdown; the same bytes for the same sessions."""
    everybody = [session_line(comparison, at) for at in range(len(comparison.sessions))]
    lines = [
        *heading(1, _("Sessions side by side")),
        *bullets(text(line) for line in [*everybody, *unread_lines(comparison)]),
        *paragraph(rehearsal_line(comparison), thresholds_line(comparison)),
        *_changed(comparison),
        *_returned(comparison),
        *_decisions(comparison),
    ]
    if comparison.questions:
        lines += [*heading(2, _("Questions")), *paragraph(_legend(comparison))]
        for one in comparison.questions:
            lines += _question(comparison, one)
    else:
        lines += paragraph(_("No question was answered in two of them."))
    for shift in comparison.grids:
        lines += _grid(comparison, shift)
    return "\n".join([*lines, *_gaps(comparison)]).rstrip("\n") + "\n"


def _gaps(comparison: Comparison) -> list[str]:
    gaps = bullets(text(line) for line in gap_lines(comparison))
    for gap in reworded(comparison):
        first, *further = [*reworded_lines(gap), consent_hint(gap)]
        gaps += [f"- {text(first)}", *(f"  - {text(line)}" for line in further if line)]
    return [*heading(2, _("What cannot be compared")), *gaps, ""] if gaps else []


def _legend(comparison: Comparison) -> str:
    """What the figures of the tables mean, as far as there are any."""
    figures = [f for one in comparison.questions for row in one.rows for f in row.figures if f]
    parts = []
    if any(figure.unit == "step" for figure in figures):
        parts.append(
            _("The answer of an item is its typical one: half of the room is at it or below it.")
        )
    if any(figure.unit == "axis" for figure in figures):
        parts.append(
            _("The place on an axis is the middle of the room, from -1, its first end, to 1.")
        )
    parts += [next(filter(None, map(in_rows.moved_legend, comparison.questions)), "")]
    if any(figure.agreement is not None for figure in figures):
        parts.append(_("Agreement: 1 is all alike, 0 is spread evenly, -1 is two camps."))
    return " ".join(filter(None, parts))


def _changed(comparison: Comparison) -> list[str]:
    changed = [*changed_lines(comparison), *turned_lines(comparison)]
    lines = bullets(text(line) for line in changed)
    lines = lines or paragraph(unchanged_line(comparison))
    return [*heading(2, _("What changed most")), *lines] if lines else []


def _returned(comparison: Comparison) -> list[str]:
    if not comparison.returned:
        return []
    lines = bullets(text(words.returned_text(one)) for one in comparison.returned)
    return [*heading(2, _("Actions that came back")), *lines]


def _decisions(comparison: Comparison) -> list[str]:
    if not comparison.decisions:
        return []
    every = range(len(comparison.sessions))
    rows = [
        [decided_title(one), *(decided_text(one, index) for index in every), decided_note(one)]
        for one in comparison.decisions
    ]
    lines = table([_("Scenario"), *heads(comparison), ""], rows)
    changes = bullets(
        text(titled(one.title, change))
        for one in comparison.decisions
        for change in plan_changes(one)
    )
    head = [*heading(2, _("Decisions")), *paragraph(decided_line(comparison))]
    return [*head, *lines, *changes]


def _question(comparison: Comparison, one: MatchedQuestion) -> list[str]:
    question, _workshop = asked(comparison, one)
    names = heads(comparison)
    tags, places = [tag(index) for index in one.sessions], range(len(one.sessions))
    top = in_rows.top_label(question)
    change = _("Change, {first} to {last}").format(first=tags[0], last=tags[-1])
    headings = ["", *(names[index] for index in one.sessions), change]
    headings += [_("{level}, {tag}").format(level=top, tag=x) for x in tags] if top else []
    scales = any(figure and figure.agreement is not None for r in one.rows for figure in r.figures)
    headings += [_("Agreement, {tag}").format(tag=x) for x in tags] if scales else []
    rows = [[_("Answered"), *one.answered, *[""] * (len(headings) - 1 - len(tags))]]
    for row in one.rows:
        cells: list[object] = [in_rows.row_label(row, *in_rows.row_asked(comparison, one, row))]
        cells += [in_rows.value_text(comparison, one, row, place) for place in places]
        cells.append(in_rows.change_text(one, row))
        if top:
            cells += [_share(in_rows.top_share(figure)) for figure in row.figures]
        if scales:
            cells += [_agreement(figure) for figure in row.figures]
        rows.append(cells)
    said = [words.result_text(comparison, one, place) for place in places]
    lines = [
        _("{tag}: {verdict}").format(tag=x, verdict=verdict)
        for x, verdict in zip(tags, said, strict=True)
        if verdict
    ]
    return [
        *heading(3, safe(question.title)),
        *([] if one.by_consent else paragraph(safe(question.ask))),
        *bullets(map(text, consent_lines(comparison, one))),
        *bullets(map(text, [*lines, *words.same_texts(comparison, one)])),
        *table(headings, rows),
    ]


def _share(share: float | None) -> str:
    return in_rows.NONE if share is None else f"{percent(share)} %"


def _agreement(figure: Figure | None) -> str:
    known = figure is not None and figure.agreement is not None
    return decimals(figure.agreement or 0.0) if known and figure is not None else ""


def _grid(comparison: Comparison, shift: GridShift) -> list[str]:
    names = heads(comparison)
    ends = [names[stand.session] for stand in shift.standings]
    rows: list[list[object]] = [[_("Marks"), *(stand.n for stand in shift.standings)]]
    for index in (0, 1):
        name = in_rows.grid_axis(shift.grid, shift.standings[0].axes[index].axis)
        axes = [(stand, stand.axes[index]) for stand in shift.standings]
        rows.append([_("{axis}, middle of the room").format(axis=name), *map(_middle, axes)])
        rows.append([_("{axis}, middle half").format(axis=name), *map(_half, axes)])
        rows.append(
            [
                _("{axis}, agreement").format(axis=name),
                *("" if a.agreement is None else decimals(a.agreement) for _stand, a in axes),
            ]
        )
    for index, name in enumerate(corner_names(shift)):
        rows.append([name, *(corner_text(of, index) for of in shift.standings)])
    lines = [
        *heading(2, safe(shift.grid.title)),
        *paragraph(grid_line(shift), arrows_line(comparison, shift), *hair_lines(shift)),
        *table(["", *ends], rows),
    ]
    moves = [[safe(a.name), _spot(a.x0, a.y0), _spot(a.x1, a.y1)] for a in shift.arrows]
    return lines + (table([_("Name"), ends[0], ends[-1]], moves) if moves else [])


def _middle(of: tuple[GridStanding, AxisResult]) -> str:
    """The median on an axis; of a room in two camps there is none."""
    stand, axis = of
    if stand.short(axis) in ("few", "split"):
        return {"few": _("too few"), "split": _("split")}[str(stand.short(axis))]
    place = _place(axis.median)
    return _("{place}, under the quorum").format(place=place) if stand.short(axis) else place


def _half(of: tuple[GridStanding, AxisResult]) -> str:
    return "" if of[1].low is None else f"{_place(of[1].low)} … {_place(of[1].high)}"


def _place(value: float | None) -> str:
    return in_rows.NONE if value is None else unit(value, 2)


def _spot(x: float, y: float) -> str:
    return f"{unit(x, 2)} / {unit(y, 2)}"
