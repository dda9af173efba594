"""A disk that does not answer leaves home alive while practice waits for its journal."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.pilot import app_running

from mops_tui.sources.practice.journal import PracticeJournal
from mops_tui.storage.folders.places import places
from mops_tui.tui.navigation import new_screens
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.home.home import HomeScreen
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


async def test_who_goes_elsewhere_meanwhile_does_not_hold_the_journal(
    answers: threading.Event,
) -> None:
    async with app_running() as stage:
        await stage.press("p")
        await stage.sees("The disk is slow")
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        answers.set()
        await stage.until(lambda: any(places().practice.glob("*.toml")), "for the journal")
        await stage.until(lambda: not any(places().practice.glob("*.lock")), "for its lock")
        assert isinstance(stage.screen, HelpScreen)
