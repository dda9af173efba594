"""How many voted over a whole workshop, and how far it agrees, question by question."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.changes import firsts
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import scales_of
from mops_tui.words.results.figures import in_words, listed, threshold
from mops_tui.words.results.quoting import capital, ended, quoted
from mops_tui.words.results.standing.too_few import too_few

MOST_NAMED = 3
"""So many questions are named in one sentence; more are counted."""
_TITLE = 48
"""The cells of a question's title."""
_CAMP = 0.4
"""Two answers that so many each put first, of those who poured points, are two camps."""
Asked = tuple[QuestionBase, Result]
"""A question and one of its revealed rounds."""


def turnout(rounds: Sequence[Asked], policy: Policy) -> str:
    """How many voted, over all revealed rounds; "" where there are none.

    Args:
        rounds: All of them.
        policy: Its quorum.
    """
    found = [result for _question, result in rounds]
    if any(result.outside for result in found):
        return _answered([result.n for result in found if result.n])
    if not found:
        return ""
    questions = len({result.ref for result in found})
    votes = [result.ballots + result.called for result in found]
    present = [result.present for result in found if result.present]
    fields = {
        "low": min(votes),
        "high": max(votes),
        "present": max(present, default=0),
        "least": min(present, default=0),
        "questions": questions,
    }
    told = _counted(fields, known=len(present), rounds=len(found))
    return " ".join(filter(None, (told.format(**fields), _under_quorum(rounds, policy))))


def _answered(counts: Sequence[int]) -> str:
    """How many answered, for those who may not learn who did not."""
    kept = _(
        "Answers that fewer than five people gave are not shown, nor what would lead to them, nor "
        "who did not answer."
    )
    if not counts:
        return kept
    low, high = min(counts), max(counts)
    words = _("Between {low} and {high} people answered each question.")
    if low == high:
        words = _("{low} people answered each question.")
    return f"{words.format(low=low, high=high)} {kept}"


def _counted(fields: dict[str, int], *, known: int, rounds: int) -> str:
    """How many voted, in a sentence with places for the figures."""
    low, high, n = fields["low"], fields["high"], fields["questions"]
    alike = fields["least"] == fields["present"]
    if not known:
        words = ngettext(
            "Between {low} and {high} people voted on the one question; nobody counted how many "
            "were present.",
            "Between {low} and {high} people voted on each of the {questions} questions; nobody "
            "counted how many were present.",
            n,
        )
        if low == high:
            words = ngettext(
                "{low} voted on the one question; nobody counted how many were present.",
                "{low} voted on each of the {questions} questions; nobody counted how many were "
                "present.",
                n,
            )
    elif known < rounds or not alike:
        words = ngettext(
            "Between {low} and {high} people voted on the one question, of {least} to {present} "
            "who were present.",
            "Between {low} and {high} people voted on each of the {questions} questions, of "
            "{least} to {present} who were present.",
            n,
        )
        if low == high:
            words = ngettext(
                "{low} voted on the one question, of {least} to {present} who were present.",
                "{low} voted on each of the {questions} questions, of {least} to {present} who "
                "were present.",
                n,
            )
        if known < rounds:
            words = ngettext(
                "Between {low} and {high} people voted on the one question; how many were present "
                "was not always counted.",
                "Between {low} and {high} people voted on each of the {questions} questions; how "
                "many were present was not always counted.",
                n,
            )
    elif low == high == fields["present"]:
        words = ngettext(
            "All {present} people present voted on the one question.",
            "All {present} people present voted on each of the {questions} questions.",
            n,
        )
    elif low == high:
        words = ngettext(
            "{low} of the {present} people present voted on the one question.",
            "{low} of the {present} people present voted on each of the {questions} questions.",
            n,
        )
    else:
        words = ngettext(
            "Between {low} and {high} of the {present} people present voted on the one question.",
            "Between {low} and {high} of the {present} people present voted on each of the "
            "{questions} questions.",
            n,
        )
    return words


def _under_quorum(rounds: Sequence[Asked], policy: Policy) -> str:
    """The questions whose last vote had too few to speak for the room."""
    last = {result.ref: (question, result) for question, result in rounds}
    short = [
        question for question, result in last.values() if result.quorum is not None and
        not result.quorate
    ]  # fmt: skip
    if not short:
        return ""
    words = _("Too few voted on {titles} to speak for the room: under {quorum} % of those present.")
    line = words.format(titles=_titles(short), quorum=threshold(policy.quorum))
    return judged(line, policy)


def agreement(state: VisibleState, last: Sequence[Asked]) -> str:
    """How far the room agrees over its questions, those of each kind by name.

    Args:
        state: What may be seen.
        last: The last revealed round of each question that is to be told of.
    """
    asked = [(question, result) for question, result in last if result.kind != "text"]
    told = [(question, result) for question, result in asked if _can_tell(result)]
    if not told:
        return ""
    agreed = [question for question, result in told if is_clear(result)]
    if told[0][1].outside:
        return judged(_of_shown(agreed, len(told)), state.policy)
    split = [question for question, result in told if is_in_camps(state, result)]
    rest = len(told) - len(agreed) - len(split)
    first = _of_all(agreed, len(told), whole=len(told) == len(asked))
    lines = [first, _split(split), _neither(rest, n_agreed=len(agreed), n_split=len(split))]
    return judged(" ".join(filter(None, lines)), state.policy)


def _of_shown(agreed: Sequence[QuestionBase], shown: int) -> str:
    """On how many there is agreement of those whose answers anybody may see."""
    words = ngettext(
        "One question can be shown with all its answers: there is no clear majority on it.",
        "{all} questions can be shown with all their answers: there is no clear majority on any.",
        shown,
    )
    if agreed:
        words = ngettext(
            "One question can be shown with all its answers. There is a clear majority, or "
            "agreement, on it: {titles}.",
            "{all} questions can be shown with all their answers. There is a clear majority, or "
            "agreement, on {n} of them: {titles}.",
            shown,
        )
    fields = {"n": in_words(len(agreed)), "titles": _titles(agreed)}
    return ended(words.format(**fields, all=capital(in_words(shown))))


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


def _of_all(agreed: Sequence[QuestionBase], asked: int, *, whole: bool) -> str:
    """On how many there is agreement, those by name.

    Args:
        agreed: The questions with a clear majority, or agreement.
        asked: How many questions there were that enough voted on.
        whole: There were no others.
    """
    n, fields = len(agreed), {"n": in_words(len(agreed)), "titles": _titles(agreed)}
    if asked == 1:
        words = _("On the one question there is no clear majority.")
        if n:
            words = _("On the one question there is a clear majority, or agreement: {titles}.")
        if not whole:
            words = _("On the one question that enough voted on there is no clear majority.")
            if n:
                words = _("On one question enough voted, and there we agree: {titles}.")
        return ended(words.format(**fields))
    words = _("On {n} of {all} questions there is a clear majority, or agreement: {titles}.")
    if not n:
        words = _("On none of {all} questions is there a clear majority, or agreement.")
    elif n == asked:
        words = _("On all {all} questions there is a clear majority, or agreement: {titles}.")
    if not whole:
        words = _(
            "On {n} of the {all} questions that enough voted on there is a clear majority, or "
            "agreement: {titles}."
        )
        if not n:
            words = _(
                "On none of the {all} questions that enough voted on is there a clear majority, or "
                "agreement."
            )
    return ended(words.format(**fields, all=in_words(asked)))


def _split(questions: Sequence[QuestionBase]) -> str:
    if not questions:
        return ""
    return ended(_("We are split on {titles}.").format(titles=_titles(questions)))


def _neither(n: int, *, n_agreed: int, n_split: int) -> str:
    """On how many it is neither; "" where the sentence before has said it of all."""
    if not n or not (n_agreed or n_split):
        return ""
    if not n_split:
        return ngettext(
            "On the other one there is none, or only on a part of it.",
            "On the other {n} there is none, or only on a part of them.",
            n,
        ).format(n=in_words(n))
    return ngettext(
        "On the other one it is neither, or only in part.",
        "On the other {n} it is neither, or only in part.",
        n,
    ).format(n=in_words(n))


def _titles(questions: Sequence[QuestionBase]) -> str:
    names = [quoted(question.title, _TITLE) for question in questions]
    if len(names) > MOST_NAMED:
        more = len(names) - MOST_NAMED + 1
        names = [*names[: MOST_NAMED - 1], _("{n} more").format(n=in_words(more))]
    return listed(names)
