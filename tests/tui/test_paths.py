from __future__ import annotations

from pathlib import Path

import pytest

from mops_tui.tui.paths import folder_named, no_folder


@pytest.mark.parametrize(
    "typed",
    ["", "a\0b", "~no-such-person-here/x", "\ud800", "reports", "../x", "First line, second line"],
)
def test_what_no_folder_can_be_called_is_none(typed: str) -> None:
    assert folder_named(typed) is None


def test_a_folder_of_ones_own_is_found() -> None:
    assert folder_named("~/reports") == Path.home() / "reports"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("'/tmp/a b'", "/tmp/a b"),
        ('"~/a b" ', str(Path.home() / "a b")),
        ("/no such/a\\ b", "/no such/a b"),
        ('/tmp/the "best" one', '/tmp/the "best" one'),
    ],
)
def test_a_name_may_have_blanks_and_quotes(typed: str, meant: str) -> None:
    assert folder_named(typed) == Path(meant)


def test_what_is_none_is_said_back() -> None:
    assert no_folder("[b]x").startswith("There is no folder “[b]x”. Name it from /")
