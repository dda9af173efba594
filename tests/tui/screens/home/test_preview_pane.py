"""A glance at what is chosen at home: right however fast the cursor moves, in nobody's way."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from support.pilot import Stage, app_running
from support.rehearsed import rehearsal_file
from textual.widgets import OptionList

from mops_tui.storage.folders.places import places
from mops_tui.tui.screens.home import preview, preview_pane
from mops_tui.tui.screens.home.preview_pane import PreviewPane

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("kept_packs")]
LARGE = (120, 40)


def shown(stage: Stage) -> str:
    """What the pane shows, without the rest of home."""
    pane = stage.screen.query_one(PreviewPane).region
    rows = stage.text.split("\n")[pane.y : pane.bottom]
    return "\n".join(row[pane.x : pane.right] for row in rows)


async def shows(stage: Stage, *texts: str) -> None:
    await stage.until(lambda: bool(stage.screen.query(PreviewPane)), "for the pane")
    await stage.until(lambda: all(text in shown(stage) for text in texts), f"for {texts}")


async def test_a_workshop_shows_what_it_asks_minute_by_minute_with_its_picture() -> None:
    async with app_running(size=LARGE) as stage:
        await stage.press("down", "down")
        await shows(stage, "11 questions in 75 minutes", "0′  The four faces of MOps")
        await shows(stage, "5′ Eight tugs of war", "3′ the decision", "Orchestrators")


async def test_on_the_smallest_screen_it_stands_below_in_few_lines() -> None:
    async with app_running() as stage:
        await stage.press("down", "down")
        await shows(stage, "11 questions in 75 minutes", "Was it worth it?")
        assert "Choose scenarios" in stage.text


async def test_choosing_and_practising_say_what_they_are() -> None:
    async with app_running(size=LARGE) as stage:
        await stage.press("end")
        await shows(stage, "Five minutes a day, for yourself", "A card tells")
        await stage.press("up")
        await shows(stage, "Tick what you want", "The map and the spell", "The spell")
        assert "Was it worth it?" not in shown(stage)


async def test_a_session_shows_where_it_stands_and_what_was_decided() -> None:
    rehearsal_file(places().sessions / "r.toml")
    async with app_running(size=LARGE) as stage:
        stage.screen.query_one("#sessions").focus()
        await shows(stage, "Rehearsal · Finished", "Owner: ", "The MOPS grid")


async def test_a_file_that_cannot_be_read_shows_nothing_and_the_next_one_does() -> None:
    good = rehearsal_file(places().sessions / "good.toml", seed=3)
    broken = places().sessions / "bad.toml"
    broken.write_bytes(good.read_bytes()[:400] + b"\n\x00\xff nonsense")
    cut = places().sessions / "cut.toml"
    data = rehearsal_file(cut, seed=4).read_bytes()
    cut.write_bytes(
        data[: len(data) * 2 // 3].replace(b'kind = "round-revealed"', b'kind = "ro', 1)
    )
    async with app_running(size=LARGE) as stage:
        listed = stage.screen.query_one("#sessions", OptionList)
        listed.focus()
        await stage.until(lambda: listed.option_count == 2, "for the list")
        pane = stage.screen.query_one(PreviewPane)
        for _ in range(2):
            await stage.press("down")
            await stage.until(lambda: pane._wanted in pane._made, "for what is chosen")
        assert stage.app._exception is None
        stage.screen.query_one("#workshops").focus()
        await shows(stage, "The map and the spell")


async def test_while_one_is_read_keys_work_and_the_last_that_was_chosen_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go, asked = threading.Event(), list[str]()
    real = preview.preview_of_pack

    def slow(own: Path, name: str) -> preview.Preview | None:
        asked.append(name)
        go.wait(20)
        return real(own, name)

    monkeypatch.setattr(preview, "preview_of_pack", slow)
    monkeypatch.setattr(preview_pane, "REST", 0.01)
    async with app_running(size=LARGE) as stage:
        await stage.until(lambda: asked == ["placement-only"], "for the first")
        await stage.press("down", "down")
        listed = stage.screen.query_one("#workshops", OptionList)
        assert listed.highlighted == 2
        assert not shown(stage).strip()
        go.set()
        await shows(stage, "The four faces of MOps", "Was it worth it?")
        assert "needs" not in shown(stage)
        assert asked == ["placement-only", "full-walk"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
async def test_where_one_cannot_be_made_at_all_the_next_is(monkeypatch: pytest.MonkeyPatch) -> None:
    real = preview.preview_of_pack

    def failing(own: Path, name: str) -> preview.Preview | None:
        if name == "placement-only":
            raise ZeroDivisionError
        return real(own, name)

    monkeypatch.setattr(preview, "preview_of_pack", failing)
    async with app_running(size=LARGE) as stage:
        pane = stage.screen.query_one(PreviewPane)
        await stage.until(lambda: pane._wanted in pane._made, "for the first to fail")
        assert not shown(stage).strip()
        await stage.press("down", "down")
        await shows(stage, "The four faces of MOps", "Was it worth it?")
