"""Every way out of every screen: how it is opened, and the keys that leave it.

`WORKSHOP` begins at an open vote of a workshop, `HOME` at home with two sessions in the list. A
screen that is in neither, and not named in `ELSEWHERE`, fails a test: it has to be added here.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

from textual.screen import Screen

import mops_tui.tui.screens
from mops_tui.tui.door import Dialog, MopsScreen


@dataclass(frozen=True)
class Door:
    """One screen and its ways out.

    Attributes:
        screen: The name of its class.
        opened: The keys that open it, by Textual's names.
        left: The keys that leave it.
    """

    screen: str
    opened: tuple[str, ...]
    left: tuple[str, ...]


WORKSHOP = (
    Door("CallOutScreen", ("g",), ("escape", "enter")),
    Door("HotSeatScreen", ("h",), ("escape",)),
    Door("FormScreen", ("d",), ("escape",)),
    Door("FormScreen", ("k", "x"), ("f2", "ctrl+s", "enter")),
    Door("NotebookScreen", ("l",), ("escape", "l", "enter")),
    Door("PeopleScreen", ("p",), ("escape", "p")),
    Door("AgendaScreen", ("a",), ("escape", "a", "enter")),
    Door("ConfirmScreen", ("c",), ("escape", "f5", "enter")),
    Door("ConfirmScreen", ("r",), ("escape", "enter")),
    Door("CuesScreen", ("c", "down", "enter"), ("escape", "c", "space", "enter")),
    Door(
        "HelpScreen", ("question_mark",), ("escape", "question_mark", "f1", "q", "enter", "space")
    ),
    Door("ChooseScreen", ("escape",), ("escape", "f5")),
    Door("ChooseScreen", ("escape", "down", "down"), ("enter",)),
)

HOME = (
    Door("SetupScreen", ("enter",), ("escape",)),
    Door("PracticeScreen", ("p",), ("escape",)),
    Door("PickScreen", ("c",), ("escape",)),
    Door("CompareScreen", ("c", "space", "down", "space", "enter"), ("escape", "enter")),
    Door("ReplayScreen", ("tab", "y"), ("escape",)),
    Door("RehearsalScreen", ("e",), ()),
    Door("HelpScreen", ("question_mark",), ("escape", "enter")),
)

ELSEWHERE = {
    "HomeScreen": "the first of all screens is never left",
    "WorkshopScreen": "left by the choice of ChooseScreen",
    "RehearsalScreen": "as WorkshopScreen",
    "TooSmallScreen": "left by the window's size",
    "StageScreen": "begins the program, and ends it",
    "DemoScreen": "begins the program, and goes home by keys of its own",
    "CardScreen": "below practice",
    "WalkScreen": "below practice",
    "ProgressScreen": "below practice",
    "DebriefScreen": "at the end of a rehearsal",
}
"""Screens that are opened by no key of those two places, and why."""


def all_screens() -> dict[str, type[Screen[object]]]:
    """Every screen of the package, by the name of its class."""
    for module in pkgutil.iter_modules(mops_tui.tui.screens.__path__):
        importlib.import_module(f"{mops_tui.tui.screens.__name__}.{module.name}")
    found: dict[str, type[Screen[object]]] = {}
    pending: list[type[Screen[object]]] = [Screen]
    while pending:
        for kind in pending.pop().__subclasses__():
            pending.append(kind)
            if kind.__module__.startswith("mops_tui.tui.screens"):
                found[kind.__name__] = kind
    return found


DOORS = (MopsScreen, Dialog)
