"""The navigator: it answers every destination. Nobody else opens the screen of another place.

Importing this module imports the model and what all screens need; the first screen has it done in
a thread, behind its first painted frame.
"""

from __future__ import annotations

from typing import assert_never

from mops_tui.storage.folders.places import Places, pack_folders
from mops_tui.storage.packs.packs import load_library
from mops_tui.tui import destinations as to
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.navigation import kept_sessions, new_screens
from mops_tui.tui.navigation.packs_first import once_read
from mops_tui.tui.navigation.refusing import FAILED
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.home.starting import StartingScreen
from mops_tui.words.problems import sentence as problem_sentence


def packs_at_hand(places: Places) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of what can be run, and a sentence for each thing that is wrong with a pack."""
    library = load_library(pack_folders(places.packs))
    complaints = tuple(problem_sentence(problem) for problem in library.problems)
    return frozenset((*library.scenarios, *library.workshops)), complaints


def navigate(app: EndingApp, destination: to.Destination) -> None:
    """Go somewhere; what cannot be opened is told by `refusing.refuse`.

    Where the program could not go where it began, it ends: whatever was wrong has been told, and
    nobody stays before an empty screen.
    """
    first = app.screen_stack[0]
    before = len(app.screen_stack)  # a terminal may be too small, and say so over the first screen
    _open(app, destination)
    if isinstance(first, StartingScreen) and not first.opened:
        first.opened = len(app.screen_stack) > before
        if not first.opened:
            app.end_refusing("", FAILED)


def _open(app: EndingApp, destination: to.Destination) -> None:
    match destination:
        case to.Home():
            _home(app)
        case to.SetUpWorkshop():
            once_read(app, lambda: new_screens.set_up(app, destination))
        case to.Rehearse():
            once_read(app, lambda: new_screens.rehearse(app, destination))
        case to.Practise(scenario):
            once_read(app, lambda: new_screens.practise(app, scenario))
        case to.Replay():
            new_screens.play_back(app, destination)
        case to.PickToCompare(sessions, ticked):
            new_screens.pick_to_compare(app, sessions, ticked)
        case to.Compare(sessions, same):
            new_screens.side_by_side(app, sessions, same)
        case to.ReadTrend():
            new_screens.read_trend(app)
        case to.ShowTrend(trend, unread):
            new_screens.show_trend(app, trend, unread)
        case to.OpenStage(session):
            new_screens.stage(app, session)
        case to.Demo():
            new_screens.demo(app)
        case to.CheckRoom():
            new_screens.check_room(app)
        case to.ResumeSession(session):
            kept_sessions.resume(app, session)
        case to.ChooseCopy(session):
            kept_sessions.choose_copy(app, session)
        case to.Reopen(session):
            kept_sessions.reopen(app, session)
        case to.ReviewReport(session):
            kept_sessions.review_report(app, session)
        case to.OpenActions():
            new_screens.open_actions(app)
        case to.Delete(session):
            kept_sessions.delete_session(app, session)
        case _:
            assert_never(destination)


def _home(app: EndingApp) -> None:
    """Home, over the screen that the program began with: Textual never lets its first go.

    A program that only looks at something ends instead.
    """
    if app.screen is not app.screen_stack[0]:  # an answer has led on to another screen meanwhile
        return
    if to.ends_when_left(app.start):
        app.exit()
    else:
        app.push_screen(HomeScreen(app.places, lambda: packs_at_hand(app.places)))
