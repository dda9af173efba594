"""A replay: the room's screens, driven by the journal."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import View
from mops_tui.sources.growing import AskedAside, GrowingSession, Growth
from mops_tui.sources.replay import Player, Recording
from mops_tui.tui.destinations import Replay
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.replay.account import AccountScreen
from mops_tui.tui.screens.replay.caption import chapter_line, happened_lines, reason_lines, warnings
from mops_tui.tui.screens.replay.chapters import ChaptersScreen
from mops_tui.tui.screens.replay.looking import LookingScreen
from mops_tui.tui.screens.replay.moving import MovingKeys
from mops_tui.tui.screens.replay.what_if import WhatIf
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.tui.widgets.put import put
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.tui.widgets.transport import TransportBar
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.i18n import _

FRAME = 1 / 20
"""Seconds between two looks at the clock."""
GROWTH = 0.2
"""Seconds between two looks at whether somebody goes on writing the session."""
LOOKS_AT_WRITER = 5
"""After so many looks it is asked whether there is still a writer, at the end of the file."""
PAUSE = 1.0
"""Seconds after Esc has closed or taken off something, in which the next one does not leave."""


class ReplayScreen(MovingKeys, LookingScreen):
    """Plays a session back; it writes nothing. Each state is the fold of the events so far."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("replay"),
        Binding("up", "roll(-3)", _("Scroll up"), show=False),
        Binding("down", "roll(3)", _("Scroll down"), show=False),
        *(Binding(str(n), f"tenth({n})", show=False) for n in range(10)),
    ]

    KEY_GROUPS = ("replay", "everywhere")

    def __init__(
        self, recorded: Recording, player: Player, *, opened: bool = False, keys: bool = True
    ) -> None:
        """Take what was read and the player.

        Args:
            recorded: The session.
            player: Where the replay stands.
            opened: The analyst's view.
            keys: Show the keys at the foot; a recording has none.
        """
        super().__init__()
        self._keys = keys
        self._recorded = recorded
        self.player = player
        self.chapters = Chapters(recorded.timeline)
        self._opened = opened
        self._last = time.monotonic()
        self._what_if = WhatIf()
        self._viewed: tuple[object, ...] = ()
        self._growing = AskedAside(GrowingSession(recorded))
        self._goes_on = False
        self._following = False
        self._glided = 1.0
        self._covered = self._waits = False
        self._uncovered = -PAUSE

    def compose(self) -> ComposeResult:
        """The room's view over the transport bar."""
        yield RoomFrame(turns=self._keys)
        yield Static(id="message")
        yield TransportBar(self.player, self.chapters)
        if self._keys:
            yield Footer()

    def on_mount(self) -> None:
        """Play."""
        self.set_interval(FRAME, self._tick)
        if self._keys:  # a recording ends where the file ended when it was read
            self.run_worker(self._look_for_more())
        self.player.playing = True
        self._show()

    def on_screen_suspend(self) -> None:
        """Wait while something lies above it: nobody watches."""
        self._waits = self.player.playing
        self.player.playing = False
        self._covered = True

    def on_screen_resume(self) -> None:
        """Go on from where it waited."""
        if self._covered:
            self._covered, self._uncovered = False, time.monotonic()
            self.player.playing, self._waits = self.player.playing or self._waits, False
            self.query_one(TransportBar).refresh()

    def _tick(self) -> None:
        now = time.monotonic()
        moved = self.player.advance(now - self._last)
        self._last = now
        if moved:
            self._show()
        elif self.player.playing:
            self.query_one(TransportBar).refresh()
        self.glide(self.player.playing and self.app.animation_level != "none")

    def glide(self, moving: bool) -> None:
        """Let the marks of a later round come from where they stood, by the replay's clock.

        Args:
            moving: Time goes on; where it stands still, a reveal is shown as it came out.
        """
        player = self.player
        share = player.timeline.glide(player.index, player.at) if moving else 1.0
        if share < 1.0 or self._glided < 1.0:
            for view in self.query(PictureView):
                view.stand(share)
        self._glided = share

    async def _look_for_more(self) -> None:
        """Take in what happens after the session was read, for as long as it is being run.

        What the file says comes from beside the loop: its drive may not answer.
        """
        looks = 0
        while not self._growing.session.is_over:
            await asyncio.sleep(GROWTH)
            looks += 1
            at_writer = self.player.ended and looks % LOOKS_AT_WRITER == 0
            self._take_in(await self._growing.look(at_writer=at_writer))

    def _take_in(self, growth: Growth) -> None:
        # Whoever has gone elsewhere by now does not want to be taken back to the end.
        self._following = self._following and self.player.over
        if growth.more:
            self.player.grow(growth.more)
            self.chapters.grow(self.player.timeline)
            whole = replace(self._recorded.condition, unread_from=None)
            self._recorded = replace(self._recorded, condition=whole)
            if self._following:
                self.player.stay_at_end()
        written = self._goes_on if growth.is_written is None else growth.is_written
        goes_on = written and self.player.ended
        if growth.more or goes_on != self._goes_on:
            self._goes_on = goes_on
            self._show()

    @work(exclusive=True, group="asked aside")
    async def action_follow(self) -> None:
        """Stay at the end of a session that is being run, as it grows."""
        if not await self._growing.goes_on():
            self.notify(_("Nobody is running this session at the moment."), markup=False)
            return
        self._goes_on = self._following = True
        self.player.stay_at_end()
        self._show()

    def seen(self) -> VisibleState:
        """The state at this moment, as it may be seen."""
        view = View("grid", self._grid, back=True) if self._grid else None
        shown = self.player.seen(opened=self._opened, view=view)
        return self._what_if.of(shown)

    def seen_by_all(self) -> VisibleState:
        """The state at this moment, at the place where the room was, with everybody's votes."""
        return self.player.seen()

    def show_moment(self) -> None:
        """Show the moment at which the player stands."""
        self._show()

    def show_switched(self) -> None:
        """Show it, and take the same key at once for a bounce."""
        self.turned()
        self._show()

    def _show(self) -> None:
        shown, t = self.seen(), self.player.t()
        rounds = len(shown.rounds.get(shown.view.name, ()))
        viewed = (*shown.view.key, rounds, shown.look)
        if viewed != self._viewed:
            # The room goes on: what was turned here is over.
            self._viewed, self._turned = viewed, None
        self.query_one(RoomFrame).show(shown, self._looked(shown), t)
        self.query_one(TransportBar).refresh()
        put(self.query_one("#message", Static), self._words())
        self.refresh_bindings()

    def _words(self) -> Content:
        """The chapter that plays, and under it what must be known about this moment."""
        width = self.size.width - 2
        caption = chapter_line(self.player, self.chapters, width, of_all=self._what_if.is_of_all)
        seen = self.seen()
        told = reason_lines(self.player, seen, width) or happened_lines(self.player, seen, width)
        warned = self._warnings()
        return Content("\n").join([caption, *told, *([warned] if warned else [])])

    def _warnings(self) -> Content:
        """What must be known about this moment: opened, edited, damaged, filtered."""
        words: list[str] = []
        if self._opened:
            words.append(_("OPEN: votes are shown before their reveal."))
        if self._what_if.name:
            only = _("What if only {who} had voted. Esc: as everybody did.")
            words.append(only.format(who=self._what_if.name))
        if self._following:
            words.append(_("The session is being run: this is as it happens."))
        elif self._goes_on and self.player.ended:
            stays = _("The session is being run: {key} follows it.")
            words.append(stays.format(key=self.host.key_of("follow")))
        return warnings(self._recorded, self.player, tuple(words))

    def say_why(self, words: str) -> None:
        """Say why a key has moved nothing."""
        self.notify(words, markup=False)

    def has_use_for(self, action: str) -> bool:
        """Whether an action can do anything: nobody of an anonymous room can be filtered by."""
        return action != "only" or self._recorded.header.policy.anonymity != "anonymous"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable what has no use in this session."""
        return self.has_use_for(action) and super().check_action(action, parameters)

    @work
    async def action_only(self) -> None:
        """Show the results as if only one role, or one person, had voted."""
        state = self.seen_by_all()
        chosen = await self.app.push_screen_wait(
            ChooseScreen(_("What if only these had voted?"), "", self._what_if.answers(state))
        )
        if chosen is not None:
            self._what_if.choose(state, chosen)
            self._show()

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one(RoomFrame).roll(by)

    def action_end_replay(self) -> None:
        """Take a filter off, or a grid; then go home, or to the shell that it came from."""
        now = time.monotonic()
        if self._grid or self._what_if.name:
            self._uncovered = now
            if self._grid:
                self._grid = ""
            else:
                self._what_if = WhatIf()
            self._show()
        elif now - self._uncovered < PAUSE:
            # Whoever pressed twice to get rid of what lay above did not ask for the end.
            self._uncovered = -PAUSE
            self.notify(_("Esc again leaves the replay."), markup=False)
        elif isinstance(self.host.start, Replay):
            self.app.exit()
        else:
            self.dismiss()

    @work
    async def action_chapters(self) -> None:
        """List the chapters, and go to the one that is chosen."""
        marker = await self.app.push_screen_wait(ChaptersScreen(self.player, self.chapters))
        if marker is not None:
            self.player.go_to(marker)
            self._show()

    @work(exclusive=True, group="asked aside")
    async def action_account(self) -> None:
        """How they came to it, up to this moment."""
        goes_on = await self._growing.goes_on()
        await self.app.push_screen(AccountScreen(self.player, goes_on=goes_on))

    def on_transport_bar_chosen(self, event: TransportBar.Chosen) -> None:
        """The mouse has chosen a marker: what happened there has happened."""
        self.player.go_to(event.marker)
        self._show()

    def on_transport_bar_sought(self, event: TransportBar.Sought) -> None:
        """The mouse has chosen a place."""
        self.player.seek(event.share * self.player.timeline.length)
        self._show()
