"""Lists of what is to be done, as Jira and Planner take them."""

from __future__ import annotations

from support.kits import nine
from support.reports import given
from support.results import Room
from support.tables import read_table

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.sheets.tasks import JIRA_COLUMNS, PLANNER_COLUMNS, jira_csv, planner_csv


def test_first_steps_actions_and_reviews_are_tasks_in_both() -> None:
    run = nine()
    told = ReportInput(run.header, visible(run.state, "room"))
    jira, planner = read_table(jira_csv(told), bom=False), read_table(planner_csv(told))
    assert tuple(jira[0]) == JIRA_COLUMNS
    assert tuple(planner[0]) == PLANNER_COLUMNS
    assert [row["Summary"] for row in jira] == [row["Task Name"] for row in planner]
    assert len(jira) == 9
    *said, first = jira[:4]
    # "By Friday, write down …": a first step says its day itself, three days after the workshop.
    assert {one["Due date"] for one in said} == {"2026-11-27"}
    assert all("By: Friday, 27 November 2026" in one["Description"].split("\n") for one in said)
    assert (first["Assignee"], first["Due date"]) == ("Tomas Lind", "2026-12-04")
    assert first["Labels"] == "workshop-2026-11-24"
    assert "From the workshop" in first["Description"]


def test_planner_is_given_addresses_alone_and_the_name_stands_in_the_notes() -> None:
    by_mail = ev.ActionRecorded(action="a1", what="Call", who="ana@example.com; bo@example.com")
    by_name = ev.ActionRecorded(action="a2", what="Write", who="Carla")
    first, second = read_table(planner_csv(given(Room(2).add(by_mail, by_name))))
    assert first["Assigned To"] == "ana@example.com;bo@example.com"
    assert second["Assigned To"] == ""
    assert "Who: Carla" in second["Notes"]


def test_a_long_or_hostile_task_fits_and_is_told_whole_in_its_notes() -> None:
    long = "=HYPERLINK(1) " + "x" * 380
    told = given(Room(2).add(ev.ActionRecorded(action="a1", what=long, who="+49", by="@home")))
    (jira,), (planner,) = read_table(jira_csv(told), bom=False), read_table(planner_csv(told))
    assert len(jira["Summary"]) <= 255
    assert jira["Summary"].startswith("'=")
    assert jira["Assignee"] == "'+49"
    assert long in jira["Description"]
    assert len(planner["Notes"]) <= 2048


def test_what_is_cut_in_wide_letters_is_told_whole_in_the_notes_too() -> None:
    wide = "\u65e5\u672c" * 70
    told = given(Room(2).add(ev.ActionRecorded(action="a1", what=wide)))
    (jira,) = read_table(jira_csv(told), bom=False)
    assert jira["Summary"].endswith("…")
    assert wide in jira["Description"]


def test_the_bucket_and_the_notes_say_the_same_title() -> None:
    edited = ev.ReportEdited(title="Whose is the budget?")
    told = given(Room(2).add(ev.ActionRecorded(action="a1", what="Call"), edited))
    (row,) = read_table(planner_csv(told))
    assert row["Bucket Name"] == "Whose is the budget?"
    assert "“Whose is the budget?”" in row["Notes"]
