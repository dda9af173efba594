"""The review of a report: what it says beside what can be changed in it, and one key to write it.

What is changed is kept in the session as an event, whenever a field is left. What the report says
is made in a thread, from the draft; the last one stands there meanwhile.
"""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Static

from mops_tui.model.session.state import ReportEdits
from mops_tui.sources.background import in_background
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.remembered import Remembered
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.paths import folder_named, no_folder, short_path
from mops_tui.tui.screens.review.elsewhere import asking_where
from mops_tui.tui.screens.review.form import ReviewForm
from mops_tui.tui.screens.review.keeping import EditKeeper
from mops_tui.tui.screens.review.plain import plain_lines
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.fields import FieldNotice
from mops_tui.tui.widgets.footer import Footer
from mops_tui.usecases.review import (
    ReportDraft,
    WrittenDraft,
    draft_text,
    read_for_review,
    write_draft,
)
from mops_tui.words.closing_kit import review as words
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.outputs import refused as refused_words
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from mops_tui.report import ReportInput

REST = 0.25
"""Seconds that hands rest before what the report says is made anew."""
PATIENCE = 3.0
"""Seconds that whoever leaves waits for a disk."""
SIDES = 7
"""Columns around the report where it has the window to itself: its border, its bar, its margins."""
WIDE = 110
"""Columns in which both pages have room beside each other."""


class ReviewScreen(MopsScreen[None]):
    """Two pages: what the report says, and what can be changed in it."""

    CSS_PATH = LATE_STYLES
    KEY_GROUPS: ClassVar[tuple[str, ...]] = ("review", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("review"),
        Binding("ctrl+s", "write_files", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, keeper: EditKeeper) -> None:
        """Take the session, and who keeps what is changed."""
        super().__init__()
        self._keeper = keeper
        self._given: ReportInput | None = None
        self._kept = ReportEdits()
        self._before: list[ReportEdits] = []
        self._keeping = asyncio.Lock()
        self._due: Timer | None = None
        self._stale = self._looking = self._leaving = self._write_first = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._warned = False
        self._named = ""
        self._said_of: object = None
        self._markdown = ""
        self._layouts = 0
        self._drawn_for = 0

    def compose(self) -> ComposeResult:
        """Both pages; a small window shows one of them."""
        yield Static(Content(_("The report, before it leaves")), id="review-heading")
        with Horizontal(id="review-pages"):
            yield ReviewForm()
            with VerticalScroll(id="review-page"):
                yield Static(Content(_("Reading the session …")), id="review-text")
        yield Static(id="review-message")
        yield Footer()

    def on_mount(self) -> None:
        """Read the session."""
        self._form.disabled = True
        self._turn(to_form=False)
        self.run_worker(self._read())

    @property
    def _form(self) -> ReviewForm:
        return self.query_one(ReviewForm)

    async def _read(self) -> None:
        try:
            given = await in_background(partial(read_for_review, self._keeper.path))
        except SessionError as error:
            path = self._keeper.path
            sentence = session_words.sentence(error, short_path(path))
            self.host.notify(sentence, severity="error", timeout=15)
            self.dismiss(None)
            return
        if not self._is_there:
            return
        self._given, self._kept = given, given.state.report
        self._form.fill(self._kept, given.header.title)
        self._kept = self._form.draft.edits  # in the order and the letters of the form
        self._form.disabled = False
        self._look()
        if self._write_first:
            self.action_write_files()

    # --- what it says

    def on_review_form_changed(self) -> None:
        """Look at it anew, once the hands rest; what was said before is no longer so."""
        self._warned = False
        if self._idle.is_set() and self._wanted() != self._said_of:
            self._say("")
        if self._due is not None:
            self._due.stop()
        self._due = self.set_timer(REST, self._look)

    def _look(self) -> None:
        self._stale = True
        if not self._looking and self._given:
            self._looking = True
            self.run_worker(self._look_until_fresh())

    async def _look_until_fresh(self) -> None:
        try:
            while self._stale and self._is_there:
                self._stale = False
                self._drawn_for = self._width
                draft = self._form.draft
                self._markdown = await self._text_of(draft) or self._markdown
                await self._lay_out()
        finally:
            self._looking = False

    @property
    def _is_there(self) -> bool:
        """Whether it has its widgets; where the program ends they go before what waits is heard."""
        return not self.is_left and self.display

    @property
    def _width(self) -> int:
        """The cells of a line of the report."""
        width = self.query_one("#review-page").scrollable_content_region.width
        return width or self.app.size.width - SIDES

    def _lay_out_soon(self) -> None:
        """Beside the screen's own queue: no key waits for it; pictures are drawn anew behind it."""
        if not self._is_there:
            return
        self.run_worker(self._lay_out())
        if self._width != self._drawn_for:
            self._look()

    async def _lay_out(self) -> None:
        """Show the report, as wide as its page is now; what was begun before comes too late."""
        self._layouts += 1
        number = self._layouts
        if self._markdown and self._is_there:
            made = partial(plain_lines, self._markdown, self._width)
            text = await in_background(made)
            if number == self._layouts and self._is_there:
                self.query_one("#review-text", Static).update(text)

    async def _text_of(self, draft: ReportDraft) -> str:
        given, path, width = self._given, self._keeper.path, self._drawn_for
        assert given is not None, "it is looked at once it is read"
        try:
            return await in_background(partial(draft_text, path, given, draft, width))
        except SessionError as error:
            self._say(session_words.sentence(error, short_path(path)), "bold $error")
            return ""

    # --- its pages

    def on_resize(self, event: Resize) -> None:
        """Both pages where they have room."""
        self.set_class(event.size.width >= WIDE, "-beside")
        self.call_after_refresh(self._lay_out_soon)

    def action_turn_review(self) -> None:
        """From what it says to what can be changed, and back."""
        self._turn(to_form=not self.has_class("-form"))

    def _turn(self, *, to_form: bool) -> None:
        self.set_class(to_form, "-form")
        target = "#review-title" if to_form else "#review-page"
        self.query_one(target).focus()

    def _say(self, sentence: str, style: str = "") -> None:
        if self.is_left:  # who quits while it is being left waits beside it
            return
        text = Content.styled(safe(sentence, keep=True), style)
        self.query_one("#review-message", Static).update(text)
        self._said_of = self._wanted()

    def _wanted(self) -> object:
        """All that the form says."""
        return self._form.draft, self._form.formats

    def on_field_notice(self, event: FieldNotice) -> None:
        """Show what a field changed or cut of a paste."""
        self._say(event.words, "$warning")

    # --- keeping what is changed

    def on_review_form_left(self) -> None:
        """What stands in a field that is left is meant."""
        self.run_worker(self._keep())

    async def _keep(self) -> str:
        """Keep what was changed, as one event; why it cannot be kept, or ""."""
        async with self._keeping:
            if self.is_left:  # kept as it was left
                return ""
            edits = self._form.draft.edits
            if not self._given or edits == self._kept:
                return ""
            why = await self._keeper.keep(edits)
            if why:
                self._say(words.not_kept(why), "bold $warning")
                return words.not_kept(why)
            self._before.append(self._kept)
            self._kept = edits
            return ""

    async def action_take_edit_back(self) -> None:
        """Take back what is being changed; where nothing is, the change before it."""
        if not self._given:
            return
        if self._form.draft.edits != self._kept:
            self._fill(self._kept)
            self._kept = self._form.draft.edits  # in the letters of the form
        elif self._before:
            *earlier, wanted = self._before
            self._fill(wanted)
            if await self._keep():
                return  # why it cannot be kept stays there to be read
            self._before = earlier  # that it was taken back is no change of its own
        else:
            self._say(_("Nothing was changed in this review."), "$warning")
            return
        self._say(_("Taken back."))

    def _fill(self, edits: ReportEdits) -> None:
        if self._given is not None:
            self._form.fill(edits, self._given.header.title)

    # --- writing it

    def on_review_form_write(self) -> None:
        """The button."""
        self.action_write_files()

    def action_write_files(self) -> None:
        """Write the report, once at a time; as soon as the session is read."""
        if not self._given:
            self._write_first = True
        elif self._idle.is_set():
            self._idle.clear()
            self._write()

    @work
    async def _write(self) -> None:
        try:
            await self._write_somewhere()
        finally:
            self._idle.set()

    async def _write_somewhere(self) -> None:
        draft, formats = self._form.draft, self._form.formats
        if not formats:
            self._say(_("Tick what it is to be written as."), "$warning")
            return
        not_kept, given = await self._keep(), self._given
        folder: Path | None = self._keeper.path.parent
        self._named = ""
        while folder is not None and given is not None:
            self._say(_("Writing …"))
            known = Remembered(self.host.places.written)
            writing = partial(write_draft, self._keeper.path, given, draft, formats, folder, known)
            written = await in_background(writing)
            if written.refused is None:
                done = words.written_words(written.files, folder)
                said = filter(None, (done, *written.missing, not_kept))
                self._say("\n".join(said), "bold $success" if done else "bold $warning")
                return
            folder = await self._other_folder(written)

    async def _other_folder(self, written: WrittenDraft) -> Path | None:
        """Ask for a folder that can be written to; None where nobody names one."""
        assert written.refused is not None
        sentence = refused_words(written.refused[1], written.refused[0])
        self._say(sentence, "bold $error")
        while True:
            self._idle.set()  # nobody who leaves meanwhile waits for an answer
            values = await self.app.push_screen_wait(asking_where(sentence, self._named))
            self._idle.clear()
            if values is None:
                return None
            self._named = values["folder"]
            folder = folder_named(self._named)
            if folder is not None:
                return folder
            sentence = no_folder(self._named)

    # --- leaving

    def action_leave_review(self) -> None:
        """Leave; what was changed is kept first."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._leave())

    async def _leave(self) -> None:
        refused = await self._keep_soon()
        if refused and not self._warned:
            self._warned = True
            words_again = _("{why} Esc again leaves without them.")
            self._say(words_again.format(why=refused), "bold $warning")
            self.turned()
            self._leaving = False
            return
        self.turned()
        self.dismiss(None)

    async def keep_before_quit(self) -> None:
        """What was changed is kept before the program is left."""
        await self._keep_soon()

    async def _keep_soon(self) -> str:
        """Keep what was changed, unless the disk takes too long for somebody who leaves."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._idle.wait()  # for what is being written
                return await self._keep()
        except TimeoutError:
            return words.not_kept(_("The disk does not answer."))
