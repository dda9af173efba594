"""The figures that a rehearsed decision rests on, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.picks import End, Pick
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import CommonAnswer
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import agreeing
from mops_tui.words.results.differing import next_best
from mops_tui.words.results.figures import either, listed
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import ended, named, quoted
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
