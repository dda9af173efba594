"""Who answered what, where the room agreed to be named."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.model.results.marks import seat_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Ballot, Choice, Pass
from mops_tui.model.session.state import Round
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import category_label, participant_label


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


def named_ballots(state: VisibleState, round_: Round) -> list[tuple[str, Ballot]]:
    """(participant, ballot) of a revealed round in the order of seats, where there are names.

    None of an anonymous room, and none where everybody passed.
    """
    if round_.phase != "revealed" or state.policy.anonymity == "anonymous":
        return []
    votes = sorted(round_.votes.values(), key=lambda vote: seat_of(state, vote.participant))
    ballots = [(vote.participant, vote.ballot) for vote in votes]
    return ballots if any(not isinstance(ballot, Pass) for _who, ballot in ballots) else []
