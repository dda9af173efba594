"""Opening the room to phones: at which address, what is said before, and what may go wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Refusal
from mops_tui.process.network.here import is_here
from mops_tui.process.network.interfaces import Interface, preferred, ranked
from mops_tui.sources.background import in_background
from mops_tui.sources.phones.keeping import BookKeeper
from mops_tui.tui.door import Door
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.tui.screens.workshop.join import JoinScreen
from mops_tui.words.i18n import _
from mops_tui.words.network.addresses import kind_words
from mops_tui.words.phones.joining import what_opening_means
from mops_tui.words.refusals import refusal
from mops_tui.words.safe import safe

NOT_NOW = "*no"
"""The answer that opens nothing."""
LONGEST = 24
"""Cells of an interface's name."""
Say = Callable[[str], None]


class Joining:
    """The key that opens the room, and what the join screen changes."""

    def __init__(self, desk: Desk, screen: Door[Any]) -> None:
        """Take the desk, and the screen of the room."""
        self._desk = desk
        self._screen = screen
        self._busy = False
        self._gone = False
        self._over = False

    async def pressed(self) -> None:
        """Open the room where it is not open yet, and show the join screen."""
        if self._busy or self._screen.app.screen is not self._screen:
            return
        if self._desk.dark:
            self._desk.say(refusal(Refusal("screen-dark")), "$warning")
            return
        self._busy = True
        try:
            if self._desk.room.served is None and not await self.choose_address(self._desk.say):
                return
        finally:
            self._busy = False
        if self._desk.room.served is not None and self._desk.state.phase == "open":
            self._desk.open_screen(JoinScreen(self._desk.room, self))

    async def choose_address(self, say: Say) -> bool:
        """Ask at which address, and open there.

        Args:
            say: Takes what is to be said of it.

        Returns:
            Whether the room is open there.
        """
        if self._screen.host.serve is None:
            say(_("Phones cannot join here: this is not connected to a network."))
            return False
        say(_("Looking for networks …"))
        found = await in_background(ranked)
        say("")
        book = await in_background(self._keeper().load)
        chosen = await self._desk.answer_of(
            ChooseScreen(
                _("Open the room to phones?"), what_opening_means(), _answers(found, book.host)
            )
        )
        if chosen is None or chosen == NOT_NOW:
            return False
        return await self._open_at(chosen, say)

    async def _open_at(self, host: str, say: Say) -> bool:
        say(_("Opening the room …"))
        room, serve = self._desk.room, self._screen.host.serve
        if serve is None or self._desk.state.phase != "open":
            return False
        try:
            await room.open_to_phones(serve, self._keeper(), host)
        except OSError:
            words = _("No page can be opened at {address}: no port is free, or the system refuses.")
            say(words.format(address=host))
            return False
        self._gone = False
        say("")
        self._say_kept("", say)
        return True

    async def open_again(self) -> None:
        """After a crash: open at the address of before, where that is still this machine's."""
        if self._screen.host.serve is None or self._desk.room.served is not None:
            return
        book = await in_background(self._keeper().load)
        if not book.open:
            return
        key = self._desk.key_of("join")
        if not is_here(book.host):
            words = _("This laptop is no longer at {address}: {key} opens the room to phones.")
            self._desk.say(words.format(address=safe(book.host, 40), key=key), "$warning")
        elif await self._open_at(book.host, self._desk.say):
            words = _("The room is open to phones again, at the same address.")
            if self._desk.room.entrance.moved:
                words = _("The room is open to phones, at a new address: {key} shows it.")
            self._desk.say(words.format(key=key))

    def begin_close(self) -> None:
        """Close the port: work of the room's own screen, since the one to join by ends with it."""
        self._screen.run_worker(self.close())

    async def close(self) -> None:
        """Close the port, and say so."""
        await self._desk.room.close_to_phones()
        words = _("The room is closed to phones. {key} opens it again.")
        self._desk.say(words.format(key=self._desk.key_of("join")))

    async def end_for_good(self) -> None:
        """The workshop is closed: close the port; forget code, Wi-Fi and whose phone is whose."""
        if not self._over:
            self._over = True
            await self._desk.room.close_to_phones()
            await in_background(self._keeper().forget)

    async def kept(self, change: Awaitable[object], words: str, say: Say) -> None:
        """Carry a change out, and say so; where the disk does not keep it, say that."""
        await change
        self._say_kept(words, say)

    def _say_kept(self, words: str, say: Say) -> None:
        phones = self._desk.room.phones
        trouble = phones.trouble if phones is not None else ""
        if words or trouble:
            say(_not_kept() if trouble else words)

    def show_code(self, *, on: bool) -> None:
        """Show the join screen on the stage, or hide it there. The code is in no journal."""
        if self._desk.state.phase == "open" and self._desk.state.code_shown != on:
            self._desk.room.ask(cmd.ShowCode(on))

    def standing(self) -> str:
        """What whoever opens the join screen should know; "" for nothing."""
        if self._gone:
            return _gone_words(self._host, "a")
        if self._desk.room.entrance.moved:
            return _("The address has changed: phones have to scan again.")
        phones = self._desk.room.phones
        if phones is not None and phones.trouble:
            return _(
                "Who joins cannot be saved to the disk: after a crash, phones have to join again."
            )
        if phones is not None and phones.begun_afresh:
            return _("The list of phones is damaged: the code is a new one.")
        return ""

    def look_for_network(self) -> None:
        """Say it when the network is gone, and when it is back."""
        served = self._desk.room.served
        gone = served is not None and not is_here(served.host)
        if gone == self._gone:
            return
        self._gone = gone
        if served is not None and gone:
            key = self._desk.key_of("join")
            self._desk.say(_gone_words(served.host, f"{key}, a"), "bold $error")
        elif served is not None:
            self._desk.say(_("The network is back: phones reach the room again."))

    @property
    def _host(self) -> str:
        served = self._desk.room.served
        return served.host if served is not None else ""

    def _keeper(self) -> BookKeeper:
        return BookKeeper(self._screen.host.places.state, self._desk.room.session.header.id)


def _answers(found: tuple[Interface, ...], before: str) -> tuple[tuple[str, str], ...]:
    """The addresses to choose from, the one to take first; no unlikely one stands first."""
    first = preferred(found, before)
    rest = [each for each in found if each is not first]
    stay = (NOT_NOW, _("Not now"))
    if first is None:
        no = _("Not now: no network is found that phones could be in")
        return ((NOT_NOW, no), *map(_answer, rest))
    return (_answer(first), *map(_answer, rest), stay)


def _answer(each: Interface) -> tuple[str, str]:
    words = _("{address}   {kind} ({name})")
    if not each.likely:
        words = _("{address}   {kind} ({name}): phones do not reach it, as a rule")
    elif each.public:
        words = _("{address}   {kind} ({name}): the internet may reach it, too")
    name, kind = safe(each.name, LONGEST), kind_words(each.kind)
    return each.address, words.format(address=each.address, kind=kind, name=name)


def _gone_words(host: str, keys: str) -> str:
    words = _("This laptop has lost {address}: phones do not reach it. {keys}: another address.")
    return words.format(address=host, keys=keys)


def _not_kept() -> str:
    return _("This cannot be saved to the disk: after a crash, phones would have to join again.")
