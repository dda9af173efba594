"""What was answered in practice, read from the journals of all months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mops_tui.model.session.events import (
    AnswerCommitted,
    AnswerTakenBack,
    CardAnswered,
    Event,
    PracticeEvent,
)
from mops_tui.sources.clock import utc_now
from mops_tui.sources.practice.journals.clocks import put_right
from mops_tui.sources.practice.journals.written import practice_files
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


def read_practice(
    folder: Path, now: datetime | None = None
) -> tuple[tuple[PracticeAnswer, ...], tuple[str, ...]]:
    """All answers of all months that count, in order, as far as the journals can be read.

    An answer counts once, however many copies of its file lie there: a backup, or what a folder
    that is synchronised makes of one file on two computers.

    Args:
        folder: Where the journals lie.
        now: The time, to which moments of a wrong clock are held; by default the wall clock's.

    Returns:
        The answers, and the names of files that hold something unreadable.
    """
    files: dict[int, list[PracticeAnswer]] = {}
    merged = False
    damaged: list[str] = []
    for path in practice_files(folder):
        try:
            reading = journal.read(path)
        except SessionError:
            damaged.append(path.name)
            continue
        if reading.damage is not None:
            damaged.append(path.name)
        part = reading.header.part or 0
        there = files.setdefault(part, [])
        known = frozenset(there)
        new = [
            answer
            for event in reading.events
            if isinstance(event, PracticeEvent)
            and (answer := PracticeAnswer(moment(reading.header.opened, event), event)) not in known
        ]
        merged = merged or bool(part and known and new)
        there.extend(new)
    answers = _in_order(files, now or utc_now(), merged=merged)
    return without_taken_back(answers), tuple(damaged)


def _in_order(
    files: dict[int, list[PracticeAnswer]], now: datetime, *, merged: bool
) -> list[PracticeAnswer]:
    """All answers in the order of writing, with the moments of a wrong clock put right.

    Older files do not say when they were written, and where two computers wrote the same part
    nobody knows: then their moments say it.
    """
    if merged:
        files = {0: [one for part in files.values() for one in part]}
    if 0 in files:
        files[0].sort(key=lambda one: one.when)
    answers = [one for part in sorted(files) for one in files[part]]
    moments = put_right([one.when for one in answers], now)
    return [
        one if one.when == when else replace(one, when=when)
        for one, when in zip(answers, moments, strict=True)
    ]


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
