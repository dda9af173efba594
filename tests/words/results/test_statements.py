from __future__ import annotations

import pytest

from mops_tui.model.packs.answers import Pair
from mops_tui.words.results.statements import ends, pair_name, pair_title, position_name, short_ends

WIRING = Pair(
    id="wiring",
    left="I look at the wiring first",
    right="I look at the story first",
    left_name="the wiring",
    right_name="the story",
)
BARE = Pair(id="bare", left="I count.", right="I feel!")


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("-2", "the wiring"),
        ("-1", "rather the wiring"),
        ("0", "between the two"),
        ("1", "rather the story"),
        ("2", "the story"),
    ],
)
def test_a_position_is_the_statement_that_was_chosen(position: str, expected: str) -> None:
    assert position_name(WIRING, position) == expected


def test_a_pair_has_a_short_name_or_quotes_its_statements() -> None:
    assert pair_name(WIRING) == pair_title(WIRING) == "the wiring or the story"
    assert pair_name(BARE) == "“I count” or “I feel!”"
    assert pair_title(BARE) == "I count. / I feel!"


def test_two_long_statements_differ_in_what_is_left_of_them() -> None:
    same = "We believe that the marketing automation platform that we bought in 2019 should be "
    left, right = ends(Pair(id="long", left=same + "kept", right=same + "replaced"))
    assert left != right
    assert "kept" in left
    assert "replaced" in right


def test_where_nothing_is_quoted_a_pair_says_its_names_or_what_differs() -> None:
    assert short_ends(WIRING) == ("the wiring", "the story")
    assert short_ends(BARE) == ("I count.", "I feel!")
    bare = Pair(id="b", left="I look at the wiring first", right="I look at the story first")
    assert short_ends(bare) == ("I look at the wiring", "I look at the story")


def test_two_that_end_alike_differ_in_a_sentence_too() -> None:
    left, right = ends(
        Pair(
            id="end",
            left="Marketing owns what every customer of ours hears from us all year long",
            right="Sales owns what every customer of ours hears from us all year long",
        )
    )
    assert (left, right) == ("“Marketing”", "“Sales”")


@pytest.mark.parametrize("width", [None, 18, 30])
def test_two_statements_never_look_alike(width: int | None) -> None:
    same = "長い" * 30
    for left, right in ((same + "一", same + "二"), ("a" * 90 + "b", "a" * 90 + "c")):
        one, other = ends(Pair(id="p", left=left, right=right), width)
        assert one != other
        names = {"left_name": left[-80:], "right_name": right[-80:]}
        one, other = ends(Pair(id="p", left="One.", right="Other.", **names), width)
        assert one != other
