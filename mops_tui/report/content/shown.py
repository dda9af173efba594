"""The pictures of a report: each with its title, its alternative, and a name for a file."""

from __future__ import annotations

from mops_tui.model.results.results import Result
from mops_tui.report.content.parts import ShownPicture
from mops_tui.report.content.seen import seen_picture
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.pictures.described import described
from mops_tui.words.safe import safe


def shown_picture(given: ReportInput, outcome: Result) -> ShownPicture:
    """The picture of a revealed round."""
    question = given.state.question(outcome.ref)
    title = safe(question.title) if question is not None else safe(outcome.ref)
    if outcome.round > 1:
        title = _("{title}, vote {number}").format(title=title, number=outcome.round)
    picture = seen_picture(given, outcome)
    return ShownPicture(
        key=f"{outcome.ref.replace('/', '-')}-{outcome.round}",
        title=title,
        alternative=described(picture),
        picture=picture,
    )
