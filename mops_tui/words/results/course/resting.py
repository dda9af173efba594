"""What the vote behind a decision lacked: a majority, the quorum, or three answers.

A decision may be taken without any of them. Whoever reads it later has to see that it was.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.enough import answered, round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.course.naming import named_in
from mops_tui.words.results.figures import filled, in_words, threshold
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import named, titled
from mops_tui.words.results.standing.leading import counted, leading
from mops_tui.words.safe import safe

_COUNTED = ("choice", "hands", "rank")
"""Kinds of questions of which each person has one answer: a majority is a share of people.

Where people stand on a grid is no vote for what to do about it.
"""
_BOTH = 2


def lacks(state: VisibleState, decision: DecisionEvent, *, brief: bool = False) -> tuple[str, ...]:
    """What the vote that a decision rests on lacked, in a few words; none where they carry it.

    It rests on the question of its scenario that its words name, by title or by answer; where they
    name none, on the one that was revealed, if there is but one. Of two that it may rest on nothing
    is said.

    Args:
        state: What may be seen.
        decision: The decision.
        brief: In the fewest words, for a line beside the decision.
    """
    found = behind(state, decision)
    if found is None:
        return ()
    question, shown, chosen = found
    lack = lack_of(state, shown, question, chosen, brief=brief)
    return (lack,) if lack else ()


def behind(
    state: VisibleState, decision: DecisionEvent
) -> tuple[QuestionBase, Result, list[str]] | None:
    """The one vote that a decision rests on, and the answers of it that it names.

    None where its words can be meant of two questions, or its reason tells of another one. What a
    reason tells in a later sentence of another question, by its title, is told beside the vote.
    It rests on what a room wants before it rests on what the room said of today.

    Args:
        state: What may be seen.
        decision: The decision.
    """
    scenario = state.workshop.scenario(decision.scenario)
    asked: dict[str, tuple[QuestionBase, Result]] = {}
    if scenario is None:
        return None
    for ref, question in zip(refs(scenario), scenario.questions, strict=True):
        shown = _answered(state, ref)
        if shown is not None and shown.kind != "text":
            asked[question.id] = (question, shown)
    grids = state.workshop.grids
    places = named_in(decision.what, scenario.questions, grids)
    beside = _told_beside(decision.why, scenario.questions)
    meant = set(asked) - beside or set(asked)
    for place in (*places, *named_in(decision.why, scenario.questions, grids)):
        if not place.questions <= beside:
            meant &= place.questions
    wished = {name for name in meant if not asked[name][0].today}
    if len(wished or meant) != 1:
        return None
    found, shown = asked[(wished or meant).pop()]
    parts = {part for place in places for of, part in place.answers if of == found.id}
    all_parts = (*options_of(found), *items_of(found))
    return found, shown, [part.id for part in all_parts if part.id in parts]


def _told_beside(why: str, questions: Sequence[QuestionBase]) -> set[str]:
    """Questions of which a later sentence of a reason tells, "Title: …": a vote beside the one."""
    starts = {one.id: titled(one.title, "·").rstrip("·") for one in questions}
    return {
        name
        for name, start in starts.items()
        if start and re.search(rf"[.!?…][”\"]?\s+{re.escape(start)}", safe(why))
    }


def _answered(state: VisibleState, ref: str) -> Result | None:
    """The latest revealed round that anybody answered."""
    rounds = reversed(state.rounds.get(ref, ()))
    found = (result_of(state, ref, one.number) for one in rounds if one.phase == "revealed")
    return next((one for one in found if one is not None and (one.n or one.withheld)), None)


def lack_of(
    state: VisibleState,
    shown: Result,
    question: QuestionBase,
    named_answers: Sequence[str],
    *,
    brief: bool = False,
) -> str:
    """What one vote lacked, in words that no sentence begins; "" where it lacked nothing."""
    short, policy = round_shortfall(shown), state.policy
    if shown.withheld:
        return _("too few of those present voted") if shown.withheld == "quorum" else ""
    if short == "few":
        return _few(shown)
    if short == "quorum":
        words = _("{voted} of {present} voted, under the quorum of {quorum} %")
        voted = shown.ballots + shown.called
        lack = filled(words, voted=voted, present=shown.present, quorum=threshold(policy.quorum))
        return judged(lack, policy)
    if shown.kind not in _COUNTED:
        return ""
    categories, counts = counted(shown)
    by_answer = dict(zip(categories, counts, strict=True))
    total, first = sum(counts) + shown.on_axes, leading(shown)
    chosen = [one for one in named_answers if one in by_answer] or list(first)
    if not total or not first or (len(chosen) != 1 and set(chosen) != set(first)):
        return ""
    count, most = by_answer[chosen[0]], max(counts)
    fields = {"count": count, "n": total, "most": most, "limit": threshold(policy.majority)}
    if count / total >= policy.majority:
        return ""
    if count < most:
        leader = named(category_label(question, first[0], state.workshop))
        words = _("{count} of {n}, fewer than the {most} for {leader}")
        return filled(words, **fields, leader=leader)
    words = _("{count} of {n}, short of the {limit} % set for a decision")
    if brief:
        words = _("{count} of {n}, short of {limit} %")
    if len(first) > 1:
        words = _("{count} of {n}, a tie")
    return judged(filled(words, **fields), policy)


def _few(shown: Result) -> str:
    n = answered(shown)
    words = ngettext("one answer, too few", "{number} answers, too few", n)
    told = filled(words, number=in_words(n))
    if shown.kind not in _COUNTED or n != _BOTH:
        return told
    _categories, counts = counted(shown)
    apart = sorted((count for count in counts if count), reverse=True)
    if sum(apart) != n:
        return told
    return filled(_("{one} : {other}, {told}"), one=apart[0], other=n - apart[0], told=told)
