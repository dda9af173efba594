"""Set a workshop up: which scenarios, then who is in the room. Enter, Enter, and it starts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Paste
from textual.widgets import (
    Button,
    ContentSwitcher,
    RadioSet,
    Static,
)

from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.people.roster import Person, RosterReading, as_lines, read, read_roster, seated
from mops_tui.model.session.before import Before
from mops_tui.model.session.header import Policy
from mops_tui.model.text.blank import blank
from mops_tui.model.text.limits import MOST_NAME
from mops_tui.storage.packs.packs import Library
from mops_tui.tui.destinations import CheckRoom
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.dialogs.confirm import ConfirmScreen
from mops_tui.tui.screens.dialogs.preview import PreviewScreen
from mops_tui.tui.screens.home.agenda_choice import AgendaChoice
from mops_tui.tui.screens.home.goes_on_from import GoesOnFrom
from mops_tui.tui.screens.home.workshop_setup import WorkshopSetup, new_header
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.fields import FieldNotice, LineField, NumberField, PeopleField
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.ticks import ChoiceButton, Tick, TickList
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

DEFAULT_HEADS = 8
MOST_TOLD = 300
"""The cells of a list of names in a question."""
FAR = 2
"""Minutes of more than so many times the budgets, or of under such a part of them, get a word."""
ANONYMITIES: tuple[Anonymity, ...] = ("named", "pseudonyms", "anonymous")


class SetupScreen(MopsScreen[WorkshopSetup | None]):
    """Two pages, each a press of Enter long when the defaults suit."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("Back")),
        Binding("f2,ctrl+s", "go_on", _("Continue")),
        Binding("f4", "check_room", _("Check the room")),
        Binding("f6", "continues", _("Last time")),
    ]

    _said_first = ("", "")

    def __init__(
        self,
        library: Library,
        workshop: str,
        sessions: Path,
        before: Before | None = None,
        people: tuple[Person, ...] = (),
    ) -> None:
        """Take what is at hand.

        Args:
            library: The packs.
            workshop: The workshop that was picked, "" for an own agenda.
            sessions: Where the user's sessions are: this one may go on from one of them.
            before: What the session left that was named on the command line.
            people: Who had a seat there.
        """
        super().__init__()
        self._goes_on_from = GoesOnFrom(sessions, before, people)
        self._agenda = AgendaChoice(library, workshop)
        self._counted = False
        self._asked_about: tuple[Person, ...] = ()

    def compose(self) -> ComposeResult:
        """The two pages."""
        yield Static(Content(self._agenda.heading), id="setup-title")
        with ContentSwitcher(initial="what", id="setup-pages"):
            with Vertical(id="what"):
                yield from self._what()
            with Vertical(id="who"):
                yield from self._who()
        yield Static("", id="setup-message")
        yield Footer()

    def _what(self) -> ComposeResult:
        with Horizontal(classes="row"):
            yield Static(Content(_("Title")), classes="field")
            yield LineField(self._agenda.default_title, id="title", most=MOST_NAME)
        with Horizontal(classes="row"):
            yield Static(Content(_("Follows")), classes="field")
            yield self._goes_on_from
        yield Static(Content(_("Agenda: space ticks and unticks")), classes="field-above")
        yield TickList(self._rows(), id="agenda-list")
        with Horizontal(classes="row"):
            yield Static(Content(_("Minutes")), classes="field")
            yield NumberField(str(self._agenda.default_minutes), id="minutes")
            yield Static("", id="agenda-sum")
        yield Button(_("Continue: who is in the room?"), id="continue", variant="primary")

    def _who(self) -> ComposeResult:
        with Horizontal(id="who-columns"):
            with Vertical(id="who-left"):
                with Horizontal(classes="row"):
                    yield Static(Content(_("How many people")), classes="field wide")
                    yield NumberField(str(DEFAULT_HEADS), id="heads", most=4)
                words = _("who they are, a line each: Name, role")
                yield Static(Content(words), classes="field-above", id="names-label")
                yield PeopleField(id="names")
            with VerticalScroll(id="who-right", can_focus=False):
                yield Static(Content(_("Who sees who voted what")), classes="field-above")
                with RadioSet(id="anonymity"):
                    yield ChoiceButton(Content(_("named: names are shown")), value=True)
                    yield ChoiceButton(Content(_("pseudonyms: chosen handles")))
                    yield ChoiceButton(Content(_("anonymous: seat numbers only")))
                yield Static(Content(_order_note()), classes="fine-print")
                with Horizontal(classes="row"):
                    yield Static(Content(_("Majority from %")), classes="field wide")
                    yield NumberField("75", id="majority")
                with Horizontal(classes="row"):
                    yield Static(Content(_("Agreement (of 100)")), classes="field wide")
                    yield NumberField("50", id="agreement")
                with Horizontal(classes="row"):
                    yield Static(Content(_("Quorum from %")), classes="field wide")
                    yield NumberField("80", id="quorum")
                yield Tick(Content(_("Timer starts at each reveal")), id="auto-timer")
        yield Button(_("Start the workshop"), id="start", variant="primary")

    def on_mount(self) -> None:
        """Let Enter go on at once, and space tick."""
        self._sum_up()
        self.query_one("#agenda-list").focus()

    def on_input_changed(self, event: NumberField.Changed) -> None:
        """Somebody counts heads: what stands there from the beginning is nobody's count."""
        if event.input.id == "heads" and event.value.strip() != str(DEFAULT_HEADS):
            self._counted = True
        elif event.input.id == "minutes":
            self._sum_up()

    def on_radio_set_changed(self, event: RadioSet.Changed) -> None:
        """Say what becomes of the list of names."""
        words = {
            "named": _("who they are, a line each: Name, role"),
            "pseudonyms": _("a list is only counted: handles are chosen later"),
            "anonymous": _("a list is only counted: no name is kept"),
        }[ANONYMITIES[max(0, event.index)]]
        self.query_one("#names-label", Static).update(Content(words))

    def _rows(self) -> list[tuple[str, Content, bool]]:
        ticked = {scenario.id for scenario in self._agenda.ticked_at_first()}
        rows = []
        for scenario in self._agenda.offered():
            minutes = (f"{round(self._agenda.minutes(scenario.id)):>3}′  ", "$text-muted")
            line = Content.assemble(minutes, safe(scenario.title, 34))
            rows.append((scenario.id, line, scenario.id in ticked))
        return rows

    def on_tick_list_changed(self) -> None:
        """Another agenda has another length."""
        self._sum_up()

    def on_tick_list_go_on(self) -> None:
        """Enter in the list goes on."""
        self.action_go_on()

    def _sum_up(self) -> None:
        total = round(self._agenda.whole(self._ticked()))
        typed = self.query_one("#minutes", NumberField).value.strip()
        counted = re.fullmatch("[0-9]{1,6}", typed) and typed != str(self._agenda.default_minutes)
        words = _unlike(int(typed), total) if counted else ""
        self.query_one("#agenda-sum").set_class(bool(words), "-unlike")
        words = words or ngettext(
            "{n} scenario: {minutes} minutes with breaks and end.",
            "{n} scenarios: {minutes} minutes with breaks and end.",
            len(self._ticked()),
        ).format(n=len(self._ticked()), minutes=total)
        self.query_one("#agenda-sum", Static).update(Content(words))

    def _ticked(self) -> list[str]:
        return self.query_one("#agenda-list", TickList).ticked

    def on_input_submitted(self) -> None:
        """Enter in a field goes on."""
        self.action_go_on()

    def on_button_pressed(self) -> None:
        """The button of the page."""
        self.action_go_on()

    def action_back(self) -> None:
        """To the page before, or home."""
        pages = self.query_one("#setup-pages", ContentSwitcher)
        if pages.current == "who":
            pages.current = "what"
            self.query_one("#agenda-list").focus()
        elif not self._asks_first(_("Esc again goes home, and drops your list of people.")):
            self.dismiss(None)

    def asks_before_quit(self) -> bool:
        """A list of people is not lost without a word."""
        words = _("{key} again leaves the program, and drops your list of people.")
        return self._asks_first(words.format(key=self.host.key_of("quit")))

    def _asks_first(self, words: str) -> bool:
        """Whether somebody is listed whom leaving would drop, and that is said only now."""
        typed = self.query_one("#names", PeopleField).text.strip()
        if not typed or self._said_first == (words, typed):
            return False
        self._said_first = (words, typed)
        self._say(words)
        self.turned()
        return True

    def action_go_on(self) -> None:
        """To the second page; from there into the room."""
        pages = self.query_one("#setup-pages", ContentSwitcher)
        if pages.current == "what":
            if not self._ticked():
                self._say(_("Tick at least one scenario."))
                return
            if self._number("minutes", 1, 960) is None:
                return
            self._say("")
            pages.current = "who"
            self.query_one("#start").focus()
            self._offer_people()
            return
        chosen = self._chosen()
        names = self.query_one("#names", PeopleField)
        if chosen is None:
            return
        if not names.text.strip():
            self.dismiss(chosen)
            return
        reading = read(names.text)

        def taken(takes: bool | None) -> None:
            if takes:
                self.dismiss(chosen)
            else:
                names.focus()

        left_out = (*names.left_out, *reading.left_out)
        note = _list_note(chosen.header.policy.anonymity)
        self.app.push_screen(PreviewScreen(RosterReading(reading.people, left_out), note), taken)

    def _offer_people(self) -> None:
        """Ask once whether those who were there last time are the list: nothing is guessed."""
        people, names = self._goes_on_from.people, self.query_one("#names", PeopleField)
        if not people or people == self._asked_about or names.text.strip():
            return
        self._asked_about = people

        def answered(takes: bool | None) -> None:
            if takes:
                names.load_text(as_lines(people))
                names.focus()

        one = ngettext(
            "One person had a seat last time: {who}. Add whoever called out without one.",
            "{n} people had a seat last time: {who}. Add whoever called out without one.",
            len(people),
        )
        who = safe(", ".join(person.name for person in people), MOST_TOLD)
        self.app.push_screen(
            ConfirmScreen(
                _("The same people as last time?"),
                one.format(n=len(people), who=who),
                yes=_("Put them on the list; whoever is absent can be taken out"),
                no=_("No: leave the list empty"),
            ),
            answered,
        )

    def action_continues(self) -> None:
        """Name the session that this one goes on from."""
        self._goes_on_from.choose()

    def action_check_room(self) -> None:
        """See whether phones reach this laptop; what stands here stays."""
        self.go_to(CheckRoom())

    def on_field_notice(self, event: FieldNotice) -> None:
        """Show what a field changed or cut of a paste."""
        self._say(event.words)

    def on_paste(self, event: Paste) -> None:
        """A list that is pasted beside the fields is the list of people."""
        if self.query_one("#setup-pages", ContentSwitcher).current == "who":
            names = self.query_one("#names", PeopleField)
            names.focus()
            names.post_message(Paste(event.text))

    def _say(self, words: str) -> None:
        self.query_one("#setup-message", Static).update(Content(words))

    def _number(self, field: str, least: int, most: int) -> int | None:
        box = self.query_one(f"#{field}", NumberField)
        if re.fullmatch("[0-9]{1,6}", box.value.strip()) and least <= int(box.value) <= most:
            return int(box.value)
        self._say(_("Give a number from {least} to {most}.").format(least=least, most=most))
        box.focus()
        return None

    def _chosen(self) -> WorkshopSetup | None:
        index = max(0, self.query_one("#anonymity", RadioSet).pressed_index)
        anonymity = ANONYMITIES[index]
        people = read_roster(self.query_one("#names", PeopleField).text)
        # A head count that was typed stands beside the names: some people have no seat of theirs.
        counted = self._counted and self.query_one("#heads", NumberField).value.strip()
        shares = [self._number(name, 0, 100) for name in ("majority", "agreement", "quorum")]
        minutes = self._number("minutes", 1, 960)
        heads = self._number("heads", 1, 5000) if counted or not people else len(people)
        if minutes is None or heads is None or any(share is None for share in shares):
            return None
        majority, agreement, quorum = ((share or 0) / 100 for share in shares)
        policy = Policy(
            anonymity=anonymity,
            majority=majority,
            agreement=agreement,
            quorum=quorum,
            discussion_timer=self.query_one("#auto-timer", Tick).value,
        )
        roster = seated(people, anonymity)
        title = self.query_one("#title", LineField).value.strip()
        title = _("Our workshop") if blank(title) else title
        header = new_header(
            title, self._agenda.workshop(self._ticked(), minutes), policy, self._goes_on_from.before
        )
        heads = max(heads, len(people))
        return WorkshopSetup(header, heads if heads > len(roster) else 0, roster)


def _unlike(minutes: int, budgets: int) -> str:
    """That the minutes are far from what the scenarios take: a slip, perhaps; "" where they fit."""
    if minutes > budgets * FAR:
        words = _("Far more than the {minutes} minutes it all takes.")
    elif minutes * FAR < budgets:
        words = _("Far less than the {minutes} minutes it all takes.")
    else:
        return ""
    return words.format(minutes=budgets) if budgets else ""


def _list_note(anonymity: Anonymity) -> str:
    """What becomes of a list of names in such a room."""
    return {
        "named": "",
        "pseudonyms": _("The list is only counted: no name is kept, handles are chosen later."),
        "anonymous": _(
            "The list is only counted: no name is kept. A role is, where five "
            "people or more have it."
        ),
    }[anonymity]


def _order_note() -> str:
    return _("Whatever you choose, the session file keeps the order in which ballots came in.")
