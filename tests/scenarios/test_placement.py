"""Where MOps should sit: where it is today first, four rooms on a map, and what each needs."""

from __future__ import annotations

import re

import pytest
from support.narrow import the
from support.rehearsed import ours, rehearsal_of_today, shipped

from mops_tui.model.agenda.asking import leading
from mops_tui.model.packs.pack import texts
from mops_tui.model.packs.questions import QuestionBase, items_of, options_of
from mops_tui.model.packs.workshop import fit
from mops_tui.sources.simulated.rehearsal import RehearsalRun

ROOMS = ("marketing", "it", "sales", "revops")
SCENARIO = ours().scenarios["org-placement"]
WIZARDRY = re.compile(
    r"\b(wizard\w*|(?:a|one|the|this) spell|wands?|robes?|magic\w*|potions?)\b", re.IGNORECASE
)

each_room = pytest.mark.parametrize("room", ROOMS)


def asked(question_id: str) -> QuestionBase:
    return the(SCENARIO.question(question_id))


@pytest.mark.parametrize("question_id", ["ten-points", "spell"])
def test_the_four_rooms_stand_on_the_map_with_revops_between_the_others(question_id: str) -> None:
    options = {option.id: option for option in options_of(asked(question_id))}
    assert tuple(options) == ROOMS
    assert asked(question_id).picture == "map"
    places = {key: the(option.place) for key, option in options.items()}
    for axis in ("x", "y"):
        outer = [getattr(places[key], axis) for key in ("marketing", "it", "sales")]
        assert abs(getattr(places["revops"], axis) - sum(outer) / 3) < 5


def test_every_good_and_bad_of_a_room_cites_the_map_and_of_revops_most_is_marked_as_ours() -> None:
    for option in options_of(asked("spell")):
        for points in (option.goodies, option.gotchas, option.works_when):
            assert len(points) >= 2
            assert all(re.fullmatch(r"O\d+", key) for point in points for key in point.sources)
            unsourced = [point for point in points if not point.sources]
            assert len(unsourced) == (2 if option.id == "revops" else 0)
    assert any("The rest is our own" in credit for credit in SCENARIO.credits)


def test_where_mops_reports_today_is_asked_before_where_it_should() -> None:
    order = [question.id for question in SCENARIO.questions]
    assert order.index("today") < order.index("spell")
    today, spell = options_of(asked("today")), options_of(asked("spell"))
    assert [option.label for option in today][:-1] == [option.label for option in spell]
    assert today[-1].id == "elsewhere"


def test_what_sit_mixes_is_told_apart_today_and_in_what_changes_first() -> None:
    today = {item.id for item in items_of(asked("terms"))}
    changes = {option.id for option in options_of(asked("first-change"))}
    assert today == {"money", "priorities", "desks"}
    assert changes == today | {"line", "stay"}


@each_room
def test_a_rooms_conditions_are_asked_where_it_was_chosen_and_where_we_are(room: str) -> None:
    question = asked(f"conditions-{room}")
    hangs_on = {one.question: one.leads for one in question.asked_if}
    assert hangs_on == {"today": (f"at-{room}",), "spell": (room,)}
    assert 3 <= len(items_of(question)) <= 4


def test_staying_is_an_answer_and_the_chart_is_one_of_four_things_to_change() -> None:
    options = [option.id for option in options_of(asked("first-change"))]
    assert options == ["stay", "line", "money", "priorities", "desks"]
    decision = the(SCENARIO.decision)
    assert decision.ask.startswith("Do we stay as we are, move, or first change")
    assert [later.days for later in decision.follow_up] == [30, 60, 90]


def test_what_the_cio_works_on_is_no_number_and_savings_clear_the_bar_too() -> None:
    lines = [text for _path, text in texts(SCENARIO)]
    assert not [line for line in lines if re.search(r"500[.,  ]?000", line)]
    assert any("revenue or savings" in line for line in lines)


def test_the_two_views_on_it_stand_side_by_side_without_a_quarrel() -> None:
    point = the(asked("spell").counterpoint)
    assert {"O12", "O5", "O6"} <= set(point.sources)
    assert "disagree" not in point.text


def test_the_wizard_stays_in_the_brief_of_this_scenario() -> None:
    found = {
        path
        for scenario in ours().scenarios.values()
        for path, text in texts(scenario.model_copy(update={"cards": ()}))
        if WIZARDRY.search(text)
    }
    assert found == {"org-placement/brief"}


# The workshop


def test_it_fits_into_three_quarters_of_an_hour_and_puts_nobody_on_a_grid() -> None:
    made = shipped("placement-only")
    assert made.minutes == 45
    assert fit(made).slack >= 0.1
    assert made.scenarios[0].id == "check-in"
    # What a company needs says nothing about a person, and nobody explains a grid here.
    assert made.grids == ()


@pytest.fixture(scope="module", params=range(3))
def run(request: pytest.FixtureRequest) -> RehearsalRun:
    return rehearsal_of_today("placement-only", 9, request.param)


def test_a_rehearsed_room_is_asked_the_conditions_of_two_rooms_at_most(run: RehearsalRun) -> None:
    conditions = {ref.rpartition("-")[2] for ref in run.state.rounds if "/conditions-" in ref}
    led = {
        option.removeprefix("at-")
        for question_id in ("today", "spell")
        for option in leading(run.state, f"org-placement/{question_id}")
    }
    assert conditions == led & set(ROOMS)
    assert 1 <= len(conditions) <= 2


def test_a_rehearsed_decision_stays_moves_or_changes_one_thing(run: RehearsalRun) -> None:
    [made] = run.state.decisions.values()
    assert re.match(
        "MOps (stays|gets another) |We (move|prepare to move) MOps to |Before anything moves, |"
        "Not decided|Who (pays for MOps|sets MOps' priorities) changes first; |"
        "The desks of MOps change first; |We stay as we are, ",
        made.what,
    )
    assert run.state.t < 45 * 60
