"""What is said of a rated list, beside the picture of it: the two have one order."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.sessions import workshop

from mops_tui.model.packs.questions import RateQuestion
from mops_tui.model.results.consensus import of_steps, split
from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.pictures.cells import cells_picture
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import standing_short

NEED = ("Can wait", "Helps", "Matters a lot", "Vital")
OWN = ("Absent", "Partly", "In place")


def asked(scale: tuple[str, ...], items: int) -> RateQuestion:
    return RateQuestion.model_validate(
        {
            "id": "q",
            "title": "Q",
            "ask": "How far?",
            "kind": "rate",
            "item": [{"id": f"i{n}", "label": f"Item i{n}"} for n in range(items)],
            "scale": [{"id": label.lower().replace(" ", "-"), "label": label} for label in scale],
        }
    )


def rated(question: RateQuestion, *rows: tuple[int, ...]) -> Result:
    steps = tuple(level.id for level in question.scale)
    n = max(map(sum, rows))
    items = []
    for at, counts in enumerate(rows):
        found = of_steps(counts)
        median = None if found.median is None else steps[found.median]
        spread = Distribution(steps, counts, sum(counts))
        camps = split(counts, steps)
        items.append(ItemResult(f"i{at}", spread, None, median, None, found.agreement, camps))
    return Result("a/q", "rate", 1, n, 0, 0, n, 1.0, True, Verdict("none"), items=tuple(items))


def told(scale: tuple[str, ...], *rows: tuple[int, ...]) -> tuple[str, str]:
    question = asked(scale, len(rows))
    found = rated(question, *rows)
    return standing(found, question, workshop()), standing_short(found, question, workshop())


def drawn(scale: tuple[str, ...], *rows: tuple[int, ...]) -> list[str]:
    question = asked(scale, len(rows))
    [group] = cells_picture(question, rated(question, *rows)).groups
    return [row.label for row in group.rows]


def test_three_vital_are_not_beaten_by_one_that_is_called_nearest_to_it() -> None:
    rows = ((0, 3, 3, 3), (1, 1, 6, 1), (2, 5, 2, 0), (4, 4, 1, 0))
    assert told(NEED, *rows) == (
        "Most often “Matters a lot” or “Vital”: “Item i1” (7 of 9); most often “Can wait” or "
        "“Helps”: “Item i3” (8 of 9).",
        "“Item i1”: “Matters a lot” or “Vital”",
    )
    assert drawn(NEED, *rows) == ["Item i1", "Item i0", "Item i2", "Item i3"]


def test_only_answers_that_somebody_gave_to_it_are_named() -> None:
    rows = ((9, 0, 0, 0), (0, 5, 3, 1), (2, 5, 2, 0), (1, 5, 3, 0))
    assert told(NEED, *rows)[0] == "Most often “Can wait”: “Item i0” (all 9)."


def test_two_of_nine_are_near_to_nothing() -> None:
    rows = ((2, 6, 1), (1, 6, 2), (1, 5, 3), (0, 6, 3))
    assert told(OWN, *rows)[0] == "On all four items most of us say “Partly”: 5 to 6 of 9."
    most = told(OWN, *rows, (0, 4, 5), (4, 4, 1))[0]
    assert most == "Most often “In place”: “Item i4” (5 of 9)."


@st.composite
def lists(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
    scale = draw(st.sampled_from([OWN, NEED, ("Worst", *NEED)]))
    n = draw(st.integers(3, 9))
    answers = st.lists(st.sampled_from(range(len(scale))), min_size=n, max_size=n)
    rows = draw(st.lists(answers, min_size=3, max_size=7))
    return scale, [tuple(Counter(row)[step] for step in range(len(scale))) for row in rows]


@examples(80)
@given(lists())
def test_what_a_sentence_puts_first_or_last_the_picture_does_too(
    made: tuple[tuple[str, ...], list[tuple[int, ...]]],
) -> None:
    scale, rows = made
    order, sentence = drawn(scale, *rows), told(scale, *rows)[0]
    for answers, named, figures in re.findall(r"ost often (.+?): (.+?) \((.+?)\)", sentence):
        high = f"“{scale[-1]}”" in answers or (
            len(scale) > len(OWN) and f"“{scale[-2]}”" in answers
        )
        counts = re.findall(r"\d+", figures)
        assert int(counts[0]) * 2 > int(counts[-1])
        items = re.findall(r"Item i\d", named)
        place = order[: len(rows)] if high else order[::-1]
        if " more" not in named:
            assert set(place[: len(items)]) == set(items)
        for item in items:
            row = rows[int(item[-1])]
            held = sum(row[scale.index(one)] for one in re.findall(r"“(.+?)”", answers))
            assert held == int(counts[0])
