"""Situation cards: decide, say how sure, then learn why; nothing is shown before."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial

import pytest
from support.pilot import Stage, app_running, text_of
from textual.widgets import Static

from mops_tui.model.packs.cards import Card
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.events import AnswerTakenBack, CardAnswered, Event, SessionOpened
from mops_tui.sources.clock import local_now
from mops_tui.sources.practice.answers import read_practice
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.tui.app import MopsApp
from mops_tui.tui.destinations import Practise
from mops_tui.tui.keys.key_queue import BOUNCE
from mops_tui.tui.keys.registry import key_words
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.practice.card import CardScreen
from mops_tui.tui.screens.practice.practice import PracticeScreen
from mops_tui.tui.screens.practice.progress import ProgressScreen
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads.choice import ChoicePad


@contextlib.asynccontextmanager
async def cards() -> AsyncIterator[Stage]:
    """The first of today's cards, with its answers in focus."""
    async with app_running(start=Practise()) as stage:
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.on(CardScreen)
        await at_answers(stage)
        yield stage


async def at_answers(stage: Stage) -> None:
    await stage.until(lambda: isinstance(stage.screen.focused, ChoicePad), "for the answers")


def card(stage: Stage) -> Card:
    assert isinstance(stage.screen, CardScreen)
    return stage.screen.visit.card


def place_of(stage: Stage, verdict: str) -> int:
    """The number under which an answer of that verdict stands, or 1."""
    assert isinstance(stage.screen, CardScreen)
    verdicts = [answer.verdict for answer in stage.screen.visit.choices(local_now().date())]
    return verdicts.index(verdict) + 1 if verdict in verdicts else 1


def kept() -> list[CardAnswered]:
    answers, damaged = read_practice(places().practice)
    assert damaged == ()
    return [one.event for one in answers if isinstance(one.event, CardAnswered)]


def flat(text: str) -> str:
    return " ".join(text.split())


async def answer(stage: Stage, verdict: str = "advised", sure: str = "4") -> None:
    await stage.press(str(place_of(stage, verdict)), "enter")
    await stage.sees("How likely is it")
    await stage.press(sure, "enter")


async def test_a_card_shows_its_situation_and_no_verdict() -> None:
    async with cards() as stage:
        text = await stage.sees("Card 1 of 7")
        assert flat(card(stage).title) in flat(text)
        for words in ("Advised here", "Unwise here", "Defensible", "What decides", "How likely"):
            assert words not in text
        assert kept() == []


async def test_the_confidence_comes_before_any_feedback_and_before_anything_is_kept() -> None:
    async with cards() as stage:
        await stage.press("1", "enter")
        text = await stage.sees("How likely is it", "a guess", "certain")
        assert "What decides" not in text
        assert kept() == []


async def test_an_answer_is_kept_and_then_explained() -> None:
    async with cards() as stage:
        shown = card(stage)
        await answer(stage, "advised", "5")
        text = await stage.sees("Advised here", "What decides")
        [event] = kept()
        assert event.confidence == 95
        assert event.verdict == "advised"
        assert event.card.endswith(f"/{shown.id}")
        [advised] = [a for a in shown.advised if a.id == event.answer]
        assert flat(advised.why)[:30] in flat(text)


async def test_another_answer_says_what_the_advised_one_was() -> None:
    async with cards() as stage:
        shown = card(stage)
        wrong = "unwise" if any(a.verdict == "unwise" for a in shown.answers) else "defensible"
        await answer(stage, wrong, "1")
        await stage.sees("here.", "What decides")
        labels = [flat(advised.label)[:20] for advised in shown.advised]
        told = flat(str(stage.screen.query_one("#card-feedback", Static).content))
        assert all(label in told for label in labels)
        assert kept()[0].verdict == wrong


async def dealt(stage: Stage, wanted: Callable[[Card], bool]) -> Card:
    """The first card of the deck that is wanted, dealt alone."""
    await stage.on(PracticeScreen)
    menu = stage.screen
    assert isinstance(menu, PracticeScreen)
    key = next(key for key, one in menu._deck.cards.items() if wanted(one))
    menu._deal((key,))
    await stage.on(CardScreen)
    await at_answers(stage)
    return card(stage)


async def test_where_two_answers_are_advised_both_are_named() -> None:
    async with app_running(start=Practise()) as stage:
        shown = await dealt(stage, lambda one: len(one.advised) == 2)
        await answer(stage, "advised")
        await stage.sees("Advised here, and so is one other.")
        text = flat(str(stage.screen.query_one("#card-feedback", Static).content))
        chosen = kept()[0].answer
        [other] = [one for one in shown.advised if one.id != chosen]
        assert f"✓ {other.label} advised" in text
        await stage.press("space")
        await stage.sees("1 card done, 1 as advised.")


async def test_a_wrong_answer_names_both_that_were_advised() -> None:
    async with app_running(start=Practise()) as stage:
        two_and_unwise = {"advised", "unwise"}
        shown = await dealt(
            stage,
            lambda one: (
                len(one.advised) == 2 and {a.verdict for a in one.answers} == two_and_unwise
            ),
        )
        await answer(stage, "unwise")
        await stage.sees("Unwise here.")
        text = flat(str(stage.screen.query_one("#card-feedback", Static).content))
        assert all(f"✓ {one.label} advised" in text for one in shown.advised)
        assert "≈" not in text


async def test_arrows_and_enter_choose_the_confidence_too() -> None:
    async with cards() as stage:
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        await stage.press("enter")
        assert kept() == []
        await stage.press("right", "right", "right", "left", "enter")
        await stage.sees("What decides")
        assert kept()[0].confidence == 80


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_missing_is_said_below_the_card_and_hides_nothing_of_it(
    size: tuple[int, int],
) -> None:
    async with app_running(start=Practise(), size=size) as stage:
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.on(CardScreen)
        await at_answers(stage)
        shown = card(stage)
        await stage.press("enter")
        assert flat(shown.situation) in flat(await stage.sees("Choose one first"))
        await stage.press("1", "enter", "enter")
        assert flat(shown.situation) in flat(await stage.sees("Choose one of the five steps"))
        assert not stage.app._notifications
        await stage.press("4", "enter")
        await stage.sees("What decides")
        await stage.misses("Choose one")
        assert len(kept()) == 1


async def test_the_longest_card_is_seen_whole_in_the_smallest_window_while_one_says_how_sure() -> (
    None
):
    async with app_running(start=Practise()) as stage:
        await stage.on(PracticeScreen)
        menu = stage.screen
        assert isinstance(menu, PracticeScreen)
        deck = menu._deck
        longest = max(
            deck.cards.values(),
            key=lambda one: (len(one.answers), len(one.situation) + len(one.ask)),
        )
        shown = await dealt(stage, lambda one: one is longest)
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        await stage.press("enter")
        text = await stage.sees("Choose one of the five steps", "95 %")
        for words in (shown.title, shown.situation, shown.ask):
            assert flat(words) in flat(text)


async def test_what_advised_means_stands_on_the_first_card_of_a_visit_until_it_is_answered() -> (
    None
):
    meaning = "The others are defensible or unwise."
    async with cards() as stage:
        await stage.until(lambda: meaning in flat(stage.text), "for what advised means")
        await stage.press("1", "enter")
        await stage.sees("How likely is it that your answer is advised?")
        await stage.press("4", "enter")
        await stage.sees("What decides")
        assert meaning not in flat(stage.text)
        await stage.press("space")
        await stage.sees("Card 2 of 7")
        await at_answers(stage)
        assert meaning not in flat(stage.text)


async def test_an_answer_taken_back_is_told_not_to_count_where_the_judgement_is() -> None:
    async with cards() as stage:
        await answer(stage, "unwise")
        await stage.sees("What decides")
        await stage.press("u")
        await stage.sees("not count for your judgement")
        await at_answers(stage)
        await answer(stage)
        await stage.sees("What decides")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        menu = stage.screen
        assert isinstance(menu, PracticeScreen)
        menu._show_progress()
        await stage.on(ProgressScreen)
        await stage.sees("10 more cards", "1 card is not counted")


@pytest.mark.parametrize("key", ["tab", "shift+tab", "escape"])
async def test_from_how_likely_each_key_back_leads_to_the_answers_alone(key: str) -> None:
    async with cards() as stage:
        await stage.press("2", "enter")
        await stage.sees("How likely is it")
        await stage.press(key)
        await stage.misses("How likely is it")
        assert stage.screen.query_one(ChoicePad).has_focus


async def test_of_many_results_the_head_shows_the_latest() -> None:
    async with app_running(start=Practise()) as stage:
        await stage.on(PracticeScreen)
        menu = stage.screen
        assert isinstance(menu, PracticeScreen)
        menu._deal(tuple(menu._deck.cards)[:60])
        await stage.on(CardScreen)
        await at_answers(stage)
        screen = stage.screen
        assert isinstance(screen, CardScreen)
        for number, verdict in enumerate(["unwise"] * 40 + ["advised"]):
            chosen = screen.visit.card.answers[0].id
            event = screen.visit.answer(chosen, 95)
            screen.visit.kept(event.model_copy(update={"verdict": verdict}))
            assert screen.visit.go_on(), number
        screen._say_where()
        await stage.sees("… ✗", "✗ ✓")


async def test_space_goes_on_only_after_the_feedback() -> None:
    async with cards() as stage:
        first = card(stage)
        await stage.press("space")
        assert card(stage) is first
        await answer(stage)
        await stage.sees("What decides")
        await stage.press("space")
        await stage.sees("Card 2 of 7")
        assert card(stage) is not first
        await at_answers(stage)


@pytest.mark.slow
async def test_ten_minutes_later_all_of_today_is_done() -> None:
    async with cards() as stage:
        for number in range(1, 8):
            await stage.sees(f"Card {number} of 7")
            await at_answers(stage)
            await answer(stage, "advised" if number % 2 else "unwise", "4")
            await stage.sees("What decides")
            await stage.press("space")
        await stage.on(ProgressScreen)
        await stage.sees("7 cards done, 4 as advised.", "3 more cards that you see")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        assert len({event.card for event in kept()}) == 7


async def test_stopping_in_the_middle_keeps_what_was_answered() -> None:
    async with cards() as stage:
        await answer(stage)
        await stage.sees("What decides")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        await stage.sees("1 answer is kept. 6 cards")
        assert len(kept()) == 1


async def test_stopping_before_the_first_answer_says_that_nothing_was_kept() -> None:
    async with cards() as stage:
        await stage.press("1", "escape")
        await stage.on(PracticeScreen)
        await stage.sees("No card is answered; they")


async def test_esc_goes_back_from_the_confidence_to_the_answers_and_the_choice_stays() -> None:
    async with cards() as stage:
        await stage.press("2", "enter")
        await stage.sees("How likely is it", "Back to the answers")
        await stage.press("4", "escape")
        await stage.misses("How likely is it")
        pad = stage.screen.query_one(ChoicePad)
        assert pad.has_focus
        assert pad.ballot() == Choice(chosen_at(stage, 2))
        await stage.press("enter")
        await stage.sees("How likely is it")
        await stage.press("enter")  # the confidence is forgotten: it was for the other answer
        assert kept() == []
        await stage.press("5", "enter")
        await stage.sees("What decides")
        assert kept()[0].answer == chosen_at(stage, 2)


async def test_what_is_kept_is_what_the_screen_shows_as_chosen() -> None:
    async with cards() as stage:
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        pad = stage.screen.query_one(ChoicePad)
        y = pad._owners.index(1)
        await stage.pilot.click(ChoicePad, offset=(8, y))
        await stage.pilot.pause()
        await stage.misses("How likely is it")  # digits choose an answer again
        await stage.press("enter", "4", "enter")
        await stage.sees("What decides")
        assert kept()[0].answer == chosen_at(stage, 2)


async def test_a_click_on_the_footer_hands_in_and_goes_on() -> None:
    async with cards() as stage:
        pad = stage.screen.query_one(ChoicePad)
        await stage.pilot.click(ChoicePad, offset=(8, pad._owners.index(0) if pad._owners else 0))
        await click_footer(stage, "Hand in")
        await stage.sees("How likely is it")
        await stage.press("3")
        await click_footer(stage, "This sure")
        await stage.sees("What decides")
        await click_footer(stage, "Next")
        await stage.sees("Card 2 of 7")


async def click_footer(stage: Stage, label: str) -> None:
    footer = stage.screen.query_one(Footer)
    await stage.until(lambda: any(key.label == label for key in footer.keys), f"for {label}")
    columns = range(stage.app.size.width)
    x = next(x for x in columns if (key := footer.key_at(x)) is not None and key.label == label)
    await stage.pilot.click(Footer, offset=(x, 0))
    await stage.app.keyboard.idle()


@pytest.mark.parametrize("key", ["enter", "space", "1", "escape"])
async def test_a_burst_of_one_key_answers_no_card_and_leaves_at_most_by_one_step(key: str) -> None:
    async with cards() as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        await stage.burst(*[key] * 6)
        assert kept() == []
        assert isinstance(stage.screen, CardScreen)
        assert stage.screen.visit.at == 0


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_burst_of_one_key_neither_skips_feedback_nor_answers_another_card(
    key: str,
) -> None:
    async with cards() as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("1", "enter", "4")
        await stage.burst(*["enter"] * 6)
        await stage.sees("What decides")
        await stage.rested()
        await stage.burst(*[key] * 6)
        await stage.sees("Card 2 of 7")
        assert isinstance(stage.screen, CardScreen)
        assert stage.screen.visit.at == 1
        assert len(kept()) == 1


async def test_the_help_lists_every_key_that_works_on_a_card() -> None:
    async with app_running(start=Practise(), size=(120, 60)) as stage:
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.on(CardScreen)
        await at_answers(stage)
        seen = bound(stage)
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        seen |= bound(stage)
        await stage.press("2", "enter")
        await stage.sees("What decides")
        seen |= bound(stage)
        await stage.press("question_mark")
        await stage.on(HelpScreen)
        text = await stage.sees("Keys", "Here", "In practice", "Everywhere")
        words = {word.strip(",") for word in text.split()}
        missing = {one for one in seen if not {key_words(one), *ALSO.get(one, ())} & words}
        assert missing <= {*"0123456789", *TEXTUALS}, text
        assert "1 to " in text
        assert "digits, ← →" in text


TEXTUALS = {"shift+tab", "ctrl+pageup", "ctrl+pagedown", "ctrl+c", "super+c"}
"""What Textual binds on every screen."""
ALSO = {
    "j": ("↓",), "k": ("↑",), "h": ("←",), "l": ("→",), "home": ("PgUp",), "end": ("PgDn",),
}  # fmt: skip
"""Keys that the help names by another that does the same."""


def bound(stage: Stage) -> set[str]:
    """The keys that do something at this moment, but for those of every screen."""
    return {
        key
        for key, active in stage.screen.active_bindings.items()
        if active.enabled and not isinstance(active.node, MopsApp)
    }


def chosen_at(stage: Stage, place: int) -> str:
    assert isinstance(stage.screen, CardScreen)
    return stage.screen.visit.choices(local_now().date())[place - 1].id


async def test_u_takes_the_answer_back_after_the_feedback_and_it_is_given_again() -> None:
    async with cards() as stage:
        await answer(stage, "unwise")
        await stage.sees("What decides", "u Undo")
        await stage.press("u")
        await stage.sees("Card 1 of 7", "taken back")
        await at_answers(stage)
        assert "✗" not in stage.text
        await answer(stage, "advised")
        await stage.sees("What decides", "✓")
        key = kept()[0].card
        assert [type(one) for one in journal_events()] == [
            SessionOpened, CardAnswered, AnswerTakenBack, CardAnswered,
        ]  # fmt: skip
        [back] = [one for one in journal_events() if isinstance(one, AnswerTakenBack)]
        assert back.of == key


async def test_u_takes_the_answer_back_from_the_next_card_before_that_is_answered() -> None:
    async with cards() as stage:
        await stage.misses("Undo")
        first = card(stage)
        await answer(stage, "unwise")
        await stage.sees("What decides")
        await stage.press("space")
        await stage.sees("Card 2 of 7", "Undo")
        await stage.press("1", "enter")
        await stage.sees("How likely is it")
        await stage.press("u")  # not while one says how sure
        assert len(journal_events()) == 2
        await stage.press("escape", "u")
        await stage.sees("Card 1 of 7", "taken back")
        assert card(stage) is first
        await stage.misses("Undo")


async def test_a_held_u_takes_back_one_answer() -> None:
    async with cards() as stage:
        for _n in range(2):
            await answer(stage)
            await stage.sees("What decides")
            await stage.press("space")
            await at_answers(stage)
        stage.app.keyboard.bounce = BOUNCE
        await stage.burst(*["u"] * 8)
        await stage.sees("Card 2 of 7", "taken back")
        assert len([one for one in journal_events() if isinstance(one, AnswerTakenBack)]) == 1


async def test_a_disk_that_refuses_to_take_back_leaves_the_answer_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_disk: OsDisk, _fd: int) -> None:
        raise OSError(28, "No space left on device")

    async with cards() as stage:
        await answer(stage)
        await stage.sees("What decides")
        with monkeypatch.context() as patch:
            patch.setattr(OsDisk, "fsync", full)
            await stage.press("u")
            await stage.sees("not taken back", "still")
            assert "What decides" in stage.text
        await stage.press("u")
        await stage.sees("taken back")
        await at_answers(stage)


def journal_events() -> tuple[Event, ...]:
    [path] = places().practice.glob("practice-*.toml")
    return journal.read(path).events


async def test_a_disk_that_refuses_says_so_and_the_answer_can_be_given_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_disk: OsDisk, _fd: int) -> None:
        raise OSError(28, "No space left on device")

    async with cards() as stage:
        with monkeypatch.context() as patch:
            patch.setattr(OsDisk, "fsync", full)
            await answer(stage)
            await stage.sees("not saved yet", "No space")
            assert "What decides" not in stage.text
        await stage.press("4", "enter")
        await stage.sees("What decides")
        assert len(kept()) == 1


async def test_a_verdict_waits_for_the_disk_and_a_second_enter_keeps_nothing_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_through = threading.Event()
    fsync = OsDisk.fsync

    def slow(disk: OsDisk, fd: int) -> None:
        let_through.wait(20)
        fsync(disk, fd)

    async with cards() as stage:
        monkeypatch.setattr("mops_tui.tui.screens.practice.keeping.SLOW_SECONDS", 0.0)
        monkeypatch.setattr(OsDisk, "fsync", slow)
        await answer(stage)
        await stage.sees("The disk is slow")
        await stage.press("enter", "5", "enter")
        assert "What decides" not in stage.text
        assert "✓" not in stage.text
        let_through.set()
        await stage.sees("What decides")
        assert len(kept()) == 1


class SlowDisk:
    """A disk whose fsync waits until it is let through; it may refuse then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.let_through = threading.Event()
        self.refuses = False
        fsync = OsDisk.fsync

        def slow(disk: OsDisk, fd: int) -> None:
            self.let_through.wait(20)
            if self.refuses:
                raise OSError(28, "No space left on device")
            fsync(disk, fd)

        monkeypatch.setattr(OsDisk, "fsync", slow)


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], SlowDisk]]:
    """Make the disk slow from now on; it is let through at the end of the test."""
    made: list[SlowDisk] = []

    def slow() -> SlowDisk:
        made.append(SlowDisk(monkeypatch))
        return made[-1]

    yield slow
    for disk in made:
        disk.let_through.set()


async def test_leaving_says_that_it_waits_for_a_slow_disk_and_then_leaves(
    saving: Callable[[], SlowDisk],
) -> None:
    async with cards() as stage:
        disk = saving()
        await answer(stage)
        await stage.press("escape")
        await stage.sees("The disk has still to save")
        assert isinstance(stage.screen, CardScreen)
        disk.let_through.set()
        await stage.on(PracticeScreen)
        assert len(kept()) == 1


async def test_leaving_that_waits_for_a_disk_stays_where_the_disk_refuses(
    saving: Callable[[], SlowDisk],
) -> None:
    async with cards() as stage:
        disk = saving()
        disk.refuses = True
        await answer(stage)
        await stage.press("escape")
        disk.let_through.set()
        await stage.sees("not saved yet", "No space")
        disk.refuses = False
        await stage.press("enter")
        await stage.sees("What decides")
        assert len(kept()) == 1


@pytest.mark.parametrize("refuses", [False, True])
@pytest.mark.slow
async def test_whoever_does_not_wait_gets_home_and_the_answer_is_saved_behind_them(
    saving: Callable[[], SlowDisk], refuses: bool
) -> None:
    async with app_running() as stage:
        await stage.on(HomeScreen)
        await stage.press("p")
        await stage.on(PracticeScreen)
        await stage.press("enter")
        await stage.on(CardScreen)
        await at_answers(stage)
        disk = saving()
        disk.refuses = refuses
        await answer(stage)
        await stage.press("escape")
        await stage.sees("The disk has still to save", "leaves now")
        await stage.press("escape")
        await stage.on(PracticeScreen)
        await stage.press("escape")
        await stage.on(HomeScreen)
        await stage.press("p")
        await stage.sees("Your last answer is")
        disk.let_through.set()
        await stage.until(lambda: not stage.app.unsaved, "for the disk")
        await stage.pilot.pause()
        if refuses:
            told = [notice.message for notice in stage.app._notifications]
            assert any("may not be saved: the disk cannot be written to" in words for words in told)
            disk.refuses = False
        else:
            assert len(kept()) == 1
        await stage.press("p")
        await stage.on(PracticeScreen)


async def test_quitting_waits_for_the_answer_and_says_so(
    saving: Callable[[], SlowDisk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.tui.ending.app.WAITING_SECONDS", 0.0)
    async with cards() as stage:
        disk = saving()
        await answer(stage)
        await stage.press("ctrl+q")
        await stage.sees("The program ends when the disk")
        disk.let_through.set()
        await stage.until(lambda: not stage.app.is_running, "for the end")
        assert len(kept()) == 1
        assert stage.app.last_words() == ""


async def test_a_disk_that_refuses_while_the_program_ends_is_told_in_the_last_words(
    saving: Callable[[], SlowDisk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.tui.ending.app.WAITING_SECONDS", 0.0)
    async with cards() as stage:
        disk = saving()
        disk.refuses = True
        await answer(stage)
        await stage.press("ctrl+q")
        await stage.sees("The program ends when the disk")
        disk.let_through.set()
        await stage.until(lambda: not stage.app.is_running, "for the end")
        assert "may not be saved: the disk cannot be written to" in stage.app.last_words()


async def test_quitting_does_not_wait_for_ever_and_the_last_words_say_what_is_not_saved(
    saving: Callable[[], SlowDisk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.tui.unsaved.PATIENCE", 0.0)
    async with cards() as stage:
        saving()
        await answer(stage)
        await stage.press("ctrl+q")
        await stage.until(lambda: not stage.app.is_running, "for the end")
        assert "may not be saved: the disk does not answer" in stage.app.last_words()
        assert stage.app.status == 1


async def test_a_digit_only_chooses_the_confidence_and_none_is_chosen_before() -> None:
    async with cards() as stage:
        await stage.press("1", "enter")
        await stage.sees("How likely is it that your answer is advised? 1 to 5, then Enter")
        await stage.press("2", "5")
        assert "What decides" not in stage.text
        assert kept() == []
        await stage.press("enter")
        await stage.sees("What decides")
        assert kept()[0].confidence == 95


async def test_a_card_offers_no_pass() -> None:
    async with cards() as stage:
        text = await stage.sees("Hand in")
        assert "Pass" not in text
        await stage.press("p")
        await stage.sees("Card 1 of 7")
        assert kept() == []


async def test_the_page_says_whether_there_is_more_of_it() -> None:
    async with cards() as stage:
        await answer(stage)
        await stage.sees("What decides", "More below")
        await stage.press("end", "end", "end")
        await stage.misses("More below")
        await stage.press("home")
        await stage.sees("More below")


SIZES = [(80, 24), (120, 40)]


def shows(stage: Stage, text: str) -> bool:
    return text_of(stage.pilot) == text


@pytest.mark.parametrize("size", SIZES)
async def test_the_feedback_is_wrapped_anew_in_a_window_of_another_size(
    size: tuple[int, int],
) -> None:
    """As if the window had been so from the beginning."""
    wanted: list[str] = []
    for first in (size, next(one for one in SIZES if one != size)):
        async with app_running(first, start=Practise()) as stage:
            await stage.on(PracticeScreen)
            await stage.press("enter")
            await stage.on(CardScreen)
            await at_answers(stage)
            await answer(stage)
            wanted.append(await stage.sees("What decides"))
            await stage.pilot.resize_terminal(*size)
            await stage.until(partial(shows, stage, wanted[0]), f"what a window of {size} shows")
        for file in places().practice.iterdir():
            file.unlink()
