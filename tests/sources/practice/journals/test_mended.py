"""What was mended in a journal, counted once: an entry without a number may be the one missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.sources.practice.journals.mended import mended
from mops_tui.storage.sessions.repairing.repair import Repair
from mops_tui.storage.sessions.repairing.steps import RepairStep

FILE, BACKUP = Path("practice-2026-11.toml"), Path("practice-2026-11.toml.bak")
UNREADABLE = RepairStep("unplaced-left-out", 12)  # it says no number any more


def missing(first: int, last: int, line: int | None = None) -> RepairStep:
    return RepairStep("marked-lost", line, first, last)


@pytest.mark.parametrize(
    ("steps", "lost", "lines"),
    [
        ((), 0, ()),
        ((UNREADABLE,), 1, (12,)),
        ((missing(3, 4),), 2, ()),
        ((UNREADABLE, missing(3, 3)), 1, (12,)),  # most likely the same
        ((UNREADABLE, missing(3, 5)), 3, (12,)),
        ((UNREADABLE, missing(3, 3), missing(7, 7, line=30)), 2, (12, 30)),
        ((RepairStep("torn-left-out", 40), missing(7, 7, line=30)), 1, (30,)),
    ],
)
def test_an_entry_is_lost_once(
    steps: tuple[RepairStep, ...], lost: int, lines: tuple[int, ...]
) -> None:
    made = mended(FILE, (), None, Repair(BACKUP, steps=steps))
    assert made is not None
    assert (made.lost, made.lines, made.whole) == (lost, lines, True)
    assert made.was == BACKUP.name
    assert made.torn == next((one.line for one in steps if one.code == "torn-left-out"), None)


def test_where_nothing_was_done_nothing_was_mended() -> None:
    assert mended(FILE, (), None, None) is None
    assert mended(FILE, (), None, Repair(None)) is None
