"""The people who were in two sessions, as far as both rooms show names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mops_tui.model.results import marks as on_grid
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import categories_of


@dataclass(frozen=True)
class SameAnswers:
    """How often the same people gave the same answer both times.

    Attributes:
        people: Who answered the question in both sessions.
        same: How many of their answers are the same.
        of: How many answers they gave both times; several where a question has items.
        all: Nobody else answered, then or now, as far as a name tells.
    """

    people: int
    same: int
    of: int
    all: bool


def name_key(name: str) -> str:
    """A name as it is looked for: whatever its capitals and spaces."""
    return " ".join(name.casefold().split())


def by_unique_name(state: VisibleState) -> dict[str, str]:
    """Participants by name, in a room that shows names; a name that two share is nobody's."""
    if state.policy.anonymity != "named":
        return {}
    everyone = Counter(name_key(person.name) for person in state.participants.values())
    named = ((name_key(person.name), who) for who, person in state.participants.items())
    return {name: who for name, who in named if name and everyone[name] == 1}


def in_both(first: VisibleState, last: VisibleState) -> dict[str, tuple[str, str]]:
    """Whoever is known by name in two sessions: their ids there, by name."""
    before, after = by_unique_name(first), by_unique_name(last)
    return {name: (before[name], who) for name, who in after.items() if name in before}


def same_answers(
    first: VisibleState, last: VisibleState, ref: str, later_ref: str = ""
) -> SameAnswers | None:
    """How many answers are the same people's and the same, in the latest revealed rounds.

    Args:
        first: The session before.
        last: The session after.
        ref: The question, of a kind whose ballots fall into categories.
        later_ref: What it is called in the session after, where that is something else.

    Returns:
        None where nobody is known by name to have answered both times.
    """
    later_ref = later_ref or ref
    rounds = on_grid.latest(first, ref), on_grid.latest(last, later_ref)
    answers = first.answers(ref)
    if rounds[0] is None or rounds[1] is None or answers is None:
        return None
    brought = dict(first.added.get(ref, ())), dict(last.added.get(later_ref, ()))
    people = same = given = 0
    for before, after in in_both(first, last).values():
        votes = rounds[0].votes.get(before), rounds[1].votes.get(after)
        if votes[0] is None or votes[1] is None:
            continue
        then, now = (
            {
                _known(item, labels): _known(category, labels)
                for item, category in categories_of(answers.kind, vote.ballot).items()
            }
            for vote, labels in zip(votes, brought, strict=True)
            if vote is not None
        )
        items = then.keys() & now.keys()
        people += bool(items)
        given += len(items)
        same += sum(then[item] == now[item] for item in items)
    if not people:
        return None
    everybody = [
        sum(bool(categories_of(answers.kind, vote.ballot)) for vote in round_.votes.values())
        + round_.tally.size
        for round_ in rounds
        if round_ is not None
    ]
    return SameAnswers(people, same, given, all=everybody == [people, people])


def _known(key: str, brought: Mapping[str, str]) -> str:
    """An answer by its id; one that a room brought goes by its label, as its id is that room's."""
    return f"+{name_key(brought[key])}" if key in brought else key
