"""What a walk adds up to, in sentences: each of them true of the answers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.branching import asked
from support.needing import needing, with_question
from support.sessions import workshop

from mops_tui.model.alone.walk import Said
from mops_tui.model.session.ballots import Allocation, Choice, Pass, Ratings
from mops_tui.words.alone.conclusion import conclusion, placed_words
from mops_tui.words.alone.earlier import earlier_words
from mops_tui.words.alone.naming import Passage

WARM = Ratings(("light", "warm", "fun"), ("low", "top", "mid"))
THEN = datetime(2026, 3, 3, 12, tzinfo=UTC)


def text(blocks: tuple[Passage, ...]) -> str:
    return "\n".join(
        line for block in blocks for line in (block.heading, *block.lines, *block.points)
    )


def test_needs_and_choice_are_held_beside_each_other_with_the_terms_that_decide() -> None:
    said = text(conclusion(needing(needs=WARM, form=Choice("tent"))))
    assert "“What we need”, as you rated it, points to Hut. You chose Tent." in said
    assert "For Hut: Warm nights (Now)." in said
    assert "Against Tent: Warm nights (Now)." in said
    assert "The scenario says that Tent works under these terms:\nIt is June." in said


def test_a_choice_that_needs_point_to_is_said_to_be_so() -> None:
    said = text(conclusion(needing(needs=WARM, form=Choice("hut"))))
    assert "points to Hut, and that is what you chose." in said
    assert "Against Tent" not in said
    assert "What speaks against Hut, you need little: Little weight (Later)." in said


def test_what_a_choice_needs_is_told_by_what_holds() -> None:
    rated = Ratings(("wood", "axe"), ("no", "yes"))
    said = text(conclusion(needing(form=Choice("hut"), terms_hut=rated)))
    assert "You chose Hut. Of 2 conditions you call 1 “Yes”." in said
    assert "Furthest from “Yes”:\nWood at hand (No)" in said


def test_what_answers_alone_would_decide_is_no_decision() -> None:
    said = text(conclusion(needing(form=Choice("hut"))))
    told = (
        "If all had answered as you did, they could write down, by “Where we sleep”: “We sleep in"
    )
    assert told in said


def test_unsure_answers_and_passes_are_where_to_look() -> None:
    walk = needing(sure=40, form=Choice("tent"), likes=Pass())
    said = text(conclusion(walk))
    assert "You hardly stand by this answer." in said
    assert "Where we sleep: form (a little firm)" in said
    assert "You gave no answer to “What we need” and “What we like”." in said


def test_a_pack_without_links_is_told_by_the_own_answers() -> None:
    pack = with_question(asked("text", "ideas", title="Ideas"), asked("choice", "one", title="One"))
    walk = needing(pack, one=Choice("it"), ideas=Pass())
    left, said = conclusion(walk)
    assert (left.heading, said.points) == ("Left open", ("One: one (fairly firm)",))


def test_what_has_changed_since_the_last_walk_is_told_by_both_answers() -> None:
    before = needing(form=Choice("tent"), likes=Allocation(("tent",), (10,)))
    now = before.saying("camp/form", Said("Hut", 80, Choice("hut")))
    said = text(conclusion(now, (THEN, before)))
    assert "Since 3 March 2026" in said
    assert "You answered 2 questions both times.\n1 has another answer now:" in said
    assert "Where we sleep: form → Hut" in said
    assert "have the same answers" in text(conclusion(before, (THEN, before)))


def test_earlier_answers_are_told_the_latest_first_and_not_all() -> None:
    days = [datetime(2026, month, 1, 12, tzinfo=UTC) for month in range(1, 7)]
    old = [(day, Said(f"answer {day.month}", 40, Choice(str(day.month)))) for day in days]
    now = Said("answer 6", 80, Choice("6"))
    assert earlier_words(old, now) == (
        "Last time, on 1 June 2026, you said the same (a little firm).",
        "On 1 May 2026 you said: answer 5 (a little firm).",
        "On 1 April 2026 you said: answer 4 (a little firm).",
        "3 more answers before that, since 1 January 2026.",
    )
    assert earlier_words([], now) == ()
    assert earlier_words([(THEN, Said("passed", 0, Pass()))], now) == ()


@given(st.text(max_size=300))
def test_whatever_was_typed_cannot_leave_its_sentence(words: str) -> None:
    walk = needing(sure=20, form=Choice("hut")).saying("camp/likes", Said(words, 20))
    for block in conclusion(walk, (THEN, needing(likes=Allocation(("hut",), (10,))))):
        for line in (block.heading, *block.lines, *block.points):
            assert "\x1b" not in line
            assert "\n" not in line


@pytest.mark.parametrize(
    ("leans", "own", "words"),
    [
        ((50, 50), None, "Your answers lean to {right}."),
        ((50, 50), (10, 10), "Your answers lean to {right}. You put your own mark there, too."),
        ((50, 50), (-9, 9), "Your answers lean to {right}. You put your own mark with {left}."),
        ((50, 50), (0, 0), "Your answers lean to {right}. You put your own mark in the middle."),
        ((0, 9), None, "Your answers come out between {left} and {right}."),
        ((0, 0), None, "Your answers come out in the middle."),
        (
            (0, 0),
            (9, 9),
            "Your answers come out in the middle. You put your own mark with {right}.",
        ),
        ((0, 0), (0, 0), "Your answers come out in the middle. You put your own mark there, too."),
    ],
)
def test_where_answers_come_out_on_a_grid_is_a_sentence_wherever_that_is(
    leans: tuple[float, float], own: tuple[float, float] | None, words: str
) -> None:
    grid = workshop().grids[0]
    names = {"left": grid.top_left.name, "right": grid.top_right.name}
    assert placed_words(grid, leans, own) == words.format(**names)
