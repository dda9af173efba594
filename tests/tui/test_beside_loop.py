"""What is read beside the loop comes in any order."""

from __future__ import annotations

from mops_tui.tui.beside_loop import Readings


def test_what_was_begun_before_a_reading_that_has_come_is_out_of_date() -> None:
    readings = Readings()
    first, second, third = (readings.begin() for _ in range(3))
    assert readings.take(second)
    assert not readings.take(first)
    assert not readings.take(second)
    assert readings.take(third)
