"""Practice in lines: cards, journal and feedback as on the screen, and nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rehearsed import ours

from mops_tui.model.packs.cards import Card
from mops_tui.model.session.events import AnswerTakenBack, CardAnswered, Event
from mops_tui.sources.clock import local_now
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.visit import Visit
from mops_tui.storage.files.disk import OsDisk
from mops_tui.storage.sessions import journal as journals
from mops_tui.usecases.plain_practice import MOST_UNCLEAR, PlainPractice
from mops_tui.words.alone.practice import confidence_steps

DECK = Deck.of(ours().scenarios.values())
KEYS = tuple(DECK.cards)[:3]


class Talk:
    """A conversation: what is typed, and all that is said."""

    def __init__(self, folder: Path, typed: Sequence[str]) -> None:
        self.folder = folder
        self.said: list[str] = []
        self._typed: Iterator[str] = iter(typed)

    def run(self, keys: Sequence[str] = KEYS, deck: Deck = DECK) -> str:
        journal = PracticeJournal(self.folder)
        try:
            PlainPractice(deck, keys, journal, self.folder, self.said.append, self.ask).run()
        finally:
            journal.close()
        return "\n".join(self.said)

    def ask(self, prompt: str) -> str:
        self.said.append(prompt)
        line = next(self._typed, None)
        if line is None:
            raise EOFError
        if line == "^C":
            raise KeyboardInterrupt
        return line + "\n"

    def events(self) -> list[Event]:
        [path] = self.folder.glob("practice-*.toml")
        reading = journals.read(path)
        assert reading.damage is None
        return list(reading.events[1:])


def card(place: int = 0) -> Card:
    return DECK.cards[KEYS[place]]


def choice(place: int, card_place: int = 0) -> str:
    visit = Visit(DECK, KEYS[card_place:])
    return visit.choices(local_now().date())[place].id


def test_a_card_is_answered_by_numbers_and_kept_as_on_the_screen(tmp_path: Path) -> None:
    talk = Talk(tmp_path, ["2", "4"])
    said = talk.run()
    [event] = talk.events()
    assert isinstance(event, CardAnswered)
    assert (event.card, event.answer) == (KEYS[0], choice(1))
    assert event.confidence == confidence_steps(len(card().answers))[3]
    assert f"Card 1 of 3: {card().title}" in said
    for text in (card().situation, card().ask, card().decides, *(a.label for a in card().answers)):
        assert text in said


def test_nothing_is_said_of_an_answer_before_it_is_kept(tmp_path: Path) -> None:
    said = Talk(tmp_path, ["2"]).run()
    assert card().decides not in said
    assert "No card is answered; they are left for another time." in said


def test_each_step_of_confidence_has_its_percentage_and_either_is_understood(
    tmp_path: Path,
) -> None:
    steps = confidence_steps(len(card().answers))
    talk = Talk(tmp_path, ["1", f"{steps[2]} %"])
    said = talk.run()
    assert all(f"{n}. " in said and f", {p} %" in said for n, p in enumerate(steps, 1))
    [event] = talk.events()
    assert isinstance(event, CardAnswered)
    assert event.confidence == steps[2]


@pytest.mark.parametrize(
    "typed", ["", "0", "9", "-1", "yes", "1 2", "²", "x" * 10_000, "\x1b[2J", "ﷺ", "1" * 50]
)
def test_what_is_no_answer_is_asked_again_in_one_sentence_that_repeats_none_of_it(
    tmp_path: Path, typed: str
) -> None:
    talk = Talk(tmp_path, [typed, "1", "1"])
    said = talk.run()
    n = len(card().answers)
    assert f"Please type a number from 1 to {n}, or a question mark for help." in said
    assert len(typed) < 2 or typed not in said
    assert len(talk.events()) == 1


@pytest.mark.parametrize("typed", ["0", "6", "5 %", "75", "sure", ""])
def test_a_confidence_that_is_none_is_asked_again(tmp_path: Path, typed: str) -> None:
    talk = Talk(tmp_path, ["1", typed])
    assert "Please type a number from 1 to 5, b to choose another answer" in talk.run()
    assert talk.events() == []


@pytest.mark.parametrize("typed", ["u", "U", "undo", " Undo "])
def test_the_last_answer_is_taken_back_after_the_feedback(tmp_path: Path, typed: str) -> None:
    talk = Talk(tmp_path, ["1", "1", typed, "2", "1"])
    said = talk.run()
    kinds = [type(one) for one in talk.events()]
    assert kinds == [CardAnswered, AnswerTakenBack, CardAnswered]
    assert "Your answer is taken back. Answer again:" in said
    assert said.count("Card 1 of 3") == 2


def test_the_last_answer_is_taken_back_from_the_next_card(tmp_path: Path) -> None:
    talk = Talk(tmp_path, ["1", "1", "", "u"])
    said = talk.run()
    assert said.count("Card 1 of 3") == 2
    [_answered, back] = talk.events()
    assert isinstance(back, AnswerTakenBack)
    assert back.of == KEYS[0]


def test_before_an_answer_there_is_none_to_take_back(tmp_path: Path) -> None:
    assert "There is no answer to take back." in Talk(tmp_path, ["u"]).run()


def test_b_chooses_another_answer(tmp_path: Path) -> None:
    talk = Talk(tmp_path, ["1", "b", "2", "3"])
    talk.run()
    [event] = talk.events()
    assert isinstance(event, CardAnswered)
    assert event.answer == choice(1)


def test_help_lists_all_that_can_be_typed(tmp_path: Path) -> None:
    said = Talk(tmp_path, ["?"]).run()
    for words in ("b, back:", "u, undo:", "r, repeat:", "q, stop:", "?, help:"):
        assert words in said


def test_the_last_card_ends_it_with_what_it_came_to(tmp_path: Path) -> None:
    said = Talk(tmp_path, ["1", "1", "", "1", "1", "", "1", "1", ""]).run()
    assert re.search(r"3 cards done, \d as advised\.$", said, re.MULTILINE)
    assert "Enter ends, u takes this answer back" in said


def test_after_the_last_card_the_lines_say_what_one_learns_of_ones_judgement(
    tmp_path: Path,
) -> None:
    keys = tuple(DECK.cards)[:10]
    sure_and_wrong: list[str] = []
    for place in range(len(keys)):
        choices = Visit(DECK, keys[place:]).choices(local_now().date())
        wrong = next(n for n, one in enumerate(choices, 1) if one.verdict != "advised")
        sure_and_wrong += [str(wrong), "5", ""]
    said = Talk(tmp_path, sure_and_wrong).run(keys)
    assert "On the whole" in said or "You are 95 points too sure when you say 95 %." in said
    assert "Of 10 such answers, 0 were advised: 0 %." in said
    assert said.endswith("mops-tui progress.")


def test_what_advised_means_is_said_before_the_first_question(tmp_path: Path) -> None:
    said = Talk(tmp_path, []).run()
    assert said.index("The others are defensible or unwise.") < said.index("Card 1 of 3")


def test_a_card_that_comes_back_says_what_was_answered_before(tmp_path: Path) -> None:
    Talk(tmp_path, ["1", "4", "q"]).run()
    said = Talk(tmp_path, ["1", "5", "q"]).run()
    assert "Earlier today you chose the same, 80 % sure." in said
    said = Talk(tmp_path, ["2", "1", "q"]).run()
    label = Visit(DECK, KEYS).choices(local_now().date())[0].label
    assert f"Earlier today you chose “{label}” (" in said
    assert said.count("Earlier today") == 1


def test_stopping_says_what_is_kept(tmp_path: Path) -> None:
    said = Talk(tmp_path, ["1", "1", "q"]).run()
    assert said.endswith("1 answer is kept. 2 cards are left for another time.")


def test_ctrl_c_keeps_what_was_answered_and_says_so(tmp_path: Path) -> None:
    talk = Talk(tmp_path, ["1", "1", "", "2", "^C"])
    with pytest.raises(KeyboardInterrupt):
        talk.run()
    assert talk.said[-1] == "1 answer is kept. 2 cards are left for another time."
    assert len(talk.events()) == 1


def test_a_pipe_of_nonsense_ends(tmp_path: Path) -> None:
    talk = Talk(tmp_path, ["y"] * 10_000)
    said = talk.run()
    assert f"{MOST_UNCLEAR} lines in a row were not understood." in said
    assert talk.events() == []


def test_a_disk_that_refuses_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = OsDisk.fsync
    refusals = iter([True, True])

    def full(disk: OsDisk, fd: int) -> None:
        if next(refusals, False):
            raise OSError(28, "No space left on device")
        fsync(disk, fd)

    talk = Talk(tmp_path, ["1", "1", "", "", ""])
    journal = PracticeJournal(tmp_path)
    monkeypatch.setattr(OsDisk, "fsync", full)
    PlainPractice(DECK, KEYS, journal, tmp_path, talk.said.append, talk.ask).run()
    journal.close()
    said = "\n".join(talk.said)
    assert "The answer is not saved yet." in said
    assert "No space left on device" in said
    assert len(talk.events()) == 1


def test_nothing_but_text_is_said(tmp_path: Path) -> None:
    lines = ["?", "1", "1", "u", "2", "b", "r", "2", "5", "", "1", "2", "", "3", "3", ""]
    said = Talk(tmp_path, lines).run()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f─-◿✓✗≈▸◉○]", said)


def test_hostile_packs_bring_no_escape_codes(tmp_path: Path) -> None:
    hostile = "\x1b[31m" + "\u202eabc" + "[/ b [bold]"
    base = card().model_copy(
        update={
            "title": hostile,
            "situation": hostile,
            "ask": hostile,
            "decides": hostile,
            "answers": tuple(
                one.model_copy(update={"label": hostile, "why": hostile}) for one in card().answers
            ),
        }
    )
    said = Talk(tmp_path, ["1", "1"]).run(["x/y"], Deck({"x/y": base}))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "[/ b [bold]" in said


@given(st.lists(st.sampled_from(["1", "2", "3", "u", "b", "r", "?", "", "zz", "80"]), max_size=40))
def test_whatever_is_typed_the_journal_is_sound_and_says_as_many_answers_as_are_told(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    talk = Talk(tmp_path_factory.mktemp("talk"), typed)
    said = talk.run()
    standing: list[str] = []
    for event in talk.events():
        if isinstance(event, CardAnswered):
            standing.append(event.card)
        elif isinstance(event, AnswerTakenBack):
            assert standing.pop() == event.of
    last = said.splitlines()[-1]
    assert last.startswith(("No card is answered", f"{len(standing)} "))
    assert len(standing) == len(set(standing))
