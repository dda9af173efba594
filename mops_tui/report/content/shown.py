"""The pictures of a report: each with its title, its alternative, and a name for a file."""

from __future__ import annotations

from mops_tui.model.results.results import Result
from mops_tui.pictures.shorter import rows_of, shorter
from mops_tui.report.content.parts import ShownPicture
from mops_tui.report.content.seen import seen_picture
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.pictures.described import described
from mops_tui.words.safe import safe

MOST_ROWS = 6
"""Of a picture on page one, where three stand side by side."""


def short_picture(given: ReportInput, outcome: Result, most: int = MOST_ROWS) -> ShownPicture:
    """The picture of a revealed round with its most telling rows alone; its title says so."""
    whole = shown_picture(given, outcome)
    picture = shorter(whole.picture, most)
    if picture is whole.picture:
        return whole
    words = _("{title} ({n} of {of} rows)")
    title = words.format(title=whole.title, n=rows_of(picture), of=rows_of(whole.picture))
    return ShownPicture(f"{whole.key}-short", title, described(picture), picture)


def shown_picture(given: ReportInput, outcome: Result) -> ShownPicture:
    """The picture of a revealed round."""
    question = given.state.question(outcome.ref)
    title = safe(question.title) if question is not None else safe(outcome.ref)
    if outcome.round > 1:
        title = _("{title}, round {number}").format(title=title, number=outcome.round)
    picture = seen_picture(given, outcome)
    return ShownPicture(
        key=f"{outcome.ref.replace('/', '-')}-{outcome.round}",
        title=title,
        alternative=described(picture),
        picture=picture,
    )
