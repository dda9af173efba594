"""Practising one scenario alone: the brief, an answer with a confidence, then the feedback."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Pass, Ranking
from mops_tui.model.session.events import AnswerCommitted
from mops_tui.sources.past_answers import room_answers
from mops_tui.sources.practice.journal import PracticeJournal
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.keeping import keep
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.base import paragraphs
from mops_tui.tui.widgets.bodies.brings import brings
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads import pad_for
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.files.saving import answer_waits_here
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.safe import safe

MARGINS = 10
"""Cells beside the page: its padding, and a bar that scrolls it."""


class ScenarioScreen(MopsScreen[None]):
    """Goes through a scenario's questions at one's own pace; answers are kept, never graded."""

    CSS_PATH = LATE_STYLES
    AUTO_FOCUS = ""  # or the confidence, which is hidden, would take the keys
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Stop here")),
        Binding("space,enter", "go_on", _("Next")),
        *PAGE_KEYS,
    ]

    def __init__(
        self,
        scenario: Scenario,
        library: Library,
        journal: PracticeJournal,
        rooms: tuple[tuple[str, str, VisibleState], ...],
        begun: int = 0,
    ) -> None:
        """Take the scenario, what the user's own rooms answered, and how far they have come."""
        super().__init__()
        self._scenario = scenario
        entry = (AgendaEntry(scenario=scenario.id),)
        self._workshop = assemble(entry, library.scenarios, id="practice", title=scenario.title)
        self._journal = journal
        self._rooms = rooms
        self._at = begun - 1
        self._begun = begun
        self._ballot: Ballot = Pass()
        self._answering = False
        self._saving = False
        self._leaving = False

    def compose(self) -> ComposeResult:
        """A head, a page, a ballot, the confidence."""
        yield Static(id="walk-head")
        with Page(id="walk-page"):
            yield Static(id="walk-text")
        yield Slot(id="walk-ballot")
        yield ConfidenceRow()
        yield Static(id="seat-message")
        yield Footer()

    def on_mount(self) -> None:
        """Show the brief."""
        self.query_one(ConfidenceRow).display = False
        self.query_one("#walk-ballot").display = False
        self._head()
        credits = "\n\n".join(self._scenario.credits)
        text = Content("\n\n").join(
            [
                paragraphs(self._scenario.brief),
                Content.styled(safe(credits, keep=True), "$text-muted italic"),
                Content.styled(self._go_words(), "bold $accent"),
            ]
        )
        self.query_one("#walk-text", Static).update(text)

    def _go_words(self) -> str:
        if not self._begun:
            return _("Space goes on.")
        words = _("You were at question {n} of {m}. Space goes on there.")
        return words.format(n=self._begun + 1, m=len(self._scenario.questions))

    @property
    def _question(self) -> QuestionBase:
        return self._scenario.questions[self._at]

    def _head(self) -> None:
        parts = [(safe(self._scenario.title), "bold $accent")]
        if self._at >= self._begun:
            count = _("{n} of {m}").format(n=self._at + 1, m=len(self._scenario.questions))
            parts += [("   " + safe(self._question.title), "bold"), (f"   {count}", "$text-muted")]
        self.query_one("#walk-head", Static).update(Content.assemble(*parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Next waits while a ballot is open."""
        if action == "go_on":
            return not self._answering
        if action == "roll":
            page = self.query_one(Page)
            up = bool(parameters) and str(parameters[0]).startswith("-")
            return not self._answering and (up or page.has_more)
        return super().check_action(action, parameters)

    def action_roll(self, by: int) -> None:
        """Scroll the page."""
        self.query_one("#walk-page").scroll_relative(y=by, animate=False)

    async def action_go_on(self) -> None:
        """The next question, or the end."""
        if self._at + 1 >= len(self._scenario.questions):
            self.notify(_("That was the whole scenario. Its cards are in your practice."),
                        markup=False)  # fmt: skip
            self.dismiss()
            return
        self._at += 1
        self._answering = True
        self._head()
        self.query_one("#walk-page").display = False
        box = self.query_one("#walk-ballot", Slot)
        box.display = True
        self.turned()
        pad = pad_for(self._question, self._workshop)
        await box.hold(Static(ask_text(self._question, None), classes="seat-ask"), pad)
        pad.focus()
        self.refresh_bindings()

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Something is missing."""
        self.turned()
        self.query_one("#seat-message", Static).update(Content(event.words))

    async def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """Take the answer and ask for the confidence."""
        event.stop()
        if self._saving:
            return
        self.query_one("#seat-message", Static).update("")
        self._ballot = event.ballot
        if isinstance(event.ballot, Pass):
            await self._feedback()
            return
        row = self.query_one(ConfidenceRow)
        row.ask()
        row.display = True
        row.focus()

    async def on_confidence_row_chosen(self, event: ConfidenceRow.Chosen) -> None:
        """Save the answer with its confidence, then show the feedback."""
        if not self._saving and self._answering:
            self._saving = True
            self.run_worker(self._keep(event.percent))

    async def _keep(self, percent: int) -> None:
        question = self._question
        event = AnswerCommitted(
            question=f"{self._scenario.id}/{question.id}",
            digest=question_digest(question),
            answer=ballot_words(question, self._ballot, self._workshop),
            confidence=percent,
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
        await self._feedback()

    async def _feedback(self) -> None:
        self._answering = False
        self.turned()
        self.query_one("#seat-message", Static).update("")
        self.query_one(ConfidenceRow).display = False
        self.query_one("#walk-ballot").display = False
        await self.query_one("#walk-ballot", Slot).hold()
        page = self.query_one("#walk-page")
        page.display = True
        page.scroll_home(animate=False)
        width = max(40, self.size.width - MARGINS)
        question = self._question
        mine = ballot_words(question, self._ballot, self._workshop)
        lines = [
            Content.assemble((_("You said") + "  ", "bold $primary"), (mine, "bold")),
            Content(""),
            brings(question, self._scenario.credits, width, (_first(self._ballot),)),
        ]
        lines += self._own_rooms(question)
        self.query_one("#walk-text", Static).update(Content("\n").join(lines))
        self.set_focus(None)
        self.refresh_bindings()

    def _own_rooms(self, question: QuestionBase) -> list[Content]:
        ref = f"{self._scenario.id}/{question.id}"
        answers = room_answers(self._rooms, ref, question_digest(question))
        if not answers:
            return []
        lines = [Content(""), Content.styled(_("In your own rooms"), "bold $secondary")]
        for room in answers[:5]:
            verdict = standing(room.result, question, room.state.workshop)
            lines.append(
                Content.assemble((f"{room.day}  {safe(room.title, 30)}: ", "$text-muted"), verdict)
            )
        return lines

    def action_leave(self) -> None:
        """Stop; what was answered is kept. While it is being saved, that is waited for once."""
        if self._saving and not self._leaving:
            self._leaving = True
            self.notify(answer_waits_here(), severity="warning", markup=False)
            return
        self.dismiss()


def _first(ballot: Ballot) -> str:
    """The option that a ballot prefers, if it is about options."""
    if isinstance(ballot, Choice):
        return ballot.option
    if isinstance(ballot, Allocation):
        return max(zip(ballot.points, ballot.options, strict=True))[1]
    return ballot.options[0] if isinstance(ballot, Ranking) else ""
