"""What a rehearsal without a screen decides: words of the pack, and a ground of the votes alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mops_tui.model.packs.pack import RehearsedDecision, Scenario
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.picks import End, Pick, picked
from mops_tui.model.results.results import Result, VerdictCode
from mops_tui.model.results.stands import CommonAnswer, clearest
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import DecisionRecorded
from mops_tui.sources.simulated.facilitator import Decided
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import agreeing
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.results.differing import next_best
from mops_tui.words.results.figures import either, listed
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import ended, named, quoted, titled
from mops_tui.words.results.standing.corners import corner_words
from mops_tui.words.results.standing.leading import close_to_even, leading
from mops_tui.words.results.standing.scales import one_of, stand_words
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.results.statements import ends, pair_of

LONGEST = 80
"""The most cells of an answer in a decision: a whole label."""
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
        found = _decided(state, voted, draft)
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
        for question in (*last, *(one for one in scenario.questions if one not in last)):
            voted = _voted(state, f"{scenario.id}/{question.id}")
            if voted is not None:
                yield voted, None


def _is_choice(question: QuestionBase) -> bool:
    return kind_of(question) != "hands" and question.mirror is None


def _voted(state: VisibleState, ref: str) -> _Voted | None:
    shown, question = result_of(state, ref), state.question(ref)
    if shown is None or question is None or not shown.n or shown.kind == "text":
        return None
    return _Voted(shown, question)


def _decided(state: VisibleState, voted: _Voted, draft: RehearsedDecision | None) -> Decided | None:
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
    other: tuple[Pick, ...] = ()
    if draft is not None and "{last}" in draft.says:
        other = picked(result, "least" if end == "most" else "most")
        if not other or other[0].answer in [one.answer for one in picks]:
            return None
    answer = listed([_answer(state, voted, one) for one in picks])
    last = _answer(state, voted, other[0]) if other else ""
    what = _filled(draft.says, answer, last) if draft is not None else _plain(state, voted, answer)
    grounds = tuple(_grounds(state, voted, (*picks, *other), end))
    if result.kind in ("choice", "hands") and _is_told(state, result.ref, what, grounds):
        grounds = grounds[:1]  # what the vote lacks stands beside the decision
    return Decided(
        ref=result.ref,
        what=ended(what),
        why=" ".join(grounds),
        answers=tuple(one.answer for one in picks),
        confidence=min(_sure(state, voted, one) for one in picks),
        first_step=_("Tell everybody whom it concerns, by Friday."),
    )


def _is_even(state: VisibleState, result: Result, pick: Pick) -> bool:
    """Whether points are close to even, and as many put another first: nothing to decide by."""
    if result.kind != "allocate" or not close_to_even(result):
        return False
    counts = firsts(state, result)
    return any(
        count >= counts.get(pick.answer, 0) for one, count in counts.items() if one != pick.answer
    )


def _is_told(state: VisibleState, ref: str, what: str, grounds: tuple[str, ...]) -> bool:
    """Whether the line beside a decision says what its vote lacked."""
    scenario = ref.partition("/")[0]
    made = DecisionRecorded(
        decision="d", scenario=scenario, what=ended(what), why=" ".join(grounds)
    )
    return bool(lacks(state, made))


def _strongest(question: QuestionBase) -> bool:
    """Whether what stands highest on a scale is what one begins with: a need, not a gap."""
    return isinstance(question, RateQuestion) and question.cared == "raises"


def _filled(says: str, answer: str, last: str) -> str:
    """The pack's words with the answers in them; in an answer no placeholder is looked for."""
    fields = {"{answer}": answer, "{last}": last}
    return re.sub(r"\{(?:answer|last)\}", lambda found: fields[found.group()], says)


def _plain(state: VisibleState, voted: _Voted, answer: str) -> str:
    """A decision in words of our own."""
    if voted.result.kind == "rate" and len(voted.result.items) == 1:
        # There is nothing to begin with: what most say of the one item is all that there is.
        said = standing(voted.result, voted.question, state.workshop)
        return titled(voted.question.title, said.removesuffix("."))
    words = _("We go with {answer}")
    if voted.result.kind in ("rate", "curve"):
        words = _("We begin with {answer}")
    return titled(voted.question.title, words.format(answer=answer))


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


def _grounds(state: VisibleState, voted: _Voted, picks: Sequence[Pick], end: End) -> Iterator[str]:
    """The figures that a decision rests on, a sentence each."""
    result, question = voted.result, voted.question
    if result.kind == "pairs" or not result.items:
        if result.kind == "grid" and end == "least":
            yield _fewest(state, voted, picks)
            return
        yield standing(result, question, state.workshop)
        further = (
            next_best(result, question, state.workshop)
            if result.kind in ("allocate", "rank") and not close_to_even(result)
            else agreeing(state, result, question)
        )
        if further:
            yield ended(further)
        return
    for pick in picks:
        yield _of_item(pick, result.kind, question)


def _of_item(pick: Pick, kind: str, question: QuestionBase) -> str:
    """How many gave an item each of the levels that it was picked for."""
    levels = tuple(name for name, _count in pick.counts)
    if kind == "curve" or len(levels) < 2:
        common = CommonAnswer(pick.answer, levels, pick.count, pick.n)
        return stand_words(common, kind, question, alone=False)
    (first, count), *rest = pick.counts
    # Translators: begins "On “Training”, 5 of 8 say “Absent” and 2 “Partly”."
    words = ngettext("{count} of {n} says {answer}", "{count} of {n} say {answer}", count)
    answer = quoted(category_label(question, first))
    said = [words.format(count=count, n=pick.n, answer=answer)]
    said += [
        _("{count} {answer}").format(count=votes, answer=quoted(category_label(question, level)))
        for level, votes in rest
    ]
    item = named(item_label(question, pick.answer))
    return ended(_("On {item}, {said}.").format(item=item, said=listed(said)))


def _fewest(state: VisibleState, voted: _Voted, picks: Sequence[Pick]) -> str:
    """How few stand in the corners that were picked."""
    label = [category_label(voted.question, one.answer, state.workshop) for one in picks]
    corners = [corner_words(one) for one in label]
    count, n = picks[0].count, picks[0].n
    if not count:
        return _("None of the {n} stand {corners}.").format(n=n, corners=either(corners))
    if len(picks) > 1:
        words = _("Only {count} of {n} each stand {corners}.")
        return words.format(count=count, n=n, corners=listed(corners))
    words = ngettext(
        "{count} of {n} stands {corner}, fewer than in any other corner.",
        "{count} of {n} stand {corner}, fewer than in any other corner.",
        count,
    )
    return words.format(count=count, n=n, corner=corners[0])


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


def _undecided(state: VisibleState, voted: _Voted) -> Decided:
    """That the votes decide nothing, and why."""
    result, question = voted.result, voted.question
    if round_shortfall(result) is not None:
        short = _("too few votes")
    elif result.items and result.split:
        short = _("we are split")
    elif result.items:
        short = _("no single {item} stands out").format(item=one_of(result.kind))
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
    return Decided(result.ref, what, standing(result, question, state.workshop))
