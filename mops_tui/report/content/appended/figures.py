"""The figures behind the sentences, round beside round, and the words that they are told in."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.consensus import NEAR_UNIFORM
from mops_tui.model.results.results import AxisResult, ItemResult, Result
from mops_tui.report.content.parts import TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.results.agreeing import scale_name
from mops_tui.words.results.figures import decimals, threshold
from mops_tui.words.results.statistics import statistics
from mops_tui.words.safe import safe


def figure_tables(given: ReportInput) -> tuple[TableContent, ...]:
    """What the words mean, and then the figures; none where there are none."""
    if not is_shown("figures", given.state.report.left_out):
        return ()
    questions = [
        (ref, found)
        for scenario in given.state.workshop.scenarios
        for ref in refs(scenario)
        if (found := _figures(given, ref))
    ]
    if not questions:
        return ()
    most = max(len(found) for _ref, found in questions)
    rows = tuple(
        (_title(given, ref), *found, *[""] * (most - len(found))) for ref, found in questions
    )
    rounds = [_("Round {number}").format(number=n + 1) for n in range(most)]
    title = _("The figures behind the sentences")
    note = _(
        "Of every vote of three or more people; the words are explained above. Of more than two "
        "items the least and the greatest agreement stand here; tables and JSON have all of them."
    )
    figures = TableContent(title, note, (_("Question"), *rounds), rows)
    return (_legend(given), figures)


def _title(given: ReportInput, ref: str) -> str:
    question = given.state.question(ref)
    return safe(question.title) if question is not None else safe(ref)


def _figures(given: ReportInput, ref: str) -> list[str]:
    """The figures of a question, round by round; none where no round has any."""
    found: list[str] = []
    for one in given.state.rounds.get(ref, ()):
        outcome = seen_result(given, ref, one.number)
        if outcome is None:
            continue
        found += [""] * (one.number - 1 - len(found))
        found.append(_round(given, outcome))
    return found if any(found) else []


def _round(given: ReportInput, outcome: Result) -> str:
    question = given.state.question(outcome.ref)
    rows = list(statistics(given.state, outcome))
    scales = [one for one in (outcome.items or outcome.axes) if one.agreement is not None]
    if question is None or not rows:
        return ""
    told: list[str] = []
    if len(scales) > _MOST_SCALES:
        names = {scale_name(one, question, given.state.workshop) for one in scales}
        rows = [row for row in rows if row[0] not in names]
        told.append(_range(given, scales, question))
    told += [_("{what} ({figures})").format(what=what, figures=figures) for what, figures in rows]
    return _(" · ").join(told)


_MOST_SCALES = 2
"""Of so many items or axes each has its figures here; of more, the two at the ends."""


def _range(
    given: ReportInput, scales: Sequence[ItemResult | AxisResult], question: QuestionBase
) -> str:
    ordered = sorted(scales, key=lambda one: one.agreement or 0.0)
    limit = given.state.policy.agreement
    least, most = (
        _("{value} on {item}").format(
            value=decimals(one.agreement or 0.0, limit),
            item=scale_name(one, question, given.state.workshop),
        )
        for one in (ordered[0], ordered[-1])
    )
    return _("A from {least} to {most}").format(least=least, most=most)


def _legend(given: ReportInput) -> TableContent:
    policy = given.state.policy
    fields = {
        "majority": threshold(policy.majority),
        "quorum": threshold(policy.quorum),
        "agreement": decimals(policy.agreement),
        "uniform": f"{NEAR_UNIFORM:g}",
    }
    rows = tuple((term, words.format(**fields)) for term, words in _terms())
    return TableContent(
        _("The words that the figures are told in"), "", (_("Word"), _("What it means")), rows
    )


def _terms() -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Round"),
            _("A vote on a question. After a first vote and a talk, a room may vote again."),
        ),
        (_("Quorum"), _("A vote speaks for the room where {quorum} % of those present take part.")),
        (_("Clear majority"), _("{majority} % of the votes or more for one answer.")),
        (
            _("A (agreement)"),
            _(
                "How close the answers on an ordered scale lie: 1 where all are alike, 0 where "
                "they are spread evenly, -1 where half stand at each end. We agree where A is "
                "{agreement} or more, in part from {uniform}, hardly from -{uniform}; below that "
                "we are far apart."
            ),
        ),
        (
            _("Split"),
            _(
                "Two answers that are not neighbours hold three tenths each or more, two people at "
                "least, with few between them."
            ),
        ),
        (
            _("Median"),
            _("The answer in the middle when all are put in order, or between the two there."),
        ),
        (
            _("Quartiles, middle half"),
            _(
                "The quartiles bound the middle half: what is left without the lowest and the "
                "highest quarter of the answers."
            ),
        ),
        (
            _("Spread, beside the round before"),
            _(
                "How alike two rounds look, whoever gave the answers: it can be 100 % though "
                "people changed places."
            ),
        ),
    )
