"""The keys that a part of a pack cites, with all that is in it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel


def sources_in(part: object) -> Iterator[str]:
    if isinstance(part, BaseModel):
        yield from getattr(part, "sources", ())
        for name in type(part).model_fields:
            yield from sources_in(getattr(part, name))
    elif isinstance(part, tuple):
        for member in part:
            yield from sources_in(member)
