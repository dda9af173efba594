"""Situation cards, one after another: decide, say how sure, then learn why."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.answers import Option
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import AnswerTakenBack, CardAnswered
from mops_tui.sources.clock import local_now
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.schedule import ReviewSchedule
from mops_tui.sources.practice.visit import Visit
from mops_tui.storage.folders.places import Places
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.feedback import SIGNS, draw_feedback
from mops_tui.tui.screens.practice.keeping import keep
from mops_tui.tui.screens.practice.keys import KeyLines, card_keys
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.tui.widgets.pads.choice import ChoicePad
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.alone import cards as words
from mops_tui.words.alone.cards import Feedback
from mops_tui.words.alone.practice import comes_back
from mops_tui.words.files.saving import answer_waits_here
from mops_tui.words.safe import safe

MOST_SIGNS = 25
"""Results that the head has room for, in a narrow window; the latest."""


class CardsEnd(NamedTuple):
    """How a visit ended: what to say of it, and whether all of its cards are answered."""

    words: str
    finished: bool


class CardScreen(MopsScreen[CardsEnd]):
    """Asks some cards, one after another.

    Attributes:
        visit: The cards, and what was answered so far.
    """

    CSS_PATH = LATE_STYLES
    AUTO_FOCUS = ""  # or the confidence, which is hidden, would take the keys
    KEY_GROUPS = ("practice", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("practice"), *PAGE_KEYS]

    def __init__(
        self, deck: Deck, keys: tuple[str, ...], journal: PracticeJournal, places: Places
    ) -> None:
        """Take the cards to answer, by key."""
        super().__init__()
        self._deck = deck
        self.visit = Visit(deck, keys)
        self._journal = journal
        self._places = places
        self._saving = False
        self._leaving = False
        self._said: tuple[Feedback, tuple[str, str]] | None = None

    def compose(self) -> ComposeResult:
        """The card, its answers, the confidence, the feedback."""
        yield Static(id="card-head")
        with Page(id="card-page"):
            yield Static(id="card-text")
            yield Slot(id="card-answers")
            yield Static(words.what_is_advised(), id="card-about")
            yield ConfidenceRow()
            yield Static(id="card-feedback")
        yield Static(id="card-note")
        yield Footer()

    async def on_mount(self) -> None:
        """Show the first card."""
        await self._deal()

    def own_keys(self) -> KeyLines:
        """The keys of the answers and of the confidence."""
        return card_keys(len(self.visit.card.answers))

    async def _deal(self, note: str = "") -> None:
        card = self.visit.card
        self._say_where()
        self._say(note)
        text = Content.assemble(
            (safe(card.title), "bold"), "\n\n", safe(card.situation), "\n\n",
            (safe(card.ask), "bold $primary"), "\n",
        )  # fmt: skip
        self.query_one("#card-text", Static).update(text)
        self.query_one(ConfidenceRow).display = False
        self.query_one("#card-feedback").display = False
        self.query_one("#card-about").display = self.visit.at == 0 and not note
        self.turned()
        choices = self.visit.choices(local_now().date())
        pad = ChoicePad([Option(id=a.id, label=a.label) for a in choices], may_pass=False)
        await self.query_one("#card-answers", Slot).hold(pad)
        pad.focus()
        self.query_one("#card-page").scroll_home(animate=False)
        self.refresh_bindings()

    def _say_where(self) -> None:
        """Show the card's number and the latest results, its own once it is answered."""
        visit = self.visit
        count = words.which_card(visit.at + 1, len(visit.keys))
        signs = "".join(SIGNS[verdict][0] for verdict in visit.verdicts[-MOST_SIGNS:])
        more = "… " if len(visit.verdicts) > MOST_SIGNS else ""
        head = Content.assemble((count, "bold $accent"), (f"   {more}{signs}", "$text-muted"))
        self.query_one("#card-head", Static).update(head)

    def _say(self, note: str = "") -> None:
        """Say something below the card, until the next step: a toast would cover the card."""
        line = self.query_one("#card-note", Static)
        line.update(note)
        line.display = bool(note)
        if note and self.query_one(ConfidenceRow).display:  # its last line keeps in sight
            self.call_after_refresh(self.query_one("#card-page").scroll_end, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Next works once the feedback is there; scrolling, where there is more of it."""
        if action == "next_card":
            return self.visit.answered
        if action == "take_back":
            return bool(self.visit.last) and not self.query_one(ConfidenceRow).display
        if action == "roll":
            return self.visit.answered and self.query_one(Page).rolls(parameters)
        return super().check_action(action, parameters)

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Nothing is chosen yet: no answer, or not how sure."""
        self._say(event.words)

    def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """An answer is chosen: ask how sure."""
        event.stop()
        if self._saving or self.visit.answered:
            return
        row = self.query_one(ConfidenceRow)
        row.ask(len(self.visit.card.answers))
        self._say()
        self.query_one("#card-about").display = False
        row.display = True
        row.focus()
        self.turned()
        self.query_one("#card-page").scroll_end(animate=False)
        self.refresh_bindings()

    def on_confidence_row_left(self, event: ConfidenceRow.Left) -> None:
        """Back to the answers; what is chosen there stays chosen."""
        event.stop()
        if self._saving or self.visit.answered:
            self.action_stop_here()
            return
        self._answers_again()
        self.query_one(ChoicePad).focus()

    def on_click(self, event: events.Click) -> None:
        """Who clicks on an answer is back at the answers: digits choose one, and not how sure."""
        asked = self.query_one(ConfidenceRow).display
        if isinstance(event.widget, ChoicePad) and asked and not self._saving:
            self._answers_again()

    def _answers_again(self) -> None:
        self.query_one(ConfidenceRow).display = False
        self._say()
        self.turned()
        self.refresh_bindings()

    def on_confidence_row_chosen(self, event: ConfidenceRow.Chosen) -> None:
        """Keep the answer, then show what the situation makes of it."""
        event.stop()
        if self._saving or self.visit.answered:
            return
        ballot = self.query_one(ChoicePad).ballot()  # as it stands: a mouse may have changed it
        if isinstance(ballot, Choice):
            self._saving = True
            self.run_worker(self._keep(ballot.option, event.percent))

    async def _keep(self, answer: str, percent: int) -> None:
        event = self.visit.answer(answer, percent)
        try:
            if not await keep(self, self._journal, event):
                return
            self.visit.kept(event)
        finally:
            self._saving = False
            left, self._leaving = self._leaving, False
        if left:
            self._leave()
            return
        self._say_where()
        await self._feedback()

    async def _feedback(self) -> None:
        answer, event = self.visit.given, self.visit.event
        if answer is None or event is None:
            return
        self.turned()
        self.query_one(ConfidenceRow).display = False
        self._say()
        self._said = words.feedback(self.visit.card, answer), self._before_and_back(event)
        self._draw_feedback()
        self.query_one("#card-feedback").display = True
        self.set_focus(None)
        await self.query_one("#card-answers", Slot).hold()
        self.query_one("#card-page").scroll_home(animate=False)
        self.refresh_bindings()

    def _draw_feedback(self) -> None:
        width = max(40, self.query_one("#card-page").content_size.width - 2)
        if self._said is not None:
            said, (before, back) = self._said
            feedback = self.query_one("#card-feedback", Static)
            feedback.update(draw_feedback(said, before, back, width))

    def on_resize(self) -> None:
        """Wrap the feedback anew, if that is what stands there."""
        if self.visit.answered:
            self.call_after_refresh(self._draw_feedback)

    def _before_and_back(self, event: CardAnswered) -> tuple[str, str]:
        """What was answered or differed when it was met before, and when the card comes back."""
        now = local_now()
        answers, _damaged = read_practice(self._places.practice, now)
        due = ReviewSchedule(self._deck, answers).due_of(event.card, now)
        before = words.before_words(self._deck, answers, event, now)
        return before, comes_back(now, due) if due else ""

    async def action_next_card(self) -> None:
        """The next card, or the end of the visit."""
        if self._saving or self.overtaken:
            return
        if self.visit.go_on():
            await self._deal()
        else:
            self.dismiss(CardsEnd(words.visit_done(self.visit.verdicts), finished=True))

    def action_take_back(self) -> None:
        """Take the last answer back: its card is open again."""
        if not self._saving and not self.overtaken:
            self._saving = True
            self.run_worker(self._take_back())

    async def _take_back(self) -> None:
        try:
            if not await keep(self, self._journal, AnswerTakenBack(of=self.visit.last)):
                return
            self.visit.taken_back()
        finally:
            self._saving = False
            left, self._leaving = self._leaving, False
        if left:
            self._leave()
            return
        await self._deal(words.taken_back())

    def action_roll(self, by: int) -> None:
        """Scroll the page; the footer says whether there is more."""
        self.query_one("#card-page").scroll_relative(y=by, animate=False)

    def action_stop_here(self) -> None:
        """Stop; what was answered is kept. While it is being saved, that is waited for once."""
        if self._saving and not self._leaving:
            self._leaving = True
            self.notify(answer_waits_here(), severity="warning", markup=False)
            return
        self._leave()

    def _leave(self) -> None:
        kept = words.visit_left(len(self.visit.verdicts), self.visit.left)
        self.dismiss(CardsEnd(kept, finished=False))
