from __future__ import annotations

import pytest

from mops_tui.words.closing_kit.open import (
    is_undecided,
    no_decision,
    no_owner,
    not_on_record,
    not_reached,
    steps_without,
    undecided,
    were_skipped,
)


def test_what_is_open_is_told_with_what_was_to_be_decided() -> None:
    assert no_decision("Where?", "Who pays?") == "No decision is on record for “Where?”: Who pays?"


def test_a_decision_without_an_owner_is_open_too() -> None:
    assert no_owner(["We stay."], 3) == "Nobody owns this decision yet: “We stay”."
    assert len(no_owner(["We stay " * 60], 1)) < 120


def test_several_without_an_owner_are_counted() -> None:
    assert no_owner(["a", "b"], 3) == "Nobody owns two of the three decisions yet."
    assert no_owner(["a", "b"], 2) == "Nobody owns any of the two decisions yet."


def test_what_nobody_wrote_down_is_told_in_a_few_words() -> None:
    told = dict.fromkeys(("why", "agree", "review", "step", "dissent"), False)
    assert not_on_record(**told) == ""
    assert not_on_record(**{**told, "agree": True, "dissent": True}) == "who must agree, dissent"


@pytest.mark.parametrize(
    ("no_day", "nobody", "every", "expected"),
    [
        (0, 0, 3, ""),
        (1, 0, 1, "The next step has no day."),
        (4, 0, 6, "4 of 6 next steps have no day."),
        (2, 1, 2, "None of the 2 next steps has a day. Nobody is named for one of 2 next steps."),
        (0, 2, 2, "Nobody is named for any of the 2 next steps."),
    ],
)
def test_steps_without_a_day_or_a_name_are_counted(
    no_day: int, nobody: int, every: int, expected: str
) -> None:
    assert steps_without(no_day, nobody, every) == expected


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("Not decided yet: 4 of 9 want A", True),
        ("No decision today", True),
        ("Noch nicht entschieden", True),
        ("We decide not to move", False),
        ("Nothing changes", False),
    ],
)
def test_what_says_itself_that_nothing_was_decided_is_no_decision(
    what: str, expected: bool
) -> None:
    assert is_undecided(what) is expected


def test_what_was_not_decided_is_told_with_its_owner() -> None:
    assert undecided("Not decided.", "Mara") == "Not decided. Owner: Mara."
    assert undecided("Not decided.", "") == "Not decided."


def test_what_was_not_reached_is_named_and_many_are_counted() -> None:
    assert not_reached(["A"]) == "“A” was not reached, and nothing was decided there."
    assert were_skipped(["A"]) == "“A” was skipped, and nothing was decided there."
    assert not_reached(["A", "B"]).startswith("“A” and “B” were not reached")
    assert "“C” and three more were not reached" in not_reached(list("ABCDEF"))
