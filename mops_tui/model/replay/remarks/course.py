"""How a workshop went, second by second: what its events tell that its last state does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mops_tui.model.packs.characters import HAPPENED
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import VisibleState, visible
from mops_tui.model.session.events import (
    Event,
    NoteRecorded,
    PageShown,
    PromptShown,
    RoundClosed,
    RoundOpened,
    RoundReopened,
    RoundRevealed,
)
from mops_tui.model.session.fold import begin
from mops_tui.model.session.header import Header
from mops_tui.model.session.state import Round, WorkshopState


@dataclass(frozen=True)
class Happening:
    """Something that happened to the room.

    Attributes:
        note: The id of the note that says what.
        t: When, in seconds since the session was opened.
        ref: The question that the room was at, or "".
    """

    note: str
    t: float
    ref: str


@dataclass
class Course:
    """What is read off a journal.

    Attributes:
        seen: The end of it, as the facilitator may see it.
        closed: Who voted, of how many, when a round was closed, by question and round.
        prompted: The questions of which a prompt was put to the room.
        read: The questions whose talk page, with all its prompts, was before the room.
        open_for: Seconds that a round was open; pauses do not count.
        talk: Seconds that the room was at a question whose last round was revealed.
        left: The questions that the room went on from after a reveal.
        missing: How often each who was present had no vote when a round was revealed.
        counted: In how many such rounds each was present.
        happened: What happened to the room, in order.
    """

    seen: VisibleState
    closed: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)
    prompted: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    open_for: defaultdict[tuple[str, int], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    talk: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    left: set[str] = field(default_factory=set)
    missing: Counter[str] = field(default_factory=Counter)
    counted: Counter[str] = field(default_factory=Counter)
    happened: list[Happening] = field(default_factory=list)

    def shown(self, ref: str) -> tuple[Round, ...]:
        """The rounds of a question that were revealed."""
        return tuple(one for one in self.seen.rounds.get(ref, ()) if one.phase == "revealed")

    def last(self, ref: str) -> Result | None:
        """What the last revealed round of a question added up to."""
        shown = self.shown(ref)
        return result(self.seen, ref, shown[-1].number) if shown else None

    def revealed(self) -> Iterator[str]:
        """The questions that were revealed, in the order in which they were asked."""
        return (ref for ref in self.seen.rounds if self.shown(ref))

    def weighty(self) -> Iterator[str]:
        """Those of them that something can rest on: not how a day begins, and how it ends."""
        for ref in self.revealed():
            scenario = self.scenario(ref)
            if scenario is not None and not scenario.opening and not scenario.closing:
                yield ref

    def scenario(self, ref: str) -> Scenario | None:
        """The scenario of a question."""
        return self.seen.workshop.scenario(ref.partition("/")[0])


def course_of(header: Header, events: Iterable[Event]) -> Course:
    """Read a journal."""
    state = begin(header)
    course = Course(visible(state, "facilitator"))
    for event in events:
        after = apply(state, event)
        _pass_time(course, state, after)
        _note(course, event, after)
        state = after
    course.seen = visible(state, "facilitator")
    course.happened = [
        one
        for one in course.happened
        if one.note in course.seen.notes and not course.seen.notes[one.note].removed
    ]
    return course


def _pass_time(course: Course, state: WorkshopState, after: WorkshopState) -> None:
    """Count the seconds until an event for what the room was at before it."""
    place = state.place
    round_ = state.round(place.name) if place.of == "question" else None
    if round_ is None:
        return
    seconds = max(0.0, after.active(after.t) - state.active(state.t))
    if round_.phase == "open":
        course.open_for[place.name, round_.number] += seconds
    elif round_.phase == "revealed":
        course.talk[place.name] += seconds
        if after.place.key != place.key or after.phase == "closed":
            course.left.add(place.name)


def _note(course: Course, event: Event, after: WorkshopState) -> None:
    match event:
        case RoundClosed():
            for one in after.rounds.get(event.question, ())[-1:]:
                course.closed[event.question, event.round] = (one.voted, one.present)
        case RoundReopened() | RoundOpened():
            # It counts when it is closed again.
            course.closed.pop((event.question, event.round), None)
        case RoundRevealed():
            _count_voters(course, after, event.question)
        case PromptShown() if event.prompt:
            course.prompted.add(event.question)
        case PageShown() if event.page == "talk" and after.place.of == "question":
            course.read.add(after.place.name)
        case NoteRecorded() if event.note.startswith(HAPPENED):
            ref = after.place.name if after.place.of == "question" else ""
            course.happened.append(Happening(event.note, event.t, ref))
        case _:
            pass


def _count_voters(course: Course, state: WorkshopState, ref: str) -> None:
    round_ = state.round(ref)
    if round_ is None or round_.tally.size:
        return  # who called out has a vote that is nobody's
    for person in state.participants.values():
        if person.present:
            course.counted[person.id] += 1
            course.missing[person.id] += person.id not in round_.votes
