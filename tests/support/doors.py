"""Every way out of every screen: how it is opened, and the keys that leave it.

`WORKSHOP` begins at an open vote of a workshop, `HOME` at home with two sessions in the list. A
screen that is in neither, and not named in `ELSEWHERE`, fails a test: it has to be added here.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass

from textual.screen import Screen
from textual.widget import Widget

import mops_tui.tui.screens
from mops_tui.tui.door import Dialog, MopsScreen


@dataclass(frozen=True)
class Door:
    """One screen and its ways out.

    Attributes:
        screen: The name of its class.
        opened: The keys that open it, by Textual's names.
        left: The keys that leave it.
        text: What stands on it and nowhere else.
        leads_to: What stands on the screen behind it, where another one opens.
    """

    screen: str
    opened: tuple[str, ...]
    left: tuple[str, ...]
    text: str = ""
    leads_to: str = ""


HELP = ("escape", "question_mark", "f1", "q", "enter", "space")
CUES = ("c", "down", "enter")
COMPARE = ("c", "space", "down", "space", "enter")
WORKSHOP = (
    Door("CallOutScreen", ("g",), ("escape", "enter"), "What the room calls out"),
    Door("HotSeatScreen", ("h",), ("escape",), "Who are you?"),
    Door("FormScreen", ("d",), ("escape",), "A decision"),
    Door("FormScreen", ("k", "x"), ("f2", "ctrl+s", "enter"), "Enter: next"),
    Door("NotebookScreen", ("l",), ("escape", "l"), "The notebook"),
    Door("NotebookScreen", ("l",), ("enter",), "The notebook", "Enter: next"),
    Door("PeopleScreen", ("p",), ("escape", "p"), "Who is here"),
    Door("AgendaScreen", ("a",), ("escape", "a", "enter"), "Agenda and time"),
    Door("ConfirmScreen", ("c",), ("escape", "f5", "enter"), "Show the cues here?"),
    Door("CuesScreen", CUES, ("escape", "c", "space", "enter"), "For you alone"),
    Door("HelpScreen", ("f1",), HELP, "In the workshop"),
    Door("ChooseScreen", ("escape",), ("escape", "f5"), "Pause or close the workshop?"),
    Door("ChooseScreen", ("escape", "down", "down"), ("enter",), "Pause or close the workshop?"),
)
"""At an open vote. The cues are asked about once: `CUES` has to come behind every refusal."""

HOME = (
    Door("SetupScreen", ("enter",), ("escape",), "Continue: who is in the room?"),
    Door("PracticeScreen", ("p",), ("escape",), "new cards for today"),
    Door("PickScreen", ("c",), ("escape",), "Tick two or more"),
    Door("CompareScreen", COMPARE, ("escape", "enter"), "What changed most"),
    Door("TrendScreen", ("t",), ("escape", "enter"), "What changed most"),
    Door("ReplayScreen", ("tab", "y"), ("escape",), "] Marker"),
    Door("TodoScreen", ("o",), ("escape",), "a All"),
    Door("ReviewScreen", ("tab", "r"), ("escape",), "The report, before it leaves"),
    Door("RehearsalScreen", ("e",), ()),
    Door("HelpScreen", ("question_mark",), ("escape", "enter"), "At home"),
)

ELSEWHERE = {
    "HomeScreen": "the first of all screens is never left",
    "ListsScreen": "what HomeScreen is made of",
    "StartingScreen": "below what a command begins with; left by the end of the program",
    "ContinuesScreen": "over the setup, where F6 asks which session it goes on from",
    "AskWhyScreen": "over a reveal in a rehearsal; test_rehearsal leaves it",
    "PreviewScreen": "behind a list of people in a form or in the setup",
    "WorkshopScreen": "left by the choice of ChooseScreen",
    "RehearsalScreen": "as WorkshopScreen",
    "RoomCheckScreen": "over the setup and a rehearsal; tests/tui/screens/checking leaves it",
    "NothingArrivesScreen": "over the check of the room; likewise",
    "TooSmallScreen": "left by the window's size",
    "StageScreen": "begins the program, and ends it",
    "DemoScreen": "begins the program, and goes home by keys of its own",
    "CardScreen": "below practice",
    "ScenarioScreen": "below practice",
    "ConclusionScreen": "below practice",
    "PredictScreen": "below practice",
    "ProgressScreen": "below practice",
    "DebriefScreen": "at the end of a rehearsal",
    "JoinScreen": "once the room is open to phones; tests/tui/screens/workshop/test_join.py",
    "StatisticsScreen": "over a reveal; tests/tui/screens/dialogs/test_statistics.py leaves it",
    "SameScreen": "over a comparison, where a question is worded otherwise",
    "ChaptersScreen": "over a replay",
    "AccountScreen": "over a replay",
}
"""Screens that are opened by no key of those two places, and why."""


def all_screens() -> dict[str, type[Screen[object]]]:
    """Every screen of the package, by its class; a class that shows nothing is a part of one."""
    for module in pkgutil.walk_packages(mops_tui.tui.screens.__path__, "mops_tui.tui.screens."):
        importlib.import_module(module.name)
    screens: dict[str, type[Screen[object]]] = {}
    pending: list[type[Screen[object]]] = [Screen]
    while pending:
        for kind in pending.pop().__subclasses__():
            pending.append(kind)
            shows = kind.compose is not Widget.compose
            if shows and kind.__module__.startswith("mops_tui.tui.screens"):
                screens[kind.__name__] = kind
    return screens


DOORS = (MopsScreen, Dialog)
