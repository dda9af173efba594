"""A report of a session file: where reading and telling meet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, assert_never, get_args

from mops_tui.model.replay.moment import Moment
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.model.session.public import Instead
from mops_tui.model.session.state import ReportEdits
from mops_tui.report import ReportInput, data
from mops_tui.report.input import ReportAudience
from mops_tui.report.report_document import report_html, report_markdown
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.checksums import sealed, sealed_json
from mops_tui.words.closing_kit.may_name import may_name_sentence
from mops_tui.words.i18n import _

ReportShape = Literal[
    "md", "html", "pptx", "json", "csv-votes", "csv-results", "csv-jira", "csv-planner", "ics"
]
"""What a report is written as, in one file."""
REPORT_SHAPES: tuple[ReportShape, ...] = get_args(ReportShape)
_ENDINGS: dict[ReportShape, str] = {
    "md": "report.md",
    "html": "report.html",
    "pptx": "report.pptx",
    "json": "report.json",
    "csv-votes": "votes.csv",
    "csv-results": "results.csv",
    "csv-jira": "jira.csv",
    "csv-planner": "planner.csv",
    "ics": "calendar.ics",
}
_LIKE_PUBLIC = re.compile(r"-public(-room)*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class ReportOptions:
    """How a report is wanted.

    Attributes:
        at: The moment, or the number of an event; the end by default.
        pace: The one in whose clock a time is read.
        brief: Page one alone.
        notes: With the facilitator's notes.
        audience: Who reads it.
        edits: What is changed in it, kept yet or not; as the session has it by default.
    """

    at: Moment | int | None = None
    pace: Pace = STORY
    brief: bool = False
    notes: bool = False
    audience: ReportAudience = "room"
    edits: ReportEdits | None = None


def report_input(path: Path, wanted: ReportOptions | None = None) -> ReportInput:
    """A session as a report may see it.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no such moment.
    """
    return input_and_doubts(path, wanted)[0]


def input_and_doubts(path: Path, wanted: ReportOptions | None = None) -> tuple[ReportInput, str]:
    """The same, and what in a report for people who were not there may still be a name.

    The second is a sentence for whoever sends the report; "" where nothing may. It names people.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no such moment.
    """
    wanted = wanted or ReportOptions()
    instead = Instead(_("a participant"), _("the {role}"), _("somebody"))
    saved = read_saved(
        path, wanted.at, wanted.pace, wanted.audience, instead=instead, edits=wanted.edits
    )
    given = ReportInput(
        saved.header,
        saved.state,
        saved.condition,
        saved.at,
        saved.fingerprint,
        wanted.audience,
        brief=wanted.brief,
        notes=wanted.notes,
    )
    return given, may_name_sentence(saved.may_name)


def report_bytes(given: ReportInput, shape: ReportShape) -> str | bytes:
    """A report as one file; a text has its checksum in it, where it has a place for one.

    Raises:
        SlidesMissing: What writes slides is not installed.
    """
    match shape:
        case "md":
            return sealed(report_markdown(given), "md")
        case "html":
            return sealed(report_html(given), "html")
        case "json":
            return sealed_json(data.report(given))
        case "pptx":
            from mops_tui.report.slides.slides import slides_bytes

            return slides_bytes(given)
        case "csv-votes" | "csv-results" | "csv-jira" | "csv-planner":
            return _table(given, shape)
        case "ics":
            from mops_tui.report.sheets.calendar import calendar_of

            return sealed(calendar_of(given).text, "ics")
    assert_never(shape)


def _table(
    given: ReportInput, shape: Literal["csv-votes", "csv-results", "csv-jira", "csv-planner"]
) -> bytes:
    from mops_tui.report.sheets import results, tasks, votes  # late: most reports are no table

    written = {
        "csv-votes": votes.votes_csv,
        "csv-results": results.results_csv,
        "csv-jira": tasks.jira_csv,
        "csv-planner": tasks.planner_csv,
    }
    return written[shape](given).encode("utf-8", "backslashreplace")


def named_for(session: Path, audience: ReportAudience) -> Path:
    """The session's file as its report's files are named after it.

    Those for people who were not there say so, and never take the place of the room's: not even of
    a session whose own name ends so, whose files say that they are the room's.
    """
    if audience == "public":
        return session.with_name(f"{session.stem}-public{session.suffix}")
    if _LIKE_PUBLIC.search(session.stem):
        return session.with_name(f"{session.stem}-room{session.suffix}")
    return session


def report_name(session: Path, shape: ReportShape) -> str:
    """What the file is called where nobody named it: "2026-11-24-1330-9f2c-report.html"."""
    return f"{session.stem}-{_ENDINGS[shape]}"


def report_schema() -> str:
    """The JSON Schema of a report, a comparison, and a trend."""
    from mops_tui.report.schema.published import schema_text  # late: no report needs it

    return schema_text()


def report_text(
    path: Path,
    shape: Literal["md", "html", "json"] = "md",
    at: Moment | int | None = None,
    pace: Pace = STORY,
) -> str:
    """The report of a session as a text, with its checksum.

    Args:
        path: The session file.
        shape: What it is written as.
        at: The moment, or the number of an event; the end by default.
        pace: The one in whose clock a time is read.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no moment `at`.
    """
    text = report_bytes(report_input(path, ReportOptions(at, pace)), shape)
    assert isinstance(text, str), "these are texts"
    return text
