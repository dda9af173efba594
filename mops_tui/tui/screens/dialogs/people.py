"""The people dialog: who is here, late arrivals, early leavers, the head count."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.people.roster import LeftOut, RosterReading, one_person, read
from mops_tui.model.session.arriving import arrival
from mops_tui.model.session.commands import CountHeads, Describe, Leave, Return
from mops_tui.model.session.state import Participant
from mops_tui.tui.door import Dialog
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.forms import Field, FormScreen
from mops_tui.tui.screens.dialogs.people_by_phone import PeopleByPhone
from mops_tui.tui.screens.dialogs.preview import PreviewScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.undoing import PEOPLE, undo_here
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

ONLINE = 2.0
"""Seconds between two looks at whose page is open."""


class PeopleScreen(Dialog[None]):
    """The list of people; Enter lets one leave or come back."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,p", "dismiss", _("Done")),
        Binding("n", "arrive", _("Somebody arrives")),
        Binding("e", "describe", _("Name and role")),
        Binding("u", "undo", _("Undo"), show=False, id="undo"),
        Binding("plus", "count(1)", _("Count one more")),
        Binding("minus", "count(-1)", _("Count one fewer")),
        Binding("x", "put_out", _("Remove")),
        Binding("m", "merge", _("The same person")),
        Binding("c", "joining", _("Joining on/off")),
    ]

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__()
        self._room = room
        self._phones = PeopleByPhone(room)
        self._listed: list[tuple[str, Content]] = []
        self._ends: list[Callable[[], None]] = []
        self._due = False

    def compose(self) -> ComposeResult:
        """The list and its keys."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(_("Who is here"))
            box.border_subtitle = Content(_("Esc when done"))
            yield Static(id="people-count")
            yield OptionList(id="people-list", markup=False)
            yield Static(id="people-message")
            keys = _("Enter: leaves or comes back · n: somebody arrives · e: name and role")
            if self._room.facilitator_view.policy.anonymity == "anonymous":
                keys = _("Enter: leaves or comes back · n: somebody arrives")
            yield Static(Content.styled(keys, "$text-muted"))
            keys = _("+ and -: the head count, for people without a seat · u: undo")
            yield Static(Content.styled(keys, "$text-muted"))
            if self._phones.are_known:
                keys = _("x: remove · m: two names are one person · c: joining by phone on or off")
                yield Static(Content.styled(keys, "$text-muted"))

    def on_mount(self) -> None:
        """Fill it, and keep it true while people join."""
        self._ends = [self._room.subscribe(self._changed), self._phones.subscribe(self._changed)]
        self.set_interval(ONLINE, self._look)
        self._refresh()
        self.query_one("#people-list").focus()

    def on_unmount(self) -> None:
        """Stop following."""
        for end in self._ends:
            end()
        self._ends = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is about phones works once the room was open to them."""
        if action in ("put_out", "merge", "joining") and not self._phones.are_known:
            return False
        return super().check_action(action, parameters)

    def _changed(self) -> None:
        """Something has happened in the room: show it, once for however much it is."""
        if self._ends and not self._due:
            self._due = True
            self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Fill the list again where it says something else now; what was said stays."""
        self._due = False
        if self._ends and self._lines() != self._listed:
            self._fill()

    def _refresh(self, words: str = "") -> None:
        self._fill()
        self.query_one("#people-message", Static).update(Content(safe(words)))

    def _fill(self) -> None:
        state = self._room.facilitator_view
        counted = ngettext("{n} person present", "{n} people present", state.present)
        head = [Content.styled(counted.format(n=state.present), "bold")]
        if told := self._phones.told(state):
            head.append(Content.styled(told, "$secondary"))
        self.query_one("#people-count", Static).update(Content("   ").join(head))
        listed = self.query_one("#people-list", OptionList)
        chosen, at = listed.highlighted_option, listed.highlighted
        self._listed = self._lines()
        listed.clear_options()
        listed.add_options(Option(line, id=person) for person, line in self._listed)
        ids = [person for person, _line in self._listed]
        if chosen is not None and chosen.id in ids:  # whoever joins moves nobody under the finger
            listed.highlighted = ids.index(chosen.id)
        elif ids:
            listed.highlighted = min(at or 0, len(ids) - 1)

    def _lines(self) -> list[tuple[str, Content]]:
        """A line for each person, by their seats."""
        state = self._room.facilitator_view
        lines = []
        for person in sorted(state.participants.values(), key=lambda p: p.seat):
            mark = ("● ", "$success") if person.present else ("○ ", "$text-muted")
            role = f"  {safe(person.role)}" if person.role else ""
            left_note = "" if person.present else _("  has left")
            line = Content.assemble(
                mark,
                participant_label(state, person.id),
                (role, "$text-muted"),
                (left_note, "$warning"),
                (self._phones.mark(person.id), "$secondary"),
            )
            lines.append((person.id, line))
        return lines

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Let the person leave, or come back."""
        person = self._room.facilitator_view.participants.get(event.option_id or "")
        if person is not None:
            self._refresh(self._room.ask(Leave(person.id) if person.present else Return(person.id)))

    def action_count(self, by: int) -> None:
        """Count one more, or one fewer."""
        self._refresh(self._room.ask(CountHeads(max(1, self._room.facilitator_view.present + by))))

    def action_undo(self) -> None:
        """Take back what was last changed here."""
        self._refresh(undo_here(self._room, PEOPLE, self.host.key_of("undo")))

    def action_arrive(self) -> None:
        """Ask for the names of people who have just arrived."""
        if self._room.facilitator_view.policy.anonymity == "anonymous":
            self._seat({"name": "", "role": ""})
            return
        handles = self._room.facilitator_view.policy.anonymity == "pseudonyms"
        kind = "name" if handles else "people"
        fields = (
            Field("name", self._name_label(), hint=self._name_hint(), kind=kind, needed=True),
            Field("role", _("Role"), hint=_("may stay empty"), kind="name"),
        )
        form = FormScreen(_("Somebody arrives"), fields)
        self.app.push_screen(form, lambda values: self._arrived(values, form.left_out))

    def _arrived(self, values: dict[str, str] | None, left_out: tuple[LeftOut, ...]) -> None:
        """One takes a seat at once; several are shown first."""
        if values is None:
            return
        reading = read(values["name"])
        left_out = (*left_out, *reading.left_out)
        if len(reading.people) < 2 and not left_out:
            one = one_person(values["name"])
            self._seat({"name": one.name, "role": values["role"].strip() or one.role})
            return

        def taken(takes: bool | None) -> None:
            if takes:
                refusals = [
                    self._seat({"name": person.name, "role": person.role})
                    for person in reading.people
                ]
                self._refresh(" ".join(filter(None, refusals)))
            else:
                self._arrive_again(values)

        self.app.push_screen(PreviewScreen(RosterReading(reading.people, left_out)), taken)

    def _arrive_again(self, values: dict[str, str]) -> None:
        """Back to the text that was not taken."""
        fields = (
            Field("name", self._name_label(), values["name"], kind="people", needed=True),
            Field("role", _("Role"), values["role"], kind="name"),
        )
        form = FormScreen(_("Somebody arrives"), fields)
        self.app.push_screen(form, lambda again: self._arrived(again, form.left_out))

    def _name_label(self) -> str:
        handles = self._room.facilitator_view.policy.anonymity == "pseudonyms"
        return _("Handle") if handles else _("Name")

    def _name_hint(self) -> str:
        handles = self._room.facilitator_view.policy.anonymity == "pseudonyms"
        return _("of their own choice: no real name") if handles else ""

    def _seat(self, values: dict[str, str]) -> str:
        """Seat somebody, or let them come back; what is to be said of it is given."""
        state = self._room.facilitator_view
        seat = arrival(state, self._room.new_id("p"), values["name"], values["role"], arrives=True)
        words = self._room.ask(seat)
        if not words and isinstance(seat, Return):
            name = state.participants[seat.participant].name
            words = _("{name} is back.").format(name=name)
        self._refresh(words)
        return words

    @work(exclusive=True)
    async def action_put_out(self) -> None:
        """Put somebody out who came by phone; it asks first."""
        person = self._chosen()
        if person is not None:
            self._refresh(await self._phones.put_out(self, person))

    @work(exclusive=True)
    async def action_merge(self) -> None:
        """Two names are one person: choose the other one."""
        person = self._chosen()
        if person is not None:
            self._refresh(await self._phones.merge(self, person))

    @work(exclusive=True)
    async def action_joining(self) -> None:
        """Let nobody new in by phone, or let people in again."""
        self._refresh(await self._phones.turn_joining())

    def _chosen(self) -> Participant | None:
        option = self.query_one("#people-list", OptionList).highlighted_option
        return self._room.facilitator_view.participants.get((option.id if option else "") or "")

    def action_describe(self) -> None:
        """Change a name or a role."""
        person = self._chosen()
        if person is None or self._room.facilitator_view.policy.anonymity == "anonymous":
            return
        name = Field("name", self._name_label(), person.name, self._name_hint(), "name")
        fields = (name, Field("role", _("Role"), person.role, kind="name"))

        def described(values: dict[str, str] | None) -> None:
            if values is not None:
                self._refresh(self._room.ask(Describe(person.id, values["name"], values["role"])))

        self.app.push_screen(FormScreen(_("Name and role"), fields), described)
