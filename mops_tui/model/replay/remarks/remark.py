"""One thing that a debrief says, and what can be said at all, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

RemarkCode = Literal[
    # what went well
    "decided",
    "voted-again",
    "heard-both-sides",
    "happened-seen",
    "prompts-used",
    "day-kept",
    # what could go better
    "revealed-empty",
    "closed-early",
    "no-decision",
    "quick-vote",
    "split-left",
    "plurality-left",
    "no-reasons",
    "at-odds",
    "conditions-unmet",
    "majority-unsaid",
    "decided-early",
    "one-side-heard",
    "quick-talk",
    "happened-unseen",
    "seldom-voted",
    "no-owner",
    "day-long",
    "question-long",
    "not-asked",
    "same-heard",
    "first-step-missing",
    "parking-left",
    "action-unowned",
    "day-short",
    "prompts-unused",
]
"""Everything that can be said, in the order in which it is worth saying.

`words.rehearsals.debrief` has a sentence for each.
"""
_RANK: Final = {code: place for place, code in enumerate(get_args(RemarkCode))}


@dataclass(frozen=True)
class Remark:
    """One thing to say.

    Attributes:
        code: What; `words.rehearsals.debrief` has the sentence.
        good: It went well.
        ref: The question or scenario it is about, or "".
        params: Counts, seconds and minutes for the sentence.
        people: Whom it is about.
        note: The note of what happened, by its id, or "".
        about: The questions that it speaks of, where it is about a scenario.
        others: The other questions or scenarios of which the same can be said.
    """

    code: RemarkCode
    good: bool = False
    ref: str = ""
    params: Mapping[str, float] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    note: str = ""
    about: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each thing once, about the first place of which it was said, with the others beside it.

    What happened to the room is told each time: no two are the same.
    """
    first: dict[tuple[str, str], Remark] = {}
    for one in remarks:
        key = (one.code, one.note)
        if key in first:
            held = first[key]
            if one.ref not in (held.ref, *held.others):
                first[key] = replace(held, others=(*held.others, one.ref))
        else:
            first[key] = one
    return tuple(sorted(first.values(), key=lambda one: _RANK[one.code]))
