"""What cannot be compared, in sentences."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.gaps import Gap
from mops_tui.words.comparison.comparison import tag
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.safe import safe


def gap_lines(comparison: Comparison) -> list[str]:
    """What cannot be compared: a sentence for each reason and session, with all the titles."""
    grouped: dict[tuple[str, str, int], list[str]] = {}
    for gap in comparison.gaps:
        grouped.setdefault((gap.about, gap.why, gap.session), []).append(gap.title)
    return [
        _gap_sentence(about, why).format(
            session=tag(session), titles=listed([f"“{safe(title, 60)}”" for title in titles])
        )
        for (about, why, session), titles in grouped.items()
    ]


def gap_text(gap: Gap) -> str:
    """One gap as a sentence."""
    sentence = _gap_sentence(gap.about, gap.why)
    return sentence.format(session=tag(gap.session), titles=f"“{safe(gap.title, 60)}”")


def _gap_sentence(about: str, why: str) -> str:
    if about == "grid":
        return {
            "missing": _("Grids not in {session}: {titles}."),
            "reworded": _("Grids with other axes or corners in {session}: {titles}."),
            "unanswered": _("Grids without any mark in {session}: {titles}."),
            "basis": _("Grids where {session} has marks of another sort: {titles}."),
            "few": _("Grids where {session} is anonymous and too small to show: {titles}."),
        }[why]
    return {
        "missing": _("Not in {session}: {titles}."),
        "reworded": _("Worded otherwise, or with other answers, in {session}: {titles}."),
        "skipped": _("Skipped in {session}: {titles}."),
        "unasked": _("Not asked in {session}: {titles}."),
        "hidden": _("Not revealed in {session}: {titles}."),
        "unanswered": _("Answered by nobody in {session}: {titles}."),
    }[why]
