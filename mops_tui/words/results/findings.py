"""What the room is told of its answers: where it stands, how far it agrees, what differs.

These are the sentences that people quote, so they are the same on every screen and in every
report. The figures behind them, for who wants them, are in `statistics.py`.
"""

from __future__ import annotations

from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _
from mops_tui.words.results.agreeing import agreeing, is_split
from mops_tui.words.results.course.naming import named_in
from mops_tui.words.results.differing import differing
from mops_tui.words.results.movement import moved
from mops_tui.words.results.quoting import titled
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.standing.withheld import withheld_words

MOST = 3
"""The most sentences; nobody keeps more in mind."""


def findings(state: VisibleState, result: Result) -> tuple[str, ...]:
    """At most three sentences on a round: where it stands, how far it agrees, what differs.

    In a later round what moved goes before what differs, unless the room is split. Under three
    votes, or under the quorum, the only sentence says so.

    Args:
        state: What may be seen.
        result: Of a revealed round.
    """
    question = state.question(result.ref)
    if question is None:
        return ()
    if result.withheld:
        said = withheld_words(result, question, state.workshop)
        return (standing(result, question, state.workshop), *said) if result.items else said
    if not result.n:
        return (_("Nobody has answered."),)
    stands = standing(result, question, state.workshop)
    if too_few(result) or not stands or result.kind == "text":
        return (stands,) if stands else ()
    differs = differing(state, result, question)
    change = moved(state, result, question)
    last = [differs, change] if is_split(result) else [change, differs]
    sentences = [stands, agreeing(state, result, question), *last]
    return tuple(dict.fromkeys(s for s in sentences if s))[:MOST]


def scenario_findings(state: VisibleState, scenario_id: str) -> tuple[str, ...]:
    """What a scenario's questions came to, at most three sentences, the most telling first.

    Only what rests on enough votes, of each question's latest revealed round.
    """
    return decision_findings(state, scenario_id)[:MOST]


def decision_findings(state: VisibleState, scenario_id: str) -> tuple[str, ...]:
    """All that a scenario's questions came to, a sentence each, for the page of its decision.

    In the order of `telling`.
    """
    lines: list[str] = []
    for ref in telling(state, scenario_id):
        shown, question = result_of(state, ref), state.question(ref)
        if shown is not None and question is not None:
            lines.append(titled(question.title, standing(shown, question, state.workshop)))
    return tuple(lines)


def telling(state: VisibleState, scenario_id: str) -> tuple[str, ...]:
    """The questions of a scenario of which something can be said, the most telling first.

    First come the questions whose answers a decision names: whatever it follows or contradicts
    stands at the top. Then come those that its pack lets a decision follow from, in its order; a
    question about today goes behind them, however much the room agrees on it.
    """
    scenario = state.workshop.scenario(scenario_id)
    if scenario is None:
        return ()
    decided = " ".join(d.what for d in state.decisions.values() if d.scenario == scenario_id)
    told: list[tuple[bool, int, int, str]] = []
    places = named_in(decided, scenario.questions)
    follows = scenario.decision.rehearsed if scenario.decision else ()
    rests_on = list(dict.fromkeys(one.question for one in follows))
    for ref, question in zip(refs(scenario), scenario.questions, strict=True):
        named = any(question.id in place.questions for place in places)
        place = rests_on.index(question.id) if question.id in rests_on else len(rests_on)
        tier = _tier_of(state, ref)
        if tier is not None:
            told.append((not named, place, tier, ref))
    return tuple(ref for *_order, ref in sorted(told, key=lambda one: one[:3]))


def bearing(state: VisibleState, scenario_id: str) -> frozenset[str]:
    """The questions that a pack lets the decision of a scenario follow from."""
    scenario = state.workshop.scenario(scenario_id)
    follows = scenario.decision.rehearsed if scenario is not None and scenario.decision else ()
    return frozenset(f"{scenario_id}/{one.question}" for one in follows)


def named_by_decisions(
    state: VisibleState, scenario_id: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The questions that the decisions of a scenario name: those alone, and those among others.

    “Marketing” is an answer to several questions; the title of one names that one alone. What a
    reason names counts where it names one alone.
    """
    scenario = state.workshop.scenario(scenario_id)
    if scenario is None:
        return frozenset(), frozenset()
    alone: set[str] = set()
    among: set[str] = set()
    for one in state.decisions.values():
        if one.scenario == scenario_id:
            for text, decides in ((one.what, True), (one.why, False)):
                for place in named_in(text, scenario.questions):
                    found = {f"{scenario_id}/{name}" for name in place.questions}
                    if len(found) == 1:
                        alone |= found
                    elif decides:
                        among |= found
    return frozenset(alone), frozenset(among)


def nothing_found(state: VisibleState, scenario_id: str) -> str:
    """Why there is nothing to say of a scenario's answers, where `decision_findings` has none."""
    scenario = state.workshop.scenario(scenario_id)
    if any(result_of(state, ref) is not None for ref in (refs(scenario) if scenario else ())):
        return _("No answer here rests on enough votes to be said of the room.")
    return _("No question here has been revealed.")


def workshop_findings(state: VisibleState) -> tuple[str, ...]:
    """What the workshop came to: the most telling of each scenario before a second of any.

    A check-in is none of it, nor what the room thought of the day.
    """
    ranked: list[tuple[int, str]] = []
    for scenario in state.workshop.scenarios:
        if not scenario.closing and not scenario.opening:
            ranked += enumerate(decision_findings(state, scenario.id))
    return tuple(said for _place, said in sorted(ranked, key=lambda one: one[0]))[:MOST]


def _tier_of(state: VisibleState, ref: str) -> int | None:
    """How much a question tells; None where nothing of it rests on enough votes."""
    shown, question = result_of(state, ref), state.question(ref)
    if shown is None or question is None or too_few(shown) or shown.kind == "text":
        return None
    return _tier(shown) if standing(shown, question, state.workshop) else None


def _tier(result: Result) -> int:
    """How much a round tells: agreement first, then a split, then what is neither."""
    if result.verdict.code in ("agreed", "majority"):
        return 0
    return 1 if is_split(result) or result.verdict.code in ("tie", "polarised") else 2
