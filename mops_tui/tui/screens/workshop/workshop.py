"""The workshop screen: what the room looks at, and the facilitator's keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.commands import Command
from mops_tui.model.session.state import Look, View
from mops_tui.storage.locking.presence import StagePresence
from mops_tui.tui.keys.actions import bindings
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.dialogs.losing import before_losing
from mops_tui.tui.screens.workshop.moves import MoveKeys
from mops_tui.tui.screens.workshop.time import TimeKeys
from mops_tui.tui.screens.workshop.votes import VoteKeys
from mops_tui.tui.screens.workshop.writing import WritingKeys
from mops_tui.tui.widgets.bodies.base import WIDE
from mops_tui.tui.widgets.console import Console
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.tui.widgets.timer import TimerPanel
from mops_tui.tui.widgets.top_bar import TopBar
from mops_tui.words.files.saving import leaving_waits, not_saved, where_kept
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

TICK = 0.5
"""Seconds between two looks at the clock."""
UNSEEN = frozenset({"undo", "revote", "reveal", "skip"})
"""What changes the record and asks nothing: not while nobody sees what it does."""
LEAVING_SECONDS = 1.0
"""After so long leaving says what it waits for."""
STAGE_TICKS = 4
"""After so many ticks the screen looks whether a stage is open."""


class WorkshopScreen(MoveKeys, VoteKeys, WritingKeys, TimeKeys):
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
        self._visible = room.seen
        self._trouble_said = ""
        self._leaving = self._finished = False
        self._staged = False
        self._ticks = 0
        self._end: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """The bar, the room's view beside the timer, a line for words, the keys."""
        yield TopBar()
        with Horizontal(id="stage"):
            yield RoomView(keys=True)
            yield TimerPanel(keys=True)
            yield Console()
        yield Static(id="message")
        yield Static(id="blank")
        yield Footer()

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
        shown = self._visible = self.room.seen
        t = self.room.session.now()
        self.query_one(RoomView).show(shown, shown.look, t)
        self.query_one(TopBar).show(shown, t)
        self.query_one(TimerPanel).show(shown.timer, t)
        self._show_console()
        self.set_class(self.dark, "-blanked")
        self.forget_stale()
        self._say_saving()
        self.refresh_bindings()

    @property
    def dark(self) -> bool:
        """This screen is dark. Where there is a stage, that one is, and the facilitator's stays."""
        return self._visible.blanked and not self._staged

    def tick(self) -> None:
        """Let the clocks go on; ring once when the timer has run out."""
        shown, t = self._visible, self.room.session.now()
        self.query_one(TopBar).show(shown, t)
        self.query_one(TimerPanel).show(shown.timer, t)
        self.ring(shown, t)
        self._say_saving()
        self._look_for_stage()

    def _look_for_stage(self) -> None:
        """Whether the room has a screen of its own: then this one is the facilitator's alone."""
        self._ticks += 1
        if self._ticks % STAGE_TICKS:
            return
        staged = StagePresence(self.room.session.path).is_open()
        if staged != self._staged:
            self._staged = staged
            self.room.may_see_cues = staged
            self.room.seat_unseen = False
            words = _("A stage is open: the room sees it, and this screen is yours alone.")
            self.say(words if staged else _("The stage is closed: the room may see this screen."))
            self._changed()

    def _show_console(self) -> None:
        console = self.query_one(Console)
        console.display = self._staged and self.app.size.width >= WIDE
        if console.display:
            console.show(self.room.saved_for("facilitator"), self.room.session.now())

    def _say_saving(self) -> None:
        saving = self.room.session.saving
        if self._leaving:
            return  # the line says what leaving waits for
        if saving.trouble:
            words = not_saved(saving)
            # Said again only when it changes: an answer to a key may stand there meanwhile.
            if words != self._trouble_said:
                self._trouble_said = words
                self.refresh_bindings()  # F8 works now
                self.query_one("#message", Static).update(Content.styled(words, "bold $error"))
        elif self._trouble_said:
            self._trouble_said = ""
            self.say(_("Everything is saved again: {file}").format(file=self.room.session.path))

    def say(self, words: str, style: str = "") -> None:
        """Put a sentence on the line above the keys, until the next key."""
        self.asked = None  # a question that nobody can read any more is not answered either
        self.query_one("#message", Static).update(Content.styled(safe(words), style))

    def ask(self, *commands: Command) -> bool:
        """Carry commands out; say why not where one is refused."""
        self.asked = None
        refused = self.room.ask(*commands)
        self.say(refused, "$warning")
        return not refused

    def turn(self, look: Look) -> None:
        """Look at the present place in another way: the room does, wherever it looks."""
        self.ask(cmd.TurnPage(look))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what fits the place works, and stands in the footer."""
        if self._end is None:  # Textual may ask before the screen is mounted
            return True
        if self._leaving:
            return False
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
        if action in UNSEEN and self.dark:
            return False
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
            return phase in ("revealed", "closed") and not view.back
        if action in ("page", "prompt", "tell_first", "tell_look_for"):
            return phase == "revealed"
        if action == "rounds":
            return len(state.rounds.get(view.name, ())) > 1
        if action == "why":
            return view.of == "grid" and state.policy.anonymity != "anonymous"
        if action == "quadrant":
            return state.place.of != "lobby"
        if action in ("timer_more", "timer_stop"):
            return state.timer is not None
        if action == "skip":
            return view.of == "question" and not view.back
        if action == "save_elsewhere":
            return bool(self.room.session.saving.trouble)
        return True

    @work
    async def action_leave(self) -> None:
        """Return from looking back; else pause, or close."""
        if self.state.phase == "closed":
            await self._go_home()
            return
        if self.state.view.back:
            self.action_here()
            return
        answers = (
            ("pause", _("Pause and go home: resume at any time")),
            ("close", _("Close the workshop for good")),
            ("stay", _("Stay")),
        )
        chosen = await self.app.push_screen_wait(
            ChooseScreen(_("Leave the room?"), self._hidden_votes(), answers)
        )
        if chosen == "close":
            self.close_workshop()
        elif chosen == "pause":
            await self._go_home()

    def _hidden_votes(self) -> str:
        """A word of warning while votes are in that nobody has seen."""
        rounds = (rounds[-1] for rounds in self.room.facilitator_view.rounds.values())
        hidden = sum(one.voted for one in rounds if one.phase != "revealed")
        if not hidden:
            return ""
        return ngettext(
            "{n} vote is in and not revealed. Once closed, it stays hidden.",
            "{n} votes are in and not revealed. Once closed, they stay hidden.",
            hidden,
        ).format(n=hidden)

    def _say_waiting(self) -> None:
        self.say(leaving_waits(self.room.session.saving), "bold $warning")

    def close_workshop(self) -> None:
        """End the workshop, on its summary."""
        elsewhere = self.state.place.of != "workshop"
        show: tuple[Command, ...] = (cmd.Show(View("workshop")),) if elsewhere else ()
        if self.ask(*show, cmd.Close()):
            words = _("Closed and saved: {file}").format(file=self.room.session.path.name)
            self.run_worker(self.say_saved(words, "bold $success"))

    async def _go_home(self) -> None:
        if self.room.unsaved:
            before_losing(self.host, self.room, self._leave)
        else:
            await self._leave()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave the room; whoever asks for it, the session is paused and saved first."""
        if self._finished:
            return super().dismiss(result)
        self.run_worker(self._leave())
        return AwaitComplete()

    async def _leave(self) -> None:
        if self._leaving:
            return
        self._leaving = True
        self.say(_("Leaving …"))
        told = self.set_timer(LEAVING_SECONDS, self._say_waiting)
        if not await self.room.finish():
            self.host.notify(where_kept(self.room.rescue), severity="error", timeout=20)
        told.stop()
        self.host.room, self.host.left = None, self.room.session.path
        self._finished = True
        self.close_above()  # whatever was opened while the disk took its time
        self.dismiss()
