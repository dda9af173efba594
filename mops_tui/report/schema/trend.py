"""A year of sessions, as published by `mops-tui trend --format json`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from mops_tui.model.comparison.direction import Way
from mops_tui.model.results.enough import Shortfall
from mops_tui.report.schema.session import Format


class TrendSessionData(TypedDict):
    """One session, in order of time."""

    id: str
    title: str
    file: str
    opened: str
    kind: str
    people: int


class DirectionData(TypedDict):
    """Where a line goes; `first` and `last` are the medians of the first and the last `ends`."""

    way: Way
    first: float | None
    last: float | None
    ends: int
    n: int
    chance: float
    text: str
    figures: str


class TrendLineData(TypedDict):
    """One measure through the sessions: a value each, null where it was not asked.

    `short` says of each value why nothing is said of it: "few" (under three answers), "quorum" or
    "split"; such values are in no plot and no direction. For steps, `steps` names them.
    """

    about: str
    key: str
    title: str
    part: str
    label: str
    unit: str
    top: float
    wording: int
    wordings: int
    values: list[float | None]
    plot: str
    n: list[int]
    short: list[Shortfall | None]
    steps: list[str]
    by_consent: bool
    plot_from: float
    plot_to: float
    direction: DirectionData


class TrendDecisionData(TypedDict):
    """What was decided in a scenario, session by session."""

    scenario: str
    title: str
    said: list[list[str]]
    there: list[bool]


class TrendChangedData(TypedDict):
    """A line that went far in a clear direction, by its index in `lines`."""

    line: int
    distance: float
    text: str


class TrendData(TypedDict):
    """The whole trend. The file adds a checksum of itself."""

    format: Format
    sessions: list[TrendSessionData]
    lines: list[TrendLineData]
    unread: list[str]
    most_changed: list[TrendChangedData]
    decisions: list[TrendDecisionData]
    checksum: NotRequired[str]
