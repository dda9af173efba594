"""The day as planned: what begins when, what it adds up to, and what is left out first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.rehearsed import ours

from mops_tui.model.agenda.agenda import steps
from mops_tui.model.agenda.run_sheet import SheetRow, run_sheet, stretches
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.questions import ChoiceQuestion, QuestionBase
from mops_tui.model.packs.workshop import Workshop, agenda_minutes, assemble
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import SessionState


def question(key: str, minutes: float = 5, **more: Any) -> dict[str, Any]:
    options = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    asked = {"kind": "choice", "id": key, "title": key, "ask": "Which?", "option": options}
    return {**asked, "minutes": minutes, **more}


def scenario(key: str, *questions: dict[str, Any], **more: Any) -> Scenario:
    texts = {"id": key, "title": key, "summary": "S", "brief": "B"}
    return Scenario.model_validate({**texts, "question": list(questions), **more})


def workshop(*scenarios: Scenario, minutes: float | None = None) -> Workshop:
    by_id = {one.id: one for one in scenarios}
    entries = tuple(AgendaEntry(scenario=one.id) for one in scenarios if not one.closing)
    return assemble(entries, by_id, id="w", title="W", minutes=minutes)


def shipped(key: str) -> Workshop:
    packs = ours()
    pack = packs.workshops[key]
    return assemble(
        pack.agenda, packs.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )


SHIPPED = sorted(ours().workshops)


def depends(on: str, key: str, minutes: float, leads: str = "a") -> dict[str, Any]:
    return question(key, minutes, asked_if=[{"question": on, "leads": [leads]}])


# --- it adds up


@pytest.mark.parametrize("key", SHIPPED)
def test_the_rows_of_a_shipped_workshop_add_up_to_its_agenda(key: str) -> None:
    made = shipped(key)
    sheet = run_sheet(made)
    assert sheet.needed == pytest.approx(agenda_minutes(made.scenarios))
    assert sheet.planned == made.minutes


MINUTES = st.floats(0.05, 480).map(lambda n: round(n, 2))
BEFORE = st.floats(0, 60).map(lambda n: round(n, 2))


@st.composite
def scenarios(draw: st.DrawFn) -> list[Scenario]:
    made = []
    for number in range(draw(st.integers(1, 4))):
        asked = [question("q0", draw(MINUTES))]
        for n in range(1, draw(st.integers(1, 5))):
            optional, hangs = draw(st.booleans()), draw(st.booleans())
            conditions = [{"question": "q0", "leads": ["a"]}] if hangs else []
            more = {"alone": draw(BEFORE), "in_pairs": draw(BEFORE), "asked_if": conditions}
            asked.append(question(f"q{n}", draw(MINUTES), optional=optional, **more))
        decision = {"ask": "What?", "minutes": draw(MINUTES)} if draw(st.booleans()) else None
        more = {"brief_minutes": draw(BEFORE), "break_after": draw(BEFORE), "decision": decision}
        made.append(scenario(f"s{number}", *asked, no_brief=draw(st.booleans()), **more))
    return made


@given(scenarios())
def test_each_row_begins_where_the_one_before_ends_and_all_add_up(made: list[Scenario]) -> None:
    sheet = run_sheet(workshop(*made))
    now = 0.0
    together: float | None = None
    for row in sheet.rows:
        together = (now if together is None else together) if row.together else None
        assert row.start == pytest.approx(now if together is None else together, abs=1e-4)
        now += row.takes
    assert now == pytest.approx(agenda_minutes(made), abs=1e-4)
    assert sheet.needed == pytest.approx(now, abs=1e-4)


@given(MINUTES, BEFORE, BEFORE)
def test_what_a_questions_minutes_are_for_adds_up_to_them(
    minutes: float, alone: float, in_pairs: float
) -> None:
    one = ChoiceQuestion.model_validate(question("q", minutes, alone=alone, in_pairs=in_pairs))
    assert sum(stretch.minutes for stretch in stretches(one)) == pytest.approx(minutes, abs=1e-4)
    assert all(stretch.minutes > 0 for stretch in stretches(one))


def test_silence_and_pairs_come_before_the_vote_and_the_rest_is_talk() -> None:
    one = ChoiceQuestion.model_validate(question("q", 10, alone=1, in_pairs=2))
    found = [(stretch.kind, stretch.minutes) for stretch in stretches(one)]
    assert found == [("alone", 1), ("pairs", 2), ("vote", 1.5), ("talk", 5.5)]


# --- it is the day that is run


def key_of(row: SheetRow, whole: Workshop) -> tuple[str, str]:
    if row.kind == "question":
        assert row.scenario
        assert row.question
        return ("question", f"{row.scenario.id}/{row.question.id}")
    if row.kind == "grid":
        assert row.grid
        return ("grid", row.grid.id)
    if row.kind == "summary":
        return ("workshop", "")
    return (row.kind, row.scenario.id if row.scenario else "")


@pytest.mark.parametrize("key", SHIPPED)
def test_its_places_are_those_that_the_room_is_led_through(key: str) -> None:
    made = shipped(key)
    state = SessionState(workshop=made, policy=Policy(), minutes=made.minutes)
    closing = {one.id for one in made.scenarios if one.closing}
    rows = [
        key_of(row, made)
        for row in run_sheet(made).rows
        # Words before the closing question have no page; what hangs on an answer waits for it.
        if not (row.kind == "brief" and row.scenario and row.scenario.id in closing)
        and not row.together
    ]
    asked_on_condition = {
        f"{one.id}/{asked.id}"
        for one in made.scenarios
        for asked in one.questions
        if asked.asked_if
    }
    way = [view.key for view in steps(state) if view.name not in asked_on_condition]
    assert rows == way


def test_questions_that_hang_on_an_answer_begin_together_and_count_as_many_as_can_be_asked() -> (
    None
):
    made = scenario(
        "s",
        question("where", 7),
        depends("where", "if-a", 3, "a"),
        depends("where", "if-b", 4, "b"),
        question("after", 2),
        brief_minutes=1,
    )
    rows = [row for row in run_sheet(workshop(made)).rows if row.kind == "question"]
    assert [(row.start, row.minutes, row.takes) for row in rows] == [
        (1, 7, 7), (8, 3, 4), (8, 4, 0), (12, 2, 2),
    ]  # fmt: skip
    assert [row.together for row in rows] == [0, 2, 2, 0]


def test_owners_are_read_back_before_the_closing_question_and_only_where_something_is_decided() -> (
    None
):
    closing = scenario("z", question("last", 2), closing=True)
    decided = scenario("s", question("q"), decision={"ask": "What?"})
    kinds = [row.kind for row in run_sheet(workshop(decided, closing)).rows]
    assert kinds == ["brief", "question", "decision", "owners", "brief", "question", "summary"]
    kinds = [row.kind for row in run_sheet(workshop(scenario("s", question("q")), closing)).rows]
    assert "owners" not in kinds


# --- when it is late


def test_a_place_has_to_begin_by_its_start_and_what_is_to_spare() -> None:
    sheet = run_sheet(workshop(scenario("s", question("q", 5), brief_minutes=2), minutes=10))
    assert sheet.spare == 3
    assert [(row.kind, sheet.latest(row)) for row in sheet.rows] == [
        ("brief", 3), ("question", 5), ("summary", 10),
    ]  # fmt: skip


def test_only_optional_questions_are_named_the_last_first_and_one_stays_in_each_scenario() -> None:
    first = scenario("s", question("a", optional=True), question("b"), question("c", optional=True))
    alone = scenario("t", question("d", optional=True))
    dropped: tuple[QuestionBase, ...] = run_sheet(workshop(first, alone)).dropped_first
    assert [one.id for one in dropped] == ["c", "a"]
