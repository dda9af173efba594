"""An event, and what its fields can hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

NAME_LENGTH = 200
"""The most characters of a name, an id, a label."""
WORDS_LENGTH = 10_000
"""The most characters of anything else that people write."""
OPENING = 1
"""The `seq` of `session-opened`; what the setup made is part of it."""
MOST_COUNT = 100_000
MOST_CONFIDENCE = 5
Name = Annotated[str, StringConstraints(max_length=NAME_LENGTH)]
Words = Annotated[str, StringConstraints(max_length=WORDS_LENGTH)]
MOST_SECONDS = 1e10
"""Three hundred years: no session is longer, and no clock can count further."""
Count = Annotated[int, Field(ge=0, le=MOST_COUNT)]
Seconds = Annotated[float, Field(ge=-MOST_SECONDS, le=MOST_SECONDS)]
Ids = tuple[Name, ...]


class EventBase(BaseModel):
    """What every event has.

    Attributes:
        seq: Its place in the journal: 1, 2, 3 and so on; 0 until it is given one.
        t: Seconds since the session was opened, never decreasing.
        undoes: The `seq` of the event whose effect this one takes back.
        part_of: The `seq` of the first event of the same command, on all but the first.
        edited: Somebody changed it by hand, and a repair sealed it as it stood then.
        by_phone: Somebody did it at their own phone: no undo of the facilitator's reaches it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    kind: str
    seq: int = 0
    t: Annotated[float, Field(ge=0, le=MOST_SECONDS)] = 0.0
    undoes: int | None = None
    part_of: int | None = None
    edited: bool = False
    by_phone: bool = False

    def keys(self) -> dict[str, Any]:
        """The event as the flat table that is written: `seq`, `t`, `kind`, then its own keys."""
        own = self.model_dump(exclude_none=True, exclude_defaults=True)
        head = {"seq": self.seq, "t": round(self.t, 3), "kind": self.kind}
        return head | {key: value for key, value in own.items() if key not in head}


class CarriesBallot(EventBase):
    """What an event has that carries a ballot.

    The keys of the ballot depend on the question's kind: choice and hands `option`; allocate
    `options`, `points`; rate `items`, `levels`; pairs and curve `items`, `positions`; grid `x`,
    `y`; rank `options`; text `ideas`; a pass `passed = true`.
    """

    passed: bool = False
    option: Name | None = None
    options: Ids | None = None
    points: tuple[int, ...] | None = None
    items: Ids | None = None
    levels: Ids | None = None
    positions: tuple[int, ...] | None = None
    x: int | None = None
    y: int | None = None
    ideas: tuple[Words, ...] | None = None

    def keys(self) -> dict[str, Any]:
        """The flat table; the ballot comes last."""
        keys = super().keys()
        ballot = {key: keys.pop(key) for key in _BALLOT if key in keys}
        return keys | ballot


_BALLOT = tuple(key for key in CarriesBallot.model_fields if key not in EventBase.model_fields)
