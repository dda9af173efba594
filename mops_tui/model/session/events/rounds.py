"""Rounds of voting: ballots, votes called out, answers that the room adds."""

from __future__ import annotations

from typing import Any, Literal

from mops_tui.model.session.events.event import CarriesBallot, Count, EventBase, Ids, Name, Words

Via = Literal["seat", "called", "phone", "simulated"]


class RoundOpened(EventBase):
    """Voting begins. Rounds count from 1 and begin empty.

    One that undoes another takes its round away, while nobody has voted in it. No key says so:
    a reader that knows nothing of it keeps an empty round, and the next votes go there.
    """

    kind: Literal["round-opened"] = "round-opened"
    question: Name
    round: Count


class RoundClosed(EventBase):
    """Voting ends; nothing is shown yet."""

    kind: Literal["round-closed"] = "round-closed"
    question: Name
    round: Count


class RoundReopened(EventBase):
    """Voting goes on in a round that was closed and not yet revealed."""

    kind: Literal["round-reopened"] = "round-reopened"
    question: Name
    round: Count


class RoundRevealed(EventBase):
    """The room sees what it voted. For good."""

    kind: Literal["round-revealed"] = "round-revealed"
    question: Name
    round: Count


class VoteCast(CarriesBallot):
    """One participant's ballot in a round; the last one counts."""

    kind: Literal["vote-cast"] = "vote-cast"
    question: Name
    round: Count
    participant: Name
    via: Via = "seat"

    def keys(self) -> dict[str, Any]:
        """The flat table; `via` is always written."""
        return super().keys() | {"via": self.via}


class VoteWithdrawn(EventBase):
    """A participant's ballot is taken back."""

    kind: Literal["vote-withdrawn"] = "vote-withdrawn"
    question: Name
    round: Count
    participant: Name


class TallySet(EventBase):
    """The votes called out in the room, whole: the last one replaces the earlier.

    Attributes:
        items: For questions answered item by item, the item of each count.
        categories: Option ids, level ids, positions "-2" to "2", stages or quadrants.
        counts: How many people called each.
        corrected: It was set after the reveal.
    """

    kind: Literal["tally-set"] = "tally-set"
    question: Name
    round: Count
    items: Ids = ()
    categories: Ids = ()
    counts: tuple[Count, ...] = ()
    corrected: bool = False


class ReasonGiven(EventBase):
    """Somebody was asked, after a reveal, why they answered so, and said it.

    Attributes:
        round: The round of the answer that it explains.
        participant: Who said it; "" in an anonymous session.
    """

    kind: Literal["reason-given"] = "reason-given"
    question: Name
    round: Count
    participant: Name = ""
    text: Words


class OptionAdded(EventBase):
    """The room brings an option, or a wave, of its own; or takes one out.

    Attributes:
        option: A new id, or that of one of the pack's own.
        removed: It is taken out: one that the room brought, by an undo, or one of the pack's own.
    """

    kind: Literal["option-added"] = "option-added"
    question: Name
    option: Name
    label: Name
    removed: bool = False
