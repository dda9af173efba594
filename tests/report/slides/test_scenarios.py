"""The scenarios on slides: each by itself, short ones below the last, or all in a table."""

from __future__ import annotations

from dataclasses import replace

from support.decks import decision, kit_input

from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import (
    ArgumentSide,
    QuestionContent,
    ReportContent,
    SaidReason,
    ScenarioContent,
)
from mops_tui.report.slides.parts import SlideTable
from mops_tui.report.slides.scenarios import scenario_slides

SIDE = ArgumentSide("Go", (SaidReason("Ana", "It is ready."), SaidReason("", "Now or never.")))


def scenario(name: str, questions: int, **changes: object) -> ScenarioContent:
    every = tuple(
        QuestionContent(f"{name}/q{n}", f"Question {n}", "", (), "", (SIDE,), "not asked")
        for n in range(questions)
    )
    return replace(ScenarioContent(name, name, (), every, ()), **changes)  # type: ignore[arg-type]  # any field


def content(*scenarios: ScenarioContent) -> ReportContent:
    return replace(report_content(kit_input("forty")), scenarios=scenarios)


def test_a_single_small_scenario_has_a_slide_with_what_was_said_for_each_answer() -> None:
    (only,) = scenario_slides(content(scenario("Go or no go", 1)), 3)
    assert only.title == "Go or no go"
    assert "Go: “It is ready.” (Ana) “Now or never.”" in only.notes


def test_a_small_one_beside_a_large_one_is_told_below_it() -> None:
    (only,) = scenario_slides(content(scenario("Large", 4), scenario("Closing", 1)), 3)
    assert only.notes[-1] == "Closing: not asked"
    assert not any("It is ready." in note for note in only.notes)


def test_without_room_for_each_they_are_a_table_whose_title_counts_decisions() -> None:
    done = scenario("A", 4, decisions=(decision("We move", "Ana"),))
    open_ = scenario("B", 4, decisions=(decision("Not decided yet", "Ana"),))
    (only,) = scenario_slides(content(done, open_, scenario("C", 1)), 1)
    assert isinstance(only.parts[0], SlideTable)
    assert only.title == "1 of 2 scenarios that were to decide something came to a decision."


def test_the_decision_is_the_title() -> None:
    (only,) = scenario_slides(content(scenario("A", 3, decisions=(decision("We move"),))), 1)
    assert (only.title, only.above) == ("We move", "Scenario: A")
