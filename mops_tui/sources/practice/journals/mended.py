"""What was mended in a practice journal, and what of it is kept and lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.session.events import (
    AnswerCommitted,
    CardAnswered,
    Event,
    RoomPredicted,
)
from mops_tui.storage.sessions.recovery import Recovery
from mops_tui.storage.sessions.repairing.repair import Repair, RepairStep


@dataclass(frozen=True)
class Mended:
    """What was done to a practice journal that was damaged.

    Attributes:
        file: Its name.
        kept: How many answers it holds now.
        lost: How many of its entries can be read nowhere.
        lines: Where they stood, as far as that is known; in the file as it was.
        torn: The line of an entry that was cut off while it was written, or None.
        was: The file that has what was left out: the whole as it was, or the cut entry.
        whole: That it is the whole.
    """

    file: str
    kept: int
    lost: int = 0
    lines: tuple[int, ...] = ()
    torn: int | None = None
    was: str = ""
    whole: bool = False


def answers_in(events: Iterable[Event]) -> int:
    """How many answers there are among some events, those that were taken back too."""
    return sum(isinstance(one, CardAnswered | AnswerCommitted | RoomPredicted) for one in events)


def mended(
    path: Path, events: Iterable[Event], recovery: Recovery | None, repair: Repair | None
) -> Mended | None:
    """What was done to a journal when it was opened or repaired; None where nothing was.

    Args:
        path: The journal.
        events: What it holds now.
        recovery: What was cut off its end first, if anything.
        repair: What was repaired then, if anything.
    """
    torn = recovery.line if recovery is not None and recovery.torn is not None else None
    was = recovery.torn.name if recovery is not None and recovery.torn is not None else ""
    if repair is None or repair.backup is None:
        if torn is None:
            return None
        return Mended(path.name, answers_in(events), torn=torn, was=was)
    lost = [step for step in repair.steps if step.code in ("marked-lost", "unplaced-left-out")]
    cut = next((step.line for step in repair.steps if step.code == "torn-left-out"), torn)
    return Mended(
        file=path.name,
        kept=answers_in(events),
        lost=_count(lost),
        lines=tuple(step.line for step in lost if step.line is not None),
        torn=cut,
        was=repair.backup.name,
        whole=True,
    )


def _count(lost: Iterable[RepairStep]) -> int:
    """How many entries are lost; one without its number may be the one that is missing."""
    nowhere = unplaced = elsewhere = 0
    for step in lost:
        n = step.last - step.first + 1
        if step.code == "unplaced-left-out":
            unplaced += n
        elif step.line is None:
            nowhere += n
        else:
            elsewhere += n
    return elsewhere + max(nowhere, unplaced)
