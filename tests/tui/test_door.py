"""A screen is left once, by whatever key and however often it comes."""

from __future__ import annotations

import ast
import asyncio
from pathlib import Path

import pytest
from support.disks import GatedDisk
from support.doors import DOORS, ELSEWHERE, HOME, WORKSHOP, Door, all_screens
from support.pilot import Stage, app_running, workshop
from support.rehearsed import rehearsal_file
from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

import mops_tui
from mops_tui.model.session import commands as cmd
from mops_tui.sources.live import LiveSession
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.tui.destinations import ResumeSession
from mops_tui.tui.door import QUIT, Dialog, MopsScreen
from mops_tui.tui.host import Go
from mops_tui.tui.screens.dialogs.call_out import CallOutScreen
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen, ConfirmScreen
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.tui.screens.dialogs.small import TooSmallScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

SOURCE = Path(mops_tui.__file__).parent
SETUP = (cmd.RecordNote("n", "Budget"),)


def test_every_screen_has_the_one_door_and_is_tried_here() -> None:
    screens = all_screens()
    assert {name for name, kind in screens.items() if not issubclass(kind, DOORS)} == set()
    tried = {door.screen for door in (*WORKSHOP, *HOME)} | set(ELSEWHERE)
    assert set(screens) - tried == set()


def test_nothing_takes_a_screen_away_but_the_door() -> None:
    """`pop_screen` takes whatever is on top; only a screen knows whether that is itself."""
    for path in SOURCE.rglob("*.py"):
        called = {
            node.func.attr
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not called & {"pop_screen", "switch_screen", "pop_until_active"}, path


@pytest.mark.parametrize(
    "name", sorted(n for n, k in all_screens().items() if issubclass(k, Dialog))
)
def test_whatever_is_modal_lets_the_program_be_left(name: str) -> None:
    assert QUIT in all_screens()[name]._merge_bindings().key_to_bindings["ctrl+q"]


async def test_a_form_asks_before_the_program_is_left_with_what_stands_in_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("k", "x")
        stage.app.keyboard.bounce = 9.0
        await stage.burst("ctrl+q", "ctrl+q")
        await stage.sees("again leaves the program, and drops what you wrote.")
        stage.app.keyboard.bounce = 0.0
        await stage.press("f1")
        await stage.on(FormScreen)
        await stage.press("y", "ctrl+q")
        assert not stage.app._exit
        await stage.press("ctrl+q")
        await stage.until(lambda: stage.app._exit, "for the end")
        assert not stage.head.notes


async def test_a_choice_and_the_palette_let_the_program_be_left() -> None:
    for opens in ("escape", "ctrl+p"):
        async with workshop(at="demo/where") as stage:
            await stage.press(opens, "ctrl+q")
            await stage.until(lambda: stage.app._exit, "for the end")


class Goodbye(Static):
    """It lets the worker of its screen go on once the widget beside it has gone."""

    async def on_unmount(self) -> None:
        screen = self.screen
        assert isinstance(screen, AskingScreen)
        for _turn in range(1000):
            if not screen.query("#asked"):
                break
            await asyncio.sleep(0)
        screen.was_left = screen.is_left
        screen.goes_on.set()
        await asyncio.sleep(0)


class AskingScreen(MopsScreen[None]):
    """Its worker asks for a widget after it has waited."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = asyncio.Event()
        self.was_left = self.was_late = False

    def compose(self) -> ComposeResult:
        yield Static(id="asked")
        yield Goodbye()

    def on_mount(self) -> None:
        self.run_worker(self._ask())

    async def _ask(self) -> None:
        await self.goes_on.wait()
        self.query_one("#asked", Static).update("Too late")

    def late(self) -> None:
        self.was_late = True


@pytest.mark.parametrize("leaves", ["it is dismissed", "the program ends"])
async def test_what_a_screen_was_at_ends_before_its_widgets_go(leaves: str) -> None:
    screen = AskingScreen()
    async with app_running() as stage:
        await stage.app.push_screen(screen)
        if leaves == "it is dismissed":
            await screen.dismiss()
    assert screen.goes_on.is_set()
    assert screen.was_left, "what is told to it by others finds widgets that go"


async def test_what_was_to_come_after_the_next_frame_does_not_come_on_a_screen_that_was_left() -> (
    None
):
    screen = AskingScreen()
    async with app_running() as stage:
        await stage.app.push_screen(screen)
        screen.call_after_refresh(screen.late)
        await screen.dismiss()
        await stage.pilot.pause()
    assert not screen.was_late


def stack(stage: Stage) -> list[str]:
    return [type(screen).__name__ for screen in stage.app.screen_stack]


async def left(stage: Stage, door: Door, *keys: str) -> tuple[list[str], list[str]]:
    """What stands there, and what has happened, once a screen of a workshop has had some keys."""
    await stage.press(*door.opened)
    await stage.until(lambda: stack(stage)[-1] == door.screen, f"for {door}")
    before = stage.head.seq
    await stage.burst(*keys)
    await stage.settled()
    happened = journal.read(stage.room.session.path).events[before:]
    stands = stack(stage)
    while stack(stage)[-1] != "WorkshopScreen":
        await stage.press("escape")
    return stands, [event.kind for event in happened]


@pytest.mark.parametrize("door", WORKSHOP, ids=lambda door: f"{door.screen}-{door.opened[0]}")
async def test_a_key_that_comes_twice_in_one_chunk_is_one_key(door: Door) -> None:
    async with workshop(*SETUP, at="demo/where") as stage:
        for key in door.left:
            stage.room.may_see_cues = False
            once = await left(stage, door, key)
            stage.room.may_see_cues = False
            assert once[0][:2] == ["HomeScreen", "WorkshopScreen"], key
            assert once[0] != ["HomeScreen", "WorkshopScreen", door.screen], key
            assert await left(stage, door, key, key) == once, key
            assert stage.app.room is not None


@pytest.mark.parametrize("door", HOME, ids=lambda door: f"{door.screen}-{door.opened[0]}")
async def test_at_home_a_doubled_key_leaves_one_screen(door: Door) -> None:
    for seed in (1, 2):
        rehearsal_file(places().sessions / f"s{seed}.toml", seed=seed)
    async with app_running() as stage:
        for key in door.left:
            await stage.press(*door.opened)
            await stage.until(lambda: stack(stage)[-1] == door.screen, f"for {door}")
            await stage.burst(key, key)
            await stage.until(lambda: stack(stage) == ["HomeScreen"], f"home by {key}")
            assert stage.app.is_running


async def test_a_screen_that_is_left_under_another_goes_once_that_one_has_gone() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        lower = stage.screen
        stage.app.push_screen(ChooseScreen("Title", "", (("a", "A"),)))
        await stage.on(ChooseScreen)
        lower.dismiss()
        lower.dismiss()
        await stage.pilot.pause()
        assert stack(stage)[-1] == "ChooseScreen"
        await stage.press("escape")
        await stage.until(lambda: stack(stage) == ["HomeScreen", "WorkshopScreen"], "the room")


async def test_a_window_that_was_too_small_leaves_what_came_meanwhile() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.pilot.resize_terminal(60, 20)
        await stage.on(TooSmallScreen)
        stage.app.push_screen(ChooseScreen("Title", "", (("a", "A"),)))
        await stage.pilot.pause()
        await stage.pilot.resize_terminal(100, 30)
        await stage.press("escape")
        await stage.until(lambda: stack(stage) == ["HomeScreen", "WorkshopScreen"], "the room")


async def test_whoever_dismisses_a_workshop_pauses_it() -> None:
    async with workshop(at="demo/where") as stage:
        path = stage.room.session.path
        stage.screen.dismiss()
        await stage.on(HomeScreen)
        assert stage.app.room is None
        assert journal.read(path).events[-1].kind == "session-paused"
        LiveSession.resume(path).close()


async def test_home_returns_to_a_session_that_this_program_still_holds() -> None:
    async with workshop(at="demo/where") as stage:
        room, path = stage.room, stage.room.session.path
        stage.app.push_screen(HomeScreen(stage.app.places, lambda: (frozenset(), ())))
        await stage.sees("Your sessions")
        stage.app.post_message(Go(ResumeSession(path)))
        await stage.on(WorkshopScreen)
        assert stage.app.room is room
        await stage.press("space")
        await stage.sees("Nobody has voted")


async def test_a_double_click_on_an_answer_gives_it_once() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("c")
        await stage.on(ConfirmScreen)
        answers = stage.screen.query_one("OptionList")
        await stage.pilot.click(answers, offset=(4, 0), times=2)
        await stage.until(lambda: stack(stage) == ["HomeScreen", "WorkshopScreen"], "the room")


async def test_a_slow_disk_does_not_keep_what_lies_above_a_room_that_is_left() -> None:
    disk = GatedDisk()
    async with workshop(at="demo/where", disk=disk) as stage:
        disk.hold()
        await stage.press("escape", "enter")
        await stage.sees("Leaving")
        stage.app.push_screen(FormScreen("Late", (Field("what", "What"),)))
        disk.release()
        await stage.on(HomeScreen)
        assert stack(stage) == ["HomeScreen"]


@pytest.mark.parametrize("key", ["enter", "f2", "escape"])
async def test_a_doubled_key_on_the_preview_of_a_list_is_one_key(key: str) -> None:
    stands = []
    for keys in ((key,), (key, key)):
        async with workshop(at="demo/where") as stage:
            await stage.press("p", "n")
            await stage.on(FormScreen)
            stage.app.post_message(events.Paste("Nora Berg, CMO\nLiam Fox, IT"))
            await stage.until(lambda: "Liam" in stage.text, "the names")
            await stage.press("f2")
            await stage.until(lambda: stack(stage)[-1] == "PreviewScreen", "the preview")
            await stage.burst(*keys)
            await stage.settled()
            stands.append((stack(stage), len(stage.head.participants)))
    assert stands[0] == stands[1]


async def test_the_palette_survives_quick_hands() -> None:
    async with workshop(at="demo/where") as stage:
        for keys in (("ctrl+p", "escape", "ctrl+p", "escape"), ("ctrl+p",) * 3, ("escape",) * 3):
            await stage.burst(*keys)
        stage.app.action_command_palette()
        stage.app.push_screen(ChooseScreen("Title", "", (("a", "A"),)))
        stage.app.action_command_palette()
        await stage.pilot.pause()
        assert stage.app._exception is None
        assert sum(name == "Palette" for name in stack(stage)) <= 1


async def test_a_dialog_stands_in_the_middle_and_the_room_shows_behind_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("escape")
        text = await stage.sees("Pause or close the workshop?", "Where should the team sit?")
        row = next(line for line in text.split("\n") if "Pause or close the workshop?" in line)
        assert row.startswith(" ")
