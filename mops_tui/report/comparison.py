"""A comparison to read: Markdown."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, MatchedQuestion
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.grids import GridShift
from mops_tui.report.comparison_data import asked
from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.words.comparison import comparison as words
from mops_tui.words.comparison.gaps import gap_lines
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import decimals, percent, unit
from mops_tui.words.safe import safe


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
    gaps = bullets(text(line) for line in gap_lines(comparison))
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
    lines = table([_("Scenario"), *tags], rows)
    return [*heading(2, _("Decisions")), *paragraph(words.decided_line(comparison)), *lines]


def _question(comparison: Comparison, one: MatchedQuestion) -> list[str]:
    question, workshop = asked(comparison, one)
    tags = [words.tag(index) for index in one.sessions]
    results = [words.result_text(comparison, one, place) for place in range(len(tags))]
    top = words.top_label(question)
    change = _("Change, {first} to {last}").format(first=tags[0], last=tags[-1])
    headings = ["", *tags, change if len(tags) > 2 else _("Change")]
    headings += [_("{level}, {tag}").format(level=top, tag=x) for x in tags] if top else []
    scales = any(figure and figure.agreement is not None for r in one.rows for figure in r.figures)
    headings += [_("Agreement, {tag}").format(tag=x) for x in tags] if scales else []
    rows = [[_("Answered"), *one.answered, *[""] * (len(headings) - 1 - len(tags))]]
    for row in one.rows:
        cells: list[object] = [words.row_label(row, question, workshop)]
        cells += [words.value_text(figure, question) for figure in row.figures]
        cells.append(words.change_text(row))
        if top:
            cells += [_share(words.top_share(figure)) for figure in row.figures]
        if scales:
            cells += [_agreement(figure) for figure in row.figures]
        rows.append(cells)
    lines = [
        _("{tag}: {verdict}").format(tag=x, verdict=verdict)
        for x, verdict in zip(tags, results, strict=True)
        if verdict
    ]
    return [
        *heading(3, safe(question.title)),
        *paragraph(safe(question.ask)),
        *table(headings, rows),
        *bullets([*map(text, lines), text(words.same_text(one))]),
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
