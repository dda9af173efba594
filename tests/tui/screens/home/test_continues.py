"""The lines of the list of earlier sessions."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.sessions import OPENED

from mops_tui.sources.continued import Continuable
from mops_tui.tui.screens.home.continues import ROOM, row
from mops_tui.words.safe import cells

LONG = "Where does Marketing Operations belong in the next two years?"


@pytest.mark.parametrize("alike", [False, True])
@pytest.mark.parametrize("title", [LONG, "漢字" * 40])
def test_that_names_were_taken_out_stays_however_long_the_title_is(title: str, alike: bool) -> None:
    one = Continuable(Path("s.toml"), f"{title} (names taken out)", OPENED, None)
    line = row(one, alike=alike).plain.split("\n")[0]
    assert "… (names taken out)  2 November 2026" in line
    assert cells(line) <= ROOM
    assert (
        "taken out" not in row(Continuable(Path("s.toml"), title, OPENED, None), alike=alike).plain
    )
