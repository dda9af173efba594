"""The keys of the content brief, and those that a part of a pack cites."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

KEYS = frozenset(
    f"{letter}{number}"
    for letter, count in {"P": 12, "W": 6, "O": 13, "C": 13, "R": 12}.items()
    for number in range(1, count + 1)
)
"""The facts of the content brief, by key."""


def sources_in(part: object) -> Iterator[str]:
    if isinstance(part, BaseModel):
        yield from getattr(part, "sources", ())
        for name in type(part).model_fields:
            yield from sources_in(getattr(part, name))
    elif isinstance(part, tuple):
        for member in part:
            yield from sources_in(member)
