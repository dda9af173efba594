"""How a room came to what it decided: scenario by scenario, vote by vote, on one page.

It is made of what the room may see. Of a vote that is not revealed it tells how many voted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.agenda.asking import waits
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent, Round
from mops_tui.words.closing_kit.days import when_typed
from mops_tui.words.closing_kit.sure import how_sure
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import agreeing
from mops_tui.words.results.course.resting import lacks
from mops_tui.words.results.differing import differing
from mops_tui.words.results.movement import moved, unknown
from mops_tui.words.results.quoting import ended
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.safe import in_one_line

EntryKind = Literal["vote", "moved", "verdict", "decision", "about", "missing"]


@dataclass(frozen=True)
class Entry:
    """One thing that is told.

    Attributes:
        kind: What it is.
        label: What it is in a word or two.
        text: The sentence, or what somebody wrote.
    """

    kind: EntryKind
    label: str
    text: str


@dataclass(frozen=True)
class QuestionAccount:
    """What became of one question.

    Attributes:
        title: Its title.
        entries: Its votes, what moved, the verdict.
    """

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ScenarioAccount:
    """What became of one scenario.

    Attributes:
        title: Its title.
        questions: Those that were asked.
        entries: What was decided, and what was not asked.
    """

    title: str
    questions: tuple[QuestionAccount, ...]
    entries: tuple[Entry, ...]


def account(state: VisibleState, *, whole: bool) -> tuple[ScenarioAccount, ...]:
    """How the room came to it, as far as the state goes, without scenarios that were not begun.

    Args:
        state: As the room sees it.
        whole: This is all of the session: what is missing now was never there.
    """
    return tuple(
        _of_scenario(state, scenario, whole=whole)
        for scenario in state.workshop.scenarios
        if _is_begun(state, scenario)
    )


def not_reached(state: VisibleState) -> str:
    """The scenarios of which nothing was asked, in a sentence; "" where there is none."""
    missing = [
        _title(scenario) for scenario in state.workshop.scenarios if not _is_begun(state, scenario)
    ]
    if not missing:
        return ""
    return ended(_("Not reached: {titles}.").format(titles=", ".join(missing)))


def ending(state: VisibleState) -> str:
    """That a session was not closed; "" where it was."""
    return "" if state.phase == "closed" else _("The workshop was not closed: the file ends here.")


def _is_begun(state: VisibleState, scenario: Scenario) -> bool:
    asked = any(state.rounds.get(ref) for ref in refs(scenario))
    return asked or any(True for _decision in _decisions(state, scenario))


def _decisions(state: VisibleState, scenario: Scenario) -> Iterator[DecisionEvent]:
    return (d for d in state.decisions.values() if d.scenario == scenario.id)


def _of_scenario(state: VisibleState, scenario: Scenario, *, whole: bool) -> ScenarioAccount:
    asked = [ref for ref in refs(scenario) if state.rounds.get(ref)]
    questions = []
    for ref in asked:
        question = state.question(ref)
        if question is not None:
            entries = tuple(_of_question(state, ref, question, whole=whole))
            questions.append(QuestionAccount(in_one_line(question.title), entries))
    decided: list[Entry] = []
    for decision in _decisions(state, scenario):
        decided += _of_decision(state, decision)
    left = whole or not _is_at(state, scenario)
    if scenario.decision is not None and not decided:
        nothing = _("Nothing was written down.") if left else _("Nothing is written down yet.")
        decided.append(Entry("missing", _("Decision"), nothing))
    missing = [
        in_one_line(question.title)
        for ref, question in zip(refs(scenario), scenario.questions, strict=True)
        if ref not in asked and not waits(state, ref)
    ]
    if left and missing:
        decided.append(Entry("missing", _("Not asked"), ", ".join(missing)))
    return ScenarioAccount(_title(scenario), tuple(questions), tuple(decided))


def _is_at(state: VisibleState, scenario: Scenario) -> bool:
    """Whether the workshop stands in this scenario."""
    return state.place.name == scenario.id or state.place.name.startswith(f"{scenario.id}/")


def _of_question(
    state: VisibleState, ref: str, question: QuestionBase, *, whole: bool
) -> Iterator[Entry]:
    hidden: list[Entry] = []
    last = None
    for round_ in state.rounds.get(ref, ()):
        label = _("Vote {n}").format(n=round_.number)
        shown = result(state, ref, round_.number) if round_.phase == "revealed" else None
        if shown is None:
            hidden.append(Entry("missing", label, _unrevealed(state, ref, round_, whole=whole)))
            continue
        stands = standing(shown, question, state.workshop) or _("Nobody answered.")
        yield Entry("vote", label, stands)
        change = " ".join(filter(None, (moved(state, shown, question), unknown(state, shown))))
        if change:
            yield Entry("moved", _("What moved"), change)
        last = shown
    if last is not None:
        yield from _verdict(state, last, question)
    yield from hidden


def _verdict(state: VisibleState, last: Result, question: QuestionBase) -> Iterator[Entry]:
    """How far the room agrees, and what it differs on; nothing where too few voted to say."""
    if too_few(last) or not last.n or last.kind == "text":
        return
    agreed, differs = agreeing(state, last, question), differing(state, last, question)
    if differs == standing(last, question, state.workshop):
        differs = ""  # a room that is split on everything has been told so above
    sentences = " ".join(sentence for sentence in (agreed, differs) if sentence)
    if sentences:
        yield Entry("verdict", _("Verdict"), sentences)


def _unrevealed(state: VisibleState, ref: str, round_: Round, *, whole: bool) -> str:
    voted = round_.voted
    if ref in state.skipped:
        if not voted:
            return _("Skipped: nobody had voted.")
        words = ngettext("Skipped: one had voted.", "Skipped: {voted} had voted.", voted)
        return words.format(voted=voted)
    if whole:
        if not voted:
            return _("Never revealed: nobody voted.")
        words = ngettext("Never revealed: one voted.", "Never revealed: {voted} voted.", voted)
        return words.format(voted=voted)
    present = state.eligible(round_)
    if round_.phase == "open" and (state.place.of, state.place.name) != ("question", ref):
        return _("Left without a reveal: {voted} of {present} voted.").format(
            voted=voted, present=present
        )
    if round_.phase == "open":
        return _("The vote is still open: {voted} of {present} so far.").format(
            voted=voted, present=present
        )
    return _("Closed, not revealed yet: {voted} of {present} voted.").format(
        voted=voted, present=present
    )


def _of_decision(state: VisibleState, decision: DecisionEvent) -> Iterator[Entry]:
    yield Entry("decision", _("Decision"), decision.what)
    day = state.date_of(decision.t)
    for lack in lacks(state, decision):
        yield Entry("missing", _("the vote"), ended(_("{lack}.").format(lack=lack)))
    for label, text in (
        (_("because"), decision.why),
        (_("owner"), decision.owner),
        (_("must agree"), decision.agree),
        (_("first step"), decision.first_step),
        (_("we look again"), when_typed(decision.review, day)),
        (_("dissent"), decision.dissent),
    ):
        if text.strip():
            yield Entry("about", label, text)
    if decision.confidence:
        yield Entry("about", _("how sure"), how_sure(decision.confidence))


def _title(scenario: Scenario) -> str:
    return in_one_line(scenario.title)
