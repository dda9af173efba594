"""How far a whole workshop agrees, question by question, in words for whoever was not there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.words.closing_kit.naming import titles_listed
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _
from mops_tui.words.results.agreeing import is_agreed, scales_of
from mops_tui.words.results.figures import filled, in_words, threshold
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import capital, ended
from mops_tui.words.results.quoting import named as words_named
from mops_tui.words.results.standing.leading import leading
from mops_tui.words.results.standing.too_few import too_few

Asked = tuple[QuestionBase, Result]
"""A question and one of its revealed rounds."""
HowFar = Literal["majority", "agreed", "split", "part", "none", "apart"]
"""One answer has what was set; all items are agreed on; two camps; some items are agreed on; no
answer has what was set; no item is agreed on."""
NAMED = ((6, 6), (6, 3), (6, 0), (3, 0), (1, 0), (0, 0))
"""So many questions are named, from ample to scarce: of a kind on which the room has an answer or
is split, and of the others. More are counted."""
_ANSWER = 36
"""The cells of an answer beside its question."""
_CAMP = 0.4
"""Two answers that so many each put first, of those who poured points, are two camps."""


def agreement(
    state: VisibleState,
    last: Sequence[Asked],
    named: tuple[int, int] = NAMED[0],
    *,
    answers: bool = True,
) -> str:
    """How far the room agrees over its questions, those of each kind by name.

    Args:
        state: What may be seen.
        last: The last revealed round of each question that is to be told of.
        named: The most questions of a kind that are named, see `NAMED`.
        answers: What has a clear majority is told with the name of its question.
    """
    asked = [(question, result) for question, result in last if result.kind != "text"]
    told = [(question, result) for question, result in asked if _can_tell(result)]
    if not told:
        return _too_few(asked)
    if told[0][1].outside:
        agreed = [question for question, result in told if is_clear(result)]
        shown = [question for question, _result in told]
        return judged(_of_shown(agreed, shown, named[0]), state.policy)
    kinds: dict[HowFar, list[QuestionBase]] = {}
    ahead = {result.ref: _ahead(state, question, result) for question, result in told}
    by_question = {id(question): ahead[result.ref] for question, result in told}
    for question, result in told:
        kinds.setdefault(how_far_agreed(state, result), []).append(question)
    whole = len(told) == len(asked)
    if len(told) == 1:
        (question, result), kind = told[0], next(iter(kinds))
        answer = ahead[result.ref] if answers else ""
        return judged(_of_one(question, kind, answer, state.policy, whole=whole), state.policy)
    lines: list[str] = []
    of = _("{all} questions")
    if not whole:
        of = _("the {all} questions that enough people voted on")
    elif len(asked) < len(last):
        of = _("{all} questions (ideas aside)")
    of, majority = filled(of, all=in_words(len(told))), _majority(state.policy)
    for kind in (one for one in _ORDER if one in kinds):
        words = _sentence(kind, len(kinds[kind]), len(told), first=not lines)
        counted = filled(words, n=in_words(len(kinds[kind])), of=of, majority=majority)
        if kind == "split" and lines and 0 < len(kinds[kind]) <= named[0]:
            counted = filled(
                _("We are split on {titles}"), titles=titles_listed(kinds[kind], named[0])
            )
            lines.append(ended(filled(_("{words}."), words=counted)))
            continue
        most = named[kind in ("part", "none", "apart")]
        beside = [by_question[id(one)] for one in kinds[kind]]
        is_told = kind == "majority" and answers and all(beside)
        lines.append(_with_titles(counted, kinds[kind], most, beside if is_told else ()))
        if "{majority}" in words:  # what it means is said once
            majority = _("a clear majority")
    return judged(" ".join(lines), state.policy)


def agreement_headline(state: VisibleState, last: Sequence[Asked]) -> str:
    """The first of these sentences, and no question by name; "" where only ideas were asked for.

    Args:
        state: What may be seen.
        last: The last revealed round of each question that is to be told of.
    """
    asked = [result for _question, result in last if result.kind != "text"]
    told = [result for result in asked if _can_tell(result)]
    if not asked:
        return ""
    if not told:
        if asked[0].outside:
            return _("Too little may be shown to say how far we agree.")
        return _("Too few answered to say how far we agree.")
    whole = agreement(state, last, NAMED[-1])
    first, _stop, rest = whole.partition(". ")
    if len(told) == 1 or told[0].outside or not rest:
        return whole
    return judged(f"{first}.", state.policy)


_ORDER: tuple[HowFar, ...] = ("majority", "agreed", "split", "part", "none", "apart")


def how_far_agreed(state: VisibleState, result: Result) -> HowFar:
    """Which kind a vote is of, of those that enough people took part in."""
    scales = scales_of(result)
    if is_clear(result):
        return "agreed" if scales else "majority"
    if is_in_camps(state, result):
        return "split"
    if any(is_agreed(one, state.policy) for one in scales):
        return "part"
    return "apart" if scales else "none"


def how_far_words(state: VisibleState, result: Result) -> str:
    """The same in a few words, for a table; of too few votes, that."""
    if not _can_tell(result):
        return _("too few votes")
    kind = how_far_agreed(state, result)
    scales = scales_of(result)
    if kind in ("part", "apart"):
        agreed = sum(is_agreed(one, state.policy) for one in scales)
        if len(scales) == 1:
            return _("no agreement")
        return filled(_("agreement on {n} of {all}"), n=agreed, all=len(scales))
    return {
        "majority": _("clear majority"),
        "agreed": _("agreement"),
        "split": _("split"),
        "none": _("no clear majority"),
    }[kind]


def is_clear(result: Result) -> bool:
    """Whether a clear majority gave one answer, or the room agrees on all that was asked."""
    return _can_tell(result) and result.verdict.code in ("agreed", "majority")


def is_in_camps(state: VisibleState, result: Result) -> bool:
    """Whether the room is split: a tie, two camps on half of what was asked, or two first places.

    One of eight pairs that is split does not split the room on all of them.
    """
    if not _can_tell(result) or is_clear(result):
        return False
    scales = scales_of(result)
    if scales:
        return sum(scale.split is not None for scale in scales) * 2 >= len(scales)
    if result.kind == "allocate" and not result.called:
        ahead = sorted(firsts(state, result).values(), reverse=True)[:2]
        if len(ahead) == 2 and ahead[1] >= result.n * _CAMP:
            return True
    return result.verdict.code == "tie"


def _can_tell(result: Result) -> bool:
    return not result.withheld and bool(result.n) and result.kind != "text" and not too_few(result)


def _sentence(kind: HowFar, n: int, every: int, *, first: bool) -> str:
    """A sentence on the questions of one kind, without a full stop and without their names."""
    if n == every:
        return {
            "majority": _("On each of {of}, one answer has {majority}"),
            "agreed": _("On each of {of}, we agree on all that was asked"),
            "part": _("On each of {of}, we agree on some of what was asked, not on all"),
            "split": _("We are split on each of {of}"),
            "none": _("On each of {of}, no answer has {majority}"),
            "apart": _("On each of {of}, we agree on none of what was asked"),
        }[kind]
    if first:
        return {
            "majority": _("On {n} of {of}, one answer has {majority}"),
            "agreed": _("On {n} of {of}, we agree on all that was asked"),
            "part": _("On {n} of {of}, we agree on some of what was asked, not on all"),
            "split": _("We are split on {n} of {of}"),
            "none": _("On {n} of {of}, no answer has {majority}"),
            "apart": _("On {n} of {of}, we agree on none of what was asked"),
        }[kind]
    return {
        "majority": _("On {n} more, one answer has {majority}"),
        "agreed": _("On {n} more, we agree on all that was asked"),
        "part": _("On {n} more, we agree on some of what was asked, not on all"),
        "split": _("We are split on {n}"),
        "none": _("On {n} more, no answer has {majority}"),
        "apart": _("On {n} more, we agree on none of what was asked"),
    }[kind]


def _with_titles(
    words: str, questions: Sequence[QuestionBase], named: int, beside: Sequence[str] = ()
) -> str:
    """A sentence with the names of its questions behind it, where any are named."""
    if not named:
        return filled(_("{words}."), words=words)
    names = titles_listed(questions, named, beside)
    return ended(filled(_("{words}: {titles}."), words=words, titles=names))


def _majority(policy: Policy) -> str:
    limit = threshold(policy.majority)
    if policy.majority <= 0.5:  # what a pack calls enough can be less than half
        return filled(_("the {limit} % that were set"), limit=limit)
    return filled(_("a clear majority ({limit} % or more)"), limit=limit)


def _too_few(asked: Sequence[Asked]) -> str:
    """That too few answered, where that is not said of the quorum already."""
    is_new = any(one.n and (one.quorum is None or one.quorate) for _question, one in asked)
    if not is_new or any(one.withheld or one.outside for _question, one in asked):
        return ""
    return _("Too few answered to say how far we agree.")


def _ahead(state: VisibleState, question: QuestionBase, result: Result) -> str:
    """The one answer that leads, as it stands in a sentence; "" where there is none."""
    first = leading(result)
    if len(first) != 1:
        return ""
    return words_named(category_label(question, first[0], state.workshop), _ANSWER)


def _of_one(
    question: QuestionBase, kind: HowFar, answer: str, policy: Policy, *, whole: bool
) -> str:
    """How far the room agrees on the only question that can be told of."""
    where = _("On the one question, {title},") if whole else _(
        "On {title}, the one question that enough people voted on,"
    )  # fmt: skip
    words = {
        "majority": _("{where} {answer} has {majority}."),
        "agreed": _("{where} we agree on all that was asked."),
        "part": _("{where} we agree on some of what was asked, not on all."),
        "split": _("{where} we are split."),
        "none": _("{where} no answer has {majority}."),
        "apart": _("{where} we agree on none of what was asked."),
    }[kind]
    return filled(
        words,
        where=filled(where, title=titles_listed([question], 1)),
        answer=answer or _("one answer"),
        majority=_majority(policy),
    )


def _of_shown(agreed: Sequence[QuestionBase], shown: Sequence[QuestionBase], named: int) -> str:
    """On how many there is agreement of those whose answers anybody may see."""
    if len(shown) == 1 and agreed:
        words = _("One question can be shown with all its answers. We agree on it")
    elif len(shown) == 1:
        words = _("One question can be shown with all its answers, and we do not agree on it")
        return _with_titles(words, shown, named)
    elif len(agreed) == len(shown):
        words = _("{all} questions can be shown with all their answers. We agree on each of them")
    elif agreed:
        words = _("{all} questions can be shown with all their answers. We agree on {n} of them")
    else:
        words = _("{all} questions can be shown with all their answers. We agree on none of them")
    told = filled(words, n=in_words(len(agreed)), all=capital(in_words(len(shown))))
    return _with_titles(told, agreed, named if agreed else 0)
