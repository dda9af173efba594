"""Where needs point and what was chosen: both sides, how near it is, and terms that do not hold."""

from __future__ import annotations

import pytest
from support.branching import asked
from support.needing import FORMS, NEED, THINGS, needing, with_question

from mops_tui.model.session.ballots import Choice, Pass, Ratings
from mops_tui.words.alone.conclusion import conclusion


def said(light: str, warm: str, fun: str, chosen: str = "tent") -> str:
    rated = Ratings(("light", "warm", "fun"), (light, warm, fun))
    blocks = conclusion(needing(needs=rated, form=Choice(chosen)))
    return "\n".join(line for one in blocks for line in (one.heading, *one.lines, *one.points))


def said_of(rated: Ratings) -> str:
    blocks = conclusion(needing(needs=rated, form=Choice("tent")))
    return "\n".join(line for one in blocks for line in one.lines)


def test_both_sides_of_the_chosen_answer_and_of_the_one_pointed_to_are_told() -> None:
    told = said("mid", "top", "top")
    assert "Your needs point one way, your choice another" in told
    for line in (
        "For Hut: Warm nights (Now).",
        "Against Hut: Little weight (Soon).",
        "For Tent: Little weight (Soon).",
        "Against Tent: Warm nights (Now).",
        "You also need Fun (Now). Of this the scenario says nothing for or against Hut and Tent.",
    ):
        assert line in told, line


@pytest.mark.parametrize("level", ["Later", "Soon", "Now"])
def test_needs_that_are_all_alike_are_said_to_point_nowhere(level: str) -> None:
    of = {one["label"]: one["id"] for one in NEED}[level]
    told = said(of, of, of)
    assert f"In “What we need” you called all 3 “{level}”." in told
    assert "points to Hut" not in told


def test_needs_that_speak_for_none_are_said_to() -> None:
    assert "points to none of the answers. You chose Tent." in said("low", "low", "top")


def test_needs_point_where_they_do_also_where_nothing_was_chosen() -> None:
    rated = Ratings(("light", "warm", "fun"), ("low", "top", "low"))
    [first, *_rest] = conclusion(needing(needs=rated, form=Pass()))
    assert first.heading == "Where your needs point"
    told = "“What we need”, as you rated it, points to Hut. You gave no answer to “Where we sleep”."
    assert first.lines[0] == told
    assert not [line for line in first.lines if "chose" in line]


def test_what_was_not_rated_is_not_called_anything() -> None:
    told = said_of(Ratings(("light", "warm"), ("top", "top")))
    assert "In “What we need” you called all 2 that you rated “Now”." in told


def test_a_tie_is_told_as_a_tie_with_both_sides_of_each() -> None:
    third = {
        "id": "boat",
        "label": "Boat",
        "goodies": [{"id": "a", "text": "W", "sources": ["S2"]}],
    }
    pack = with_question(
        asked("rate", "needs", title="What we need", item=THINGS, scale=NEED, cared="raises"),
        asked("choice", "form", option=[{**FORMS[1], "gotchas": []}, third, FORMS[0]]),
    )
    rated = Ratings(("light", "warm", "fun"), ("low", "top", "low"))
    [first, *_rest] = conclusion(needing(pack, needs=rated, form=Choice("boat")))
    told = "\n".join(first.lines)
    assert "points to Hut and Boat alike. You chose Boat." in told
    assert "For Hut: Warm nights (Now).\n" in told
    assert "For Boat: Warm nights (Now)." in told


def test_what_speaks_against_is_the_packs_where_no_need_does() -> None:
    pack = with_question(
        asked("rate", "needs", item=THINGS, scale=NEED, cared="raises"),
        asked(
            "choice",
            "form",
            option=[{**FORMS[0], "gotchas": [{"id": "b", "text": "Torn."}]}, FORMS[1]],
        ),
    )
    rated = Ratings(("light", "warm", "fun"), ("top", "low", "low"))
    [first, *_rest] = conclusion(needing(pack, needs=rated, form=Choice("tent")))
    assert "Against Tent none of your needs speaks. The scenario says: “Torn”." in first.lines


def test_a_term_that_the_own_ratings_speak_against_is_said_to_be_so() -> None:
    june = [{"id": "c", "text": "All is warm.", "sources": ["S2"]}]
    pack = with_question(
        asked("rate", "needs", item=THINGS, scale=NEED, cared="raises"),
        asked("choice", "form", option=[FORMS[0], {**FORMS[1], "works_when": june}]),
    )
    rated = Ratings(("light", "warm", "fun"), ("top", "low", "low"))
    [first, *_rest] = conclusion(needing(pack, needs=rated, form=Choice("hut")))
    assert first.points == ("All is warm. Your own ratings speak against it: Warm nights (Later).",)
