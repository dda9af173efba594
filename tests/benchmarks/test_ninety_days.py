"""A few days of the four learners: what the script plots is what their like would live through."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAYS = 12


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    kept = list(sys.path)
    sys.path.insert(0, str(ROOT / "benchmarks"))
    spec = importlib.util.spec_from_file_location(
        "ninety_days", ROOT / "benchmarks" / "ninety_days.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["ninety_days"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["ninety_days"]
    sys.path[:] = kept


def practised(script: ModuleType, name: str) -> Any:
    learner = script.LEARNERS[name](script.SEED)
    return script.practise(name, learner, script.shipped(), DAYS)


def test_who_is_always_right_has_something_to_do_every_day_and_sees_more_of_the_deck(
    script: ModuleType,
) -> None:
    made = practised(script, "Always right, and certain")
    assert all(day.due + day.new + day.beyond > 0 for day in made.days)
    assert all(day.answers <= 10 for day in made.days)
    assert made.days[-1].seen > 40
    assert made.progress.calibration.telling.kind == "as-right"


def test_who_guesses_is_not_buried_and_is_told_that_guesses_tell_nothing(
    script: ModuleType,
) -> None:
    made = practised(script, "Right at chance, and says so")
    assert max(day.due for day in made.days) <= 15
    assert max(day.answers for day in made.days) <= 40
    assert made.days[-1].known <= 3
    assert made.progress.calibration.telling.kind in {"few", "guesses"}


def test_who_is_over_sure_is_told_so(script: ModuleType) -> None:
    made = practised(script, "Over-sure")
    telling = made.progress.calibration.telling
    assert telling.kind == "too-sure"
    assert telling.step.points > 20


def test_who_forgets_sees_cards_again_and_is_told_of_no_fault(script: ModuleType) -> None:
    made = practised(script, "Forgetful")
    assert sum(day.due for day in made.days) > 20
    assert made.progress.learnt.cards > 10
    assert made.progress.calibration.telling.kind not in {"too-sure", "too-careful"}


def test_the_same_learner_lives_through_the_same_days(script: ModuleType) -> None:
    one, two = (practised(script, "Forgetful") for _ in range(2))
    assert one.days == two.days
    assert script.section([one]) == script.section([two])


def test_a_picture_has_a_column_a_day_and_names_the_highest(script: ModuleType) -> None:
    title, *lines = script.picture("cards due", [0, 1, 2, 4])
    assert title.strip() == "cards due"
    assert lines[0] == "   4 │   █"
    assert lines[-1] == "   0 │ ▆██"


def test_the_page_has_what_the_script_writes_for_every_learner(script: ModuleType) -> None:
    page = script.PAGE.read_text("utf-8")
    section = page.partition(script.BEGIN)[2].partition(script.END)[0]
    for name in script.LEARNERS:
        assert section.count(f"| {name} |") == 2
        assert f"\n{name}\n" in section
