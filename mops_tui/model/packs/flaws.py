"""What is wrong inside a pack whose shape is right, as codes with parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Flaw:
    """One thing wrong inside a pack whose shape is right, or one piece of advice about it.

    Attributes:
        code: What kind of flaw, such as "duplicate-id".
        path: Where: the keys as a pack writes them, and indices from 0.
        params: What a sentence about it needs.
    """

    code: str
    path: Path
    params: Mapping[str, str] = field(default_factory=dict)


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of the known names that comes closest, or an empty string."""
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def unknown(code: str, path: Path, name: str, known: Iterable[str], **params: str) -> Flaw:
    """A name that refers to nothing, with those that are known."""
    names = sorted(known)
    found = {"id": name, "nearest": nearest(name, names), "known": ", ".join(names)}
    return Flaw(code, path, {**found, **params})
