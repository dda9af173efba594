"""The program as its screens see it: what they may ask of it, and the looks that it gives them.

Screens know this class and none of those above it. `MopsApp` is the whole program, with ways in
and out; a recording has the looks alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel

from mops_tui.storage.folders.places import Places
from mops_tui.tui import textual_patches
from mops_tui.tui.destinations import Destination, Home
from mops_tui.tui.keys.key_queue import Keyboard
from mops_tui.tui.keys.registry import key_of, key_words
from mops_tui.tui.settings import Settings
from mops_tui.tui.themes import THEMES
from mops_tui.tui.unsaved import Unsaved
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.message_pump import MessagePump

    from mops_tui.tui.room import Room
    from mops_tui.tui.served import Serve

LEAST_WIDTH, LEAST_HEIGHT = 80, 24
"""The smallest terminal in which everything is legible."""


class Go(Message):
    """Somebody wants to go somewhere.

    Attributes:
        destination: Where to.
    """

    def __init__(self, destination: Destination) -> None:
        """Take where to go."""
        super().__init__()
        self.destination = destination


class SessionsChanged(Message, bubble=False):
    """The kept sessions are other ones now: told to every screen."""


class Host(App[None]):
    """What the program is to its screens.

    Attributes:
        places: The user's folders.
        settings: The user's settings.
        start: Where the program began.
        keyboard: Lets keys in one at a time.
        room: The room that is open, if any.
        serve: The means to open the room to phones; None where there is none, as in a recording.
        left: The session that was left just now, until home has selected it.
        unsaved: The answers of practice that the disk has still to take.
        practice_awaited: Its journal is being opened, by a disk that takes its time.
    """

    TITLE = "mops_tui"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - typed by Textual
        (0, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-high")]  # noqa: RUF012 - typed by Textual

    def __init__(
        self,
        places: Places,
        settings: Settings,
        start: Destination | None = None,
    ) -> None:
        """Take what it is given, and look as the user wants it to.

        Args:
            places: The user's folders.
            settings: The user's settings.
            start: Where to begin; at home by default.
        """
        textual_patches.drawn_once()
        textual_patches.parsed_once()
        textual_patches.pasted_whole()
        textual_patches.called_alive()
        super().__init__()
        self.places = places
        self.settings = settings
        self.start = start or Home()
        self.keyboard = Keyboard(self)
        self.room: Room | None = None
        self.serve: Serve | None = None
        self.left: Path | None = None
        self.unsaved = Unsaved()
        self.practice_awaited = False
        for theme in THEMES:
            self.register_theme(theme)
        # Set, not assigned: assigning would parse every style a second time before the start.
        self.set_reactive(App.theme, settings.theme)
        dark = self.current_theme.dark
        modes = {f"-theme-{settings.theme}": True, "-dark-mode": dark, "-light-mode": not dark}
        self.update_classes(modes, update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(dict(settings.keys))

    def on_mount(self) -> None:
        """Let go of what is gone whenever another screen is shown."""
        forget = textual_patches.forget_gone
        self.screen_change_signal.subscribe(self, lambda _: forget(self), immediate=True)

    def key_of(self, action: str) -> str:
        """The key of an action in words, as the user has set it."""
        return key_of(action, self.settings.keys)

    def get_key_display(self, binding: Binding) -> str:
        """A key in the footer, called as texts call it: Shift+D."""
        shifted = len(binding.key) == 1 and binding.key.isupper()
        return key_words(binding.key) if shifted else super().get_key_display(binding)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - never: what people typed is no markup
    ) -> None:
        """Say something in a corner, as text that is fit for a terminal.

        What stands there already is said anew and not twice: a key that is held would fill the
        screen with it.
        """
        words = safe(message, keep=True)
        for one in tuple(self._notifications):
            if (one.message, one.severity) == (words, severity):
                self._unnotify(one, refresh=False)
        super().notify(words, title=title, severity=severity, timeout=timeout, markup=False)


def host_of(node: MessagePump) -> Host:
    """The program that a screen or a widget stands in."""
    app = node.app
    assert isinstance(app, Host)
    return app
