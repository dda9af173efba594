"""The one place that makes the view of a state for somebody.

Before a round is revealed nothing that could show a value leaves this module: ballots become
`Sealed`, and of the called votes only their number stays. What anonymity promises is kept here
too, and so is what is for the facilitator's eyes: her cues and private notes, what to look for in
the answers, and who might speak first. Screens, phones and reports take a `Visible`, never a bare
state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Sealed
from mops_tui.model.session.events import LOOK_FOR
from mops_tui.model.session.state import Round, Tally, Vote, WorkshopState, change

Audience = Literal["room", "participant", "facilitator"]
HIDDEN = "hidden"
"""The category under which called votes are counted while nobody may see what was called."""


@dataclass(frozen=True)
class Visible:
    """A state as somebody may see it.

    Attributes:
        state: Sealed where it has to be; results of it hold nothing secret.
        audience: For whom.
    """

    state: WorkshopState
    audience: Audience

    def told(self, what: str, ref: str) -> bool:
        """Whether they may know what is the facilitator's alone, until she puts it there.

        Args:
            what: `FIRST` or `LOOK_FOR`.
            ref: The question that it is about; others see only what is put beside their view.
        """
        if self.audience == "facilitator":
            return True
        return what in self.state.look.told and self.state.view.key == ("question", ref)


def visible(state: WorkshopState, audience: Audience, *, opened: bool = False) -> Visible:
    """What of a state an audience may see.

    Args:
        state: Everything.
        audience: Who looks.
        opened: The analyst's view of a replay: rounds that hold votes show as if they were
            revealed. What anonymity promises still holds: there a vote shows once it is closed.
    """

    def seen(round_: Round) -> Round:
        # Ballot by ballot, an anonymous vote that is going on would tell who gave which.
        going_on = round_.phase == "open" and state.policy.anonymity == "anonymous"
        return _opened(state, round_) if opened and not going_on else _sealed(round_)

    rounds = {ref: tuple(map(seen, rounds)) for ref, rounds in state.rounds.items()}
    hidden = change(state, rounds=rounds, undo=())
    if audience != "facilitator":
        notes = {key: note for key, note in state.notes.items() if not note.private}
        seen_by = Visible(hidden, audience)
        hidden = change(hidden, notes=notes, workshop=_without_hints(seen_by))
    return Visible(hidden, audience)


def _sealed(round_: Round) -> Round:
    if round_.phase == "revealed":
        return round_
    # In the order of seats taken, not of ballots: who voted when is nobody's business.
    votes: Mapping[str, Vote] = {
        who: Vote(who, Sealed(), vote.via, 0) for who, vote in sorted(round_.votes.items())
    }
    called = Tally((("", HIDDEN, round_.tally.size),)) if round_.tally.size else Tally()
    return change(round_, votes=votes, tally=called)


def _opened(state: WorkshopState, round_: Round) -> Round:
    if not round_.voted:
        return _sealed(round_)
    return change(round_, phase="revealed", present=state.eligible(round_))


def of_some(state: WorkshopState, participants: frozenset[str]) -> WorkshopState:
    """What if only these had voted? Their ballots stay; called votes are nobody's, and go.

    An anonymous room is never taken apart: it comes back as it was.
    """
    if state.policy.anonymity == "anonymous":
        return state
    rounds = {
        ref: tuple(_of_some(round_, participants) for round_ in rounds)
        for ref, rounds in state.rounds.items()
    }
    return change(state, rounds=rounds)


def _of_some(round_: Round, participants: frozenset[str]) -> Round:
    votes = {who: vote for who, vote in round_.votes.items() if who in participants}
    return change(round_, votes=votes, tally=Tally(), present=len(votes))


def _without_hints(of: Visible) -> Workshop:
    """The workshop without cues, and without what to look for where nobody was told."""
    workshop = of.state.workshop
    scenarios = tuple(_hintless(of, scenario) for scenario in workshop.scenarios)
    return workshop.model_copy(update={"scenarios": scenarios})


def _hintless(of: Visible, scenario: Scenario) -> Scenario:
    questions = tuple(
        question.model_copy(
            update={"cues": ()}
            if of.told(LOOK_FOR, f"{scenario.id}/{question.id}")
            else {"cues": (), "look_for": None}
        )
        for question in scenario.questions
    )
    return scenario.model_copy(update={"cues": (), "questions": questions})
