"""What there is to say of a question: its arguments, its ballots, and what was said already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from mops_tui.model.packs.arguments import Argument, Concern, Side
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.model.session.state import Round, WorkshopState
from mops_tui.sources.simulated.stands import Stand, stand_at, stands

NOWHERE = Stand("", "for")
"""The answer of somebody to whom nothing stands out."""

LineKind = Literal["argument", "goodie", "gotcha", "works-when", "plain"]


@dataclass(frozen=True)
class Line:
    """Something that can be said for an answer, or against another one.

    Attributes:
        stand: The answer that it is about.
        text: What is said.
        sources: Keys of the content brief that it rests on.
        weight: What it is worth to whom it was looked up for.
    """

    stand: Stand
    text: str
    kind: LineKind = "argument"
    sources: tuple[str, ...] = ()
    weight: float = 0.0


@dataclass(frozen=True)
class Spoken:
    """What somebody has said of the question already.

    Attributes:
        participant: Who; "" where nobody knows any more, in an anonymous session.
        name: Theirs; "" where the session shows no names.
        round: The round of the answer that it explains.
        stands: The most telling answers of that ballot.
        passed: They had passed.
    """

    participant: str
    name: str
    round: int
    text: str
    stands: tuple[Stand, ...] = ()
    passed: bool = False


@dataclass(frozen=True)
class Reason:
    """Why somebody answered so.

    Attributes:
        line: What they say; None where they passed.
        own: The answer of theirs that they speak of.
        as_said_by: The name of whoever said the very same before, "" where names are not shown;
            None where nobody did.
        again: They said the very same before, themselves.
        before: What they answered there in the round before; None where they did not.
        heard: The name of somebody who had spoken for this answer, if they have come to it, or
            for another one, if they stay.
    """

    line: Line | None
    own: Stand = NOWHERE
    as_said_by: str | None = None
    again: bool = False
    before: Stand | None = None
    heard: str = ""

    @property
    def moved(self) -> bool:
        """They have come to this answer, or further on its side, since the round before."""
        return self.before is not None and not self.stayed

    @property
    def stayed(self) -> bool:
        """They answered the same in the round before."""
        before = self.before
        return before is not None and (before.of, before.value) == (self.own.of, self.own.value)


@dataclass(frozen=True)
class Speech:
    """What can be said in a rehearsal, and how it sounds: sentences are made above this layer.

    Attributes:
        plain: What somebody says who has no argument: what counts for them.
        spoken: A whole reason, as it is said.
        arguments: The arguments of each scenario, by its id.
    """

    plain: Callable[[Concern | None], str]
    spoken: Callable[[Reason, QuestionBase, Workshop], str]
    arguments: Mapping[str, Sequence[Argument]] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """A question whose votes the room has seen, with all that can be said of it, and was.

    Attributes:
        ref: `scenario/question`.
        question: With what the room added to it.
        arguments: Those about this question.
        number: The round that was revealed last.
        now: The ballots of that round, by participant.
        before: Those of the round before.
        said: What people have said of it, the earliest first.
        named: The session shows what people are called, so that they can name each other.
    """

    ref: str
    question: QuestionBase
    workshop: Workshop
    speech: Speech
    arguments: tuple[Argument, ...] = ()
    number: int = 1
    now: Mapping[str, Ballot] = field(default_factory=dict)
    before: Mapping[str, Ballot] = field(default_factory=dict)
    said: tuple[Spoken, ...] = ()
    named: bool = True

    def stands(self, ballot: Ballot) -> tuple[tuple[Stand, ...], tuple[Stand, ...]]:
        """What a ballot says most plainly, and what its owner may speak against."""
        return stands(self.question, ballot, self._grid)

    @cached_property
    def by_answer(self) -> Mapping[tuple[str, Side], list[Argument]]:
        """The arguments, by the answer that they are about and the side that they take."""
        found: defaultdict[tuple[str, Side], list[Argument]] = defaultdict(list)
        for one in self.arguments:
            found[one.of, one.side].append(one)
        return found

    def at(self, ballot: Ballot, item: str) -> tuple[float, Stand] | None:
        """Where a ballot put an item, and what that says."""
        return stand_at(self.question, ballot, item)

    def said_before(self, line: Line) -> tuple[Spoken, ...]:
        """Who has said this already; of an answer alone, who has said it of the same one."""
        same = (one for one in self.said if says(one.text, line.text))
        if line.kind != "plain":
            return tuple(same)
        return tuple(
            one for one in same if any(map(line.stand.is_like, one.stands or (line.stand,)))
        )

    @property
    def _grid(self) -> Grid | None:
        question = self.question
        return self.workshop.grid(question.grid) if isinstance(question, GridQuestion) else None


def says(text: str, line: str) -> bool:
    """Whether a line is among the sentences of a text: "No." is not, in "Nobody has a budget."."""
    line = " ".join(line.split())
    return re.search(rf"(?:^|[.:!?…”]\s){re.escape(line)}(?:\s|$)", text) is not None


def matter_of(
    state: WorkshopState, ref: str, speech: Speech, speakers: Mapping[int, str] | None = None
) -> Matter | None:
    """What there is to say of a question; None while its latest round is not revealed.

    Args:
        state: The session.
        ref: The question.
        speech: What can be said.
        speakers: Who gave which reason, by its place among those of the question: an anonymous
            session does not keep it.
    """
    question, rounds = state.question(ref), state.rounds.get(ref, ())
    if question is None or not rounds or rounds[-1].phase != "revealed":
        return None
    scenario, _, name = ref.partition("/")
    arguments = tuple(one for one in speech.arguments.get(scenario, ()) if one.question == name)
    bare = Matter(
        ref,
        question,
        state.workshop,
        speech,
        arguments,
        rounds[-1].number,
        _ballots(rounds[-1]),
        _ballots(rounds[-2]) if len(rounds) > 1 else {},
        named=state.policy.anonymity != "anonymous",
    )
    said = []
    for place, given in enumerate(state.reasons.get(ref, ())):
        who = given.participant or (speakers or {}).get(place, "")
        known = state.participants.get(who) if bare.named else None
        vote = rounds[given.round - 1].votes.get(who)
        said.append(
            Spoken(
                who,
                known.name if known is not None else "",
                given.round,
                given.text,
                bare.stands(vote.ballot)[0] if vote is not None else (),
                vote is not None and isinstance(vote.ballot, Pass),
            )
        )
    return replace(bare, said=tuple(said))


def _ballots(round_: Round) -> dict[str, Ballot]:
    return {who: vote.ballot for who, vote in round_.votes.items()}
