"""The key table: at home every action of the registry, elsewhere what works there."""

from __future__ import annotations

from support.narrow import screen_of
from support.pilot import app_running, workshop
from textual.widgets import Static

from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.screens.dialogs.help import HelpScreen, group_names
from mops_tui.tui.settings import Settings


def table(screen: HelpScreen) -> str:
    text = "\n".join(str(one.render()) for one in screen.query(Static))
    return " ".join(text.split())


async def test_every_action_is_listed_with_its_keys() -> None:
    async with app_running() as stage:
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        text = table(screen_of(stage.app, HelpScreen))
        for action in actions():
            assert f"{key_words(action.keys)} {action.help}" in text, action.id
        for name in group_names().values():
            assert name in text


async def test_every_group_has_a_heading() -> None:
    assert {action.group for action in actions()} == set(group_names())


async def test_remapped_keys_are_shown() -> None:
    settings = Settings(keys={"reveal": "f6,ctrl+r"})
    async with workshop(at="demo/where", settings=settings) as stage:
        await stage.press("f1")
        await stage.on(HelpScreen)
        assert "F6, Ctrl+r Close the vote and show the result." in table(
            screen_of(stage.app, HelpScreen)
        )


async def test_away_from_home_it_lists_what_works_there() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("f1")
        await stage.on(HelpScreen)
        text = table(screen_of(stage.app, HelpScreen))
        assert "Close the vote and show the result." in text
        assert "On a ballot arrows move" in text
        assert "Play or pause." not in text
        assert "At home" not in text
        assert "In a rehearsal" not in text


async def test_it_scrolls_to_the_end_and_closes() -> None:
    async with app_running() as stage:
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        assert "Ctrl+P opens the palette" not in stage.text
        await stage.press("end")
        await stage.sees("Ctrl+P opens the palette")
        await stage.press("question_mark")
        await stage.until(lambda: not isinstance(stage.screen, HelpScreen))
