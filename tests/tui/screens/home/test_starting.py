"""A start on a screen of its own: home is not made, no other session is named, and ways out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from support.compared import written
from support.disks import opened, running
from support.pilot import Stage, app_running
from textual.screen import Screen

from mops_tui.storage.folders.places import places
from mops_tui.tui.destinations import (
    Compare,
    Demo,
    Destination,
    OpenStage,
    Practise,
    Rehearse,
    Replay,
    ResumeSession,
    SetUpWorkshop,
)
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.home.starting import StartingScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.replay.comparison import CompareScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.screens.replay.stage import StageScreen
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.simulated.demo import DemoScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

SECRET = "Xylophon merger"


def kept(folder: Path) -> tuple[Path, Path]:
    """Two sessions that may be looked at."""
    first, second = written(folder, 1, 2)
    return first, second


STARTS: dict[str, tuple[type[Screen[Any]], Callable[[Path], Destination]]] = {
    "run": (SetupScreen, lambda _: SetUpWorkshop("placement-only")),
    "resume": (WorkshopScreen, lambda here: ResumeSession(here / "own.toml")),
    "rehearse": (RehearsalScreen, lambda _: Rehearse("placement-only")),
    "demo": (DemoScreen, lambda _: Demo()),
    "practice": (PracticeScreen, lambda _: Practise()),
    "replay": (ReplayScreen, lambda here: Replay(kept(here)[0])),
    "stage": (StageScreen, lambda _: OpenStage()),
    "stage of one": (StageScreen, lambda here: OpenStage(kept(here)[0])),
    "compare": (CompareScreen, lambda here: Compare(kept(here))),
}
LOOKS = ("replay", "stage", "stage of one", "compare")
"""What only looks at something: leaving it ends the program."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The screens that are made, by name, as they are made."""
    names: list[str] = []
    init = Screen.__init__

    def noted(self: Screen[Any], *args: Any, **keys: Any) -> None:
        names.append(type(self).__name__)
        init(self, *args, **keys)

    monkeypatch.setattr(Screen, "__init__", noted)
    return names


def arrived(stage: Stage, screen: type[Screen[Any]], seen: list[str]) -> bool:
    """Whether a screen is there; what was shown until then is noted."""
    seen.append(stage.text)
    return isinstance(stage.screen, screen)


async def another(name: str, folder: Path, **changes: Any) -> Path:
    """A session that somebody left unfinished."""
    async with running(opened(folder, id=name, **changes)) as session:
        await session.settled()
    return session.path


@pytest.mark.parametrize("name", STARTS)
async def test_a_start_makes_no_home_and_names_no_session(
    name: str, tmp_path: Path, made: list[str]
) -> None:
    await another("secret", places().sessions, title=SECRET)
    await another("own", tmp_path)
    screen, start = STARTS[name]
    async with app_running(start=start(tmp_path)) as stage:
        assert isinstance(stage.app.screen_stack[0], StartingScreen)
        seen = [stage.text]
        await stage.until(partial(arrived, stage, screen, seen))
        seen.append(await stage.still() if name != "demo" else stage.text)
        assert "HomeScreen" not in made
        assert not any(SECRET in text for text in seen)


@pytest.mark.parametrize("name", STARTS)
async def test_what_is_left_ends_or_goes_home(name: str, tmp_path: Path, made: list[str]) -> None:
    await another("own", tmp_path)
    screen, start = STARTS[name]
    async with app_running(start=start(tmp_path)) as stage:
        await stage.on(screen)
        assert "HomeScreen" not in made
        await stage.press("escape")
        if name in ("resume", "rehearse"):
            await stage.sees("Pause and go home")
            await stage.press("enter")
        if name in LOOKS:
            await stage.until(lambda: stage.app.return_value is None and stage.app._exit)
            assert stage.app.return_code == 0
            assert "HomeScreen" not in made
        else:
            await stage.on(HomeScreen)
            await stage.sees("Run a workshop")
            assert made.count("HomeScreen") == 1


@pytest.mark.parametrize("name", ["run", "resume", "rehearse", "replay", "compare"])
async def test_what_cannot_be_opened_is_said_where_the_program_came_from(
    name: str, tmp_path: Path, made: list[str]
) -> None:
    await another("secret", places().sessions, title=SECRET)
    torn = tmp_path / f"{'a-long-name-' * 10}.toml"
    torn.write_text("rubbish", "utf-8")
    starts: dict[str, Destination] = {
        "run": SetUpWorkshop("nonsense"),
        "resume": ResumeSession(torn),
        "rehearse": Rehearse("nonsense"),
        "replay": Replay(torn),
        "compare": Compare((torn, torn)),
    }
    async with app_running(start=starts[name]) as stage:
        said = await stage.refused()
        assert SECRET not in stage.text
    assert "\n" not in said  # one sentence, and no path is broken in two
    assert ("nonsense" if name in ("run", "rehearse") else str(torn)) in said
    assert SECRET not in said
    assert "HomeScreen" not in made


async def test_no_complaint_of_the_facilitators_settings_is_put_on_a_wall() -> None:
    from mops_tui.tui.settings import Settings

    wrong = Settings(complaints=("config.toml: there is no theme “pink”.",))
    async with app_running(settings=wrong, start=OpenStage()) as stage:
        await stage.on(StageScreen)
        assert not stage.app._notifications
