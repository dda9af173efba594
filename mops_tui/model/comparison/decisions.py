"""What was decided in a scenario, session by session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.text.days import day_meant

DecisionOutcome = Literal["same", "different", "some", "one"]
"""All who had it decided the same; they differ; those who decided said the same, but not all who
had it decided; one alone decided."""


@dataclass(frozen=True)
class DecisionPlan:
    """Who owns what a session decided in a scenario, its first steps, when it looks again.

    Attributes:
        review: Days such as "2027-03-01", or words where they name no day.
    """

    owner: tuple[str, ...] = ()
    first_step: tuple[str, ...] = ()
    review: tuple[str, ...] = ()


@dataclass(frozen=True)
class DecisionHistory:
    """What was decided in a scenario, session by session.

    Attributes:
        decisions: What each session decided, in order; empty where it decided nothing.
        on_agenda: Whether the scenario was on the agenda, in each session.
        plans: What belongs to the decisions, in each session; empty where nobody looked.
    """

    scenario: str
    title: str
    decisions: tuple[tuple[str, ...], ...]
    on_agenda: tuple[bool, ...]
    plans: tuple[DecisionPlan, ...] = ()

    @property
    def deciding(self) -> tuple[int, ...]:
        """The sessions that decided something, by index."""
        return tuple(index for index, said in enumerate(self.decisions) if said)

    @property
    def outcome(self) -> DecisionOutcome:
        """Whether the sessions decided the same, as far as they decided at all."""
        if len({said_alike(self.decisions[index]) for index in self.deciding}) > 1:
            return "different"
        if len(self.deciding) == 1:
            return "one"
        without = any(
            had and not said for said, had in zip(self.decisions, self.on_agenda, strict=True)
        )
        return "some" if without else "same"

    @property
    def changed(self) -> bool:
        """Whether two sessions decided differently. One that decided nothing did not."""
        return self.outcome == "different"


def decision_histories(states: Sequence[VisibleState]) -> tuple[DecisionHistory, ...]:
    """Each scenario in which any of some sessions decided something."""
    titles: dict[str, str] = {}
    for state in states:
        for scenario in state.workshop.scenarios:
            titles.setdefault(scenario.id, scenario.title)
        for decision in state.decisions.values():
            titles.setdefault(decision.scenario, decision.scenario)
    histories = []
    for scenario_id, title in titles.items():
        decisions = tuple(decided(state, scenario_id) for state in states)
        on_agenda = tuple(state.workshop.scenario(scenario_id) is not None for state in states)
        if any(decisions):
            plans = tuple(_plan(state, scenario_id) for state in states)
            histories.append(DecisionHistory(scenario_id, title, decisions, on_agenda, plans))
    return tuple(histories)


def decided(state: VisibleState, scenario: str) -> tuple[str, ...]:
    """What a session decided in a scenario, in its order."""
    return tuple(one.what for one in state.decisions.values() if one.scenario == scenario)


def owners(state: VisibleState, scenario: str) -> tuple[str, ...]:
    """Who owns what a session decided in a scenario."""
    return _told(one.owner for one in state.decisions.values() if one.scenario == scenario)


def _plan(state: VisibleState, scenario: str) -> DecisionPlan:
    made = [one for one in state.decisions.values() if one.scenario == scenario]
    reviews = (day_meant(one.review, state.date_of(one.t)) or one.review for one in made)
    return DecisionPlan(
        owner=_told(one.owner for one in made),
        first_step=_told(one.first_step for one in made),
        review=_told(reviews),
    )


def _told(values: Iterable[str]) -> tuple[str, ...]:
    """What is written, once each, in its order."""
    return tuple(dict.fromkeys(" ".join(one.split()) for one in values if one.strip()))


def said_alike(decisions: Sequence[str]) -> frozenset[str]:
    """Decisions as they are compared: whatever their order, capitals and spaces."""
    return frozenset(" ".join(what.casefold().split()) for what in decisions)
