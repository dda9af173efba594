"""The table of votes, loaded back, adds up to what the fold counted; of nobody without a name."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from support.examples import examples
from support.kits import KITS
from support.packs import KEPT
from support.reports import full, given
from support.results import Room
from support.sessions import QUESTIONS
from support.tables import Row, read_table

from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.sheets.asked import asked_rounds
from mops_tui.report.sheets.votes import votes_csv


def rows_of(told: ReportInput) -> list[Row]:
    return read_table(votes_csv(told))


def agree(told: ReportInput) -> None:
    """Every count of every revealed round is the sum of rows of the table."""
    rows = rows_of(told)
    shown: set[int] = set()
    for asked in asked_rounds(told):
        outcome = result(told.state, asked.ref, asked.round.number)
        assert outcome is not None
        mine = [r for r in rows if f"{r['scenario']}/{r['question']}" == asked.ref]
        mine = [r for r in mine if r["round"] == str(asked.round.number)]
        shown.update(map(id, mine))
        assert summed(mine, "passed") == outcome.passes
        counts = counted(mine)
        if outcome.kind in ("choice", "hands"):
            assert outcome.distribution is not None
            assert counts == seen({("", c): n for c, n in distributed(outcome.distribution)})
        for item in outcome.items:
            mine_of = {key: n for key, n in counts.items() if key[0] == item.item}
            assert mine_of == seen({(item.item, c): n for c, n in distributed(item.distribution)})
        if outcome.kind == "allocate":
            assert outcome.distribution is not None
            poured = Counter[str]()
            for row in mine:
                if row["item"]:
                    poured[row["item"]] += int(row["value"]) * int(row["count"])
            assert seen(poured) == seen(dict(distributed(outcome.distribution)))
        if outcome.kind == "rank":
            assert outcome.distribution is not None
            tops = Counter[str]()
            for row in mine:
                tops[row["item"]] += int(row["count"]) * (row["value"] == "1")
            assert seen(tops) == seen(dict(distributed(outcome.distribution)))
        if outcome.kind == "grid":
            corners = seen({("", name): n for name, n in outcome.quadrants})
            assert {k: n for k, n in counts.items() if k[1]} == corners
            assert counts.get(("", ""), 0) == outcome.on_axes
        if outcome.kind == "text":
            assert summed(mine, "ballot") == len(outcome.ideas)
    assert len(shown) == len(rows), "no row is of anything else"


def distributed(of: Any) -> list[tuple[str, int]]:
    return list(zip(of.categories, of.counts, strict=True))


def seen(counts: Any) -> dict[Any, int]:
    return {key: n for key, n in counts.items() if n}


def summed(rows: list[Row], how: str) -> int:
    return sum(int(row["count"]) for row in rows if row["how"] == how)


def counted(rows: list[Row]) -> dict[tuple[str, str], int]:
    counts = Counter[tuple[str, str]]()
    for row in rows:
        if row["how"] != "passed":
            counts[row["item"], row["answer"]] += int(row["count"])
    return dict(counts)


@st.composite
def ballots(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    if draw(st.integers(0, 9)) == 0:
        return {"passed": True}
    options = ("a", "b", "c")
    match kind:
        case "where":
            return {"option": draw(st.sampled_from(options))}
        case "cmo":
            return {"option": draw(st.sampled_from(("yes", "no")))}
        case "points":
            first = draw(st.integers(0, 10))
            return {"options": ("a", "c"), "points": (first, 10 - first)}
        case "order":
            return {"options": tuple(draw(st.permutations(options)))}
        case "ready":
            chosen = draw(st.sampled_from((("owner",), ("owner", "platform"))))
            level = st.sampled_from(("absent", "partly", "in-place"))
            return {"items": chosen, "levels": tuple(draw(level) for _ in chosen)}
        case "lean":
            place = st.integers(-2, 2)
            return {"items": ("craft", "drive"), "positions": (draw(place), draw(place))}
        case "waves":
            place = st.integers(0, 100)
            return {"items": ("cloud", "video"), "positions": (draw(place), draw(place))}
        case "place":
            place = st.integers(-100, 100) | st.just(0)
            return {"x": draw(place), "y": draw(place)}
    return {"ideas": tuple(draw(st.lists(st.sampled_from(("=1", "b c")), min_size=1, max_size=3)))}


CALLED = {
    "where": ("", ("a", "b")),
    "cmo": ("", ("yes", "no")),
    "ready": ("owner", ("absent", "in-place")),
    "lean": ("craft", ("-2", "1")),
    "place": ("", ("scientists", "modernizers")),
}


@examples(25)
@drawn(st.data(), st.sampled_from(["named", "pseudonyms", "anonymous"]))
def test_loaded_back_the_votes_add_up_to_what_was_counted(data: Any, anonymity: str) -> None:
    room = Room(5, policy={"anonymity": anonymity})
    for ref in QUESTIONS:
        kind = ref.partition("/")[2]
        for number in range(1, data.draw(st.integers(0, 2)) + 1):
            votes = data.draw(st.lists(ballots(kind) | st.just({}), max_size=5))
            item, categories = CALLED.get(kind, ("", ()))
            cells = [(item, one, data.draw(st.integers(0, 4))) for one in categories]
            room.round(ref, votes, number, cells if data.draw(st.booleans()) else None)
    agree(given(room))


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_the_votes_of_a_whole_workshop_add_up(name: str) -> None:
    run = KITS[name](KEPT)
    agree(ReportInput(run.header, visible(run.state, "room")))


def test_by_name_each_row_says_whose_it_is() -> None:
    rows = [r for r in rows_of(given(full())) if r["question"] == "where" and r["round"] == "1"]
    assert [(r["voter"], r["seat"], r["role"], r["how"], r["answer"]) for r in rows] == [
        ("Ana Pop", "1", "IT", "ballot", "a"),
        ("Bogdan Ionescu", "2", "IT", "ballot", "a"),
        ("Carla Radu", "3", "IT", "ballot", "b"),
        ("# x | [a](b) <img>", "4", "IT", "passed", ""),
        ("", "", "", "called", "c"),
    ]
    assert rows[-1]["count"] == "2"


def test_in_an_anonymous_room_no_row_is_a_persons_and_nothing_links_two_answers() -> None:
    room = full("anonymous")
    text, rows = votes_csv(given(room)), rows_of(given(room))
    assert {(r["voter"], r["seat"], r["role"]) for r in rows} == {("", "", "")}
    assert {(r["x"], r["y"]) for r in rows} == {("", "")}
    assert "*" not in text  # the keys that link rounds
    keys = [tuple(v for k, v in r.items() if k != "count") for r in rows]
    assert len(keys) == len(set(keys)), "equal parts are one row"


@examples(25)
@drawn(st.permutations(range(5)), st.data())
def test_in_an_anonymous_room_the_table_does_not_tell_who_cast_which_vote(
    order: list[int], data: Any
) -> None:
    """The same ballots, cast by others in another order: the same bytes."""
    votes = {
        ref: [data.draw(ballots(ref.partition("/")[2])) for _ in range(5)] for ref in QUESTIONS
    }

    def table(shuffled: list[int]) -> str:
        room = Room(5, policy={"anonymity": "anonymous"})
        for ref, cast in votes.items():
            room.round(ref, [cast[at] for at in shuffled])
        return votes_csv(given(room))

    assert table(list(range(5))) == table(order)


def test_of_a_round_that_is_not_revealed_there_is_nothing() -> None:
    rows = rows_of(given(full()))
    assert "cmo" not in {row["question"] for row in rows}
    assert "demo" in {row["scenario"] for row in rows}
