"""Keys of the settings: which exist, what was meant, and which the screens need for themselves."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import BindingsMap
from textual.widget import Widget
from textual.widgets import OptionList

import mops_tui.tui
from mops_tui.tui.keys.names import alike, known_key, meant_key
from mops_tui.tui.keys.registry import ELSEWHERE, HELD, SCREENS, actions
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.practice.card import CardScreen
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.scenario import ScenarioScreen
from mops_tui.tui.screens.replay.comparison import CompareScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.screens.review.review import ReviewScreen
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.pads.base import Pad, RowsPad
from mops_tui.tui.widgets.pads.choice import ChoicePad
from mops_tui.tui.widgets.pads.curve import CurvePad
from mops_tui.tui.widgets.pads.grid import GridPad
from mops_tui.tui.widgets.pads.ideas import IdeasPad
from mops_tui.tui.widgets.pads.rank import RankPad
from mops_tui.tui.widgets.ticks import TickList

OURS = {
    "home": HomeScreen,
    "workshop": WorkshopScreen,
    "rehearsal": RehearsalScreen,
    "replay": ReplayScreen,
    "compare": CompareScreen,
    "practice": CardScreen,
    "walk": ScenarioScreen,
    "review": ReviewScreen,
}
PARTS: dict[str, tuple[type[Widget], ...]] = {
    "home": (OptionList,),
    "review": (TickList,),
    "practice": (ConfidenceRow, ChoicePad, RowsPad),
    "walk": (ConfidenceRow, Pad, RowsPad, RankPad, CurvePad, GridPad, IdeasPad),
}
"""What has the keys on a screen, beside the screen itself."""


def test_every_key_of_the_registry_exists_and_means_one_thing_on_a_screen() -> None:
    for groups in SCREENS.values():
        keys = [key for g in groups for a in actions(g) for key in a.keys.split(",")]
        assert len(keys) == len(set(keys))
        assert [known_key(key) for key in keys] == keys
        assert [key for key in keys if alike(key)] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ctrl-t", "ctrl+t"),
        ("F6", "f6"),
        ("Ctrl+U", "ctrl+u"),
        ("spacebar", "space"),
        ("Esc", "escape"),
        ("^t", "ctrl+t"),
        ("Page Down", "pagedown"),
        ("shift+r", "R"),
        ("Strg+T", "ctrl+t"),
        ("spcae", "space"),
        ("xyz", ""),
    ],
)
def test_what_does_not_exist_is_told_what_was_meant(written: str, meant: str) -> None:
    assert known_key(written) is None
    assert meant_key(written) == meant


def below(cls: type[Widget]) -> Iterator[type[Widget]]:
    for one in cls.__subclasses__():
        yield one
        yield from below(one)


def unnamed(cls: type[Widget]) -> set[str]:
    """The keys that a class binds to what no action is."""
    return {key for key, b in BindingsMap(cls.__dict__.get("BINDINGS", [])) if b.id is None}


def test_what_the_screens_hold_is_what_the_registry_says() -> None:
    for name, screen in OURS.items():
        classes = [c for c in screen.__mro__ if c.__module__.startswith("mops_tui")]
        held = set().union(*(unnamed(c) for c in classes if issubclass(c, Widget)))
        held |= set().union(*(unnamed(part) for part in PARTS.get(name, ())))
        assert held == set(HELD[name]), name
        groups = {a.group for c in classes if issubclass(c, Widget)
                  for _key, b in BindingsMap(c.__dict__.get("BINDINGS", []))
                  for a in actions() if a.id == b.id and b.id}  # fmt: skip
        assert {g for g in SCREENS[name] if g != "everywhere"} <= groups


def test_keys_of_ballots_forms_and_dialogs_are_known() -> None:
    for module in pkgutil.walk_packages(mops_tui.tui.__path__, "mops_tui.tui."):
        importlib.import_module(module.name)
    ours = [c for c in below(Widget) if c.__module__.startswith("mops_tui")]
    assert set().union(*map(unnamed, ours)) <= ELSEWHERE
