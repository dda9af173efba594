"""What the notes of a rehearsal tell: of what company the room is, and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping

from mops_tui.model.packs.characters import COMPANY, HAPPENED
from mops_tui.model.session.state import NoteEvent
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

Vote = tuple[str, int]
"""A round of a question: its reference, and its number."""


def is_told_elsewhere(note: NoteEvent) -> bool:
    """Whether a note of a rehearsal stands at its scenario or its vote, and in no list."""
    return note.note.startswith((COMPANY, HAPPENED))


def company_lines(given: ReportInput) -> tuple[str, ...]:
    """Of what company the room was to be, where the session was rehearsed."""
    return tuple(
        _("A rehearsal: {what}").format(what=safe(note.text, keep=True))
        for note in given.state.notes.values()
        if note.note.startswith(COMPANY) and not note.private
    )


def happenings(given: ReportInput) -> tuple[Mapping[Vote, tuple[str, ...]], tuple[str, ...]]:
    """What happened, by the vote that it came before; and what came after the last of them."""
    votes = _revealed(given)
    before: dict[Vote, tuple[str, ...]] = {}
    after: list[str] = []
    for note in given.state.notes.values():
        if not note.note.startswith(HAPPENED) or note.private:
            continue
        told = safe(note.text, keep=True)
        following = next((vote for at, vote in votes if at > note.t), None)
        if following is None:
            after.append(told)
        else:
            before[following] = (*before.get(following, ()), told)
    return before, tuple(after)


def _revealed(given: ReportInput) -> list[tuple[float, Vote]]:
    """The votes in the order in which they were revealed."""
    return sorted(
        (round_.revealed_t, (ref, round_.number))
        for ref, rounds in given.state.rounds.items()
        for round_ in rounds
        if round_.revealed_t is not None
    )
