"""The practice menu: today's cards, what is offered beyond them, scenarios, and progress."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.packs.pack import Scenario, Topic
from mops_tui.sources.background import in_background
from mops_tui.sources.clock import local_now
from mops_tui.sources.past_answers import saved_rooms
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.walks import KeptWalk, kept_walks, workshop_of
from mops_tui.storage.folders.places import Places
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.practice.card import CardScreen, CardsEnd
from mops_tui.tui.screens.practice.conclusion import ConclusionScreen
from mops_tui.tui.screens.practice.keys import KeyLines, menu_keys
from mops_tui.tui.screens.practice.predict import PredictScreen
from mops_tui.tui.screens.practice.progress import ProgressScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.predicting import about_predicting
from mops_tui.words.alone.today import (
    about_first,
    about_mix,
    about_more,
    about_progress,
    about_today,
    days_sentence,
    today_sentences,
)
from mops_tui.words.files.practice import not_all_read
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

TODAY, FIRST, MORE, MIX, PROGRESS = "*today", "*first", "*more", "*mix", "*progress"
SCENARIO = "scenario:"
CARDS, WALK, CONCLUSION = "cards", "walk", "conclusion"
PREDICT = "*predict"
LOOKED_AT = 20.0
"""Seconds after which the menu looks whether a card has come back."""


class PracticeScreen(MopsScreen[None]):
    """The menu of practice: what there is to do today, what beyond that, and the scenarios."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "home", _("Home"))]

    def __init__(
        self, library: Library, places: Places, journal: PracticeJournal, scenario: str = ""
    ) -> None:
        """Take the packs, the folders and the open journal; `scenario` is asked about at once."""
        super().__init__()
        self._library = library
        self._places = places
        self._journal = journal
        self._scenario = scenario
        self._deck = Deck.of(library.topics())
        self._progress = Progress(self._deck, ())
        self._today = self._progress.schedule.today(local_now())
        self._damaged: tuple[str, ...] = ()
        self._left = ""
        self._opened = False

    def own_keys(self) -> KeyLines:
        """The keys of the list."""
        return menu_keys()

    def compose(self) -> ComposeResult:
        """A greeting and a list."""
        with Vertical(id="practice"):
            yield Static(id="practice-greeting")
            yield Static(id="practice-note")
            yield OptionList(id="practice-list", markup=False)
            yield Static(id="practice-about")
        yield Footer()

    def on_mount(self) -> None:
        """Read the journals; ask at once how a scenario that was named is practised."""
        self.refresh_progress()
        self.set_interval(LOOKED_AT, self._look)
        if self._library.topic(self._scenario):
            self._ask_how(self._scenario)
        elif self._scenario:
            words = _("There is no scenario “{id}”.").format(id=safe(self._scenario, 40))
            self.notify(words, severity="error", markup=False)

    def on_screen_resume(self) -> None:
        """Refresh the counts: cards may have been answered meanwhile."""
        if self._opened:
            self.refresh_progress()
        self._opened = True  # the first time, `on_mount` does it

    def on_unmount(self) -> None:
        """Release the journal; what is still being saved is saved first, beside the screens."""
        self._journal.close()

    def refresh_progress(self) -> None:
        """Fold the journals anew and fill the list."""
        now = local_now()
        answers, self._damaged = read_practice(self._places.practice, now)
        self._progress = Progress(self._deck, answers)
        self._today = self._progress.schedule.today(now)
        self._fill(now)

    def _look(self) -> None:
        """A card has come back, or a day has begun, while the menu was open."""
        now = local_now()
        today = self._progress.schedule.today(now)
        if today != self._today and self.is_current:
            self._today = today
            self._fill(now)

    def _fill(self, now: datetime) -> None:
        self.query_one("#practice-greeting", Static).update(self._greeting(now))
        listed = self.query_one("#practice-list", OptionList)
        at = listed.highlighted_option
        options = self._options(now)
        listed.clear_options()
        listed.add_options(options)
        ids = [option.id for option in options if option]
        listed.highlighted = ids.index(at.id) if at and at.id in ids else 0
        listed.focus()
        note = self.query_one("#practice-note", Static)
        note.display = bool(self._damaged)
        self.query_one("#practice").set_class(note.display, "-noted")
        if self._damaged:
            note.update(Content.styled(not_all_read(self._damaged), "$warning"))

    def _greeting(self, now: datetime) -> Content:
        week, ever = self._progress.days(now)
        lines = [Content.styled(_("Practise alone"), "bold $accent"), Content("")]
        lines += [Content.styled(self._left, "$success")] if self._left else []
        lines += [Content.styled(words, "bold") for words in today_sentences(self._today, now)]
        if ever:
            lines.append(Content.styled(days_sentence(week, ever), "$text-muted"))
        return Content("\n").join(lines)

    def _options(self, now: datetime) -> list[Option | None]:
        options: list[Option | None] = []
        today = self._today
        if today.cards:
            n = len(today.cards)
            words = ngettext("Today's card", "Today's cards ({n})", n).format(n=n)
            options.append(Option(Content.styled(words, "bold"), id=TODAY))
        if today.first:
            words = _("The {n} most overdue of them").format(n=len(today.first))
            options.append(Option(Content(words), id=FIRST))
        if today.more and not today.new:
            n = len(today.more)
            words = ngettext("One more new card", "{n} more new cards", n).format(n=n)
            options.append(Option(Content(words), id=MORE))
        if today.mix:
            n = len(today.mix)
            words = ngettext("A mix: one card", "A mix: {n} cards", n).format(n=n)
            options.append(Option(Content(words), id=MIX))
        options.append(Option(Content(_("Your progress")), id=PROGRESS))
        options += [Option(Content(_("Predict the room")), id=PREDICT), None]
        heading = _("One topic: its situation cards, or a walk through its questions")
        options.append(Option(Content.styled(heading, "$text-muted"), disabled=True))
        for topic in self._library.topics():
            holds = (f"  {self._holds(topic, now)}", "$text-muted")
            line = Content.assemble(safe(topic.title, 40), holds)
            options.append(Option(line, id=f"{SCENARIO}{topic.id}"))
        return options

    def _holds(self, topic: Topic, now: datetime) -> str:
        """What there is in a topic: its cards, how many are due and new, and a walk."""
        schedule = self._progress.schedule
        keys = schedule.of_scenario(topic.id, now)
        parts = []
        if keys:
            due, fresh = schedule.due_in(topic.id, now), schedule.fresh_of(topic.id)
            parts.append(ngettext("{n} card", "{n} cards", len(keys)).format(n=len(keys)))
            if due:
                parts.append(_("{n} due").format(n=due))
            if 0 < fresh < len(keys):
                parts.append(_("{n} new").format(n=fresh))
        questions = len(topic.questions) if isinstance(topic, Scenario) else 0
        if questions:
            words = ngettext("{n} question", "{n} questions", questions).format(n=questions)
            parts.append(words)
        return ", ".join(parts)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what is behind a line: its title alone does not."""
        chosen = event.option_id or ""
        topic = self._library.topic(chosen.removeprefix(SCENARIO))
        words = {TODAY: about_today(self._today), MORE: about_more(), MIX: about_mix()}
        words |= {FIRST: about_first(), PROGRESS: about_progress(), PREDICT: about_predicting()}
        about = safe(topic.summary) if topic else words.get(chosen, "")
        self.query_one("#practice-about", Static).update(Content(about))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen: cards as they were counted, progress, or a scenario."""
        chosen = event.option_id or ""
        today = self._today
        cards = {TODAY: today.cards, FIRST: today.first, MORE: today.more, MIX: today.mix}
        if chosen in cards:
            self._deal(cards[chosen])
        elif chosen == PREDICT:
            self.app.push_screen(PredictScreen(self._library, self._places, self._journal))
        elif chosen == PROGRESS:
            self._show_progress()
        elif chosen.startswith(SCENARIO):
            self._ask_how(chosen.removeprefix(SCENARIO))

    def _ask_how(self, scenario_id: str) -> None:
        """A scenario's cards, or a walk through it; cards alone are dealt at once."""
        now = local_now()
        keys = self._progress.schedule.sitting(scenario_id, now)
        scenario = self._library.scenarios.get(scenario_id)
        if scenario is None:
            self._deal(keys)
            return
        total = len(self._progress.schedule.of_scenario(scenario_id, now))
        answers = []
        if keys:
            words = ngettext("Its {n} situation card", "Its {n} situation cards", len(keys))
            if total > len(keys):
                words = _("{n} of its {m} situation cards")
            answers.append((CARDS, words.format(n=len(keys), m=total)))
        if scenario.questions:
            walk = _("Go through it alone: the brief, then question by question")
            answers.append((WALK, walk))
        last = self._last_walk(scenario)
        if last is not None:
            words = _("Read what your walk of {day} came to")
            answers.append((CONCLUSION, words.format(day=said_day(last[0].when))))

        def answered(chosen: str | None) -> None:
            if chosen == CONCLUSION and last is not None:
                self.app.push_screen(ConclusionScreen(*last))
            elif chosen == CARDS:
                self._deal(keys)
            elif chosen == WALK:
                self._walk(scenario_id)

        title, text = safe(scenario.title), safe(scenario.summary)
        self.app.push_screen(ChooseScreen(title, text, tuple(answers)), answered)

    def _deal(self, keys: tuple[str, ...]) -> None:
        """Show these cards, one after another, then the progress."""
        self._left = ""

        def done(end: CardsEnd | None) -> None:
            if end is not None and end.finished:
                self.refresh_progress()
                self._show_progress(end.words)
            elif end is not None:
                self._left = end.words
                self.refresh_progress()

        self.app.push_screen(CardScreen(self._deck, keys, self._journal, self._places), done)

    def _show_progress(self, words: str = "") -> None:
        self.app.push_screen(ProgressScreen(self._progress, self._library, words))

    @work
    async def _walk(self, scenario_id: str) -> None:
        rooms = await in_background(partial(saved_rooms, self._places.sessions))
        scenario = self._library.scenarios[scenario_id]
        answers, _damaged = await in_background(partial(read_practice, self._places.practice))
        kept = kept_walks(answers, scenario, workshop_of(scenario, self._library))
        self.app.push_screen(ScenarioScreen(scenario, self._library, self._journal, rooms, kept))

    def _last_walk(self, scenario: Scenario) -> tuple[KeptWalk, KeptWalk | None] | None:
        """The last walk through a scenario that came to its end, and the one before it."""
        answers, _damaged = read_practice(self._places.practice)
        kept = kept_walks(answers, scenario, workshop_of(scenario, self._library))
        over = [one for one in kept if one.over]
        return (over[-1], over[-2] if len(over) > 1 else None) if over else None

    def action_home(self) -> None:
        """Back home."""
        self.dismiss()
