"""What happened to the room, and what came of it in the votes."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.replay.remarks.course import Course, Happening
from mops_tui.model.replay.remarks.remark import Remark
from mops_tui.model.session.state import Round


def of_what_happened(course: Course) -> Iterable[Remark]:
    """Whether anybody voted on the same question before and after it.

    Nothing tells what made people change; it is told who did, after it.
    """
    for one in course.happened:
        refs = [one.ref, *(ref for ref in course.seen.rounds if ref != one.ref)]
        again = ((ref, round_) for ref in refs if (round_ := _after(course, one, ref)) is not None)
        ref, later = next(again, (one.ref, None))
        if later is None:
            yield Remark("happened-unseen", ref=ref, note=one.note)
        else:
            params = {"round": later.number}
            people = _heard(course, ref, later.number)
            yield Remark(
                "happened-seen", good=True, ref=ref, params=params, people=people, note=one.note
            )


def _heard(course: Course, ref: str, number: int) -> tuple[str, ...]:
    """Who said why between the vote before and this one, each once; "" for somebody unnamed.

    What they said may have moved people as well, so it is told beside what happened.
    """
    reasons = course.seen.reasons.get(ref, ())
    return tuple(dict.fromkeys(one.participant for one in reasons if one.round == number - 1))


def _after(course: Course, one: Happening, ref: str) -> Round | None:
    """The first round that was revealed after it, where one was revealed before."""
    shown = course.shown(ref)
    before = [round_ for round_ in shown if (round_.revealed_t or 0.0) <= one.t]
    later = [round_ for round_ in shown if (round_.revealed_t or 0.0) > one.t]
    return later[0] if before and later else None
