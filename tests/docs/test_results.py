"""Every worked example of docs/results.md is computed again, and its list of keys is whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from support.reports import full, given
from support.sessions import workshop

from mops_tui.model.comparison import distance
from mops_tui.model.comparison.direction import steadiness
from mops_tui.model.results import consensus, grid
from mops_tui.model.results.leans import Answer
from mops_tui.report.data import report
from mops_tui.words.results.figures import percents

TEXT = (Path(__file__).parents[2] / "docs" / "results.md").read_text("utf-8")
EXAMPLES = [
    line
    for block in re.findall(r"```example\n(.*?)```", TEXT, re.DOTALL)
    for line in block.split("\n")
    if line
]


def split(counts: Sequence[int]) -> str | None:
    found = consensus.split(counts, [str(index) for index in range(len(counts))])
    return f"{found.low} and {found.high}" if found else None


def leaning(values: Sequence[float], weights: Sequence[float]) -> float | None:
    pairs = zip(values, weights, strict=True)
    return grid.weighted([Answer("", "", value, weight, ()) for value, weight in pairs])[0]


def shares(where: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return tuple(share for _, share in grid.shares(workshop().grids[0], where))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "agreement": consensus.agreement,
    "majority": consensus.majority,
    "split": split,
    "stability": consensus.stability,
    "quartile": consensus.quartile,
    "quantile": consensus.quantile,
    "bins": consensus.bins,
    "leaning": leaning,
    "shares": shares,
    "percents": percents,
    "spread_distance": distance.spread_distance,
    "scale_distance": distance.scale_distance,
    "axis_distance": distance.axis_distance,
    "steadiness": steadiness,
}


@pytest.mark.parametrize("line", EXAMPLES)
def test_example(line: str) -> None:
    call, _, written = line.partition(" = ")
    name, _, arguments = call.partition("(")
    found = FUNCTIONS[name](*ast.literal_eval(f"({arguments[:-1]},)"))
    if written == "none" or isinstance(found, str):
        assert (found or "none") == written
        return
    numbers = [found] if isinstance(found, int | float) else list(found)
    expected = [float(number) for number in written.split(", ")]
    digits = max(len(number.partition(".")[2]) for number in written.split(", "))
    assert [round(float(number), digits) for number in numbers] == expected


def test_there_are_examples() -> None:
    assert {line.partition("(")[0] for line in EXAMPLES} == set(FUNCTIONS)


def documented(name: str) -> set[str]:
    row = next(line for line in TEXT.split("\n") if re.match(rf"\|[^|]*`{name}`", line))
    return set(re.findall(r"`(\w+)`", row.split("|")[2]))


def test_every_key_of_the_report_is_in_the_table() -> None:
    data = report(given(full(), notes=True))
    question = data["scenarios"][0]["questions"][0]
    parts = {
        "session": data["session"],
        "policy": data["policy"],
        "scenarios": data["scenarios"][0],
        "questions": question,
        "rounds": question["rounds"][0],
        "grids": data["grids"][0],
        "decisions": data["decisions"][0],
        "actions": data["actions"][0],
        "notes": data["notes"][0],
        "skipped": data["skipped"][0],
        "not_revealed": data["not_revealed"][0],
    }
    inner = {"who", "text", "n", "percent"}  # of a mirror, named in the same row
    assert {name: set(part) for name, part in parts.items() if name != "questions"} == {
        name: documented(name) for name in parts if name != "questions"
    }
    assert set(question) | inner == documented("questions")
    people, time = data["people"], data["time"]
    assert set(people) | set(people["list"][0]) == documented("people")
    assert set(time) | set(time["places"][0]) == documented("time")
    assert all(f"`{key}`" in TEXT for key in data)
