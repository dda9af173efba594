"""What a rehearsal without a screen decides: words of the pack, and a ground of the votes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mops_tui.model.packs.drafts import VOTES, RehearsedDecision, filled
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, kind_of
from mops_tui.model.results.backing import Backing, backing
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.picks import End, Pick, picked
from mops_tui.model.results.results import Result, VerdictCode
from mops_tui.model.results.stands import clearest
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.audience import VisibleState
from mops_tui.sources.simulated.facilitator import Decided
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.grounds import grounds
from mops_tui.words.rehearsals.people import dissent_of, owner_of, spoken_for, who_agrees
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import answers_of, category_label, item_label
from mops_tui.words.results.quoting import ended, named, titled
from mops_tui.words.results.standing.leading import close_to_even, counted, lead, leading
from mops_tui.words.results.standing.scales import one_of
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.results.statements import ends, pair_of
from mops_tui.words.safe import cells, in_one_line

LONGEST = 80
"""The most cells of an answer in a decision: a whole label."""
LONGEST_ASK = 100
"""The most cells of what is asked to decide, before the answer to it; else the question's title."""
AGREED: tuple[VerdictCode, ...] = ("agreed", "majority")
ALL, ENOUGH, PARTLY, HARDLY = 5, 4, 3, 2
"""How sure the room is: all say the same, as many as was set before, in part, or less."""


@dataclass(frozen=True)
class _Voted:
    """A question that has a revealed round with answers."""

    result: Result
    question: QuestionBase


def decided(state: VisibleState, scenario: Scenario) -> Decided | None:
    """What the votes of a scenario let its room decide, or that they decide nothing.

    It is the first of the pack's rehearsed decisions that the votes allow; where a pack has none,
    the last question that singles out an answer. None where nothing was revealed.

    Args:
        state: What may be seen.
        scenario: The scenario.
    """
    ways = tuple(_ways(state, scenario))
    for voted, draft in ways:
        found = _decided(state, scenario, voted, draft)
        if found is not None:
            return found
    return _undecided(state, ways[0][0]) if ways else None


def _ways(
    state: VisibleState, scenario: Scenario
) -> Iterator[tuple[_Voted, RehearsedDecision | None]]:
    """The questions that a decision can rest on, the best first, each with its words."""
    drafts = scenario.decision.rehearsed if scenario.decision is not None else ()
    for draft in drafts:
        voted = _voted(state, f"{scenario.id}/{draft.question}")
        if voted is not None:
            yield voted, draft
    if not drafts:
        # What a question of yes or no, or a survey held up as a mirror, came to decides nothing.
        last = [one for one in reversed(scenario.questions) if _is_choice(one)]
        asked = scenario.decision.ask if scenario.decision is not None else ""
        last.sort(key=lambda one: -_shared(asked, f"{one.title} {one.ask}"))
        for question in (*last, *(one for one in scenario.questions if one not in last)):
            voted = _voted(state, f"{scenario.id}/{question.id}")
            if voted is not None:
                yield voted, None


def _shared(one: str, other: str) -> int:
    """How many words two texts share, short ones left out: whether they speak of the same."""
    ours, theirs = (set(re.findall(r"\w{4,}", t.casefold())) for t in (one, other))
    return len(ours & theirs)


def _is_choice(question: QuestionBase) -> bool:
    return kind_of(question) != "hands" and question.mirror is None


def _voted(state: VisibleState, ref: str) -> _Voted | None:
    shown, question = result_of(state, ref), state.question(ref)
    if shown is None or question is None or not shown.n or shown.kind == "text":
        return None
    return _Voted(shown, question)


def _decided(
    state: VisibleState, scenario: Scenario, voted: _Voted, draft: RehearsedDecision | None
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
    if draft is not None and not _allowed(state, scenario, draft, picks):
        return None
    other: tuple[Pick, ...] = ()
    if draft is not None and "{last}" in draft.says:
        other = picked(result, "least" if end == "most" else "most")
        if not other or other[0].answer in [one.answer for one in picks]:
            return None
    fields = {"answer": listed([_answer(state, voted, one) for one in picks])}
    fields["last"] = _answer(state, voted, other[0]) if other else ""
    if draft is not None:
        elsewhere = {name: _leader(state, f"{scenario.id}/{name}") for name in draft.names}
        if not all(elsewhere.values()):
            return None
        fields |= elsewhere | _votes(state, scenario, draft)
        fields[f"answer{VOTES}"] = _of_all(picks[0].count, picks[0].n)
    if draft is not None:
        what = filled(draft.says, fields)
        first_step = filled(draft.first_step or "", fields)
    else:
        what, first_step = _plain(state, scenario, voted, fields["answer"]), ""
    said = (
        *grounds(state, result, question, (*picks, *other), end),
        *(_beside(state, scenario, draft) if draft is not None else ()),
    )
    said = (*said, *_otherwise(state, scenario, voted, draft, " ".join((what, *said))))
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
            first_step=ended(first_step or _from_each_side()),
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


def _allowed(
    state: VisibleState, scenario: Scenario, draft: RehearsedDecision, picks: Sequence[Pick]
) -> bool:
    """Whether a draft's words fit what was picked, and what leads elsewhere."""
    if draft.only and not {one.answer for one in picks} <= set(draft.only):
        return False
    if not all(_is_clear(state, f"{scenario.id}/{name}") for name in draft.clear):
        return False
    if not draft.fits(lambda name: _label(state, f"{scenario.id}/{name}")):
        return False
    return all(_leads(state, f"{scenario.id}/{one.question}") in one.leads for one in draft.where)


def _is_clear(state: VisibleState, ref: str) -> bool:
    """Whether more than half gave the answer that leads."""
    shown = result_of(state, ref)
    if shown is None or not _leads(state, ref):
        return False
    _categories, counts = counted(shown)
    return max(counts) * 2 > sum(counts)


def _is_plain(result: Result) -> bool:
    """Whether more than half gave what leads, or of points what leads is well ahead."""
    _categories, counts = counted(result)
    if result.kind == "allocate":
        return not lead(result) and not close_to_even(result)
    return max(counts) * 2 > sum(counts)


def _label(state: VisibleState, ref: str) -> str:
    """The label of the option that leads alone, or ""."""
    first, question = _leads(state, ref), state.question(ref)
    return category_label(question, first, state.workshop) if first and question else ""


def _votes(state: VisibleState, scenario: Scenario, draft: RehearsedDecision) -> dict[str, str]:
    """How many gave what leads on each question that a draft names."""
    told = {}
    for name in draft.names:
        shown = result_of(state, f"{scenario.id}/{name}")
        if shown is not None:
            _categories, counts = counted(shown)
            told[f"{name}{VOTES}"] = _of_all(max(counts, default=0), sum(counts))
    return told


def _of_all(count: int, n: int) -> str:
    return _("{count} of {n}").format(count=count, n=n)


def _beside(state: VisibleState, scenario: Scenario, draft: RehearsedDecision) -> Iterator[str]:
    """What other questions came to that a decision touches, each with its title."""
    for name in draft.beside:
        voted = _voted(state, f"{scenario.id}/{name}")
        if voted is not None and round_shortfall(voted.result) is None:
            said = standing(voted.result, voted.question, state.workshop)
            yield ended(titled(voted.question.title, said))


def _otherwise(
    state: VisibleState,
    scenario: Scenario,
    voted: _Voted,
    draft: RehearsedDecision | None,
    told: str,
) -> Iterator[str]:
    """Votes on the same answers, led plainly by one that neither decision nor ground names."""
    names = (*draft.names, *draft.beside) if draft is not None else ()
    used = {voted.question.id, *names}
    about = [voted.question, *(one for one in scenario.questions if one.id in names)]
    for question in scenario.questions:
        ref = f"{scenario.id}/{question.id}"
        if question.id in used or question.today or kind_of(question) == "hands":
            continue
        shared = [one for one in about if len(_labels(state, one) & _labels(state, question)) > 1]
        other, leads = _voted(state, ref), _leader(state, ref)
        if shared and leads and leads not in told and other and _is_plain(other.result):
            said = standing(other.result, question, state.workshop)
            yield ended(titled(question.title, said))


def _labels(state: VisibleState, question: QuestionBase) -> set[str]:
    """The labels of a question's answers, however they are written."""
    if items_of(question):
        return set()
    return {label.casefold() for label in answers_of(question, state.workshop).values()}


def _leads(state: VisibleState, ref: str) -> str:
    """The option that leads alone in the last revealed round, where enough voted; or ""."""
    shown = result_of(state, ref)
    if shown is None or round_shortfall(shown) is not None:
        return ""
    first = leading(shown)
    return first[0] if len(first) == 1 else ""


def _leader(state: VisibleState, ref: str) -> str:
    """The same as it stands in a sentence."""
    first, question = _leads(state, ref), state.question(ref)
    if not first or question is None:
        return ""
    return named(category_label(question, first, state.workshop), LONGEST)


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


def _plain(state: VisibleState, scenario: Scenario, voted: _Voted, answer: str) -> str:
    """A decision in words of our own: an answer to what the scenario asks to decide."""
    if voted.result.kind == "rate" and len(voted.result.items) == 1:
        # There is nothing to begin with: what most say of the one item is all that there is.
        said = standing(voted.result, voted.question, state.workshop)
        return titled(voted.question.title, said.removesuffix("."))
    words = _("We go with {answer}")
    if voted.result.kind in ("rate", "curve"):
        words = _("We begin with {answer}")
    asked = in_one_line(scenario.decision.ask) if scenario.decision is not None else ""
    if not asked or cells(asked) > LONGEST_ASK:
        asked = voted.question.title
    return titled(asked, words.format(answer=answer))


def _answer(state: VisibleState, voted: _Voted, pick: Pick) -> str:
    """What was picked, as it stands in a sentence."""
    if voted.result.kind == "pairs":
        pair, found = pair_of(voted.question, pick.answer), clearest(voted.result)
        if pair is not None and found is not None and found.categories != ("0",):
            return ends(pair, LONGEST)[0 if found.categories[0].startswith("-") else 1]
        if pair is not None:
            left, right = ends(pair, LONGEST)
            return _("the middle between {left} and {right}").format(left=left, right=right)
    if voted.result.items:
        return named(item_label(voted.question, pick.answer), LONGEST)
    return named(category_label(voted.question, pick.answer, state.workshop), LONGEST)


def _sure(state: VisibleState, voted: _Voted, pick: Pick) -> int:
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


def _from_each_side() -> str:
    return _("One from each side writes down what would change their mind; then we vote again.")


def _undecided(state: VisibleState, voted: _Voted) -> Decided:
    """That the votes decide nothing, and why."""
    result, question = voted.result, voted.question
    step = _from_each_side()
    lacking = round_shortfall(result)
    if lacking is not None:
        short = _("too few votes")
        step = _("Ask those who were missing, then vote again.")
        if lacking == "few":
            step = _("Vote again with three people or more.")
    elif result.items and result.split:
        short = _("we are split")
    elif result.items:
        short = _("no single {item} stands out").format(item=one_of(result.kind))
        step = _("Choose the two that matter most, and vote on those alone.")
    elif len(leading(result)) == 2:
        one, other = (
            named(category_label(question, name, state.workshop), LONGEST)
            for name in leading(result)
        )
        short = _("{one} and {other} tie").format(one=one, other=other)
    elif len(leading(result)) > 2:
        short = standing_short(result, question, state.workshop)
    else:
        short = _("no answer is clear enough")
    what = _("Not decided: {short}").format(short=short)
    ground = standing(result, question, state.workshop)
    votes = state.rounds[result.ref][result.round - 1].votes
    owner = owner_of(state, Backing(tuple(votes)), ())
    name = owner.name if owner is not None else ""
    return Decided(result.ref, what, ground, first_step=step, owner=name)
