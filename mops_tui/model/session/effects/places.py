"""What events about what the room looks at do."""

from __future__ import annotations

from mops_tui.model.packs.adapting.adapted import adapted
from mops_tui.model.session import events as ev
from mops_tui.model.session.effects.undoable import undo_with
from mops_tui.model.session.state import (
    Look,
    Undoable,
    View,
    ViewSnapshot,
    WorkshopState,
    change,
    is_step,
)
from mops_tui.model.session.undo.undoable import AgendaChange, Move, SubjectChange

PlaceShown = ev.BriefShown | ev.QuestionShown | ev.SummaryShown | ev.StepShown


def _looked_at(state: WorkshopState, event: PlaceShown, view: View) -> WorkshopState:
    look = state.look if view.key == state.view.key else Look()
    if view.back:
        return change(state, view=view, look=look)
    if view.key == state.place.key:
        return change(state, view=view, place=view, look=look)
    now = max(event.t, state.t) - state.rested
    key = state.place.key
    spent = {**state.spent, key: state.spent.get(key, 0.0) + now - state.since}
    undo = _gone_on(state, event)
    return change(state, view=view, place=view, look=look, spent=spent, since=now, undo=undo)


def _gone_on(state: WorkshopState, event: PlaceShown) -> tuple[Undoable, ...]:
    if state.place.of != "lobby":
        return undo_with(state, Move(event, ViewSnapshot(state.place, state.view, state.look)))
    # Nothing leads back to the door. A journal that does not say what the setup made, as none did
    # before, has all of it at the door.
    entries = (entry for entry in state.undo if entry.group != event.part_of)
    return tuple(entries) if state.set_up else ()


def brief_shown(state: WorkshopState, event: ev.BriefShown) -> WorkshopState | None:
    """The room looks at a brief."""
    if state.workshop.scenario(event.scenario) is None:
        return None
    return _looked_at(state, event, View("brief", event.scenario, event.back))


def question_shown(state: WorkshopState, event: ev.QuestionShown) -> WorkshopState | None:
    """The room looks at a question."""
    if state.workshop.question(event.question) is None:
        return None
    return _looked_at(state, event, View("question", event.question, event.back))


def summary_shown(state: WorkshopState, event: ev.SummaryShown) -> WorkshopState | None:
    """The room looks at a decision, a grid, or the whole workshop."""
    if event.of == "decision" and state.workshop.scenario(event.name) is None:
        return None
    if event.of == "grid" and state.workshop.grid(event.name) is None:
        return None
    return _looked_at(state, event, View(event.of, event.name, event.back))


def subject_named(state: WorkshopState, event: ev.SubjectNamed) -> WorkshopState | None:
    """The texts of a scenario speak of what the room has named."""
    scenario = state.workshop.scenario(event.scenario)
    if scenario is None or scenario.subject is None or state.base is None:
        return None
    before = state.subjects.get(event.scenario, "")
    subjects = {**state.subjects, event.scenario: event.subject}
    return change(
        state,
        subjects=subjects,
        workshop=adapted(state.base, subjects, state.taken_out),
        undo=undo_with(state, SubjectChange(event, before)),
    )


def step_shown(state: WorkshopState, event: ev.StepShown) -> WorkshopState | None:
    """The room looks at the session before, takes a break, or reads back who owns what."""
    if not is_step(state, event.of, event.name):
        return None
    return _looked_at(state, event, View(event.of, event.name, event.back))


def prompt_shown(state: WorkshopState, event: ev.PromptShown) -> WorkshopState | None:
    """A prompt stands beside the question."""
    if state.view.key != ("question", event.question):
        return None
    view = change(state.view, prompt=event.prompt)
    return change(state, view=view, place=state.place if view.back else view)


def page_shown(state: WorkshopState, event: ev.PageShown) -> WorkshopState:
    """The room looks at the same place in another way."""
    return change(state, look=Look(event.page, event.round, event.mark, event.told))


def agenda_set(state: WorkshopState, event: ev.AgendaSet) -> WorkshopState:
    """Other questions are skipped, or the day has other minutes."""
    undo = undo_with(state, AgendaChange(event, state.skipped, state.minutes))
    return change(state, skipped=event.skipped, minutes=event.minutes, undo=undo)


def screen_blanked(state: WorkshopState) -> WorkshopState:
    """The room's screen is dark."""
    return change(state, blanked=True)


def screen_unblanked(state: WorkshopState) -> WorkshopState:
    """The room's screen is back."""
    return change(state, blanked=False)


def code_shown(state: WorkshopState, event: ev.CodeShown) -> WorkshopState:
    """The code to join stands there, or does not."""
    return change(state, code_shown=event.shown or bool(event.code))
