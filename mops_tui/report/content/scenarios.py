"""The scenarios of a report, one by one: both votes, the movement, the arguments, the decision."""

from __future__ import annotations

from collections.abc import Mapping

from mops_tui.model.agenda.asking import waits
from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.marks import is_countable
from mops_tui.model.results.results import Result
from mops_tui.report.content.decisions import decisions_of
from mops_tui.report.content.happened import Vote, company_lines, happenings
from mops_tui.report.content.parts import QuestionContent, RoundContent, ScenarioContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result, seen_sentences
from mops_tui.report.content.shown import shown_picture
from mops_tui.report.content.sides import sides_of
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results import verdicts
from mops_tui.words.results.figures import percents
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.movement import moved
from mops_tui.words.safe import safe


def scenario_contents(given: ReportInput) -> tuple[ScenarioContent, ...]:
    """Every scenario of which something was asked or decided."""
    if not is_shown("scenarios", given.state.report.left_out):
        return ()
    writer = _Writer(given)
    made = [
        one
        for one in map(writer.scenario, given.state.workshop.scenarios)
        if one.decisions or any(q.rounds or q.left_out for q in one.questions)
    ]
    begun = [
        one for one in made if one.decisions or any(_is_asked(given, q) for q in one.questions)
    ]
    told = {one.id for one in begun}
    others = tuple(one for one in writer.decisions if one.scenario not in told)
    if others:
        begun.append(ScenarioContent("", _("Decided beside the scenarios"), (), (), others))
    return tuple(begun)


def _is_asked(given: ReportInput, question: QuestionContent) -> bool:
    return bool(given.state.rounds.get(question.ref))


class _Writer:
    """Tells the scenarios of one report."""

    def __init__(self, given: ReportInput) -> None:
        self._given = given
        self._state = given.state
        self.decisions = decisions_of(given)
        self._happened: Mapping[Vote, tuple[str, ...]] = happenings(given)[0]
        self._company = company_lines(given)

    def scenario(self, scenario: Scenario) -> ScenarioContent:
        every = zip(refs(scenario), scenario.questions, strict=True)
        asked = [(ref, one) for ref, one in every if not waits(self._state, ref)]
        decided = tuple(one for one in self.decisions if one.scenario == scenario.id)
        started = bool(decided) or any(self._state.rounds.get(ref) for ref, _one in asked)
        company: tuple[str, ...] = ()
        if started:  # it stands where the first scenario begins
            company, self._company = self._company, ()
        return ScenarioContent(
            id=scenario.id,
            title=safe(scenario.title),
            before=company,
            questions=tuple(self._question(ref, one) for ref, one in asked),
            decisions=decided,
            undecided=self._undecided(scenario, bool(decided)),
        )

    def _undecided(self, scenario: Scenario, decided: bool) -> str:
        if decided or scenario.decision is None:
            return ""
        return _("Not decided: {asked}").format(asked=safe(scenario.decision.ask))

    def _question(self, ref: str, question: QuestionBase) -> QuestionContent:
        given = self._given
        asked = self._state.question(ref) or question  # with what the room added
        found = [seen_result(given, ref, one.number) for one in self._state.rounds.get(ref, ())]
        rounds = [one for one in found if one is not None]
        changed = moved(self._state, rounds[-1], asked) if len(rounds) > 1 else ""
        return QuestionContent(
            ref=ref,
            title=safe(question.title),
            ask=safe(question.ask, keep=True),
            rounds=tuple(self._round(one, asked, changed) for one in rounds),
            movement=changed,
            sides=sides_of(given, ref, asked) if rounds else (),
            left_out=self._left_out(ref),
        )

    def _left_out(self, ref: str) -> str:
        """Why there is nothing to tell of a question, or of its last vote."""
        rounds = self._state.rounds.get(ref, ())
        if ref in self._state.skipped and not any(one.voted or is_countable(one) for one in rounds):
            return _("Skipped.")  # before its vote was opened, or before anybody voted
        if not rounds:
            return _("Not asked.")
        hidden = [one for one in rounds if not is_countable(one)]
        if self._given.audience == "public":  # its state has no ballot to count
            return _("Not revealed.") if hidden and ref not in self._state.skipped else ""
        if len(rounds) == 1:
            voted = sum(one.voted for one in hidden)
            words = ngettext("Not revealed: one voted.", "Not revealed: {voted} voted.", voted)
            return (
                words.format(voted=voted)
                if voted or (hidden and ref not in self._state.skipped)
                else ""
            )
        return " ".join(
            ngettext(
                "Round {round} was not revealed: one voted.",
                "Round {round} was not revealed: {voted} voted.",
                one.voted,
            ).format(round=one.number, voted=one.voted)
            for one in hidden
            if one.voted or ref not in self._state.skipped
        )

    def _round(self, outcome: Result, question: QuestionBase, changed: str) -> RoundContent:
        told = seen_sentences(self._given, outcome)
        return RoundContent(
            number=outcome.round,
            before=self._happened.get((outcome.ref, outcome.round), ()),
            turnout=self._turnout(outcome, told),
            # What moved stands between the votes.
            sentences=tuple(one for one in told if one != changed),
            picture=shown_picture(self._given, outcome),
            answers=_beside_others(question, outcome),
            ideas=tuple(safe(one, keep=True) for one in outcome.ideas),
        )

    def _turnout(self, outcome: Result, told: tuple[str, ...]) -> str:
        """Who voted, passed and called out, as far as what was found does not say it already."""
        voted = verdicts.quorum(outcome, self._state.policy)
        # Under the quorum what was found begins with how many voted.
        under = outcome.quorum is not None and not outcome.quorate
        is_told = under and outcome.verdict.code not in ("few", "none")
        is_told = is_told or any(voted.rstrip(".") in one for one in told)
        sentences = [] if is_told else [voted]
        passes, called = outcome.passes, outcome.called
        if passes:
            sentences.append(ngettext("One passed.", "{n} passed.", passes).format(n=passes))
        if called:
            words = ngettext("One called out.", "{n} called out.", called)
            sentences.append(words.format(n=called))
        if self._state.rounds[outcome.ref][outcome.round - 1].tally.corrected:
            sentences.append(_("The called votes were corrected after the reveal."))
        return " ".join(sentences)


def _beside_others(question: QuestionBase, outcome: Result) -> tuple[tuple[str, ...], ...]:
    """Shares beside those of others who were asked the same, as far as theirs are known."""
    mirror, of = question.mirror, outcome.distribution
    if mirror is None or of is None:
        return ()
    each = zip(of.categories, percents(of.counts), strict=True)
    rows = tuple(
        (category_label(question, one), f"{share} %", f"{mirror.shares[one]:g} %")
        for one, share in each
        if one in mirror.shares
    )
    return ((_("Answer"), _("Here"), safe(mirror.who)), *rows) if rows else ()
