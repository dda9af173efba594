"""The same measures through all sessions of a folder: a line each, with gaps where not asked.

Answers to another wording make a line of their own, unless somebody said that it is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from mops_tui.model.comparison.decisions import DecisionHistory, DecisionPlan
from mops_tui.model.comparison.direction import Direction, direction
from mops_tui.model.comparison.measures import Measure, TrendSession
from mops_tui.model.comparison.wording import comparable_kind
from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.results.enough import Shortfall


@dataclass(frozen=True)
class TrendLine:
    """One measure through the sessions.

    Attributes:
        wording: 1 for the wording that came first, 2 for the next, and so on.
        wordings: How many there are of the question.
        values: One a session; None where it was not asked, or not answered.
        ns: How many answers are behind each.
        short: Why nothing is said of each; None where enough stands behind it.
        question: As the first session had it.
        steps: The ids of a scale's steps.
        by_consent: It is worded otherwise in some, and somebody said that it is the same.
        rehearsals: Whether each session is a rehearsal; empty where none is, or all are.
        close: Of a corner, whether a hair decides it in each session: see `Measure`.
    """

    about: str
    key: str
    title: str
    part: str
    label: str
    unit: str
    top: float
    wording: int
    wordings: int
    values: tuple[float | None, ...]
    ns: tuple[int, ...] = ()
    short: tuple[Shortfall | None, ...] = ()
    question: QuestionBase | None = None
    steps: tuple[str, ...] = ()
    by_consent: bool = False
    rehearsals: tuple[bool, ...] = ()
    close: tuple[bool, ...] = ()

    @cached_property
    def by_a_hair(self) -> bool:
        """Whether it is a corner that a hair decides in half of its sessions or more."""
        told = [
            hair for hair, value in zip(self.close, self.firm, strict=False) if value is not None
        ]
        return sum(told) * 2 >= len(told) > 0

    @cached_property
    def firm(self) -> tuple[float | None, ...]:
        """The values that have enough behind them: what is plotted, and what has a direction."""
        short = self.short or (None,) * len(self.values)
        return tuple(None if why else value for value, why in zip(self.values, short, strict=True))

    @cached_property
    def still(self) -> bool:
        """Whether it is the same in every session that has it."""
        return len({value for value in self.firm if value is not None}) == 1

    @cached_property
    def turns(self) -> bool:
        """Whether it went both up and down."""
        known = [value for value in self.firm if value is not None]
        ways = {later > earlier for earlier, later in pairwise(known) if later != earlier}
        return len(ways) > 1

    @cached_property
    def direction(self) -> Direction:
        """Where it goes."""
        return direction(self.firm, stepped=self.unit in ("step", "rank"))


@dataclass(frozen=True)
class Trend:
    """All sessions in order of time, a line for each measure, and what was decided."""

    moments: tuple[TrendSession, ...]
    lines: tuple[TrendLine, ...]
    decisions: tuple[DecisionHistory, ...] = ()

    @property
    def rehearsals(self) -> tuple[bool, ...]:
        """Whether each session is a rehearsal; empty where none is, or all are."""
        return _rehearsals(self.moments)


def trend(
    each: Sequence[tuple[TrendSession, Sequence[Measure]]], same: Collection[str] = ()
) -> Trend:
    """Join the measures of many sessions into lines.

    Args:
        each: A session and its measures.
        same: Questions, as `scenario/question`, that make one line however they are worded.
    """
    ordered = sorted(each, key=lambda one: (one[0].opened, one[0].id))
    cells: dict[tuple[str, str], dict[str, dict[str, dict[int, Measure]]]] = {}
    for index, (_moment, of) in enumerate(ordered):
        for one in of:
            wordings = cells.setdefault((one.about, one.key), {})
            parts = wordings.setdefault(_wording(one, same), {})
            parts.setdefault(one.part, {})[index] = one
    lines: list[TrendLine] = []
    for wordings in cells.values():
        for number, parts in enumerate(wordings.values(), 1):
            asked = {one.edition for found in parts.values() for one in found.values()}
            lines += [
                _line(found, len(ordered), number, len(wordings), by_consent=len(asked) > 1)
                for found in parts.values()
            ]
    moments = tuple(one[0] for one in ordered)
    played = _rehearsals(moments)
    told = [replace(one, rehearsals=played) for one in _with_one_basis(lines)]
    return Trend(moments, tuple(told), _decisions(moments))


def _rehearsals(moments: Sequence[TrendSession]) -> tuple[bool, ...]:
    each = tuple(one.kind == "rehearsal" for one in moments)
    return each if len(set(each)) > 1 else ()


def _with_one_basis(lines: Sequence[TrendLine]) -> list[TrendLine]:
    """The lines without leanings on a grid on which as many sessions have own marks.

    A corner would have two figures otherwise, as in a comparison: see `grids`.
    """
    placed: dict[str, set[int]] = {}
    leaning: dict[str, set[int]] = {}
    for line in lines:
        at = {index for index, value in enumerate(line.values) if value is not None}
        if line.about == "grid":
            leaning.setdefault(line.key, set()).update(at)
        elif isinstance(line.question, GridQuestion):
            placed.setdefault(line.question.grid, set()).update(at)
    return [
        line
        for line in lines
        if line.about != "grid" or len(placed.get(line.key, ())) < len(leaning[line.key])
    ]


def _wording(one: Measure, same: Collection[str]) -> str:
    """What must be the same for two measures to stand in one line."""
    if one.about != "question" or one.key not in same or one.question is None:
        return one.edition
    return comparable_kind(one.question)


def _line(
    found: dict[int, Measure], count: int, wording: int, wordings: int, *, by_consent: bool
) -> TrendLine:
    one = next(iter(found.values()))
    row = [found.get(index) for index in range(count)]
    return TrendLine(
        about=one.about,
        key=one.key,
        title=one.title,
        part=one.part,
        label=one.label,
        unit=one.unit,
        top=max(each.top for each in found.values()),
        wording=wording,
        wordings=wordings,
        values=tuple(each.value if each else None for each in row),
        ns=tuple(each.n if each else 0 for each in row),
        short=tuple(each.short if each else None for each in row),
        question=one.question,
        steps=one.steps,
        by_consent=by_consent,
        close=tuple(bool(each and each.close) for each in row),
    )


def _decisions(moments: Sequence[TrendSession]) -> tuple[DecisionHistory, ...]:
    """What was decided in each scenario, session by session."""
    by_session = [{id_: said for id_, _title, said in one.decisions} for one in moments]
    owners = [dict(one.owners) for one in moments]
    titles: dict[str, str] = {}
    for one in moments:
        for id_, title, _said in one.decisions:
            titles.setdefault(id_, title)
    histories = (
        DecisionHistory(
            scenario=id_,
            title=title,
            decisions=tuple(of.get(id_, ()) for of in by_session),
            on_agenda=tuple(id_ in of for of in by_session),
            plans=tuple(DecisionPlan(owner=of.get(id_, ())) for of in owners),
        )
        for id_, title in titles.items()
    )
    return tuple(one for one in histories if one.deciding)
