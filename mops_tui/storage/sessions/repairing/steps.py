"""What a repair does, one step after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

RepairStepCode = Literal[
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
class RepairStep:
    """One thing that a repair does.

    Attributes:
        code: What it is.
        line: Where, in the file as it is; None where that is nowhere.
        first: The first `seq` that it is about, 0 where it is about none.
        last: The last one.
        params: What else the sentence needs: `stands` (a line), `n`, `bytes`.
    """

    code: RepairStepCode
    line: int | None
    first: int = 0
    last: int = 0
    params: dict[str, object] = field(default_factory=dict)


class RepairSteps:
    """The steps of a plan, as they come together."""

    def __init__(self) -> None:
        self._said: list[RepairStep] = []

    def say(
        self, code: RepairStepCode, line: int | None, first: int = 0, last: int = 0, **more: object
    ) -> None:
        """Note a step."""
        self._said.append(RepairStep(code, line, first, last or first, more))

    def gathered(self) -> tuple[RepairStep, ...]:
        """The steps by line; those that do the same to events in a row are taken together."""
        return _gathered(self._said)


def _gathered(steps: Iterable[RepairStep]) -> tuple[RepairStep, ...]:
    """The steps by line, with those taken together that do the same to events in a row."""
    gathered: list[RepairStep] = []
    for step in sorted(steps, key=lambda step: (step.line or 0, step.first)):
        before = gathered[-1] if gathered else step
        if before.code == step.code and step.first and before.first:
            if step.first == before.last + 1:
                gathered[-1] = replace(before, last=step.last)
                continue
            if step.last == before.first - 1:
                gathered[-1] = replace(before, first=step.first)
                continue
        gathered.append(step)
    return tuple(gathered)
