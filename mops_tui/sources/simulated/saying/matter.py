"""What there is to say of a question: its arguments, its ballots, and what was said already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from mops_tui.model.packs.arguments import Argument, Concern, Side
from mops_tui.model.packs.characters import HAPPENED
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.model.session.state import Round, WorkshopState
from mops_tui.sources.simulated.saying.stands import (
    BY_ITEM,
    Stand,
    places,
    scale_of,
    stand_at,
    stands,
)

NOWHERE = Stand("", "for")
"""The answer of somebody to whom nothing stands out."""

MOST_TIMES = 2
"""How many people say the same; whoever comes then says something else."""

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
        own: The answer of theirs that they spoke of.
        argued: What they argued for, or against; None where they gave no argument.
    """

    participant: str
    name: str
    round: int
    text: str
    stands: tuple[Stand, ...] = ()
    passed: bool = False
    own: Stand = NOWHERE
    argued: Stand | None = None


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
        changed: Something in their ballot is not as it was in the round before.
        since: What they say of something that has happened in between and concerns them.
        driven: It is what moved them; else it has not.
        instead: What they would have answered in their first vote but for what has just happened;
            None where that is nothing else, or nothing has.
    """

    line: Line | None
    own: Stand = NOWHERE
    as_said_by: str | None = None
    again: bool = False
    before: Stand | None = None
    heard: str = ""
    changed: bool = False
    since: str = ""
    driven: bool = False
    instead: Stand | None = None

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
        since: What somebody says who has moved after something of which a cast says nothing.
        unmoved: What somebody says whom it concerns and whose answer it has not changed.
        instead: What somebody says who would have given another `{answer}` but for it.
    """

    plain: Callable[[Concern | None], str]
    spoken: Callable[[Reason, QuestionBase, Workshop], str]
    arguments: Mapping[str, Sequence[Argument]] = field(default_factory=dict)
    since: str = ""
    unmoved: str = ""
    instead: str = ""


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
        since: What has happened between somebody's last two votes, or just before their first,
            by participant: the ids.
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
    since: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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

    def moved(self, who: str) -> dict[Stand, float]:
        """The items that somebody has moved since the round before, as they stand now: how far.

        Each stands on the side to which it was moved, or has come to the very middle: nobody
        argues for a side on which they do not stand.
        """
        before, now = self.before.get(who), self.now.get(who)
        if before is None or now is None:
            return {}
        middle, (lower, upper) = scale_of(self.question)
        was, put = places(self.question, before), places(self.question, now)
        moved: dict[Stand, float] = {}
        for item in (one for one in put if one in was):
            here, there = self.at(now, item), self.at(before, item)
            if here is not None and there is not None and here[1].value != there[1].value:
                side = upper if put[item] > was[item] else lower
                if side == here[1].side or put[item] == middle:
                    moved[replace(here[1], side=side)] = abs(put[item] - was[item])
        return moved

    def alike(self, one: Ballot, other: Ballot, about: Stand) -> bool:
        """Whether two ballots say the same of an answer, or of an item."""
        if about.of and kind_of(self.question) in BY_ITEM:
            first, second = self.at(one, about.of), self.at(other, about.of)
            return first is not None and second is not None and first[1].value == second[1].value
        tops = [{stand.of for stand in self.stands(ballot)[0]} for ballot in (one, other)]
        return tops[0] == tops[1] or all(about.of in top for top in tops)

    def spoken(self, who: str, name: str, number: int, text: str, ballot: Ballot | None) -> Spoken:
        """What somebody has said, with the answer that it speaks of."""
        if ballot is None or isinstance(ballot, Pass):
            return Spoken(who, name, number, text, passed=ballot is not None)
        own = self.stands(ballot)[0]
        argued = self._argued(text)
        of = argued.of if argued is not None else self._named(text)
        about = next((one for one in own if one.of == of), None)
        if about is None and of and (place := self.at(ballot, of)) is not None:
            about = place[1] if argued is None else replace(place[1], side=argued.side)
        return Spoken(
            who, name, number, text, own, own=about or next(iter(own), NOWHERE), argued=argued
        )

    def _argued(self, text: str) -> Stand | None:
        """The answer that an argument in a text is for or against."""
        said = (one for one in self.arguments if says(text, " ".join(one.text.split())))
        found = max(said, key=lambda one: len(one.text), default=None)
        if found is None:
            facts = (
                (option.id, fact.text)
                for option in options_of(self.question)
                for fact in (*option.goodies, *option.works_when)
            )
            of = next((name for name, fact in facts if says(text, " ".join(fact.split()))), None)
            return None if of is None else Stand(of, "for")
        if kind_of(self.question) == "hands" and found.side == "against":
            return Stand("no" if found.of == "yes" else "yes", "for")
        return Stand(found.of, found.side)

    def _named(self, text: str) -> str:
        """The item that a text names; "" where it names none, or several."""
        named = [one.id for one in items_of(self.question) if one.label in text]
        return named[0] if len(named) == 1 else ""

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
        called = known.name if known is not None else ""
        ballot = vote.ballot if vote is not None else None
        said.append(bare.spoken(who, called, given.round, given.text, ballot))
    return replace(bare, said=tuple(said), since=_since(state, ref, rounds))


def _since(state: WorkshopState, ref: str, rounds: Sequence[Round]) -> dict[str, tuple[str, ...]]:
    """What has happened between everybody's last two votes, or just before the first."""
    happened = [
        (note.seq, name.removeprefix(HAPPENED))
        for name, note in state.notes.items()
        if name.startswith(HAPPENED)
    ]
    if not happened:
        return {}
    now = rounds[-1].votes
    if len(rounds) > 1:
        begun = {who: vote.seq for who, vote in rounds[-2].votes.items()}
    else:  # what was known to a vote before this one has been in the room for a while
        others = (round_ for name in state.rounds if name != ref for round_ in state.rounds[name])
        votes = [vote.seq for round_ in others for vote in round_.votes.values()]
        first = min((vote.seq for vote in now.values()), default=0)
        begun = dict.fromkeys(now, max((seq for seq in votes if seq < first), default=-1))
    return {
        who: tuple(name for seq, name in happened if begun[who] < seq < vote.seq)
        for who, vote in now.items()
        if who in begun
    }


def _ballots(round_: Round) -> dict[str, Ballot]:
    return {who: vote.ballot for who, vote in round_.votes.items()}
