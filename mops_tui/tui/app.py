"""The application: wiring only. What it shows stands in `screens`, what happens in `sources`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, Resize
from textual.screen import Screen

from mops_tui.tui import destinations as to
from mops_tui.tui.door import Door
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.host import LEAST_HEIGHT, LEAST_WIDTH, Go
from mops_tui.tui.keys.registry import actions, bindings
from mops_tui.tui.themes import THEMES
from mops_tui.words.i18n import _

PAINT = 0.3
"""Seconds at most that a key waits until its sign is painted."""
MOST_COMPLAINTS = 3
"""How many faults of the settings fit into a corner of the smallest terminal."""
_DEAD = frozenset(action.id for action in actions("everywhere")) | {
    "command_palette",
    "suspend_process",
}
"""What works on every screen but a private one."""

_STOP = Binding("ctrl+z", "suspend_process", show=False, priority=True)


class MopsApp(EndingApp):
    """The whole program in a terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("everywhere"),
        # Windows stops no process for its shell, and fields may take the key back there.
        *([] if sys.platform == "win32" else [_STOP]),
    ]

    def get_default_screen(self) -> Screen[None]:
        """Home; or, where the program was told to go elsewhere, a screen that names no session."""
        if self.start != to.Home():
            from mops_tui.tui.screens.home.starting import StartingScreen

            return StartingScreen(self.start, self._load_start)
        from mops_tui.tui.screens.home.home import HomeScreen

        return HomeScreen(self.places, self._load_ahead)

    def _load_ahead(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """Load what the screens behind home need, and read the packs; for a thread."""
        from mops_tui.tui.navigation.navigator import packs_at_hand  # the model comes along

        return packs_at_hand(self.places)

    def _load_start(self) -> None:
        """Likewise for the screen that the program begins with, where that needs packs at all."""
        from mops_tui.tui.navigation.navigator import packs_at_hand

        if not to.ends_when_left(self.start):
            packs_at_hand(self.places)

    async def on_go(self, event: Go) -> None:
        """A screen wants to go somewhere: that is seen before what it takes is begun."""
        screen = self.screen
        stays = isinstance(event.destination, to.Delete)
        if not stays and isinstance(screen, Door) and screen.say_opening():
            painted = asyncio.Event()
            screen.call_after_refresh(painted.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(painted.wait(), PAINT)
        from mops_tui.tui.navigation.navigator import navigate

        navigate(self, event.destination)
        if isinstance(screen, Door):
            screen.end_opening()

    def on_mount(self) -> None:
        """Say what is wrong with the settings, for as long as it takes to read; never to the room.

        What does not fit was printed before the start, and `mops-tui doctor` says it again.
        """
        if isinstance(self.start, to.OpenStage | to.Demo):
            return
        complaints = self.settings.complaints
        shown = list(complaints[:MOST_COMPLAINTS])
        if len(complaints) > len(shown):
            words = _("The settings have {n} more faults. To see them all: mops-tui doctor")
            shown.append(words.format(n=len(complaints) - len(shown)))
        for complaint in shown:
            self.notify(complaint, severity="warning", timeout=12 * len(shown), markup=False)

    async def on_event(self, event: Event) -> None:
        """Let keys in one at a time, in their order."""
        if not self.keyboard.keeps(event):
            await super().on_event(event)

    def post_display_hook(self) -> None:
        """Something new is on the screen: a key may mean it."""
        self.keyboard.painted()

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open somewhere already."""
        from mops_tui.tui.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette())

    def action_theme(self) -> None:
        """Go to the next of the three looks."""
        names = [theme.name for theme in THEMES]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.keyboard.turned()

    def action_help(self) -> None:
        """Show the keys that work here."""
        from mops_tui.tui.screens.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(dict(self.settings.keys), self.screen))

    def on_resize(self, event: Resize) -> None:
        """Say it clearly when the terminal is too small to show everything."""
        from mops_tui.tui.screens.dialogs.small import TooSmallScreen

        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        shown = [s for s in self.screen_stack if isinstance(s, TooSmallScreen) and not s.is_left]
        if small and not shown:
            self.push_screen(TooSmallScreen(LEAST_WIDTH, LEAST_HEIGHT))
        elif not small:
            for screen in shown:
                screen.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The facilitator's keys are dead while somebody sits in the hot seat."""
        if action in _DEAD and any(isinstance(s, Door) and s.PRIVATE for s in self.screen_stack):
            return False
        return super().check_action(action, parameters)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action that works on this screen, from the one registry."""
        for action in actions():
            # An action of the room may have the name of one of Textual's own, such as "back".
            place = self if action.group == "everywhere" else screen
            method = getattr(place, f"action_{action.id}", None)
            allowed = method and screen.check_action(action.id, ()) is not False
            if method and allowed:
                yield SystemCommand(action.label, action.help, method)
