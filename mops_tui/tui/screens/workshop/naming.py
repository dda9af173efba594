"""What the room names, adds and takes out."""

from __future__ import annotations

from mops_tui.model.agenda.flow import subject_due
from mops_tui.model.session import commands as cmd
from mops_tui.tui.screens.dialogs.adding import (
    adding_form,
    no_such_answer,
    removable,
    subject_form,
    typed,
)
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.words.i18n import _


class Naming:
    """The subject of a scenario, answers of the room's own, and examples it does without."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk
        self._offered: set[str] = set()

    async def add_option(self) -> None:
        """Add an answer, or a wave, of the room's own, or take one out; at a brief, name it."""
        if self._desk.state.view.of == "brief":
            await self.name_subject()
            return
        ref, option = self._desk.state.view.name, self._desk.room.new_id("o")
        closed = self._desk.room.refuses(cmd.AddOption(ref, option, "…"))
        signs = self._signs(ref)
        if closed and not signs:  # said before anybody writes something
            self._desk.say(closed, "$warning")
            return
        values = await self._desk.answer_of(adding_form(closed, signs))
        if values is None:
            return
        wanted = typed(values, signs)
        if wanted.out:
            self._desk.ask(cmd.TakeOutOption(ref, wanted.out))
        if wanted.label:
            self._desk.ask(cmd.AddOption(ref, option, wanted.label))
        if wanted.unknown:  # said last: what is done takes such words away
            self._desk.say(no_such_answer(wanted), "$warning")

    def _signs(self, ref: str) -> dict[str, str]:
        """The letters of what can be taken out, each with its id; none once votes are in."""
        question = self._desk.state.question(ref)
        return removable(ref, question, self._desk.room.refuses) if question is not None else {}

    def wants_subject(self) -> bool:
        """Whether the room should name something before it goes on; offered once a scenario."""
        scenario = subject_due(self._desk.state)
        return scenario is not None and scenario.id not in self._offered

    async def name_subject(self) -> bool:
        """Name what the scenario is about; whether it was named."""
        scenario = self._desk.state.workshop.scenario(self._desk.state.view.name)
        if scenario is None or scenario.subject is None:
            return False
        self._offered.add(scenario.id)
        subject = scenario.subject
        simulated = self._desk.state.session == "rehearsal"
        named = self._desk.state.subjects.get(scenario.id, "")
        value = named or (subject.example if simulated and subject.example else "")
        values = await self._desk.answer_of(subject_form(subject, value))
        if values is None or not values["subject"].strip():
            words = _(
                "Nothing is named yet, so it reads “{name}”. {key} goes on, {again} names it."
            )
            self._desk.say(
                words.format(
                    name=named or subject.fallback,
                    key=self._desk.key_of("next"),
                    again=self._desk.key_of("add_option"),
                )
            )
            return False
        return bool(self._desk.ask(cmd.NameSubject(scenario.id, values["subject"])))
