"""Where labels stand: on no mark, line or other label, and where none can be misread."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.tui.charts.quadrant.labels import Label, Wish, place
from mops_tui.tui.charts.quadrant.plot import Plot, Spot

PLOT = Plot(1, 1, 41, 11)
spots = st.tuples(st.integers(1, 41), st.integers(1, 11))


def wishes(marks: list[Spot], texts: list[str]) -> list[Wish]:
    pairs = zip(marks, texts, strict=False)
    return [Wish(index, text, spot) for index, (spot, text) in enumerate(pairs)]


@given(
    marks=st.lists(spots, min_size=1, max_size=14, unique=True),
    texts=st.lists(
        st.sampled_from(["AB", "Ada M.", "家", "Bartholomew"]), min_size=14, max_size=14
    ),
    taken=st.sets(spots, max_size=30),
)
@examples(100)
def test_labels_hide_nothing_and_keep_apart(
    marks: list[Spot], texts: list[str], taken: set[Spot]
) -> None:
    labels = place(wishes(marks, texts), PLOT, set(marks), taken)
    if labels is None:
        return
    assert {label.wish.key for label in labels} == set(range(len(marks)))
    written: set[Spot] = set()
    for label in labels:
        cells = {*label.cells, *(spot for spot, _ in label.line)}
        assert cells.isdisjoint(marks)
        assert cells.isdisjoint(taken)
        assert cells.isdisjoint(written)
        assert all(PLOT.inside(*spot) for spot in cells)
        written |= cells
    for label in labels:
        ends = {(label.x - 1, label.y), (max(x for x, _ in label.cells) + 1, label.y)}
        others = set(marks) - {label.wish.at}
        assert ends.isdisjoint(others)
        assert ends.isdisjoint(written - label.cells - {spot for spot, _ in label.line})


def one(mark: Spot, taken: set[Spot], text: str = "AB") -> Label | None:
    labels = place([Wish(0, text, mark)], PLOT, {mark}, taken)
    return labels[0] if labels else None


def test_the_first_place_is_to_the_right() -> None:
    label = one((10, 5), set())
    assert label is not None
    assert (label.x, label.y, label.line) == (11, 5, ())


def test_a_line_leads_to_a_label_that_has_no_room_beside_its_mark() -> None:
    around = {(x, y) for x in range(6, 15) for y in range(4, 7)} - {(10, 5)}
    open_way = {(10, 4), (10, 6)}
    label = one((10, 5), around - open_way)
    assert label is not None
    assert label.line


def test_what_has_no_place_is_said_to_have_none() -> None:
    everywhere = {(x, y) for x in range(1, 42) for y in range(1, 12)} - {(10, 5)}
    assert one((10, 5), everywhere) is None


def test_a_crowded_one_chooses_first() -> None:
    marks = [(10, 5), (13, 5)]
    # The second has its left side alone, which the first would take.
    taken = {(x, y) for x in range(1, 42) for y in range(1, 12)} - {
        (11, 5),
        (12, 5),
        (8, 5),
        (9, 5),
        (7, 5),
    }
    labels = place(wishes(marks, ["A", "B"]), PLOT, set(marks), taken - set(marks))
    assert labels is not None
