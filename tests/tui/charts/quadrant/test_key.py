"""The key: everybody on it, or counted; the longest names for which there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mops_tui.tui.charts.quadrant.key import LETTERS, KeyEntry, key_of


def names(n: int) -> dict[str, str]:
    return {f"p{i}": f"Firstname{i} Lastname{i}" for i in range(n)}


@given(n=st.integers(1, len(LETTERS)), width=st.integers(50, 140), rows=st.integers(3, 40))
def test_everybody_is_named_or_counted(n: int, width: int, rows: int) -> None:
    key = key_of([[key] for key in names(n)], names(n), width, rows)
    if key is not None:
        assert sum(len(entry.names) for entry in key.entries) + key.left_out == n
        assert key.width <= width - 38
        assert key.columns * rows >= len(key.entries) + bool(key.left_out)


def test_names_are_whole_where_there_is_room_and_short_where_not() -> None:
    def first(width: int) -> str:
        key = key_of([[key] for key in names(20)], names(20), width, 12)
        assert key is not None
        return key.entries[0].names[0]

    assert first(130) == "Firstname0 Lastname0"
    assert len(first(60)) < len("Firstname0")


def test_two_on_a_mark_are_both_named_and_of_many_the_rest_is_counted() -> None:
    assert KeyEntry("a", ("AB", "CD")).text(8) == "AB CD"
    assert KeyEntry("a", ("Ada", "Benno", "Carla")).text(10) == "Ada +2"


def test_a_leaning_has_a_ring_in_the_key() -> None:
    key = key_of([["p0"], ["p1"]], names(2), 120, 12, {"p1"})
    assert key is not None
    assert [entry.names[0][-1] for entry in key.entries] == ["0", "○"]


def test_letters_that_look_like_marks_are_left_out() -> None:
    assert not set(LETTERS) & set("oOlI0123456789")
