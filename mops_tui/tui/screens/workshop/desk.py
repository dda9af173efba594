"""The desk: what the facilitator's keys act on, whatever they do.

The session and how to ask it for things, the line for words above the keys, and screens over the
room. `Moves`, `Votes`, `Writing` and `Timing` are given one desk, and know nothing else of the
screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mops_tui.model.agenda.available_actions import is_action, why_not
from mops_tui.model.agenda.flow import Advance
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.state import Look, SessionState
from mops_tui.model.session.undo.undo import last_group
from mops_tui.tui.door import Door
from mops_tui.tui.room import Room
from mops_tui.tui.screens.workshop.second_press import asked_words
from mops_tui.words.refusals import refusal
from mops_tui.words.safe import safe
from mops_tui.words.undone import undone

T = TypeVar("T")
Plan = Callable[[SessionState], Advance]
"""The next thing from a state; asked anew whenever something has changed."""


@dataclass(frozen=True)
class PendingConfirmation:
    """A question that waits for a second press.

    Attributes:
        plan: What it came from.
        key: The key that was pressed, in words.
        advance: What would be done.
    """

    plan: Plan
    key: str
    advance: Advance


class Desk:
    """One running workshop, and the screen that its facilitator sits at.

    Attributes:
        room: The session and how to ask it for things.
        dark: The screen is dark, so that nobody sees what a key does.
        simulated: The room votes by itself.
    """

    def __init__(self, screen: Door[Any], room: Room, *, simulated: bool = False) -> None:
        """Take the screen, which has a line `#message`, and the room."""
        self.room = room
        self.dark = False
        self.simulated = simulated
        self._screen = screen
        self._pending: PendingConfirmation | None = None

    @property
    def state(self) -> SessionState:
        """What is decided, saved or not yet; no ballot and no called vote can be read from it."""
        return self.room.facilitator_view

    # --- words

    def say(self, words: str, style: str = "") -> None:
        """Put a sentence on the line above the keys, until the next key."""
        self._pending = None  # a question that nobody can read any more is not answered either
        self.put(words, style)

    def put(self, words: str, style: str) -> None:
        """Put a sentence on the line; what was asked about stays asked."""
        self._screen.query_one("#message", Static).update(Content.styled(safe(words), style))

    async def say_saved(self, words: str, style: str = "$success") -> None:
        """Say that something is done, once it is durable: while the disk refuses, nothing is."""
        await self.room.settled()
        self.say(words, style)

    def ring_bell(self) -> None:
        """Ring the terminal's bell."""
        self._screen.app.bell()

    def key_of(self, action: str) -> str:
        """The key of an action in words, as the user has set it."""
        return self._screen.host.key_of(action)

    # --- what is asked for

    def ask(self, *commands: Command) -> bool:
        """Carry commands out; say why not where one is refused.

        The same key means something else now: its bounce would close what was just opened, reveal
        what was just closed, or leave what was just revealed. One page more, or a minute, is a
        step: it means what the one before it meant.
        """
        self._pending = None
        told = self.state.look.told
        refused = self.room.ask(*commands)
        self.say(refused, "$warning")
        if not refused and not all(_is_step(one, told) for one in commands):
            self._screen.turned()
        return not refused

    def turn(self, look: Look) -> None:
        """Look at the present place in another way: the room does, wherever it looks."""
        self.ask(cmd.TurnPage(look))

    def carry_out(self, plan: Plan, action: str, instead: Callable[[], None] | None = None) -> bool:
        """Do what a plan says; what it asks about is done at the second press of the same key.

        Every way to close a vote, or to show it, comes through here.

        Args:
            plan: What is to be done.
            action: What was asked for; its key is named where it has to be pressed again.
            instead: Does it, where asking for the plan's commands is not all of it.

        Returns:
            Whether it was done.
        """
        now = PendingConfirmation(plan, self.key_of(action), plan(self.state))
        refused = self.room.refuses(*now.advance.commands)
        if refused:  # said at once, not after it was asked about
            self.say(refused, "bold $error")
            return False
        before = self._pending
        # The key and what it would do: both have to be the same the second time.
        again = before is not None and (before.key, before.advance) == (now.key, now.advance)
        if now.advance.ask and not again:
            words = asked_words(
                now.advance,
                now.key,
                self.key_of,
                simulated=self.simulated,
                phones=self.room.served is not None,
            )
            self.say(words, "bold $warning")
            self._pending = now
            self._screen.turned()
            return False
        if instead is not None:
            instead()
            return True
        return self.ask(*now.advance.commands)

    def undo(self) -> None:
        """Take the last thing back, and say what it was."""
        before = self.room.head
        if self.ask(cmd.Undo()):
            self.say(undone(before, last_group(before)))

    def forget_stale(self) -> None:
        """Something has come in meanwhile: what was asked about may be no longer so."""
        if self._pending is not None and self._pending.plan(self.state) != self._pending.advance:
            self.say("")

    def offers(self, action: str) -> bool:
        """Whether an action makes sense at this moment: then it has a key.

        What only the session itself would refuse keeps its key, which says why not.
        """
        why, by_session = self._why_not(action)
        return why is None or by_session

    def say_why_not(self, action: str) -> None:
        """Say why an action makes no sense at this moment: no key that the help lists is silent."""
        why, _by_session = self._why_not(action)
        if why is not None:
            self.say(refusal(why), "$warning")

    def _why_not(self, action: str) -> tuple[Refusal | None, bool]:
        """Why an action is not possible, if it is not, and whether the session itself refuses."""
        if not is_action(action):
            return None, False
        refused: list[Refusal] = []

        def refuses(command: Command) -> Refusal | None:
            why = self.room.session.refuses(command)
            refused.extend([why] if why is not None else [])
            return why

        head = self.room.head
        why = why_not(head, action, refuses, dark=self.dark, simulated=self.simulated)
        return why, why in refused

    # --- screens over the room

    def open_screen(self, screen: Screen[Any]) -> None:
        """Open a screen over the room."""
        self._screen.app.push_screen(screen)

    async def answer_of(self, screen: Screen[T]) -> T | None:
        """Open a screen over the room, and wait for what it comes to. For a worker."""
        return await self._screen.app.push_screen_wait(screen)


def _is_step(command: Command, told: tuple[str, ...]) -> bool:
    """Whether it may be asked for again as quickly as one likes."""
    if isinstance(command, cmd.TurnPage):
        return command.look.told == told
    return isinstance(command, cmd.ExtendTimer)
