"""What could be better in a sound pack, and what cannot fit into its minutes."""

from __future__ import annotations

from typing import Any

import pytest
from support.branching import ROOMS, asked, scenario

from mops_tui.model.packs.advice import advice_on, unfit, words_in
from mops_tui.model.packs.pack import WorkshopPack

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Where should MOps report?", 4),
        ("It's 12.6 % of the CMO's budget.", 6),
        ("Ready for {subject}?", 5),
        ("", 0),
    ],
)
def test_words_are_counted_as_they_are_read(text: str, n: int) -> None:
    assert words_in(text) == n


@pytest.mark.parametrize(
    ("keys", "code", "path"),
    [
        ({"ask": f"{LONG} {LONG}?"}, "many-words", ("ask",)),
        ({"hint": LONG}, "many-words", ("hint",)),
        ({"facts": [{"id": "f", "text": LONG}]}, "many-words", ("facts", 0, "text")),
        ({"option": [ROOMS[0] | {"text": LONG}, ROOMS[1]]}, "many-words", ("option", 0, "text")),
        ({"title": "A title that is far too long for a projector"}, "long-title", ("title",)),
        ({"minutes": 2, "alone": 1}, "short-question", ("minutes",)),
    ],
)
def test_what_a_room_stumbles_over_is_said_where_it_stands(
    keys: dict[str, Any], code: str, path: tuple[str | int, ...]
) -> None:
    (flaw,) = advice_on(scenario(asked("choice", "q", **keys)))
    assert (flaw.code, flaw.path) == (code, ("question", 0, *path))


def test_a_brief_is_read_aloud_in_forty_five_seconds() -> None:
    assert [one.code for one in advice_on(scenario(asked("choice", "q"), brief="word " * 106))] == [
        "long-brief"
    ]
    assert advice_on(scenario(asked("choice", "q"), brief="word " * 105)) == ()


def pack(minutes: float, **entry: Any) -> WorkshopPack:
    base = {"kind": "workshop", "id": "w", "title": "W", "summary": "S", "minutes": minutes}
    return WorkshopPack.model_validate(base | {"agenda": [{"scenario": "s"} | entry]})


def test_an_agenda_that_cannot_fit_is_refused_and_one_without_slack_is_advised() -> None:
    known = {"s": scenario(asked("choice", "q", minutes=40), asked("hands", "o", optional=True))}
    (flaw,) = unfit(pack(41), known)
    assert (flaw.code, dict(flaw.params)) == ("agenda-too-long", {"minutes": "41", "needed": "42"})
    assert unfit(pack(42), known) == ()
    assert [one.code for one in advice_on(pack(42), known)] == ["no-slack"]
    assert [one.code for one in advice_on(pack(51), known)] == ["no-slack"]
    assert advice_on(pack(52), known) == ()


def test_nobody_sits_for_more_than_ninety_minutes() -> None:
    known = {"s": scenario(asked("choice", "q", minutes=100))}
    assert [one.code for one in advice_on(pack(200), known)] == ["no-break"]
