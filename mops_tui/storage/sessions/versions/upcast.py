"""The shapes of earlier formats, lifted to today's before anything else looks at them.

Every reader comes through here: a header right after it was parsed as TOML, an event right before
its keys are checked. A file is lifted as it is read and never rewritten. Whoever raises `FORMAT`
puts into `LIFTS` how the format before is lifted; the golden files of that format, in
`tests/data/formats`, then say whether it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mops_tui.storage.files.formats import FORMAT

Table = dict[str, Any]


@dataclass(frozen=True)
class Lift:
    """How what stands in a file of one format is said in the next one.

    Attributes:
        header: Gives the header; its `format` is seen to.
        event: Gives an event, of whatever kind.
    """

    header: Callable[[Table], Table]
    event: Callable[[Table], Table]


LIFTS: dict[int, Lift] = {}
"""By the format that is left behind. None yet: format 1 is the first one."""


def named_format(table: Table) -> int:
    """The format that a header names; that of today where it names none that could be lifted."""
    return liftable(table.get("format"))


def liftable(named: object) -> int:
    """The format that something is read as: the one that is named, where there is a lift for it."""
    return named if isinstance(named, int) and named in LIFTS else FORMAT


def lifted_header(table: Table) -> Table:
    """A header in today's shape."""
    for number in range(named_format(table), FORMAT):
        table = {**LIFTS[number].header(table), "format": number + 1}
    return table


def lifted_event(table: Table, named: int) -> Table:
    """An event in today's shape.

    Args:
        table: Its keys.
        named: The format that its file names.
    """
    for number in range(named, FORMAT):
        table = LIFTS[number].event(table)
    return table
