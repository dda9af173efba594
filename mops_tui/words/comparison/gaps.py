"""What cannot be compared, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.comparison import Comparison
from mops_tui.model.comparison.gaps import Gap
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.comparison.wordings import reworded_lines
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import ended, quoted

REWORDED = ("reworded", "moved")
"""Why a question is not lined up although it might be the same."""
_TITLE = 60


def gap_lines(comparison: Comparison) -> list[str]:
    """What cannot be compared: a sentence for each reason and session, with all the titles.

    Questions that are worded otherwise are not among them: `reworded` has those.
    """
    grouped: dict[tuple[str, str, int], list[str]] = {}
    for gap in comparison.gaps:
        if gap not in reworded(comparison):
            grouped.setdefault((gap.about, gap.why, gap.session), []).append(gap.title)
    return [
        _gap_sentence(about, why, session, titles)
        for (about, why, session), titles in grouped.items()
    ]


def reworded(comparison: Comparison) -> list[Gap]:
    """The questions that are not lined up because they are worded otherwise."""
    return [gap for gap in comparison.gaps if gap.about == "question" and gap.why in REWORDED]


def gap_text(gap: Gap) -> str:
    """One gap as a sentence, or two where a question is worded otherwise."""
    if gap.about == "question" and gap.why in REWORDED:
        return " ".join(reworded_lines(gap))
    return _gap_sentence(gap.about, gap.why, gap.session, [gap.title])


def _gap_sentence(about: str, why: str, session: int, titles: Sequence[str]) -> str:
    shown = listed([quoted(title, _TITLE) for title in titles])
    return ended(_words(about, why).format(session=tag(session), titles=shown))


def _words(about: str, why: str) -> str:
    if about == "grid":
        return {
            "missing": _("Grids not in {session}: {titles}."),
            "reworded": _("Grids with other axes or corners in {session}: {titles}."),
            "unanswered": _("Grids without any mark in {session}: {titles}."),
            "basis": _(
                "Grids where {session} has own marks and the others only marks from "
                "answers, or the reverse: {titles}."
            ),
            "few": _("Grids where {session} is anonymous and too small to show: {titles}."),
        }[why]
    return {
        "missing": _("Not in {session}: {titles}."),
        "skipped": _("Skipped in {session}: {titles}."),
        "dropped": _("Voted on in {session}, then skipped before the reveal: {titles}."),
        "unasked": _("Not voted on in {session}: {titles}."),
        "hidden": _("Voted on in {session}, but not revealed: {titles}."),
        "unanswered": _("Revealed in {session} without an answer: {titles}."),
    }[why]
