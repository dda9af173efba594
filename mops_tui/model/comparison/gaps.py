"""What cannot be compared between sessions, and why: each gap is named, never hidden."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """Something of one session that stands beside nothing.

    Attributes:
        about: "question" or "grid".
        key: `scenario/question`, or the grid's id.
        title: Its title.
        session: The index of the session that it is about.
        why: "missing" (not in that workshop), "reworded" (other words, options, scale or axes
            than in the first session that has it), "skipped", "unasked", "hidden" (not revealed),
            "unanswered"; for a grid also "basis" (own marks there, only leanings here) and "few"
            (an anonymous room of so few marks that a figure would be somebody's own).
    """

    about: str
    key: str
    title: str
    session: int
    why: str
