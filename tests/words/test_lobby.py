"""What is said of a day before it begins."""

from __future__ import annotations

import pytest

from mops_tui.words.lobby import minutes_figure


@pytest.mark.parametrize(
    ("minutes", "figure"), [(2, "2"), (1.5, "1.5"), (10 / 3, "3.3"), (20.0, "20"), (0.02, "0")]
)
def test_budgets_of_a_stretched_day_stay_short(minutes: float, figure: str) -> None:
    assert minutes_figure(minutes) == figure
