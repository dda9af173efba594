"""Writing a walk alone: what is said or named is in it once the disk has it, and not before."""

from __future__ import annotations

from typing import Any

from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.session.ballots import Ballot, Ideas, ballot_keys
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
        drafts: Ideas that were written and not handed in, by their question.
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
        self.drafts: dict[str, Ideas] = {}
        self._screen = screen
        self._journal = journal
        self._scenario = scenario

    def begun(self, ref: str) -> Ballot | None:
        """What a ballot begins with: what was written there last, or the answer that is kept."""
        said = self.walk.said.get(ref)
        return self.drafts.get(ref) or (said.ballot if said is not None else None)

    def left(self, ref: str, written: tuple[str, ...]) -> bool:
        """One leaves ideas that are not handed in: they are there again when one comes back.

        Returns:
            Whether something stands there that is not kept.
        """
        if not written or self.begun(ref) == Ideas(written):
            return False
        self.drafts[ref] = Ideas(written)
        return True

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
        self.drafts.pop(ref, None)
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
