"""What stands on the screen while the program goes where it was told to: no list of sessions.

A command such as `stage`, `replay` or `run` begins on a screen of its own, and that may be a wall.
Home names every session there is, so it is not even made until somebody goes there.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from mops_tui.sources.background import in_background
from mops_tui.tui.door import MopsScreen
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.tui.app import MopsApp, Start

FAILED = 1
"""The exit status of a program that could not go where it was told to."""


class StartingScreen(MopsScreen[None]):
    """One sentence, until the screen that was asked for stands over it.

    When that one is left, the program ends or home is mounted: see `ends`.

    Attributes:
        opened: A screen of what was asked for has been put over this one.
    """

    DEFAULT_CSS = """
    StartingScreen { align: center middle; }
    StartingScreen > #starting { width: auto; color: $text-muted; }
    """

    def __init__(self, start: Start) -> None:
        """Take where to go."""
        super().__init__()
        self._start = start
        self._failed = False
        self.opened = False

    def compose(self) -> ComposeResult:
        """What is awaited."""
        yield Static(Content(starting_words(self._start)), id="starting")

    def on_mount(self) -> None:
        """Load what the next screen needs, behind this one."""
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(self._load)

    @work
    async def _load(self) -> None:
        places = cast("MopsApp", self.app).places

        def load() -> None:
            from mops_tui.tui.navigation import opening  # the model, and the screens of a workshop

            if not ends(self._start):
                opening.packs_at_hand(places)

        await in_background(load)
        self.call_next(self._go)

    def _go(self) -> None:
        app = cast("MopsApp", self.app)
        before = len(app.screen_stack)  # a terminal may be too small, and say so over this screen
        go(app, self._start)
        self.opened = len(app.screen_stack) > before
        if not self.opened:
            self.fail("")  # whatever was wrong has been told: nobody stays before an empty screen

    def on_key(self, event: Key) -> None:
        """Nothing here has a key but the way out; what is pressed is not for the next screen."""
        if event.key == "escape":
            self.app.exit()

    def on_screen_resume(self) -> None:
        """What was asked for has been left, or one of its questions has been answered."""
        if self.opened:
            self.call_later(self._left)

    def _left(self) -> None:
        app = cast("MopsApp", self.app)
        if app.screen is not self:  # an answer has led on to another screen
            return
        if ends(self._start):
            app.exit()
            return
        from mops_tui.tui.screens.home.home import HomeScreen

        app.push_screen(HomeScreen(app.places))  # over this one: Textual never lets its first go

    def fail(self, words: str) -> None:
        """End the program, and say why in the terminal that is left."""
        if not self._failed:
            self._failed = True
            cast("MopsApp", self.app).end_refusing(words, FAILED)


def starting_words(start: Start) -> str:
    """What is awaited, in one sentence."""
    if start.stage:
        return _("The stage is opening …")
    if start.replay is not None:
        return _("The replay is opening …")
    if start.compare:
        return _("The comparison is opening …")
    if start.practice is not None:
        return _("Your practice is opening …")
    return _("The workshop is opening …")


def ends(start: Start) -> bool:
    """Whether the program ends when what it began with is left.

    A window that only looks at something goes back to the shell that it came from. Whoever runs,
    resumes, rehearses, practises or watches the demo finds home behind it.
    """
    return start.stage or start.replay is not None or bool(start.compare)


def go(app: MopsApp, start: Start) -> None:
    """Open what was asked for; what cannot be opened is told by `telling.refuse`."""
    from mops_tui.tui.navigation import opening, resuming

    if start.rehearsal is not None:
        opening.rehearse(app, start.rehearsal)
    elif start.stage:
        opening.stage(app, start.session)
    elif start.compare:
        opening.side_by_side(app, start.compare)
    elif start.replay is not None:
        opening.play_back(app, start.replay)
    elif start.practice is not None:
        opening.practise(app, start.practice)
    elif start.demo:
        opening.demo(app)
    elif start.session is not None:
        resuming.resume(app, start.session)
    else:
        opening.set_up(app, start.workshop)
