"""What is open over all workshops, at home: seen in a line, listed, marked done."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.pilot import app_running
from support.todo import ASK, FORM, HIRE, left, workshop_file
from textual.widgets import OptionList

from mops_tui.model.session import events as ev
from mops_tui.model.session.before import ActionBefore
from mops_tui.model.session.commands import MarkDone
from mops_tui.sources import clock
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.todo.folder import todo_of
from mops_tui.sources.todo.tracked import Tracked
from mops_tui.storage.folders.places import places
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.tui.screens.home import todo as todo_screen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.todo import TodoScreen
from mops_tui.usecases.actions import Marking, marked

pytestmark = pytest.mark.usefixtures("kept_packs")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 11, 15, 12, tzinfo=UTC)
    monkeypatch.setattr(clock, "local_now", lambda: now)
    monkeypatch.setattr(todo_screen, "local_now", lambda: now)


@pytest.fixture
def sessions(home: Path) -> Path:
    del home
    folder = places().sessions
    folder.mkdir(parents=True)
    return folder


def standing(folder: Path, kind: str = "action") -> list[str]:
    return [one.standing for one in todo_of(folder).things if one.kind == kind]


async def test_home_says_how_much_is_open_and_the_list_marks_it_and_takes_it_back(
    sessions: Path,
) -> None:
    workshop_file(sessions, 0, ASK, HIRE, FORM)
    async with app_running() as stage:
        await stage.sees("3 things are open, one is overdue. Press o for the list.")
        await stage.press("o")
        await stage.on(TodoScreen)
        text = await stage.sees("3 things are open; one is overdue.", "Overdue", "□ Ask Legal")
        assert text.index("Overdue") < text.index("Without a day")
        assert "One form." not in text
        await stage.press("space")
        await stage.sees("Done: Ask Legal (in s-0.toml)", "✓ Ask Legal", "2 things are open, and")
        assert standing(sessions) == ["done", "open"]
        await stage.press("space")
        await stage.sees("Open again: Ask Legal (in s-0.toml)", "□ Ask Legal")
        assert standing(sessions) == ["open", "open"]
        await stage.press("down", "enter")
        await stage.sees("Done: First step: Draft it")
        assert standing(sessions, "first-step") == ["done"]
        await stage.press("a")
        await stage.sees("Decisions to look at again later", "One form.", "No longer open")
        await stage.press("escape")
        await stage.on(HomeScreen)
        await stage.sees("2 things are open, one is overdue.")


async def test_without_anything_open_home_is_quiet_and_the_list_says_so(sessions: Path) -> None:
    workshop_file(sessions, 0)
    async with app_running() as stage:
        await stage.press("o")
        await stage.on(TodoScreen)
        await stage.sees("Nothing is open: one workshop was read.")
        await stage.press("space", "a", "space")
        await stage.sees("Nothing is open")


async def test_what_is_opened_again_while_the_list_becomes_shorter_stands_in_it(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def slow(things: Sequence[Tracked], *, done: bool) -> Marking:
        assert gate.wait(20)
        return marked(things, done=done)

    path = workshop_file(sessions, 0, ASK)
    say_afterwards(path, MarkDone("a1", True))
    async with app_running() as stage:
        await stage.press("o")
        await stage.on(TodoScreen)
        await stage.press("a")
        await stage.sees("✓ Ask Legal")
        monkeypatch.setattr(todo_screen, "marked", slow)
        await stage.press("space", "a")
        await stage.misses("Ask Legal")
        gate.set()
        await stage.sees("Open again: Ask Legal (in s-0.toml)", "□ Ask Legal", "One thing is open")


async def test_what_cannot_be_marked_says_why_and_stays(sessions: Path) -> None:
    held = workshop_file(sessions, 0, HIRE)
    workshop_file(sessions, 1, ASK)
    asked = ActionBefore(id="a1", what="Ask Legal")
    said = ev.ActionFollowedUp(action="a1", outcome="done")
    workshop_file(sessions, 2, said, before=left(1, asked))
    with SessionLock(held):
        async with app_running() as stage:
            await stage.press("o")
            await stage.on(TodoScreen)
            await stage.sees("Find a designer")
            await stage.press("space")
            await stage.sees("s-0.toml", "□ Find a designer")
            await stage.press("a", "end", "space")
            await stage.sees("That workshop's file says so", "it stays: Ask Legal")
    assert "done" not in standing(sessions)[:1]


async def test_what_people_typed_is_only_text_in_eighty_columns(sessions: Path) -> None:
    evil = ev.ActionRecorded(action="a9", what="[b]x[/b] \x1b[31m" + "long " * 60, who="[red]Tom")
    workshop_file(sessions, 0, evil)
    async with app_running() as stage:
        await stage.press("o")
        await stage.on(TodoScreen)
        await stage.sees("□ [b]x[/b]", "[red]Tom")
        assert all(len(line) <= 80 for line in stage.text.splitlines())
        listed = stage.screen.query_one(OptionList)
        assert listed.option_count == 2


async def test_a_file_that_cannot_be_read_is_named_and_of_several_how_many(sessions: Path) -> None:
    workshop_file(sessions, 0, ASK)
    (sessions / "broken.toml").write_text("no session\n")
    async with app_running() as stage:
        await stage.on(HomeScreen)
        await stage.press("o")
        await stage.on(TodoScreen)
        await stage.sees("Ask Legal", "broken.toml: this is not a session file")
        await stage.press("escape")
        await stage.on(HomeScreen)
        (sessions / "empty.toml").write_text("")
        await stage.press("o")
        await stage.on(TodoScreen)
        await stage.sees("2 files cannot be read, or not whole")
