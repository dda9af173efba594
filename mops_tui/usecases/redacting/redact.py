"""A session without one person's name: a new file, in which their votes stay under another name.

The original stays as it was. What a name was taken out of, what remains that may still lead to
the person, and which files still hold the name, is told: nobody can promise more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from mops_tui.model.people.near_names import NearNames
from mops_tui.model.people.unnamed import Known, Unnamed
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.events import (
    Event,
    LaterEvent,
    ParticipantJoined,
    ParticipantUpdated,
    ReasonGiven,
    SessionOpened,
    VoteCast,
)
from mops_tui.model.session.events.event import NAME_LENGTH
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import LONGEST_TITLE, Header
from mops_tui.model.session.public import mapped, ordinary_words
from mops_tui.sources.ids import random_id
from mops_tui.storage.files.disk import create_whole
from mops_tui.storage.files.errors import refuse_practice, refusing
from mops_tui.storage.folders.places import private_folder
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.making import header_bytes
from mops_tui.usecases.redacting.texts import where_of, words_of
from mops_tui.usecases.redacting.who import SeatHolder, people_of, plain_name
from mops_tui.words.files.redacted import TakenOut, names_taken_out
from mops_tui.words.files.where import Where, where_words
from mops_tui.words.i18n import _

_IDS = ("participant", "question", "option", "options", "items", "levels", "categories", "mark")
_MORE_IDS = ("scenario", "decision", "action", "note", "list", "prompt", "entries", "scenarios")
_CODES = ("kind", "name", "role", "via", "page", "of", "header_crc", "left_out", "outcome", "step")
_NO_TEXTS = frozenset((*_IDS, *_MORE_IDS, *_CODES))
"""Keys of events that hold ids, or what is told apart by its own rule."""


class CannotRedact(Exception):  # noqa: N818 - it says what happened
    """A session cannot be rewritten; the message is a sentence for who asked."""


@dataclass(frozen=True)
class RedactedSession:
    """A session without one person's name, and what was done."""

    header: Header
    events: tuple[Event, ...]
    person: SeatHolder
    told: TakenOut

    @property
    def content(self) -> bytes:
        """The bytes of its file."""
        return header_bytes(self.header) + b"".join(map(encode, self.events))


def redactable(path: Path) -> tuple[Header, tuple[Event, ...]]:
    """What a session file says, where all of it can be written anew.

    Raises:
        SessionError: It cannot be read.
        CannotRedact: It is damaged, or a newer version wrote in it.
    """
    reading = journal.parse(journal.load(path))
    refuse_practice(reading.header.session)
    by_hand = {one.seq for one in reading.events if one.edited}
    if reading.damage or reading.torn or reading.header_broken or reading.edited - by_hand:
        raise CannotRedact(
            _(
                "{file} is damaged or was edited. Repair it first, which keeps a backup: "
                "mops-tui check --repair {file}"
            )
        )
    unknown = reading.unknown
    later = any(isinstance(one, LaterEvent) for one in reading.events)
    if later or unknown.events or unknown.keys or unknown.questions:
        raise CannotRedact(
            _("A newer mops_tui wrote in {file}, and its parts are not known here: use that one.")
        )
    return reading.header, reading.events


def redacted(
    header: Header,
    events: tuple[Event, ...],
    person: SeatHolder,
    *,
    role: bool = False,
    new_id: Callable[[str], str] = random_id,
) -> RedactedSession:
    """A session without a person's name and free text.

    Args:
        header: Its header.
        events: Its events.
        person: Who.
        role: Their role goes, too.
        new_id: Where ids come from that lead to nobody.
    """
    people = people_of(events)
    called = _free_name(people, person)
    writer = _Rewriting(header, events, person, people, called, new_id("p"), role=role)
    return writer.session(new_id)


def _free_name(people: Iterable[SeatHolder], person: SeatHolder) -> str:
    taken = {plain_name(name) for one in people for name in one.names}
    number = person.seat
    while plain_name(_("Participant {n}").format(n=number)) in taken:
        number += 1
    return _("Participant {n}").format(n=number)


def _marked(title: str, header: Header) -> str:
    """A title that says what was done, once, however often it was done."""
    mark = f" {names_taken_out()}"
    if header.redacted:
        return title[:LONGEST_TITLE]
    return title[: LONGEST_TITLE - len(mark)].rstrip() + mark


class _Rewriting:
    """Writes the events of one session anew."""

    def __init__(
        self,
        header: Header,
        events: tuple[Event, ...],
        person: SeatHolder,
        people: tuple[SeatHolder, ...],
        called: str,
        own_id: str,
        *,
        role: bool,
    ) -> None:
        self._header, self._events, self._person = header, events, person
        self._people, self._called, self._id, self._role = people, called, own_id, role
        state = fold(header, events)
        known = [
            Known(one.names, called if one.id == person.id else None, one.role) for one in people
        ]
        self._names = Unnamed(known, ordinary_words(state))
        self._whole = Unnamed([Known(person.names, called, person.role)], whole=True)
        self._mine = Unnamed([Known(person.names, called, person.role)], ordinary_words(state))
        self._own_words = tuple(sorted(words_of(events, person.id), key=len, reverse=True))
        self._texts = self._reasons = self._ideas = 0
        self._near = NearNames(person.names, ordinary_words(state))
        self._spoke: dict[Where, None] = {}
        self._unclear: dict[Where, None] = {}
        self._may: dict[tuple[str, Where], None] = {}

    def session(self, new_id: Callable[[str], str]) -> RedactedSession:
        header = self._of_header(new_id)
        made = [self._event(event) for event in self._events]
        sealed = crc_of(header_bytes(header))
        made = [
            one.model_copy(update={"header_crc": sealed}) if isinstance(one, SessionOpened) else one
            for one in made
        ]
        state = fold(header, tuple(made))
        seen = visible(state, "facilitator")
        votes = sum(
            self._id in round_.votes for rounds in state.rounds.values() for round_ in rounds
        )
        role = "" if self._role else self._person.role
        alike = sum(bool(role) and plain_name(one.role) == plain_name(role) for one in self._people)
        told = TakenOut(
            self._called,
            self._role and bool(self._person.role.strip()),
            self._texts,
            self._reasons,
            self._ideas,
            votes,
            alike,
            _named(self._spoke, seen),
            _named(self._unclear, seen),
            tuple((written, where_words(where, seen)) for written, where in self._may),
        )
        return RedactedSession(header, tuple(made), self._person, told)

    def _of_header(self, new_id: Callable[[str], str]) -> Header:
        header = self._header
        before = header.before
        if before is not None:
            before = mapped(before, lambda text: self._text(text, ("before", "")))
        day = header.opened.strftime("%Y-%m-%d-%H%M")
        return header.model_copy(
            update={
                "id": f"{day}-{new_id('r').rpartition('-')[2]}",
                "title": _marked(self._text(header.title, ("title", "")), header),
                "redacted": True,
                "before": before,
                "workshop": mapped(header.workshop, self._whole.text),
            }
        )

    def _event(self, event: Event) -> Event:
        changes: dict[str, Any] = {}
        own = getattr(event, "participant", None) == self._person.id
        if own:
            changes["participant"] = self._id
        if getattr(event, "mark", None) == self._person.id:
            changes["mark"] = self._id
        if own and isinstance(event, ParticipantJoined | ParticipantUpdated):
            changes["name"] = self._called
            own_role = self._text(event.role, ("role", self._id))[:NAME_LENGTH]
            changes["role"] = "" if self._role else own_role
        elif isinstance(event, ParticipantJoined | ParticipantUpdated):
            where = ("role", event.participant)
            changes["role"] = self._text(event.role, where)[:NAME_LENGTH]
        elif own and isinstance(event, ReasonGiven):
            self._reasons += 1
            changes["text"] = _("(removed)")
        elif own and isinstance(event, VoteCast) and event.ideas is not None:
            self._ideas += len(event.ideas)
            changes["ideas"] = tuple(_("(removed)") for _idea in event.ideas)
        where = where_of(event)
        for name in type(event).model_fields:
            if name in changes or name in _NO_TEXTS:
                continue
            value = getattr(event, name)
            most = _bound(type(event), name)
            if isinstance(value, str):
                made: object = self._text(value, where)[:most]
            elif isinstance(value, tuple) and value and all(isinstance(v, str) for v in value):
                made = tuple(self._text(one, where)[:most] for one in value)
            else:
                continue
            if made != value:
                changes[name] = made
        return event.model_copy(update=changes) if changes else event

    def _text(self, text: str, where: Where) -> str:
        made = text
        for words in self._own_words:
            made = made.replace(words, _("(removed)"))
        made = self._names.text(made)
        if made != text:
            self._texts += 1
            self._spoke[where] = None
        if self._mine.mentions(made):
            self._unclear[where] = None
        for one in self._near.found(made):
            self._may[one.written, where] = None
        return made


def _named(places: Iterable[Where], state: VisibleState) -> tuple[str, ...]:
    return tuple(dict.fromkeys(where_words(where, state) for where in places))


def _bound(event: type[BaseModel], name: str) -> int:
    """How long a text of an event may be: what stands for a name can be longer than the name."""
    found = (getattr(one, "max_length", None) for one in event.model_fields[name].metadata)
    return next((most for most in found if most is not None), NAME_LENGTH)


def write_redacted(made: RedactedSession, path: Path) -> None:
    """Write the new file: private, whole or not at all, and never over another one.

    Raises:
        SessionError: "exists", or why it cannot be made.
        CannotRedact: It could not be read again, so it is not written.
    """
    data = made.content
    reading = journal.parse(data)
    if len(reading.events) != len(made.events) or reading.damage:
        raise CannotRedact(
            _("{file} cannot be written anew: a text in it would be too long. Nothing was written.")
        )
    with refusing("cannot-create"):
        private_folder(path.parent)
        create_whole(path, data)
