"""The practice menu: due cards, a scenario to go through alone, and progress."""

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

from mops_tui.model.packs.pack import Scenario
from mops_tui.sources.background import in_background
from mops_tui.sources.clock import local_now
from mops_tui.sources.past_answers import saved_rooms
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.walks import KeptWalk, kept_walks, workshop_of
from mops_tui.storage.folders.places import Places
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.practice.card import CardScreen, CardsEnd
from mops_tui.tui.screens.practice.conclusion import ConclusionScreen
from mops_tui.tui.screens.practice.predict import PredictScreen
from mops_tui.tui.screens.practice.progress import ProgressScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.words.alone.days import said_day
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

TODAY, PROGRESS, SCENARIO = "*today", "*progress", "scenario:"
CARDS, WALK, CONCLUSION = "cards", "walk", "conclusion"
PREDICT = "*predict"


def _worth_practising(scenario: Scenario) -> bool:
    """Whether alone there is anything in it: a check-in and the closing question need a room."""
    return not scenario.closing and bool(scenario.cards or scenario.decision)


class PracticeScreen(MopsScreen[None]):
    """The menu of practice: how many cards are due, and what to practise."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "home", _("Home"))]

    def __init__(
        self, library: Library, places: Places, journal: PracticeJournal, scenario: str = ""
    ) -> None:
        """Take the packs, the folders and the open journal; `scenario` is walked at once."""
        super().__init__()
        self._library = library
        self._places = places
        self._journal = journal
        self._scenario = scenario
        self._deck = Deck.of(s for s in library.scenarios.values() if _worth_practising(s))
        self._progress = Progress(self._deck, ())

    def compose(self) -> ComposeResult:
        """A greeting and a list."""
        with Vertical(id="practice"):
            yield Static(id="practice-greeting")
            yield OptionList(id="practice-list", markup=False)
            yield Static(id="practice-about")
            yield Static(id="practice-note")
        yield Footer()

    def on_mount(self) -> None:
        """Read the journals; go straight to a scenario that was asked for."""
        self.refresh_progress()
        if self._scenario in self._library.scenarios:
            self._walk(self._scenario)
        elif self._scenario:
            words = _("There is no scenario “{id}”.").format(id=safe(self._scenario, 40))
            self.notify(words, severity="error", markup=False)

    def on_screen_resume(self) -> None:
        """Refresh the counts: cards may have been answered meanwhile."""
        self.refresh_progress()

    def on_unmount(self) -> None:
        """Release the journal; what is still being saved is saved first, beside the screens."""
        self._journal.close()

    def refresh_progress(self) -> None:
        """Fold the journals anew and fill the list."""
        answers, damaged = read_practice(self._places.practice)
        self._progress = Progress(self._deck, answers)
        now = local_now()
        due = self._progress.schedule.due(now)
        self.query_one("#practice-greeting", Static).update(self._greeting(now, len(due)))
        listed = self.query_one("#practice-list", OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(self._options(len(due)))
        listed.highlighted = min(at, listed.option_count - 1)
        listed.focus()
        words = ""
        if damaged:
            words = _("Not everything could be read: {files}. mops-tui check --repair mends it.")
            words = words.format(files=", ".join(damaged))
        self.query_one("#practice-note", Static).update(Content.styled(words, "$warning"))

    def _greeting(self, now: datetime, due: int) -> Content:
        if due:
            minutes = max(1, round(due * 0.7))
            waiting = ngettext(
                "{n} card waits for you: about {m} min.",
                "{n} cards wait for you: about {m} min.",
                due,
            ).format(n=due, m=minutes)
        else:
            waiting = _("Nothing is due today. Choose a scenario for more.")
        week, ever = self._progress.days(now)
        days = ngettext(
            "Practised on {week} of the last 7 days, {ever} day in all.",
            "Practised on {week} of the last 7 days, {ever} days in all.",
            ever,
        ).format(week=week, ever=ever)
        lines = [Content.styled(_("Practise alone"), "bold $accent"), Content("")]
        lines.append(Content.styled(waiting, "bold"))
        if ever:
            lines.append(Content.styled(days, "$text-muted"))
        return Content("\n").join(lines)

    def _options(self, due: int) -> list[Option | None]:
        today = ngettext("Today's card", "Today's cards ({n})", due).format(n=due)
        options: list[Option | None] = [
            Option(Content.styled(today, "bold"), id=TODAY, disabled=not due),
            Option(Content(_("Your progress")), id=PROGRESS),
            Option(Content(_("Predict the room: what did a room of yours say?")), id=PREDICT),
            None,
        ]
        for scenario in self._library.in_order():
            if _worth_practising(scenario):
                line = Content.assemble(
                    safe(scenario.title, 40), (f"  {self._card_counts(scenario.id)}", "$text-muted")
                )
                options.append(Option(line, id=f"{SCENARIO}{scenario.id}"))
        return options

    def _card_counts(self, scenario: str) -> str:
        """How many cards a scenario has, and how many are new."""
        total = len(self._progress.schedule.of_scenario(scenario, local_now()))
        if not total:
            return ""
        cards = ngettext("{n} card", "{n} cards", total).format(n=total)
        fresh = self._progress.schedule.fresh_of(scenario)
        if fresh == total:
            return cards
        return _("{cards}, {n} new").format(cards=cards, n=fresh)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what a scenario is about: its title alone does not."""
        scenario = self._library.scenarios.get((event.option_id or "").removeprefix(SCENARIO))
        words = safe(scenario.summary) if scenario else ""
        self.query_one("#practice-about", Static).update(Content(words))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen: due cards, progress, or a scenario."""
        chosen = event.option_id or ""
        if chosen == TODAY:
            self._deal(self._progress.schedule.due(local_now()))
        elif chosen == PREDICT:
            self.app.push_screen(PredictScreen(self._library, self._places, self._journal))
        elif chosen == PROGRESS:
            self._show_progress()
        elif chosen.startswith(SCENARIO):
            self._ask_how(chosen.removeprefix(SCENARIO))

    def _ask_how(self, scenario_id: str) -> None:
        """A scenario's cards, or a walk through it."""
        scenario = self._library.scenarios[scenario_id]
        keys = self._progress.schedule.sitting(scenario_id, local_now())
        total = len(self._progress.schedule.of_scenario(scenario_id, local_now()))
        answers = [(WALK, _("Go through it alone: the brief, then question by question"))]
        if keys:
            words = ngettext("Its {n} situation card", "Its {n} situation cards", len(keys))
            if total > len(keys):
                words = _("{n} of its {m} situation cards")
            answers.insert(0, (CARDS, words.format(n=len(keys), m=total)))
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

        def done(end: CardsEnd | None) -> None:
            if end is not None and end.finished:
                self.refresh_progress()
                self._show_progress(end.words)
            elif end is not None:
                self.notify(end.words, markup=False)

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
