"""What a text names: whole labels, the longest first, and nothing out of a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.samples import mops_grid

from mops_tui.model.packs.questions import (
    ChoiceQuestion,
    GridQuestion,
    QuestionBase,
    RateQuestion,
)
from mops_tui.words.results.course.naming import named_in
from mops_tui.words.results.quoting import quoted

LONG = "Sales takes over prospects when they are ready and somebody has called them"
ROOMS = ("Sales", "IT", "Sales Ops", "No.", "here?", "マーケ", "The “spell”")
ITEMS = ("Sales takes over prospects", LONG, "IT", "Marketing funds its own IT work")


def _questions() -> tuple[QuestionBase, ...]:
    rooms = {
        "id": "spell",
        "kind": "choice",
        "title": "The spell",
        "ask": "Where?",
        "option": [{"id": f"r{n}", "label": label} for n, label in enumerate(ROOMS)],
    }
    items = {
        "id": "true",
        "kind": "rate",
        "title": "Is it true here?",
        "ask": "Is it?",
        "scale": [{"id": "a", "label": "Not true"}, {"id": "b", "label": "True"}],
        "item": [{"id": f"i{n}", "label": label} for n, label in enumerate(ITEMS)],
    }
    return ChoiceQuestion.model_validate(rooms), RateQuestion.model_validate(items)


QUESTIONS = _questions()


def named(text: str) -> list[list[tuple[str, str]]]:
    return [sorted(place.answers) for place in named_in(text, QUESTIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We go to Sales", [[("spell", "r0")]]),
        ("we go to sales ops", [[("spell", "r2")]]),
        ("We do it", []),
        ("We go to IT", [[("spell", "r1"), ("true", "i2")]]),
        ("First: “Sales takes over prospects”", [[("true", "i0")]]),
        ("First: sales takes over prospects", [[("true", "i0")]]),
        (f"First: {quoted(LONG, 40)}", [[("true", "i1")]]),
        ("The “Sales first” way", []),
        ('The "Sales" way, «IT» too', [[("spell", "r0")], [("spell", "r1"), ("true", "i2")]]),
        ("“No” it is, and „here?“", [[("spell", "r3")], [("spell", "r4")]]),
        ("“マーケ”", [[("spell", "r5")]]),
        ("Presales and Sales-", [[("spell", "r0")]]),
        ("The spell: we wait", [[]]),
        ("We stay, with IT's architect and Sales’s blessing", []),
        ("Stay with 'Sales'", [[("spell", "r0")]]),
        ("", []),
        ("“”…", []),
    ],
)
def test_it_names_whole_labels(text: str, expected: list[list[tuple[str, str]]]) -> None:
    assert named(text) == expected


def test_a_corner_of_a_grid_is_an_answer_where_the_grid_is_known() -> None:
    place = GridQuestion.model_validate(
        {"kind": "grid", "id": "place", "title": "Your place", "ask": "Where?", "grid": "mops"}
    )
    text = "We strengthen Scientists first"
    assert [sorted(n.answers) for n in named_in(text, (place,), (mops_grid(),))] == [
        [("place", "scientists")]
    ]
    assert named_in(text, (place,)) == ()
    assert named_in(text, QUESTIONS, (mops_grid(),)) == ()


def test_a_title_names_its_question() -> None:
    assert [place.questions for place in named_in("The spell: stay", QUESTIONS)] == [{"spell"}]


@given(st.sampled_from([("spell", ROOMS), ("true", ITEMS)]), st.integers(0, 3), st.text())
def test_a_quoted_label_is_what_it_names_whatever_else_is_in_it(
    of: tuple[str, tuple[str, ...]], at: int, before: str
) -> None:
    question, labels = of
    clear = before.translate({ord(sign): None for sign in '“”„«»"'})
    found = named(f"{clear} {quoted(labels[at])}")[-1]
    assert (question, f"{'r' if question == 'spell' else 'i'}{at}") in found


def _of_labels(*labels: str) -> ChoiceQuestion:
    options = [{"id": f"o{n}", "label": label} for n, label in enumerate(labels)]
    keys = {"id": "q", "kind": "choice", "title": "The place", "ask": "Which?", "option": options}
    return ChoiceQuestion.model_validate(keys)


@pytest.mark.parametrize(
    ("label", "text", "is_named"),
    [
        ("RevOps", "We join a Revenue Operations team", True),
        ("RevOps", "we join revenue operations", True),
        ("Revenue Operations", "We join RevOps", True),
        ("RevOps", "We review options", False),
        ("Marketing", "Marketing Operations moves", False),
        ("Marketing", "Marketing Operations moves to Marketing", True),
        ("Marketing Operations", "Marketing Operations does it", True),
        ("MOps", "Marketing Operations does it", True),
    ],
)
def test_a_short_word_of_the_field_and_its_long_form_name_the_same(
    label: str, text: str, is_named: bool
) -> None:
    places = named_in(text, [_of_labels(label, "Elsewhere")])
    assert [sorted(place.answers) for place in places] == ([[("q", "o0")]] if is_named else [])


@pytest.mark.parametrize("typed", ["IT ", "“so” IT ", "“IT” "])
def test_an_answer_that_stands_there_thousands_of_times_is_found_each_time(typed: str) -> None:
    """Each place that is held against all the others would take minutes."""
    assert len(named(typed * 8_000)) == 8_000
