"""What is kept is bounded, and is what would be worked out anew."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from support.results import Room, choices

import mops_tui
from mops_tui.model.agenda import agenda
from mops_tui.model.session import events as ev
from mops_tui.model.text.same import Same
from mops_tui.tui.charts.plots import Span, braille_lines
from mops_tui.tui.charts.text import glyphs
from mops_tui.tui.letters import blocks
from mops_tui.tui.recording import film
from mops_tui.tui.widgets.bodies.reveal import mark_labels

PACKAGE = Path(mops_tui.__file__).parent
MOST = 4096
"""How much any of them may keep."""


def test_whatever_is_kept_of_an_input_is_bounded() -> None:
    found, unbounded = 0, []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for made in getattr(node, "decorator_list", ()):
                where = f"{path.relative_to(PACKAGE)}:{made.lineno}"
                words = ast.unparse(made)
                if words.endswith("lru_cache") or words in ("cache", "functools.cache"):
                    found += 1
                    arguments = getattr(node, "args", None)
                    if words.endswith("lru_cache") or ast.unparse(arguments or made):
                        unbounded.append(where)
                elif isinstance(made, ast.Call) and "lru_cache" in ast.unparse(made.func):
                    found += 1
                    (size,) = (one.value for one in made.keywords if one.arg == "maxsize")
                    most = size.value if isinstance(size, ast.Constant) else MOST
                    if not isinstance(most, int) or not 0 < most <= MOST:
                        unbounded.append(where)
    assert found > 15
    assert unbounded == []


def _states() -> tuple[Any, Any]:
    room = Room(3).round("demo/where", choices("aab"))
    first = room.state()
    room.add(ev.AgendaSet(skipped=("demo/points",), minutes=40))
    return Same(first), Same(room.state())


LINE = (((0.0, 0.0), (1.0, 1.0)),)
BENT = (((0.0, 0.0), (1.0, 0.0)),)
UNIT = Span(0, 1)
KEPT: dict[str, tuple[Any, tuple[tuple[Any, ...], ...]]] = {
    "plots": (
        braille_lines,
        (
            (LINE, 9, 4, UNIT, UNIT),
            (BENT, 9, 4, UNIT, UNIT),
            (LINE, 8, 4, UNIT, UNIT),
            (LINE, 9, 3, UNIT, UNIT),
            (LINE, 9, 4, Span(0, 2), UNIT),
            (LINE, 9, 4, UNIT, Span(-1, 1)),
        ),
    ),
    "the cells of a text": (glyphs, (("é",), ("e\u0301",), ("営業",), ("営",), ("",))),
    "block letters": (
        blocks.in_blocks,
        (("Ja", 40, 9), ("Nein", 40, 9), ("Ja", 5, 9), ("Ja", 40, 1), ("営", 40, 9)),
    ),
    "a letter": (blocks._letter, (("É",), ("E",), ("ß",), ("営",))),
    "the ink of a film": (
        film._ink,
        (
            (Style(color="red"), Style(color="blue")),
            (Style(color="blue"), Style(color="red")),
            (Style(color="red", bold=True), Style(color="blue")),
            (Style(color="red", reverse=True), Style(color="blue")),
        ),
    ),
    "the agenda": (agenda._steps, tuple((one,) for one in _states())),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_is_what_is_worked_out_anew(name: str) -> None:
    kept, inputs = KEPT[name]
    anew: Callable[..., Any] = kept.__wrapped__
    for given in (*inputs, *reversed(inputs)):
        assert kept(*given) == anew(*given)
    assert len({repr(anew(*given)) for given in inputs}) > 1


def test_marks_are_called_what_their_people_are_called_now() -> None:
    room = Room(2)
    before, same = mark_labels(room.seen()), mark_labels(room.seen())
    assert before == same == {"p1": "Person 1", "p2": "Person 2"}
    room.add(ev.ParticipantUpdated(participant="p1", name="Mara", seat=1))
    assert mark_labels(room.seen()) == {"p1": "Mara", "p2": "Person 2"}
    assert before["p1"] == "Person 1"
    assert mark_labels(Room(2, policy={"anonymity": "anonymous"}).seen()) == {}
