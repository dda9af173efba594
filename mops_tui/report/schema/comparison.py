"""Sessions side by side, as published by `mops-tui compare --format json`.

Where a session is meant, its index in `sessions` stands, from 0.
"""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from mops_tui.model.comparison.decisions import DecisionOutcome
from mops_tui.model.comparison.turns import TurnKind
from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.results.enough import Shortfall
from mops_tui.model.session.header import SessionKind
from mops_tui.model.session.state import SessionPhase
from mops_tui.report.schema.rounds import MarkData, MoveData, VerdictData
from mops_tui.report.schema.session import Format


class ComparedSessionData(TypedDict):
    """One of the sessions; its tag is S1, S2 and so on, the oldest first."""

    tag: str
    id: str
    title: str
    file: str
    opened: str
    kind: SessionKind
    anonymity: Anonymity
    people: int
    phase: SessionPhase
    unread_from: int | None
    lost: int
    edited: int
    header_edited: bool


class ChangedData(TypedDict):
    """A row that moved furthest; the distance of its spreads of answers is 0 to 1."""

    ref: str
    row: str
    distance: float
    text: str


class TurnData(TypedDict):
    """A question that makes no headline and whose outcome is another one, or a share moved far.

    `sure` is false where fewer than two people's answers make it.
    """

    ref: str
    kind: TurnKind
    row: str
    sure: bool
    text: str


class FigureData(TypedDict):
    """One figure of one session; for steps it is an index of the scale, from 0.

    `short` says why nothing is said of it: "few" (under three answers), "quorum" or "split".
    """

    value: float | None
    n: int
    category: str | None
    count: int | None
    counts: list[int]
    low: float | None
    high: float | None
    agreement: float | None
    short: Shortfall | None


class RowData(TypedDict):
    """One item, option or axis through the sessions; null where a session does not have it.

    `change` and `distance` are null where a figure at either end is short.
    """

    key: str
    label: str
    unit: str
    added: bool
    figures: list[FigureData | None]
    change: float | None
    text: str
    short: Shortfall | None
    distance: float | None


class SameAnswersData(TypedDict):
    """People known by name to have answered in the first and in the last session."""

    people: int
    same: int
    of: int
    all: bool


class WordingData(TypedDict):
    """What a question says in one session and otherwise in another."""

    asks: list[str]
    renamed: list[list[str]]
    gone: list[str]
    new: list[str]
    reordered: bool


class MatchedQuestionData(TypedDict):
    """A question that two or more sessions answered in the same wording, or by consent."""

    ref: str
    title: str
    ask: str
    kind: str
    digest: str
    sessions: list[int]
    rounds: list[int]
    answered: list[int]
    under_quorum: list[bool]
    verdicts: list[VerdictData]
    same: float | None
    rows: list[RowData]
    refs: list[str]
    by_consent: bool
    wordings: list[str]
    people: SameAnswersData | None
    texts: list[str]


class StandAxisData(TypedDict):
    """One axis of a session's marks, -100 to 100."""

    axis: str
    label: str
    low: float | None
    median: float | None
    high: float | None
    agreement: float | None
    split: bool
    short: Shortfall | None


class StandData(TypedDict):
    """One session on a grid; there are no marks of an anonymous room."""

    session: int
    n: int
    axes: list[StandAxisData]
    shares: dict[str, float]
    counts: dict[str, int]
    between: int
    marks: list[MarkData]
    under_quorum: bool


class GridShiftData(TypedDict):
    """One grid through the sessions that have marks on it."""

    grid: str
    title: str
    basis: str
    same_questions: bool
    stands: list[StandData]
    arrows: list[MoveData]
    in_both: int
    text: str


class DecisionHistoryData(TypedDict):
    """What was decided in a scenario, session by session."""

    scenario: str
    title: str
    said: list[list[str]]
    there: list[bool]
    changed: bool
    outcome: DecisionOutcome
    text: str
    plan: list[str]


class ReturnedActionData(TypedDict):
    """An action that came back in a later session."""

    what: str
    again: str
    who: str
    first: int
    later: int
    exact: bool


class GapData(TypedDict):
    """What stands beside nothing, and why."""

    about: str
    key: str
    title: str
    session: int
    why: str
    text: str
    wording: WordingData | None
    consent: str | None


class ComparisonData(TypedDict):
    """The whole comparison. The file adds a checksum of itself."""

    format: Format
    sessions: list[ComparedSessionData]
    same_thresholds: bool
    most_changed: list[ChangedData]
    turned: list[TurnData]
    questions: list[MatchedQuestionData]
    grids: list[GridShiftData]
    decisions: list[DecisionHistoryData]
    returned: list[ReturnedActionData]
    gaps: list[GapData]
    by_consent: list[str]
    checksum: NotRequired[str]
