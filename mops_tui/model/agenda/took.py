"""How many minutes a workshop took, part by part, beside the minutes that its pack counts."""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.agenda.agenda import scenario_of
from mops_tui.model.agenda.pace import budget
from mops_tui.model.session.state import SessionState, Shown, View

_OUTSIDE: tuple[Shown, ...] = ("lobby", "workshop")


@dataclass(frozen=True)
class Took:
    """A part of the day.

    Attributes:
        of: "scenario", or a place that no scenario has: a break, a grid, the reading back.
        name: The scenario's id; of a grid, its own.
        seconds: What it took.
        budget: What its places are counted for, in seconds.
    """

    of: str
    name: str
    seconds: float
    budget: float


def took(state: SessionState, t: float) -> tuple[Took, ...]:
    """The parts of a day in the order in which they came; nothing of the door and the last page."""
    parts: dict[tuple[str, str], Took] = {}
    for key in dict.fromkeys((*state.spent, state.place.key)):
        place = View(*key)
        if place.of in _OUTSIDE:
            continue
        scenario = "" if place.of == "break" else scenario_of(place)
        part = ("scenario", scenario) if scenario else key
        sofar = parts.get(part, Took(*part, 0.0, 0.0))
        parts[part] = Took(
            *part, sofar.seconds + state.spent_at(key, t), sofar.budget + budget(state, place)
        )
    return tuple(parts.values())
