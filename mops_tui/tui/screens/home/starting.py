"""What stands on the screen while the program goes where it was told to: no list of sessions.

A command such as `stage`, `replay` or `run` begins on a screen of its own, and that may be a wall.
Home names every session there is, so it is not even made until somebody goes there.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from mops_tui.sources.background import in_background
from mops_tui.tui import destinations as to
from mops_tui.tui.door import MopsScreen
from mops_tui.words.i18n import _


class StartingScreen(MopsScreen[None]):
    """One sentence, until the screen that was asked for stands over it.

    When that one is left, home is asked for.

    Attributes:
        opened: A screen of what was asked for has been put over this one.
    """

    DEFAULT_CSS = """
    StartingScreen { align: center middle; }
    StartingScreen > #starting { width: auto; color: $text-muted; }
    """

    def __init__(self, start: to.Destination, load: Callable[[], object]) -> None:
        """Take where to go, and what loads the screens of that place, in any thread."""
        super().__init__()
        self._start = start
        self._load_screens = load
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
        await in_background(self._load_screens)
        self.go_to(self._start)

    def on_key(self, event: Key) -> None:
        """Nothing here has a key but the way out; what is pressed is not for the next screen."""
        if event.key == "escape":
            self.app.exit()

    def on_screen_resume(self) -> None:
        """What was asked for has been left, or one of its questions has been answered."""
        if self.opened:
            self.go_to(to.Home())


def starting_words(start: to.Destination) -> str:
    """What is awaited, in one sentence."""
    match start:
        case to.OpenStage():
            return _("The stage is opening …")
        case to.Replay():
            return _("The replay is opening …")
        case to.Compare():
            return _("The comparison is opening …")
        case to.ShowTrend():
            return _("The trend is opening …")
        case to.CheckRoom():
            return _("The check of the room is opening …")
        case to.Practise():
            return _("Your practice is opening …")
        case _:
            return _("The workshop is opening …")
