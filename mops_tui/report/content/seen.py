"""The one door through which a report comes to results, pictures and sentences of a round.

What the public may not be told is not in its state (`model/session/public.py`), and its results are
what `model/results/withheld.py` leaves of them: whatever comes by here holds no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.results.withheld import OTHERS
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent
from mops_tui.pictures.bars import turnout_of
from mops_tui.pictures.choose import bars_of, picture_of
from mops_tui.pictures.shapes import Bar, BarsPicture, Picture, ScalesPicture
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.departing import departure
from mops_tui.words.pictures.tags import names_of
from mops_tui.words.results.findings import findings
from mops_tui.words.results.labels import category_label


def seen_result(given: ReportInput, ref: str, number: int | None = None) -> Result | None:
    """The figures of a revealed round, as its reader may see them; None where there are none."""
    return result(given.state, ref, number)


def seen_sentences(given: ReportInput, outcome: Result) -> tuple[str, ...]:
    """What the room read of a round, as the report's reader may."""
    return findings(given.state, outcome)


def seen_picture(given: ReportInput, outcome: Result) -> Picture:
    """The picture of a round, without what its reader may not see in it."""
    state: VisibleState = given.state
    question = state.question(outcome.ref)
    assert question is not None, "a result is of a question"
    previous = seen_result(given, outcome.ref, outcome.round - 1) if outcome.round > 1 else None
    if outcome.outside:
        return _told(given, question, outcome, previous)
    labels = names_of(state) if given.audience == "room" else {}
    return picture_of(question, outcome, previous, state.workshop, labels)


def _told(
    given: ReportInput, question: QuestionBase, outcome: Result, previous: Result | None
) -> Picture:
    """The bars of what may be told: no bar of nought stands where an answer is told with others."""
    if previous is not None and (previous.withheld or outcome.withheld):
        previous = None
    workshop = given.state.workshop
    if outcome.withheld and not outcome.distribution and not outcome.items:
        return BarsPicture("votes", (), 0, turnout_of(outcome))
    if not outcome.withheld and outcome.kind != "grid" and question.picture in ("map", "cells"):
        return picture_of(question, outcome, previous, workshop)
    picture = bars_of(question, outcome, previous, workshop)
    if isinstance(picture, ScalesPicture):
        told = {item.item for item in outcome.items}
        return replace(picture, rows=tuple(row for row in picture.rows if row.id in told))
    if isinstance(picture, BarsPicture) and outcome.distribution is not None:
        counts = dict(
            zip(outcome.distribution.categories, outcome.distribution.counts, strict=True)
        )
        most = max((n for key, n in counts.items() if key != OTHERS), default=0)
        if picture.unit == "ranks" and not outcome.ranks:
            picture = _of_firsts(picture, counts)
        return replace(
            picture,
            bars=tuple(
                replace(
                    bar,
                    label=category_label(question, bar.id, workshop) if bar.id else bar.label,
                    mirror=None if bar.id == OTHERS else bar.mirror,
                    lead=bar.id != OTHERS and 0 < most == bar.count,
                )
                for bar in picture.bars
                if bar.id in counts
            ),
        )
    return picture


def _of_firsts(picture: BarsPicture, counts: Mapping[str, int]) -> BarsPicture:
    """How often each answer came first, where no rank is told."""
    total = max(1, sum(counts.values()))
    known = {bar.id: bar for bar in picture.bars}
    shares = {key: count / total for key, count in counts.items()}
    bars = tuple(
        replace(
            known.get(key, Bar(key, key, 0, 0.0, 0.0)),
            count=n,
            share=shares[key],
            length=shares[key],
        )
        for key, n in counts.items()
    )
    return replace(picture, unit="votes", bars=bars)


def seen_departure(given: ReportInput, decision: DecisionEvent) -> str:
    """What a reader of a decision has to know of its votes; "" where they carry it."""
    return departure(given.state, decision)
