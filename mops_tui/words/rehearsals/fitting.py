"""Whether the words of a pack's rehearsed decision fit the votes, and what fills them in."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.drafts import VOTES, RehearsedDecision
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.results.picks import Pick
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.rehearsals.voted import is_clear, leader_label, leads_alone, of_all
from mops_tui.words.results.standing.leading import counted


def fits(
    state: VisibleState, scenario: Scenario, draft: RehearsedDecision, picks: Sequence[Pick]
) -> bool:
    """Whether a draft's words fit what was picked, and what leads elsewhere."""
    if draft.only and not {one.answer for one in picks} <= set(draft.only):
        return False
    if not all(is_clear(state, f"{scenario.id}/{name}") for name in draft.clear):
        return False
    if not draft.fits(lambda name: leader_label(state, f"{scenario.id}/{name}")):
        return False
    return all(
        leads_alone(state, f"{scenario.id}/{one.question}") in one.leads for one in draft.where
    )


def votes_elsewhere(
    state: VisibleState, scenario: Scenario, draft: RehearsedDecision
) -> dict[str, str]:
    """How many gave what leads on each question that a draft names."""
    told = {}
    for name in draft.names:
        shown = result_of(state, f"{scenario.id}/{name}")
        if shown is not None:
            _categories, counts = counted(shown)
            told[f"{name}{VOTES}"] = of_all(max(counts, default=0), sum(counts))
    return told
