"""How many minutes a workshop took against those that it has: in all, and part by part."""

from __future__ import annotations

from mops_tui.model.agenda.took import Took, took
from mops_tui.model.session.state import SessionState
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import step_title
from mops_tui.words.safe import cells, safe

_MINUTE = 60.0
LONGEST = 44
"""The cells of a part's name."""


def took_lines(state: SessionState, t: float) -> tuple[str, ...]:
    """The whole in a sentence, then a line a part: what it took, and what it is counted for.

    Args:
        state: A workshop, over or not.
        t: Seconds since the session was opened.
    """
    whole = _("{took} of {minutes} minutes").format(
        took=_minutes(state.worked(t)), minutes=f"{state.minutes:g}"
    )
    left = state.minutes - state.worked(t) / _MINUTE
    over = _("over by {n}").format(n=f"{-left:.1f}")
    spare = _("{n} to spare").format(n=f"{left:.1f}")
    first = _("{whole}, {left}.").format(whole=whole, left=over if left < 0 else spare)
    parts = took(state, t)
    names = [part_name(state, part) for part in parts]
    width = max(map(cells, names), default=0)
    return (first, *(_line(*one, width) for one in zip(parts, names, strict=True)))


def part_name(state: SessionState, part: Took) -> str:
    """What a part of the day is called."""
    found = state.workshop.scenario(part.name) if part.of == "scenario" else None
    grid = state.workshop.grid(part.name) if part.of == "grid" else None
    if found is not None or grid is not None:
        return safe((found or grid).title, LONGEST)  # type: ignore[union-attr]  # one of them is there
    if part.of in ("before", "break", "owners"):
        return step_title(part.of)  # type: ignore[arg-type]  # it is one of the three
    return safe(part.name or part.of, LONGEST)


def _line(part: Took, name: str, width: int) -> str:
    gap = " " * (width - cells(name))
    if not part.budget:
        return f"  {name}{gap}  {_minutes(part.seconds):>5}"
    of = _("of {minutes}").format(minutes=_minutes(part.budget))
    return f"  {name}{gap}  {_minutes(part.seconds):>5} {of}"


def _minutes(seconds: float) -> str:
    return f"{seconds / _MINUTE:.1f}"
