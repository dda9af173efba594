"""What is to be done, as tables that Jira and Microsoft Planner import.

Their headings are in English, whatever the language: the importers know columns by these names.
"""

from __future__ import annotations

import re

from mops_tui.report.input import ReportInput
from mops_tui.report.sheets.cells import csv_text, day_cell
from mops_tui.report.sheets.todos import Todo, todos_of, workshop_line
from mops_tui.words.safe import safe

JIRA_COLUMNS = ("Summary", "Description", "Assignee", "Due date", "Labels")
PLANNER_COLUMNS = (
    "Task Name",
    "Bucket Name",
    "Progress",
    "Priority",
    "Assigned To",
    "Start Date",
    "Due Date",
    "Notes",
)
MOST_NAME = 254
"""The characters of a task's name: both take 255, and an apostrophe may stand before them."""
MOST_NOTES = 2000
"""The characters of Planner's notes, less some to spare."""
_MAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+")


def jira_csv(given: ReportInput) -> str:
    """For Jira's importer, which wants UTF-8 without a mark in front of the first heading."""
    label = f"workshop-{given.header.opened.date().isoformat()}"
    rows = [
        (safe(one.what, MOST_NAME), _notes(given, one), one.who, day_cell(one.day), label)
        for one in todos_of(given)
    ]
    return csv_text(JIRA_COLUMNS, rows, bom=False, lines=True)


def planner_csv(given: ReportInput) -> str:
    """For Planner's import of a spreadsheet, which knows people by their mail addresses alone."""
    bucket = safe(given.title, MOST_NAME)
    rows = [
        (
            safe(one.what, MOST_NAME),
            bucket,
            "Not started",
            "Medium",
            ";".join(_MAIL.findall(one.who)),
            "",
            day_cell(one.day),
            safe(_notes(given, one), MOST_NOTES, keep=True),
        )
        for one in todos_of(given)
    ]
    return csv_text(PLANNER_COLUMNS, rows, lines=True)


def _notes(given: ReportInput, todo: Todo) -> str:
    whole = () if safe(todo.what, MOST_NAME) == todo.what else (todo.what,)
    return "\n".join((*whole, *todo.notes, workshop_line(given)))
