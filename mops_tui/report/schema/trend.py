"""A year of sessions, as published by `mops-tui trend --format json`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from mops_tui.report.schema.session import Format


class TrendSessionData(TypedDict):
    """One session, in order of time."""

    id: str
    title: str
    opened: str
    kind: str
    people: int


class TrendLineData(TypedDict):
    """One measure through the sessions: a value each, null where it was not asked."""

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


class TrendData(TypedDict):
    """The whole trend. The file adds a checksum of itself."""

    format: Format
    sessions: list[TrendSessionData]
    lines: list[TrendLineData]
    unread: list[str]
    checksum: NotRequired[str]
