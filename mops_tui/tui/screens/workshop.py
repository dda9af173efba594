"""The workshop screen: what the room looks at, and the facilitator's keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from mops_tui.model import commands as cmd
from mops_tui.model.commands import Command
from mops_tui.model.flow import Advance, advance, back, forth
from mops_tui.model.grid import summary
from mops_tui.model.pace import pace
from mops_tui.model.state import View
from mops_tui.tui.actions import bindings
from mops_tui.tui.room import Room
from mops_tui.tui.screens.confirm import ChooseScreen
from mops_tui.tui.screens.workshop_time import TimeKeys
from mops_tui.tui.screens.workshop_votes import VoteKeys
from mops_tui.tui.screens.workshop_writing import WritingKeys
from mops_tui.tui.widgets.bodies.base import Look
from mops_tui.tui.widgets.bodies.reveal import RevealBody
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.tui.widgets.timer import TimerPanel
from mops_tui.tui.widgets.top_bar import TopBar
from mops_tui.words.i18n import _, ngettext

if TYPE_CHECKING:
    from mops_tui.tui.app import MopsApp

TICK = 0.5
"""Seconds between two looks at the clock."""


class WorkshopScreen(VoteKeys, WritingKeys, TimeKeys):
    """One running workshop."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("room", "timer", "write"),
        Binding("up", "roll(-3)", show=False),
        Binding("down", "roll(3)", show=False),
        Binding("f5", "here", show=False),
    ]

    def __init__(self, room: Room) -> None:
        """Take the room."""
        super().__init__()
        self.room = room
        self.look = Look()
        self._visible = room.seen
        self._asked: Advance | None = None
        self._viewed: tuple[str, str] | None = None
        self._troubled = False
        self._end: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """The bar, the room's view beside the timer, a line for words, the keys."""
        yield TopBar()
        with Horizontal(id="stage"):
            yield RoomView()
            yield TimerPanel()
        yield Static(id="message")
        yield Static(id="blank")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Follow the session, and the clock."""
        self._end = self.room.subscribe(self._changed)
        self.set_interval(TICK, self.tick)
        self._changed()

    def on_unmount(self) -> None:
        """Stop following."""
        if self._end is not None:
            self._end()
            self._end = None

    def _changed(self) -> None:
        """Something has happened: show what is durable of it."""
        if self._end is None:  # not mounted yet, or already gone
            return
        visible = self._visible = self.room.seen
        t = self.room.session.now()
        if visible.state.view.key != self._viewed:
            self._viewed = visible.state.view.key
            self.look = Look()
        self.query_one(RoomView).show(visible, self.look, t)
        self.query_one(TopBar).show(visible, t)
        self.query_one(TimerPanel).show(visible.state.timer, t)
        self.set_class(visible.state.blanked, "-blanked")
        self._say_saving()
        self.refresh_bindings()

    def tick(self) -> None:
        """Let the clocks go on; ring once when the timer has run out."""
        visible, t = self._visible, self.room.session.now()
        self.query_one(TopBar).show(visible, t)
        self.query_one(TimerPanel).show(visible.state.timer, t)
        self.ring(visible.state, t)
        self._say_saving()

    def _say_saving(self) -> None:
        saving = self.room.session.saving
        if saving.trouble:
            votes = ngettext("{n} vote not yet saved", "{n} votes not yet saved", saving.waiting)
            words = _("{votes}: {why}. F8 carries on in another folder.").format(
                votes=votes.format(n=saving.waiting), why=saving.trouble
            )
            self._troubled = True
            self.query_one("#message", Static).update(Content.styled(words, "bold $error"))
        elif self._troubled:
            self._troubled = False
            self.say(_("Everything is saved again."))

    def say(self, words: str, style: str = "") -> None:
        """Put a sentence on the line above the keys, until the next key."""
        self.query_one("#message", Static).update(Content.styled(words, style))

    def ask(self, *commands: Command) -> bool:
        """Carry commands out; say why not where one is refused."""
        self._asked = None
        refused = self.room.ask(*commands)
        self.say(refused, "$warning")
        return not refused

    def turn(self, look: Look) -> None:
        """Look at the present place in another way."""
        self.look = look
        self._changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what fits the place works, and stands in the footer."""
        if self._end is None:  # Textual may ask before the screen is mounted
            return True
        if self.state.phase == "closed":
            return action in ("leave", "help", "quit", "theme", "roll", "command_palette")
        allowed = self.fits(action)
        return super().check_action(action, parameters) if allowed else False

    def fits(self, action: str) -> bool:
        """Whether an action makes sense where the workshop stands."""
        state = self.state
        view = state.view
        round_ = state.round(view.name) if view.of == "question" else None
        phase = round_.phase if round_ else ""
        if action in ("hot_seat", "call_out", "add_option"):
            question = state.workshop.question(view.name)
            corrects = phase == "revealed" and round_ is not None and bool(round_.tally.size)
            may = phase == "open" or (corrects and action == "call_out")
            if action == "add_option":
                return may and bool(getattr(question, "open", False))
            return may and not view.back
        if action == "reveal":
            return phase in ("open", "closed") and not view.back
        if action == "revote":
            return phase == "revealed" and not view.back
        if action in ("leaf", "prompt"):
            return phase == "revealed"
        if action == "rounds":
            return len(state.rounds.get(view.name, ())) > 1
        if action == "why":
            return view.of == "grid" and state.policy.anonymity != "anonymous"
        if action in ("timer_more", "timer_stop"):
            return state.timer is not None
        if action == "skip":
            return view.of == "question" and not view.back
        if action == "save_elsewhere":
            return bool(self.room.session.saving.trouble)
        return True

    def action_next(self) -> None:
        """The next thing; what should be asked for twice is."""
        if self.state.view.back and not self.state.blanked:
            step = forth(self.state)
            if step is not None:
                self.ask(step)
            return
        made = advance(self.state)
        if self.room.session.saving.trouble and any(
            isinstance(command, cmd.Reveal) for command in made.commands
        ):
            self.say(_("The reveal waits until every vote is saved."), "bold $error")
            return
        if made.ask and self._asked != made:
            self._asked = made
            self.say(_questions(made), "bold $warning")
            return
        if made.ask == "close-session":
            self._close()
            return
        if self.ask(*made.commands):
            self._say_late()

    def _say_late(self) -> None:
        """Say it when a place is entered late, and what could be done about it."""
        now = pace(self.state, self.room.session.now())
        if now.late and self.state.view.of in ("brief", "question"):
            words = _("About {n} minutes late. The agenda, a, shows what could be dropped.")
            self.say(words.format(n=max(1, round(now.over / 60))), "$warning")

    def action_here(self) -> None:
        """Back to where the work is, from looking back or from a dark screen."""
        if self.state.blanked:
            self.ask(cmd.Blank(on=False))
        elif self.state.view.back:
            self.ask(cmd.Show(replace(self.state.place, back=False, prompt="")))

    def action_back(self) -> None:
        """Look back by one place."""
        step = back(self.state)
        if step is not None:
            self.ask(step)
            self.say(_("Looking back. Space goes forward again, F5 returns at once."))

    def action_leaf(self) -> None:
        """Turn the page of a revealed question."""
        body = self.query_one(RoomView).body
        leaves = body.leaves if isinstance(body, RevealBody) else ("votes",)
        here = leaves.index(self.look.leaf) if self.look.leaf in leaves else 0
        self.turn(replace(self.look, leaf=leaves[(here + 1) % len(leaves)]))

    def action_rounds(self) -> None:
        """Turn through the revealed rounds."""
        state = self.room.seen.state
        rounds = state.rounds.get(state.view.name, ())
        shown = [r.number for r in rounds if r.phase == "revealed"]
        if shown:
            here = self.look.round or (rounds[-1].number)
            earlier = [n for n in shown if n < here]
            back_to = earlier[-1] if earlier else 0
            self.turn(replace(self.look, round=back_to))

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one(RoomView).roll(by)

    def action_quadrant(self) -> None:
        """Look at the next grid; after the last, back to the work."""
        grids = [grid.id for grid in self.state.workshop.grids]
        if not grids:
            self.say(_("No scenario of this workshop has a grid."))
            return
        view = self.state.view
        at = grids.index(view.name) + 1 if view.of == "grid" else 0
        if at < len(grids):
            self.ask(cmd.Show(View("grid", grids[at], back=True)))
        else:
            self.ask(cmd.Show(replace(self.state.place, back=False, prompt="")))

    def action_why(self) -> None:
        """Explain the next mark; after the last, the figures again."""
        state = self.room.seen.state
        found = summary(state, state.view.name)
        people = [mark.participant for mark in found.leaning] if found else []
        if not people:
            self.say(_("Nobody leans anywhere yet: a mark takes three answers on an axis."))
        at = people.index(self.look.why) + 1 if self.look.why in people else 0
        self.turn(replace(self.look, why=people[at] if at < len(people) else ""))

    def action_blank(self) -> None:
        """Turn the screen dark, or back on."""
        self.ask(cmd.Blank(on=not self.state.blanked))

    def action_undo(self) -> None:
        """Take the last thing back."""
        if self.ask(cmd.Undo()):
            self.say(_("Taken back. The journal keeps both."))

    @work
    async def action_leave(self) -> None:
        """Pause, or close."""
        if self.state.phase == "closed":
            await self._go_home()
            return
        answers = (
            ("pause", _("Pause and go home: resume at any time")),
            ("close", _("Close the workshop for good")),
            ("stay", _("Stay")),
        )
        chosen = await self.app.push_screen_wait(ChooseScreen(_("Leave the room?"), "", answers))
        if chosen == "close":
            self._close()
        elif chosen == "pause":
            await self._go_home()

    def _close(self) -> None:
        if self.state.place.of != "workshop":
            self.ask(cmd.Show(View("workshop")))
        if self.ask(cmd.Close()):
            words = _("Closed and saved: {file}").format(file=self.room.session.path.name)
            self.say(words, "bold $success")

    async def _go_home(self) -> None:
        app = cast("MopsApp", self.app)
        saved = await self.room.finish()
        if not saved:
            waiting = self.room.session.saving.waiting
            words = ngettext(
                "{n} vote could not be saved.", "{n} votes could not be saved.", waiting
            )
            app.notify(words.format(n=waiting), severity="error", timeout=20, markup=False)
        app.room = None
        self.dismiss()


def _questions(made: Advance) -> str:
    """What is asked before something goes on, in a sentence."""
    if made.ask == "votes-missing":
        return ngettext(
            "{n} vote is missing. Space again closes the vote.",
            "{n} votes are missing. Space again closes the vote.",
            made.missing,
        ).format(n=made.missing)
    if made.ask == "nobody-voted":
        return _("Nobody has voted: h hot seat, g call-outs. Space again goes on without.")
    if made.ask == "no-decision":
        return _("No decision is written down: d does it. Space again goes on without.")
    return _("Space again closes the workshop. Everything is saved.")
