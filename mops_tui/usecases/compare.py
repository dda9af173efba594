"""Session files in, a comparison or a trend out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.trend import Measure, TrendSession, measures, trend, trend_session
from mops_tui.report import comparison as compare_report
from mops_tui.report import trend as trend_report
from mops_tui.sources.many import SessionFile, read_many
from mops_tui.storage.files.checksums import sealed
from mops_tui.storage.sessions.copies import fold_copies
from mops_tui.storage.sessions.summaries import Copy, SessionSummary, summary_of
from mops_tui.words.files.condition import sentences
from mops_tui.words.files.copies import counted_once
from mops_tui.words.files.sessions import sentence
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def comparison_text(comparison: Comparison, shape: str) -> str:
    """A comparison as Markdown ("md") or JSON ("json")."""
    if shape == "json":
        return _json(compare_report.data(comparison))
    return sealed(compare_report.markdown(comparison), "md")


def trend_text(paths: Iterable[Path], shape: str) -> tuple[str, list[str]]:
    """The trend of some sessions as Markdown or JSON, and what is said about those left out."""
    each: dict[Path, tuple[TrendSession, tuple[Measure, ...]]] = {}
    unread: list[str] = []
    by_id: dict[tuple[str, datetime], list[Path]] = {}
    for found in read_many(paths):
        said = _left_out(found)
        unread += [said] if said else []
        if found.session is not None and found.session.state.session != "practice":
            each[found.path] = trend_session(found.session), measures(found.session)
            by_id.setdefault((found.session.id, found.session.opened), []).append(found.path)
    for same in by_id.values():
        for copy, main in copies_among(same) if len(same) > 1 else ():
            each.pop(copy.path, None)
            unread.append(counted_once(copy, main))
    made = trend(list(each.values()))
    if shape == "json":
        return _json(trend_report.data(made, unread)), unread
    return sealed(trend_report.markdown(made, unread), "md"), unread


def copies_among(paths: Iterable[Path]) -> list[tuple[Copy, SessionSummary]]:
    """Which of some files are copies, and of which session among them."""
    summaries = (one for path in paths if (one := summary_of(path)) is not None)
    return [(copy, main) for main in fold_copies(summaries) for copy in main.copies]


def _left_out(found: SessionFile) -> str:
    name = safe(found.path.name)
    if found.error is not None:
        return sentence(found.error, found.path)
    if found.session is not None and found.session.state.session == "practice":
        return _("{file} is practice by one person, and left out.").format(file=name)
    return " ".join(sentences(found.condition, name))


def _json(data: dict[str, object]) -> str:
    return sealed(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "json")
