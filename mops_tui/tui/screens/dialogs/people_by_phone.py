"""What the list of people does with those who came by phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.state import Participant, SessionState
from mops_tui.sources.saving import NotSaved
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.phones.joining import by_phone_mark, joined_words, joining_words
from mops_tui.words.refusals import refusal
from mops_tui.words.results.labels import participant_label

NOBODY, ONE, ALL_LATER = "*nobody", "*one", "*later"
"""The answers that are no participant: it is left; that one; and all who came later."""


class PeopleByPhone:
    """Marks them, puts them out, and joins two seats that are one person's."""

    def __init__(self, room: Room) -> None:
        """Take the room."""
        self._room = room

    @property
    def are_known(self) -> bool:
        """Whether the room was open to phones."""
        return self._room.phones is not None

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be called when the room is opened or closed to phones; the result ends it."""
        return self._room.entrance.subscribe(listener)

    def mark(self, participant: str) -> str:
        """What stands behind a name: by phone, and whether the page is open; or ""."""
        phones, served = self._room.phones, self._room.served
        if phones is None or participant not in phones.by_phone:
            return ""
        if served is None:
            return "  " + by_phone_mark()
        online = participant in served.connected
        state = _("online") if online else _("not connected")
        return "  " + _("{phone}, {state}").format(phone=by_phone_mark(), state=state)

    def told(self, state: SessionState) -> str:
        """How many came by phone, and whether more are let in; "" where there are no phones."""
        phones = self._room.phones
        if phones is None:
            return ""
        closed = joining_words(joining=phones.book.joining)
        return " ".join(filter(None, (joined_words(state, phones.by_phone), closed)))

    async def turn_joining(self) -> str:
        """Let nobody new in, or let people in again; what is to be said of it."""
        phones = self._room.phones
        if phones is None:
            return ""
        await phones.set_joining(not phones.book.joining)
        if phones.book.joining:
            return _("Joining by phone is open again.")
        return _("Joining by phone is closed. Whoever has joined stays.")

    async def put_out(self, screen: Screen[Any], person: Participant) -> str:
        """Put somebody out, once it is sure; what is to be said of it."""
        phones, state = self._room.phones, self._room.facilitator_view
        name = participant_label(state, person.id)
        if phones is None or person.id not in phones.by_phone:
            return _("{name} did not come by phone: Enter marks who has left.").format(name=name)
        later = [
            other.id
            for other in state.participants.values()
            if other.id in phones.by_phone and other.present and other.seat > person.seat
        ]
        answers = [(NOBODY, _("Leave it")), (ONE, _("Remove"))]
        if later:  # somebody who fills the room with names came after those who belong there
            words = ngettext(
                "Remove, with {n} person who joined by phone later",
                "Remove, with all {n} people who joined by phone later",
                len(later),
            )
            answers.append((ALL_LATER, words.format(n=len(later))))
        chosen = await screen.app.push_screen_wait(
            ChooseScreen(
                _("Remove {name}?").format(name=name),
                _(
                    "The phone is disconnected at once, and its votes that are not revealed "
                    "yet are deleted. Whoever has the code can join again: change the code or "
                    "close joining to prevent that."
                ),
                tuple(answers),
            )
        )
        if chosen is None or chosen == NOBODY:
            return ""
        going = later if chosen == ALL_LATER else []
        try:
            refused = await phones.put_out(person.id, *going)
        except NotSaved:
            return _not_saved()
        if refused:
            return refusal(refused)
        if going:
            out = ngettext("{n} person is removed.", "{n} people are removed.", len(going) + 1)
            return out.format(n=len(going) + 1)
        return _("{name} is removed.").format(name=name)

    async def merge(self, screen: Screen[Any], person: Participant) -> str:
        """Ask who somebody is as well, and join the two; what is to be said of it."""
        phones, state = self._room.phones, self._room.facilitator_view
        if phones is None:
            return ""
        by_phone = phones.by_phone
        came = person.id in by_phone
        others = [
            other
            for other in sorted(state.participants.values(), key=lambda each: each.seat)
            if other.id != person.id and (came or other.id in by_phone)
        ]
        others.sort(key=lambda each: (each.id in by_phone) == came)
        if not others:
            return _("There is nobody else to merge this name with.")
        name = participant_label(state, person.id)
        answers = ((other.id, participant_label(state, other.id)) for other in others)
        chosen = await screen.app.push_screen_wait(
            ChooseScreen(
                _("{name} is the same person as …").format(name=name),
                _(
                    "One name remains, with its phone and one vote. Rounds that were revealed "
                    "stay as they were."
                ),
                ((NOBODY, _("Nobody: leave it")), *answers),
            )
        )
        if chosen is None or chosen == NOBODY:
            return ""
        # The seat that came by phone is given up: the one that was there before has the name.
        gone, into = (person.id, chosen) if came else (chosen, person.id)
        try:
            refused = await phones.merge(gone, into)
        except NotSaved:
            return _not_saved()
        if isinstance(refused, Refusal):
            return refusal(refused)
        kept = participant_label(self._room.facilitator_view, into)
        return _("One person now: {name}.").format(name=kept)


def _not_saved() -> str:
    return _("It cannot be saved at the moment; it is tried again.")
