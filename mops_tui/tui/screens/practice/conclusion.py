"""What a walk through a scenario came to, read again: nothing is answered anew."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.alone.walk import Walk
from mops_tui.sources.practice.walks import KeptWalk
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.practice.keys import KeyLines, page_keys
from mops_tui.tui.screens.practice.walk_pages import conclusion_page, drawn, last_picture
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.words.alone.days import said_day
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class WalkPage(Page):
    """A page of a walk: a text, a picture of an own answer, more text."""

    def compose(self) -> ComposeResult:
        """The three."""
        yield Static(id="walk-text")
        yield PictureView(id="walk-picture")
        yield Static(id="walk-more")

    def show(self, text: Content, more: Content | None = None) -> None:
        """Show texts, without a picture as yet."""
        self.query_one("#walk-text", Static).update(text)
        self.query_one("#walk-picture").display = False
        below = self.query_one("#walk-more", Static)
        below.update(more or Content(""))
        below.display = more is not None
        self.scroll_home(animate=False)

    def picture(self, walk: Walk, ref: str) -> None:
        """Draw an own answer between the two texts, where it has a picture."""
        view = self.query_one("#walk-picture", PictureView)
        found = drawn(walk, ref, self.line, self.app.size.height) if ref else None
        view.display = found is not None
        if found is not None:
            view.styles.height = found.rows
            view.show(found.picture, glide=False)

    @property
    def line(self) -> int:
        """The cells that a line may have, beside padding and a bar that scrolls it."""
        return max(40, self.app.size.width - 10)

    def conclude(self, walk: Walk, before: KeptWalk | None) -> None:
        """Show what all answers come to, with the picture that the scenario speaks of."""
        self.show(*conclusion_page(walk, before, self.line))
        self.picture(walk, last_picture(walk))


class ConclusionScreen(MopsScreen[None]):
    """What a walk came to."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "leave", _("Back"), key_display="Esc"),
        *PAGE_KEYS,
    ]

    def __init__(self, kept: KeptWalk, before: KeptWalk | None) -> None:
        """Take the walk, and the one before it."""
        super().__init__()
        self._kept = kept
        self._before = before

    def own_keys(self) -> KeyLines:
        """The keys of a page."""
        return page_keys()

    def compose(self) -> ComposeResult:
        """A head and a page."""
        yield Static(id="walk-head")
        yield WalkPage(id="walk-page")
        yield Footer()

    def on_mount(self) -> None:
        """Show it."""
        scenario = self._kept.walk.pack
        title = safe(scenario.title) if scenario is not None else ""
        day = said_day(self._kept.when)
        head = Content.assemble((title, "bold $accent"), (f"   {day}", "$text-muted"))
        self.query_one("#walk-head", Static).update(head)
        self._fill()

    def on_resize(self) -> None:
        """Wrap the text anew."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.query_one(WalkPage).conclude(self._kept.walk, self._before)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scrolling works where there is more."""
        if action == "roll":
            return self.query_one(Page).rolls(parameters)
        return super().check_action(action, parameters)

    def action_roll(self, by: int) -> None:
        """Scroll the page."""
        self.query_one("#walk-page").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()
