"""Page one: what a busy person reads of a workshop in two minutes."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.model.session.state import Round
from mops_tui.report.content.decisions import decisions_of, next_steps_of
from mops_tui.report.content.page.chosen import chosen_results, told_scenarios
from mops_tui.report.content.page.fitting import PageShortener, fitted
from mops_tui.report.content.parts import PageOne, ReportDecision, ReportFinding
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result, seen_sentences
from mops_tui.report.content.shown import MOST_ROWS, short_picture
from mops_tui.report.input import ReportInput
from mops_tui.words.closing_kit.agreed import NAMED, Asked, agreement, agreement_headline
from mops_tui.words.closing_kit.banners import banners
from mops_tui.words.closing_kit.held import held
from mops_tui.words.closing_kit.open import (
    is_undecided,
    no_decision,
    no_owner,
    no_step,
    nobody_counted,
    not_reached,
    steps_without,
    undecided,
    were_skipped,
)
from mops_tui.words.closing_kit.said import rest_words
from mops_tui.words.closing_kit.voted import turnout
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import cells, in_one_line, safe


def page_one(given: ReportInput) -> PageOne:
    """One page of A4: asked, decided, next, found, parked; long texts are cut."""
    last = last_votes(given)
    people = given.state.participants if given.audience == "room" else ()
    shorter = PageShortener(
        more=lambda n: _more(given, n),
        agreement=lambda most: _agreement(given, last, most),
        rest=lambda names: rest_words(names, brief=given.brief),
        people=tuple(participant_label(given.state, who) for who in people),
    )
    return fitted(whole_page(given), shorter)


def whole_page(given: ReportInput, rows: int = MOST_ROWS) -> PageOne:
    """The same with all that there is, however long.

    Args:
        given: The session.
        rows: So many rows at most has the picture of a finding.
    """
    state = given.state
    decisions = decisions_of(given)
    found = is_shown("findings", state.report.left_out)
    findings = tuple(_finding(given, one, rows) for one in chosen_results(given) if found)
    rounds, steps = tuple(_rounds(given)), next_steps_of(given)
    todo = [one for one in steps if not one.done]
    return PageOne(
        title=given.title,
        held=_held(given, rounds),
        banners=banners(state, given.condition, given.at),
        summary=safe(state.report.summary, keep=True),
        asked=tuple(_asked(given)),
        decisions=tuple(one for one in decisions if not is_undecided(one.what)),
        undecided=tuple(_undecided(given, decisions)),
        next_steps=steps,
        findings=findings,
        turnout=turnout(rounds, state.policy, _questions_asked(given)),
        agreement=agreement(state, _latest(rounds)),
        headline=agreement_headline(state, _latest(rounds)),
        parked=tuple(parked_lines(given)),
        open_steps=steps_without(
            sum(not one.by for one in todo), sum(not one.who for one in todo), len(todo)
        ),
    )


def _agreement(given: ReportInput, last: tuple[Asked, ...], most: int) -> str:
    """How far the room agrees, with as many questions by name as there is room for."""
    told = [
        agreement(given.state, last),
        *(agreement(given.state, last, named, answers=False) for named in NAMED),
    ]
    room = most - (0 if given.audience == "public" else cells(_all_named(given)) + 1)
    short = next((one for one in told if cells(one) <= room), told[-1])
    is_whole = short in told[:2] or given.audience == "public"
    return short if is_whole else f"{short} {_all_named(given)}"


def _held(given: ReportInput, rounds: tuple[Asked, ...]) -> str:
    if given.audience == "room":
        return held(given.state)
    answered = max((result.n for _question, result in rounds), default=0)
    return held(given.state, nameless=True, answered=answered)


def _questions_asked(given: ReportInput) -> int:
    """How many questions had a vote, check-in and closing left out."""
    asked = (ref for scenario in told_scenarios(given) for ref in refs(scenario))
    return sum(any(map(_has_votes, given.state.rounds.get(ref, ()))) for ref in asked)


def _has_votes(one: Round) -> bool:
    return one.phase == "revealed" or bool(one.voted)


def _all_named(given: ReportInput) -> str:
    if given.brief:
        return _("The appendix of the whole report names them all.")
    return _("The appendix names them all.")


def _more(given: ReportInput, n: int) -> str:
    """That a list goes on, and where."""
    words = ngettext("and one more below", "and {n} more below", n)
    if given.brief:
        words = ngettext("and one more in the whole report", "and {n} more in the whole report", n)
    return words.format(n=n)


def _is_reached(given: ReportInput, scenario: Scenario) -> bool:
    """Whether anything of a scenario was asked or decided."""
    state = given.state
    decided = any(one.scenario == scenario.id for one in state.decisions.values())
    return decided or any(state.rounds.get(ref) for ref in refs(scenario))


def _asked(given: ReportInput) -> Iterator[str]:
    """What was to be decided; where nothing was, what was asked."""
    reached = [one for one in told_scenarios(given) if _is_reached(given, one)]
    asks = [in_one_line(one.decision.ask) for one in reached if one.decision is not None]
    if asks:
        yield from asks
        return
    for scenario in reached:
        for ref, question in zip(refs(scenario), scenario.questions, strict=True):
            if given.state.rounds.get(ref):
                yield in_one_line(question.ask)


def _undecided(given: ReportInput, decisions: tuple[ReportDecision, ...]) -> Iterator[str]:
    """What is open: no decision, no owner, or never reached."""
    decided = {one.scenario for one in decisions}
    asking = [one for one in told_scenarios(given) if one.decision is not None]
    missed: list[str] = []
    skipped: list[str] = []
    for scenario in asking:
        if not _is_reached(given, scenario):
            is_skipped = set(refs(scenario)) <= set(given.state.skipped)
            (skipped if is_skipped else missed).append(scenario.title)
        elif scenario.id not in decided and scenario.decision is not None:
            yield no_decision(scenario.title, scenario.decision.ask)
    for decision in decisions:
        if is_undecided(decision.what):
            yield undecided(decision.what, decision.owner)
    taken = [one for one in decisions if not is_undecided(one.what)]
    nobodys = [one.what for one in taken if not one.owner]
    if nobodys:
        yield no_owner(nobodys, len(taken))
    if (decisions or len(missed) + len(skipped) < len(asking)) and not next_steps_of(given):
        yield no_step()
    if missed:
        yield not_reached(missed)
    if skipped:
        yield were_skipped(skipped)


def _finding(given: ReportInput, outcome: Result, rows: int) -> ReportFinding:
    question = given.state.question(outcome.ref)
    first, *rest = seen_sentences(given, outcome) or ("",)
    if outcome.quorum is None and not outcome.outside:
        rest.append(nobody_counted())
    return ReportFinding(
        question=in_one_line(question.title) if question is not None else "",
        sentence=first,
        more=" ".join(rest),
        picture=short_picture(given, outcome, rows),
    )


def last_votes(given: ReportInput) -> tuple[Asked, ...]:
    """The last revealed round of each question, check-in and closing left out."""
    return _latest(tuple(_rounds(given)))


def _rounds(given: ReportInput) -> Iterator[Asked]:
    """Every revealed round, in the order of the agenda, check-in and closing left out."""
    state = given.state
    for scenario in told_scenarios(given):
        for ref in refs(scenario):
            question = state.question(ref)
            for one in state.rounds.get(ref, ()):
                found = seen_result(given, ref, one.number)
                if found is not None and question is not None:
                    yield question, found


def _latest(rounds: tuple[Asked, ...]) -> tuple[Asked, ...]:
    return tuple({result.ref: (question, result) for question, result in rounds}.values())


def parked_lines(given: ReportInput) -> Iterator[str]:
    """What was put aside, whole."""
    if not is_shown("parked", given.state.report.left_out):
        return
    for note in given.state.notes.values():
        if note.list == "parking" and not note.private:
            yield safe(note.text, keep=True)
