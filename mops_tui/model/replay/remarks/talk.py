"""The talk after a reveal: how long it was, who was asked why, and which prompts were put."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mops_tui.model.packs.characters import COMPANY
from mops_tui.model.replay.remarks.course import Course
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.ballots import Ballot, Point, put_first
from mops_tui.model.session.state import GivenReason

LEAST_TALK = 15.0
"""Seconds that a room needs to look at a picture and to hear what was found."""
OFTEN = 4
"""From so many reasons on it is told that most of them were asked of one person."""


def of_talk(course: Course) -> Iterable[Remark]:
    """What is to be said of the talk after the reveals."""
    yield from _quick(course)
    yield from _reasons(course)
    yield from _prompts(course)


def _quick(course: Course) -> Iterable[Remark]:
    found = [
        Remark("quick-talk", ref=ref, params={"seconds": course.talk[ref]})
        for ref in course.weighty()
        if ref in course.left
        and course.talk[ref] < LEAST_TALK
        and any_votes(course.last(ref))
        # Who was asked why has spoken, however fast a rehearsal runs.
        and not course.seen.reasons.get(ref)
    ]
    found.sort(key=lambda one: one.params["seconds"])
    yield from found


def any_votes(shown: Result | None) -> bool:
    """Whether there was anything to talk about."""
    return shown is not None and shown.n > 0


def _reasons(course: Course) -> Iterable[Remark]:
    """Who was asked why; silence where the journal cannot hold it: it was written before."""
    seen, given = course.seen, course.seen.reasons
    asked = [ref for ref in course.weighty() if given.get(ref)]
    if not asked:
        written_since = any(note.startswith(COMPANY) for note in seen.notes)
        could = [ref for ref in course.weighty() if any_votes(course.last(ref))]
        if seen.session == "rehearsal" and written_since and could:
            yield Remark("no-reasons", params={"n": len(could)})
        return
    for ref in asked:
        sides = {_side(course, ref, one) for one in given[ref]} - {""}
        if len(sides) > 1:
            yield Remark("heard-both-sides", good=True, ref=ref)
        elif sides and len(given[ref]) > 1 and _has_two_sides(course, ref):
            yield Remark("one-side-heard", ref=ref, params={"n": len(given[ref])})
    people = Counter(one.participant for ref in asked for one in given[ref] if one.participant)
    for who, count in people.most_common(1):
        whole = sum(len(given[ref]) for ref in asked)
        if whole >= OFTEN and count * 2 > whole:
            yield Remark("same-heard", people=(who,), params={"count": count, "n": whole})


def _side(course: Course, ref: str, reason: GivenReason) -> str:
    """Where somebody stood who was asked why; "" where nobody may know, or too few voted."""
    rounds = course.seen.rounds.get(ref, ())
    if not reason.participant or not 0 < reason.round <= len(rounds):
        return ""
    shown = result(course.seen, ref, reason.round)
    if shown is None or round_shortfall(shown) is not None:
        return ""
    vote = rounds[reason.round - 1].votes.get(reason.participant)
    return side_of(vote.ballot) if vote is not None else ""


def _has_two_sides(course: Course, ref: str) -> bool:
    votes = course.shown(ref)[-1].votes.values()
    return len({side_of(vote.ballot) for vote in votes} - {""}) > 1


def side_of(ballot: Ballot) -> str:
    """The side of a question that a ballot is on; "" where it has none, or several.

    Of answers without an order it is the first, on a grid the corner; on a line between two corners
    there is none. On a list of ratings, pairs
    or waves somebody may be on one side with one item and on the other with the next.
    """
    if isinstance(ballot, Point):
        return f"{ballot.x > 0} {ballot.y > 0}" if ballot.x and ballot.y else ""
    first = put_first(ballot)
    return first[0] if len(first) == 1 else ""


def _prompts(course: Course) -> Iterable[Remark]:
    with_prompts = [
        ref
        for ref in course.weighty()
        if getattr(course.seen.workshop.question(ref), "prompts", ())
    ]
    # Where the page of the talk stood before the room, its prompts were to be read on it.
    unused = [ref for ref in with_prompts if ref not in course.prompted | course.read]
    for ref in unused:
        yield Remark("prompts-unused", ref=ref)
    if with_prompts and course.prompted.issuperset(with_prompts):
        yield Remark("prompts-used", good=True, params={"n": len(with_prompts)})
