"""Home stays alive while many packs are read, and goes on by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from support.pilot import app_running

from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import load_library, unread
from mops_tui.tui.navigation import packs_first
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.setup import SetupScreen


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Packs that are many, and read only once this is set."""
    gate = threading.Event()

    def slowly(folders: tuple[object, ...]) -> object:
        gate.wait()
        return load_library(folders)  # type: ignore[arg-type]  # folders, as they were given

    monkeypatch.setattr(packs_first, "FEW", -1)
    monkeypatch.setattr(packs_first, "load_library", slowly)
    yield gate
    gate.set()


@pytest.mark.slow
async def test_setup_opens_by_itself_once_the_packs_are_read(read: threading.Event) -> None:
    async with app_running() as stage:
        await stage.press("enter")
        await stage.sees("Reading")
        assert isinstance(stage.screen, HomeScreen)
        read.set()
        await stage.on(SetupScreen)


@pytest.mark.slow
async def test_who_goes_elsewhere_meanwhile_is_left_there(read: threading.Event) -> None:
    async with app_running() as stage:
        await stage.press("enter")
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        read.set()
        await stage.until(lambda: not _reading(), "for the packs")
        await stage.pilot.pause()
        assert isinstance(stage.screen, HelpScreen)


def _reading() -> bool:
    return any(thread.daemon and "(run)" in thread.name for thread in threading.enumerate())


def test_only_what_is_new_or_changed_is_still_to_be_read() -> None:
    folders = pack_folders(places().packs)
    load_library(folders)
    assert unread(folders) == 0
    places().packs.mkdir(parents=True)
    new = places().packs / "new.toml"
    new.write_text("format = 1\n", "utf-8")
    assert unread(folders) == 1
    load_library(folders)  # what is broken was read as well
    assert unread(folders) == 0
