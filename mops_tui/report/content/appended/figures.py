"""The figures behind the sentences, round beside round, and the words that they are told in."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.consensus import NEAR_UNIFORM
from mops_tui.report.content.parts import TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
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
    most = max(len(one) for _ref, found in questions for one in found.values())
    rows = [row for ref, found in questions for row in _rows(given, ref, found, most)]
    rounds = [_("Round {number}").format(number=n + 1) for n in range(most)]
    title = _("The figures behind the sentences")
    note = _("Of every vote of three or more people; the words are explained above.")
    figures = TableContent(title, note, (_("What"), *rounds), tuple(rows))
    return (_legend(given), figures)


Figures = dict[str, list[str]]
"""What is measured, and its figures round by round."""


def _figures(given: ReportInput, ref: str) -> Figures:
    found: Figures = {}
    for one in given.state.rounds.get(ref, ()):
        outcome = seen_result(given, ref, one.number)
        if outcome is None:
            continue
        for what, figures in statistics(given.state, outcome):
            told = found.setdefault(_name(what, one.number), [])
            told += [""] * (one.number - 1 - len(told))
            told.append(figures)
    return found


def _name(what: str, number: int) -> str:
    """What is measured; how alike two rounds are stands in the column of the later."""
    before = _("Spread, beside round {before}").format(before=number - 1)
    return _("Spread, beside the round before") if what == before else what


def _rows(given: ReportInput, ref: str, found: Figures, most: int) -> Iterable[tuple[str, ...]]:
    question = given.state.question(ref)
    title = safe(question.title) if question is not None else safe(ref)
    filled = {what: (*told, *[""] * (most - len(told))) for what, told in found.items()}
    if len(filled) == 1:
        for what, told in filled.items():
            yield (_("{title}: {what}").format(title=title, what=what), *told)
        return
    yield (title,)
    for what, told in filled.items():
        yield (what, *told)


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
