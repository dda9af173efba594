"""What cannot be compared between sessions, and why: each gap is named, never hidden."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.comparison.wording import Consent, WordingChange


@dataclass(frozen=True)
class Gap:
    """Something of one session that stands beside nothing.

    Attributes:
        about: "question" or "grid".
        key: `scenario/question`, or the grid's id.
        title: Its title.
        session: The index of the session that it is about.
        why: "missing" (not in that workshop), "moved" (there in another scenario), "reworded"
            (other words, options, scale or axes than in the first session that has it), "skipped"
            (without a vote), "dropped" (skipped with votes in that were not revealed), "unasked",
            "hidden" (voted on, not revealed), "unanswered"; for a grid also "basis" (own marks
            there, only leanings here) and "few" (an anonymous room of so few marks that a figure
            would be somebody's own).
        first: For "reworded" and "moved", the session that it is compared with.
        wording: What is worded otherwise there.
        consent: What makes it comparable, where anything does.
    """

    about: str
    key: str
    title: str
    session: int
    why: str
    first: int = 0
    wording: WordingChange | None = None
    consent: Consent | None = None
