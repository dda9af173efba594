"""Why a command cannot be carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mops_tui.model.session.ballots import BallotFlaw

Param = str | int | float
CountedCode = Literal["fewer-than-seats", "fewer-than-votes", "too-many-called"]
"""What is said with a number that decides the form of its words."""
PlainCode = (
    BallotFlaw
    | Literal[
        "already-here",
        "called-already",
        "looking-back",
        "marks-nameless",
        "more-votes-than-people",
        "name-left",
        "name-shows-nothing",
        "name-taken",
        "no-earlier-round",
        "no-grid-here",
        "no-question-here",
        "no-timer",
        "no-vote",
        "not-begun",
        "not-open-to-options",
        "not-present",
        "nothing-called",
        "not-at-last-time",
        "nothing-before",
        "nothing-open-before",
        "nothing-there",
        "nothing-to-take-back",
        "nothing-to-undo",
        "nothing-written",
        "no-subject",
        "option-exists",
        "options-after-votes",
        "option-unknown",
        "option-last",
        "option-voted-on",
        "reveal-stays",
        "room-not-simulated",
        "room-simulated",
        "round-closed",
        "round-not-open",
        "round-not-revealed",
        "round-open",
        "round-revealed",
        "round-still-open",
        "screen-dark",
        "session-closed",
        "session-new",
        "session-open",
        "session-paused",
        "skipped-already",
        "tally-not-here",
        "tally-unknown",
        "too-many-options",
        "unknown-participant",
        "unknown-question",
        "votes-since",
        "votes-unsaved",
    ]
)
RefusalCode = CountedCode | PlainCode
"""Every reason why something cannot be. Tests hold that each is given, and has a sentence."""


@dataclass(frozen=True)
class Refusal:
    """Why a command cannot be carried out.

    Attributes:
        code: Why; `words.refusals` has a sentence for each.
        params: What the sentence needs: counts, ids.
    """

    code: RefusalCode
    params: Mapping[str, Param] = field(default_factory=dict)
