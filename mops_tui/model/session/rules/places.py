"""The rules of what the room looks at."""

from __future__ import annotations

from mops_tui.model.packs.pack import MOST_SUBJECT
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.rules.outcome import Outcome
from mops_tui.model.session.rules.timer import break_seconds
from mops_tui.model.session.state import View, WorkshopState, is_step
from mops_tui.model.session.undo.undo import shown


def show(state: WorkshopState, command: cmd.Show) -> Outcome:
    """Let the room look at a place; a question shown for the first time opens its vote.

    The timer of a break runs as soon as it begins.
    """
    view = command.view
    there = _shown(state, view)
    if there is None:
        return Refusal("nothing-there")
    if view.back:
        return (there,)
    events = [there]
    if state.timer and view.key != state.place.key:
        events.insert(0, ev.TimerStopped())
    if view.of == "question" and not state.rounds.get(view.name):
        events.append(ev.RoundOpened(question=view.name, round=1))
    if view.of == "break" and view.key != state.place.key:
        events.append(ev.TimerStarted(seconds=break_seconds(state, view.name), of="break"))
    return tuple(events)


def name_subject(state: WorkshopState, command: cmd.NameSubject) -> Outcome:
    """Name what a scenario is about."""
    scenario = state.workshop.scenario(command.scenario)
    if scenario is None or scenario.subject is None:
        return Refusal("no-subject")
    subject = " ".join(command.subject.split())[:MOST_SUBJECT].strip()
    if subject == state.subjects.get(command.scenario, ""):
        return ()
    return (ev.SubjectNamed(scenario=command.scenario, subject=subject),)


def _shown(state: WorkshopState, view: View) -> ev.Event | None:
    workshop = state.workshop
    if view.of in ("before", "break", "owners"):
        return shown(view) if is_step(state, view.of, view.name) else None
    there: dict[str, bool] = {
        "lobby": False,
        "brief": workshop.scenario(view.name) is not None,
        "question": workshop.question(view.name) is not None,
        "decision": workshop.scenario(view.name) is not None,
        "grid": workshop.grid(view.name) is not None,
        "workshop": True,
    }
    return shown(view) if there[view.of] else None


def show_prompt(state: WorkshopState, command: cmd.ShowPrompt) -> Outcome:
    """Put a prompt beside the question that is shown."""
    if state.view.key != ("question", command.question):
        return Refusal("nothing-there")
    return (ev.PromptShown(question=command.question, prompt=command.prompt),)


def turn_page(state: WorkshopState, command: cmd.TurnPage) -> Outcome:
    """Look at what is shown in another way; what is the facilitator's waits for the reveal."""
    look = command.look
    if look == state.look:
        return ()
    if not 0 <= look.round <= len(state.rounds.get(state.view.name, ())):
        return Refusal("nothing-there")
    rounds = state.rounds.get(state.view.name, ())
    if look.told and not (rounds and rounds[look.round - 1].phase == "revealed"):
        return Refusal("nothing-there")
    return (ev.PageShown(page=look.page, round=look.round, mark=look.mark, told=look.told),)


def set_agenda(state: WorkshopState, command: cmd.SetAgenda) -> Outcome:
    """Skip questions, and give the day its minutes."""
    if any(state.workshop.question(ref) is None for ref in command.skipped):
        return Refusal("unknown-question")
    return (ev.AgendaSet(skipped=command.skipped, minutes=command.minutes),)


def blank_screen(state: WorkshopState, command: cmd.Blank) -> Outcome:
    """Turn the room's screen dark, or back on."""
    if command.on == state.blanked:
        return ()
    return (ev.ScreenBlanked(),) if command.on else (ev.ScreenUnblanked(),)


def show_code(state: WorkshopState, command: cmd.ShowCode) -> Outcome:
    """Show the code to join by phone, or hide it."""
    return () if command.on == state.code_shown else (ev.CodeShown(shown=command.on),)
