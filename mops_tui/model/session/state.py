"""The state of a workshop: a fold over its events.

`apply` is total and deterministic: an event that fits nothing (an unknown question, a vote in a
closed round) changes nothing but the list of ignored events. Values are immutable; a new state
shares all that did not change with the old one, so keeping many of them is cheap.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mops_tui.model.packs.answers import Item, Option
from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.ballots import Answers, answers_to
from mops_tui.model.session.before import ActionBefore, Before
from mops_tui.model.session.events import ActionFollowUp, FollowUp, Step
from mops_tui.model.session.header import Policy, SessionKind
from mops_tui.model.session.state_parts import (
    LOBBY,
    PLAIN_LOOK,
    UNEDITED_REPORT,
    ActionEvent,
    DecisionEvent,
    GivenReason,
    Look,
    NoteEvent,
    Participant,
    Phase,
    ReportEdits,
    Round,
    RoundOutline,
    SessionPhase,
    Shown,
    Tally,
    Timer,
    View,
    ViewSnapshot,
    Vote,
)
from mops_tui.model.session.undo.undoable import UNDO_DEPTH, Undoable
from mops_tui.model.text.change import change as change

__all__ = [
    "UNDO_DEPTH",
    "ActionEvent",
    "DecisionEvent",
    "GivenReason",
    "Look",
    "NoteEvent",
    "Participant",
    "Phase",
    "ReportEdits",
    "Round",
    "RoundOutline",
    "SessionPhase",
    "SessionState",
    "Shown",
    "Tally",
    "Timer",
    "Undoable",
    "View",
    "ViewSnapshot",
    "Vote",
    "WorkshopState",
    "change",
    "is_step",
]


@dataclass(frozen=True)
class SessionState:
    """What anybody may know of a session at one moment, votes that are not revealed left out.

    Functions that take it cannot leak a ballot, a called vote, a note or what could be undone.

    Attributes:
        opened: When the session was opened, as the header says; None where nobody knows.
        seq: The last event applied.
        t: Its time, in seconds since the session was opened.
        before: What the session before it left, where the facilitator named one.
        followed_up: What became of the decisions of the session before, by their ids.
        actions_followed_up: What became of its actions, by their refs.
        first_steps_done: The decisions whose first step is done, each with the day on which that
            was said.
        reviewed: The decisions that were looked at again, each with that day.
        done: The actions that are done, by their ids, each with the day on which that was said.
        report: What the facilitator changed in the report.
        place: Where the workshop stands; `view` differs from it when the room looks back.
        look: How it looks there: the page, the round; a fresh one at every place.
        absent: Those of the participants who have left, by id.
        head_count: People present as counted; those with a seat may be among them.
        counted: Of these, how many somebody has counted: seats that were taken since may be more.
        rounds: The rounds of each question, by `scenario/question`.
        added: Options and waves that the room brought, by question.
        subjects: What the room has named, by scenario.
        taken_out: Options and items of the packs' own that the room took out, by question.
        rested: Seconds of pauses, and of nights, so far.
        spent: Active seconds at each place that was left; `since` is when this one was entered.
        set_up: The journal says what the setup made; undo stops there.
        code_shown: The room can see how to join by phone.
        ignored: Events that fitted nothing.
    """

    workshop: Workshop
    policy: Policy
    session: SessionKind = "live"
    title: str = ""
    opened: datetime | None = None
    before: Before | None = None
    seq: int = 0
    t: float = 0.0
    phase: SessionPhase = "new"
    participants: Mapping[str, Participant] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    head_count: int = 0
    counted: int = 0
    view: View = LOBBY
    place: View = LOBBY
    look: Look = PLAIN_LOOK
    rounds: Mapping[str, tuple[RoundOutline, ...]] = field(default_factory=dict)
    added: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    subjects: Mapping[str, str] = field(default_factory=dict)
    taken_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    minutes: float = 0.0
    timer: Timer | None = None
    decisions: Mapping[str, DecisionEvent] = field(default_factory=dict)
    actions: Mapping[str, ActionEvent] = field(default_factory=dict)
    followed_up: Mapping[str, FollowUp] = field(default_factory=dict)
    actions_followed_up: Mapping[str, ActionFollowUp] = field(default_factory=dict)
    first_steps_done: Mapping[str, str] = field(default_factory=dict)
    reviewed: Mapping[str, str] = field(default_factory=dict)
    done: Mapping[str, str] = field(default_factory=dict)
    report: ReportEdits = UNEDITED_REPORT
    blanked: bool = False
    code_shown: bool = False
    rested: float = 0.0
    since: float = 0.0
    spent: Mapping[tuple[Shown, str], float] = field(default_factory=dict)
    set_up: bool = False
    ignored: tuple[int, ...] = ()

    @property
    def called(self) -> str:
        """What the workshop is called: as its facilitator edited the report's title, or at first.

        Whoever names a workshop asks this; where no state is read, `summary_of` finds the same.
        """
        return self.report.title or self.title

    @property
    def landed(self) -> DecisionEvent | None:
        """The decision that was written down just now: nothing has happened since."""
        return next((one for one in self.decisions.values() if one.seq == self.seq), None)

    def decided_before(self, decision: str) -> bool:
        """Whether the session before has a decision of that id."""
        return self.before is not None and any(one.id == decision for one in self.before.decisions)

    def had_before(self, action: str) -> bool:
        """Whether the session before left an action of that ref."""
        return self.before is not None and action in self.before.todo

    @property
    def open_before(self) -> Mapping[str, ActionBefore]:
        """The actions of the session before that nobody said are over, by their refs."""
        todo = self.before.todo if self.before is not None else {}
        said = self.actions_followed_up
        return {ref: one for ref, one in todo.items() if said.get(ref, "") in ("", "not-done")}

    def date_of(self, t: float) -> str:
        """The day of a moment of the session, where it was opened: "2027-03-01", or ""."""
        return (
            "" if self.opened is None else (self.opened + timedelta(seconds=t)).date().isoformat()
        )

    @property
    def present(self) -> int:
        """How many people are in the room: those counted, or those with a seat if more."""
        return max(self.head_count, self.seated)

    @property
    def seated(self) -> int:
        """How many people with a seat of their own are in the room."""
        return len(self.participants) - len(self.absent)

    def named(self, name: str) -> Participant | None:
        """Who has a seat under that name, however it is capitalised; or None."""
        wanted = name.strip().casefold()
        people = self.participants.values()
        return next((p for p in people if wanted and p.name.casefold() == wanted), None)

    def round(self, ref: str) -> RoundOutline | None:
        """The latest round of a question, or None before the first."""
        rounds = self.rounds.get(ref)
        return rounds[-1] if rounds else None

    def eligible(self, round_: RoundOutline) -> int:
        """How many people a round's votes can come from.

        Those present, and those who voted in it, or called out, and left since. What was settled
        when the round closed stays.
        """
        if round_.phase != "open":
            return round_.present
        if not self.head_count and not self.participants:  # nobody was ever counted
            return 0
        left_after_voting = sum(1 for participant in self.absent if participant in round_.voters)
        return max(self.present + left_after_voting, round_.voted)

    def question(self, ref: str) -> QuestionBase | None:
        """The question of that reference, with what the room added to it; or None."""
        question = self.workshop.question(ref)
        added = self.added.get(ref)
        if question is None or not added:
            return question
        if hasattr(question, "items"):
            # Unchecked: a label that somebody put into the file by hand must not stop a fold.
            items = tuple(Item.model_construct(id=i, label=label) for i, label in added)
            return question.model_copy(update={"items": question.items + items})
        options = tuple(Option.model_construct(id=i, label=label) for i, label in added)
        own: tuple[Option, ...] = getattr(question, "options", ())
        return question.model_copy(update={"options": own + options})

    def answers(self, ref: str) -> Answers | None:
        """What a question can be answered with at this moment, or None for an unknown one."""
        question = self.workshop.question(ref)
        if question is None:
            return None
        quadrants: tuple[str, ...] = ()
        if isinstance(question, GridQuestion):
            grid = self.workshop.grid(question.grid)
            quadrants = tuple(q.id for q in grid.quadrants) if grid else ()
        added = tuple(option for option, _ in self.added.get(ref, ()))
        return answers_to(question, added, quadrants)

    def active(self, t: float) -> float:
        """Seconds of work, pauses left out, at a time not before the last event."""
        return (self.t if self.phase in ("paused", "closed") else t) - self.rested

    def worked(self, t: float) -> float:
        """Seconds that the workshop itself took so far: the one figure that screens tell.

        Not those at the door, before its first page, nor those on its closing page: what the room
        did is over when that page says how long it took.
        """
        outside = (self.spent_at((of, ""), t) for of in ("lobby", "workshop"))
        return max(0.0, self.active(t) - sum(outside))

    def spent_at(self, key: tuple[Shown, str], t: float) -> float:
        """Active seconds spent at a place so far."""
        running = self.active(t) - self.since if key == self.place.key else 0.0
        return self.spent.get(key, 0.0) + running


@dataclass(frozen=True)
class WorkshopState(SessionState):
    """Everything that is known at one moment of a session: to decide on, never to show.

    What is shown is made of it by `audience.visible`.

    Attributes:
        base: The workshop as the header has it, before anything was named or taken out.
        reasons: What people said when they were asked why, in order, by question.
        undo: What can be taken back, the oldest first.
    """

    base: Workshop | None = None
    rounds: Mapping[str, tuple[Round, ...]] = field(default_factory=dict)
    notes: Mapping[str, NoteEvent] = field(default_factory=dict)
    reasons: Mapping[str, tuple[GivenReason, ...]] = field(default_factory=dict)
    undo: tuple[Undoable, ...] = ()

    def round(self, ref: str) -> Round | None:
        """The latest round of a question, or None before the first."""
        rounds = self.rounds.get(ref)
        return rounds[-1] if rounds else None


def is_step(state: SessionState, of: Step, name: str) -> bool:
    """Whether a workshop can be at a step of the day that no scenario has.

    Args:
        state: The workshop.
        of: What kind of step.
        name: Of a break the scenario that it comes after; empty for the rest.
    """
    if of == "break":
        return state.workshop.scenario(name) is not None
    return not name and (of != "before" or (state.before is not None and state.before.holds))
