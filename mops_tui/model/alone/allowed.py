"""The decision that one person's answers would let a room write down, in its pack's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mops_tui.model.alone.own import at_end, firsts, heights
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.drafts import RehearsedDecision
from mops_tui.model.packs.questions import kind_of


@dataclass(frozen=True)
class Allowed:
    """What answers alone would let a room write down, in the pack's words.

    Attributes:
        answers: Ids of what `{answer}` stands for; `last` likewise.
        elsewhere: What was put first on the other questions that the words name, by their ids.
    """

    draft: RehearsedDecision
    ref: str
    answers: tuple[str, ...]
    last: str = ""
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def allowed(walk: Walk) -> Allowed | None:
    """The first decision of the pack that the answers of a walk lead to; None where none does."""
    scenario = walk.pack
    drafts = scenario.decision.rehearsed if scenario and scenario.decision else ()
    every = (_allowed(walk, draft) for draft in drafts)
    return next((one for one in every if one is not None), None)


def _allowed(walk: Walk, draft: RehearsedDecision) -> Allowed | None:
    def first(name: str) -> str:
        return walk.first(f"{walk.scenario}/{name}")

    ref = f"{walk.scenario}/{draft.question}"
    picks, others = _picked(walk, ref, draft.pick)
    if not 0 < len(picks) <= draft.up_to:
        return None
    if "{last}" in draft.says and len(others) != 1:
        return None
    if draft.only and not set(picks) <= set(draft.only):
        return None
    if not all(first(one.question) in one.leads for one in draft.where):
        return None
    elsewhere = {name: first(name) for name in draft.names}
    if not all(elsewhere.values()):
        return None
    return Allowed(draft, ref, picks, others[0] if len(others) == 1 else "", elsewhere)


def _picked(
    walk: Walk, ref: str, pick: Literal["most", "least"]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What an answer singles out at one end, and what stands at the other end of its scale."""
    question, said = walk.state.question(ref), walk.answered(ref)
    if question is None or said is None or said.ballot is None:
        return (), ()
    kind = kind_of(question)
    if kind in ("rate", "curve"):
        of = heights(question, said.ballot)
        return at_end(of, high=pick == "most"), at_end(of, high=pick != "most")
    if pick == "most" and kind != "pairs":
        return firsts(question, said.ballot, walk.state.workshop), ()
    return (), ()
