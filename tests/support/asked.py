"""People of a rehearsal who are asked why, round by round, without a session around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from support.rehearsed import ours

from mops_tui.model.packs.characters import Disturbance
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import Ballot
from mops_tui.sources.simulated.answering import answer
from mops_tui.sources.simulated.characters import SimulatedPerson, people
from mops_tui.sources.simulated.listening import listen
from mops_tui.sources.simulated.saying.asking import Statement, ask
from mops_tui.sources.simulated.saying.matter import Matter
from mops_tui.storage.packs.packs import Library
from mops_tui.words.rehearsals.reasons import speech


@dataclass(frozen=True)
class Heard:
    """Somebody who was asked, and all that was known then."""

    person: SimulatedPerson
    ballot: Ballot
    matter: Matter
    asked: Statement


def matter(ref: str, library: Library) -> Matter:
    """A question of a library, before anybody has voted."""
    scenario, _, name = ref.partition("/")
    made = assemble((AgendaEntry(scenario=scenario),), library.scenarios, id="t", title="T")
    question = made.question(ref)
    assert question is not None
    arguments = tuple(one for one in library.arguments.get(scenario, ()) if one.question == name)
    return Matter(ref, question, made, speech(library.arguments), arguments)


def everybody_asked(
    ref: str,
    seed: int,
    rounds: int = 2,
    library: Library | None = None,
    happening: Disturbance | None = None,
    just_before: Disturbance | None = None,
) -> Iterator[Heard]:
    """All nine are asked after each round, in the order of their seats.

    Args:
        ref: The question.
        seed: Of the room.
        rounds: How often they vote.
        library: The packs.
        happening: What happens after the first round, if anything.
        just_before: What happens before it.
    """
    packs = library or ours()
    about = matter(ref, packs)
    room = people(packs.casts["the-room"], 9, seed)
    if just_before is not None:
        for person in room:
            person.befall(just_before)
        about = replace(about, since={one.id: (just_before.id,) for one in room})
    for number in range(1, rounds + 1):
        now = {person.id: answer(person, ref, about.question) for person in room}
        about = replace(about, now=now, before=about.now, number=number)
        for person in room:
            asked = ask(person, about)
            assert asked is not None
            yield Heard(person, now[person.id], about, asked)
            about = asked.matter
        listen(room, ref, about.question)
        if number == 1 and happening is not None:
            for person in room:
                person.befall(happening)
            since = {one.id: (happening.id,) for one in room}
            about = replace(about, since=since)
