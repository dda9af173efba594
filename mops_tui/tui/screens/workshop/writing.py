"""Writing things down, and carrying on where a disk refuses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mops_tui.model.agenda.agenda import scenario_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import Audience, VisibleState
from mops_tui.model.session.events import MOST_CONFIDENCE, NoteList
from mops_tui.model.session.state import ActionEvent, DecisionEvent, NoteEvent, View
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.tui.paths import folder_named, no_folder
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.tui.screens.dialogs.notebook import NotebookScreen
from mops_tui.tui.screens.workshop.desk import Desk
from mops_tui.words.files import saving as saving_words
from mops_tui.words.files import sessions as session_words
from mops_tui.words.i18n import _
from mops_tui.words.safe import cells, safe
from mops_tui.words.steps import first_without_owner

CUT = ("shrunk", "gone")
"""Troubles of a file that can be written whole again from memory."""

HINT = 48
"""The cells of what stands in an empty field."""


class Writing:
    """Decision, action, parking lot, note; and amending them."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk."""
        self._desk = desk

    def _scenario(self) -> str:
        """The scenario that a record belongs to: the one in view, else the last one."""
        shown = scenario_of(self._desk.state.place)
        scenarios = [s.id for s in self._desk.state.workshop.scenarios if not s.closing]
        return shown if shown in scenarios else scenarios[-1]

    def read_back(self) -> DecisionEvent | None:
        """The decision that is meant while owners are read back: without an owner, else the last.

        Elsewhere none: a new one is written down.
        """
        state = self._desk.state
        if state.view.of != "owners":
            return None
        return first_without_owner(state) or next(reversed(tuple(state.decisions.values())), None)

    async def decision(self, old: DecisionEvent | None = None) -> None:
        """Write a decision down, or amend one."""
        scenario_id = old.scenario if old else self._scenario()
        scenario = self._desk.state.workshop.scenario(scenario_id)
        ask = scenario.decision.ask if scenario and scenario.decision else ""
        sure = str(old.confidence) if old and old.confidence else ""
        how_sure = _("How sure, 1 to 5")
        names = self._names()
        who = names_hint(names)
        fields = (
            Field("what", _("What"), old.what if old else "", _("We will …"), "words",
                  needed=True),
            Field("why", _("Why"), old.why if old else "", kind="words"),
            Field("owner", _("Who owns it"), old.owner if old else "", who, names=names),
            Field("agree", _("Who must agree"), old.agree if old else "",
                  _("names or roles"), names=names),
            Field("first_step", _("First step"), old.first_step if old else "",
                  _("this week"), "words"),
            Field("review", _("We look again on"), old.review if old else "",
                  _("2027-03-01, 1 March, or in words")),
            Field("sure", how_sure, sure, kind="number", most=MOST_CONFIDENCE),
            Field("dissent", _("Who dissents"), old.dissent if old else "", _("and why"), "words"),
        )  # fmt: skip
        values = await self._desk.answer_of(FormScreen(_("A decision"), fields, ask))
        if values is None:
            return
        record = cmd.RecordDecision(
            old.decision if old else self._desk.room.new_id("d"),
            scenario_id,
            values["what"],
            values["why"],
            values["owner"],
            int(values["sure"] or 0),
            values["dissent"],
            values["agree"],
            values["first_step"],
            values["review"],
        )
        away = self._shows_decision(scenario_id)
        if self._desk.ask(*away, record):
            words = _("The decision is written down.")
            if away:
                words = _("The decision is written down. {key} returns to where the room was.")
            await self._desk.say_saved(words.format(key=self._desk.key_of("next")))

    def _names(self) -> tuple[str, ...]:
        """The names of those who are in the room, where the session has names."""
        state = self._desk.state
        if state.policy.anonymity != "named":
            return ()
        here = (safe(one.name).strip() for one in state.participants.values() if one.present)
        return tuple(dict.fromkeys(name for name in here if name))

    def _shows_decision(self, scenario: str) -> tuple[cmd.Show, ...]:
        """What lets the room see a decision that is taken while it looks at something else.

        Who is voting is left alone, and so are a dark screen and the last page, where it stands.
        """
        state = self._desk.state
        round_ = state.round(state.view.name) if state.view.of == "question" else None
        voting = round_ is not None and round_.phase == "open"
        there = state.view.key in (("decision", scenario), ("workshop", ""), ("owners", ""))
        if voting or there or state.blanked or state.place.of == "lobby":
            return ()
        return (cmd.Show(View("decision", scenario, back=True)),)

    async def action(self, old: ActionEvent | None = None) -> None:
        """Write an action down, or amend one."""
        fields = (
            Field("what", _("What"), old.what if old else "", kind="words", needed=True),
            Field("who", _("Who"), old.who if old else ""),
            Field("by", _("By when"), old.by if old else "", _("2027-03-01, or in words")),
        )
        values = await self._desk.answer_of(FormScreen(_("An action"), fields))
        if values is None:
            return
        action = old.action if old else self._desk.room.new_id("a")
        scenario = old.scenario if old else self._scenario()
        if self._desk.ask(
            cmd.RecordAction(action, values["what"], scenario, values["who"], values["by"])
        ):
            await self._desk.say_saved(_("The action is written down."))

    async def note(
        self, kept_in: NoteList, old: NoteEvent | None = None, *, private: bool = False
    ) -> None:
        """Write a note, or amend one.

        Args:
            kept_in: The list that it goes to: "note" or "parking".
            old: The note that is amended.
            private: It begins as a private one.
        """
        title = _("For the parking lot") if kept_in == "parking" else _("A note")
        text = Field("text", _("Text"), old.text if old else "", kind="words", needed=True)
        fields: tuple[Field, ...] = (text,)
        if kept_in == "note":
            ticked = "yes" if private or (old and old.private) else ""
            words = _("private: for you alone, and in no report")
            masked_by = "" if self._desk.room.may_see_cues else "private"
            # First: it is to be chosen before the room has read something.
            fields = (
                Field("private", words, ticked, kind="tick"),
                replace(text, masked_by=masked_by),
            )
        values = await self._desk.answer_of(FormScreen(title, fields))
        if values is None:
            return
        place = self._desk.state.place
        about = old.about if old else place.name
        note = old.note if old else self._desk.room.new_id("n")
        is_private = values.get("private") == "yes"
        if self._desk.ask(cmd.RecordNote(note, values["text"], kept_in, about, is_private)):
            done = _("Parked.") if kept_in == "parking" else _("Noted.")
            await self._desk.say_saved(self._kept_private() if is_private else done)

    def _kept_private(self) -> str:
        """That a private note is kept, and where it can be read."""
        words = _("Kept for you alone: {notebook} lists it, once {cues} has shown you the cues.")
        if self._desk.room.may_see_cues:
            words = _("Kept for you alone: {notebook} lists it on this screen.")
        keys = {"notebook": self._desk.key_of("notes"), "cues": self._desk.key_of("cues")}
        return words.format(**keys)

    async def notes(self) -> None:
        """Read everything that is written down, and amend one."""
        # Private notes show only where cues may: on a screen that the room does not see.
        who: Audience = "facilitator" if self._desk.room.may_see_cues else "room"
        state = self._desk.room.saved_for(who)

        async def mark(key: str) -> VisibleState:
            await self._mark_done(key)
            return self._desk.room.saved_for(who)

        chosen = await self._desk.answer_of(NotebookScreen(state, mark))
        if chosen is None:
            return
        if chosen in state.decisions:
            await self.decision(state.decisions[chosen])
        elif chosen in state.actions:
            await self.action(state.actions[chosen])
        elif chosen in state.notes:
            await self.note(state.notes[chosen].list, state.notes[chosen])

    async def _mark_done(self, key: str) -> None:
        """Say that an action, or the first step of a decision, is done, or open again."""
        state = self._desk.state
        decision = state.decisions.get(key)
        if decision is not None and not decision.first_step.strip():
            self._desk.say(_("That decision has no first step that could be done."), "$warning")
            return
        is_done = key in (state.done if decision is None else state.first_steps_done)
        mark = cmd.MarkDone if decision is None else cmd.MarkFirstStep
        if self._desk.ask(mark(key, not is_done)):
            words = _("The action is open again.") if is_done else _("The action is done.")
            if decision is not None:
                words = _("The first step is done.")
                words = _("The first step is open again.") if is_done else words
            await self._desk.say_saved(words)

    async def _make_whole(self) -> bool:
        """Offer to write the file again where it was; False to go on in another folder."""
        answers = (
            ("whole", _("Write the whole file again, in the same place")),
            ("elsewhere", _("Carry on in another folder")),
        )
        why = saving_words.why_not_saved(self._desk.room.session.saving.trouble)
        text = _(
            "It is no longer what was saved: {why}. All of it is still in memory, and can be "
            "written again."
        )
        chosen = await self._desk.answer_of(
            ChooseScreen(_("The file is not whole"), text.format(why=why), answers)
        )
        if chosen == "whole":
            try:
                await self._desk.room.session.make_whole()
            except WriteFailed as error:
                path = self._desk.room.session.path
                self._desk.say(session_words.sentence(error, path), "bold $error")
        return chosen != "elsewhere"

    async def save_elsewhere(self) -> None:
        """Carry on in another folder, because the disk refuses, hangs, or has lost the file."""
        if self._desk.room.session.saving.trouble in CUT and await self._make_whole():
            return
        why, typed = "", str(Path.home())
        while True:  # what was typed stays there until a folder takes the session
            hint = _("a folder you can write to")
            field = Field("folder", _("Folder"), typed, hint, "path", needed=True)
            form = FormScreen(_("Carry on in another folder"), (field,), why)
            values = await self._desk.answer_of(form)
            if values is None:
                return
            typed = values["folder"]
            folder = folder_named(typed)
            why = no_folder(typed)
            if folder is None:
                continue
            try:
                path = await self._desk.room.session.continue_in(folder)
            except (SessionError, WriteFailed, Busy) as error:
                why = session_words.sentence(error, typed)
                continue
            self._desk.say(_("The session goes on in {file}.").format(file=path), "$success")
            return


def names_hint(names: tuple[str, ...]) -> str:
    """As many of the names as a field has room for: "such as Olu, Ana, Ian …".

    One name alone would read as if it stood there already.
    """
    words, told = _("such as {names}"), ""
    for number, name in enumerate(names):
        longer = f"{told}, {name}" if told else name
        if cells(words.format(names=longer)) > HINT - 2:
            return words.format(names=f"{told} …") if number else ""
        told = longer
    return words.format(names=told) if told else ""
