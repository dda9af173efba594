"""Why a character answers as it does: an argued line about its own most telling answer.

It is taken from the arguments of the scenario, by what the character cares about; where there are
none, from what the pack says for that answer; else it is the answer itself, with what counts for
the character. Nobody repeats somebody else without saying so, and how to vote is never a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from mops_tui.model.packs.arguments import Concern, Side
from mops_tui.model.packs.questions import kind_of, options_of
from mops_tui.model.session.ballots import Ballot, Pass
from mops_tui.sources.simulated.characters import SimulatedPerson, sides
from mops_tui.sources.simulated.draws import chance
from mops_tui.sources.simulated.saying.happening import (
    instead,
    is_driven,
    of_what_happened,
    without,
)
from mops_tui.sources.simulated.saying.matter import (
    MOST_TIMES,
    NOWHERE,
    Line,
    LineKind,
    Matter,
    Reason,
    Spoken,
)
from mops_tui.sources.simulated.saying.stands import BY_ITEM, UPPER, Stand, nearly

LEAST = 0.35
"""What a line has to be worth to somebody who is to say it of themselves."""
OWN_ENOUGH = 0.5
"""How much of what weighs most for somebody another line has to weigh, to be said instead."""
NEARLY = 0.25
"""What weighs less apart than that weighs nearly alike: the seed says which of it is said."""
FROM_PACK = 0.4
"""What a line of the scenario itself is worth at least, such as a goodie."""
PER_POINT = 0.05
"""What it is worth more for each point that somebody cares about its keys."""
COUNTED = 3
"""How many of somebody's concerns they may name in a plain sentence."""


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
    other = without(person, matter)
    own = _moved_first(person, matter, own, other)
    line = _chosen(person, matter, own, besides)
    about = line.stand if line.stand in own else next(iter(own), NOWHERE)
    same = matter.said_before(line)
    before = _before(person, matter, about)
    last = matter.before.get(person.id)
    changed = last is not None and not isinstance(last, Pass) and last != ballot
    since, driven = of_what_happened(person, matter, about, other)
    return Reason(
        line,
        about,
        as_said_by=None if _again(person, same) else _other(person, same),
        again=_again(person, same),
        before=before,
        heard="" if driven else _heard(person, matter, about, before),
        changed=changed,
        since=since,
        driven=driven,
        instead=instead(person, matter, about, other),
    )


def _moved_first(
    person: SimulatedPerson, matter: Matter, own: tuple[Stand, ...], other: Ballot | None
) -> tuple[Stand, ...]:
    """Of what somebody could speak of, that to which they have moved, if they have.

    First comes what something moved that has happened since: what they say of it is true of that.
    """
    come = tuple(one for one in own if _moved_to(person, matter, one))
    if kind_of(matter.question) not in BY_ITEM:
        return come or own
    moved = matter.moved(person.id)
    driven = {one: moved[one] for one in moved if is_driven(person, matter, one, other)}
    if both := tuple(one for one in come if one in driven):
        return both
    return _furthest(driven) or come or _furthest(moved) or own


def _furthest(moved: Mapping[Stand, float]) -> tuple[Stand, ...]:
    furthest = max(moved.values(), default=0.0)
    return tuple(one for one in moved if moved[one] == furthest)


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
            if worth:
                worth += base + NEARLY * chance(person.company.seed, person.id, one.id)
            yield Line(stand, text, "argument", one.sources, worth)


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
    if ballot is None or about == NOWHERE:
        return None
    if kind_of(matter.question) not in BY_ITEM:
        first = matter.stands(ballot)[0]
        return next((one for one in first if one.of == about.of), next(iter(first), None))
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
        argued = one.argued
        if one.round == matter.number or one.participant == person.id or argued is None:
            continue
        if (not by_item or argued.of == about.of) and about.is_like(argued) == moved:
            names += [] if argued.side == "against" and argued.of != about.of else [one.name]
    # Somebody may come to an answer for whoever argued it; whom one does not listen to, one has
    # not heard out.
    return next((name for name in names if name in listened), names[0] if names and moved else "")
