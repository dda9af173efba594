"""Who answered what: a row a person, a column a thing; whatever was answered, and how many."""

from __future__ import annotations

from typing import Any

import pytest
from support.pages import page, with_question
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.answers import Level, Option, Pair
from mops_tui.model.session import events as ev
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


def again(room: Room, ref: str, width: int = 76, rows: int = 0) -> list[str]:
    """The names of the latest round."""
    state = room.seen()
    question = state.question(ref)
    assert question is not None
    return name_lines(state, question, state.rounds[ref][-1], width, rows).plain.split("\n")


def test_in_a_second_round_a_sign_marks_who_changed_and_a_legend_counts_them() -> None:
    room = Room(5).round("demo/where", choices("aab -")).round("demo/where", choices("abbaa"), 2)
    lines = again(room, "demo/where")
    assert lines[0] == "* changed since round 1: 1 of the 3 who answered both times"
    signs = {line[2:10]: line[0] for line in lines if "Person" in line}
    assert signs == {f"Person {n}": "*" if n == 2 else " " for n in range(1, 6)}
    assert not [line for line in told(room, "demo/where") if "*" in line]


def test_a_list_of_long_answers_marks_them_as_well() -> None:
    options = tuple(Option(id=f"o{n}", label=f"{n} many words " * 5) for n in range(9))
    own = with_question(workshop(), "where", options=options)
    votes = [[{"option": f"o{at}"} for at in seats] for seats in ((1, 2, 3), (1, 4, 3))]
    room = Room(3, workshop=own).round("demo/where", votes[0]).round("demo/where", votes[1], 2)
    lines = again(room, "demo/where", 60)
    assert lines[0] == "* changed since round 1: 1 of 3"
    assert [line[:10] for line in lines if "Person" in line] == [
        "  Person 1", "* Person 2", "  Person 3",
    ]  # fmt: skip


def test_nobody_is_marked_in_an_anonymous_room() -> None:
    room = Room(3, policy={"anonymity": "anonymous"}).round("demo/where", choices("aab"))
    assert again(room.round("demo/where", choices("abb"), 2), "demo/where") == [""]


def test_where_rows_are_few_blank_ones_go_first() -> None:
    room = Room(4).round("demo/lean", PAIRS)
    spaced = again(room, "demo/lean", 40)
    tight = again(room, "demo/lean", 40, len(spaced) - 1)
    assert "" in spaced
    assert tight == [line for line in spaced if line]
    assert again(room, "demo/lean", 40, len(spaced)) == spaced


@pytest.mark.parametrize(("people", "below"), [(6, False), (30, True)])
async def test_the_page_says_how_many_rows_are_below_its_fold(people: int, below: bool) -> None:
    room = Room(people).add(ev.QuestionShown(question="demo/where"))
    room.round("demo/where", choices("ab" * (people // 2))).add(ev.PageShown(page="names"))
    text = "\n".join(await page(room.seen("room"), (80, 24)))
    assert ("more rows below" in text) == below


@pytest.mark.parametrize(
    ("called", "line"),
    [
        (1, "One more called out: that answer has no name."),
        (7, "7 more called out: their answers have no names."),
    ],
)
def test_answers_that_were_called_out_are_counted_below_the_names(called: int, line: str) -> None:
    room = Room(8).open("demo/where").vote("demo/where", "p1", option="c")
    room.call("demo/where", [("", "a", called)]).reveal("demo/where")
    lines = told(room, "demo/where")
    assert lines[1].startswith("Person 1")
    assert lines[-2:] == ["", line]


def test_where_everybody_has_a_name_nothing_stands_below() -> None:
    assert "called out" not in "\n".join(
        told(Room(3).round("demo/where", choices("cab")), "demo/where")
    )


def test_no_two_levels_ends_or_people_look_alike() -> None:
    same = "We keep the way in which our own people work together every day, case "
    scale = tuple(Level(id=f"l{n}", label=f"{same}{n}") for n in range(3))
    own = with_question(workshop(), "ready", scale=scale)
    levels = [{"items": ("owner",), "levels": (f"l{n}",)} for n in (0, 1, 2)]
    rows = told(Room(3, workshop=own).round("demo/ready", levels), "demo/ready")
    answers = {line[8:].split("·")[0].strip() for line in rows if line.startswith("Person")}
    assert {answer[-6:] for answer in answers} == {"case 0", "case 1", "case 2"}
    long = "長い" * 30
    pairs = (Pair(id="p", left=long + "一", right=long + "二"),)
    own = with_question(workshop(), "lean", items=pairs)
    stands = [{"items": ("p",), "positions": (at,)} for at in (-2, 2)]
    rows = told(Room(2, workshop=own).round("demo/lean", stands), "demo/lean")
    one, other = (line[8:].strip() for line in rows if line.startswith("Person"))
    assert (one[-1], other[-1]) == ("一", "二")
