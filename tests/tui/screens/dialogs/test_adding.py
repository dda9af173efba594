"""What was typed into the form that adds an answer or takes one out."""

from __future__ import annotations

import pytest

from mops_tui.tui.screens.dialogs.adding import Typed, typed

SIGNS = {"A": "chat", "B": "bots"}


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"label": " Stalls ", "out": " b "}, Typed(" Stalls ", "bots", "")),
        ({"label": "  ", "out": "q"}, Typed("", "", "Q")),
        ({"out": ""}, Typed("", "", "")),
    ],
)
def test_a_letter_in_any_case_names_what_goes_and_another_one_is_told(
    values: dict[str, str], found: Typed
) -> None:
    assert typed(values, SIGNS) == found
