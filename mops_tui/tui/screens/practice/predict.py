"""Predicting a room of one's own: ten points before its answers are shown, then both beside."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.questions import kind_of
from mops_tui.model.session.ballots import Allocation, Pass
from mops_tui.model.session.events import RoomPredicted
from mops_tui.pictures.predicted import predicted_picture
from mops_tui.sources.background import in_background
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.predicting import A_SITTING, Pool, RoomQuestion, room_pool
from mops_tui.storage.folders.places import Places
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.destinations import Rehearse
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.practice.keeping import keep
from mops_tui.tui.screens.practice.keys import KeyLines, predict_keys
from mops_tui.tui.screens.practice.predict_pages import (
    asked_page,
    end_page,
    nothing_page,
    shown_page,
)
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads.allocate import AllocatePad
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.tui.widgets.page import Page
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.alone.predicting import answer_names, score_of
from mops_tui.words.files.saving import answer_waits_here
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

Stage = Literal["reading", "nothing", "asking", "shown", "end"]
FIRST_REHEARSED = "placement-only"
"""The workshop that is rehearsed where there is nothing to predict, if it is there."""
MARGINS = 10
"""Cells beside the page: its padding, and a bar that scrolls it."""
AROUND = 6
"""Rows of head, footer, padding, and of the picture's axis and legend."""
LEAST_ROWS = 6
"""Rows of a screen that are not the pad's."""


class PredictPage(Page, inherit_bindings=False):
    """A page whose own keys for scrolling would hide those of the screen while points are laid."""


class PredictScreen(MopsScreen[None]):
    """Some questions of one's own rooms, one after another; `Esc` stops."""

    CSS_PATH = LATE_STYLES
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Stop here")),
        Binding("space,enter", "go_on", _("Next")),
        Binding("r", "rehearse", _("Rehearse")),
        Binding("up", "roll(-3)", show=False),
        Binding("down", "roll(3)", show=False),
        Binding("pageup", "roll(-8)", show=False),
        Binding("pagedown", "roll(8)", _("More below"), key_display="PgDn"),
    ]

    def __init__(self, library: Library, places: Places, journal: PracticeJournal) -> None:
        """Take the packs, where the sessions and the journals lie, and the open journal."""
        super().__init__()
        self._library = library
        self._places = places
        self._journal = journal
        self._stage: Stage = "reading"
        self._pool = Pool()
        self._sitting: tuple[RoomQuestion, ...] = ()
        self._at = 0
        self._scores: list[int] = []
        self._kept = 0
        self._points: tuple[int, ...] = ()
        self._saving = False
        self._leaving = False

    def own_keys(self) -> KeyLines:
        """The keys of the points, and of the pages."""
        return predict_keys(next((pad.hint for pad in self.query(AllocatePad)), ""))

    def compose(self) -> ComposeResult:
        """A head, and a page: what is asked, the pad, then the picture and what it teaches."""
        yield Static(id="predict-head")
        with PredictPage(id="predict-page"):
            yield Static(id="predict-text")
            yield Slot(id="predict-pad")
            yield PictureView(id="predict-picture")
            yield Static(id="predict-more")
        yield Static(id="seat-message")
        yield Footer()

    def on_mount(self) -> None:
        """Read the sessions beside the screen: there may be hundreds."""
        self._fill(Content(_("Your sessions are being read …")))
        self._head()
        self._read()

    def on_screen_resume(self) -> None:
        """Look again where there was nothing: a rehearsal may have been run meanwhile."""
        super().on_screen_resume()
        if self._stage == "nothing":
            self._stage = "reading"
            self._read()

    @work
    async def _read(self) -> None:
        answers, _damaged = await in_background(partial(read_practice, self._places.practice))
        self._scores = [one.event.score for one in answers if isinstance(one.event, RoomPredicted)]
        self._pool = await in_background(partial(room_pool, self._places.sessions, answers))
        self._sitting = self._pool.questions[:A_SITTING]
        if self._sitting:
            await self._ask()
            return
        self._stage = "nothing"
        self._draw()
        self.refresh_bindings()

    # --- what stands there

    def on_resize(self) -> None:
        """Wrap and draw anew what stands there; the points that are laid stay laid."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        match self._stage:
            case "asking":
                self._draw_asked()
            case "shown":
                self._draw_shown()
            case "end":
                left = len(self._pool.questions) - self._kept
                self._fill(end_page(self._scores, self._pool, left, self._width))
            case "nothing":
                may = bool(self._rehearsable)
                self._fill(nothing_page(self._pool, self._width, rehearse=may))

    @property
    def _asked(self) -> RoomQuestion:
        return self._sitting[self._at]

    @property
    def _width(self) -> int:
        return max(40, self.app.size.width - MARGINS)

    @property
    def _rehearsable(self) -> str:
        workshops = self._library.workshops
        return FIRST_REHEARSED if FIRST_REHEARSED in workshops else next(iter(workshops), "")

    def _head(self) -> None:
        parts = [(_("Predict the room"), "bold $accent")]
        if self._stage in ("asking", "shown"):
            count = _("{n} of {m}").format(n=self._at + 1, m=len(self._sitting))
            title = safe(self._asked.question.title)
            parts += [("   " + title, "bold"), (f"   {count}", "$text-muted")]
        self.query_one("#predict-head", Static).update(Content.assemble(*parts))

    def _fill(self, text: Content, more: Content | None = None) -> None:
        self.query_one("#predict-text", Static).update(text)
        below = self.query_one("#predict-more", Static)
        below.update(more or Content(""))
        below.display = more is not None
        self.query_one("#predict-picture").display = False
        self.query_one("#predict-page").scroll_home(animate=False)

    def _turn(self, stage: Stage) -> None:
        self._stage = stage
        self.query_one("#predict-pad").display = stage == "asking"
        self.query_one("#seat-message", Static).update("")
        self._head()
        self.turned()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Next works once the room's votes are there."""
        if action == "go_on":
            return self._stage in ("shown", "end", "nothing")
        if action == "rehearse":
            return self._stage == "nothing" and bool(self._rehearsable)
        if action == "roll":
            return self.query_one(Page).rolls(parameters)
        return super().check_action(action, parameters)

    def action_roll(self, by: int) -> None:
        """Scroll the page."""
        self.query_one("#predict-page").scroll_relative(y=by, animate=False)

    # --- a question

    async def _ask(self) -> None:
        asked = self._asked
        self._turn("asking")
        names = answer_names(asked)
        options = [
            Option.model_construct(id=one, label=name)
            for one, name in zip(asked.votes.answers, names, strict=True)
        ]
        pad = AllocatePad(options)
        await self.query_one("#predict-pad", Slot).hold(pad)
        self._draw_asked()
        pad.focus(scroll_visible=False)
        self.refresh_bindings()

    def _draw_asked(self) -> None:
        self._fill(*asked_page(self._asked, self._width))
        most = max(LEAST_ROWS, self.app.size.height - LEAST_ROWS)
        for pad in self.query(AllocatePad):
            rows = min(pad.rows_for(self._width), most)
            self.query_one("#predict-pad", Slot).styles.height = rows

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Points are left."""
        self.turned()
        self.query_one("#seat-message", Static).update(Content(event.words))

    async def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """Keep the prediction, then show the room's votes. A pass leaves the question for later."""
        event.stop()
        if self._saving or self._stage != "asking":
            return
        if isinstance(event.ballot, Pass):
            await self._next()
        elif isinstance(event.ballot, Allocation):
            given = dict(zip(event.ballot.options, event.ballot.points, strict=True))
            self._saving = True
            self.run_worker(self._keep(tuple(given.get(n, 0) for n in self._asked.votes.answers)))

    async def _keep(self, points: tuple[int, ...]) -> None:
        asked = self._asked
        score = score_of(points, asked)
        laid = [(one, n) for one, n in zip(asked.votes.answers, points, strict=True) if n]
        event = RoomPredicted(
            session=asked.session,
            question=asked.ref,
            item=asked.item,
            digest=asked.digest,
            answers=tuple(one for one, _n in laid),
            points=tuple(n for _one, n in laid),
            score=score,
        )
        try:
            if not await keep(self, self._journal, event):
                return
        finally:
            self._saving = False
            left, self._leaving = self._leaving, False
        if left:
            self.dismiss()
            return
        self._scores.append(score)
        self._kept += 1
        await self._show(points)

    async def _show(self, points: tuple[int, ...]) -> None:
        self._points = points
        self._turn("shown")
        self._draw_shown()
        self.set_focus(None)
        await self.query_one("#predict-pad", Slot).hold()
        self.refresh_bindings()

    def _draw_shown(self) -> None:
        asked, points = self._asked, self._points
        told, more = shown_page(points, asked, self._width)
        self._fill(Content("\n").join([*told, Content("")]), Content("\n").join(more))
        view = self.query_one("#predict-picture", PictureView)
        poured = kind_of(asked.question) == "allocate"
        picture = predicted_picture(
            asked.votes, answer_names(asked), points, _("your prediction"), poured=poured
        )
        rows, bars = self.app.size.height - AROUND - len(told) - len(more), len(picture.bars)
        view.styles.height = (3 if 3 * bars <= rows else 2) * bars + 2
        view.display = True
        view.show(picture, glide=False)

    async def action_go_on(self) -> None:
        """The next question, or what the sitting came to; then back."""
        if self.overtaken:  # the key was pressed before the votes were shown
            return
        if self._stage == "shown":
            await self._next()
        else:
            self.dismiss()

    async def _next(self) -> None:
        if self._at + 1 < len(self._sitting):
            self._at += 1
            await self._ask()
            return
        self._turn("end")
        self.set_focus(None)
        await self.query_one("#predict-pad", Slot).hold()
        self._draw()
        self.refresh_bindings()

    def action_rehearse(self) -> None:
        """Rehearse a workshop: its room is one's own to predict."""
        self.go_to(Rehearse(self._rehearsable))

    def action_leave(self) -> None:
        """Stop; what was predicted is kept. While it is being saved, that is waited for once."""
        if self._saving and not self._leaving:
            self._leaving = True
            self.notify(answer_waits_here(), severity="warning", markup=False)
            return
        self.dismiss()
