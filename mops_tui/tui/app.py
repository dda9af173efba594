"""The application: wiring only. What it shows stands in `screens`, what happens in `sources`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, Resize
from textual.notifications import SeverityLevel
from textual.screen import Screen

from mops_tui.storage.folders.places import Places
from mops_tui.tui import mends
from mops_tui.tui.ending.app import EndingApp
from mops_tui.tui.keys.actions import actions, bindings
from mops_tui.tui.keys.keyboard import Keyboard
from mops_tui.tui.settings import Settings
from mops_tui.tui.themes import THEMES
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

LEAST_WIDTH, LEAST_HEIGHT = 80, 24
"""The smallest terminal in which everything is legible."""
MOST_COMPLAINTS = 3
"""How many faults of the settings fit into a corner of the smallest terminal."""
_DEAD = frozenset(action.id for action in actions("everywhere")) | {
    "command_palette",
    "suspend_process",
}
"""What works on every screen but a private one."""

_STOP = Binding("ctrl+z", "suspend_process", show=False, priority=True)


@dataclass(frozen=True)
class Rehearsal:
    """What to rehearse.

    Attributes:
        workshop: The id of the workshop.
        people: How many simulated people.
        seed: Where their randomness starts.
    """

    workshop: str
    people: int = 9
    seed: int = 7


@dataclass(frozen=True)
class Replay:
    """What to replay, and how.

    Attributes:
        path: The session file.
        speed: Times real time.
        start: Play time to begin at, in seconds.
        idle_limit: The longest silence, in seconds.
        stop_at_markers: Pause at each marker.
        opened: The analyst's view: votes before their reveal.
    """

    path: Path
    speed: float = 1.0
    start: float = 0.0
    idle_limit: float = 2.0
    stop_at_markers: bool = False
    opened: bool = False


@dataclass(frozen=True)
class Start:
    """Where the app begins.

    Attributes:
        workshop: The id of a workshop to set up at once, or "".
        session: A session file to resume at once, or None.
        rehearsal: A rehearsal to begin at once, or None.
        demo: Play a rehearsed workshop at once.
        practice: Practise alone at once: a scenario's id, or "" for what is due.
        replay: A replay to show at once, or None.
        stage: Be the projector window, of `session` or of whichever is run.
        compare: Sessions to lay side by side at once.
    """

    workshop: str = ""
    session: Path | None = None
    rehearsal: Rehearsal | None = None
    demo: bool = False
    practice: str | None = None
    replay: Replay | None = None
    stage: bool = False
    compare: tuple[Path, ...] = ()


class MopsApp(EndingApp):
    """The whole program in a terminal."""

    TITLE = "mops_tui"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("everywhere"),
        # Windows stops no process for its shell, and fields may take the key back there.
        *([] if sys.platform == "win32" else [_STOP]),
    ]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - typed by Textual
        (0, "-narrow"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-high")]  # noqa: RUF012 - typed by Textual

    def __init__(
        self,
        places: Places,
        settings: Settings,
        reporter: Callable[[Path], Path],
        start: Start | None = None,
    ) -> None:
        """Wire the app up.

        Args:
            places: The user's folders.
            settings: The user's settings.
            reporter: Writes the report of a session file and says where.
            start: Where to begin; at home by default.
        """
        mends.drawn_once()
        mends.parsed_once()
        super().__init__()
        self.places = places
        self.settings = settings
        self.reporter = reporter
        self.start = start or Start()
        self.left: Path | None = None
        self.keyboard = Keyboard(self)
        for theme in THEMES:
            self.register_theme(theme)
        # Set, not assigned: assigning would parse every style a second time before the start.
        self.set_reactive(App.theme, settings.theme)
        dark = self.current_theme.dark
        modes = {f"-theme-{settings.theme}": True, "-dark-mode": dark, "-light-mode": not dark}
        self.update_classes(modes, update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(dict(settings.keys))

    def get_default_screen(self) -> Screen[None]:
        """Home; or, where the program was told to go elsewhere, a screen that names no session."""
        if self.start != Start():
            from mops_tui.tui.screens.home.starting import StartingScreen

            return StartingScreen(self.start)
        from mops_tui.tui.screens.home.home import HomeScreen

        return HomeScreen(self.places)

    def on_mount(self) -> None:
        """Say what is wrong with the settings."""
        self.screen_change_signal.subscribe(self, lambda _: mends.forget_gone(self), immediate=True)
        self._complain(self.settings.complaints)

    def _complain(self, complaints: tuple[str, ...]) -> None:
        """Say what is wrong with the settings, for as long as it takes to read; never to the room.

        What does not fit was printed before the start, and `mops-tui doctor` says it again.
        """
        if self.start.stage or self.start.demo:
            return
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

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - never: what people typed is no markup
    ) -> None:
        """Say something in a corner, as text that is fit for a terminal."""
        said = safe(message, keep=True)
        super().notify(said, title=title, severity=severity, timeout=timeout, markup=False)

    def action_command_palette(self) -> None:
        """Open the palette, unless it is open somewhere already."""
        from mops_tui.tui.palette import Palette

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette())

    def action_theme(self) -> None:
        """Go to the next of the three looks."""
        names = [theme.name for theme in THEMES]
        here = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(here + 1) % len(names)]

    def action_help(self) -> None:
        """Show all keys."""
        from mops_tui.tui.screens.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            first = getattr(self.screen, "KEY_GROUPS", ())
            self.push_screen(HelpScreen(dict(self.settings.keys), first))

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
        if action in _DEAD and any(getattr(s, "PRIVATE", False) for s in self.screen_stack):
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
