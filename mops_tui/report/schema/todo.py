"""What is to be done over all sessions, as published by `mops-tui actions --json`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from mops_tui.report.schema.session import Format

TodoKind = Literal["action", "first-step", "review"]
"""An action, the first step of a decision, or a decision to look at again."""
TodoStanding = Literal["open", "done", "changed", "carried"]
"""Where a thing stands; "carried" where a later workshop has it as an action of its own."""
TodoPlace = Literal["overdue", "to-come", "no-day", "review", "later", "closed"]
"""Where a thing stands in the list."""


class TodoOriginData(TypedDict):
    """The workshop in which a thing was written down."""

    id: str
    title: str
    opened: str
    file: str


class TodoThingData(TypedDict):
    """One thing to be done: an action, a first step, or a decision to look at again.

    `by` is when, as typed, and `day` the same as a day; null where the words mean none. `on` is the
    day on which it was said that it is no longer open, `said_in` the title of the later workshop in
    which that was; null where it was said outside of one. `reference` is what --done takes.
    """

    reference: str
    group: TodoPlace
    kind: TodoKind
    what: str
    who: str
    by: str
    day: str | None
    standing: TodoStanding
    on: str | None
    said_in: str | None
    not_done_on: str | None
    workshop: TodoOriginData


class TodoData(TypedDict):
    """The whole list, in its order, as of `day`. The file adds a checksum of itself.

    `open` and `overdue` count what is listed; of decisions those whose day to look again has come.
    `unread` has a sentence for each file that could not be read, or not whole.
    """

    format: Format
    day: str
    workshops: int
    rehearsals: int
    open: int
    overdue: int
    things: list[TodoThingData]
    unread: list[str]
    checksum: NotRequired[str]
