"""Practising alone: what is due, the way to a walk and to the progress, and no second window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from support.pilot import app_running
from textual.widgets import OptionList, Static

from mops_tui.model.packs.digest import card_digest
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.clock import utc_now
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.folders.places import pack_folders, places, private_folder
from mops_tui.storage.packs.card_template import card_template
from mops_tui.storage.packs.packs import load_library
from mops_tui.tui.destinations import Practise
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.practice.card import CardScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.progress import ProgressScreen
from mops_tui.tui.screens.practice.scenario import ScenarioScreen

PRACTICE = Practise()
pytestmark = pytest.mark.usefixtures("kept_packs")


def deck() -> Deck:
    library = load_library(pack_folders(places().packs))
    return Deck.of(s for s in library.scenarios.values() if not s.closing)


def first_ones(count: int) -> tuple[str, ...]:
    """So many cards of the first scenarios, each of another family."""
    cards = deck()
    scenarios = dict.fromkeys(key.partition("/")[0] for key in cards.cards)
    return tuple(key for one in scenarios for key in cards.in_turn(one))[:count]


def answered(
    count: int,
    verdict: str = "advised",
    confidence: int = 95,
    back: int = 0,
    at: datetime | None = None,
    skip: int = 0,
) -> None:
    """So many cards answered, at a moment or days ago."""
    cards = deck().cards
    when = at or utc_now() - timedelta(days=back)
    journal = PracticeJournal(places().practice, lambda: when)
    for key in first_ones(skip + count)[skip:]:
        event = {
            "card": key,
            "digest": card_digest(cards[key]),
            "answer": next(one.id for one in cards[key].answers if one.verdict == verdict),
            "confidence": confidence,
            "verdict": verdict,
        }
        journal.record(CardAnswered.model_validate(event))
    journal.close()


async def test_a_newcomer_is_greeted_with_seven_cards() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("7 new cards for today: about 5 min.", "Today's cards (7)")
        assert "Practised on" not in stage.text


async def test_home_leads_there_with_a_key_and_escape_leads_back() -> None:
    async with app_running() as stage:
        await stage.on(HomeScreen)
        await stage.sees("Practise alone")
        await stage.press("p")
        await stage.on(PracticeScreen)
        await stage.press("escape")
        await stage.on(HomeScreen)


async def test_after_seven_cards_the_day_is_done() -> None:
    answered(7)
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees(
            "Nothing more is due today. 7 cards come back",
            "Practised on 1 of the last 7 days, 1 day in all.",
            "7 more new cards",
        )


async def test_what_was_missed_comes_back() -> None:
    answered(3, "unwise", back=2)
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("7 cards for today, about 5 min. Due: 3. New: 4.")
        assert isinstance(stage.screen, PracticeScreen)
        due = stage.screen._today.cards
        assert set(due[:3]) == set(first_ones(3))


async def test_a_scenario_says_what_it_is_about_and_can_be_walked_from_the_list() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("end")
        await stage.sees("Rate sixteen items in five practices")
        await stage.press("enter")
        await stage.on(ChooseScreen)
        await stage.sees("situation cards", "Go through it alone")
        await stage.press("down", "enter")
        await stage.on(ScenarioScreen)


async def test_the_scenarios_stand_in_the_order_of_the_full_walk() -> None:
    async with app_running(start=PRACTICE) as stage:
        text = await stage.sees("The four faces of MOps", "Ready for the change?")
        titles = (
            "The four faces of MOps",
            "One chasm after another",
            "The map and the spell",
            "Order from chaos",
            "Ready for the change?",
        )
        rows = [text.index(title) for title in titles]
        assert rows == sorted(rows)


async def test_a_scenarios_cards_can_be_taken_due_or_not() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press(*["down"] * 5, "enter")
        await stage.sees("The map and the spell")
        await stage.press("enter")
        await stage.on(CardScreen)
        await stage.sees("Card 1 of 10")
        screen = stage.screen
        assert isinstance(screen, CardScreen)
        assert {key.partition("/")[0] for key in screen.visit.keys} == {"org-placement"}


async def test_new_cards_of_a_scenario_are_counted() -> None:
    answered(3)
    [scenario] = {key.partition("/")[0] for key in first_ones(3)}
    assert scenario == "adoption-waves"
    total = len(deck().in_turn(scenario))
    async with app_running(start=PRACTICE) as stage:
        await stage.sees(f"One chasm after another  {total} cards, {total - 3} new, 5 questions")


async def test_a_scenario_that_is_named_is_asked_about_its_cards_and_its_walk() -> None:
    async with app_running(start=Practise("org-placement")) as stage:
        await stage.on(ChooseScreen)
        await stage.sees("Its 10 situation cards", "Go through it alone")
        await stage.press("end", "enter")
        await stage.on(ScenarioScreen)
        await stage.sees("Space goes on.")


async def test_the_menu_deals_what_it_has_counted() -> None:
    answered(3, "unwise", back=2)
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("Today's cards (7)")
        await stage.press("enter")
        await stage.on(CardScreen)
        await stage.sees("Card 1 of 7")


async def test_what_comes_back_today_is_announced_with_its_time_and_then_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = datetime(2026, 11, 2, 8, 14, tzinfo=UTC)
    monkeypatch.setattr("mops_tui.tui.screens.practice.practice.local_now", lambda: now)
    answered(2, "unwise", at=now)
    answered(7, "advised", at=now, skip=2)
    async with app_running(start=PRACTICE) as stage:
        await stage.sees("Nothing is due now. 2 cards come back, the first at 8:24.")
        assert "Today's cards (" not in stage.text
        now += timedelta(minutes=10)
        screen = stage.screen
        assert isinstance(screen, PracticeScreen)
        screen._look()
        await stage.sees("2 cards are due: about 1 min.", "Today's cards (2)")


async def test_on_a_day_with_nothing_due_new_cards_and_a_mix_are_offered() -> None:
    answered(8, back=1)
    async with app_running(start=PRACTICE) as stage:
        await stage.sees("7 new cards for today", "A mix: 7 cards")
        await stage.press("down")
        await stage.sees("None of these is due.")
        await stage.press("enter")
        await stage.on(CardScreen)
        await stage.sees("Card 1 of 7")


@pytest.mark.parametrize(("due", "offered"), [(10, False), (11, True), (30, True)])
async def test_after_a_long_time_away_five_minutes_of_what_is_due_are_offered(
    due: int, offered: bool
) -> None:
    answered(due, back=60)
    async with app_running(start=PRACTICE) as stage:
        text = await stage.sees(f"{due} cards are due: about", f"Today's cards ({due})")
        assert ("The 7 most overdue of them" in text) is offered
        if offered:
            await stage.press("down")
            await stage.sees("Five minutes are enough for a day")
            await stage.press("enter")
            await stage.on(CardScreen)
            await stage.sees("Card 1 of 7")


async def test_every_line_of_the_menu_says_what_is_behind_it() -> None:
    answered(8, back=1)
    async with app_running(start=PRACTICE) as stage:
        await stage.sees("A mix: 7 cards")
        listed = stage.screen.query_one(OptionList)
        about = stage.screen.query_one("#practice-about", Static)
        said = set()
        for at in range(listed.option_count):
            if listed.get_option_at_index(at).disabled:
                continue
            listed.highlighted = at
            await stage.pilot.pause()
            said.add(str(about.content))
        assert "" not in said
        assert len(said) == sum(not one.disabled for one in listed.options)


async def test_what_was_kept_on_leaving_stands_in_the_menu_and_covers_nothing() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.on(CardScreen)
        await stage.press("escape")
        await stage.on(PracticeScreen)
        await stage.sees(
            "No card is answered; they are left", "7 new cards for today: about 5 min."
        )
        assert not stage.app._notifications
        await stage.press("enter")
        await stage.on(CardScreen)
        await stage.press("escape")
        await stage.on(PracticeScreen)


async def test_a_scenario_that_does_not_exist_is_named() -> None:
    async with app_running(start=Practise("nonsense")) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("There is no scenario “nonsense”.")


async def test_under_ten_cards_the_progress_says_how_many_are_missing_and_shows_no_rate() -> None:
    answered(4, "advised", 95)
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("down", "enter")
        await stage.on(ProgressScreen)
        text = await stage.sees("6 more cards that you see for the first time", "By subject")
        assert "%" not in text
        await stage.press("escape")
        await stage.on(PracticeScreen)


async def test_after_twenty_cards_the_first_thing_is_what_was_learnt_about_ones_judgement() -> None:
    answered(20, "unwise", 80)
    async with app_running(size=(80, 24), start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("down", "enter")
        await stage.on(ProgressScreen)
        text = await stage.sees("You are 80 points too sure when you say 80 %.", "0 % advised")
        first = next(line.strip() for line in text.splitlines() if line.strip())
        assert first == "You are 80 points too sure when you say 80 %."
        assert "More below" in text
        await stage.press("end", "end", "end")
        await stage.sees("By persona")
        await stage.misses("More below")


async def test_the_progress_of_a_newcomer_says_how_to_begin() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("down", "enter")
        await stage.sees("No card is answered yet.")


async def test_a_second_window_is_refused_by_name() -> None:
    first = PracticeJournal(places().practice)
    async with app_running(start=PRACTICE) as stage:
        assert "practice is open already" in await stage.refused()
    first.close()


async def test_leaving_gives_the_journal_back() -> None:
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.press("escape")
        await stage.on(HomeScreen)
        PracticeJournal(places().practice).close()


async def test_a_month_that_cannot_be_read_is_named() -> None:
    answered(1)
    (places().practice / "practice-2020-01.toml").write_text("hello")
    async with app_running(start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("practice-2020-01.toml")


async def test_cards_alone_are_a_topic_of_their_own_and_are_dealt_at_once() -> None:
    private_folder(places().packs)
    (places().packs / "spring-cards.toml").write_text(card_template("spring-cards"), "utf-8")
    async with app_running(start=Practise()) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("Spring cards  2 cards")
        listed = stage.screen.query_one(OptionList)
        listed.highlighted = listed.get_option_index("scenario:spring-cards")
        await stage.sees("One line on what these cards train.")
        await stage.press("enter")
        await stage.on(CardScreen)
        assert isinstance(stage.screen, CardScreen)
        keys = ("spring-cards/two-lists", "spring-cards/two-lists-in-winter")
        assert stage.screen.visit.keys == keys


async def test_cards_alone_that_are_named_are_dealt_at_once() -> None:
    private_folder(places().packs)
    (places().packs / "spring-cards.toml").write_text(card_template("spring-cards"), "utf-8")
    async with app_running(start=Practise("spring-cards")) as stage:
        await stage.on(CardScreen)


@pytest.mark.parametrize("noted", [False, True])
async def test_what_is_said_of_a_line_stands_there_whole_on_a_small_screen(noted: bool) -> None:
    answered(30, "defensible", 60, back=3)
    answered(2, "unwise", 60, skip=30)
    if noted:
        (places().practice / "practice-2020-01.toml").write_text("hello")
    async with app_running(size=(80, 24), start=PRACTICE) as stage:
        await stage.on(PracticeScreen)
        await stage.sees("Today's card")
        listed = stage.app.screen.query_one(OptionList)
        about = stage.app.screen.query_one("#practice-about")
        footer = stage.app.screen.query_one("Footer")
        for _line in range(listed.option_count):
            await stage.press("down")
            await stage.still()
            assert about.region.bottom <= footer.region.y
            assert about.virtual_size.height <= about.size.height
