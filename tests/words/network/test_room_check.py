"""What the check says holds: times are rounded up, and errors are sentences."""

from __future__ import annotations

import errno

import pytest

from mops_tui.words.network.room_check import (
    milliseconds,
    not_opened,
    step_words,
    waiting_words,
    works,
)


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.0, 1), (0.0001, 1), (0.001, 1), (0.0123, 13), (0.045, 45), (2.0, 2000)]
)
def test_a_time_that_is_said_to_be_within_is_rounded_up(seconds: float, said: int) -> None:
    assert milliseconds(seconds) == said
    assert f"there and back within {said} ms" in step_words(3, way=seconds)


def test_one_second_is_no_seconds() -> None:
    assert "second" not in waiting_words(1)
    assert "2 seconds" in waiting_words(2)
    assert "devices" not in works(1)
    assert "2 devices" in works(2)


@pytest.mark.parametrize(
    ("error", "part"),
    [
        (OSError(errno.EADDRNOTAVAIL, "x"), "no address 10.0.0.5 any more"),
        (PermissionError(errno.EACCES, "x"), "does not permit a port at 10.0.0.5"),
        (OSError(errno.EADDRINUSE, "x"), "is taken"),
        (OSError(errno.EIO, "Input/output \x1b[31merror"), "Input/output error"),
        (OSError("odd"), "OSError"),
    ],
)
def test_an_error_is_told_in_a_sentence(error: OSError, part: str) -> None:
    words = not_opened(error, "10.0.0.5")
    assert part in words
    assert "\x1b" not in words
    assert words.endswith(".")
