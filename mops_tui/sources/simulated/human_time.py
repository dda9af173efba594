"""How long things take people: reading aloud, a vote on a phone, a talk that runs over a little."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of, options_of
from mops_tui.sources.simulated.characters import SimulatedPerson

ALOUD = 150.0
"""Words a minute, read aloud to a room."""
SETTLING = 5.0
"""Seconds until a room listens, and until it has looked up from its phones."""
SLOW = 1.8
"""How much longer the slowest of nine take than most, as measured."""
AGAIN = 0.6
"""What a second vote takes of the first: the answers have been read."""
REVEAL = 15.0
"""Seconds to look at a picture, and to read aloud what was found."""
GRID = 45.0
"""Seconds at a grid: it has no minutes of its own."""
READ_BACK = 25.0
"""Seconds for one decision that is read back, with its owner's yes."""

# Typical seconds of one person's vote on a phone, by kind: the first for the ballot, the second
# for each option or item (`python benchmarks/thumbs.py`: choice 30, ten points over four 50,
# eight pairs 80, sixteen items 98, four waves 38, a place on a grid 27, hands 18).
_MEASURED = {
    "choice": (14.0, 4.0),
    "hands": (18.0, 0.0),
    "allocate": (14.0, 9.0),
    "rank": (14.0, 7.0),
    "rate": (20.0, 5.0),
    "pairs": (8.0, 9.0),
    "curve": (14.0, 6.0),
    "grid": (27.0, 0.0),
    "text": (60.0, 0.0),
}


def aloud(*texts: str | None) -> float:
    """The seconds that some texts take to be read aloud."""
    words = sum(len((text or "").split()) for text in texts)
    return SETTLING + words / ALOUD * 60


def vote_seconds(question: QuestionBase) -> float:
    """What one person's vote takes on a phone, as measured."""
    ballot, each = _MEASURED[kind_of(question)]
    return ballot + each * max(len(options_of(question)), len(items_of(question)))


def delay(person: SimulatedPerson, question: QuestionBase, number: int) -> float | None:
    """Seconds until somebody has voted: their own, at least the measured; None until asked.

    Args:
        person: Who votes.
        question: On what.
        number: In which round.
    """
    own = person.delay(question.minutes)
    if own is None:
        return None
    measured = vote_seconds(question) * (SLOW if person.character.late else 1.0)
    return max(own, measured) * (1.0 if number == 1 else AGAIN)
