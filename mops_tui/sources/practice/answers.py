"""What was answered in practice, read from the journals of all months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui.model.session.events import (
    AnswerCommitted,
    AnswerTakenBack,
    CardAnswered,
    Event,
    PracticeEvent,
)
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal


@dataclass(frozen=True)
class PracticeAnswer:
    """One answer of a practice journal, or that one was taken back.

    Attributes:
        when: When it was given, in UTC.
        event: The answer.
    """

    when: datetime
    event: PracticeEvent


def moment(opened: datetime, event: Event) -> datetime:
    """When an event of a journal happened, in UTC, as the scheduler wants it."""
    return (opened + timedelta(seconds=event.t)).astimezone(UTC)


def read_practice(folder: Path) -> tuple[tuple[PracticeAnswer, ...], tuple[str, ...]]:
    """All answers of all months, in order, as far as the journals can be read.

    Returns:
        The answers, and the names of files that hold something unreadable.
    """
    answers: list[PracticeAnswer] = []
    damaged: list[str] = []
    try:
        paths = sorted(folder.glob("practice-*.toml"))
    except OSError:
        return (), ()
    for path in paths:
        try:
            reading = journal.read(path)
        except SessionError:
            damaged.append(path.name)
            continue
        if reading.damage is not None:
            damaged.append(path.name)
        answers += [
            PracticeAnswer(moment(reading.header.opened, event), event)
            for event in reading.events
            if isinstance(event, PracticeEvent)
        ]
    answers.sort(key=lambda one: one.when)
    return without_taken_back(answers), tuple(damaged)


def without_taken_back(answers: Iterable[PracticeAnswer]) -> tuple[PracticeAnswer, ...]:
    """What counts: an answer that was taken back is gone, and that it was taken back stays.

    So nobody counts the answer, and whoever needs to know that its card was read finds that.
    """
    kept: list[PracticeAnswer | None] = []
    given: dict[str, list[int]] = {}
    for one in answers:
        if isinstance(one.event, AnswerTakenBack):
            places = given.get(one.event.of)
            if places:
                kept[places.pop()] = None
        elif answered := _answered(one.event):
            given.setdefault(answered, []).append(len(kept))
        kept.append(one)
    return tuple(one for one in kept if one is not None)


def _answered(event: PracticeEvent) -> str:
    """What was answered: a card or a question; "" where it can not be taken back."""
    if isinstance(event, CardAnswered):
        return event.card
    return event.question if isinstance(event, AnswerCommitted) else ""
