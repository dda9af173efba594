"""What a workshop asks, in outline: read from its files as they are, without importing the model.

Home shows it before anything is chosen. What is odd in a file is left out here, and told by the
setup and by `mops-tui check`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mops_tui.storage.files.bounds import PACK_ENTRIES, PACK_SIZE, excess_in
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.texts import NotText, decoded
from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs.summaries import PackSummary, pack_summaries

# As in the packs' own models, which are not imported here; a test compares them.
_BRIEF, _QUESTION, _DECISION, _GRID = 2.0, 4.0, 4.0, "mops"
_READ_BACK = 2.0
_MOST_MINUTES = 960


@dataclass(frozen=True)
class ScenarioOutline:
    """A scenario: its questions with their minutes, and those of its brief and its decision.

    Attributes:
        asked: The minutes of as many of the questions as can be asked: some wait for an answer.
        pause: Minutes of the break after it.
    """

    title: str
    brief: float
    questions: tuple[tuple[str, float], ...]
    asked: float
    decision: float | None
    pause: float = 0.0

    @property
    def minutes(self) -> float:
        """The whole time budget, without the break."""
        return self.brief + self.asked + (self.decision or 0)


@dataclass(frozen=True)
class GridOutline:
    """A grid: its ends, left, right, bottom and top, and its corners in reading order."""

    title: str
    ends: tuple[str, str, str, str]
    corners: tuple[str, str, str, str]


@dataclass(frozen=True)
class PackOutline:
    """A workshop, or a scenario alone."""

    minutes: float
    scenarios: tuple[ScenarioOutline, ...]
    grid: GridOutline | None


def outline_of(own: Path, pack_id: str) -> PackOutline | None:
    """What a pack asks; None where it cannot be read, or names what is not there.

    Args:
        own: The folder of the user's packs.
        pack_id: A workshop, or a scenario.
    """
    packs = {pack.id: pack for pack in pack_summaries(pack_folders(own), own)}
    pack = packs.get(pack_id)
    table = _read(pack)
    if pack is None or table is None:
        return None
    entries = _tables(table.get("agenda")) if pack.kind == "workshop" else [{"scenario": pack_id}]
    scenarios = {
        key: read for key, one in packs.items() if one.kind == "scenario" and (read := _read(one))
    }
    chosen: list[dict[str, Any]] = []
    for entry in entries:
        scenario = scenarios.get(_text(entry.get("scenario")))
        if scenario is None:
            return None
        chosen.append(_picked(scenario, entry))
    named = {_text(entry.get("scenario")) for entry in entries}
    chosen += [
        s for key, s in sorted(scenarios.items()) if s.get("closing") is True and key not in named
    ]
    outlines = tuple(map(_scenario, chosen))
    minutes = _number(table.get("minutes"), 0.0) if pack.kind == "workshop" else 0.0
    return PackOutline(minutes or _whole(outlines), outlines, _grid(chosen, scenarios))


def _whole(scenarios: tuple[ScenarioOutline, ...]) -> float:
    """What some scenarios take, with their breaks and the reading back of who owns what."""
    read_back = _READ_BACK if any(one.decision for one in scenarios) else 0.0
    return sum(one.minutes + one.pause for one in scenarios) + read_back


def outline_of_all(own: Path) -> PackOutline:
    """Every scenario that can be chosen, in the order of their titles; the closing one is added."""
    packs = (one for one in pack_summaries(pack_folders(own), own) if one.kind == "scenario")
    tables = [table for table in map(_read, packs) if table and table.get("closing") is not True]
    outlines = tuple(sorted(map(_scenario, tables), key=lambda one: one.title))
    return PackOutline(_whole(outlines), outlines, None)


def _read(pack: PackSummary | None) -> dict[str, Any] | None:
    """A pack's file as TOML; None where it is none."""
    if pack is None:
        return None
    try:
        text = decoded(read_ordinary(pack.path, PACK_SIZE)).replace("\r\n", "\n")
        return None if excess_in(text, PACK_ENTRIES) else tomllib.loads(text)
    except (OSError, ValueError, RecursionError, NotText):
        return None


def _picked(scenario: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """A scenario as an agenda's entry takes it; with all its questions where it picks none."""
    questions = _tables(scenario.get("question"))
    names = entry.get("questions")
    if isinstance(names, list) and names:
        questions = [question for question in questions if question.get("id") in names]
    made = {**scenario, "question": questions}
    if "subject" in scenario:
        made["no_brief"] = False
    elif entry.get("brief") is False:
        made["no_brief"] = True
    if entry.get("decision") is False:
        made.pop("decision", None)
    if entry.get("break"):
        made["break_after"] = entry["break"]
    return made


def _scenario(table: Mapping[str, Any]) -> ScenarioOutline:
    decision = table.get("decision")
    no_brief = table.get("no_brief") is True
    questions = _tables(table.get("question"))
    return ScenarioOutline(
        _text(table.get("title")),
        0.0 if no_brief else _number(table.get("brief_minutes"), _BRIEF),
        tuple((_text(one.get("title")), _minutes(one)) for one in questions),
        _asked(questions),
        _number(decision.get("minutes"), _DECISION) if isinstance(decision, dict) else None,
        _number(table.get("break_after"), 0.0),
    )


def _minutes(question: Mapping[str, Any]) -> float:
    return _number(question.get("minutes"), _QUESTION)


def _asked(questions: list[dict[str, Any]]) -> float:
    """Of the questions that wait for answers to the same ones, one for each of these is asked."""
    here = {_text(question.get("id")) for question in questions}
    total, waiting = 0.0, dict[frozenset[str], list[float]]()
    for question in questions:
        named = (_text(one.get("question")) for one in _tables(question.get("asked_if")))
        hangs_on = frozenset(named) & here
        if hangs_on:
            waiting.setdefault(hangs_on, []).append(_minutes(question))
        else:
            total += _minutes(question)
    longest = (sorted(minutes)[-len(named) :] for named, minutes in waiting.items())
    return total + sum(map(sum, longest))


def _grid(
    chosen: list[dict[str, Any]], scenarios: Mapping[str, Mapping[str, Any]]
) -> GridOutline | None:
    """The first grid that is asked about or leaned on, whichever pack holds it."""
    everywhere = (*chosen, *scenarios.values())
    known = {
        _text(grid.get("id")): grid
        for scenario in reversed(everywhere)
        for grid in _tables(scenario.get("grid"))
    }
    names = (name for scenario in chosen for name in _grids_named(scenario))
    grid = next((known[name] for name in names if name in known), None)
    if grid is None:
        return None
    x, y = _table(grid.get("x")), _table(grid.get("y"))
    a, b, c, d = (
        _text(_table(grid.get(corner)).get("name"))
        for corner in ("top_left", "top_right", "bottom_left", "bottom_right")
    )
    ends = (_text(x.get("low")), _text(x.get("high")), _text(y.get("low")), _text(y.get("high")))
    return GridOutline(_text(grid.get("title")), ends, (a, b, c, d))


def _grids_named(scenario: Mapping[str, Any]) -> Iterator[str]:
    for question in _tables(scenario.get("question")):
        if question.get("kind") == "grid":
            yield _text(question.get("grid", _GRID))
        for name in ("option", "item", "pair"):
            for answer in _tables(question.get(name)):
                yield from (_text(lean.get("grid", _GRID)) for lean in _tables(answer.get("leans")))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object, default: float) -> float:
    sane = isinstance(value, int | float) and 0 <= value <= _MOST_MINUTES
    return float(value) if sane and isinstance(value, int | float) else default


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _tables(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
