"""The scenarios of a report, one by one: both votes, the movement, the arguments, the decision."""

from __future__ import annotations

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.report.content.decisions import decisions_of
from mops_tui.report.content.parts import (
    ArgumentSide,
    QuestionContent,
    RoundContent,
    SaidReason,
    ScenarioContent,
)
from mops_tui.report.content.seen import seen_result, seen_sentences
from mops_tui.report.content.shown import shown_picture
from mops_tui.report.input import ReportInput
from mops_tui.words.results import verdicts
from mops_tui.words.results.labels import participant_label
from mops_tui.words.results.movement import moved
from mops_tui.words.safe import safe


def scenario_contents(given: ReportInput) -> tuple[ScenarioContent, ...]:
    """Every scenario of which something was asked or decided."""
    made = (_scenario(given, one) for one in given.state.workshop.scenarios)
    return tuple(one for one in made if one.questions or one.decisions)


def _scenario(given: ReportInput, scenario: Scenario) -> ScenarioContent:
    every = zip(refs(scenario), scenario.questions, strict=True)
    questions = [_question(given, ref, one) for ref, one in every if given.state.rounds.get(ref)]
    return ScenarioContent(
        id=scenario.id,
        title=safe(scenario.title),
        before=(),
        questions=tuple(questions),
        decisions=tuple(d for d in decisions_of(given) if d.scenario == scenario.id),
    )


def _question(given: ReportInput, ref: str, question: QuestionBase) -> QuestionContent:
    state = given.state
    found = [seen_result(given, ref, one.number) for one in state.rounds.get(ref, ())]
    rounds = [one for one in found if one is not None]
    last = rounds[-1] if rounds else None
    reasons = [
        SaidReason(
            participant_label(state, one.participant) if one.participant else "",
            safe(one.text, keep=True),
        )
        for one in state.reasons.get(ref, ())
    ]
    return QuestionContent(
        ref=ref,
        title=safe(question.title),
        ask=safe(question.ask, keep=True),
        rounds=tuple(_round(given, one) for one in rounds),
        movement=moved(state, last, question) if last is not None and len(rounds) > 1 else "",
        sides=(ArgumentSide("", tuple(reasons)),) if reasons else (),
    )


def _round(given: ReportInput, outcome: Result) -> RoundContent:
    return RoundContent(
        number=outcome.round,
        before=(),
        turnout=verdicts.quorum(outcome, given.state.policy),
        sentences=seen_sentences(given, outcome),
        picture=shown_picture(given, outcome),
    )
