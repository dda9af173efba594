from __future__ import annotations

from mops_tui.words.closing_kit.open import no_decision, no_owner, no_reason, not_reached


def test_what_is_open_is_told_with_what_was_to_be_decided() -> None:
    assert no_decision("Where?", "Who pays?") == "No decision is on record for “Where?”: Who pays?"


def test_a_decision_without_an_owner_is_open_too() -> None:
    assert no_owner("We stay.") == "Nobody owns this decision yet: “We stay”."
    assert len(no_owner("We stay " * 60)) < 120


def test_a_decision_without_a_reason_says_so() -> None:
    assert no_reason("We stay.") == "No reason was written down for this decision: “We stay”."


def test_what_was_not_reached_is_named_and_many_are_counted() -> None:
    assert not_reached(["A"]) == "“A” was not reached, and nothing was decided there."
    assert not_reached(["A", "B"]).startswith("“A” and “B” were not reached")
    assert "“C” and three more were not reached" in not_reached(list("ABCDEF"))
