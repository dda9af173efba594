"""The resulting quadrant: everybody's marks on a grid, and what they come to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.pack import Grid
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import GridSummary, Leaning, RoleMarks, Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import Look
from mops_tui.pictures.grid import grid_picture
from mops_tui.tui.widgets.bodies.base import Body
from mops_tui.tui.widgets.bodies.reveal import mark_labels
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results import verdicts as words
from mops_tui.words.results.answers import term_words
from mops_tui.words.results.figures import percent
from mops_tui.words.results.labels import end_label, participant_label
from mops_tui.words.safe import cells, safe


class GridBody(Body):
    """The grid beside its figures, or beside the reason of one mark."""

    def compose(self) -> ComposeResult:
        """Picture and column."""
        with Horizontal(id="grid-columns"):
            yield PictureView(id="grid-picture")
            with VerticalScroll(id="grid-side", can_focus=False):
                yield Static(id="grid-figures")

    def show(self, state: VisibleState, look: Look, t: float) -> None:  # noqa: ARG002
        """Fill it."""
        grid = state.workshop.grid(state.view.name)
        if grid is None:
            return
        marks_summary = summary(state, grid.id)
        view = self.query_one("#grid-picture", PictureView)
        picture = grid_picture(grid, marks_summary, mark_labels(state))
        if view.picture != picture:
            view.show(picture)
        column = self.query_one("#grid-figures", Static)
        width = max(20, column.content_size.width)
        # On a narrow screen the grid has the whole width, and the figures go below in few lines.
        stacked = not look.mark and not self.wide
        why_key = self.key_of("why") if self.keys else ""
        self.set_class(stacked, "-stacked")
        if look.mark:
            column.update(_why(state, grid, marks_summary, look.mark, width, why_key))
        elif stacked:
            column.update(_few_lines(state, grid, marks_summary))
        else:
            column.update(_figures(state, grid, marks_summary, width, why_key))


def _few_lines(state: VisibleState, grid: Grid, marks_summary: GridSummary | None) -> Content:
    """The axes, the shares and the roles, a line each."""
    if marks_summary is None or not (
        marks_summary.placed or marks_summary.leaning or marks_summary.called
    ):
        return _nobody()
    lines = [
        Content.styled(words.axis(axis, grid, state.policy, state.present), "bold")
        for axis in marks_summary.axes
    ]
    for quadrant in grid.quadrants:
        roles = [
            safe(r.role) for r in marks_summary.roles if grid.quadrant_at(r.x, r.y) is quadrant
        ]
        lines += _roles_line(safe(quadrant.name), roles)
    lines += _roles_line(
        _("In no quadrant"),
        [safe(r.role) for r in marks_summary.roles if not grid.quadrant_at(r.x, r.y)],
    )
    return Content("\n").join(lines)


def _roles_line(where: str, roles: list[str]) -> list[Content]:
    if not roles:
        return []
    return [Content.assemble((f"{where}: ", "$primary"), (", ".join(roles), "$text-muted"))]


def _nobody() -> Content:
    sentence = _("Nobody has a mark here yet. Marks appear as questions are revealed.")
    return Content.styled(sentence, "$text-muted")


def _figures(
    state: VisibleState, grid: Grid, marks_summary: GridSummary | None, width: int, why_key: str
) -> Content:
    if marks_summary is None or not (
        marks_summary.placed or marks_summary.leaning or marks_summary.called
    ):
        return _nobody()
    lines = [
        Content.styled(words.axis(axis, grid, state.policy, state.present), "bold")
        for axis in marks_summary.axes
    ]
    lines.append(Content(""))
    names = {quadrant.id: quadrant.name for quadrant in grid.quadrants}
    if marks_summary.shares:
        lines.append(Content.styled(_("The room leans to"), "$text-muted"))
    for key, share in marks_summary.shares:
        bar = "█" * min(10, round(share * 20))
        lines.append(
            Content.assemble(
                f"{safe(names[key], 14):<14} ",
                (f"{bar:<10}", "$primary"),
                f" {percent(share):>3} %",
            )
        )
    if marks_summary.roles:
        lines += [Content(""), Content.styled(_("By role"), "$text-muted")]
        lines += [_role(grid, role, width) for role in marks_summary.roles]
    lines.append(Content(""))
    placed = ngettext("{n} placed themselves", "{n} placed themselves", len(marks_summary.placed))
    lean = ngettext("{n} leaning by answers", "{n} leaning by answers", len(marks_summary.leaning))
    lines.append(Content.styled("● " + placed.format(n=len(marks_summary.placed)), "$text-muted"))
    lines.append(Content.styled("○ " + lean.format(n=len(marks_summary.leaning)), "$text-muted"))
    if marks_summary.leanings and why_key:
        hint = _("{key} tells why a mark stands there").format(key=why_key)
        lines.append(Content.styled(hint, "$text-muted"))
    return Content("\n").join(lines)


def _role(grid: Grid, role: RoleMarks, width: int) -> Content:
    quadrant = grid.quadrant_at(role.x, role.y)
    where = safe(quadrant.name, 13) if quadrant else _("no quadrant")
    count = f" ×{role.n}" if role.n > 1 else ""
    name = safe(role.role, width - 15 - len(count)) + count
    return Content.assemble(name + " " * (width - 14 - cells(name)), (where, "$primary"))


def _why(
    state: VisibleState,
    grid: Grid,
    marks_summary: GridSummary | None,
    participant: str,
    width: int,
    why_key: str,
) -> Content:
    leaning = (
        next((one for one in marks_summary.leanings if one.participant == participant), None)
        if (marks_summary)
        else None
    )
    if leaning is None:
        return Content(_("There is nothing to explain."))
    lines = [
        Content.styled(
            _("Why {name} leans there").format(name=participant_label(state, participant)),
            "bold $accent",
        )
    ]
    lines += _axis_terms(state, grid, leaning, "x", width)
    lines += _axis_terms(state, grid, leaning, "y", width)
    if why_key:
        hint = _("{key}: the next person").format(key=why_key)
        lines += [Content(""), Content.styled(hint, "$text-muted")]
    return Content("\n").join(lines)


def _axis_terms(
    state: VisibleState, grid: Grid, leaning: Leaning, axis: str, width: int
) -> list[Content]:
    value = leaning.x if axis == "x" else leaning.y
    terms = leaning.x_terms if axis == "x" else leaning.y_terms
    low, high = end_label(grid, axis, "low"), end_label(grid, axis, "high")
    head = _("{low} -1 to {high} +1").format(low=low, high=high)
    if value is None:
        count = ngettext(
            "{n} answer: too few for a mark", "{n} answers: too few for a mark", len(terms)
        ).format(n=len(terms))
        return [Content(""), Content.styled(head, "$primary"), Content.styled(count, "$text-muted")]
    lines = [Content(""), Content.styled(head, "$primary")]
    ordered = sorted(terms, key=lambda term: -abs(term.part))
    lines += [_term(state, leaning.participant, term, width) for term in ordered]
    total = Content.assemble((f"{value:+.3f}", "bold"), "  ", (_("the mark"), "bold"))
    return [*lines, total]


def _term(state: VisibleState, participant: str, term: Term, width: int) -> Content:
    said = safe(term_words(state, participant, term), width - 10)
    return Content.assemble(f"{term.part + 0:+.3f}", "  ", (said, "$text-muted"))
