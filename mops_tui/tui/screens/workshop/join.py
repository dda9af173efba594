"""The join screen: what a phone scans, as large as it fits, and who has joined."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, Protocol

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.tui.door import MopsScreen
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.fields import FieldNotice
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.joining.panel import JoinPanel
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

MOST_NETWORK, MOST_PASSWORD = 32, 63
"""The most that a Wi-Fi takes: bytes of its name, characters of its password."""


class OpensRoom(Protocol):
    """Who opens and closes the room, and has something to say of it."""

    async def choose_address(self, say: Callable[[str], None]) -> bool:
        """Ask at which address, and open there; whether that was done."""

    def begin_close(self) -> None:
        """Close it: work of the room's own screen, since the one to join by ends with it."""

    async def kept(self, change: Awaitable[object], words: str, say: Callable[[str], None]) -> None:
        """Carry a change out, and say what became of it."""

    def show_code(self, *, on: bool) -> None:
        """Show how to join on the stage, or hide it there."""

    def standing(self) -> str:
        """What whoever opens the join screen should know; "" for nothing."""


class JoinScreen(MopsScreen[None]):
    """Shows the invitation while the room is open; what it is about can be changed here."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "joining", _("Joining on/off")),
        Binding("n", "new_code", _("New code")),
        Binding("w", "network", _("Wi-Fi")),
        Binding("tab", "turn", _("Wi-Fi code")),
        Binding("a", "address", _("Address")),
        Binding("p", "people", _("People"), show=False),
        Binding("x", "close_room", _("Close the room")),
        Binding("escape,j", "leave", _("Back")),
        Binding("space,pagedown", "leave", _("Back"), show=False),  # what goes on everywhere else
    ]

    def __init__(self, room: Room, joining: OpensRoom) -> None:
        """Take the room, and what opens and closes it."""
        super().__init__()
        self._room = room
        self._joining = joining
        self._network_page = False
        self._due = False
        self._ends: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """The panel, a line for words, the keys."""
        yield JoinPanel()
        yield Static(id="join-message")
        yield Footer()

    def on_mount(self) -> None:
        """Follow who joins, and show it on the stage as well."""
        self._ends = [
            self._room.subscribe(self._changed),
            self._room.entrance.subscribe(self._changed),
        ]
        self._joining.show_code(on=True)
        self.say(self._joining.standing())
        self._changed()

    def on_unmount(self) -> None:
        """Stop following; the stage goes back to what the room looks at."""
        for end in self._ends:
            end()
        self._ends = []
        self._joining.show_code(on=False)

    def say(self, words: str, style: str = "$warning") -> None:
        """Put a sentence on the line above the keys."""
        self.query_one("#join-message", Static).update(Content.styled(safe(words), style))

    def _changed(self) -> None:
        """Show what there is now, once for however much comes before the next frame."""
        if self._ends and not self._due:
            self._due = True
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        self._due = False
        inviting = self._room.entrance.inviting
        if inviting is None:
            self.close_above()
            self.dismiss()
            return
        seen = self._room.seen
        self.query_one(JoinPanel).show(inviting, seen, network_page=self._network_page)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The other page is there where a Wi-Fi is known, and only one code fits."""
        phones = self._room.phones
        if action == "turn" and self.is_mounted:
            panel = self.query_one(JoinPanel)
            if phones is None or not phones.book.network or panel.both:
                return False
        return super().check_action(action, parameters)

    def on_field_notice(self, event: FieldNotice) -> None:
        """Say what became of a paste."""
        self.say(event.words)

    # --- its keys

    def action_leave(self) -> None:
        """Back to the room, which stays open."""
        self.dismiss()

    def action_turn(self) -> None:
        """The code of the Wi-Fi, or that of the page."""
        self._network_page = not self._network_page
        self._changed()

    def action_people(self) -> None:
        """Open the list of people."""
        self.app.push_screen(PeopleScreen(self._room))

    @work(exclusive=True)
    async def action_joining(self) -> None:
        """Let nobody new in, or let people in again."""
        phones = self._room.phones
        if phones is None:
            return
        on = not phones.book.joining
        words = _("Joining is open again.")
        if not on:
            words = _("Joining is closed. Whoever has joined stays.")
        await self._joining.kept(phones.set_joining(on), words, self.say)
        self._changed()

    @work
    async def action_new_code(self) -> None:
        """Ask, then make a new code."""
        sure = ConfirmScreen(
            _("Change the code?"),
            _("The old code and its QR code stop working. Whoever has joined stays."),
            yes=_("Change the code"),
            no=_("Keep it"),
            careful=True,
        )
        phones = self._room.phones
        if await self.app.push_screen_wait(sure) and phones is not None:
            await self._joining.kept(phones.new_code(), _("A new code."), self.say)
            self._changed()

    @work
    async def action_network(self) -> None:
        """Ask for the Wi-Fi that phones should be in."""
        phones = self._room.phones
        if phones is None:
            return
        book = phones.book
        name = _("its exact name; empty for none")
        word = _("shown here and on the stage")
        fields = (
            Field("network", _("Wi-Fi"), book.network, name),
            Field("password", _("Password"), book.password, word),
        )
        ask = _(
            "Phones join this Wi-Fi by a code of its own. Name and password are kept in a private "
            "file on this machine until the workshop is closed."
        )
        values = await self.app.push_screen_wait(FormScreen(_("The Wi-Fi for phones"), fields, ask))
        if values is None:
            return
        network, password = values["network"], values["password"]
        if len(network.encode("utf-8", "replace")) > MOST_NETWORK:
            self.say(_("A Wi-Fi has no name that long."))
            return
        if password and not 8 <= len(password) <= MOST_PASSWORD:
            self.say(_("The password of a Wi-Fi has 8 to 63 characters."))
            return
        change = phones.note_network(network, password)
        words = _("Phones can scan the Wi-Fi now.") if network else _("No Wi-Fi is shown.")
        await self._joining.kept(change, words, self.say)
        self._changed()

    @work(exclusive=True)
    async def action_address(self) -> None:
        """Serve at another address."""
        await self._joining.choose_address(self.say)
        self._changed()

    @work
    async def action_close_room(self) -> None:
        """Ask, then close the port."""
        sure = ConfirmScreen(
            _("Close the room to phones?"),
            _(
                "Phones can no longer vote. People and votes stay. You can open the room again "
                "at any time."
            ),
            yes=_("Close the room to phones"),
            no=_("Leave it open"),
            careful=True,
        )
        if await self.app.push_screen_wait(sure):
            self._joining.begin_close()
