"""The top bar: scenario, question, how many voted, the time, and progress as a line."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from mops_tui.model.agenda.agenda import position, scenario_of, steps
from mops_tui.model.agenda.asking import number_of
from mops_tui.model.agenda.pace import budget
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import SessionState
from mops_tui.words.files.condition import mark
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import view_name
from mops_tui.words.safe import safe


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds; with hours once there are some."""
    total = int(abs(seconds))
    sign = "-" if seconds <= -1 else ""
    if total >= 3600:
        return f"{sign}{total // 3600}:{total % 3600 // 60:02}:{total % 60:02}"
    return f"{sign}{total // 60}:{total % 60:02}"


def rehearsal_mark(state: SessionState) -> Content:
    """That the room is simulated, on every page of a rehearsal; empty where it is not.

    The lobby's title may say so by itself.
    """
    word = _("Rehearsal")
    named = state.view.of == "lobby" and state.title.casefold().startswith(word.casefold())
    if state.session != "rehearsal" or named:
        return Content("")
    return Content.styled(word + "  ", "bold $secondary")


class TopBar(Widget):
    """Two rows over everything else."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(id="top-bar")
        self._state: VisibleState | None = None
        self._t = 0.0

    def show(self, state: VisibleState, t: float) -> None:
        """Show a state at a time in seconds since the session was opened."""
        self._state, self._t = state, t
        self.refresh()

    def render(self) -> Content:
        """The two rows."""
        if self._state is None:
            return Content("")
        state, width = self._state, self.content_size.width
        right = self._right(state)
        left = self._left(state, width - right.cell_length - 2)
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        return Content("\n").join([Content.assemble(left, gap, right), self._way(state, width)])

    def _left(self, state: VisibleState, width: int) -> Content:
        view = state.view
        scenario = state.workshop.scenario(scenario_of(view))
        name = view_name(state, view)
        first = Content("")
        if view.back:
            words = _("DECIDED") if state.landed is not None else _("LOOKING BACK")
            first = Content.styled(words + "  ", "bold $warning")
        if state.blanked:  # seen where the facilitator's own screen stays on, and in a replay
            first = Content.styled(_("DARK") + "  ", "bold $warning")
        first = Content.assemble(first, rehearsal_mark(state))
        marked = mark(state.policy)
        if marked:
            first = Content.assemble(first, (marked + "  ", "bold $warning"))
        title = Content.styled(name, "bold $accent")
        forms = [title]
        if view.of == "question" and scenario is not None and not scenario.closing:
            n, m = number_of(state, view.name)
            number = _("{n} of {m}").format(n=n, m=m)
            numbered = Content.assemble(title, (f"  {number}", "$text-muted"))
            full = Content.assemble((safe(scenario.title) + "  ", "$text-muted"), numbered)
            forms = [full, numbered, title]
        room = max(4, width - first.cell_length)
        fitting = [form for form in forms if form.cell_length <= room]
        shown = fitting[0] if fitting else forms[-1].truncate(room, ellipsis=True)
        return Content.assemble(first, shown)

    def _right(self, state: VisibleState) -> Content:
        parts: list[tuple[str, str]] = []
        view = state.view
        if view.of == "question" and not view.back:
            round_ = state.round(view.name)
            if round_ is not None and round_.phase != "revealed":
                words = _("{n} of {m} voted").format(n=round_.voted, m=state.eligible(round_))
                parts += [(words, "bold $success"), ("   ", "")]
        planned = budget(state, state.place)
        spent = state.spent_at(state.place.key, self._t)
        if planned and not view.back:
            style = "$warning" if spent > planned else "$text-muted"
            parts += [(f"{clock(spent)}/{clock(planned)}", style), ("   ", "")]
        day = state.worked(self._t) / 60
        style = "bold $error" if day > state.minutes else "$text-muted"
        parts.append((_("{n}/{m} min").format(n=int(day), m=int(state.minutes)), style))
        return Content.assemble(*parts)

    def _way(self, state: VisibleState, width: int) -> Content:
        places = steps(state)
        current = position(state, state.place)
        at = -1 if state.place.of == "lobby" else len(places) if current is None else current
        looked = position(state, state.view) if state.view.back else None
        size = max(1, (width - len(places)) // len(places))
        parts: list[tuple[str, str]] = []
        for index, step in enumerate(places):
            first = index and step.of in ("brief", "break", "grid", "owners", "workshop")
            gap = " " if first or size > 1 else ""
            sign = "━" if index < at else "█" if index == at else "─"
            style = "$primary" if index < at else "bold $accent" if index == at else "$text-muted"
            if index == looked:
                sign, style = "▒", "bold $warning"
            parts += [(gap, ""), (sign * size, style)]
        return Content.assemble(*parts).truncate(width)
