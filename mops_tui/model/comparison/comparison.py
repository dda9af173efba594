"""Sessions side by side: what the same question came to then and now.

Questions are lined up only where id, wording, options and scale are the same, or where somebody
said so. Whatever is not lined up stands among the gaps, with the reason. Sessions come in as the
room may see them; what anonymity promises still holds in what comes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mops_tui.model.comparison.decisions import DecisionHistory, decision_histories
from mops_tui.model.comparison.figures import Figure, figures
from mops_tui.model.comparison.gaps import Gap
from mops_tui.model.comparison.grids import GridShift, grid_shifts
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.comparison.people import same_answers
from mops_tui.model.comparison.returned import ReturnedAction, returned
from mops_tui.model.comparison.wording import (
    Consent,
    comparable_kind,
    edition,
    elsewhere,
    wording_change,
)
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.consensus import stability
from mops_tui.model.results.enough import is_under_quorum
from mops_tui.model.results.results import Result
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
        file: The name of its file; "" where it has none.
    """

    id: str
    title: str
    opened: datetime
    state: VisibleState
    condition: Condition = SOUND
    file: str = ""


@dataclass(frozen=True)
class Comparison:
    """Two or more sessions side by side, in order of time.

    Attributes:
        same_thresholds: All had the same majority, agreement and quorum.
        same: The questions that are compared by consent.
    """

    sessions: tuple[Session, ...]
    questions: tuple[MatchedQuestion, ...]
    grids: tuple[GridShift, ...]
    decisions: tuple[DecisionHistory, ...]
    returned: tuple[ReturnedAction, ...]
    gaps: tuple[Gap, ...]
    same_thresholds: bool
    same: tuple[Consent, ...] = ()


def compare(*sessions: Session, same: Sequence[Consent] = ()) -> Comparison:
    """Line sessions up, sorted by when they were opened.

    Args:
        sessions: Two or more.
        same: Questions that are to be compared although they are worded otherwise.
    """
    ordered = tuple(sorted(sessions, key=lambda one: (one.opened, one.id)))
    states = tuple(one.state for one in ordered)
    consents = {one.ref: one for one in same}
    questions: list[MatchedQuestion] = []
    gaps: list[Gap] = []
    taken = {one.also for one in same if one.also}
    for ref in all_refs(states):
        if ref in taken:
            continue
        matched, missing = _question(states, ref, consents.get(ref))
        questions += matched
        gaps += missing
        taken.update(gap.consent.also for gap in missing if gap.consent and gap.consent.also)
    shifts, grid_gaps = grid_shifts(states)
    return Comparison(
        sessions=ordered,
        questions=tuple(questions),
        grids=shifts,
        decisions=decision_histories(states),
        returned=returned(states),
        gaps=(*gaps, *grid_gaps),
        same_thresholds=len({_thresholds(state) for state in states}) <= 1,
        same=tuple(same),
    )


def all_refs(states: Sequence[VisibleState]) -> tuple[str, ...]:
    """Every question of any of some workshops, in the order of their agendas."""
    every_ref = (ref for s in states for scenario in s.workshop.scenarios for ref in refs(scenario))
    return tuple(dict.fromkeys(every_ref))


def comparable_result(state: VisibleState, ref: str) -> tuple[str, Result | None]:
    """How a question stands in a session: "" with its result, or why there is none to compare.

    A question that was skipped before anybody voted on it is skipped, as in a report; one with
    votes in that nobody has seen is not.
    """
    if state.workshop.question(ref) is None:
        return "missing", None
    voted = any(round_.voted for round_ in state.rounds.get(ref, ()))
    outcome = result(state, ref)
    if outcome is not None:
        return ("", outcome) if outcome.n else ("unanswered", None)
    if ref in state.skipped:
        return ("dropped" if voted else "skipped"), None
    return ("hidden" if voted else "unasked"), None


def _question(
    states: Sequence[VisibleState], ref: str, consent: Consent | None
) -> tuple[list[MatchedQuestion], list[Gap]]:
    groups: dict[str, list[tuple[int, str, Result]]] = {}
    gaps: list[Gap] = []
    first: tuple[int, QuestionBase] | None = None
    for index, state in enumerate(states):
        here = consent.ref_in(state) if consent else ref
        why, outcome = comparable_result(state, here)
        question = state.workshop.question(here)
        if question is None:
            gaps.append(_missing(states, index, ref))
            continue
        first = first or (index, question)
        wording = comparable_kind(question) if consent else edition(state, question)
        if outcome is not None:
            groups.setdefault(wording, []).append((index, here, outcome))
        if edition(state, question) != edition(states[first[0]], first[1]):
            alike = comparable_kind(question) == comparable_kind(first[1])
            if not consent or not alike:
                change = wording_change((states[first[0]], first[1]), (state, question))
                gaps.append(
                    Gap("question", ref, "", index, "reworded", first[0], change,
                        Consent(ref) if alike else None)
                )  # fmt: skip
        if why:
            gaps.append(Gap("question", ref, "", index, why))
    title = first[1].title if first else ""
    named = [replace(gap, title=title) for gap in gaps]
    matched = [_matched(states, each) for each in groups.values() if len(each) > 1]
    return matched, named


def _missing(states: Sequence[VisibleState], index: int, ref: str) -> Gap:
    """A session that does not have a question, or has it in another scenario."""
    has_it = next(n for n, state in enumerate(states) if state.workshop.question(ref) is not None)
    also = elsewhere(states[index], states, ref)
    if not also:
        return Gap("question", ref, "", index, "missing")
    then, now = states[has_it].workshop.question(ref), states[index].workshop.question(also)
    assert then is not None
    assert now is not None
    change = wording_change((states[has_it], then), (states[index], now))
    alike = comparable_kind(then) == comparable_kind(now)
    consent = Consent(ref, also) if alike else None
    return Gap("question", ref, "", index, "moved", has_it, change, consent)


def _matched(
    states: Sequence[VisibleState], each: Sequence[tuple[int, str, Result]]
) -> MatchedQuestion:
    results = [outcome for _index, _ref, outcome in each]
    figures_of_each = [figures(states[index], outcome) for index, _ref, outcome in each]
    keys = dict.fromkeys((one.key, one.unit) for row in figures_of_each for one in row)
    found_by = [{(one.key, one.unit): one for one in row} for row in figures_of_each]
    rows = [(key, unit, tuple(by.get((key, unit)) for by in found_by)) for key, unit in keys]
    asked = [states[index].workshop.question(ref) for index, ref, _outcome in each]
    editions = {
        edition(states[index], question)
        for (index, _ref, _outcome), question in zip(each, asked, strict=True)
        if question is not None
    }
    (first, ref, _), (last, later_ref, _) = each[0], each[-1]
    return MatchedQuestion(
        ref=ref,
        kind=results[0].kind,
        digest=question_digest(asked[0]) if asked[0] else "",
        sessions=tuple(index for index, _ref, _found in each),
        answered=tuple(outcome.n for outcome in results),
        rounds=tuple(outcome.round for outcome in results),
        verdicts=tuple(outcome.verdict for outcome in results),
        same=_same(rows),
        rows=tuple(
            Row(key, unit, next((f.label for f in of if f), ""), of) for key, unit, of in rows
        ),
        under_quorum=tuple(map(is_under_quorum, results)),
        refs=tuple(ref for _index, ref, _found in each),
        results=tuple(results),
        by_consent=len(editions) > 1 or len({ref for _index, ref, _found in each}) > 1,
        people=same_answers(states[first], states[last], ref, later_ref),
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


def _thresholds(state: VisibleState) -> tuple[float, float, float]:
    return state.policy.majority, state.policy.agreement, state.policy.quorum


def question_of(
    comparison: Comparison, matched: MatchedQuestion, place: int = 0
) -> QuestionBase | None:
    """The question of a match, as the first of its sessions had it, or the one at a place.

    Args:
        comparison: What it is part of.
        matched: The question through its sessions.
        place: Which of its own sessions, from 0.
    """
    ref = matched.refs[place] if matched.refs else matched.ref
    return comparison.sessions[matched.sessions[place]].state.question(ref)
