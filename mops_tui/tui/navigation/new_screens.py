"""From home into a workshop, a rehearsal, practice, a replay, a stage or a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from mops_tui.model.comparison.trend import Trend
from mops_tui.model.comparison.wording import Consent
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.people.roster import Person
from mops_tui.model.replay.pace import STORY
from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session.commands import SetUp
from mops_tui.model.session.header import Policy
from mops_tui.sources.continued import before_of, people_of
from mops_tui.sources.follow import Follower
from mops_tui.sources.live import LiveSession
from mops_tui.sources.many import session_files
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.replay import Player, record
from mops_tui.sources.simulated.rehearsal import REHEARSAL_CAST
from mops_tui.sources.simulated.room import Simulation
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs.packs import load_library
from mops_tui.storage.sessions.summaries import SessionSummary
from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.destinations import Rehearse, Replay, SetUpWorkshop
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.navigation.packs_first import place_of
from mops_tui.tui.navigation.refusing import refuse, say_error
from mops_tui.tui.room import Room
from mops_tui.tui.screens.checking.room_check import RoomCheckScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.home.starting import StartingScreen
from mops_tui.tui.screens.home.todo import TodoScreen
from mops_tui.tui.screens.home.workshop_setup import WorkshopSetup, new_header
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.replay.comparison import CompareScreen
from mops_tui.tui.screens.replay.pick import PickScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.screens.replay.stage import StageScreen
from mops_tui.tui.screens.replay.trend import TrendScreen
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.simulated.demo import DemoScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.top_bar import clock
from mops_tui.usecases.compare import SameSession, Unreadable, comparison_of, trend_of
from mops_tui.usecases.rehearse import rehearse_demo
from mops_tui.words.files.copies import same_session
from mops_tui.words.files.packs import no_workshop
from mops_tui.words.files.practice import damage_sentence, opened_sentences
from mops_tui.words.files.saving import answer_before
from mops_tui.words.i18n import _
from mops_tui.words.problems import sentence as problem_sentence
from mops_tui.words.rehearsals.reasons import speech


def set_up(app: EndingApp, destination: SetUpWorkshop) -> None:
    """Open the setup screen for a workshop, or for an agenda of one's own."""
    workshop = destination.workshop
    library = load_library(pack_folders(app.places.packs))
    if workshop and workshop not in library.workshops and workshop not in library.scenarios:
        # A pack of that name may be there, and not right: then its problems say why.
        why = [problem_sentence(problem) for problem in library.problems]
        missing = no_workshop(workshop)
        refuse(app, "\n".join([missing, *why]))
        return

    def start(chosen: WorkshopSetup | None) -> None:
        if chosen is not None:
            begin_session(app, chosen)

    before, people = None, tuple[Person, ...]()
    if destination.continues is not None:
        try:
            before, people = before_of(destination.continues), people_of(destination.continues)
        except SessionError as error:
            say_error(app, error, destination.continues)
            return
    app.push_screen(SetupScreen(library, workshop, app.places.sessions, before, people), start)


def begin_session(app: EndingApp, chosen: WorkshopSetup) -> None:
    """Make the session file and show the room."""
    try:
        session = LiveSession.create(app.places.sessions, chosen.header)
    except (SessionError, Busy, WriteFailed) as error:
        say_error(app, error, app.places.sessions)
        return
    room = Room(session)
    session.ask(SetUp(chosen.people(room.new_id)))
    enter(app, room)


DEMO_SECONDS = 32.0
"""How long the demo plays, whatever it holds."""


def rehearse(app: EndingApp, destination: Rehearse) -> None:
    """Begin a rehearsal: a live session, run by the user, with a simulated room."""
    library = load_library(pack_folders(app.places.packs))
    pack, cast = library.workshops.get(destination.workshop), library.casts.get(REHEARSAL_CAST)
    if pack is None or cast is None:
        refuse(app, no_workshop(destination.workshop))
        return
    workshop = assemble(
        pack.agenda, library.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    title = _("Rehearsal: {title}").format(title=pack.title)
    header = new_header(title, workshop, Policy()).model_copy(
        update={"session": "rehearsal", "seed": destination.seed}
    )
    try:
        session = LiveSession.create(app.places.sessions, header)
    except (SessionError, Busy, WriteFailed) as error:
        say_error(app, error, app.places.sessions)
        return
    said = speech(library.arguments)
    simulation = Simulation(session, cast, destination.people, destination.seed, said)
    simulation.arrive()
    app.room = Room(session)
    app.push_screen(RehearsalScreen(app.room, simulation))


def practise(app: EndingApp, scenario: str = "") -> None:
    """Practise alone: what is due, or a scenario at once."""
    if app.unsaved:  # its journal is in use, by nobody but ourselves
        refuse(app, answer_before())
        return
    if app.practice_awaited:  # a second key finds the journal locked, by nobody but the first
        return
    asked_on = place_of(app)

    def open_journal() -> PracticeJournal | SessionError | Busy | WriteFailed:
        try:
            return PracticeJournal(app.places.practice)
        except (SessionError, Busy, WriteFailed) as error:
            return error

    def arrived(opened: PracticeJournal | SessionError | Busy | WriteFailed) -> None:
        app.practice_awaited = False
        if not isinstance(opened, PracticeJournal):
            say_error(app, opened, app.places.practice, damage_sentence)
        elif place_of(app) is asked_on:
            _practise_in(app, opened, scenario)
        else:  # who went somewhere else in that time has changed their mind
            opened.close()

    if isinstance(asked_on, StartingScreen):  # it says itself what is awaited
        arrived(open_journal())
        return
    app.practice_awaited = True
    opened = read_beside(open_journal, lambda late: app.call_later(arrived, late))
    if opened is not None:
        arrived(opened)
    else:
        app.notify(_("The disk is slow: your practice opens as soon as it answers."), markup=False)


def _practise_in(app: EndingApp, journal: PracticeJournal, scenario: str) -> None:
    library = load_library(pack_folders(app.places.packs))
    for words in opened_sentences(journal):
        app.notify(words, severity="warning", timeout=20, markup=False)
    app.push_screen(PracticeScreen(library, app.places, journal, scenario))


def play_back(app: EndingApp, destination: Replay) -> None:
    """Replay a session. Nothing is written."""
    try:
        recorded = record(destination.path, destination.pace or STORY)
    except SessionError as error:
        say_error(app, error, destination.path)
        return
    player = Player(
        recorded.timeline,
        speed=destination.speed,
        start=destination.start,
        stop_at_markers=destination.stop_at_markers,
    )
    app.push_screen(ReplayScreen(recorded, player, opened=destination.opened))
    if destination.start > player.timeline.length:
        words = _("The replay ends at {length} as a story: this is its end.")
        if player.timeline.pace.name == "real":
            words = _("The replay ends at {length} at the real pace: this is its end.")
        length = clock(player.timeline.length)
        app.notify(words.format(length=length), severity="warning")


def pick_to_compare(
    app: EndingApp, summaries: Sequence[SessionSummary], ticked: Path | None
) -> None:
    """Tick two or more sessions, then lay them side by side."""

    def picked(paths: tuple[Path, ...] | None) -> None:
        if paths:
            side_by_side(app, paths)

    app.push_screen(PickScreen(summaries, ticked), picked)


def side_by_side(app: EndingApp, paths: Sequence[Path], same: Sequence[Consent] = ()) -> None:
    """Lay sessions side by side. Nothing is written."""
    try:
        comparison = comparison_of(paths, same)
    except Unreadable as refused:
        say_error(app, refused.error, refused.path)
    except SameSession as copies:
        refuse(app, same_session(copies.session))
    else:
        app.push_screen(CompareScreen(comparison))


def read_trend(app: EndingApp) -> None:
    """Read this user's sessions, and look at them over time.

    Where there are many, that is said, and keys work meanwhile: who goes somewhere else in that
    time has changed their mind, and is left there.
    """
    asked_on = place_of(app)

    def read() -> tuple[Trend, list[str]]:
        try:
            return trend_of(session_files(app.places.sessions))
        except OSError:
            return trend_of(())[0], [_("The folder of your sessions cannot be read.")]

    def show(found: tuple[Trend, list[str]]) -> None:
        if place_of(app) is asked_on:
            show_trend(app, *found)

    found = read_beside(read, lambda late: app.call_later(show, late))
    if found is not None:
        show(found)
    else:
        app.notify(_("Reading your sessions …"), markup=False)


def open_actions(app: EndingApp) -> None:
    """List what is open over this user's workshops."""
    if not isinstance(place_of(app), TodoScreen):  # a doubled key
        app.push_screen(TodoScreen(app.places.sessions))


def show_trend(app: EndingApp, trend: Trend, unread: Sequence[str]) -> None:
    """Look at many sessions over time."""
    app.push_screen(TrendScreen(trend, unread))


def stage(app: EndingApp, path: Path | None) -> None:
    """Be the projector window of a session, or of whichever is being run."""
    app.push_screen(StageScreen(Follower(path, app.places.sessions)))


def demo(app: EndingApp) -> None:
    """Play a rehearsed workshop of today through to the quadrant. Nothing is written."""
    today = datetime.now(UTC).replace(microsecond=0)
    played = rehearse_demo(load_library(pack_folders(app.places.packs)), opened=today)
    app.push_screen(DemoScreen(Timeline(played.header, played.events), DEMO_SECONDS))


def check_room(app: EndingApp) -> None:
    """Find out whether phones reach this laptop. Nothing is kept."""
    if not isinstance(place_of(app), RoomCheckScreen):  # a doubled key
        app.push_screen(RoomCheckScreen())


def enter(app: EndingApp, room: Room) -> None:
    """Show a running workshop; home comes back when it is left."""
    app.room = room
    app.push_screen(WorkshopScreen(room))
