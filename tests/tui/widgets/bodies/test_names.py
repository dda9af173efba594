"""Who answered what: a row a person, a column a thing; whatever was answered, and how many."""

from __future__ import annotations

from typing import Any

import pytest
from support.pages import with_question
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.answers import Option
from mops_tui.tui.widgets.bodies.names import name_lines

PAIRS: list[dict[str, Any]] = [
    {"items": ("craft", "drive"), "positions": (-2, 1)},
    {"items": ("craft", "drive"), "positions": (0, 2)},
    {"items": ("drive",), "positions": (-1,)},
    {"passed": True},
]


def told(room: Room, ref: str, width: int = 76) -> list[str]:
    state = room.seen()
    question = state.question(ref)
    assert question is not None
    return name_lines(state, question, state.rounds[ref][0], width).plain.split("\n")


def test_a_pair_names_the_statement_that_was_chosen_and_never_a_side() -> None:
    lines = told(Room(4).round("demo/lean", PAIRS), "demo/lean")
    rows = {line[:8]: " ".join(line[8:].split()) for line in lines}
    assert rows["Person 1"] == "I build machines. ~ I feel."
    assert rows["Person 2"] == "= I feel."
    assert rows["Person 3"] == "· ~ I count."
    assert rows["Person 4"] == "passed"
    assert lines[0] == "~ rather   = between the two"
    assert not any(word in "\n".join(lines) for word in ("left", "right"))


def test_a_choice_marks_one_column_for_each_person() -> None:
    lines = told(Room(3).round("demo/where", choices("ca-")), "demo/where")
    head = lines[0]
    assert lines[1].index("●") == head.index("Gamma")
    assert lines[2].index("●") == head.index("Alpha")
    assert "passed" in lines[3]


def test_points_and_ranks_stand_under_their_options() -> None:
    poured = [{"options": ("a", "c"), "points": (4, 6)}]
    lines = told(Room(1).round("demo/points", poured), "demo/points")
    assert lines[1][lines[0].index("Alpha")] == "4"
    assert lines[1][lines[0].index("Beta")] == "·"
    assert lines[1][lines[0].index("Gamma")] == "6"
    ranked = [{"options": ("b", "a", "c")}]
    lines = told(Room(1).round("demo/order", ranked), "demo/order")
    assert [lines[1][lines[0].index(word)] for word in ("Alpha", "Beta", "Gamma")] == [
        "2", "1", "3",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [40, 76, 116])
@pytest.mark.parametrize("label", ["No.", "here?", "x", "長い答え" * 4, "many words " * 7])
def test_whatever_the_answers_are_called_no_line_is_too_long_and_no_word_is_lost(
    label: str, width: int
) -> None:
    label = label.strip()
    options = tuple(Option(id=f"o{n}", label=f"{n} {label}"[:80]) for n in range(9))
    own = with_question(workshop(), "where", options=options)
    votes = [{"option": f"o{n % 9}"} for n in range(40)]
    room = Room(40, workshop=own).round("demo/where", votes)
    state = room.seen()
    question = state.question("demo/where")
    assert question is not None
    text = name_lines(state, question, state.rounds["demo/where"][0], width)
    lines = text.split("\n")
    assert all(line.cell_length <= width for line in lines)
    assert "…" not in text.plain
    assert sum(line.plain.startswith("Person") for line in lines) % 40 == 0


@pytest.mark.parametrize("anonymity", ["anonymous"])
def test_an_anonymous_room_has_none(anonymity: str) -> None:
    room = Room(3, policy={"anonymity": anonymity}).round("demo/where", choices("abc"))
    assert told(room, "demo/where") == [""]
