"""Votes: how long they were open, who took part, and what was left as it was after the first."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.minutes import vote_minutes
from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.replay.remarks.course import Course
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.results.enough import reaches_quorum, round_shortfall
from mops_tui.model.results.results import VerdictCode
from mops_tui.model.results.tallies import result

DIVIDED: tuple[VerdictCode, ...] = ("split", "polarised", "low-agreement", "tie")
"""Verdicts after which a second round is worth its time."""
WITHOUT_ORDER = ("choice", "hands", "rank")
"""Kinds of which one answer can lead without most having chosen it; points are meant to be shared
out."""
TOO_QUICK = 8
"""A vote that was open for less than this part of its minutes left nobody time to think."""
HANDS_UP = 5.0
"""Seconds that a show of hands takes at least."""
SELDOM = 3
"""From so many rounds on it is told who seldom voted."""


def of_votes(course: Course) -> Iterable[Remark]:
    """What is to be said of votes and rounds."""
    yield from _closed_early(course)
    yield from _quick(course)
    yield from _rounds(course)
    yield from _seldom(course)


def _closed_early(course: Course) -> Iterable[Remark]:
    for (ref, number), (voted, present) in course.closed.items():
        if not voted and any(one.number == number for one in course.shown(ref)):
            yield Remark("revealed-empty", ref=ref)
        elif not reaches_quorum(voted, present, course.seen.policy.quorum):
            figures = {"voted": voted, "present": present, "round": number}
            yield Remark("closed-early", ref=ref, params=figures)


def _quick(course: Course) -> Iterable[Remark]:
    found = []
    for ref in course.revealed():
        question = course.seen.question(ref)
        for round_ in course.shown(ref):
            open_for = course.open_for[ref, round_.number]
            if question is None or not round_.voted:
                continue
            least = _least(question) / (1 if round_.number == 1 else 2)
            if open_for < least and not _all_voted(course, ref, round_.number):
                figures = {
                    "seconds": open_for,
                    "round": round_.number,
                    "usual": vote_minutes(question),
                }
                found.append(Remark("quick-vote", ref=ref, params=figures))
    found.sort(key=lambda one: one.params["seconds"])
    yield from found


def _all_voted(course: Course, ref: str, number: int) -> bool:
    """Whether everybody in a rehearsal had voted: its people take their time at any speed."""
    voted, present = course.closed.get((ref, number), (0, 0))
    return course.seen.session == "rehearsal" and 0 < present <= voted


def _least(question: QuestionBase) -> float:
    return HANDS_UP if kind_of(question) == "hands" else vote_minutes(question) * 60 / TOO_QUICK


def _rounds(course: Course) -> Iterable[Remark]:
    for ref in course.weighty():
        shown, last = course.shown(ref), course.last(ref)
        if last is None or round_shortfall(last) is not None:
            continue
        first = result(course.seen, ref, shown[0].number)
        divided = first is not None and first.verdict.code in DIVIDED
        led = (
            first is not None and first.verdict.code == "plurality" and first.kind in WITHOUT_ORDER
        )
        if len(shown) == 1 and divided:
            yield Remark("split-left", ref=ref)
        elif len(shown) == 1 and led:
            yield Remark("plurality-left", ref=ref)
        elif len(shown) > 1 and (divided or led):
            yield Remark("voted-again", good=True, ref=ref, params={"rounds": len(shown)})


def _seldom(course: Course) -> Iterable[Remark]:
    """Who was there and had no vote in half of the rounds, or in more."""
    found = [
        (course.missing[who], rounds, who)
        for who, rounds in course.counted.items()
        if rounds >= SELDOM and course.missing[who] * 2 >= rounds
    ]
    if found:
        found.sort(key=lambda one: -one[0])
        missed, rounds, _who = found[0]
        people = tuple(who for _missed, _rounds, who in found)
        yield Remark("seldom-voted", people=people, params={"missed": missed, "rounds": rounds})
