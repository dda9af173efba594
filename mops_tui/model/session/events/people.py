"""Who is in the room."""

from __future__ import annotations

from typing import Literal

from mops_tui.model.session.events.event import Count, EventBase, Name


class ParticipantJoined(EventBase):
    """Somebody takes a seat."""

    kind: Literal["participant-joined"] = "participant-joined"
    participant: Name
    name: Name = ""
    role: Name = ""
    seat: Count


class ParticipantUpdated(EventBase):
    """What is known of somebody, whole; also how they come back."""

    kind: Literal["participant-updated"] = "participant-updated"
    participant: Name
    name: Name = ""
    role: Name = ""
    seat: Count
    present: bool = True


class ParticipantLeft(EventBase):
    """Somebody leaves; their votes stay. Where it undoes their arrival, they were never here."""

    kind: Literal["participant-left"] = "participant-left"
    participant: Name


class HeadCounted(EventBase):
    """How many people are present, those with a seat of their own included."""

    kind: Literal["head-counted"] = "head-counted"
    present: Count
