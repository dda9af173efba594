"""What a repair does, one deed after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

DeedCode = Literal[
    "put-in-order",
    "copy-left-out",
    "other-left-out",
    "edited-left-out",
    "unplaced-left-out",
    "foreign-left-out",
    "foreign-begins",
    "kept-after-foreign",
    "bytes-left-out",
    "lost-replaced",
    "marked-lost",
    "opening-made",
    "sealed",
    "header-sealed",
    "time-set",
    "torn-left-out",
    "newlines",
]


@dataclass(frozen=True)
class Deed:
    """One thing that a repair does.

    Attributes:
        code: What it is.
        line: Where, in the file as it is; None where that is nowhere.
        first: The first `seq` that it is about, 0 where it is about none.
        last: The last one.
        params: What else the sentence needs: `stands` (a line), `n`, `bytes`.
    """

    code: DeedCode
    line: int | None
    first: int = 0
    last: int = 0
    params: dict[str, object] = field(default_factory=dict)


class Deeds:
    """The deeds of a plan, as they come together."""

    def __init__(self) -> None:
        self._said: list[Deed] = []

    def say(
        self, code: DeedCode, line: int | None, first: int = 0, last: int = 0, **more: object
    ) -> None:
        """Note a deed."""
        self._said.append(Deed(code, line, first, last or first, more))

    def gathered(self) -> tuple[Deed, ...]:
        """The deeds by line; those that do the same to events in a row are taken together."""
        return _gathered(self._said)


def _gathered(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """The deeds by line, with those taken together that do the same to events in a row."""
    found: list[Deed] = []
    for deed in sorted(deeds, key=lambda deed: (deed.line or 0, deed.first)):
        before = found[-1] if found else deed
        if before.code == deed.code and deed.first and before.first:
            if deed.first == before.last + 1:
                found[-1] = replace(before, last=deed.last)
                continue
            if deed.last == before.first - 1:
                found[-1] = replace(before, first=deed.first)
                continue
        found.append(deed)
    return tuple(found)
