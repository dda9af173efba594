"""The session as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OpenSession:
    """Begin the session that a header describes."""

    header_crc: str


@dataclass(frozen=True)
class Pause:
    """Rest, perhaps overnight."""


@dataclass(frozen=True)
class Resume:
    """Go on after a pause, a crash or a close."""

    after_crash: bool = False


@dataclass(frozen=True)
class Close:
    """End the workshop."""


@dataclass(frozen=True)
class Undo:
    """Take the last command back that can be taken back."""
