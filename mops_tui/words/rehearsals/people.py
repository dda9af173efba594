"""Who takes a rehearsed decision, who must agree to it, and who saw it otherwise and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.backing import Backing
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Ballot, categories_of, put_first
from mops_tui.model.session.state import GivenReason, Participant
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import category_label, item_label, participant_label
from mops_tui.words.results.quoting import between_marks, ended, named, quoted
from mops_tui.words.safe import in_one_line

NAMED = 2
"""So many who saw it otherwise are named; more are counted."""
ENDS = ".!?…"


def owner_of(state: VisibleState, backing: Backing, roles: Sequence[str]) -> Participant | None:
    """Who takes care of it: of those who chose it the one whose role fits best, else the first.

    Args:
        state: What may be seen.
        backing: Who chose it.
        roles: Whose task it is, the fittest first.
    """
    chose = [one for one in _people(state, backing.behind) if one.present]
    return _fitting(chose, roles) or next(iter(chose), None)


def who_agrees(
    state: VisibleState, backing: Backing, roles: Sequence[str], owner: Participant | None
) -> str:
    """Whose yes it needs besides the owner's, by role or by name: "" where nobody is there.

    Args:
        state: What may be seen.
        backing: Who chose it, and who did not.
        roles: Whose yes it needs, the first first.
        owner: Who takes care of it.
    """
    others = [
        one
        for one in state.participants.values()
        if one.present
        and owner is not None
        and one.id != owner.id
        and (not one.role or one.role != owner.role)
    ]
    against = [one for one in others if one.id in backing.otherwise]
    found = _fitting(others, roles) or next(iter((*against, *others)), None)
    return "" if found is None else found.role or found.name


def dissent_of(
    state: VisibleState, result: Result, question: QuestionBase, backing: Backing, item: str
) -> str:
    """Who saw it otherwise, with what they chose and why; who gave a reason comes first.

    Args:
        state: What may be seen.
        result: The round.
        question: Its question.
        backing: Who chose what was picked, and who did not.
        item: What was picked: of an item it is told what others said of it.
    """
    if not backing.otherwise:
        return ""
    count = len(backing.otherwise)
    people = _people(state, backing.otherwise)
    if not people:
        words = ngettext("{n} of {all} saw it otherwise.", "{n} of {all} saw it otherwise.", count)
        return words.format(n=count, all=count + len(backing.behind))
    reasons = {one.participant: one for one in _reasons(state, result, question, item)}
    people.sort(key=lambda one: one.id not in reasons)  # the order of votes stays otherwise
    votes = state.rounds[result.ref][result.round - 1].votes
    told = []
    for person in people[:NAMED]:
        why = reasons.get(person.id)
        said = _answered(state, result, question, votes[person.id].ballot, item)
        # A reason about an item names it, and what was said of it.
        said = "" if result.items and why is not None else said
        told.append(_one(participant_label(state, person.id), said, why))
    more = count - len(told)
    if more:
        words = ngettext("One more saw it otherwise.", "{n} more saw it otherwise.", more)
        told.append(words.format(n=more))
    return " ".join(told)


def spoken_for(
    state: VisibleState, result: Result, question: QuestionBase, backing: Backing, item: str
) -> str:
    """A reason that somebody gave who chose what was picked: "Priya said: “…”"; "" for none."""
    given = _reasons(state, result, question, item)
    found = next((one for one in reversed(given) if one.participant in backing.behind), None)
    if found is None:
        return ""
    name = participant_label(state, found.participant)
    return _("{name} said: “{text}”").format(name=name, text=_told(found))


def _one(name: str, said: str, reason: GivenReason | None) -> str:
    if said and reason is not None:
        words = _("{name} {said}: “{reason}”")
        return words.format(name=name, said=said, reason=_told(reason))
    if reason is not None:
        return _("{name}: “{reason}”").format(name=name, reason=_told(reason))
    if said:
        return ended(_("{name} {said}.").format(name=name, said=said))
    return _("{name} saw it otherwise.").format(name=name)


def _answered(
    state: VisibleState, result: Result, question: QuestionBase, ballot: Ballot, item: str
) -> str:
    """What somebody answered, behind their name: "chose IT"; "" where it takes too many words."""
    first = put_first(ballot)
    if len(first) == 1:
        # Translators: each of these follows a name.
        words = _("chose {answer}")
        if result.kind == "allocate":
            words = _("gave most points to {answer}")
        elif result.kind == "rank":
            words = _("put {answer} first")
        return words.format(answer=named(category_label(question, first[0], state.workshop)))
    level = categories_of(result.kind, ballot).get(item)
    if result.kind == "rate" and level is not None:
        label = named(item_label(question, item))
        return _("said {answer} of {item}").format(
            answer=quoted(category_label(question, level)), item=label
        )
    return ""


def _reasons(
    state: VisibleState, result: Result, question: QuestionBase, item: str
) -> list[GivenReason]:
    """What people said of a question for the answer that they gave in the end.

    Who has moved since has another answer now, and what they said before is no reason for it. Of
    several items it is what they said of this one.
    """
    given = state.reasons.get(result.ref, ())
    label = item_label(question, item).casefold()
    return [
        one
        for one in given
        if _still_so(state, result, one, item)
        and (not result.items or label in one.text.casefold())
    ]


def _still_so(state: VisibleState, result: Result, reason: GivenReason, item: str) -> bool:
    """Whether somebody answers in the end as they did when they gave this reason."""
    rounds = state.rounds[result.ref]
    then, now = (rounds[number - 1].votes for number in (reason.round, result.round))
    if reason.participant not in now:
        return False
    # A room that keeps no names keeps no votes of a person: nothing ties a reason to an answer.
    was = then.get(reason.participant)
    if was is None:
        return False
    before, after = was.ballot, now[reason.participant].ballot
    if result.items:
        levels = (categories_of(result.kind, one).get(item) for one in (before, after))
        return next(levels) == next(levels)
    if put_first(after):
        return set(put_first(before)) == set(put_first(after))
    return before == after


def _told(reason: GivenReason) -> str:
    """A reason as it stands between quotation marks: it ends as a sentence does."""
    text = between_marks(in_one_line(reason.text))
    return text if text[-1:] in ENDS else f"{text}."


def _people(state: VisibleState, keys: Iterable[str]) -> list[Participant]:
    """Those whose votes lead to somebody: nobody's do in an anonymous room."""
    return [state.participants[key] for key in keys if key in state.participants]


def _fitting(people: Sequence[Participant], roles: Sequence[str]) -> Participant | None:
    for role in roles:
        for person in people:
            if person.role.casefold() == role.casefold():
                return person
    return None
