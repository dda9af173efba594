"""The figures that a rehearsed decision rests on, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mops_tui.model.packs.drafts import RehearsedDecision
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.picks import End, Pick
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import CommonAnswer
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.rehearsals.voted import Voted, is_plain, leader_words, voted_on
from mops_tui.words.results.agreeing import agreeing
from mops_tui.words.results.differing import next_best
from mops_tui.words.results.figures import either, listed
from mops_tui.words.results.labels import answers_of, category_label, item_label
from mops_tui.words.results.quoting import ended, named, quoted, titled
from mops_tui.words.results.standing.corners import corner_words
from mops_tui.words.results.standing.leading import close_to_even
from mops_tui.words.results.standing.scales import stand_words
from mops_tui.words.results.standing.sentence import standing


def grounds(
    state: VisibleState, result: Result, question: QuestionBase, picks: Sequence[Pick], end: End
) -> Iterator[str]:
    """The figures that a decision rests on, a sentence each."""
    if result.kind == "pairs" or not result.items:
        if result.kind == "grid" and end == "least":
            yield _fewest(state, question, picks)
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


def told_beside(state: VisibleState, scenario: Scenario, draft: RehearsedDecision) -> Iterator[str]:
    """What other questions came to that a decision touches, each with its title."""
    for name in draft.beside:
        voted = voted_on(state, f"{scenario.id}/{name}")
        if voted is not None and round_shortfall(voted.result) is None:
            said = standing(voted.result, voted.question, state.workshop)
            yield ended(titled(voted.question.title, said))


def told_otherwise(
    state: VisibleState,
    scenario: Scenario,
    voted: Voted,
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
        other, leads = voted_on(state, ref), leader_words(state, ref)
        if shared and leads and leads not in told and other and is_plain(other.result):
            said = standing(other.result, question, state.workshop)
            yield ended(titled(question.title, said))


def _labels(state: VisibleState, question: QuestionBase) -> set[str]:
    """The labels of a question's answers, however they are written."""
    if items_of(question):
        return set()
    return {label.casefold() for label in answers_of(question, state.workshop).values()}


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


def _fewest(state: VisibleState, question: QuestionBase, picks: Sequence[Pick]) -> str:
    """How few stand in the corners that were picked."""
    label = [category_label(question, one.answer, state.workshop) for one in picks]
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
