"""Practising one scenario alone: the brief, an answer with a confidence, then the feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.sources.past_answers import SavedRoom
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.walks import KeptWalk, workshop_of
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.practice.conclusion import WalkPage
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.keys import KeyLines, walk_keys
from mops_tui.tui.screens.practice.walk_adding import add_option, asked_subject, why_not
from mops_tui.tui.screens.practice.walk_pages import brief_page, feedback_page
from mops_tui.tui.screens.practice.walk_writing import WalkWriting
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads import pad_for
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted, Pad
from mops_tui.tui.widgets.pads.ideas import IdeasPad
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.alone.practice import walked
from mops_tui.words.files.saving import answer_waits_here
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

Stage = Literal["brief", "ballot", "sure", "feedback", "end"]
"""Where one is: a question's ballot, how sure, its feedback, or what all of it adds up to."""


class ScenarioScreen(MopsScreen[None]):
    """Goes through a scenario's questions at one's own pace; answers are kept, never graded."""

    CSS_PATH = LATE_STYLES
    AUTO_FOCUS = ""  # or the confidence, which is hidden, would take the keys
    KEY_GROUPS = ("walk", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("walk"), *PAGE_KEYS]

    def __init__(
        self,
        scenario: Scenario,
        library: Library,
        journal: PracticeJournal,
        rooms: tuple[SavedRoom, ...],
        kept: Sequence[KeptWalk] = (),
    ) -> None:
        """Take the scenario, what the user's own rooms answered, and their walks so far."""
        super().__init__()
        self._scenario = scenario
        self._rooms = rooms
        unfinished = bool(kept) and not kept[-1].over
        self._earlier = tuple(kept[:-1] if unfinished else kept)
        fresh = Walk(workshop_of(scenario, library), scenario.id)
        walk = kept[-1].walk if unfinished else fresh
        self._writing = WalkWriting(self, journal, scenario, walk)
        self._begun = unfinished and self._walk.begun
        self._at = ""
        self._stage: Stage = "brief"
        self._ballot: Ballot = Pass()
        self._named = bool(self._walk.state.subjects)
        self._saving = False
        self._leaving = False

    def own_keys(self) -> KeyLines:
        """The keys of the answer that is asked for, and of the walk."""
        return walk_keys(next((pad.hint for pad in self.query(Pad)), ""))

    def compose(self) -> ComposeResult:
        """A head, a page, a ballot, the confidence."""
        yield Static(id="walk-head")
        yield WalkPage(id="walk-page")
        yield Slot(id="walk-ballot")
        yield ConfidenceRow()
        yield Static(id="seat-message")
        yield Footer()

    def on_mount(self) -> None:
        """Show the brief."""
        self._show_brief()

    def on_resize(self) -> None:
        """Wrap what stands there anew."""
        if self._stage in ("feedback", "end"):
            self.call_after_refresh(self._show_page)

    # --- where one is

    @property
    def _walk(self) -> Walk:
        return self._writing.walk

    @property
    def _question(self) -> QuestionBase:
        question = self._walk.state.question(self._at)
        if question is None:
            raise KeyError(self._at)
        return question

    @property
    def _types(self) -> bool:
        """Whether letters are written where one is."""
        return self._stage == "ballot" and kind_of(self._question) == "text"

    def _turn(self, stage: Stage) -> None:
        """Another thing stands there; the keys mean something else."""
        self._stage = stage
        asking = stage in ("ballot", "sure")
        self.query_one(WalkPage).display = not asking
        self.query_one("#walk-ballot").display = asking
        self.query_one(ConfidenceRow).display = stage == "sure"
        self.query_one("#seat-message", Static).update("")
        self._head()
        self.turned()
        self.refresh_bindings()

    def _head(self) -> None:
        parts = [(safe(self._scenario.title), "bold $accent")]
        if self._stage in ("ballot", "sure", "feedback"):
            refs = self._walk.refs
            count = _("{n} of {m}").format(n=refs.index(self._at) + 1, m=len(refs))
            parts += [("   " + safe(self._question.title), "bold"), (f"   {count}", "$text-muted")]
        self.query_one("#walk-head", Static).update(Content.assemble(*parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Next waits while a ballot is open; back, while there is something before."""
        asking = self._stage in ("ballot", "sure")
        if action == "walk_on":
            return not asking
        if action == "walk_back":
            return self._stage != "brief" and not self._types
        if action == "walk_back_in_words":
            return self._types
        if action == "walk_add":
            may = self._stage == "ballot" and bool(getattr(self._question, "open", False))
            return may or (self._stage == "brief" and self._scenario.subject is not None)
        if action == "roll":
            return not asking and self.query_one(Page).rolls(parameters)
        return super().check_action(action, parameters)

    def action_roll(self, by: int) -> None:
        """Scroll the page."""
        self.query_one("#walk-page").scroll_relative(y=by, animate=False)

    # --- the pages

    def _show_brief(self) -> None:
        self._at = ""
        self._turn("brief")
        page = brief_page(self._walk, self._earlier, again=self._begun)
        self.query_one(WalkPage).show(page)

    def _show_page(self) -> None:
        """The feedback on a question, or the end."""
        page = self.query_one(WalkPage)
        if self._stage == "end":
            page.conclude(self._walk, self._earlier[-1] if self._earlier else None)
        elif self._stage == "feedback":
            page.show(*feedback_page(self._walk, self._at, self._earlier, self._rooms, page.line))
            page.picture(self._walk, self._at)

    # --- the way

    async def action_walk_on(self) -> None:
        """The next question, or the end."""
        if self._stage == "feedback" and self.overtaken:  # the key was pressed before it came
            return
        if self._stage == "end":
            self.notify(walked(bool(self._scenario.cards)), markup=False)
            self.dismiss()
        elif self._stage == "brief" and self._scenario.subject is not None and not self._named:
            self._name_subject()
        elif self._stage == "brief":
            await self._go(self._walk.at or self._walk.after(""))
        elif self._stage == "feedback":
            await self._go(self._walk.after(self._at))

    async def _go(self, ref: str) -> None:
        """To a question's ballot, with one's own answer in it; behind the last to the end."""
        self._at = ref
        if not ref:
            self._turn("end")
            self._show_page()
            await self.query_one("#walk-ballot", Slot).hold()
            return
        self._turn("ballot")
        pad = pad_for(self._question, self._walk.state.workshop)
        begun = self._writing.begun(ref)
        if begun is not None and isinstance(pad, Pad | IdeasPad):
            pad.fill(begun)
        ask = Static(ask_text(self._question, None), classes="seat-ask")
        await self.query_one("#walk-ballot", Slot).hold(ask, pad)
        pad.focus()
        self.refresh_bindings()

    async def action_walk_back(self) -> None:
        """One step back: to the ballot that was answered last, with the answer in it."""
        if self._saving:
            return
        self._leaves_ideas()
        if self._stage == "sure":
            self._turn("ballot")
            for pad in self.query(Pad):
                pad.focus()
        elif self._stage == "feedback":
            await self._go(self._at)
        elif before := self._walk.before(self._at):
            await self._go(before)
        else:
            self.set_focus(None)
            self._show_brief()

    def _leaves_ideas(self) -> bool:
        """Whether one leaves ideas that are written and not handed in."""
        written = [pad.written for pad in self.query(IdeasPad)] if self._stage == "ballot" else []
        return any(self._writing.left(self._at, one) for one in written)

    async def action_walk_back_in_words(self) -> None:
        """The same, by a key that is no letter."""
        await self.action_walk_back()

    # --- an answer

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Something is missing."""
        self.turned()
        self._say(event.words)

    def _say(self, words: str) -> None:
        self.query_one("#seat-message", Static).update(Content(words))

    async def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """Take the answer and ask for the confidence; one that is kept has its own."""
        event.stop()
        if self._saving or self._stage not in ("ballot", "sure"):
            return
        self._ballot = event.ballot
        said = self._walk.said.get(self._at)
        if said is not None and said.ballot == event.ballot:
            await self._feedback()
        elif isinstance(event.ballot, Pass):
            self._save(0)
        else:
            self._turn("sure")
            row = self.query_one(ConfidenceRow)
            row.ask(today=self._question.today)
            row.focus()

    async def on_confidence_row_left(self, event: ConfidenceRow.Left) -> None:
        """Back to the answer; while it is being saved, that is waited for."""
        event.stop()
        if self._saving:
            self.action_walk_stop()
        else:
            await self.action_walk_back()

    def on_confidence_row_chosen(self, event: ConfidenceRow.Chosen) -> None:
        """Save the answer with its confidence, then show the feedback."""
        if self._stage == "sure":
            self._save(event.percent)

    def _save(self, percent: int) -> None:
        if not self._saving:
            self._saving = True
            self.run_worker(self._keep(percent))

    async def _keep(self, percent: int) -> None:
        try:
            kept = await self._writing.say(self._at, self._ballot, percent)
        finally:
            self._saving = False
            left, self._leaving = self._leaving, False
        if kept and left:
            self.dismiss()
        elif kept:
            await self._feedback()

    async def _feedback(self) -> None:
        self._turn("feedback")
        self._show_page()
        self.set_focus(None)
        await self.query_one("#walk-ballot", Slot).hold()
        self.refresh_bindings()

    # --- what one names, adds and takes out

    def action_walk_add(self) -> None:
        """At the brief name what it is about; at a ballot add an answer, or take one out."""
        if self._stage == "brief":
            self._name_subject()
        else:
            self._add_option()

    @work(exclusive=True, group="naming")
    async def _name_subject(self) -> None:
        subject = await asked_subject(self.app, self._walk, self._scenario)
        again, self._named = self._named, True  # before it is kept: a key meanwhile goes on
        if subject:
            await self._writing.do(cmd.NameSubject(self._scenario.id, subject))
        if again or self._stage != "brief":
            self._show_brief()
        else:
            await self.action_walk_on()

    @work(exclusive=True, group="naming")
    async def _add_option(self) -> None:
        ref = self._at
        if words := why_not(self._writing, ref, self._question):
            self._say(words)
            return

        def still_there() -> bool:
            return self._at == ref and self._stage == "ballot"

        said = await add_option(self.app, self._writing, ref, self._question, still_there)
        if said is None:
            return
        await self._go(ref)
        if said:
            self._say(said)

    def action_walk_stop(self) -> None:
        """Stop; what was answered is kept. While it is being saved, that is waited for once."""
        if self._saving and not self._leaving:
            self._leaving = True
            self.notify(answer_waits_here(), severity="warning", markup=False)
            return
        if self._leaves_ideas():
            self._say(_("Ideas are written here: F2 hands them in. Esc again leaves them out."))
            return
        self.dismiss()
