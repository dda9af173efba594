"""A disk that does not answer leaves home alive while practice waits for its journal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.pilot import app_running

from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.folders.places import places
from mops_tui.tui.beside_loop import PATIENCE, read_beside
from mops_tui.tui.destinations import Practise
from mops_tui.tui.navigation import new_screens
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A disk that opens a journal of practice only once this is set."""
    gate = threading.Event()

    class Slow(PracticeJournal):
        def __init__(self, folder: Path) -> None:
            gate.wait()
            super().__init__(folder)

    monkeypatch.setattr(new_screens, "PracticeJournal", Slow)
    yield gate
    gate.set()


async def test_practice_opens_by_itself_once_the_disk_answers(answers: threading.Event) -> None:
    async with app_running() as stage:
        await stage.press("p")
        await stage.sees("The disk is slow")
        assert isinstance(stage.screen, HomeScreen)
        answers.set()
        await stage.on(PracticeScreen)


@pytest.mark.slow
async def test_who_goes_elsewhere_meanwhile_does_not_hold_the_journal(
    answers: threading.Event,
) -> None:
    async with app_running() as stage:
        await stage.press("p")
        await stage.sees("The disk is slow")
        await stage.press("enter")
        await stage.on(SetupScreen)
        answers.set()
        await stage.until(lambda: any(places().practice.glob("*.toml")), "for the journal")
        await stage.until(lambda: not any(places().practice.glob("*.lock")), "for its lock")
        assert isinstance(stage.screen, SetupScreen)


async def test_a_second_key_while_practice_opens_asks_the_disk_for_nothing(
    answers: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would find the journal locked, by nobody but the first, and say so."""
    asked: list[str] = []

    def counted(*given: Any) -> object:
        asked.append("practice")
        return read_beside(*given)

    monkeypatch.setattr(new_screens, "read_beside", counted)
    async with app_running() as stage:
        stage.app.keyboard.bounce = 0
        await stage.press("p")
        await stage.sees("The disk is slow")
        await stage.press("p")
        await stage.pilot.pause()
        answers.set()
        await stage.on(PracticeScreen)
    assert len(asked) == 1


async def test_a_program_that_begins_with_practice_waits_for_it_in_a_small_window(
    answers: threading.Event,
) -> None:
    threading.Timer(3 * PATIENCE, answers.set).start()
    async with app_running(start=Practise(), size=(60, 24)) as stage:
        await stage.until(
            lambda: any(isinstance(s, PracticeScreen) for s in stage.app.screen_stack),
            "for practice",
        )
        assert stage.app.is_running
