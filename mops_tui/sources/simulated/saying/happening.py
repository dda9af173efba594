"""What somebody says of what has happened: that it moved them, that it did not, or nothing.

It is asked of the answer that they speak of: what would it have been, had they heard the same and
this not happened? Only where it would have been another is what happened the cause.
"""

from __future__ import annotations

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.session.ballots import Ballot
from mops_tui.sources.simulated.answering import otherwise
from mops_tui.sources.simulated.characters import SimulatedPerson
from mops_tui.sources.simulated.draws import chance
from mops_tui.sources.simulated.saying.matter import MOST_TIMES, Matter
from mops_tui.sources.simulated.saying.stands import BY_ITEM, Stand


def without(person: SimulatedPerson, matter: Matter) -> Ballot | None:
    """What somebody would have answered but for what has just happened.

    Returns:
        None where nothing has that concerns them, or they were asked for what is so.
    """
    names = matter.since.get(person.id, ())
    happened = [one for one in person.happened if one.id in names]
    if not happened or person.knows(matter.ref):
        return None
    return otherwise(person, matter.ref, matter.question, happened)


def is_driven(person: SimulatedPerson, matter: Matter, about: Stand, other: Ballot | None) -> bool:
    """Whether an answer is what it is because of what has happened.

    Args:
        person: Whose answer.
        matter: The question.
        about: The answer, or the item of it.
        other: What they would have answered otherwise; None where nothing has happened.
    """
    return other is not None and not matter.alike(other, matter.now[person.id], about)


def of_what_happened(
    person: SimulatedPerson, matter: Matter, about: Stand, other: Ballot | None
) -> tuple[str, bool]:
    """What somebody says of what has happened since they voted before; best what nobody said.

    Args:
        person: Who speaks.
        matter: The question.
        about: The answer of theirs that they speak of.
        other: What they would have answered otherwise; None where nothing has happened.

    Returns:
        The sentence, "" for none; and whether it moved them.
    """
    before = matter.before.get(person.id)
    if other is None or before is None:
        return "", False
    stayed = matter.alike(before, matter.now[person.id], about)
    driven = is_driven(person, matter, about, other)
    away = kind_of(matter.question) in BY_ITEM and about not in matter.moved(person.id)
    if away and not stayed:  # they argue for what they have moved away from
        return "", False
    if stayed == driven:  # what they heard moved them, or what happened only kept them
        return "", False
    if stayed:
        same = [one for one in matter.said if one.round == matter.number]
        often = sum(matter.speech.unmoved in one.text for one in same)
        return (matter.speech.unmoved if often < MOST_TIMES else ""), False
    happened = [one for one in person.happened if one.id in matter.since[person.id]]
    words = [" ".join(text.split()) for one in happened for text in one.mentions]
    unsaid = [text for text in words if not any(text in one.text for one in matter.said)]
    if not words:
        return matter.speech.since, True
    which = chance(person.company.seed, person.id, matter.ref)
    return (unsaid or words)[int(which * len(unsaid or words))], True


def instead(
    person: SimulatedPerson, matter: Matter, about: Stand, other: Ballot | None
) -> Stand | None:
    """What somebody would have answered in their first vote but for what has just happened.

    Args:
        person: Who speaks.
        matter: The question.
        about: The answer of theirs that they speak of.
        other: What they would have answered otherwise; None where nothing has happened.

    Returns:
        None where that is nothing else, or nothing that stands out, or others have said so.
    """
    if other is None or person.id in matter.before or kind_of(matter.question) == "text":
        return None
    opening = matter.speech.instead.partition("{")[0]
    often = sum(bool(opening) and opening in one.text for one in matter.said)
    if often >= MOST_TIMES or not is_driven(person, matter, about, other):
        return None
    if kind_of(matter.question) in BY_ITEM:
        put = matter.at(other, about.of)
        return None if put is None else put[1]
    first = matter.stands(other)[0]
    return first[0] if len(first) == 1 else None
