"""What must be there, and of what kind: a test fails here with a sentence where it is not."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen

from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.events import Event
from mops_tui.model.session.state import Timer, WorkshopState
from mops_tui.tui.widgets.fields import LineField, WordsField

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
S = TypeVar("S", bound=Screen[Any])


def the(found: T | None) -> T:
    """What was looked for, which is there."""
    assert found is not None
    return found


class HasRounds(Protocol[R_co]):
    """A state, whole or as somebody may see it."""

    def round(self, ref: str) -> R_co | None:
        """The latest round of a question, or None before the first."""


def round_of(state: HasRounds[R_co], ref: str) -> R_co:
    """The latest round of a question."""
    found = state.round(ref)
    assert found is not None, f"{ref} has no round"
    return found


def timer_of(state: WorkshopState) -> Timer:
    """The timer that runs, or rests."""
    assert state.timer is not None, "no timer"
    return state.timer


def made(outcome: tuple[Event, ...] | Refusal) -> tuple[Event, ...]:
    """The events of a command that is not refused."""
    assert not isinstance(outcome, Refusal), outcome
    return outcome


def a(kind: type[T], found: object) -> T:
    """What was found, of the kind that it must be."""
    assert isinstance(found, kind), f"{found!r} is no {kind.__name__}"
    return found


def screen_of(app: App[Any], kind: type[S]) -> S:
    """The screen on top, of the kind that it must be."""
    return a(kind, app.screen)


def input_of(screen: Screen[Any], selector: str) -> LineField | WordsField:
    """A field that somebody types into."""
    found = screen.query_one(selector)
    assert isinstance(found, LineField | WordsField), found
    return found
