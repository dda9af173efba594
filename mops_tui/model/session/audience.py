"""The one place that makes the view of a state for somebody.

Before a round is revealed nothing that could show a value leaves this module: ballots become
`Sealed`, and of the called votes only their number stays. What anonymity promises is kept here
too, and so is what is for the facilitator's eyes: her cues and private notes, what to look for in
the answers, and who might speak first. Whatever shows something takes a `VisibleState`; nobody
else can make one, and a type checker refuses a `WorkshopState` in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, Literal

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.people.unnamed import Unnamed
from mops_tui.model.session.ballots import Sealed
from mops_tui.model.session.events import LOOK_FOR, Event
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Header
from mops_tui.model.session.outside.level import asked_of_level, without_questions
from mops_tui.model.session.public import (
    WITHHELD_UNDER,
    public_parts,
    unnamed_of,
    without_ballots,
)
from mops_tui.model.session.state import (
    GivenReason,
    Look,
    NoteEvent,
    Participant,
    ReportEdits,
    Round,
    SessionState,
    Tally,
    View,
    Vote,
    WorkshopState,
    change,
)
from mops_tui.model.text.same import Same

Audience = Literal["room", "participant", "facilitator", "public"]
"""Who looks; "public" is anybody who was not there."""
Hint = Literal["first", "look-for"]
"""What is the facilitator's alone, until she puts it before the room."""
HIDDEN = "hidden"
"""The category under which called votes are counted while nobody may see what was called."""


@dataclass(frozen=True, init=False)
class VisibleState(SessionState):
    """A state as somebody may see it: results of it hold nothing that is secret from them.

    Attributes:
        audience: For whom.
        rounds: Sealed where they are not revealed.
            In an anonymous room revealed votes have keys of their own, the same in all rounds,
            which lead to nobody: a name, an id or a seat cannot stand beside an answer.
        notes: Private ones are there for the facilitator alone.
        reasons: Those about answers that are revealed.
        voter_roles: The role behind the key of a revealed vote.
        voters_gone: The keys of those who have left.
        behind: For the public: the rounds with their votes, for `model/results/tallies.py` alone,
            which withholds what small groups would show. `rounds` hold no vote then.
    """

    audience: Audience = "room"
    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    notes: Mapping[str, NoteEvent] = field(default_factory=dict)
    reasons: Mapping[str, tuple[GivenReason, ...]] = field(default_factory=dict)
    voter_roles: Mapping[str, str] = field(default_factory=dict)
    voters_gone: frozenset[str] = frozenset()
    behind: Mapping[str, tuple[Round, ...]] = field(default_factory=dict, repr=False)

    def __init__(self) -> None:
        raise TypeError("a VisibleState is made by visible() alone")

    def round(self, ref: str) -> Round | None:
        """The latest round of a question, or None before the first."""
        rounds = self.rounds.get(ref)
        return rounds[-1] if rounds else None

    def may_see_hint(self, hint: Hint, ref: str) -> bool:
        """Whether what is the facilitator's alone may be shown beside a question.

        Args:
            hint: Who might speak first, or what to look for.
            ref: The question. Others see only what she has put beside the one in their view.
        """
        return _may_see_hint(self, self.audience, hint, ref)


def visible(
    state: WorkshopState,
    audience: Audience,
    *,
    opened: bool = False,
    view: View | None = None,
    unnamed: Unnamed | None = None,
) -> VisibleState:
    """What of a state an audience may see.

    Args:
        state: Everything.
        audience: Who looks.
        opened: The analyst's view of a replay: rounds that hold votes show as if they were
            revealed. What anonymity promises still holds: there a vote shows once it is closed.
        view: Another place to look at than the room does.
        unnamed: For the public: takes the names out of texts; made of the state by default.
    """
    public = audience == "public"
    anonymous = public or state.policy.anonymity == "anonymous"
    keys = _key_to_nobody if anonymous else _own_key

    def seen(round_: Round) -> Round:
        # Ballot by ballot, an anonymous vote that is going on would tell who gave which.
        going_on = round_.phase == "open" and anonymous
        made = _opened(state, round_) if opened and not going_on else _sealed(round_)
        if made.phase != "revealed":
            return made
        return change(made, votes=_shown_votes(Same(made.votes), keys))

    if view is not None:
        state = change(state, view=view, look=Look())
    shown = {name: getattr(state, name) for name in _SHARED}
    shown["audience"] = audience
    people = state.participants
    if anonymous:
        shown["participants"] = _nameless(Same(people))
    shown["voter_roles"] = _roles(Same(people), keys)
    shown["voters_gone"] = frozenset(map(keys, state.absent))
    shown["rounds"] = {ref: tuple(map(seen, rounds)) for ref, rounds in state.rounds.items()}
    shown["reasons"] = {
        ref: tuple(one for one in given if _is_revealed(state, ref, one.round))
        for ref, given in state.reasons.items()
    }
    if audience != "facilitator":
        shown["notes"] = {key: note for key, note in state.notes.items() if not note.private}
        shown["workshop"] = _without_hints(state, audience)
    shown["behind"] = {}
    if public:
        found = unnamed if unnamed is not None else unnamed_of(state)
        shown |= without_questions(shown, asked_of_level(state, WITHHELD_UNDER))
        shown["behind"] = shown["rounds"]
        shown |= public_parts(change(state, workshop=shown["workshop"]), found)
        shown["rounds"] = without_ballots(shown["behind"])
    return _made(shown)


def visible_after(
    header: Header, events: Iterable[Event], audience: Audience = "room"
) -> VisibleState:
    """What an audience may see of a session after some events: the fold, through the door."""
    events = tuple(events)
    state = fold(header, events)
    unnamed = unnamed_of(state, events) if audience == "public" else None
    return visible(state, audience, unnamed=unnamed)


def votes_of(state: VisibleState, participants: frozenset[str]) -> VisibleState:
    """What if only these had voted? Their ballots stay; called votes are nobody's, and go.

    An anonymous room is never taken apart: it comes back as it was.
    """
    if state.policy.anonymity == "anonymous":
        return state
    rounds = {
        ref: tuple(_votes_of(round_, participants) for round_ in rounds)
        for ref, rounds in state.rounds.items()
    }
    return _made({**state.__dict__, "rounds": rounds})


def to_report(state: WorkshopState, report: ReportEdits) -> WorkshopState:
    """The same session with a report that is edited otherwise, for a view that is made of it."""
    return change(state, report=report)


def with_report(state: VisibleState, report: ReportEdits) -> VisibleState:
    """The same view with a report that is edited otherwise, to look at before that is kept."""
    return _made({**state.__dict__, "report": report})


def called_out(state: WorkshopState, ref: str) -> dict[str, int]:
    """How many called out for each item in a question's latest round: never what they called.

    The facilitator counts them item by item, and whoever votes after a show of hands is asked
    which of the items to take back.
    """
    round_ = state.round(ref)
    counts: dict[str, int] = {}
    for item, _category, count in round_.tally.cells if round_ is not None else ():
        counts[item] = counts.get(item, 0) + count
    return counts


def _made(shown: Mapping[str, Any]) -> VisibleState:
    new = object.__new__(VisibleState)
    new.__dict__.update(shown)
    return new


_DECIDED = {one.name for one in fields(WorkshopState)}
_SHARED = [one.name for one in fields(VisibleState) if one.name in _DECIDED]
"""What a view declares, and nothing else of what was decided."""


class _ShownVotes(Mapping[str, Vote]):
    """The votes of a revealed round, made once somebody reads them: most rounds nobody does.

    In the order of their keys, and without when they came: who voted when is nobody's business.
    """

    def __init__(self, votes: Mapping[str, Vote], keys: Callable[[str], str]) -> None:
        self._votes = votes
        self._keys = keys

    @cached_property
    def _shown(self) -> dict[str, Vote]:
        ballots = {self._keys(who): vote.ballot for who, vote in self._votes.items()}
        return {key: Vote(key, ballots[key], "", 0) for key in sorted(ballots)}

    def __getitem__(self, key: str) -> Vote:
        return self._shown[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._votes)

    def __repr__(self) -> str:
        return repr(self._shown)


class _SealedVotes(Mapping[str, Vote]):
    """Who has voted in a round that is not revealed, and how; a vote is made when it is asked for.

    In the order of ids, not of ballots: who voted when is nobody's business.
    """

    def __init__(self, via: Mapping[str, str]) -> None:
        self._via = via

    def __getitem__(self, key: str) -> Vote:
        return Vote(key, Sealed(), self._via[key], 0)

    def __contains__(self, key: object) -> bool:
        return key in self._via

    def __iter__(self) -> Iterator[str]:
        return iter(self._via)

    def __len__(self) -> int:
        return len(self._via)

    def __repr__(self) -> str:
        return repr(dict(self))


@lru_cache(maxsize=64)
def _shown_votes(votes: Same[Mapping[str, Vote]], keys: Callable[[str], str]) -> _ShownVotes:
    """The same for as long as the votes are the same: most events change one round or none."""
    return _ShownVotes(votes.value, keys)


@lru_cache(maxsize=4)
def _nameless(people: Same[Mapping[str, Participant]]) -> Mapping[str, Participant]:
    """The same for as long as the people are the same, as are their roles: nobody changes them."""
    return {key: change(who, name="") for key, who in people.value.items()}


@lru_cache(maxsize=4)
def _roles(
    people: Same[Mapping[str, Participant]], keys: Callable[[str], str]
) -> Mapping[str, str]:
    return {keys(key): who.role for key, who in people.value.items()}


def _own_key(who: str) -> str:
    return who


@lru_cache(maxsize=4096)
def _key_to_nobody(who: str) -> str:
    """The same for somebody in all rounds, in an order that tells nothing; no id is like it."""
    return "*" + sha256(who.encode("utf-8", "surrogatepass")).hexdigest()


def _is_revealed(state: WorkshopState, ref: str, number: int) -> bool:
    """Whether a round is: what was said of an answer tells it."""
    return state.rounds[ref][number - 1].phase == "revealed"


def _sealed(round_: Round) -> Round:
    if round_.phase == "revealed":
        return round_
    votes = _SealedVotes({who: round_.votes[who].via for who in sorted(round_.votes)})
    called = Tally((("", HIDDEN, round_.tally.size),)) if round_.tally.size else Tally()
    return change(round_, votes=votes, tally=called)


def _opened(state: WorkshopState, round_: Round) -> Round:
    if not round_.voted:
        return _sealed(round_)
    return change(round_, phase="revealed", present=state.eligible(round_))


def _votes_of(round_: Round, participants: frozenset[str]) -> Round:
    votes = {who: vote for who, vote in round_.votes.items() if who in participants}
    return change(round_, votes=votes, tally=Tally(), present=len(votes))


def _may_see_hint(state: SessionState, audience: Audience, hint: Hint, ref: str) -> bool:
    if audience == "facilitator":
        return True
    return hint in state.look.told and state.view.key == ("question", ref)


def _without_hints(state: SessionState, audience: Audience) -> Workshop:
    """The workshop without cues, and without what to look for where nobody was told."""
    ref = state.view.name if state.view.of == "question" else ""
    told = ref if _may_see_hint(state, audience, LOOK_FOR, ref) else ""
    return _hintless(Same(state.workshop), told)


@lru_cache(maxsize=16)
def _hintless(workshop: Same[Workshop], told: str) -> Workshop:
    """The same object for as long as nothing else is told: what is made of it can be kept.

    Args:
        workshop: All of it.
        told: The question of which the room was told what to look for, or "".
    """

    def hintless(scenario: Scenario) -> Scenario:
        questions = tuple(
            question.model_copy(
                update={"cues": ()}
                if f"{scenario.id}/{question.id}" == told
                else {"cues": (), "look_for": None}
            )
            for question in scenario.questions
        )
        return scenario.model_copy(update={"cues": (), "questions": questions})

    scenarios = tuple(map(hintless, workshop.value.scenarios))
    return workshop.value.model_copy(update={"scenarios": scenarios})
