"""A report of a session file: where reading and telling meet."""

from __future__ import annotations

import json
import os
from pathlib import Path

from mops_tui.report import ReportInput, data, markdown
from mops_tui.sources.saved import read_saved


def report_text(path: Path, shape: str = "md", at: int | None = None) -> str:
    """The report of a session as Markdown ("md") or JSON ("json").

    Raises:
        SessionError: It cannot be read.
        IndexError: It has no event `at`.
    """
    saved = read_saved(path, at)
    given = ReportInput(saved.header, saved.state, saved.condition, saved.at, saved.fingerprint)
    if shape == "json":
        return json.dumps(data.report(given), ensure_ascii=False, indent=2) + "\n"
    return markdown.report(given)


def write_report(path: Path) -> Path:
    """Write a session's report as Markdown beside it.

    Raises:
        SessionError: The session cannot be read.
        OSError: The report cannot be written.
    """
    target = path.with_suffix(".md")
    text = report_text(path)
    # A report holds votes, as the session does: nobody else may read it.
    fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(fd, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return target
