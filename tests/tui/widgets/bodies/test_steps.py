"""The steps of the day that no scenario has, on the screen."""

from __future__ import annotations

import pytest
from support.before import before
from support.pages import SIZES, page
from support.results import Room

from mops_tui.model.session import events as ev


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("of", "title"), [("break", "Break"), ("owners", "Who owns what")])
async def test_each_says_what_it_is(of: ev.Step, title: str, size: tuple[int, int]) -> None:
    name = "demo" if of == "break" else ""
    room = Room(2, before=before()).add(ev.StepShown(of=of, name=name))
    rows = await page(room.seen("room"), size)
    assert title in rows[0]


async def test_who_owns_what_has_each_decision_with_its_owner() -> None:
    room = Room(2).add(
        ev.DecisionRecorded(decision="d", scenario="demo", what="One form.", owner="Maya"),
        ev.StepShown(of="owners"),
    )
    text = "\n".join(await page(room.seen("room")))
    assert "One form." in text
    assert "Owner: Maya" in text
