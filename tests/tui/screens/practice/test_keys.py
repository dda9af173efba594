"""What `?` lists in practice: every key that a screen of it binds is there."""

from __future__ import annotations

import pytest
from support.pilot import app_running
from textual.binding import BindingsMap
from textual.screen import Screen

from mops_tui.tui.destinations import Practise
from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.practice.card import CardScreen
from mops_tui.tui.screens.practice.conclusion import ConclusionScreen
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.keys import (
    KeyLines,
    card_keys,
    menu_keys,
    page_keys,
    predict_keys,
    walk_keys,
)
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.predict import PredictScreen
from mops_tui.tui.screens.practice.progress import ProgressScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen

SCREENS = [
    (CardScreen, card_keys(4)),
    (PracticeScreen, menu_keys()),
    (ProgressScreen, page_keys()),
    (ConclusionScreen, page_keys()),
    (PredictScreen, predict_keys("")),
    (ScenarioScreen, walk_keys("")),
]


@pytest.mark.parametrize(("screen", "lines"), SCREENS, ids=lambda one: getattr(one, "__name__", ""))
def test_every_key_of_a_screen_of_practice_is_listed(
    screen: type[Screen[object]], lines: KeyLines
) -> None:
    told = " ".join(f"{keys} {words}" for keys, words in lines)
    named = {one.id: one for one in actions()}
    for key, binding in BindingsMap(screen.__dict__["BINDINGS"]):
        if binding.id in named:
            assert named[binding.id].help
        else:
            assert key_words(key) in told, key


def test_every_key_of_the_confidence_is_listed_where_it_is_asked() -> None:
    for lines in (card_keys(3), walk_keys("")):
        told = " ".join(keys for keys, _words in lines)
        for key, _binding in BindingsMap(ConfidenceRow.BINDINGS):
            assert key.isdigit() or key_words(key.removeprefix("shift+")) in told
        assert "digits, ← →" in told


async def test_the_help_of_the_menu_lists_its_keys() -> None:
    async with app_running(start=Practise()) as stage:
        await stage.on(PracticeScreen)
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        await stage.sees("Here", "Choose a line", "Back home.")
