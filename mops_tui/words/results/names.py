"""Who answered what, where the room agreed to be named."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of, options_of
from mops_tui.model.results.marks import seat_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Pass,
    Positions,
    Ranking,
    Ratings,
    categories_of,
)
from mops_tui.model.session.state import Round
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import (
    answer_label,
    category_label,
    item_label,
    participant_label,
)


def has_names(state: VisibleState, round_: Round) -> bool:
    """Whether there is anything to say by name: quick, whatever the size of the room."""
    return bool(named_ballots(state, round_))


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


@dataclass(frozen=True)
class NamesTable:
    """Who answered what, people by items.

    Attributes:
        items: What stands over the columns: items, pairs, waves, or options with points or places.
        rows: A name each, with what was answered to each item, "" where nothing was.
    """

    items: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def names_table(state: VisibleState, question: QuestionBase, round_: Round) -> NamesTable | None:
    """The answers of a revealed round as a table; None where they have only one part each."""
    ballots = named_ballots(state, round_)
    keys = _columns(question, [ballot for _who, ballot in ballots])
    if not ballots or not keys:
        return None
    rows = []
    for who, ballot in ballots:
        cells = tuple(_cell(question, key, ballot, state) for key in keys)
        if isinstance(ballot, Pass):
            cells = (_("passed"), *cells[1:])
        rows.append((participant_label(state, who), cells))
    return NamesTable(tuple(item_label(question, key) for key in keys), tuple(rows))


def _columns(question: QuestionBase, ballots: list[Ballot]) -> tuple[str, ...]:
    """The items or options that were answered, in the question's order."""
    answered: dict[str, None] = {}
    for ballot in ballots:
        if isinstance(ballot, Ratings | Positions):
            answered |= dict.fromkeys(ballot.items)
        elif isinstance(ballot, Allocation | Ranking):
            answered |= dict.fromkeys((*(o.id for o in options_of(question)), *ballot.options))
    known = [part.id for part in (*items_of(question), *options_of(question))]
    return (*(k for k in known if k in answered), *sorted(set(answered) - set(known)))


def _cell(question: QuestionBase, key: str, ballot: Ballot, state: VisibleState) -> str:
    if isinstance(ballot, Allocation):
        return str(dict(zip(ballot.options, ballot.points, strict=True)).get(key, 0))
    if isinstance(ballot, Ranking):
        return str(ballot.options.index(key) + 1) if key in ballot.options else ""
    category = categories_of(kind_of(question), ballot).get(key)
    return "" if category is None else answer_label(question, key, category, state.workshop)


def named_ballots(state: VisibleState, round_: Round) -> list[tuple[str, Ballot]]:
    """(participant, ballot) of a revealed round in the order of seats, where there are names.

    None of an anonymous room, and none where everybody passed.
    """
    if round_.phase != "revealed" or state.policy.anonymity == "anonymous":
        return []
    votes = sorted(round_.votes.values(), key=lambda vote: seat_of(state, vote.participant))
    ballots = [(vote.participant, vote.ballot) for vote in votes]
    return ballots if any(not isinstance(ballot, Pass) for _who, ballot in ballots) else []
