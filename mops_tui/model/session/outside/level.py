"""Questions that were asked since answers to an earlier one were level: they tell that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mops_tui.model.packs.answers import POINTS
from mops_tui.model.packs.questions import kind_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.state_parts import LOBBY


def asked_of_level(state: WorkshopState, least: int) -> frozenset[str]:
    """The questions that were asked because answers of a vote with a small group were level.

    Six people, of whom as many chose one room as the other, were asked about both: three chose
    each. Where one answer that leads would have had all of them asked, they tell of no tie.

    Args:
        state: Everything.
        least: An answer that fewer gave is a small group.
    """
    found: set[str] = set()
    for parent, hanging in _hanging(state).items():
        question = state.workshop.question(parent)
        poured = question is not None and kind_of(question) == "allocate"
        for one in state.rounds.get(parent, ()):
            first = set(one.leading)
            if len(first) < 2 or min(one.counts.values()) >= least * (POINTS if poured else 1):
                continue
            asked = {ref: leads & first for ref, leads in hanging.items() if leads & first}
            if not set.intersection(first, *asked.values()):
                found |= asked.keys()
    return frozenset(found)


def without_questions(shown: Mapping[str, Any], refs: frozenset[str]) -> dict[str, Any]:
    """The parts of a view in which some questions were never asked, nor any time spent on them."""
    keys = {("question", ref) for ref in refs}
    return {
        "rounds": {ref: own for ref, own in shown["rounds"].items() if ref not in refs},
        "spent": {key: own for key, own in shown["spent"].items() if key not in keys},
        "skipped": tuple(ref for ref in shown["skipped"] if ref not in refs),
        "place": LOBBY if shown["place"].key in keys else shown["place"],
    }


def _hanging(state: WorkshopState) -> Mapping[str, Mapping[str, set[str]]]:
    """By the question that they hang on: what was asked, and where which of its answers lead."""
    found: dict[str, dict[str, set[str]]] = {}
    for parent, ref, leads in _conditions(state):
        if state.rounds.get(ref):
            found.setdefault(parent, {}).setdefault(ref, set()).update(leads)
    return found


def _conditions(state: WorkshopState) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for scenario in state.workshop.scenarios:
        for ref, question in zip(refs(scenario), scenario.questions, strict=True):
            for one in question.asked_if:
                yield f"{scenario.id}/{one.question}", ref, one.leads
