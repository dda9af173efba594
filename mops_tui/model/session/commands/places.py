"""What the room looks at, and the way through the day."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.session.state import Look, View


@dataclass(frozen=True)
class Show:
    """Let the room look at something; a question shown for the first time opens its vote."""

    view: View


@dataclass(frozen=True)
class ShowPrompt:
    """Put a discussion prompt to the room, or take it away with ""."""

    question: str
    prompt: str


@dataclass(frozen=True)
class TurnPage:
    """Turn a page for the room: of a revealed question, an earlier round, a mark's reasons."""

    look: Look


@dataclass(frozen=True)
class NameSubject:
    """Say what a scenario is about; an empty name takes it away."""

    scenario: str
    subject: str


@dataclass(frozen=True)
class SetAgenda:
    """Say which questions are skipped, and how many minutes the day has."""

    skipped: tuple[str, ...]
    minutes: float


@dataclass(frozen=True)
class Blank:
    """Turn the room's screen dark, or back on."""

    on: bool


@dataclass(frozen=True)
class ShowCode:
    """Show the code to join by phone, or hide it. The code itself is nothing that is noted."""

    on: bool
