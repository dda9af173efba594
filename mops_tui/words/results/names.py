"""Who answered what, where the room agreed to be named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of, options_of
from mops_tui.model.results.changes import who_changed
from mops_tui.model.results.marks import seat_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Pass,
    Ranking,
    categories_of,
)
from mops_tui.model.session.state import Round
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import (
    category_label,
    participant_label,
)

CHANGED = "*"
"""Stands before who gave another answer than in the round before."""


def has_names(state: VisibleState, round_: Round) -> bool:
    """Whether there is anything to say by name."""
    return bool(named_ballots(state, round_))


def called_without_names(round_: Round) -> str:
    """How many called out, so that their answers stand beside no name; "" where nobody did."""
    called = round_.tally.size
    if not called:
        return ""
    return ngettext(
        "One more called out: that answer has no name.",
        "{n} more called out: their answers have no names.",
        called,
    ).format(n=called)


def answers_by_name(
    state: VisibleState, question: QuestionBase, round_: Round
) -> tuple[tuple[str, str], ...]:
    """(name, answer) of each ballot of a revealed round, in the order of seats.

    Nothing of a round that is not revealed, and nothing of an anonymous room.

    Args:
        state: What may be seen.
        question: With what the room added: `state.question(ref)`.
        round_: The round.
    """
    return tuple(
        (participant_label(state, participant), ballot_words(question, ballot, state.workshop))
        for participant, ballot in named_ballots(state, round_)
    )


def names_by_answer(
    state: VisibleState, question: QuestionBase, round_: Round
) -> tuple[tuple[str, str], ...]:
    """The same, ready to be read: (answer, names) for a choice, (name, answer) for the rest."""
    ballots = named_ballots(state, round_)
    if not any(isinstance(ballot, Choice) for _who, ballot in ballots):
        return answers_by_name(state, question, round_)
    groups: dict[str, list[str]] = {}
    for option in options_of(question):
        groups[option.id] = []
    for name, ballot in ballots:
        key = ballot.option if isinstance(ballot, Choice) else ""
        groups.setdefault(key, []).append(participant_label(state, name))
    return tuple(
        (category_label(question, key, state.workshop) if key else _("passed"), listed(names))
        for key, names in groups.items()
        if names
    )


def changed_by_name(state: VisibleState, round_: Round) -> tuple[tuple[bool, ...], str]:
    """Of each name of a revealed round whether its answer is another than before, and a legend.

    Nothing of a round that none comes before, and nothing of an anonymous room.

    Args:
        state: What may be seen.
        round_: The round.
    """
    names = [who for who, _ballot in named_ballots(state, round_)]
    ref = next((ref for ref, all_ in state.rounds.items() if any(r is round_ for r in all_)), "")
    known = who_changed(state, ref, round_.number)
    if not names or not known:
        return (), ""
    changed = sum(known.values())
    words = _("{sign} changed since round {before}: {n} of {both}")
    fields = {"sign": CHANGED, "before": round_.number - 1, "n": changed, "both": len(known)}
    if len(known) < len(names):
        words = _("{sign} changed since round {before}: {n} of the {both} who answered both times")
    return tuple(known.get(who, False) for who in names), words.format(**fields)


@dataclass(frozen=True)
class NamesTable:
    """Who answered what, people by what was asked.

    Attributes:
        columns: The items, pairs or waves of the question, or its options, in its order; those
            that were answered and that it does not have come last.
        rows: A name each, with the level, position, stage, points or place that was given to each
            column (the option itself, of a choice); None for who passed.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, Mapping[str, str] | None], ...]

    def is_answered(self, column: str) -> bool:
        """Whether anybody answered a column."""
        return any(answers is not None and column in answers for _name, answers in self.rows)


def names_table(state: VisibleState, question: QuestionBase, round_: Round) -> NamesTable | None:
    """The answers of a revealed round by name; None where an answer has no parts, or nobody a name.

    Args:
        state: What may be seen.
        question: With what the room added: `state.question(ref)`.
        round_: The round.
    """
    kind = kind_of(question)
    rows = tuple(
        (
            participant_label(state, who),
            None if isinstance(ballot, Pass) else _parts(kind, ballot),
        )
        for who, ballot in named_ballots(state, round_)
    )
    answered = {column for _name, answers in rows for column in answers or ()}
    if not answered:
        return None
    known = [part.id for part in (*items_of(question), *options_of(question))]
    return NamesTable((*known, *sorted(answered - set(known))), rows)


def _parts(kind: str, ballot: Ballot) -> dict[str, str]:
    """What a ballot gives to each item or option; nothing where it has no parts."""
    if isinstance(ballot, Choice):
        return {ballot.option: ballot.option}
    if isinstance(ballot, Allocation):
        given = zip(ballot.options, ballot.points, strict=True)
        return {option: str(points) for option, points in given}
    if isinstance(ballot, Ranking):
        return {option: str(place) for place, option in enumerate(ballot.options, start=1)}
    return categories_of(kind, ballot)


def named_ballots(state: VisibleState, round_: Round) -> list[tuple[str, Ballot]]:
    """(participant, ballot) of a revealed round in the order of seats, where there are names.

    None of an anonymous room, and none where everybody passed.
    """
    if round_.phase != "revealed" or state.policy.anonymity == "anonymous":
        return []
    votes = sorted(round_.votes.values(), key=lambda vote: seat_of(state, vote.participant))
    ballots = [(vote.participant, vote.ballot) for vote in votes]
    return ballots if any(not isinstance(ballot, Pass) for _who, ballot in ballots) else []
