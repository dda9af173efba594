"""Writing a walk alone: what is said or named is in it once the disk has it, and not before."""

from __future__ import annotations

from typing import Any

from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session.ballots import Ballot, ballot_keys
from mops_tui.model.session.commands import Command, Refusal
from mops_tui.model.session.events import AnswerCommitted, AnswerTakenBack
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.tui.door import Door
from mops_tui.tui.screens.practice.keeping import keep
from mops_tui.words.refusals import refusal
from mops_tui.words.results.answers import ballot_words


class WalkWriting:
    """A walk that goes on.

    Attributes:
        walk: As far as it is kept.
    """

    def __init__(
        self, screen: Door[Any], journal: PracticeJournal, scenario: Scenario, walk: Walk
    ) -> None:
        """Take the screen that says what could not be kept, and the walk so far.

        Args:
            screen: The screen.
            journal: Where it is kept.
            scenario: As its pack has it, whatever was named and taken out.
            walk: So far.
        """
        self.walk = walk
        self._screen = screen
        self._journal = journal
        self._scenario = scenario

    async def say(self, ref: str, ballot: Ballot, confidence: int) -> bool:
        """Answer a question; an answer that it has already is taken back.

        Args:
            ref: The question.
            ballot: The answer.
            confidence: How sure, 0 to 100.

        Returns:
            Whether it is kept; otherwise it was said why not.
        """
        question = self.walk.state.question(ref)
        if question is None:
            raise KeyError(ref)
        words = ballot_words(question, ballot, self.walk.state.workshop)
        written = self._scenario.question(ref.partition("/")[2]) or question
        event = AnswerCommitted(
            question=ref,
            digest=question_digest(written),
            answer=words,
            confidence=confidence,
            **ballot_keys(ballot),
        )
        if ref in self.walk.said:
            if not await keep(self._screen, self._journal, AnswerTakenBack(of=ref)):
                return False
            self.walk = self.walk.saying(ref, None)
        if not await keep(self._screen, self._journal, event):
            return False
        self.walk = self.walk.saying(ref, Said(words, confidence, ballot))
        return True

    async def do(self, command: Command) -> None:
        """Name, add or take something out, or say why that cannot be."""
        made = self.walk.doing(command)
        if isinstance(made, Refusal):
            self._screen.notify(refusal(made), severity="warning", markup=False)
            return
        for event in made:
            if await keep(self._screen, self._journal, event):
                self.walk = self.walk.making(event)
