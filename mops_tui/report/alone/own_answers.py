"""One's own answers as CSV: one row an answer, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from mops_tui.model.packs.pack import Scenario, Topic
from mops_tui.model.session.events import (
    AnswerCommitted,
    AnswerTakenBack,
    CardAnswered,
    RoomPredicted,
)
from mops_tui.report.sheets.cells import plain_cell
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.judging.sights import CardSightings
from mops_tui.words.alone.practice import FIRMNESS, firm_words

COLUMNS = (
    "date",
    "kind",
    "card",
    "title",
    "answer",
    "confidence",
    "verdict",
    "first_sight",
    "edition",
    "firmness",
    "item",
    "placed_right",
)
"""The first row. What another program reads is in no language."""


def answers_csv(topics: Iterable[Topic], answers: Iterable[PracticeAnswer]) -> str:
    """All answers, in their order: to cards, to the questions of walks, and predictions of rooms.

    Args:
        topics: The packs at hand, for titles and labels; what is gone keeps its id.
        answers: As they were read from the journals; those that were taken back are not among them.
    """
    known = tuple(topics)
    deck = Deck.of(known)
    walked = (one for one in known if isinstance(one, Scenario))
    questions = {f"{s.id}/{one.id}": one.title for s in walked for one in s.questions}
    sightings = CardSightings(deck)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in answers:
        when = one.when.astimezone().isoformat(timespec="seconds")
        match one.event:
            case CardAnswered() as event:
                first = "yes" if sightings.take(event) == "first" else "no"
                cells = (*_card_cells(deck, event, first), "", "", "")
            case AnswerCommitted() as event:
                said = questions.get(event.question, ""), event.answer
                firm = _firmness(event.confidence)
                cells = ("question", event.question, *said, "", "", "", "", firm, "", "")
            case RoomPredicted() as event:
                said = questions.get(event.question, ""), _laid(event)
                whole = ("", "", "", "", "", event.item, event.score)
                cells = ("prediction", event.question, *said, *whole)
            case AnswerTakenBack() as event:
                sightings.taken_back(event)
                continue
            case _:
                continue
        writer.writerow([when, *map(_plain, cells)])
    return text.getvalue()


def _card_cells(deck: Deck, event: CardAnswered, first: str) -> tuple[object, ...]:
    card = deck.cards.get(event.card)
    label = next((a.label for a in card.answers if a.id == event.answer), "") if card else ""
    title = card.title if card else ""
    said = (label or event.answer, event.confidence, event.verdict)
    return ("card", event.card, title, *said, first, event.edition)


def _laid(event: RoomPredicted) -> str:
    """The points that were laid: "sales 6, it 4"; "" where nobody can tell on what."""
    if len(event.answers) != len(event.points):  # somebody has edited the file
        return ""
    return ", ".join(f"{one} {n}" for one, n in zip(event.answers, event.points, strict=True))


def _firmness(kept: int) -> str:
    """How firmly somebody stands by an answer of a walk, in words: no percentage was shown."""
    return dict(zip(FIRMNESS, firm_words(), strict=True)).get(kept, "")


def _plain(cell: object) -> object:
    """A cell in one line that no spreadsheet takes for a formula."""
    return plain_cell(cell) if isinstance(cell, str) else cell
