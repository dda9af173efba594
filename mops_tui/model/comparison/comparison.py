"""Sessions side by side: what the same question came to then and now.

Questions are lined up only where id, wording, options and scale are the same. Whatever is not
lined up stands among the gaps, with the reason. Sessions come in as the room may see them; what
anonymity promises still holds in what comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mops_tui.model.comparison.figures import Figure, figures
from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.grids import GridShift, grid_edition, grid_shifts
from mops_tui.model.comparison.returned import ReturnedAction, returned
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, RateQuestion
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.consensus import stability
from mops_tui.model.results.results import Result, Verdict
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.condition import SOUND, Condition


@dataclass(frozen=True)
class Session:
    """One session to be compared.

    Attributes:
        id: From its header.
        title: Likewise.
        opened: Likewise.
        state: The state at its end, redacted by `audience`.
        condition: What is wrong with its file.
    """

    id: str
    title: str
    opened: datetime
    state: VisibleState
    condition: Condition = SOUND


@dataclass(frozen=True)
class Row:
    """One item, option or axis through the sessions of a matched question.

    Attributes:
        key: An option, item, quadrant or axis; for one that a room brought, "+" and its label.
        unit: As in `Figure`.
        label: What a room called the thing that it brought; "" for what the pack has.
        figures: One a session of the question; None where it was not there.
    """

    key: str
    unit: str
    label: str
    figures: tuple[Figure | None, ...]

    @property
    def change(self) -> float | None:
        """The last value less the first, None where either is missing."""
        first, last = self.figures[0], self.figures[-1]
        if first is None or last is None or first.value is None or last.value is None:
            return None
        return last.value - first.value


@dataclass(frozen=True)
class MatchedQuestion:
    """A question that two or more sessions answered in the same wording.

    Attributes:
        sessions: Their indexes, in order of time.
        answered: How many answered, in each.
        rounds: Which round it is, in each: the latest revealed.
        verdicts: In each, against its own thresholds; `value` is the share of the leader, or the
            agreement of the item that the room agrees on least.
        same: 1 - total variation distance from the first to the last; of items, the least.
        under_quorum: In each: fewer voted than the quorum asks.
    """

    ref: str
    kind: str
    digest: str
    sessions: tuple[int, ...]
    answered: tuple[int, ...]
    rounds: tuple[int, ...]
    verdicts: tuple[Verdict, ...]
    same: float | None
    rows: tuple[Row, ...]
    under_quorum: tuple[bool, ...] = ()

    def size(self, row: Row) -> float:
        """How much of the whole way a row moved from the first to the last, 0 to 1."""
        change = abs(row.change or 0.0)
        if row.unit == "share":
            return change
        if row.unit == "axis":
            return change / 200
        steps = max((len(f.counts) for f in row.figures if f is not None), default=0)
        steps = len(self.rows) if row.unit == "rank" else steps
        return min(1.0, change / max(1, steps - 1))


@dataclass(frozen=True)
class DecisionHistory:
    """What was decided in a scenario, session by session.

    Attributes:
        decisions: What each session decided, in order; empty where it decided nothing.
        on_agenda: Whether the scenario was on the agenda, in each session.
    """

    scenario: str
    title: str
    decisions: tuple[tuple[str, ...], ...]
    on_agenda: tuple[bool, ...]

    @property
    def changed(self) -> bool:
        """Whether the sessions that had it on their agenda decided differently."""
        compared = zip(self.decisions, self.on_agenda, strict=True)
        return len({decisions for decisions, on_agenda in compared if on_agenda}) > 1


@dataclass(frozen=True)
class Comparison:
    """Two or more sessions side by side, in order of time.

    Attributes:
        same_thresholds: All had the same majority, agreement and quorum.
    """

    sessions: tuple[Session, ...]
    questions: tuple[MatchedQuestion, ...]
    grids: tuple[GridShift, ...]
    decisions: tuple[DecisionHistory, ...]
    returned: tuple[ReturnedAction, ...]
    gaps: tuple[Gap, ...]
    same_thresholds: bool


def compare(*sessions: Session) -> Comparison:
    """Line sessions up, sorted by when they were opened."""
    ordered = tuple(sorted(sessions, key=lambda one: (one.opened, one.id)))
    states = tuple(one.state for one in ordered)
    questions: list[MatchedQuestion] = []
    gaps: list[Gap] = []
    for ref in all_refs(states):
        matched, missing = _question(states, ref)
        questions += matched
        gaps += missing
    shifts, grid_gaps = grid_shifts(states)
    return Comparison(
        sessions=ordered,
        questions=tuple(questions),
        grids=shifts,
        decisions=_decisions(states),
        returned=returned(states),
        gaps=(*gaps, *grid_gaps),
        same_thresholds=len({_thresholds(state) for state in states}) <= 1,
    )


def all_refs(states: Sequence[VisibleState]) -> tuple[str, ...]:
    """Every question of any of some workshops, in the order of their agendas."""
    every_ref = (ref for s in states for scenario in s.workshop.scenarios for ref in refs(scenario))
    return tuple(dict.fromkeys(every_ref))


def edition(state: VisibleState, question: QuestionBase) -> str:
    """What must be the same for two answers to be lined up: wording, options, scale, axes."""
    parts = [question_digest(question)]
    if isinstance(question, RateQuestion):
        parts += [f"{level.id}={level.label}" for level in question.scale]
    grid = state.workshop.grid(question.grid) if isinstance(question, GridQuestion) else None
    return "|".join([*parts, grid_edition(grid) if grid else ""])


def comparable_result(state: VisibleState, ref: str) -> tuple[str, Result | None]:
    """How a question stands in a session: "" with its result, or why there is none to compare."""
    if state.workshop.question(ref) is None:
        return "missing", None
    if not state.rounds.get(ref):
        return ("skipped" if ref in state.skipped else "unasked"), None
    outcome = result(state, ref)
    if outcome is None:
        return "hidden", None
    return ("", outcome) if outcome.n else ("unanswered", None)


def _question(states: Sequence[VisibleState], ref: str) -> tuple[list[MatchedQuestion], list[Gap]]:
    by_edition: dict[str, list[tuple[int, Result]]] = {}
    gaps: list[Gap] = []
    title, first = "", ""
    for index, state in enumerate(states):
        why, outcome = comparable_result(state, ref)
        question = state.workshop.question(ref)
        wording = edition(state, question) if question else ""
        title = title or (question.title if question else "")
        first = first or wording
        if outcome is not None:
            by_edition.setdefault(wording, []).append((index, outcome))
        if why != "missing" and wording != first:
            gaps.append(Gap("question", ref, title, index, "reworded"))
        if why:
            gaps.append(Gap("question", ref, title, index, why))
    named = [Gap(gap.about, gap.key, title, gap.session, gap.why) for gap in gaps]
    matched = [_matched(states, ref, each) for each in by_edition.values() if len(each) > 1]
    return matched, named


def _matched(
    states: Sequence[VisibleState], ref: str, each: Sequence[tuple[int, Result]]
) -> MatchedQuestion:
    results = [outcome for _index, outcome in each]
    figures_of_each = [figures(states[index], outcome) for index, outcome in each]
    keys = dict.fromkeys((one.key, one.unit) for row in figures_of_each for one in row)
    found_by = [{(one.key, one.unit): one for one in row} for row in figures_of_each]
    rows = [(key, unit, tuple(by.get((key, unit)) for by in found_by)) for key, unit in keys]
    question = states[each[0][0]].workshop.question(ref)
    return MatchedQuestion(
        ref=ref,
        kind=results[0].kind,
        digest=question_digest(question) if question else "",
        sessions=tuple(index for index, _found in each),
        answered=tuple(outcome.n for outcome in results),
        rounds=tuple(outcome.round for outcome in results),
        verdicts=tuple(outcome.verdict for outcome in results),
        same=_same(rows),
        rows=tuple(
            Row(key, unit, next((f.label for f in of if f), ""), of) for key, unit, of in rows
        ),
        under_quorum=tuple(
            outcome.quorum is not None and not outcome.quorate for outcome in results
        ),
    )


def _same(rows: Sequence[tuple[str, str, tuple[Figure | None, ...]]]) -> float | None:
    """How little changed from the first session to the last."""
    ends = [(of[0], of[-1]) for _key, unit, of in rows if unit == "step"]
    least = [stability(a.counts, b.counts) for a, b in ends if a and b]
    if ends:
        return min((one for one in least if one is not None), default=None)
    votes = [(of[0], of[-1]) for _key, unit, of in rows if unit == "share"]
    counts = [(a.count if a else 0, b.count if b else 0) for a, b in votes]
    return stability([a for a, _ in counts], [b for _, b in counts]) if counts else None


def _decisions(states: Sequence[VisibleState]) -> tuple[DecisionHistory, ...]:
    titles: dict[str, str] = {}
    for state in states:
        for scenario in state.workshop.scenarios:
            titles.setdefault(scenario.id, scenario.title)
        for decision in state.decisions.values():
            titles.setdefault(decision.scenario, decision.scenario)
    histories = []
    for scenario_id, title in titles.items():
        decisions = tuple(
            tuple(d.what for d in state.decisions.values() if d.scenario == scenario_id)
            for state in states
        )
        on_agenda = tuple(state.workshop.scenario(scenario_id) is not None for state in states)
        if any(decisions):
            histories.append(DecisionHistory(scenario_id, title, decisions, on_agenda))
    return tuple(histories)


def _thresholds(state: VisibleState) -> tuple[float, float, float]:
    return state.policy.majority, state.policy.agreement, state.policy.quorum


def question_of(comparison: Comparison, matched: MatchedQuestion) -> QuestionBase | None:
    """The question of a match, as the first of its sessions had it."""
    return comparison.sessions[matched.sessions[0]].state.question(matched.ref)
