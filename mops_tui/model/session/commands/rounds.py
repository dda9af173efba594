"""Rounds of voting."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.events import Via


@dataclass(frozen=True)
class OpenRound:
    """Vote once more on a question that was revealed."""

    question: str


@dataclass(frozen=True)
class CloseRound:
    """End the voting."""

    question: str


@dataclass(frozen=True)
class ReopenRound:
    """Let voting go on after a close."""

    question: str


@dataclass(frozen=True)
class Reveal:
    """Show the room what it voted."""

    question: str


@dataclass(frozen=True)
class CastVote:
    """Vote, or change one's vote.

    Attributes:
        take_back: Called votes to remove in the same breath, (item, category) each: this
            person had called them out before.
    """

    question: str
    participant: str
    ballot: Ballot
    via: Via = "seat"
    take_back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Withdraw:
    """Take one's vote back."""

    question: str
    participant: str


@dataclass(frozen=True)
class SetTally:
    """Set all the votes that were called out: (item, category, count) each."""

    question: str
    cells: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class GiveReason:
    """Say why somebody answered so, once the room has seen the answer."""

    question: str
    round: int
    participant: str
    text: str


@dataclass(frozen=True)
class AddOption:
    """Add an option, or a wave, that the room brings."""

    question: str
    option: str
    label: str


@dataclass(frozen=True)
class TakeOutOption:
    """Take an option, or a wave, out of a question before anybody has voted on it."""

    question: str
    option: str
