"""A grid at the end of a session, as published."""

from __future__ import annotations

from typing_extensions import TypedDict

from mops_tui.report.schema.rounds import AxisData, NamedMarkData, NamedMoveData


class ShareData(TypedDict):
    """How much of the room is in a corner, 0 to 1, and how many called out for it."""

    quadrant: str
    label: str
    share: float
    called: int


class RoleData(TypedDict):
    """The median mark of a role, where anonymity lets it be named."""

    role: str
    n: int
    x: float
    y: float


class TermData(TypedDict):
    """One answer's part in where somebody leans."""

    ref: str
    item: str
    value: float
    weight: float
    part: float
    why: list[str]
    label: str
    item_label: str
    answer: str


class LeaningData(TypedDict):
    """Where somebody's answers lean, and why; empty in an anonymous room."""

    name: str
    x: float | None
    y: float | None
    x_terms: list[TermData]
    y_terms: list[TermData]


class GridData(TypedDict):
    """Everything there is to see on one grid."""

    grid: str
    title: str
    question: str
    round: int
    placed_count: int
    leaning_count: int
    axes: list[AxisData]
    shares: list[ShareData]
    placed: list[NamedMarkData]
    leaning: list[NamedMarkData]
    moved: list[NamedMoveData]
    moved_count: int
    roles: list[RoleData]
    why: list[LeaningData]
