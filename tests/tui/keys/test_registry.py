"""The one registry of actions: every action has its method, no two of a place share a key."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from support.doors import all_screens

from mops_tui.tui.app import MopsApp
from mops_tui.tui.keys.action import KeyAction
from mops_tui.tui.keys.registry import actions, key_words
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.practice.card import CardScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

ROOT = Path(__file__).resolve().parents[3]
SCREENS = {
    "everywhere": MopsApp,
    "home": HomeScreen,
    "room": WorkshopScreen,
    "timer": WorkshopScreen,
    "write": WorkshopScreen,
    "practice": CardScreen,
    "walk": ScenarioScreen,
}


def screen_of(group: str) -> type:
    if group in SCREENS:
        return SCREENS[group]
    return all_screens()[f"{group.capitalize()}Screen"]


@pytest.mark.parametrize("action", actions(), ids=lambda action: f"{action.group}-{action.id}")
def test_every_action_is_a_method_of_its_screen(action: KeyAction) -> None:
    method = getattr(screen_of(action.group), f"action_{action.id}", None)
    assert callable(method)
    assert action.label
    assert action.help.endswith(".")


@pytest.mark.parametrize(
    "groups",
    [
        ("room", "timer", "write", "everywhere"),
        ("home", "everywhere"),
        ("replay", "everywhere"),
        ("practice", "everywhere"),
        ("walk", "everywhere"),
        ("review", "everywhere"),
    ],
)
def test_no_two_actions_of_a_place_share_a_key(groups: tuple[str, ...]) -> None:
    keys = [k for a in actions() if a.group in groups for k in a.keys.split(",")]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_ids_are_unique_over_all_groups() -> None:
    """The settings file names actions by their id alone."""
    assert [i for i, n in Counter(a.id for a in actions()).items() if n > 1] == []


def test_no_key_is_one_that_terminals_turn_into_another() -> None:
    keys = {k for a in actions() for k in a.keys.split(",")}
    assert not keys & {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+c", "ctrl+z", "ctrl+s"}


def key_table() -> ModuleType:
    spec = importlib.util.spec_from_file_location("key_table", ROOT / "docs" / "key_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["key_table"] = module
    spec.loader.exec_module(module)
    return module


def test_the_table_names_every_action_with_its_keys() -> None:
    table = key_table().table()
    for action in actions():
        keys = key_words(action.keys).replace("|", "\\|")
        assert f"| {keys} |" in table.replace("`", ""), action.id


def test_the_readme_has_the_registrys_table() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"<!-- keys -->\n(.*?)<!-- /keys -->", readme, re.DOTALL)
    if found is None:
        pytest.skip("README.md has no <!-- keys --> block yet")
    assert found[1].strip() == key_table().table().strip(), "run: python docs/key_table.py --readme"
