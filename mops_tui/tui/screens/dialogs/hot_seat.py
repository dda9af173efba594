"""The hot seat: people vote in private, one after another at one keyboard.

The facilitator's keys are dead here. Between two people the screen covers itself; a stored
answer is never shown, and changing one begins with an empty ballot.
"""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.people.roster import one_person
from mops_tui.model.session.arriving import arrival
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.commands import CastVote
from mops_tui.model.session.events import Via
from mops_tui.model.session.state import SessionState
from mops_tui.model.text.limits import MOST_NAME
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.taking_back import which_called
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.vote import ask_text
from mops_tui.tui.widgets.fields import FieldNotice, LineField
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.pads import pad_for
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted, Pad
from mops_tui.tui.widgets.slot import Slot
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

SOMEBODY_NEW = "*new"
BY_PHONE = "*phone"


class HotSeatScreen(MopsScreen[None]):
    """Asks who votes, shows an empty ballot, and covers the screen again."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", _("Back")),
    ]
    PRIVATE = True  # the program's own keys have no business here while somebody votes

    def __init__(self, room: Room, ref: str, via: Via = "seat") -> None:
        """Take the question; `via` is "called" when the facilitator keys what was said."""
        super().__init__()
        self._room = room
        self._ref = ref
        self._via = via
        self._who = ""
        self._anew = ""
        self._turn = 0
        self._storing = False
        self._phones_listed = False

    def compose(self) -> ComposeResult:
        """The cover, the ballot, a line for what is missing."""
        yield Static(id="seat-head")
        with Vertical(id="cover"):
            yield Static(id="cover-text")
            yield OptionList(id="cover-list", markup=False)
            yield LineField(id="cover-name", most=MOST_NAME)
        yield Slot(id="ballot-box")
        yield Static(id="seat-message")
        yield Footer()

    async def on_mount(self) -> None:
        """Begin covered."""
        await self._cover_up("")

    def _question(self) -> QuestionBase | None:
        return self._room.facilitator_view.question(self._ref)

    async def _cover_up(self, words: str) -> None:
        """Cover the screen and ask who is next."""
        self._who = self._anew = ""
        self._phones_listed = False
        self._turn += 1
        self.turned()
        self.query_one("#ballot-box").display = False
        await self.query_one("#ballot-box", Slot).hold()
        self.query_one("#cover").display = True
        self.query_one("#cover-name").display = False
        self.query_one("#seat-head", Static).update(self._head())
        self._tell(words)
        self._say("")
        self._list()

    def _tell(self, words: str) -> None:
        """What the cover says: words, and who is asked for."""
        lines = [Content.styled(safe(words), "bold $success"), Content("")] if words else []
        called = _("Whose vote do you enter?")
        seat = _("The keyboard is yours. Who are you?")
        lines.append(Content.styled(called if self._via == "called" else seat, "bold"))
        self.query_one("#cover-text", Static).update(Content("\n").join(lines))

    def _head(self) -> Content:
        state = self._room.seen  # what is saved: a vote that is merely decided is no vote yet
        round_ = state.round(self._ref)
        question = self._question()
        if round_ is None or question is None:
            return Content("")
        voted = ngettext("{n} of {m} has voted", "{n} of {m} have voted", round_.voted)
        return Content.assemble(
            (_("Hot seat") if self._via == "seat" else _("Called out"), "bold $accent"),
            ("   " + safe(question.title), "bold"),
            ("   " + voted.format(n=round_.voted, m=state.eligible(round_)), "$success"),
        )

    def _list(self) -> None:
        """Who is here, those first who have not voted."""
        state = self._room.facilitator_view
        voted, saved = _voters(state, self._ref), _voters(self._room.seen, self._ref)
        phoned = _by_phone(state, self._ref)
        listed = self.query_one("#cover-list", OptionList)
        listed.display = True
        listed.clear_options()
        hidden = frozenset[str]() if self._phones_listed else phoned
        here = [p for p in state.participants.values() if p.present]
        present = [p for p in here if p.id not in hidden]
        present.sort(key=lambda p: (p.id in voted, p.seat))
        new = Option(Content.styled(self._new_words(), "italic"), id=SOMEBODY_NEW)
        waiting = [person for person in present if person.id not in voted]
        for person in present:
            if person.id in voted and new not in listed.options:
                listed.add_option(new)
            role = f"  {safe(person.role)}" if person.role else ""
            mark = ("● ", "$success") if person.id in saved else ("○ ", "$text-muted")
            note = _("   voted; choose to vote again") if person.id in saved else ""
            if person.id in phoned:
                note = _("   voted by phone; choose to vote again")
            if person.id in voted and person.id not in saved:
                note = _("   being saved")
            listed.add_option(
                Option(
                    Content.assemble(
                        mark, participant_label(state, person.id), (role, "$text-muted"),
                        (note, "$text-muted"),
                    ),
                    id=person.id,
                )
            )  # fmt: skip
        if len(waiting) == len(present):
            listed.add_option(new)
        if len(present) < len(here):
            n = len(here) - len(present)
            words = ngettext(
                "{n} has voted by phone. Choose this to see who",
                "{n} have voted by phone. Choose this to see who",
                n,
            ).format(n=n)
            sign = Content.assemble(("● ", "$success"), (words, "$text-muted"))
            listed.add_option(Option(sign, id=BY_PHONE))
        listed.highlighted = 0
        listed.focus()

    def _new_words(self) -> str:
        state = self._room.facilitator_view
        if state.policy.anonymity == "anonymous" or state.seated < state.head_count:
            return _("Take the next free seat")
        return _("Somebody who has just arrived")

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a ballot for the person who was chosen, or ask for a new name."""
        participant = event.option_id or ""
        if self._who:
            return  # the cover is off already: this is the same choice once more
        if participant == SOMEBODY_NEW:
            await self._new_person()
        elif participant == BY_PHONE:
            self._phones_listed = True
            self.turned()
            self._list()
            self._say(
                _("People who voted by phone are at the end. Choose a name to vote again here.")
            )
        elif (
            participant in _voters(self._room.facilitator_view, self._ref)
            and self._anew != participant
        ):
            # An Enter too many must not begin to overwrite a neighbour's vote.
            self._anew = participant
            self.turned()
            name = participant_label(self._room.facilitator_view, participant)
            words = _("{name} has voted. Enter again to vote again.")
            if participant in _by_phone(self._room.facilitator_view, self._ref):
                words = _("{name} has voted by phone. Enter again to vote here instead.")
            self._say(words.format(name=name))
        elif participant:
            await self._open(participant)

    async def _new_person(self) -> None:
        self._turn += 1
        self.turned()
        if self._room.facilitator_view.policy.anonymity == "anonymous":
            await self._join("")
            return
        name = self.query_one("#cover-name", LineField)
        name.value = ""
        named = self._room.facilitator_view.policy.anonymity == "named"
        name.placeholder = (
            _("Your name, or nothing for a seat number, then Enter")
            if named
            else _("A handle of your choice, then Enter")
        )
        name.display = True
        self.query_one("#cover-list").display = False
        name.focus()

    async def on_input_submitted(self, event: LineField.Submitted) -> None:
        """A new name, perhaps with a role behind a comma."""
        if event.input.id == "cover-name" and not self._who:
            event.stop()
            await self._join(event.value)

    async def _join(self, text: str) -> None:
        one = one_person(text)
        name, role = one.name, one.role
        seat = arrival(self._room.facilitator_view, self._room.new_id("p"), name, role)
        participant = seat.participant
        refused = self._room.ask(seat)
        if refused:
            self._say(refused)
            return
        round_ = self._room.facilitator_view.round(self._ref)
        if round_ is not None and participant in round_.votes:
            # A name that is typed must not begin to overwrite the vote of whoever has it.
            await self._cover_up("")
            words = _("{name} is back, and has voted. Choose the name to vote again.")
            if participant in _by_phone(self._room.facilitator_view, self._ref):
                self._phones_listed = True
                self._list()
                words = _("{name} has voted by phone. Choose the name to vote here instead.")
            self._say(
                words.format(name=participant_label(self._room.facilitator_view, participant))
            )
            return
        await self._open(participant)

    async def _open(self, participant: str) -> None:
        """Uncover an empty ballot for one person."""
        question = self._question()
        if question is None:
            return
        self._who = participant
        self._turn += 1
        self.turned()
        state = self._room.facilitator_view
        round_ = state.round(self._ref)
        self.query_one("#cover").display = False
        box = self.query_one("#ballot-box", Slot)
        box.display = True
        pad = pad_for(question, state.workshop)
        ask = ask_text(question, round_)
        name = Content.styled(participant_label(state, participant), "bold $accent")
        await box.hold(Static(Content.assemble(name, "  ", ask), classes="seat-ask"), pad)
        pad.focus()
        self._say(pad.hint if isinstance(pad, Pad) else "")

    def on_field_notice(self, event: FieldNotice) -> None:
        """Show what a field changed or cut of a paste."""
        self._say(event.words)

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        """Say what is missing in the ballot."""
        self.turned()
        self._say(event.words)

    def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        """A ballot: cover at once, then store it. It is handed in once."""
        if self._who and not self._storing:
            self._storing = True
            self._store(self._who, event.ballot)

    @work
    async def _store(self, participant: str, ballot: Ballot) -> None:
        try:
            await self._hand_in(participant, ballot)
        finally:
            self._storing = False

    async def _hand_in(
        self, participant: str, ballot: Ballot, take_back: tuple[tuple[str, str], ...] = ()
    ) -> None:
        refused = self._room.ask(CastVote(self._ref, participant, ballot, self._via, take_back))
        if refused:
            round_ = self._room.facilitator_view.round(self._ref)
            called = round_ is not None and round_.tally.size and participant not in round_.votes
            if called and not take_back:
                called_votes = await which_called(self, self._room, self._ref)
                if called_votes:
                    await self._hand_in(participant, ballot, called_votes)
                    return
            if take_back:
                # One guess: the next would tell a little more of what was called out.
                await self._cover_up("")
            self._say(refused)
            return
        name = participant_label(self._room.facilitator_view, participant)
        await self._cover_up(_("Saving …"))
        self._storing = False  # the next may vote while a slow disk takes its time
        turn = self._turn
        await self._room.settled()
        if self._turn == turn:  # and nobody has begun meanwhile: a slow disk disturbs no one
            self._tell(_("{name}: your vote is in and saved.").format(name=name))
            self._mark_saved()

    def _mark_saved(self) -> None:
        """What is saved by now counts, and is marked; whoever is being chosen stays chosen."""
        self.query_one("#seat-head", Static).update(self._head())
        listed = self.query_one("#cover-list", OptionList)
        if not listed.display:  # somebody new is typing a name
            return
        option = listed.highlighted_option
        self._list()
        if option is not None and option.id in [one.id for one in listed.options]:
            listed.highlighted = listed.get_option_index(option.id or "")

    async def action_step_back(self) -> None:
        """From a ballot to the cover, nothing stored; from the cover to the room."""
        name = self.query_one("#cover-name")
        if self._who or name.display:
            await self._cover_up("")
        else:
            self.dismiss(None)

    def _say(self, words: str) -> None:
        self.query_one("#seat-message", Static).update(Content(safe(words)))


def _voters(state: SessionState, ref: str) -> frozenset[str]:
    """Who has voted in the latest round."""
    round_ = state.round(ref)
    return frozenset(round_.voters) if round_ is not None else frozenset()


def _by_phone(state: VisibleState, ref: str) -> frozenset[str]:
    """Who has voted by phone in the latest round."""
    round_ = state.round(ref)
    if round_ is None:
        return frozenset()
    return frozenset(who for who, vote in round_.votes.items() if vote.via == "phone")
