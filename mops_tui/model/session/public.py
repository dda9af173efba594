"""What of a state anybody may see: nobody is named, and nothing that one person wrote stays.

What a vote adds up to is withheld later, where it is counted (`model/results/withheld.py`); here
no ballot is left that anything else could read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.people.found import SOMEBODY
from mops_tui.model.people.unnamed import THE_ROLE, Known, Unnamed
from mops_tui.model.session.ballots import Pass
from mops_tui.model.session.before import Before
from mops_tui.model.session.events import Event, ParticipantJoined, ParticipantUpdated
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import ReportEdits, Round, Tally, WorkshopState, change
from mops_tui.model.text.counting import counts
from mops_tui.model.text.small_counts import without_small_counts

T = TypeVar("T")
WITHHELD_UNDER = 5
"""A group of fewer is not told of to anybody who was not there."""
_LIST = re.compile(r"[,;/&+\n]|\band\b|\bund\b|\bwith\b", re.IGNORECASE)
_NAME_LIKE = 4
"""The most words of somebody's name, where a text is taken for one."""


@dataclass(frozen=True)
class Instead:
    """What stands where a name was: of somebody who was there, with a role, and of others."""

    somebody: str = SOMEBODY
    the_role: str = THE_ROLE
    other: str = "somebody"


INSTEAD = Instead()


def floored(people: int) -> int:
    """How many people there were at least: exact figures would tell of those who did not vote."""
    return people - people % WITHHELD_UNDER


def unnamed_of(
    state: WorkshopState, events: Iterable[Event] = (), instead: Instead = INSTEAD
) -> Unnamed:
    """Takes the names of everybody whom a session knows out of texts.

    Args:
        state: The session.
        events: Its events: names that somebody had before are names, too.
        instead: What stands where they were.
    """
    names: dict[str, list[str]] = {}
    people = [(one.id, one.name) for one in state.participants.values()]
    for who, name in (*_joined(events), *people):
        names.setdefault(who, []).append(name)
    roles = {who: one.role for who, one in state.participants.items()}
    ordinary = ordinary_words(state)
    plain = [Known(tuple(own), instead.somebody, roles.get(who, "")) for who, own in names.items()]
    finder = Unnamed(plain, ordinary)
    known = [Known(one.names, _called(one.role, finder, instead), one.role) for one in plain]
    kept = _words_of(" ".join((ordinary, *roles.values())))
    others = dict.fromkeys(
        name for text in short_texts(state) for name in _names_in(text, kept, finder)
    )
    known += [Known((name,), instead.other) for name in others]
    return Unnamed(known, ordinary)


def ordinary_words(state: WorkshopState) -> str:
    """What the authors of the packs wrote: its words are no names."""
    return " ".join(_strings((state.base or state.workshop).model_dump()))


def _joined(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    for event in events:
        if isinstance(event, ParticipantJoined | ParticipantUpdated) and event.name:
            yield event.participant, event.name


_END = re.compile(r"(?<=[.!?…])[\"”»]?\s+")


def grounds(text: str, unnamed: Unnamed) -> str:
    """Why something was decided, without who said what, and without a sentence that counts.

    What stands behind the first name is somebody's word more often than not: it goes with it.
    Which figures are votes nobody can tell: every sentence with a digit or a word for a number
    goes, rather one too many.
    """
    kept: list[str] = []
    for sentence in _END.split(text):
        if unnamed.mentions(sentence):
            break
        if not counts(sentence):
            kept.append(sentence)
        elif not kept:
            break  # what follows leans on it
    return " ".join(kept)


def _called(role: str, finder: Unnamed, instead: Instead) -> str:
    role = " ".join(role.split())
    if not role or finder.mentions(role):
        return instead.somebody
    return instead.the_role.format(role=role)


def short_texts(state: WorkshopState) -> Iterator[str]:
    """Where people are written down by name, whoever they are: owners, and who must agree."""
    for decision in state.decisions.values():
        yield from (decision.owner, decision.agree)
    yield from (action.who for action in state.actions.values())
    if state.before is not None:
        for was in state.before.decisions:
            yield from (was.owner, was.agree)
        yield from (done.who for done in state.before.actions)


def _names_in(text: str, kept: set[str], finder: Unnamed) -> Iterator[str]:
    """What in an owner's field looks like the name of somebody who has no seat."""
    for part in (one.strip(" .()") for one in _LIST.split(text)):
        words = re.findall(r"[^\W_]+", part)
        named = [word for word in words if word.casefold() not in kept]
        if not 0 < len(words) <= _NAME_LIKE or not named or finder.mentions(part):
            continue
        if all(word[0].isupper() or not word[0].islower() for word in named) and not all(
            word.isupper() and len(word) <= _NAME_LIKE for word in named
        ):
            yield " ".join(named)


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def public_parts(state: WorkshopState, unnamed: Unnamed) -> dict[str, Any]:
    """The parts of a view that differ for anybody, by name.

    Decisions keep who owns them, by role; a dissent is one person's, and goes, as does of their
    reasons what tells figures or who said it. Of notes the parking lot stays.
    """
    say = _saying(state, unnamed)
    people = floored(max(state.present, len(state.participants)))
    subjects = {key: say(one) for key, one in state.subjects.items()}
    return {
        "title": say(state.title),
        "policy": state.policy.model_copy(update={"anonymity": "anonymous"}),
        "workshop": _renamed(state.workshop, state.subjects, subjects),
        "subjects": subjects,
        "added": {
            ref: tuple((key, say(label)) for key, label in own) for ref, own in state.added.items()
        },
        "participants": {},
        "absent": (),
        "head_count": people,
        "counted": people,
        "decisions": {
            key: one.model_copy(
                update={
                    **{n: say(getattr(one, n)) for n in OF_DECISION},
                    "why": grounds(one.why, unnamed),
                    "dissent": "",
                }
            )
            for key, one in state.decisions.items()
        },
        "actions": {
            key: one.model_copy(update={n: say(getattr(one, n)) for n in ("what", "who", "by")})
            for key, one in state.actions.items()
        },
        "notes": {
            key: one.model_copy(update={"text": say(one.text), "about": say(one.about)})
            for key, one in state.notes.items()
            if one.list == "parking" and not one.private
        },
        "before": None if state.before is None else public_before(state.before, unnamed, say),
        "report": ReportEdits(
            say(state.report.title), say(state.report.summary), state.report.left_out
        ),
        "reasons": {},
        "voter_roles": {},
        "voters_gone": frozenset(),
    }


OF_DECISION = ("what", "owner", "agree", "first_step", "review")
"""What is typed of a decision, and stays for anybody; why is told by its own rule."""


def _saying(state: WorkshopState, unnamed: Unnamed) -> Callable[[str], str]:
    """Takes names, and counts of few people, out of a text."""
    voters = {state.present, len(state.participants)}
    for one in (one for own in state.rounds.values() for one in own):
        passed = sum(isinstance(vote.ballot, Pass) for vote in one.votes.values())
        cast = len(one.votes) + one.tally.size
        voters |= {cast, cast - passed, one.present}
    return lambda text: without_small_counts(unnamed.text(text), voters)


def without_ballots(rounds: Mapping[str, tuple[Round, ...]]) -> dict[str, tuple[Round, ...]]:
    """The rounds, with nobody's vote in them, nor how many there were."""
    return {
        ref: tuple(change(one, votes={}, tally=Tally(), present=0) for one in own)
        for ref, own in rounds.items()
    }


def public_before(before: Before, unnamed: Unnamed, say: Callable[[str], str]) -> Before:
    """What the session before left, without names."""
    return before.model_copy(
        update={
            "title": say(before.title),
            "decisions": tuple(
                one.model_copy(
                    update={
                        **{n: say(getattr(one, n)) for n in OF_DECISION},
                        "why": grounds(one.why, unnamed),
                        "dissent": "",
                    }
                )
                for one in before.decisions
            ),
            "actions": tuple(
                one.model_copy(update={n: say(getattr(one, n)) for n in ("what", "who", "by")})
                for one in before.actions
            ),
        }
    )


def public_header(header: Header, unnamed: Unnamed) -> Header:
    """The header as a report for anybody may have it: a title without names, and no more."""
    title = without_small_counts(unnamed.text(header.title), ())
    return header.model_copy(update={"title": title, "before": None, "seed": 0})


def _renamed(workshop: Workshop, named: Mapping[str, str], renamed: Mapping[str, str]) -> Workshop:
    """A workshop whose scenarios speak of what the room named, without the names in that."""
    changed = {named[key]: renamed[key] for key in named if named[key] != renamed[key]}
    if not changed:
        return workshop
    longest_first = sorted(filter(None, changed), key=len, reverse=True)
    subject = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w{{2}})")
    return mapped(workshop, lambda text: subject.sub(lambda found: changed[found[0]], text))


def mapped(value: T, say: Callable[[str], str]) -> T:
    """A value of a pack, with every text in it replaced; ids are no texts."""
    if isinstance(value, str):
        return say(value)  # type: ignore[return-value]  # a text for a text
    if isinstance(value, tuple):
        return tuple(mapped(one, say) for one in value)  # type: ignore[return-value]  # likewise
    if isinstance(value, BaseModel):
        own = {n: getattr(value, n) for n in type(value).model_fields if n not in _IDS}
        new = {n: mapped(one, say) for n, one in own.items()}
        changed = {n: one for n, one in new.items() if one is not own[n] and one != own[n]}
        return value.model_copy(update=changed) if changed else value
    return value


_IDS = frozenset(("id", "kind", "grid", "picture", "question", "item", "option"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)
