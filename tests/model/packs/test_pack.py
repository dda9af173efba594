"""The pack model: what its shapes accept, how an agenda becomes a workshop, where texts are."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from mops_tui.model.packs.answers import stage_of
from mops_tui.model.packs.pack import AgendaEntry, Scenario, texts
from mops_tui.model.packs.questions import items_of, kind_of, options_of
from mops_tui.model.packs.workshop import assemble, grids_named, refs

GRID: dict[str, Any] = {
    "id": "g",
    "title": "A grid",
    "x": {"label": "x", "low": "left", "high": "right"},
    "y": {"label": "y", "low": "down", "high": "up"},
    "top_left": {"id": "tl", "name": "TL"},
    "top_right": {"id": "tr", "name": "TR"},
    "bottom_left": {"id": "bl", "name": "BL"},
    "bottom_right": {"id": "br", "name": "BR"},
}


def question(question_id: str, kind: str = "choice", **keys: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": kind, "id": question_id, "title": "T", "ask": "A?"}
    if kind == "choice":
        made["option"] = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    return made | keys


def scenario(scenario_id: str = "s", *questions: dict[str, Any], **keys: Any) -> Scenario:
    base = {"id": scenario_id, "title": "T", "summary": "S", "brief": "B"}
    return Scenario.model_validate(base | {"question": list(questions) or [question("q")]} | keys)


def test_a_file_without_format_or_language_is_format_one_in_english() -> None:
    made = scenario()
    assert (made.format, made.language) == (1, "en")


@pytest.mark.parametrize(
    "bad",
    [
        {"minutes": 0},
        {"weight": 0},
        {"picture": "pie"},
        {"kind": "poll"},
        {"colour": "red"},
        {"id": "Not An Id"},
        {"option": []},
    ],
)
def test_a_question_refuses_what_it_does_not_know(bad: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        scenario("s", question("q") | bad)


def test_a_lean_says_something_about_an_axis() -> None:
    lean = {"why": "because"}
    option = {"id": "a", "label": "A", "leans": [lean]}
    with pytest.raises(ValidationError, match="x or y"):
        scenario("s", question("q", option=[option]))


def test_hands_are_yes_and_no_even_when_the_pack_says_nothing() -> None:
    made = scenario("s", question("q", "hands"))
    assert [option.id for option in options_of(made.questions[0])] == ["yes", "no"]


def test_hands_may_be_worded_but_stay_yes_and_no() -> None:
    options = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]
    with pytest.raises(ValidationError, match="yes and no"):
        scenario("s", question("q", "hands", option=options))


def test_a_curve_and_a_grid_question_have_their_own_pictures() -> None:
    made = scenario(
        "s",
        question("c", "curve", item=[{"id": "w", "label": "W"}]),
        question("g", "grid", grid="g"),
    )
    assert [q.picture for q in made.questions] == ["curve", "grid"]


def test_a_pack_cannot_be_changed_after_reading() -> None:
    with pytest.raises(ValidationError):
        scenario().title = "Other"  # type: ignore[misc]  # refused: that is the test


def test_minutes_count_brief_questions_and_decision() -> None:
    made = scenario("s", question("q", minutes=5), brief_minutes=1, decision={"ask": "?"})
    assert made.minutes == 1 + 5 + 4


@pytest.mark.parametrize(
    ("position", "stage"),
    [
        (0, "innovators"),
        (13, "innovators"),
        (14, "early-adopters"),
        (34, "chasm"),
        (42, "early-majority"),
        (62, "late-majority"),
        (100, "laggards"),
    ],
)
def test_a_stage_ends_where_the_next_begins(position: int, stage: str) -> None:
    assert stage_of(position) == stage


@pytest.mark.parametrize(
    ("x", "y", "corners"),
    [
        (1, 1, ["tr"]),
        (-1, 1, ["tl"]),
        (1, -1, ["br"]),
        (-0.01, -100, ["bl"]),
        (0, 1, ["tl", "tr"]),
        (0, -1, ["bl", "br"]),
        (1, 0, ["tr", "br"]),
        (-1, 0, ["tl", "bl"]),
        (0, 0, ["tl", "tr", "bl", "br"]),
        (-0.0, 1e-12, ["tl", "tr", "bl", "br"]),
    ],
)
def test_whoever_stands_on_an_axis_belongs_to_no_quadrant(
    x: float, y: float, corners: list[str]
) -> None:
    grid = scenario("s", grid=[GRID]).grids[0]
    assert [quadrant.id for quadrant in grid.near(x, y)] == corners
    own = grid.quadrant_at(x, y)
    assert (own.id if own else None) == (corners[0] if len(corners) == 1 else None)


def test_assembling_keeps_the_questions_in_the_scenarios_order() -> None:
    made = scenario("s", question("a"), question("b"), question("c"))
    entry = AgendaEntry(scenario="s", questions=("c", "a"))
    workshop = assemble((entry,), {"s": made}, id="w", title="W")
    assert refs(workshop.scenarios[0]) == ("s/a", "s/c")
    assert workshop.question("s/c") is not None
    assert workshop.question("s/b") is None


def test_assembling_puts_the_closing_scenario_last_unless_it_is_there_already() -> None:
    packs = {"a-closing": scenario("a-closing", closing=True), "s": scenario("s")}
    added = assemble((AgendaEntry(scenario="s"),), packs, id="w", title="W")
    assert [one.id for one in added.scenarios] == ["s", "a-closing"]
    both = (AgendaEntry(scenario="a-closing"), AgendaEntry(scenario="s"))
    named = assemble(both, packs, id="w", title="W")
    assert [one.id for one in named.scenarios] == ["a-closing", "s"]


def test_assembling_brings_the_grid_of_another_pack_along() -> None:
    leaning = [{"id": "a", "label": "A", "leans": [{"grid": "g", "x": 1, "why": "w"}]}]
    packs = {"s": scenario("s", question("q", option=leaning)), "t": scenario("t", grid=[GRID])}
    workshop = assemble((AgendaEntry(scenario="s"),), packs, id="w", title="W")
    assert [grid.id for grid in workshop.grids] == ["g"]
    assert list(grids_named(packs["s"])) == ["g"]


def test_assembling_takes_the_days_length_or_the_sum_of_budgets() -> None:
    packs = {"s": scenario("s", question("q", minutes=7), brief_minutes=1)}
    entry = (AgendaEntry(scenario="s"),)
    assert assemble(entry, packs, id="w", title="W").minutes == 8
    assert assemble(entry, packs, id="w", title="W", minutes=30).minutes == 30


@pytest.mark.parametrize(
    "entry", [AgendaEntry(scenario="t"), AgendaEntry(scenario="s", questions=("nope",))]
)
def test_assembling_names_what_is_not_at_hand(entry: AgendaEntry) -> None:
    with pytest.raises(KeyError, match=r"t|s/nope"):
        assemble((entry,), {"s": scenario("s")}, id="w", title="W")


def test_texts_are_reached_by_ids_not_by_position() -> None:
    goody = [{"id": "near", "text": "Near."}]
    options = [{"id": "b", "label": "B"}, {"id": "a", "label": "A", "goodies": goody}]
    one = dict(texts(scenario("s", question("q", option=options))))
    other = dict(texts(scenario("s", question("q", option=options[::-1]))))
    assert one == other
    assert one["s/questions/q/options/a/goodies/near/text"] == "Near."


def test_texts_hold_every_line_a_person_reads_and_no_id() -> None:
    leans = [{"grid": "g", "x": 1, "why": "Reason."}]
    pair = [{"id": "p", "left": "Left.", "right": "Right.", "leans": leans}]
    mirror = {"who": "They", "asked": "Asked?", "text": "So.", "shares": {"a": 10}}
    made = scenario(
        "s",
        question("p", "pairs", pair=pair),
        question("q", mirror=mirror, counterpoint={"who": "She", "text": "But."}),
        grid=[GRID],
        credits=["Them."],
    )
    read = {text for _, text in texts(made)}
    wanted = {"Left.", "Right.", "Reason.", "They", "Asked?", "So.", "She", "But.", "Them.", "TL"}
    assert wanted | {"left", "up"} <= read
    assert not {"choice", "bars", "en", "q"} & read


def test_a_pair_is_called_by_its_right_hand_statement() -> None:
    pair = [{"id": "p", "left": "L", "right": "R"}]
    made = scenario("s", question("q", "pairs", pair=pair)).questions[0]
    assert [item.label for item in items_of(made)] == ["R"]
    assert kind_of(made) == "pairs"
