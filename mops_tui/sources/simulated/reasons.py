"""Why a character answers as it does: an argued line about its own most telling answer.

It is taken from the arguments of the scenario, by what the character cares about; where there are
none, from what the pack says for that answer; else it is the answer itself, with what counts for
the character. Nobody repeats somebody else without saying so, and how to vote is never a reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

from mops_tui.model.packs.arguments import Argument, Concern, Side
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, kind_of, options_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.model.session.state import Round, WorkshopState
from mops_tui.sources.simulated.characters import SimulatedPerson, sides
from mops_tui.sources.simulated.stands import BY_ITEM, UPPER, Stand, nearly, stand_at, stands

LEAST = 0.35
"""What a line has to be worth to somebody who is to say it of themselves."""
OWN_ENOUGH = 0.5
"""How much of what weighs most for somebody another line has to weigh, to be said instead."""
FROM_PACK = 0.4
"""What a line of the scenario itself is worth at least, such as a goodie."""
PER_POINT = 0.05
"""What it is worth more for each point that somebody cares about its keys."""
MOST_TIMES = 2
"""How many people say the same; whoever comes then says something else."""
COUNTED = 3
"""How many of somebody's concerns they may name in a plain sentence."""

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


def reason(person: SimulatedPerson, matter: Matter) -> Reason | None:
    """Why somebody answered so in the round that was revealed; None where they did not vote."""
    ballot = matter.now.get(person.id)
    if ballot is None:
        return None
    if isinstance(ballot, Pass):
        passed = [one for one in matter.said if one.passed]
        again = _again(person, passed)
        return Reason(None, as_said_by=None if again else _other(person, passed), again=again)
    own, besides = matter.stands(ballot)
    own = own or nearly(matter.question, ballot, person.worth.get(matter.ref, {}))
    come = tuple(one for one in own if _moved_to(person, matter, one))
    own = come or own  # whoever has moved is asked about that
    line = _chosen(person, matter, own, besides)
    about = line.stand if line.stand in own else next(iter(own), NOWHERE)
    same = matter.said_before(line)
    before = _before(person, matter, about)
    return Reason(
        line,
        about,
        as_said_by=None if _again(person, same) else _other(person, same),
        again=_again(person, same),
        before=before,
        heard=_heard(person, matter, about, before),
    )


def _other(person: SimulatedPerson, said: Sequence[Spoken]) -> str | None:
    return next((one.name for one in said if one.participant != person.id), None)


def _again(person: SimulatedPerson, said: Sequence[Spoken]) -> bool:
    return any(one.participant == person.id for one in said)


def _moved_to(person: SimulatedPerson, matter: Matter, about: Stand) -> bool:
    before = _before(person, matter, about)
    return before is not None and (before.of, before.value) != (about.of, about.value)


def _chosen(
    person: SimulatedPerson, matter: Matter, own: Sequence[Stand], besides: Sequence[Stand]
) -> Line:
    """What weighs most for somebody, else what weighs nearly as much and is unsaid."""
    every = [line for stand in own for line in _argued(person, matter, stand)]
    mine = _weighty(every)
    enough = OWN_ENOUGH * mine[0].weight if mine else 0.0

    def unsaid(lines: Iterable[Line]) -> Line | None:
        found = (one for one in lines if one.weight >= enough and not matter.said_before(one))
        return next(found, None)

    if (line := unsaid(mine)) is not None:
        return line
    against = (line for stand in besides for line in _argued(person, matter, stand))
    if (line := unsaid(_weighty(against))) is not None:
        return line
    if mine and len(matter.said_before(mine[0])) < MOST_TIMES:
        return mine[0]
    lines = _weighty(
        line for stand in (*own, *besides) for line in _from_pack(person, matter, stand)
    )
    plain = tuple(_plain(person, matter, next(iter(own), NOWHERE)))
    rest = sorted((line for line in every if line.weight > 0), key=lambda line: -line.weight)
    new = (line for line in (*rest, *lines, *plain) if not matter.said_before(line))
    return next(new, plain[0])


def _weighty(lines: Iterable[Line]) -> list[Line]:
    """What is worth saying of some lines, the weightiest first."""
    return sorted((one for one in lines if one.weight >= LEAST), key=lambda one: -one.weight)


def _argued(person: SimulatedPerson, matter: Matter, stand: Stand) -> Iterator[Line]:
    taken: list[tuple[str, Side]] = [(stand.of, stand.side)]
    base = 0.0 if any(_concerns(person)) else LEAST  # whoever cares about nothing says anything
    if kind_of(matter.question) == "hands":  # who speaks against a yes speaks for a no
        other = "no" if stand.of == "yes" else "yes"
        taken.append((other, "against" if stand.side == "for" else "for"))
    for answer in taken:
        for one in matter.by_answer.get(answer, ()):
            worth = person.argues(one)
            text = " ".join(one.text.split())
            yield Line(stand, text, "argument", one.sources, worth and base + worth)


def _from_pack(person: SimulatedPerson, matter: Matter, stand: Stand) -> Iterator[Line]:
    """Goodies and works-when lines for an answer; gotchas against one."""
    option = next((one for one in options_of(matter.question) if one.id == stand.of), None)
    kinds: dict[str, LineKind] = {
        "goodie": "goodie", "gotcha": "gotcha", "works-when": "works-when"
    }  # fmt: skip
    for side, facts, sign in sides(option) if option is not None else ():
        if (sign < 0) == (stand.side == "against"):
            for fact in facts:
                worth = FROM_PACK + PER_POINT * abs(sign) * person.weight(fact)
                yield Line(stand, " ".join(fact.text.split()), kinds[side], fact.sources, worth)


def _plain(person: SimulatedPerson, matter: Matter, stand: Stand) -> Iterator[Line]:
    """The answer itself, with what counts for somebody: their strongest concern first."""
    for concern in _concerns(person)[:COUNTED] or (None,):
        yield Line(stand, matter.speech.plain(concern), "plain")


def _concerns(person: SimulatedPerson) -> tuple[Concern, ...]:
    """What somebody cares about now, the strongest first."""
    every: tuple[Concern, ...] = get_args(Concern)
    cared = {one: person.concern(one) for one in every}
    return tuple(sorted((one for one in every if cared[one] > 0), key=lambda one: -cared[one]))


def _before(person: SimulatedPerson, matter: Matter, about: Stand) -> Stand | None:
    """What somebody answered there in the round before; None where they have moved away from it."""
    ballot, latest = matter.before.get(person.id), matter.now[person.id]
    if ballot is None:
        return None
    if kind_of(matter.question) not in BY_ITEM:
        first, now_first = matter.stands(ballot)[0], matter.stands(latest)[0]
        return first[0] if len(first) == len(now_first) == 1 else None
    before = matter.at(ballot, about.of)
    now = matter.at(latest, about.of)
    if before is None or now is None:
        return None
    further = before[0] < now[0] if about.side in UPPER else before[0] > now[0]
    return before[1] if further or before[1].value == about.value else None


def _heard(person: SimulatedPerson, matter: Matter, about: Stand, before: Stand | None) -> str:
    """Whom somebody heard before this round: for the answer they came to, or for another one."""
    if before is None:
        return ""
    moved = before.value != about.value or before.of != about.of
    by_item = kind_of(matter.question) in BY_ITEM
    listened = person.swayed[matter.ref].who if matter.ref in person.swayed else ()
    names = []
    for one in matter.said:
        there = [each for each in one.stands if not by_item or each.of == about.of]
        alike = any(about.is_like(each) for each in there)
        if one.round < matter.number and one.participant != person.id and there:
            names += [one.name] if alike == moved else []
    # Somebody may come to an answer for whoever argued it; whom one does not listen to, one has
    # not heard out.
    return next((name for name in names if name in listened), names[0] if names and moved else "")
