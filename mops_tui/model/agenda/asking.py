"""Which questions are asked: some wait for the answer to an earlier one."""

from __future__ import annotations

from mops_tui.model.packs.minutes import asked_minutes
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.state import SessionState


def is_asked(state: SessionState, ref: str) -> bool:
    """Whether a question is on the way: not skipped, and one of its conditions holds, if any.

    A question that has begun stays, whatever a later round of the other one brings.
    """
    if ref in state.skipped:
        return False
    question = state.workshop.question(ref)
    if question is None or not question.asked_if or state.rounds.get(ref):
        return True
    scenario_id = ref.partition("/")[0]
    return any(
        not set(one.leads).isdisjoint(leading(state, f"{scenario_id}/{one.question}"))
        for one in question.asked_if
    )


def waits(state: SessionState, ref: str) -> bool:
    """Whether a question is not on the way because no answer that it hangs on leads."""
    return ref not in state.skipped and not is_asked(state, ref)


def number_of(state: SessionState, ref: str) -> tuple[int, int]:
    """Which question of its scenario this is, from 1, of how many: those that wait left out."""
    scenario = state.workshop.scenario(ref.partition("/")[0])
    own = [
        one for one in (refs(scenario) if scenario else ()) if one == ref or not waits(state, one)
    ]
    return (own.index(ref) + 1 if ref in own else 0), len(own)


def leading(state: SessionState, ref: str) -> tuple[str, ...]:
    """The answers with most votes in a question's latest revealed round; all that tie."""
    rounds = state.rounds.get(ref, ())
    shown = next((one for one in reversed(rounds) if one.phase == "revealed"), None)
    return shown.leading if shown else ()


def waiting_minutes(state: SessionState, scenario: Scenario) -> float:
    """The minutes of questions that may still come to be asked: as many as can be at most."""
    return asked_minutes(_waiting(state, scenario))


def _waiting(state: SessionState, scenario: Scenario) -> list[QuestionBase]:
    """Questions that wait for an answer which is still to come."""
    waiting: list[QuestionBase] = []
    for question in scenario.questions:
        ref = f"{scenario.id}/{question.id}"
        to_come = tuple(
            one for one in question.asked_if if _is_to_come(state, f"{scenario.id}/{one.question}")
        )
        if to_come and ref not in state.skipped and not is_asked(state, ref):
            waiting.append(question.model_copy(update={"asked_if": to_come}))
    return waiting


def _is_to_come(state: SessionState, ref: str) -> bool:
    rounds = state.rounds.get(ref, ())
    known = ref in state.skipped or any(one.phase == "revealed" for one in rounds)
    return not known and not _is_passed(state, ref)


def _is_passed(state: SessionState, ref: str) -> bool:
    """Whether the workshop has gone on to something later of the same scenario."""
    scenario_id = ref.partition("/")[0]
    place = state.place
    if place.of != "question":
        return place.of in ("decision", "break") and place.name == scenario_id
    scenario = state.workshop.scenario(scenario_id)
    order = refs(scenario) if scenario else ()
    return place.name in order and ref in order and order.index(ref) < order.index(place.name)
