"""What can be done with a kept session: go on with it, report on it, delete it."""

from __future__ import annotations

from pathlib import Path

from mops_tui.model.replay.debrief import debrief
from mops_tui.model.session.audience import visible_after
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.sources.simulated.rehearsal import REHEARSAL_CAST
from mops_tui.sources.simulated.room import Simulation
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs.packs import load_library
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.copies import all_paths, family
from mops_tui.storage.sessions.delete import delete, goes_on
from mops_tui.storage.sessions.moved import moved_to, remove_forwarding_note
from mops_tui.storage.sessions.summaries import SessionSummary, summary_of
from mops_tui.tui.destinations import Replay
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.host import SessionsChanged
from mops_tui.tui.navigation.new_screens import enter, play_back
from mops_tui.tui.navigation.refusing import say_error
from mops_tui.tui.paths import short_path
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen, ConfirmScreen
from mops_tui.tui.screens.review.keeping import FileKeeper, RoomKeeper
from mops_tui.tui.screens.review.review import ReviewScreen
from mops_tui.tui.screens.workshop.rehearsal import RehearsalScreen
from mops_tui.tui.screens.workshop.simulated.debrief import DebriefScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.usecases.repair import planned_repair, repair_session
from mops_tui.words.files import copies as copy_words
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.condition import header_edited, unknown
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.rehearsals.reasons import speech
from mops_tui.words.safe import safe

MOST_COPIES = 5
"""So many copies can be deleted one by one."""
MOST_STEPS = 6
"""How many steps of a repair fit into the question in the smallest window."""


def reopen(app: EndingApp, path: Path) -> None:
    """A finished session: its report, or going on with it after all."""

    def answered(chosen: str | None) -> None:
        if chosen == "report":
            review_report(app, path)
        elif chosen == "replay":
            play_back(app, Replay(path))
        elif chosen == "debrief":
            look_back(app, path)
        elif chosen == "reopen":
            go_on(app, path)

    summary = summary_of(path)
    again = (("debrief", _("Read its debrief")),)
    answers = (
        ("replay", _("Replay it")),
        ("report", _("Review its report, and write it")),
        *(again if summary is not None and summary.session == "rehearsal" else ()),
        ("reopen", _("Open it again and go on")),
        ("leave", _("Leave it as it is")),
    )
    app.push_screen(
        ChooseScreen(_("This workshop is finished"), _("Everything in it is kept."), answers),
        answered,
    )


def look_back(app: EndingApp, path: Path) -> None:
    """The debrief of a rehearsal, once more."""
    try:
        reading = journal.read(path)
    except SessionError as error:
        say_error(app, error, path)
        return
    remarks = debrief(reading.header, reading.events)
    app.push_screen(
        DebriefScreen(remarks, visible_after(reading.header, reading.events, "facilitator"))
    )


def resume(app: EndingApp, path: Path) -> None:
    """Go on with a session, where it went on if it was moved; offer a repair if it needs one.

    Where a copy was named that is behind, its session is opened; where two files hold events that
    the other lacks, somebody has to choose.
    """
    files = family(path)
    if files is not None and path in {files.path, *(copy.path for copy in files.rivals)}:
        if files.rivals:
            choose_copy(app, files)
            return
    elif files is not None:
        app.notify(copy_words.stale(path.name, files), timeout=15, markup=False)
        path = files.path
    _resume(app, path)


def choose_copy(app: EndingApp, summary: SessionSummary) -> None:
    """One session has two ends: ask which one goes on. Nothing is written to the others."""

    def answered(chosen: str | None) -> None:
        if chosen is not None:
            path = Path(chosen)
            one = summary_of(path)
            (reopen if one is not None and one.finished else _resume)(app, path)

    app.push_screen(
        ChooseScreen(
            _("This session exists in two versions"),
            _(
                "Two programs wrote to copies of it, and each holds events that the other lacks. "
                "Which one goes on? The others stay as they are."
            ),
            copy_words.choices(summary),
        ),
        answered,
    )


def _resume(app: EndingApp, path: Path) -> None:
    """Go on with this very file, or where it was carried on."""
    there = moved_to(path)
    if there is None:
        go_on(app, path)
    elif (elsewhere_summary := summary_of(there)) is not None:
        # It may have been finished there, and the old copy does not know.
        (reopen if elsewhere_summary.finished else go_on)(app, there)
    else:
        _ask_which(app, path, there)


def _ask_which(app: EndingApp, path: Path, there: Path) -> None:
    """The session went on in a folder that is not here now: wait for it, or use the old copy."""

    def answered(yes: bool | None) -> None:
        if yes:
            remove_forwarding_note(path)
            go_on(app, path)

    app.push_screen(
        ConfirmScreen(
            _("This session was continued elsewhere"),
            _(
                "It was continued in {file}, which is not there now. Is a memory stick "
                "missing? The copy here ends where the disk failed."
            ).format(file=safe(str(there))),
            yes=_("Go on with the copy here"),
            no=_("Leave it until the other file is back"),
            careful=True,
        ),
        answered,
    )


def go_on(app: EndingApp, path: Path) -> None:
    """Go on with the session in this very file; offer a repair where it needs one."""
    if _held(app, path):
        return
    try:
        session = LiveSession.resume(path)
    except SessionError as error:
        if error.code == "damaged":
            _offer_repair(app, path, error)
        else:
            say_error(app, error, path)
        return
    except (Busy, WriteFailed) as error:
        say_error(app, error, path)
        return
    if session.recovery is not None:
        app.notify(
            session_words.sentence(session.recovery, short_path(path)), timeout=10, markup=False
        )
    if session.unknown:
        app.notify(unknown(session.unknown), timeout=15, markup=False)
    if session.header.policy.edited:
        app.notify(header_edited(), severity="warning", timeout=15, markup=False)
    library = load_library(pack_folders(app.places.packs))
    cast = library.casts.get(REHEARSAL_CAST)
    if session.header.session == "rehearsal" and cast is not None:
        # Its people come back too, or there would be nobody to facilitate.
        app.room = Room(session)
        people = Simulation.rejoin(session, cast, speech(library.arguments))
        app.push_screen(RehearsalScreen(app.room, people))
    else:
        enter(app, Room(session))


def _held(app: EndingApp, path: Path) -> bool:
    """Return to a session that this very program still holds; whether it does."""
    room = app.room
    if room is None or room.session.path.resolve() != path.resolve():
        return False
    for screen in app.screen_stack:
        if isinstance(screen, WorkshopScreen) and screen.room is room:
            screen.close_above()
            return True
    enter(app, room)
    return True


def _offer_repair(app: EndingApp, path: Path, error: SessionError) -> None:
    def answered(yes: bool | None) -> None:
        if not yes:
            return
        try:
            done = repair_session(path)
        except (SessionError, Busy) as failed:
            say_error(app, failed, path)
            return
        app.notify(session_words.sentence(done, short_path(path)), timeout=10, markup=False)
        go_on(app, path)

    app.push_screen(
        ConfirmScreen(
            _("This session is damaged"),
            "\n".join([session_words.sentence(error, short_path(path)), *_planned(path)]),
            yes=_("Repair it and go on (a backup is kept)"),
            no=_("Leave it as it is"),
        ),
        answered,
    )


def _planned(path: Path) -> list[str]:
    """What a repair would do, before somebody agrees to it."""
    try:
        sentences = planned_repair(path, MOST_STEPS)
    except SessionError:  # what cannot be planned is said by the repair itself
        return []
    return ["", *sentences] if sentences else []


def review_report(app: EndingApp, path: Path) -> None:
    """Look at a session's report before it leaves; the room that is open keeps what is changed."""
    if isinstance(app.screen, ReviewScreen):  # a key that was pressed twice
        return
    room = app.room
    held = room is not None and room.session.path.resolve() == path.resolve()
    app.push_screen(ReviewScreen(RoomKeeper(room) if room and held else FileKeeper(path)))


def delete_session(app: EndingApp, summary: SessionSummary) -> None:
    """Delete a session and its copies once it is confirmed; where it went on, only by consent."""
    paths = all_paths(summary)
    elsewhere = tuple(there for path in paths for there in goes_on(path) if there not in paths)
    doomed = {"here": paths, "everywhere": (*paths, *elsewhere)}
    doomed |= {f"only {n}": (copy.path,) for n, copy in enumerate(summary.copies)}

    def answered(chosen: str | None) -> None:
        if chosen not in doomed:
            return
        for path in doomed[chosen]:
            try:
                delete(path)
            except (SessionError, Busy) as error:
                say_error(app, error, path)
        if chosen in ("here", "everywhere"):  # code, Wi-Fi and whose phone was whose go with it
            BookKeeper(app.places.state, summary.id).forget()
        for screen in app.screen_stack:
            screen.post_message(SessionsChanged())

    text = _("“{title}” and its votes will be gone for good. Its report stays.")
    text = text.format(title=safe(summary.title) or safe(summary.path.name))
    if elsewhere:
        named = ", ".join(safe(str(path)) for path in elsewhere)
        text += " " + _("It went on in {files}.").format(files=named)
    n = len(summary.copies)
    answers = [("keep", _("Keep it"))]
    for number, copy in enumerate(summary.copies[:MOST_COPIES]):
        words = _("Delete only this copy: {copy}").format(copy=copy_words.copy_words(copy))
        answers.append((f"only {number}", words))
    delete_here = _("Delete it here, and leave the file there") if elsewhere else _("Delete it")
    with_copies = ngettext("Delete it and its {n} copy", "Delete it and its {n} copies", n)
    answers.append(("here", with_copies.format(n=n) if n else delete_here))
    if elsewhere:
        answers.append(("everywhere", _("Delete it here and there")))
    app.push_screen(ChooseScreen(_("Delete this session?"), text, tuple(answers)), answered)
