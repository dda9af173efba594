"""The part of a report to read that is about one grid."""

from __future__ import annotations

from mops_tui.report.markup import bullets, heading, paragraph, table, text
from mops_tui.report.schema.grids import GridData
from mops_tui.report.schema.rounds import AxisData
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import half_up, percent_text, unit


def grid_part(grid: GridData) -> list[str]:
    """A grid: its marks in figures, corner by corner, person by person, role by role."""
    lines = heading(2, grid["title"])
    lines += paragraph(
        ngettext("One own mark.", "{n} own marks.", grid["placed_count"]).format(
            n=grid["placed_count"]
        ),
        ngettext("One mark from answers.", "{n} marks from answers.", grid["leaning_count"]).format(
            n=grid["leaning_count"]
        ),
    )
    lines += bullets(text(axis["text"]) for axis in grid["axes"] if axis["n"])
    lines += _corners(grid)
    lines += _marks(grid)
    if grid["roles"]:
        rows = [[r["role"], r["n"], unit(r["x"], 2), unit(r["y"], 2)] for r in grid["roles"]]
        lines += table([_("Role"), _("Marks"), *_axis_names(grid)], rows)
    return lines


def _corners(grid: GridData) -> list[str]:
    """How far the marks pull to each corner, which is no count of votes."""
    if not grid["placed_count"] and not grid["leaning_count"]:
        called = [[s["label"], s["called"]] for s in grid["shares"]]
        return table([_("Corner"), _("Called out")], called)
    rows = [[s["label"], percent_text(half_up(s["share"])), s["called"]] for s in grid["shares"]]
    note = _(
        "Pull: each mark counts for all four corners, the more the nearer it is. It is no count "
        "of votes."
    )
    return [*table([_("Corner"), _("Pull"), _("Called out")], rows), *paragraph(note)]


def _axis_names(grid: GridData) -> list[str]:
    return [axis["label"] for axis in grid["axes"]]


def _marks(grid: GridData) -> list[str]:
    rows = [
        [mark["name"], kind, mark["where"], unit(mark["x"], 2), unit(mark["y"], 2)]
        for kind, marks in ((_("own"), grid["placed"]), (_("from answers"), grid["leaning"]))
        for mark in marks
    ]
    return table([_("Name"), _("Mark"), _("Stands"), *_axis_names(grid)], rows) if rows else []


def axes_table(axes: list[AxisData]) -> list[str]:
    """The figures of a grid's two axes, from -1 to 1."""
    rows = [
        [
            axis["label"],
            axis["n"],
            *(
                "" if at is None else unit(at, 2)
                for at in (axis["low"], axis["median"], axis["high"])
            ),
            "" if axis["agreement"] is None else f"{axis['agreement']:.2f}",
            _("yes") if axis["split"] else "",
        ]
        for axis in axes
    ]
    headings = [_("Axis"), _("Marks"), _("Lower quartile"), _("Median"), _("Upper quartile"), "A"]
    headings.append(_("Split"))
    return table(headings, rows)
