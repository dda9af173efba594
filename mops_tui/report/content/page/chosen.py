"""Which three findings stand on page one: those that matter most of all that was revealed."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.report.content.seen import seen_result
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.agreed import is_clear, is_in_camps
from mops_tui.words.results.course.resting import behind
from mops_tui.words.results.findings import bearing, named_by_decisions, telling

MOST_FINDINGS = 3
"""What is told of the votes on one page."""


def told_scenarios(given: ReportInput) -> tuple[Scenario, ...]:
    """The scenarios that findings are of: a check-in and the closing are none of them."""
    every = given.state.workshop.scenarios
    return tuple(one for one in every if not one.opening and not one.closing)


def chosen_results(given: ReportInput) -> tuple[Result, ...]:
    """The latest rounds of the questions that matter most, the first of them first.

    One of each scenario before a second of any; scenarios with a decision first, then those that
    were to have one. Of a scenario: the vote that its decision rests on, then those that it names,
    then those that its pack lets it follow from, then the others; of each kind what is clear or
    split first, then the larger share. What too few voted on, what is withheld, and ideas, stand
    only where nothing else does.
    """
    ranked: list[tuple[bool, int, int, int, Result]] = []
    for number, scenario in enumerate(told_scenarios(given)):
        for rank, (result, firm) in enumerate(_of_scenario(given, scenario)):
            ranked.append((not firm, rank, _weight(given, scenario), number, result))
    ranked.sort(key=lambda one: one[:4])
    return tuple(result for *_order, result in ranked[:MOST_FINDINGS])


def _weight(given: ReportInput, scenario: Scenario) -> int:
    """0 of a scenario with a decision, 1 where one was asked for, 2 of the others."""
    if any(one.scenario == scenario.id for one in given.state.decisions.values()):
        return 0
    return 1 if scenario.decision is not None else 2


def _of_scenario(given: ReportInput, scenario: Scenario) -> Iterator[tuple[Result, bool]]:
    """(latest round, enough is behind it) of its questions, the most telling first."""
    telling_refs = telling(given.state, scenario.id)
    deciding = _deciding(given, scenario)
    firm = [one for ref in telling_refs if (one := seen_result(given, ref)) is not None and one.n]

    alone, among = named_by_decisions(given.state, scenario.id)
    bears = bearing(given.state, scenario.id)

    def order(result: Result) -> tuple[int, bool, float]:
        ref, strong = result.ref, is_clear(result) or is_in_camps(given.state, result)
        kinds = (ref in deciding, ref in alone, ref in bears & among, ref in bears, ref in among)
        kind = next((n for n, is_so in enumerate(kinds) if is_so), len(kinds))
        return (kind, not strong, -_share(result))

    for result in sorted(firm, key=order):
        if not _is_bare(result):
            yield result, True
    for ref in refs(scenario):
        found = None if ref in telling_refs else seen_result(given, ref)
        if found is not None and found.n and not _is_bare(found):
            yield found, False


def _is_bare(result: Result) -> bool:
    """Whether nothing can be told of a vote to whoever was not there, but that it was."""
    return result.withheld not in ("", "items", "some") and not result.over_half


def _share(result: Result) -> float:
    """The share of the answer in the lead; 0 where answers lie on scales, which have none."""
    return 0.0 if result.items or result.axes else result.verdict.value or 0.0


def _deciding(given: ReportInput, scenario: Scenario) -> set[str]:
    """The questions whose votes the decisions of a scenario rest on."""
    state = given.state
    own = (one for one in state.decisions.values() if one.scenario == scenario.id)
    return {found[1].ref for one in own if (found := behind(state, one)) is not None}
