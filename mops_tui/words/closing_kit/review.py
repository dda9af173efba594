"""What the review of a report says: its sections, its formats, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mops_tui.storage.files.outputs import WrittenFile
from mops_tui.words.files.outputs import stayed
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

MOST_NAMED = 3
"""So many files are named; the pictures of a day are fifty, and rows are few."""


def section_words() -> dict[str, str]:
    """What each section of a report is called in a list of them, by its name."""
    return {
        "findings": _("Three findings"),
        "parked": _("What is parked"),
        "before": _("What last time left"),
        "scenarios": _("Scenario by scenario"),
        "reasons": _("Reasons people gave"),
        "by-name": _("Who answered what"),
        "notes": _("Ideas and notes"),
        "figures": _("Figures and legend"),
        "time": _("Where the time went"),
    }


def format_words() -> dict[str, str]:
    """What each format is called in a list of them, by its name."""
    return {
        "html": _("Page (HTML)"),
        "pptx": _("Slides (PowerPoint)"),
        "md": _("Text (Markdown)"),
        "csv": _("Tables (CSV)"),
        "ics": _("Calendar (ICS)"),
        "tasks": _("For Jira and Planner"),
        "svg": _("Pictures (SVG)"),
        "json": _("Data (JSON)"),
    }


def how_words() -> dict[str, str]:
    """What can be chosen of the whole report, by its name."""
    return {
        "public": _("For people who were not there: names taken out"),
        "brief": _("Page one alone"),
        "notes": _("With the facilitator's notes"),
    }


def written_words(files: Sequence[WrittenFile], folder: Path) -> str:
    """Which files were written, and which stay as somebody edited them; "" of none."""
    n = len(files)
    if not n:
        return ""
    told = ", ".join(safe(one.path.name) for one in files[:MOST_NAMED])
    if n > MOST_NAMED:
        told = _("{files} and {n} more").format(files=told, n=n - MOST_NAMED)
    words = ngettext(
        "{n} file written in {folder}: {files}.", "{n} files written in {folder}: {files}.", n
    )
    said = words.format(n=n, folder=safe(str(folder)), files=told)
    return "\n".join(filter(None, (said, _stayed(files))))


def _stayed(files: Sequence[WrittenFile]) -> str:
    """Which files somebody has edited, and that they stay."""
    kept = [(one.kept, one.path) for one in files if one.kept]
    if len(kept) > 1:
        words = _("{n} files there may have been edited, so they stay; the new ones have a number.")
        return words.format(n=len(kept))
    return "".join(stayed(Path(old.name), Path(new.name)) for old, new in kept)


def not_kept(why: str) -> str:
    """That what was changed goes into the files that are written now, and into no session."""
    return _(
        "Your changes go into what you write now, but cannot be kept in the session. {why}"
    ).format(why=why)
