"""What every table says of a question first: which session, scenario, question, and round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.model.session.state import Round
from mops_tui.report.content.seen import seen_result
from mops_tui.report.input import ReportInput
from mops_tui.report.sheets.cells import Cell

_POSITION = re.compile(r"-?[0-9]")
ASKED_COLUMNS = ("session", "day", "scenario", "question", "title", "kind", "round")
"""The first columns of a table."""


@dataclass(frozen=True)
class AskedRound:
    """A revealed round with what it adds up to.

    Attributes:
        question: With what the room added to it.
        outcome: As the report's reader may see it.
    """

    ref: str
    question: QuestionBase
    round: Round
    outcome: Result

    def cells(self, given: ReportInput) -> tuple[Cell, ...]:
        """The cells under `ASKED_COLUMNS`."""
        scenario, _slash, question = self.ref.partition("/")
        return (
            given.header.id,
            given.header.opened.date(),
            scenario,
            question,
            self.question.title,
            kind_of(self.question),
            self.round.number,
        )


def asked_rounds(given: ReportInput) -> Iterator[AskedRound]:
    """Every revealed round, in the order of the agenda; of others there is nothing to tell."""
    state = given.state
    for scenario in state.workshop.scenarios:
        for ref in refs(scenario):
            question = state.question(ref)
            for round_ in state.rounds.get(ref, ()):
                outcome = seen_result(given, ref, round_.number)
                if outcome is not None and question is not None:
                    yield AskedRound(ref, question, round_, outcome)


def answer_cell(question: QuestionBase, answer: str) -> Cell:
    """The id of an answer; between two statements it is a number, -2 to 2."""
    is_position = kind_of(question) == "pairs" and _POSITION.fullmatch(answer)
    return int(answer) if is_position else answer
