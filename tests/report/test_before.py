"""What the session before left, in a report."""

from __future__ import annotations

from support.before import BUDGET, CONSENT, before
from support.reports import given
from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.report import data
from mops_tui.report.before import before_data
from mops_tui.report.report_document import report_markdown


def test_each_decision_has_its_plan_and_what_became_of_it_and_nothing_that_was_left_empty() -> None:
    room = Room(2, before=before()).add(
        ev.StepShown(of="before"), ev.DecisionFollowedUp(decision="d-1", outcome="not-done")
    )
    text = report_markdown(given(room))
    part = text[text.index("## Last time") : text.index("## Appendix")]
    assert "Our morning in October, 3 October 2026" in part
    for line in (
        "**What became of it:** not done · **Owner:** Maya",
        "**Must agree:** the CIO, Sales",
        "**First step:** Maya drafts the form",
        "**Review:** 2 November 2026",
        "| Ask Legal about consent | Tom | 10 October 2026 |",
    ):
        assert line in part
    assert part.count("First step") == part.count("What became of it") == 1
    assert part.count("Nobody owns it yet") == 1


def test_a_session_that_goes_on_from_none_has_no_such_part() -> None:
    assert data.report(given(Room(2)))["before"] is None
    assert "Last time" not in report_markdown(given(Room(2)))


def test_a_decision_of_which_nothing_was_said_has_no_outcome() -> None:
    told = before_data(Room(2, before=before()).seen("room"))
    assert told is not None
    assert [one["outcome"] for one in told["decisions"]] == [None, None]


def test_what_became_of_an_action_is_told_and_stands_in_the_data() -> None:
    left = before(action=(CONSENT, BUDGET))
    room = Room(2, before=left).add(
        ev.StepShown(of="before"),
        ev.ActionFollowedUp(action="a-1", outcome="done"),
        ev.ActionFollowedUp(action="s-00/a-1", outcome="carried"),
    )
    text = report_markdown(given(room))
    assert "| Ask for a budget (carried over) |" in text
    data = before_data(room.seen("room"))
    assert data is not None
    assert [one["outcome"] for one in data["actions"]] == ["done", "carried"]
    assert [one["by_day"] for one in data["actions"]] == ["2026-10-10", None]
