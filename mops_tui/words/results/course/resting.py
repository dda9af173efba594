"""What the vote behind a decision lacked: a majority, the quorum, or three answers.

A decision may be taken without any of them. Whoever reads it later has to see that it was.
"""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.enough import answered, round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import in_words, threshold
from mops_tui.words.results.findings import is_named
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import named, titled
from mops_tui.words.results.standing.leading import counted, leading

_COUNTED = ("choice", "hands", "rank", "grid")
"""Kinds of questions of which each person has one answer: a majority is a share of people."""
_BOTH = 2


def lacks(state: VisibleState, decision: DecisionEvent, *, brief: bool = False) -> tuple[str, ...]:
    """What the votes that a decision rests on lacked, a few words each; none where they carry it.

    It rests on the questions of its scenario that its words name, by title before by answer; where
    they name none, on the one that was revealed, if there is but one.

    Args:
        state: What may be seen.
        decision: The decision.
        brief: In the fewest words, for a line beside the decision.
    """
    told = []
    behind = _behind(state, decision)
    for question, shown in behind:
        lack = _lack(state, shown, question, decision.what, brief=brief)
        if lack:
            told.append(titled(question.title, lack) if len(behind) > 1 else lack)
    return tuple(told)


def _behind(state: VisibleState, decision: DecisionEvent) -> list[tuple[QuestionBase, Result]]:
    scenario = state.workshop.scenario(decision.scenario)
    asked: list[tuple[QuestionBase, Result]] = []
    for ref in refs(scenario) if scenario is not None else ():
        question, shown = state.question(ref), _answered(state, ref)
        if question is not None and shown is not None and shown.kind != "text":
            asked.append((question, shown))
    by_title = [one for one in asked if is_named(one[0].title, decision.what)]
    by_answer = [one for one in asked if _answers_in(decision.what, one[0])]
    return by_title or by_answer or (asked if len(asked) == 1 else [])


def _answered(state: VisibleState, ref: str) -> Result | None:
    """The latest revealed round that anybody answered."""
    rounds = reversed(state.rounds.get(ref, ()))
    found = (result_of(state, ref, one.number) for one in rounds if one.phase == "revealed")
    return next((one for one in found if one is not None and one.n), None)


def _answers_in(text: str, question: QuestionBase) -> list[str]:
    """The answers and items of a question that a text names, by their ids."""
    parts = (*options_of(question), *items_of(question))
    return [part.id for part in parts if is_named(getattr(part, "label", ""), text)]


def _lack(
    state: VisibleState, shown: Result, question: QuestionBase, decided: str, *, brief: bool
) -> str:
    """What one vote lacked, in words that no sentence begins; "" where it lacked nothing."""
    short, policy = round_shortfall(shown), state.policy
    if short == "few":
        return _few(shown)
    if short == "quorum":
        words = _("{voted} of {present} voted, under the quorum of {quorum} %")
        voted = shown.ballots + shown.called
        lack = words.format(voted=voted, present=shown.present, quorum=threshold(policy.quorum))
        return judged(lack, policy)
    if shown.kind not in _COUNTED:
        return ""
    categories, counts = counted(shown)
    by_answer = dict(zip(categories, counts, strict=True))
    total, first = sum(counts) + shown.on_axes, leading(shown)
    chosen = [one for one in _answers_in(decided, question) if one in by_answer] or list(first)
    if not total or not first or (len(chosen) != 1 and set(chosen) != set(first)):
        return ""
    count, most = by_answer[chosen[0]], max(counts)
    fields = {"count": count, "n": total, "most": most, "limit": threshold(policy.majority)}
    if count / total >= policy.majority:
        return ""
    if count < most:
        leader = named(category_label(question, first[0], state.workshop))
        words = _("{count} of {n}, fewer than the {most} for {leader}")
        return words.format(**fields, leader=leader)
    words = _("{count} of {n}, short of the {limit} % set for a decision")
    if brief:
        words = _("{count} of {n}, short of {limit} %")
    if len(first) > 1:
        words = _("{count} of {n}, a tie")
    return judged(words.format(**fields), policy)


def _few(shown: Result) -> str:
    n = answered(shown)
    words = ngettext("one answer, too few", "{number} answers, too few", n)
    told = words.format(number=in_words(n))
    if shown.kind not in _COUNTED or n != _BOTH:
        return told
    _categories, counts = counted(shown)
    apart = sorted((count for count in counts if count), reverse=True)
    if sum(apart) != n:
        return told
    return _("{one} : {other}, {told}").format(one=apart[0], other=n - apart[0], told=told)
