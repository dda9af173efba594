"""The figures behind the findings, for who wants them: a page of the reveal, a report's appendix.

Findings say what they come to in plain words; here stand agreement, medians, quartiles, shares
and stability, with a legend.
"""

from __future__ import annotations

from math import floor

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.consensus import (
    FEW,
    NEAR_UNIFORM,
    STABLE,
    leaders,
    majority,
    middle_two,
)
from mops_tui.model.results.results import AxisResult, ItemResult, Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.header import Policy
from mops_tui.words.i18n import _
from mops_tui.words.results.agreeing import scale_name
from mops_tui.words.results.figures import decimals, half_up, percent, threshold, unit
from mops_tui.words.results.labels import answer_label, category_label
from mops_tui.words.results.standing.leading import counted

_ROUNDING = 1e-9
"""What a whole figure may lack by the way numbers are kept."""


def statistics(state: VisibleState, result: Result) -> tuple[tuple[str, str], ...]:
    """(what, figures) of a revealed round, a row each; none under three votes.

    Args:
        state: What may be seen.
        result: Of a revealed round.
    """
    question = state.question(result.ref)
    if question is None or result.kind == "text" or (result.withheld and not result.items):
        return ()
    scales: tuple[ItemResult | AxisResult, ...] = result.items or result.axes
    rows = [
        (scale_name(scale, question, state.workshop), _scale(scale, question, state.policy))
        for scale in scales
        if _n(scale) >= FEW
    ]
    if not result.items and result.n >= FEW and not (result.axes and rows):
        rows += _shares(state, result, question)
    rows += [
        (
            category_label(question, option, state.workshop),
            _("median place {place}").format(place=place),
        )
        for option, place in result.ranks
    ]
    rows += _stability(result)
    return tuple(rows)


def statistics_legend(*, majority: float, agreement: float, quorum: float) -> str:
    """What the figures mean, what the findings call "agree", and what was set for it.

    Args:
        majority: The share that a majority takes.
        agreement: The A from which the room agrees.
        quorum: The share of those present that has to vote.
    """
    return _(
        "Agreement A tells how close the answers on an ordered scale lie: 1 when all are alike, 0 "
        "when they are spread evenly, -1 when half stand at each end. We agree where A is "
        "{agreement} or more; in part from {uniform}, hardly from -{uniform}, and below that we "
        "are far apart. We are split where two answers that are not neighbours hold three tenths "
        "each or more, two people at least, with few between them; and we hardly agree, at best, "
        "where so many lean to each of two statements or ends. The median is the answer in the "
        "middle when all are put in order, or lies between the two in the middle; the middle half "
        "leaves out the lowest and the highest quarter. A clear majority takes {majority} % of the "
        "votes, and a vote counts where {quorum} % of those present take part. “Spread, beside the "
        "round before” tells how alike the two pictures are, whoever gave the answers: it can be "
        "100 % though people changed places."
    ).format(
        uniform=f"{NEAR_UNIFORM:g}",
        agreement=decimals(agreement),
        majority=threshold(majority),
        quorum=threshold(quorum),
    )


def _n(scale: ItemResult | AxisResult) -> int:
    return scale.n if isinstance(scale, AxisResult) else scale.distribution.n


def _scale(scale: ItemResult | AxisResult, question: QuestionBase, policy: Policy) -> str:
    if isinstance(scale, AxisResult):
        places = [scale.median, scale.low, scale.high]
        median, low, high = ("" if at is None else unit(at, 2) for at in places)
    else:
        low, high = (
            "" if step is None else answer_label(question, scale.item, step)
            for step in (scale.low, scale.high)
        )
        median = _in_the_middle(scale, question)
    fields = {
        "median": median,
        "low": low,
        "high": high,
        "value": decimals(scale.agreement or 0.0, policy.agreement),
    }
    half = _("all {low}") if low == high else _("{low} to {high}")
    fields["half"] = half.format(**fields)
    if scale.agreement is None:
        return _("median {median}; middle half {half}").format(**fields)
    words = _("A {value}; median {median}; middle half {half}")
    if scale.split is not None:
        words = _("A {value}, split; median {median}; middle half {half}")
    return words.format(**fields)


def _in_the_middle(scale: ItemResult, question: QuestionBase) -> str:
    """The answer in the middle; of an even number that differ there, both of the two."""
    if scale.median is None:
        return ""
    found = middle_two(scale.distribution.counts)
    one, other = (
        answer_label(question, scale.item, scale.distribution.categories[at]) for at in found
    )
    return one if one == other else _("between {one} and {other}").format(one=one, other=other)


def _shares(state: VisibleState, result: Result, question: QuestionBase) -> list[tuple[str, str]]:
    categories, counts = counted(result)
    first = leaders(counts)
    if not first:
        return []
    share = _tenths(majority(counts, result.on_axes), state.policy.majority)
    names = [category_label(question, categories[index], state.workshop) for index in first]
    return [
        (_("Largest share"), _("{share} %: {names}").format(share=share, names=", ".join(names)))
    ]


def _tenths(share: float, limit: float) -> str:
    """A share in per cent and tenths: beside its threshold one that misses it looks like that."""
    shown = half_up(share * 10) / 10
    if share < limit <= shown / 100:
        shown = floor(share * 1000) / 10
    return f"{shown:g}"


def _stability(result: Result) -> list[tuple[str, str]]:
    if result.stability is None or result.stable is None:  # too few, now or before
        return []
    share = percent(result.stability, limit=STABLE)
    what = _("Spread, beside round {before}").format(before=result.round - 1)
    if len(result.items) > 1:
        share = floor(result.stability * 100 + _ROUNDING)
        words = _("{share} % alike or more on each of them, whoever changed")
    elif result.kind == "grid":
        words = _("{share} % alike over the corners, whoever moved")
    else:
        words = _("{share} % alike, whoever changed")
    return [(what, words.format(share=share))]
