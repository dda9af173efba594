"""Last time: what became of what the session before decided."""

from __future__ import annotations

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.before import DecisionBefore
from mops_tui.model.session.events import FollowUp
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe
from mops_tui.words.steps import outcome_words

SHOWN = 60
"""The cells of a decision in a list of them."""
OUTCOMES: tuple[FollowUp, ...] = ("done", "not-done", "changed", "")


class LastTime:
    """Says of each decision whether it was done, not done, or changed."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk

    async def follow_up(self) -> None:
        """Choose a decision, where there are several, and what became of it."""
        before = self._desk.state.before
        if before is None or not before.decisions:
            return
        first, *others = before.decisions
        decision = await self._chosen(before.decisions) if others else first
        if decision is None:
            return
        answers = tuple((one or "unsaid", outcome_words(one)) for one in OUTCOMES)
        screen = ChooseScreen(_("What became of it?"), safe(decision.what, 300), answers)
        answer = await self._desk.answer_of(screen)
        outcome = next((one for one in OUTCOMES if (one or "unsaid") == answer), None)
        if outcome is not None and self._desk.ask(cmd.FollowDecisionUp(decision.id, outcome)):
            await self._desk.say_saved(
                _("Written down: {what}").format(what=outcome_words(outcome))
            )

    async def _chosen(self, decisions: tuple[DecisionBefore, ...]) -> DecisionBefore | None:
        """The decision that is meant; the first of which nothing is said yet comes first."""
        said = self._desk.state.followed_up
        order = sorted(decisions, key=lambda one: bool(said.get(one.id)))
        answers = []
        for one in order:
            what, outcome = safe(one.what, SHOWN), said.get(one.id, "")
            told = _("{what} ({outcome})").format(what=what, outcome=outcome_words(outcome))
            answers.append((one.id, told if outcome else what))
        title = _("Of which decision?")
        chosen = await self._desk.answer_of(ChooseScreen(title, "", tuple(answers)))
        return next((one for one in decisions if one.id == chosen), None)
