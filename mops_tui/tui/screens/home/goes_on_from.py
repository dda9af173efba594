"""The line of the setup that says which session a new one goes on from, and how one is named."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from mops_tui.model.people.roster import Person
from mops_tui.model.session.before import Before
from mops_tui.sources.continued import Continuable, before_of, offered
from mops_tui.storage.files.errors import SessionError
from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.screens.home.continues import ContinuesScreen
from mops_tui.tui.widgets.fields import FieldNotice
from mops_tui.words.closing_kit.days import day_in_words
from mops_tui.words.files.sessions import sentence
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

TITLE = 36
"""The cells of a session's title."""


class GoesOnFrom(Static):
    """Which session the new one goes on from: none, unless somebody names one.

    Attributes:
        before: What that session left; None where none is named.
        people: Who had a seat there, where it had names.
    """

    @dataclass
    class Offered(Message):
        """The sessions that may be named are read, the newest first."""

        sessions: tuple[Continuable, ...]

    def __init__(
        self, sessions: Path, before: Before | None, people: tuple[Person, ...] = ()
    ) -> None:
        """Take what is at hand.

        Args:
            sessions: Where the user's sessions are.
            before: What the session left that was named on the command line.
            people: Who had a seat there.
        """
        super().__init__(id="goes-on-from")
        self._sessions = sessions
        self._words = "" if before is None or before.holds else nothing_left()
        self._looking = False
        self.before = before if before is not None and before.holds else None
        self.people = people if self.before is not None else ()

    def on_mount(self) -> None:
        """Say what is named, or that it left nothing."""
        self._tell(self._words)

    def choose(self) -> None:
        """Let somebody name a session; a slow disk keeps nobody waiting."""
        folder = self._sessions

        def read() -> tuple[Continuable, ...]:
            return offered(folder)

        def late(found: tuple[Continuable, ...]) -> None:
            self.post_message(self.Offered(found))

        if self._looking:
            return
        self._looking = True
        found = read_beside(read, late)
        if found is None:
            self.post_message(FieldNotice(_("Reading your sessions …")))
        else:
            self._offer(found)

    def on_goes_on_from_offered(self, event: Offered) -> None:
        """The sessions are read."""
        self.post_message(FieldNotice(""))
        self._offer(event.sessions)

    def _offer(self, sessions: tuple[Continuable, ...]) -> None:
        self._looking = False

        def named(chosen: int | None) -> None:
            if chosen is not None:
                self._take_over(sessions[chosen] if chosen >= 0 else None)

        chosen = self.before.session if self.before is not None else ""
        self.app.push_screen(ContinuesScreen(sessions, chosen), named)

    def _take_over(self, session: Continuable | None) -> None:
        """Take a session over, or say why it cannot be."""
        words, before = "", session.before if session is not None else None
        if session is not None and before is None:
            try:
                before = before_of(session.path)
            except SessionError as error:
                words = sentence(error, session.path.name)
        if before is not None and not before.holds:
            before, words = None, nothing_left()
        self.before = before
        self.people = session.people if session is not None and before is not None else ()
        self._tell(words)

    def _tell(self, words: str) -> None:
        """Show what is named; say something of it below the fields."""
        self.post_message(FieldNotice(words))
        if self.before is None:
            none = _("no earlier session. F6 chooses one.")
            self.update(Content.styled(none, "$text-muted"))
            return
        title = safe(self.before.title or self.before.session, TITLE)
        day = day_in_words(self.before.opened.date().isoformat())
        told = _("{title}, {day}").format(title=title, day=day)
        self.update(Content.styled(told, "$accent"))


def nothing_left() -> str:
    """That a session which was named has nothing to open with."""
    return _("That session has no decision and no action: there is nothing to begin with.")
