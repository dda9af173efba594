"""The one door through which every screen is left, once.

Textual's `dismiss` takes away whatever screen is on top, so a screen that is dismissed twice takes
the one beneath it along. Every screen of ours is one of these two kinds. Leaving is theirs alone: a
second time does nothing, and what a screen that is leaving still hears from its widgets is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import messages
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.events import Event
from textual.screen import ModalScreen, Screen

from mops_tui.tui.host import Go, Host, host_of

if TYPE_CHECKING:
    from textual.message import Message

    from mops_tui.tui.destinations import Destination

T = TypeVar("T")
QUIT = Binding("ctrl+q", "app.quit", show=False, id="quit")
"""Textual keeps the keys of the program from whatever is modal; this one works there, too."""


class Door(Screen[T]):
    """What both kinds share.

    Attributes:
        KEY_GROUPS: The groups of keys that work here, in the order of its help.
        ALL_KEYS: The help goes on with the keys of every other place.
        PRIVATE: The program's own keys have no business here.
    """

    KEY_GROUPS: ClassVar[tuple[str, ...]] = ("everywhere",)
    ALL_KEYS: ClassVar[bool] = False
    PRIVATE: ClassVar[bool] = False
    _leaving_with: tuple[T | None] | None = None
    _goes: bool = False

    @property
    def host(self) -> Host:
        """The program that it stands in."""
        return host_of(self)

    def has_use_for(self, action: str) -> bool:
        """Whether a key of one of the groups can do anything here, at whatever moment.

        Args:
            action: The id of its action.
        """
        return bool(action)

    def own_keys(self) -> tuple[tuple[str, str], ...]:
        """Keys and what they do, for the help: those of its parts, which no group names."""
        return ()

    def asks_before_quit(self) -> bool:
        """Whether the program stays this time: something would be lost, and the screen says so."""
        return False

    async def keep_before_quit(self) -> None:
        """Keep what can be kept, before the program is left."""

    def say_opening(self) -> bool:
        """Say that another screen is on its way; False where there is no place for such words."""
        return False

    def end_opening(self) -> None:
        """Take those words back: the other screen is there, or is refused."""

    def go_to(self, destination: Destination) -> None:
        """Ask the program to go somewhere."""
        self.host.post_message(Go(destination))

    @property
    def is_left(self) -> bool:
        """Whether it has been left, or its widgets go: it takes nothing more."""
        return self._goes or self._leaving_with is not None

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave this screen, once; whoever opened it gets the result.

        Under another screen it leaves as soon as that one has gone.
        """
        if self.is_left or self not in self.app.screen_stack:
            return AwaitComplete()
        self._leaving_with = (result,)
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete()

    def close_above(self) -> None:
        """Leave every screen that lies above this one, as if somebody had cancelled it."""
        stack = self.app.screen_stack
        for screen in reversed(stack[stack.index(self) + 1 :] if self in stack else []):
            screen.dismiss()

    def turned(self) -> None:
        """Say that the next key means something else here: a bounce of the last is swallowed."""
        self.host.keyboard.turned()

    @property
    def overtaken(self) -> bool:
        """Whether the key at work was pressed when it meant something else here."""
        return self.host.keyboard.overtaken

    def on_screen_resume(self) -> None:
        """What lay above has gone: leave now, if it was to be left meanwhile."""
        if self._leaving_with is not None and self.app.screen is self:
            super().dismiss(self._leaving_with[0])

    async def on_prune(self, event: messages.Prune) -> None:
        """End its workers before its widgets go; by itself, Textual ends them after."""
        self._goes = True
        self.workers.cancel_node(self)
        await super().on_prune(event)

    async def _on_message(self, message: Message) -> None:
        """Hear nothing more from the widgets of a screen that has been left."""
        own = isinstance(message, Event) or type(message).__module__ == messages.__name__
        if own or not self.is_left:  # Textual's own take a screen to pieces
            await super()._on_message(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key does anything on a screen that has been left."""
        return False if self.is_left else super().check_action(action, parameters)


class MopsScreen(Door[T]):
    """A whole screen."""


class Dialog(ModalScreen[T], Door[T]):
    """A screen over another one.

    Textual takes styles and component classes from the first base alone: that is its own.
    """

    BINDINGS: ClassVar[list[BindingType]] = [QUIT]
