"""A session's report, as published by `mops-tui report --format json`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.session.header import SessionKind
from mops_tui.model.session.state import SessionPhase
from mops_tui.report.input import ReportAudience
from mops_tui.report.schema.grids import GridData
from mops_tui.report.schema.page import PageData
from mops_tui.report.schema.rounds import RoundData

Format = Literal[1]
FORMAT: Format = 1
"""The version of the keys."""


class SessionData(TypedDict):
    """The session and what is wrong with its file, in figures and (`condition`) in sentences.

    `events` is 0 for the public: how many there were would tell how many votes.
    """

    id: str
    title: str
    workshop: str
    opened: str
    kind: SessionKind
    app: str
    language: str
    phase: SessionPhase
    events: int
    at: int | None
    edited: int
    header_edited: bool
    lost: int
    unread_from: int | None
    fingerprint: str
    condition: list[str]
    ignored: int
    audience: ReportAudience


class PolicyData(TypedDict):
    """The rules that were fixed before the first vote."""

    anonymity: Anonymity
    majority: float
    agreement: float
    quorum: float
    edited: bool


class PersonData(TypedDict):
    """Somebody with a seat."""

    name: str
    role: str
    seat: int
    present: bool


class PeopleData(TypedDict):
    """Who was there; the list is empty for an anonymous room.

    Present at the end, and who took part at any time: whoever left is among those.
    """

    present: int
    took_part: int
    seats: int
    list: list[PersonData]


class MirrorData(TypedDict):
    """How others answered the same question, where the pack knows."""

    who: str
    asked: str
    text: str
    n: int | None
    percent: dict[str, float]


class AddedData(TypedDict):
    """An option or a wave that the room brought."""

    id: str
    label: str


class QuestionData(TypedDict):
    """A question with its revealed rounds."""

    ref: str
    title: str
    ask: str
    kind: str
    skipped: bool
    asked: bool
    mirror: MirrorData | None
    added: list[AddedData]
    rounds: list[RoundData]


class ScenarioData(TypedDict):
    """A scenario with its questions."""

    id: str
    title: str
    closing: bool
    decision_asked: str
    questions: list[QuestionData]


class DecisionData(TypedDict):
    """What was decided; the confidence is 1 to 5.

    Who must agree, what is done first, and when the room looks again: as it was typed, and as a
    day where its words mean one.
    """

    scenario: str
    what: str
    why: str
    owner: str
    confidence: int | None
    dissent: str
    agree: str
    first_step: str
    review: str
    review_day: str | None


class DecisionBeforeData(DecisionData):
    """A decision of the session before, and what became of it: null where nobody has said."""

    day: str
    outcome: Literal["done", "not-done", "changed"] | None


class ActionBeforeData(TypedDict):
    """What was still to be done after the session before, and what became of it.

    `by_day` is the day that its words mean, or null. The outcome is null where nobody has said;
    "carried" where it goes on as an action of this session.
    """

    what: str
    who: str
    by: str
    by_day: str | None
    outcome: Literal["done", "not-done", "changed", "carried"] | None


class BeforeData(TypedDict):
    """The session that this one goes on from, and what it left."""

    id: str
    title: str
    opened: str
    decisions: list[DecisionBeforeData]
    actions: list[ActionBeforeData]


class ActionData(TypedDict):
    """Who does what, by when: as typed, and as a day where its words mean one.

    `done` is the day on which it was said to be done, or null.
    """

    scenario: str
    what: str
    who: str
    by: str
    day: str | None
    done: str | None


class NoteData(TypedDict):
    """Something written down; private notes are never here."""

    about: str
    text: str


class PlaceData(TypedDict):
    """The seconds of work at one place, and what it should take."""

    of: str
    name: str
    seconds: float
    budget: float


class TimeData(TypedDict):
    """Seconds of work, pauses left out."""

    planned: float
    elapsed: float
    places: list[PlaceData]


class NamedQuestionData(TypedDict):
    """A question by its reference and its title."""

    ref: str
    title: str


class HiddenRoundData(NamedQuestionData):
    """A round that was not revealed: how many voted, null for people who were not there."""

    round: int
    voted: int | None


class ReportData(TypedDict):
    """Everything that a session came to. The file adds a checksum of itself."""

    format: Format
    page: PageData
    session: SessionData
    policy: PolicyData
    people: PeopleData
    scenarios: list[ScenarioData]
    grids: list[GridData]
    before: BeforeData | None
    decisions: list[DecisionData]
    actions: list[ActionData]
    parking_lot: list[NoteData]
    ideas: list[NoteData]
    notes: list[NoteData]
    time: TimeData
    skipped: list[NamedQuestionData]
    not_revealed: list[HiddenRoundData]
    checksum: NotRequired[str]
