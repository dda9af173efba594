"""Why a command cannot be carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Param = str | int | float


@dataclass(frozen=True)
class Refusal:
    """A command that cannot be carried out.

    Attributes:
        code: Why; `words.refusals` has a sentence for each.
        params: What the sentence needs: counts, ids.
    """

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
