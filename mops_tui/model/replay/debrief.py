"""The debrief: remarks on how a workshop was facilitated, true, specific and kind.

Everything is read off the journal; nothing is judged that it does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.asking import is_asked
from mops_tui.model.agenda.pace import budget
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.enough import reaches_quorum
from mops_tui.model.results.results import VerdictCode
from mops_tui.model.results.tallies import result
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.events import (
    Event,
    PromptShown,
    RoundClosed,
    RoundOpened,
    RoundReopened,
)
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import View

OVER, UNDER = 1.25, 0.5
"""A place took long from 1.25 times its budget on, and was short below half of it."""
SHORT = 0.4
"""A day below this part of its plan was no workshop of that length."""
MOST_UNUSED = 3
"""How many questions with unused prompts are named; more are counted."""
DIVIDED: tuple[VerdictCode, ...] = ("split", "polarised", "low-agreement", "tie")
"""Verdicts after which a second round is worth its time."""


RemarkCode = Literal[
    "day-long",
    "day-short",
    "day-kept",
    "not-asked",
    "question-long",
    "closed-early",
    "split-left",
    "voted-again",
    "no-decision",
    "no-owner",
    "decided",
    "prompts-unused",
    "prompts-more",
    "prompts-used",
]
"""Everything that can be said; `words.debrief` has a sentence for each."""


@dataclass(frozen=True)
class Remark:
    """One thing to say.

    Attributes:
        code: What; `words.debrief` has the sentence.
        good: It went well.
        ref: The question or scenario it is about, or "".
        params: Counts and minutes for the sentence.
    """

    code: RemarkCode
    good: bool = False
    ref: str = ""
    params: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class TimeSpent:
    """Time at one place, in seconds, against its budget."""

    view: View
    planned: float
    spent: float


@dataclass(frozen=True)
class Debrief:
    """The debrief of a session: its remarks in order."""

    planned: float
    elapsed: float
    places: tuple[TimeSpent, ...]
    remarks: tuple[Remark, ...]


def debrief(header: Header, events: Iterable[Event]) -> Debrief:
    """Make the debrief of a session from its events."""
    state = begin(header)
    closed: dict[tuple[str, int], tuple[int, int]] = {}
    prompted: set[str] = set()
    for event in events:
        state = apply(state, event)
        if isinstance(event, RoundClosed):
            round_ = state.rounds.get(event.question, ())[-1:]
            for one in round_:
                closed[(event.question, event.round)] = (one.voted, one.present)
        elif isinstance(event, RoundReopened | RoundOpened):
            closed.pop((event.question, event.round), None)  # it counts when it is closed again
        elif isinstance(event, PromptShown) and event.prompt:
            prompted.add(event.question)
    seen = visible(state, "facilitator")
    remarks = (
        *_time(seen),
        *_early(seen, closed),
        *_rounds(seen),
        *_decisions(seen),
        *_prompts(seen, prompted),
    )
    return Debrief(
        planned=seen.minutes * 60,
        elapsed=seen.active(seen.t),
        places=tuple(_places(seen)),
        remarks=remarks,
    )


def _places(state: VisibleState) -> Iterable[TimeSpent]:
    for view in steps(state):
        spent = state.spent_at(view.key, state.t)
        if spent > 0:
            yield TimeSpent(view, budget(state, view), spent)


def _time(state: VisibleState) -> Iterable[Remark]:
    planned, elapsed = state.minutes * 60, state.worked(state.t)
    minutes = {"planned": round(planned / 60), "elapsed": round(elapsed / 60)}
    revealed, total = _asked(state)
    if elapsed > planned * 1.05:
        yield Remark("day-long", params=minutes)
    elif elapsed < planned * SHORT:
        yield Remark("day-short", params=minutes)
    else:
        yield Remark("day-kept", good=True, params=minutes)
    if revealed < total:
        yield Remark("not-asked", params={"asked": revealed, "whole": total})
    long = [p for p in _places(state) if p.view.of == "question" and p.planned]
    long.sort(key=lambda place: place.planned - place.spent)
    for place in long[:2]:
        figures = {"planned": place.planned / 60, "spent": place.spent / 60}
        if place.spent > place.planned * OVER:
            yield Remark("question-long", ref=place.view.name, params=figures)


def _asked(state: VisibleState) -> tuple[int, int]:
    """How many questions were revealed, of how many that were not skipped on purpose."""
    every = [
        ref
        for scenario in state.workshop.scenarios
        if not scenario.closing
        for ref in refs(scenario)
        if is_asked(state, ref)
    ]
    shown = [r for r in every if any(one.phase == "revealed" for one in state.rounds.get(r, ()))]
    return len(shown), len(every)


def _early(
    state: VisibleState, closed: Mapping[tuple[str, int], tuple[int, int]]
) -> Iterable[Remark]:
    for (ref, number), (voted, present) in closed.items():
        if not reaches_quorum(voted, present, state.policy.quorum):
            figures = {"voted": voted, "present": present, "round": number}
            yield Remark("closed-early", ref=ref, params=figures)


def _rounds(state: VisibleState) -> Iterable[Remark]:
    for ref, rounds in state.rounds.items():
        shown = [one for one in rounds if one.phase == "revealed"]
        if not shown:
            continue
        last = result(state, ref, shown[-1].number)
        if last is None:
            continue
        if len(shown) == 1 and last.verdict.code in DIVIDED:
            yield Remark("split-left", ref=ref)
        elif len(shown) > 1:
            first = result(state, ref, shown[0].number)
            if first is not None and first.verdict.code in DIVIDED:
                yield Remark("voted-again", good=True, ref=ref, params={"rounds": len(shown)})


def _decisions(state: VisibleState) -> Iterable[Remark]:
    for scenario in state.workshop.scenarios:
        begun = any(state.round(ref) is not None for ref in refs(scenario))
        if scenario.decision is None or not begun:
            continue
        decisions = [d for d in state.decisions.values() if d.scenario == scenario.id]
        if not decisions:
            yield Remark("no-decision", ref=scenario.id)
        elif not any(d.owner for d in decisions):
            yield Remark("no-owner", ref=scenario.id)
        else:
            yield Remark("decided", good=True, ref=scenario.id)


def _prompts(state: VisibleState, prompted: set[str]) -> Iterable[Remark]:
    revealed = [
        ref
        for ref, rounds in state.rounds.items()
        if any(one.phase == "revealed" for one in rounds)
    ]
    with_prompts = [ref for ref in revealed if _has_prompts(state, ref)]
    unused = [ref for ref in with_prompts if ref not in prompted]
    for ref in unused[:MOST_UNUSED]:
        yield Remark("prompts-unused", ref=ref)
    if len(unused) > MOST_UNUSED:
        yield Remark("prompts-more", params={"n": len(unused) - MOST_UNUSED})
    if with_prompts and not unused:
        yield Remark("prompts-used", good=True, params={"n": len(with_prompts)})


def _has_prompts(state: VisibleState, ref: str) -> bool:
    question = state.workshop.question(ref)
    return question is not None and bool(question.prompts)
