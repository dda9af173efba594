"""Situation cards, one after another: decide, say how sure, then learn why."""

from __future__ import annotations

import random
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.cards import Card, CardAnswer
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.clock import local_now
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journal import PracticeJournal
from mops_tui.sources.practice.schedule import ReviewSchedule
from mops_tui.storage.folders.places import Places
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.tui.screens.practice.keeping import keep
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.tui.widgets.pads.choice import ChoicePad
from mops_tui.tui.widgets.page import PAGE_KEYS, Page
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.files.saving import answer_waits_here
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.practice import comes_back, verdict_word, verdict_words
from mops_tui.words.safe import safe
from mops_tui.words.sources import source_names

SIGNS = {
    "advised": ("✓ ", "bold $success"),
    "defensible": ("≈ ", "bold $warning"),
    "unwise": ("✗ ", "bold $error"),
}


class CardScreen(MopsScreen[str]):
    """Asks some cards, one after another; returns a summary in words, "" when left early."""

    CSS_PATH = LATE_STYLES
    AUTO_FOCUS = ""  # or the confidence, which is hidden, would take the keys
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Stop here")),
        Binding("space,enter", "go_on", _("Next")),
        *PAGE_KEYS,
    ]

    def __init__(
        self, deck: Deck, keys: tuple[str, ...], journal: PracticeJournal, places: Places
    ) -> None:
        """Take the cards to answer, by key."""
        super().__init__()
        self._deck = deck
        self._keys = keys
        self._journal = journal
        self._places = places
        self._at = 0
        self._answers: tuple[CardAnswer, ...] = ()
        self._chosen = ""
        self._shown = False
        self._saving = False
        self._leaving = False
        self._verdicts: list[str] = []

    def compose(self) -> ComposeResult:
        """The card, its answers, the confidence, the feedback."""
        yield Static(id="card-head")
        with Page(id="card-page"):
            yield Static(id="card-text")
            yield Slot(id="card-answers")
            yield ConfidenceRow()
            yield Static(id="card-feedback")
        yield Footer()

    async def on_mount(self) -> None:
        """Show the first card."""
        await self._deal()

    @property
    def _card(self) -> Card:
        return self._deck.cards[self._keys[self._at]]

    async def _deal(self) -> None:
        card = self._card
        self._shown = False
        self._chosen = ""
        # The order of answers changes from day to day, so that a place is not learnt by heart.
        draw = random.Random(f"{self._keys[self._at]}/{local_now().date()}")
        self._answers = tuple(draw.sample(card.answers, len(card.answers)))
        self._say_where()
        text = Content.assemble(
            (safe(card.title), "bold"), "\n\n", safe(card.situation), "\n\n",
            (safe(card.ask), "bold $primary"), "\n",
        )  # fmt: skip
        self.query_one("#card-text", Static).update(text)
        self.query_one(ConfidenceRow).display = False
        self.query_one("#card-feedback").display = False
        self.turned()
        pad = ChoicePad([Option(id=a.id, label=a.label) for a in self._answers], may_pass=False)
        await self.query_one("#card-answers", Slot).hold(pad)
        pad.focus()
        self.query_one("#card-page").scroll_home(animate=False)

    def _say_where(self) -> None:
        """Show the card's number and the results so far, its own once it is answered."""
        count = _("Card {n} of {m}").format(n=self._at + 1, m=len(self._keys))
        signs = "".join(SIGNS[verdict][0] for verdict in self._verdicts)
        head = Content.assemble((count, "bold $accent"), (f"   {signs}", "$text-muted"))
        self.query_one("#card-head", Static).update(head)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Next works once the feedback is there; scrolling, where there is more of it."""
        if action == "go_on":
            return self._shown
        if action == "roll":
            page = self.query_one(Page)
            up = bool(parameters) and str(parameters[0]).startswith("-")
            return self._shown and (up or page.has_more)
        return super().check_action(action, parameters)

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Nothing is chosen yet: no answer, or not how sure."""
        self.notify(event.words, markup=False)

    def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """Take the answer and ask for the confidence."""
        event.stop()
        if self._saving or not isinstance(event.ballot, Choice):
            return
        self._chosen = event.ballot.option
        row = self.query_one(ConfidenceRow)
        row.ask(len(self._answers))
        row.display = True
        row.focus()
        self.query_one("#card-page").scroll_end(animate=False)

    def on_confidence_row_chosen(self, event: ConfidenceRow.Chosen) -> None:
        """Keep the answer, then show what the situation makes of it."""
        if not self._saving and not self._shown:
            self._saving = True
            self.run_worker(self._keep(event.percent))

    async def _keep(self, percent: int) -> None:
        card = self._card
        answer = next(a for a in card.answers if a.id == self._chosen)
        event = CardAnswered(
            card=self._keys[self._at],
            digest=card_digest(card),
            answer=answer.id,
            confidence=percent,
            verdict=answer.verdict,
            edition=card.edition,
        )
        try:
            if not await keep(self, self._journal, event):
                return
        finally:
            self._saving = False
            left, self._leaving = self._leaving, False
        if left:
            self.dismiss("")
            return
        self._verdicts.append(answer.verdict)
        self._say_where()
        await self._feedback(card, answer)

    async def _feedback(self, card: Card, answer: CardAnswer) -> None:
        self._shown = True
        self.turned()
        width = max(40, self.query_one("#card-page").content_size.width - 2)
        sign, style = SIGNS[answer.verdict]
        verdict = verdict_words(answer.verdict, len(card.advised) - 1)
        lines = [
            Content.assemble((sign, style), (verdict, style)),
            hanging("  ", answer.label, width, style="bold"),
            hanging("  ", answer.why, width),
            Content(""),
            hanging(_("What decides") + "  ", card.decides, width, mark="bold $primary"),
            Content(""),
        ]
        for other in sorted(card.answers, key=lambda a: list(SIGNS).index(a.verdict)):
            if other is answer:
                continue
            sign, style = SIGNS[other.verdict]
            word = (f"  {verdict_word(other.verdict)}", style)
            lines.append(Content.assemble((sign, style), (safe(other.label), "bold"), word))
            lines.append(hanging("  ", other.why, width, style="$text-muted"))
        if card.counterpoint:
            point = card.counterpoint
            lines += [Content(""), hanging(f"{point.who}: ", point.text, width, mark="$warning")]
        cited = source_names((*card.sources, *answer.sources))
        if cited:
            words = _("The idea behind it: {names}").format(names=cited)
            lines += [Content(""), Content.styled(words, "$text-muted italic")]
        due = self._next_due()
        if due:
            lines.append(Content.styled(due, "$text-muted"))
        self.query_one(ConfidenceRow).display = False
        self.query_one("#card-answers").display = True
        feedback = self.query_one("#card-feedback", Static)
        feedback.update(Content("\n").join(lines))
        feedback.display = True
        self.set_focus(None)
        await self.query_one("#card-answers", Slot).hold()
        self.query_one("#card-page").scroll_home(animate=False)
        self.refresh_bindings()

    def _next_due(self) -> str:
        answers, _damaged = read_practice(self._places.practice)
        key = self._keys[self._at]
        now = local_now()
        due = ReviewSchedule(self._deck, answers).due_of(key, now)
        return comes_back(now, due) if due else ""

    async def action_go_on(self) -> None:
        """The next card, or the end of the visit."""
        if self._at + 1 < len(self._keys):
            self._at += 1
            await self._deal()
            self.refresh_bindings()
            return
        right = self._verdicts.count("advised")
        words = ngettext(
            "{n} card done, {right} as advised.", "{n} cards done, {right} as advised.",
            len(self._verdicts),
        ).format(n=len(self._verdicts), right=right)  # fmt: skip
        self.dismiss(words)

    def action_roll(self, by: int) -> None:
        """Scroll the page; the footer says whether there is more."""
        self.query_one("#card-page").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Stop; what was answered is kept. While it is being saved, that is waited for once."""
        if self._saving and not self._leaving:
            self._leaving = True
            self.notify(answer_waits_here(), severity="warning", markup=False)
            return
        self.dismiss("")
