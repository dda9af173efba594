"""The sections of a report that can be left out of it; page one's decisions never can."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

from mops_tui.report.input import ReportInput

SectionName = Literal[
    "findings", "parked", "before", "scenarios", "reasons", "by-name", "notes", "figures", "time"
]
"""In their order: three findings, what is parked, what the session before left, the scenarios, the
reasons in them, who answered what, ideas and notes, the figures with their legend, the time."""
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)


def shows_names(given: ReportInput) -> bool:
    """Whether who answered what stands in the report at all."""
    return given.audience == "room" and is_shown("by-name", given.state.report.left_out)


def is_shown(section: SectionName, left_out: Collection[str]) -> bool:
    """Whether a section stands in the report."""
    return section not in left_out
