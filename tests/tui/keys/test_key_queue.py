"""Keys come in their order, each handled whole; a key that bounces is one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.narrow import round_of
from support.pilot import Stage, key_event, workshop
from support.replays import REVEALED, keep, replay, replaying
from support.sessions import workshop as held
from textual import events
from textual.constants import ESCAPE_DELAY

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.sources.replay import Player
from mops_tui.tui.keys.key_queue import BOUNCE
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.screens.dialogs.hot_seat import HotSeatScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.themes import THEMES
from mops_tui.tui.widgets.fields import WordsField
from mops_tui.tui.widgets.pads import pad_for
from mops_tui.tui.widgets.pads.base import ItemsPad

pytestmark = pytest.mark.slow


async def tapped(stage: Stage, key: str, *gaps: float, later: float = 0.0) -> None:
    """Press a key, and again after each gap, in seconds as the hand has it; all are handled."""
    event = key_event(key)
    at = event.time + later
    for gap in (0.0, *gaps):
        at += gap
        event = key_event(key)
        event.time = at
        stage.app.post_message(event)
        await stage.pilot.pause()
        await stage.app.keyboard.idle()


async def test_text_typed_before_a_key_with_priority_is_in_what_it_saves() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("k")
        await stage.on(FormScreen)
        await stage.burst("A", "n", "a", "f2")
        await stage.until(lambda: stage.head.notes, "the note")
        assert [note.text for note in stage.head.notes.values()] == ["Ana"]


async def test_letters_behind_a_key_that_opens_a_field_go_into_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.burst("k", "A", "d", "v", "f2", "k")
        await stage.on(FormScreen)
        assert [note.text for note in stage.head.notes.values()] == ["Adv"]
        assert stage.screen.query_one(WordsField).value == ""
        assert round_of(stage.head, "demo/where").number == 1


async def test_a_paste_keeps_its_place_among_the_keys() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("k")
        await stage.on(FormScreen)
        for event in (key_event("a"), events.Paste("bc"), key_event("d"), key_event("f2")):
            stage.app.post_message(event)
        await stage.until(lambda: stage.head.notes, "the note")
        assert [note.text for note in stage.head.notes.values()] == ["abcd"]


async def test_a_bounce_behind_a_key_that_left_a_screen_is_swallowed() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("question_mark")
        at = stage.head.seq
        await tapped(stage, "space", 0.01, 0.05, 0.09)
        assert isinstance(stage.screen, WorkshopScreen)
        assert stage.head.seq == at
        assert "Nobody has voted" not in stage.text


async def test_a_bounce_of_esc_is_told_late_by_a_terminal_and_swallowed_all_the_same() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("question_mark")
        await tapped(stage, "escape", ESCAPE_DELAY + 0.01)
        assert isinstance(stage.screen, WorkshopScreen)


async def test_a_second_press_that_is_meant_counts() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("question_mark")
        await tapped(stage, "space", 2 * BOUNCE)
        await stage.sees("Nobody has voted")


async def test_a_bounce_does_not_answer_what_the_first_press_asked() -> None:
    async with workshop(cmd.CastVote("demo/where", "p1", Choice("a")), at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await tapped(stage, "space", 0.02, 0.02)
        await stage.sees("2 votes are missing")
        assert round_of(stage.head, "demo/where").phase == "open"
        await tapped(stage, "space", later=1.0)
        await stage.until(lambda: round_of(stage.head, "demo/where").phase == "closed", "closed")


async def test_a_bounce_of_space_neither_closes_nor_reveals_nor_leaves_a_question() -> None:
    async with workshop(cmd.CastVote("demo/where", "p1", Choice("a")), at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        for later, phase in ((0.0, "open"), (1.0, "closed"), (2.0, "revealed")):
            await tapped(stage, "space", 0.0, 0.03, 0.06, later=later)
            await stage.settled()
            assert round_of(stage.head, "demo/where").phase == phase
            assert stage.head.view.name == "demo/where"


async def test_a_bounce_of_the_key_for_the_timer_does_not_pause_it_and_minutes_add_up() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await tapped(stage, "t", 0.02)
        timer = stage.head.timer
        assert timer is not None
        assert timer.running
        await tapped(stage, "plus", 0.02, later=1.0)
        longer = stage.head.timer
        assert longer is not None
        assert longer.seconds > timer.seconds + 110


async def test_a_bounce_of_enter_goes_on_by_one_field() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("d")
        await stage.on(FormScreen)
        await stage.press("a")
        first = stage.screen.query(WordsField).first()
        assert first.has_focus
        await tapped(stage, "enter", 0.02, 0.02)
        assert isinstance(stage.screen, FormScreen)
        boxes = list(stage.screen.query("LineField, WordsField"))
        assert boxes[boxes.index(first) + 1].has_focus


@pytest.mark.parametrize("seen", [False, True])
async def test_a_press_on_a_busy_machine_counts_once_its_meaning_could_be_seen(seen: bool) -> None:
    async with workshop(at="demo/where") as stage:
        keyboard = stage.app.keyboard
        keyboard.bounce = BOUNCE
        first, second = key_event("question_mark"), key_event("question_mark")
        first.time -= 2.0
        second.time -= 1.0
        assert not keyboard.keeps(first)  # it is being handled, until something is awaited
        keyboard.turned()
        keyboard.painted()
        if seen:
            second = key_event("question_mark")
        assert keyboard.keeps(second)
        await keyboard.idle()
        assert isinstance(stage.screen, HelpScreen) == seen


async def test_letters_may_be_doubled() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("k")
        await stage.on(FormScreen)
        await tapped(stage, "l", 0.01, 0.01)
        assert stage.screen.query_one(WordsField).value == "lll"


async def test_a_held_enter_in_the_hot_seat_hands_in_once_and_the_program_stays() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        await stage.press("h")
        await stage.on(HotSeatScreen)
        for person in range(3):
            later = 1.0 + 3.0 * person
            await tapped(stage, "enter", *[0.03] * 10, later=later)
            await tapped(stage, "1", later=later + 1)
            await tapped(stage, "enter", 0.01, 0.05, 0.02, later=later + 2)
        await stage.settled()
        assert len(round_of(stage.head, "demo/where").votes) == 3
        seqs = [vote.seq for vote in round_of(stage.head, "demo/where").votes.values()]
        assert len(set(seqs)) == 3
        assert isinstance(stage.screen, HotSeatScreen)


async def test_a_burst_of_enters_in_the_hot_seat_never_ends_the_program() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h")
        await stage.on(HotSeatScreen)
        await stage.burst("enter", "1", "enter", "enter", "enter", "enter", "2", "enter", "enter")
        await stage.burst(*["enter", "escape", "enter"] * 5)
        assert stage.app._exception is None
        assert stage.app.is_running


@pytest.mark.parametrize(("kind", "digit"), [("rate", "2"), ("pairs", "4"), ("curve", "5")])
async def test_a_bounce_of_a_digit_answers_one_row(kind: str, digit: str) -> None:
    """Where a digit goes on to the next row, the same one at once answers nothing there."""
    question = next(one for one in held().scenarios[0].questions if kind_of(one) == kind)
    async with workshop(at="demo/where") as stage:
        pad = pad_for(question, held())
        assert isinstance(pad, ItemsPad)
        await stage.screen.mount(pad)
        pad.focus()
        stage.app.keyboard.bounce = BOUNCE
        await tapped(stage, digit, 0.02, 0.05)
        assert (pad.cursor, pad.values.count(None)) == (1, pad.count - 1)
        await tapped(stage, digit, later=1.0)
        assert pad.values[0] == pad.values[1]
        assert pad.count - pad.values.count(None) == 2


async def test_what_is_said_twice_stands_there_once() -> None:
    async with workshop(at="demo/where") as stage:
        for words in (
            "Choose one first.",
            "Choose one first.",
            "Say how sure.",
            "Choose one first.",
        ):
            stage.app.notify(words)
            await stage.settled()
        shown = [one.message for one in stage.app._notifications]
        assert shown == ["Say how sure.", "Choose one first."]


@pytest.mark.parametrize(("key", "seen"), [
    ("space", lambda player: player.playing),
    ("p", lambda player: type(player.timeline.pace)),
    ("l", lambda player: player.loop),
])  # fmt: skip
async def test_a_bounce_of_a_key_that_switches_does_not_switch_back(
    tmp_path: Path, key: str, seen: Callable[[Player], object]
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        player = replay(stage).player
        stage.app.keyboard.bounce = BOUNCE
        before = seen(player)
        await tapped(stage, key, 0.02, 0.04, later=1.0)
        assert seen(player) != before
        await tapped(stage, key, later=3.0)
        assert seen(player) == before


async def test_a_bounce_of_the_theme_goes_on_by_one() -> None:
    async with workshop(at="demo/where") as stage:
        stage.app.keyboard.bounce = BOUNCE
        names = [theme.name for theme in THEMES]
        at = names.index(stage.app.theme)
        await tapped(stage, "f9", 0.02)
        assert stage.app.theme == names[(at + 1) % len(names)]
