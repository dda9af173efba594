"""Practice without a screen, line by line: for screen readers, and for pipes.

The cards, their schedule, the journal and what is said of an answer are those of the screen.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from mops_tui.model.packs.cards import CardAnswer
from mops_tui.model.session.events import AnswerTakenBack, CardAnswered
from mops_tui.sources.background import outcome
from mops_tui.sources.clock import Now, local_now
from mops_tui.sources.practice.answers import read_practice
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.schedule import ReviewSchedule
from mops_tui.sources.practice.visit import Visit
from mops_tui.storage.files.errors import WriteFailed
from mops_tui.words.alone import cards as card_words
from mops_tui.words.alone import plain as words
from mops_tui.words.alone.judgement import judgement_words
from mops_tui.words.alone.practice import comes_back, confidence_steps
from mops_tui.words.files import sessions as session_words
from mops_tui.words.files.kept import not_kept
from mops_tui.words.safe import safe

MOST_UNCLEAR = 20
"""So many lines in a row that are not understood end it: nobody is there."""


class _Stopped(Exception):  # noqa: N818 - it says what happened
    """No more lines are wanted, or none come."""


class PlainPractice:
    """One visit to some cards, in lines."""

    def __init__(
        self,
        deck: Deck,
        keys: Sequence[str],
        journal: PracticeJournal,
        folder: Path,
        say: Callable[[str], None],
        ask: Callable[[str], str],
        now: Now = local_now,
    ) -> None:
        """Take the cards and the two ends of a conversation.

        Args:
            deck: All cards at hand.
            keys: Those to answer.
            journal: Where answers are kept.
            folder: Where the journals lie.
            say: Says a line.
            ask: Says a prompt and gives the line that is typed; raises EOFError when none comes.
            now: The clock.
        """
        self._deck = deck
        self._visit = Visit(deck, keys)
        self._journal = journal
        self._folder = folder
        self._say = say
        self._ask = ask
        self._now = now
        self._chosen = ""
        self._unclear = 0
        self._pressed = False

    def run(self) -> None:
        """Go through the cards, until all are answered or nothing more comes.

        Raises:
            KeyboardInterrupt: After what is kept was said.
        """
        try:
            self._say(words.intro(len(self._visit.keys)))
            self._say(words.what_is_advised())
            self._tell_card()
            while self._step():
                pass
        except (_Stopped, EOFError):
            self._say_left()
        except KeyboardInterrupt:
            self._say("")
            self._say_left()
            raise

    def _say_left(self) -> None:
        visit = self._visit
        self._say(card_words.visit_left(len(visit.verdicts), visit.left))

    def _say_learnt(self) -> None:
        """What the visit came to, and what its learner learns of their own judgement."""
        self._say(card_words.visit_done(self._visit.verdicts))
        answers, _damaged = read_practice(self._folder, self._now())
        for line in judgement_words(Progress(self._deck, answers).calibration.telling):
            self._say(line)
        self._say(words.more_in_progress())

    def _tell_card(self) -> None:
        visit, card = self._visit, self._visit.card
        self._say("")
        self._say(f"{card_words.which_card(visit.at + 1, len(visit.keys))}: {safe(card.title)}")
        self._say(safe(card.situation))
        self._say(safe(card.ask))
        for line in words.answer_lines([one.label for one in self._choices]):
            self._say(line)

    @property
    def _choices(self) -> Sequence[CardAnswer]:
        return self._visit.choices(self._now().date())

    def _step(self) -> bool:
        """Ask one thing and do it; False once the last card is done."""
        if self._visit.answered:
            return self._go_on()
        if self._chosen:
            self._say_how_sure()
        else:
            self._choose()
        return True

    def _choose(self) -> None:
        choices = self._choices
        line = self._line(words.choose_prompt(len(choices)))
        number = _number(line)
        if number is not None and 1 <= number <= len(choices):
            self._unclear = 0
            chosen = choices[number - 1]
            self._chosen = chosen.id
            for told in words.chosen_lines(chosen.label, len(choices)):
                self._say(told)
        elif not self._command(line):
            self._not_clear(words.choose_unclear(len(choices)))

    def _say_how_sure(self) -> None:
        line = self._line(words.confidence_prompt())
        percent = _percent(line, confidence_steps(len(self._visit.card.answers)))
        if percent is not None:
            self._unclear = 0
            event = self._visit.answer(self._chosen, percent)
            if self._keep(event):
                self._visit.kept(event)
                self._chosen = ""
                self._tell_feedback()
        elif words.commands().get(line) in (words.BACK, words.UNDO):
            self._chosen = ""
            self._tell_card()
        elif not self._command(line):
            self._not_clear(words.confidence_unclear())

    def _go_on(self) -> bool:
        last = self._visit.at + 1 == len(self._visit.keys)
        line = self._line(words.next_prompt(last=last))
        if not line or words.commands().get(line) == words.NEXT:
            self._unclear = 0
            if not self._visit.go_on():
                self._say_learnt()
                return False
            self._tell_card()
        elif not self._command(line):
            self._not_clear(words.next_unclear())
        return True

    def _command(self, line: str) -> bool:
        """Do what a line asks for at any time; False where it asks for nothing."""
        command = words.commands().get(line)
        if command == words.STOP:
            raise _Stopped
        if command == words.HELP:
            for told in words.help_lines():
                self._say(told)
        elif command == words.REPEAT:
            self._tell_card()
            if self._visit.answered:
                self._tell_feedback()
            elif self._chosen:
                label = next(one.label for one in self._choices if one.id == self._chosen)
                for told in words.chosen_lines(label, len(self._choices)):
                    self._say(told)
        elif command == words.UNDO:
            self._undo()
        else:
            return False
        self._unclear = 0
        return True

    def _undo(self) -> None:
        if not self._visit.last:
            self._say(words.nothing_to_undo())
        elif self._keep(AnswerTakenBack(of=self._visit.last)):
            self._visit.taken_back()
            self._say(card_words.taken_back())
            self._tell_card()

    def _keep(self, event: CardAnswered | AnswerTakenBack) -> bool:
        """Keep an event; where the disk refuses, ask whether to try again."""
        while True:
            try:
                pressed = _to_its_end(lambda: self._journal.record(event))
                self._pressed = self._pressed or pressed
            except WriteFailed as error:
                why = session_words.sentence(error, self._journal.path)
                self._say(not_kept(event, why))
                line = self._line(words.retry_prompt())
                if words.commands().get(line) == words.STOP:
                    raise _Stopped from None
                if line:
                    return False
            else:
                return True

    def _tell_feedback(self) -> None:
        answer, event = self._visit.given, self._visit.event
        if answer is None or event is None:
            return
        said = card_words.feedback(self._visit.card, answer)
        now = self._now()
        answers, _damaged = read_practice(self._folder, now)
        due = ReviewSchedule(self._deck, answers).due_of(self._visit.key, now)
        back = comes_back(now, due) if due else ""
        self._say("")
        before = card_words.before_words(self._deck, answers, event, now)
        for line in words.feedback_lines(said, before, back):
            self._say(line)

    def _line(self, prompt: str) -> str:
        """What is typed, with nothing around it, in small letters."""
        if self._pressed:  # while something was written
            raise KeyboardInterrupt
        return self._ask(prompt).strip().casefold()

    def _not_clear(self, sentence: str) -> None:
        self._unclear += 1
        if self._unclear >= MOST_UNCLEAR:
            self._say(words.not_understood(self._unclear))
            raise _Stopped
        self._say(sentence)


_NUMBER = re.compile(r"([0-9]{1,3})([.)]| ?%)?")


def _number(line: str) -> int | None:
    """The number of a line that is one, such as "2" or "2."."""
    match = _NUMBER.fullmatch(line)
    return int(match[1]) if match and "%" not in line else None


def _percent(line: str, steps: Sequence[int]) -> int | None:
    """The percentage that a line means: by its number from 1, or written out, with % or without."""
    match = _NUMBER.fullmatch(line)
    if match is None:
        return None
    number = int(match[1])
    if number in steps:
        return number
    return steps[number - 1] if 1 <= number <= len(steps) and "%" not in line else None


def _to_its_end(work: Callable[[], object]) -> bool:
    """Do something whole: Ctrl+C does not cut a write in two.

    Returns:
        Whether it was pressed meanwhile.

    Raises:
        BaseException: Whatever the work raised.
    """
    errors: list[BaseException | None] = []
    thread = threading.Thread(target=lambda: errors.append(outcome(work)[1]), daemon=True)
    thread.start()
    pressed = False
    try:
        thread.join()
    except KeyboardInterrupt:
        pressed = True
        thread.join()  # pressed once more, it waits for the disk no longer
    if errors[0] is not None:
        raise errors[0]
    return pressed
