"""What a rehearsal without a screen decides: words of the pack, and a ground of the votes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mops_tui.model.packs.drafts import VOTES, RehearsedDecision, filled
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of
from mops_tui.model.results.backing import backing
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.picks import End, Pick, picked
from mops_tui.model.results.results import Result, VerdictCode
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.audience import VisibleState
from mops_tui.sources.simulated.facilitator import Decided
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.fitting import fits, votes_elsewhere
from mops_tui.words.rehearsals.grounds import grounds, told_beside, told_otherwise
from mops_tui.words.rehearsals.people import dissent_of, owner_of, spoken_for, who_agrees
from mops_tui.words.rehearsals.voted import Voted, leader_words, of_all, share_of_most, voted_on
from mops_tui.words.rehearsals.worded import answer_words, from_each_side, plain_words, undecided
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import ended
from mops_tui.words.results.standing.leading import close_to_even

AGREED: tuple[VerdictCode, ...] = ("agreed", "majority")
ALL, ENOUGH, PARTLY, HARDLY = 5, 4, 3, 2
"""How sure the room is: all say the same, as many as was set before, in part, or less."""


def decided(state: VisibleState, scenario: Scenario) -> Decided | None:
    """What the votes of a scenario let its room decide, or that they decide nothing.

    It is the first of the pack's rehearsed decisions that the votes allow, or where each of them
    takes an answer of another question as it is, that of the clearest vote; where a pack has none,
    the last question that singles out an answer. None where nothing was revealed.

    Args:
        state: What may be seen.
        scenario: The scenario.
    """
    ways = tuple(_ways(state, scenario))
    clearest = ""
    if _are_alike([draft for _on, draft in ways]):
        ways = tuple(sorted(ways, key=lambda way: -share_of_most(way[0].result)))
        clearest = _("No other vote that could decide this was clearer.")
    for voted, draft in ways:
        found = _decided(state, scenario, voted, draft, clearest)
        if found is not None:
            return found
    return undecided(state, ways[0][0]) if ways else None


def _ways(
    state: VisibleState, scenario: Scenario
) -> Iterator[tuple[Voted, RehearsedDecision | None]]:
    """The questions that a decision can rest on, the best first, each with its words."""
    drafts = scenario.decision.rehearsed if scenario.decision is not None else ()
    for draft in drafts:
        voted = voted_on(state, f"{scenario.id}/{draft.question}")
        if voted is not None:
            yield voted, draft
    if not drafts:
        # What a question of yes or no, or a survey held up as a mirror, came to decides nothing.
        last = [one for one in reversed(scenario.questions) if _is_choice(one)]
        asked = scenario.decision.ask if scenario.decision is not None else ""
        last.sort(key=lambda one: -_shared(asked, f"{one.title} {one.ask}"))
        for question in (*last, *(one for one in scenario.questions if one not in last)):
            voted = voted_on(state, f"{scenario.id}/{question.id}")
            if voted is not None:
                yield voted, None


def _are_alike(drafts: Sequence[RehearsedDecision | None]) -> bool:
    """Whether drafts rest on several questions, and each only says what an answer of its own means.

    Then none of them is better than another but by its votes.
    """
    plain = [
        one
        for one in drafts
        if one is not None
        and len(one.only) == 1
        and not (one.where or one.agreed or one.clear or one.same or one.apart or one.open)
    ]
    return len(plain) == len(drafts) and len({one.question for one in plain}) > 1


def _shared(one: str, other: str) -> int:
    """How many words two texts share, short ones left out: whether they speak of the same."""
    ours, theirs = (set(re.findall(r"\w{4,}", t.casefold())) for t in (one, other))
    return len(ours & theirs)


def _is_choice(question: QuestionBase) -> bool:
    return kind_of(question) != "hands" and question.mirror is None


def _decided(
    state: VisibleState,
    scenario: Scenario,
    voted: Voted,
    draft: RehearsedDecision | None,
    clearest: str,
) -> Decided | None:
    result, question = voted.result, voted.question
    if draft is not None and draft.agreed and result.verdict.code not in AGREED:
        return None
    end: End = "most"
    if draft is not None:
        end = draft.pick
    elif result.items and not _strongest(question):
        end = "least"
    picks = picked(result, end, draft.up_to if draft is not None else 1)
    if not picks or _is_even(state, result, picks[0]):
        return None
    if draft is not None and not fits(state, scenario, draft, picks):
        return None
    other: tuple[Pick, ...] = ()
    if draft is not None and "{last}" in draft.says:
        other = picked(result, "least" if end == "most" else "most")
        if not other or other[0].answer in [one.answer for one in picks]:
            return None
    fields = {"answer": listed([answer_words(state, voted, one) for one in picks])}
    fields["last"] = answer_words(state, voted, other[0]) if other else ""
    if draft is not None:
        elsewhere = {name: leader_words(state, f"{scenario.id}/{name}") for name in draft.names}
        if not all(elsewhere.values()):
            return None
        fields |= elsewhere | votes_elsewhere(state, scenario, draft)
        fields[f"answer{VOTES}"] = of_all(picks[0].count, picks[0].n)
    if draft is not None:
        what = filled(draft.says, fields)
        first_step = filled(draft.first_step or "", fields)
    else:
        what, first_step = plain_words(state, scenario, voted, fields["answer"]), ""
    said = (
        *grounds(state, result, question, (*picks, *other), end),
        *filter(None, (clearest,)),
        *(told_beside(state, scenario, draft) if draft is not None else ()),
    )
    said = (*said, *told_otherwise(state, scenario, voted, draft, " ".join((what, *said))))
    who = backing(state, result, picks, end)
    spoken = spoken_for(state, result, question, who, picks[0].answer)
    if result.kind == "grid" and end == "least":
        spoken = ""  # why somebody stands in another corner is no reason for the empty one
    owner = owner_of(state, who, draft.owner if draft is not None else ())
    if draft is not None and draft.open:
        return Decided(
            ref=result.ref,
            what=ended(what),
            why=" ".join(said),
            first_step=ended(first_step or from_each_side()),
            owner=owner.name if owner is not None else "",
        )
    words = _("By Friday, write down in one line each who does what for this: {answer}.")
    return Decided(
        ref=result.ref,
        what=ended(what),
        why=" ".join(filter(None, (*said, spoken))),
        answers=tuple(one.answer for one in picks),
        confidence=min(_sure(state, voted, one) for one in picks),
        first_step=ended(first_step or words.format(answer=fields["answer"])),
        owner=owner.name if owner is not None else "",
        agree=who_agrees(state, who, draft.agree if draft is not None else (), owner),
        dissent=dissent_of(state, result, question, who, picks[0].answer),
    )


def _is_even(state: VisibleState, result: Result, pick: Pick) -> bool:
    """Whether points are close to even, and as many put another first: nothing to decide by."""
    if result.kind != "allocate" or not close_to_even(result):
        return False
    counts = firsts(state, result)
    return any(
        count >= counts.get(pick.answer, 0) for one, count in counts.items() if one != pick.answer
    )


def _strongest(question: QuestionBase) -> bool:
    """Whether what stands highest on a scale is what one begins with: a need, not a gap."""
    return isinstance(question, RateQuestion) and question.cared == "raises"


def _sure(state: VisibleState, voted: Voted, pick: Pick) -> int:
    """How sure the room is of an answer, 1 to 5: by how many gave it, and how far they agree."""
    result = voted.result
    item = next((one for one in result.items if one.item == pick.answer), None)
    code = result.verdict.code
    if item is not None:
        code = of_scale(item, item.distribution.n, state.policy).code
    elif result.kind != "grid" and pick.count == pick.n:
        return ALL
    if item is not None and len(pick.counts) == 1 and pick.count == pick.n:
        return ALL
    if code in AGREED:
        return ENOUGH
    half = item is None and result.kind != "grid" and pick.count * 2 > pick.n
    return PARTLY if half or code == "some-agreement" else HARDLY
