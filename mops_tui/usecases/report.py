"""A report of a session file: where reading and telling meet."""

from __future__ import annotations

from pathlib import Path

from mops_tui.model.replay.moment import Moment
from mops_tui.model.replay.pace import STORY, Pace
from mops_tui.report import ReportInput, data, markdown
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.checksums import sealed, sealed_json
from mops_tui.storage.files.outputs import WrittenFile, write_output


def report_text(
    path: Path, shape: str = "md", at: Moment | int | None = None, pace: Pace = STORY
) -> str:
    """The report of a session as Markdown ("md") or JSON ("json"), with its checksum.

    Args:
        path: The session file.
        shape: "md" or "json".
        at: The moment, or the number of an event; the end by default.
        pace: The one in whose clock a time is read.

    Raises:
        SessionError: It cannot be read.
        BeyondEnd: It has no moment `at`.
    """
    saved = read_saved(path, at, pace)
    report_input = ReportInput(
        saved.header, saved.state, saved.condition, saved.at, saved.fingerprint
    )
    if shape == "json":
        return sealed_json(data.report(report_input))
    return sealed(markdown.report(report_input), "md")


def write_report(path: Path) -> WrittenFile:
    """Write a session's report as Markdown beside it: `NAME.md`.

    A report that somebody has edited stays, and the new one gets a number: `NAME (2).md`.

    Returns:
        Which file was written, and which one was kept.

    Raises:
        SessionError: The session cannot be read.
        OutputRefused: Something else stands where the report goes.
        OSError: The report cannot be written.
    """
    return write_output(path.with_suffix(".md"), report_text(path))
