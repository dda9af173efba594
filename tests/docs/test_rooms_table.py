"""The tables over twenty rooms: the page holds what the script makes."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "rooms_table.py"))
PAGE = SCRIPT["PAGE"].read_text("utf-8")
AGAIN = "python docs/rooms_table.py --docs"


@pytest.mark.parametrize("ref", ["org-placement/spell", "change-readiness/resistance"])
def test_the_page_tells_how_often_each_answer_leads(ref: str) -> None:
    assert SCRIPT["winner_row"](ref, SCRIPT["SEEDS"]) in PAGE.splitlines(), AGAIN


def test_a_rehearsal_is_told_in_a_line_of_the_page() -> None:
    """What is said may be worded anew; who voted what follows from the seed."""
    row = SCRIPT["rehearsed_row"](7)
    votes = row.split(" | ")[:3]
    assert any(line.split(" | ")[:3] == votes for line in PAGE.splitlines()), AGAIN
    assert ": " in row.split(" | ")[-1]


def test_it_makes_every_table_of_few_seeds() -> None:
    made = SCRIPT["tables"](range(1, 3))
    rows = [line for line in made.splitlines() if line.startswith("| ")]
    assert len(rows) > 40
    assert not [row for row in rows if row.count("|") < 4]
    movement = made.split("**Who moves.**")[1].split("**What")[0]
    assert movement.count("| 0 % |") == len(SCRIPT["KINDS"])
