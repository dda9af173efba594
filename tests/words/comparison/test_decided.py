"""Who owns what was decided, through many sessions."""

from __future__ import annotations

import pytest

from mops_tui.model.comparison.decisions import DecisionHistory, DecisionPlan
from mops_tui.words.comparison.decided import owner_changed


def history(*owners: str) -> DecisionHistory:
    return DecisionHistory(
        scenario="demo",
        title="Demo",
        decisions=tuple(("Stay.",) for _one in owners),
        on_agenda=tuple(True for _one in owners),
        plans=tuple(DecisionPlan(owner=(one,) if one else ()) for one in owners),
    )


@pytest.mark.parametrize(
    ("owners", "told"),
    [
        (("Ana", "ana"), ""),
        (("Ana", ""), ""),
        ((), ""),
        (("Ana", "Tom"), "The owner changed: “Ana” in session 1, “Tom” in session 2."),
        (("Tom", "Ana", "", "Tom", "Tom"),
         "The owner changed: “Ana” in session 2, “Tom” in session 5."),
    ],
)  # fmt: skip
def test_the_last_change_of_owner_is_told_with_both_names(
    owners: tuple[str, ...], told: str
) -> None:
    assert owner_changed(history(*owners)) == told


def test_a_rehearsal_hands_nothing_over() -> None:
    assert owner_changed(history("Ana", "Tom"), (False, True)) == ""
