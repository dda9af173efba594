"""Last time: what became of what the session before decided, and of what was to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.before import ActionBefore
from mops_tui.model.session.commands import Command
from mops_tui.model.session.events import ActionFollowUp, FollowUp
from mops_tui.model.text.days import day_meant
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.words.decisions import action_facts
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import lines_joined
from mops_tui.words.steps import action_outcome_words, decision_outcome_words, doing, outcome_words

SHOWN = 60
"""The cells of a thing in a list of them."""
OUTCOMES: tuple[FollowUp, ...] = ("done", "not-done", "changed", "")
ACTION_OUTCOMES: tuple[ActionFollowUp, ...] = ("done", "not-done", "changed", "carried", "")
_UNSAID = "unsaid"


@dataclass(frozen=True)
class _Thing:
    """A decision or an action in the list, and whether it is said what became of it."""

    ref: str
    words: str
    is_action: bool
    said: bool


class LastTime:
    """Says of each decision and each action whether it was done, not done, or changed."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk

    async def follow_up(self) -> None:
        """Choose a thing, where there are several, and what became of it."""
        # What nobody has spoken of yet comes first.
        things = sorted(self._things(), key=lambda one: one.said)
        chosen: str | None = "0"
        if len(things) > 1:
            answers = tuple((str(place), one.words) for place, one in enumerate(things))
            chosen = await self._desk.answer_of(ChooseScreen(_("Of which one?"), "", answers))
        if not things or chosen is None:
            return
        thing = things[int(chosen)]
        if thing.is_action:
            await self._follow_action_up(thing.ref)
        else:
            await self._follow_decision_up(thing.ref)

    async def carry_over(self) -> None:
        """Make every action that is open one of this workshop; one undo takes that back."""
        carried = self._desk.state.open_before
        commands = [one for ref, action in carried.items() for one in self._carrying(ref, action)]
        if commands and self._desk.ask(*commands):
            words = ngettext(
                "One action is carried over: it is one of this workshop now.",
                "{n} actions are carried over: they are of this workshop now.",
                len(carried),
            )
            await self._desk.say_saved(words.format(n=len(carried)))

    def _carrying(self, ref: str, action: ActionBefore) -> tuple[Command, ...]:
        # "10 October" was typed then, and means the one after that day.
        by = day_meant(action.by, action.day) if action.day else ""
        new = cmd.RecordAction(
            self._desk.room.new_id("a"), action.what, "", action.who, by or action.by
        )
        return new, cmd.FollowActionUp(ref, "carried")

    def _things(self) -> Iterator[_Thing]:
        """Each decision, then each action."""
        state = self._desk.state
        before = state.before
        if before is None:
            return
        for one in before.decisions:
            outcome = state.followed_up.get(one.id, "")
            words = _told(one.what, outcome_words(outcome) if outcome else "")
            yield _Thing(one.id, words, is_action=False, said=bool(outcome))
        for ref, action in before.todo.items():
            said = state.actions_followed_up.get(ref, "")
            words = _told(action.what, action_outcome_words(said) if said else "")
            yield _Thing(ref, words, is_action=True, said=bool(said))

    async def _follow_decision_up(self, decision: str) -> None:
        before = self._desk.state.before
        decisions = before.decisions if before is not None else ()
        found = next((one for one in decisions if one.id == decision), None)
        if found is None:
            return
        words = {one: decision_outcome_words(one, found) for one in OUTCOMES}
        answers = tuple((one or _UNSAID, words[one]) for one in OUTCOMES)
        answer = await self._answer(lines_joined(found.what, 300), answers)
        outcome = next((one for one in OUTCOMES if (one or _UNSAID) == answer), None)
        if outcome is not None and self._desk.ask(cmd.FollowDecisionUp(decision, outcome)):
            await self._written(words[outcome])

    async def _follow_action_up(self, ref: str) -> None:
        state = self._desk.state
        action = state.before.todo.get(ref) if state.before is not None else None
        if action is None:
            return
        said = state.actions_followed_up.get(ref, "")
        answers = tuple(
            (one or _UNSAID, _offered(one))
            for one in ACTION_OUTCOMES
            if one != "carried" or said != "carried"  # once: a second time would make two of it
        )
        about = lines_joined(doing(action.what, action_facts(action, action.day)), 300)
        answer = await self._answer(about, answers)
        outcome = next((one for one in ACTION_OUTCOMES if (one or _UNSAID) == answer), None)
        if outcome is None:
            return
        commands: tuple[Command, ...] = (cmd.FollowActionUp(ref, outcome),)
        if outcome == "carried":
            commands = self._carrying(ref, action)
        if self._desk.ask(*commands):
            await self._written(action_outcome_words(outcome))

    async def _answer(self, about: str, answers: tuple[tuple[str, str], ...]) -> str | None:
        return await self._desk.answer_of(ChooseScreen(_("What became of it?"), about, answers))

    async def _written(self, words: str) -> None:
        await self._desk.say_saved(_("Written down: {what}").format(what=words))


def _offered(outcome: ActionFollowUp) -> str:
    if outcome == "carried":
        return _("carried over: it becomes an action of this workshop")
    return action_outcome_words(outcome)


def _told(what: str, outcome: str) -> str:
    shown = lines_joined(what, SHOWN)
    return _("{what} ({outcome})").format(what=shown, outcome=outcome) if outcome else shown
