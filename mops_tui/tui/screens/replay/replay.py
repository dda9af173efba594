"""A replay: the room's screens, driven by the journal."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.agenda.flow import round_before
from mops_tui.model.agenda.grids import grids_with_marks
from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.model.session.audience import VisibleState, votes_of
from mops_tui.model.session.state import Look, View
from mops_tui.sources.growing import GrowingSession
from mops_tui.sources.replay import Player, Recording
from mops_tui.tui.destinations import Replay
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.host import host_of
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.dialogs.statistics import StatisticsScreen, is_revealed
from mops_tui.tui.screens.replay.account import AccountScreen
from mops_tui.tui.screens.replay.chapters import ChaptersScreen
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.bodies.reveal import STATISTICS
from mops_tui.tui.widgets.bodies.why import next_explained, nobody_leans
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.picture import PictureView
from mops_tui.tui.widgets.put import put
from mops_tui.tui.widgets.room_frame import RoomFrame
from mops_tui.tui.widgets.tabs import PageTabs
from mops_tui.tui.widgets.transport import SIGNS, TransportBar
from mops_tui.usecases.chapters import Chapters
from mops_tui.words.files import condition as condition_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.labels import participant_label
from mops_tui.words.safe import safe

FRAME = 1 / 20
"""Seconds between two looks at the clock."""
GROWTH = 0.2
"""Seconds between two looks at whether somebody goes on writing the session."""
LOOKS_AT_WRITER = 5
"""After so many looks it is asked whether there is still a writer, at the end of the file."""
LEAP = 5.0
"""Seconds that an arrow leaps."""
PAUSE = 1.0
"""Seconds after Esc has closed or taken off something, in which the next one does not leave."""


class ReplayScreen(MopsScreen[None]):
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
        self._turned: Look | None = None
        self._last = time.monotonic()
        self._only: frozenset[str] | None = None
        self._only_name = ""
        self._grid = ""
        self._viewed: tuple[object, ...] = ()
        self._real = RealPace()
        self._growing = GrowingSession(recorded)
        self._looks = 0
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
            self.set_interval(GROWTH, self._look_for_more)
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

    def _look_for_more(self) -> None:
        """Take in what has happened since the session was read, if it is being run."""
        # Whoever has gone elsewhere by now does not want to be taken back to the end.
        self._following = self._following and self.player.over
        more = self._growing.fresh() if self._growing.stirred() else ()
        if more:
            self.player.grow(more)
            self.chapters.grow(self.player.timeline)
            whole = replace(self._recorded.condition, unread_from=None)
            self._recorded = replace(self._recorded, condition=whole)
            if self._following:
                self.player.stay_at_end()
        self._looks += 1
        goes_on = self._goes_on and self.player.ended
        if self.player.ended and (more or self._looks % LOOKS_AT_WRITER == 0):
            goes_on = self._growing.goes_on
        if more or goes_on != self._goes_on:
            self._goes_on = goes_on
            self._show()

    def action_follow(self) -> None:
        """Stay at the end of a session that is being run, as it grows."""
        if not self._growing.goes_on:
            self.notify(_("Nobody runs this session at the moment."), markup=False)
            return
        self._goes_on = self._following = True
        self.player.stay_at_end()
        self._show()

    def seen(self) -> VisibleState:
        """The state at this moment, as it may be seen."""
        view = View("grid", self._grid, back=True) if self._grid else None
        shown = self.player.seen(opened=self._opened, view=view)
        return shown if self._only is None else votes_of(shown, self._only)

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

    def _looked(self, state: VisibleState) -> Look:
        """How the room looked, unless who watches has turned the page meanwhile."""
        return self._turned if self._turned is not None else state.look

    def _words(self) -> Content:
        """The chapter that plays, and under it what must be known about this moment."""
        passed = [m for m in self.player.timeline.markers if m.index <= self.player.index]
        caption = Content("")
        if passed:
            # What only some would have voted came to something else: the caption is of them all.
            told = self.chapters.title if self._only is None else self.chapters.ahead
            text = f"{SIGNS[passed[-1].kind]} {told(passed[-1])}"
            caption = Content.styled(text, "bold $primary")
            caption = caption.truncate(max(20, self.size.width - 2), ellipsis=True)
        warnings = self._warnings()
        return Content("\n").join([caption, warnings]) if warnings else caption

    def _warnings(self) -> Content:
        """What must be known about this moment: opened, edited, damaged, filtered."""
        words: list[str] = []
        if self._opened:
            words.append(_("OPEN: votes are shown before their reveal."))
        if self._only_name:
            only = _("What if only {who} had voted. Esc: as everybody did.")
            words.append(only.format(who=self._only_name))
        if self._following:
            words.append(_("The session is being run: this is as it happens."))
        elif self._goes_on and self.player.ended:
            words.append(
                _("The session is being run: {key} stays with it.").format(
                    key=self.host.key_of("follow")
                )
            )
        words += self._edited()
        condition = self._recorded.condition
        if condition.header_edited:
            words.append(condition_words.header_edited())
        if self.player.ended and condition.unknown:
            words.append(condition_words.unknown(condition.unknown))
        if self.player.ended and condition.unread_from is not None:
            words.append(condition_words.unread(condition.unread_from))
        if self.player.seen().blanked:
            words.append(_("The room's screen was dark."))
        return Content.styled(" ".join(words), "bold $warning")

    def _edited(self) -> list[str]:
        """What somebody has changed by hand, of what stands on the screen and of all so far."""
        if not self._recorded.condition.edited:
            return []  # of a long session each event would be asked, at every one
        events = self.player.timeline.events[: self.player.index]
        edited = [event for event in events if event.seq in self._recorded.condition.edited]
        if not edited:
            return []
        if edited[-1].seq == events[-1].seq:
            return [_("This event was edited by hand.")]
        count = ngettext(
            "{n} event so far was edited by hand.", "{n} events so far were edited by hand.",
            len(edited),
        )  # fmt: skip
        return [count.format(n=len(edited))]

    def has_use_for(self, action: str) -> bool:
        """Filter an anonymous room by nobody."""
        return action != "only" or self._recorded.header.policy.anonymity != "anonymous"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable what has no use in this session."""
        return self.has_use_for(action) and super().check_action(action, parameters)

    def action_play(self) -> None:
        """Play or pause."""
        self.player.toggle()
        self._show()

    def action_leap(self, by: float) -> None:
        """Leap by seconds."""
        self.player.seek(self.player.at + by)
        self._show()

    def action_leap_back(self) -> None:
        """Five seconds back."""
        self.action_leap(-LEAP)

    def action_leap_on(self) -> None:
        """Five seconds on."""
        self.action_leap(LEAP)

    def action_tenth_back(self) -> None:
        """A tenth of the whole back."""
        self.action_leap(-self.player.timeline.length / 10)

    def action_tenth_on(self) -> None:
        """A tenth of the whole on."""
        self.action_leap(self.player.timeline.length / 10)

    def action_tenth(self, n: int) -> None:
        """To a tenth of the whole, 0 to 9."""
        self.player.seek(self.player.timeline.length * n / 10)
        self._show()

    def action_marker_back(self) -> None:
        """To the marker before."""
        self._to_marker(-1)

    def action_marker_on(self) -> None:
        """To the next marker."""
        self._to_marker(1)

    def _to_marker(self, by: int) -> None:
        marker = self.player.marker(by)
        if marker is not None:
            self.player.go_to(marker)
            self._show()

    def action_step_back(self) -> None:
        """One event back."""
        self.player.step(-1)
        self._show()

    def action_step_on(self) -> None:
        """One event on."""
        self.player.step(1)
        self._show()

    def action_slower(self) -> None:
        """Slower."""
        self.player.faster(-1)
        self._show()

    def action_faster(self) -> None:
        """Faster."""
        self.player.faster(1)
        self._show()

    def action_pace(self) -> None:
        """As a story, or in the time that it took."""
        now = self.player.timeline.pace
        if isinstance(now, RealPace):
            self._real = now
        self.player.change_pace(STORY if isinstance(now, RealPace) else self._real)
        self._show()

    def action_loop(self) -> None:
        """Begin again at the end, or not."""
        self.player.loop = not self.player.loop
        self._show()

    def action_turn(self) -> None:
        """Turn the page of a revealed question."""
        pages = self.query_one(RoomFrame).pages
        look = self._looked(self.seen())
        index = pages.index(look.page) if look.page in pages else 0
        self._turned = replace(look, page=pages[(index + 1) % len(pages)])
        self._show()

    def on_page_tabs_chosen(self, event: PageTabs.Chosen) -> None:
        """The mouse has chosen a page."""
        if event.name == STATISTICS:
            self.action_see_statistics()
        for page in self.query_one(RoomFrame).pages:
            if page == event.name:
                self._turned = replace(self._looked(self.seen()), page=page)
                self._show()

    def action_see_statistics(self) -> None:
        """See the figures behind the findings of the question in view, if it is revealed."""
        state = self.seen()
        look = self._looked(state)
        if is_revealed(state, look):
            self.app.push_screen(StatisticsScreen(state, look.round))

    def action_see_why(self) -> None:
        """On a quadrant: why the next mark stands where it does; after the last, the figures."""
        state = self.seen()
        look = self._looked(state)
        if state.view.of != "grid":
            words = _("Why is told of marks on a quadrant: {key} shows one.")
            self.notify(words.format(key=host_of(self).key_of("see_grid")), markup=False)
            return
        mark = next_explained(state, look)
        if mark is None:
            self.notify(nobody_leans(), markup=False)
            return
        self._turned = replace(look, mark=mark)
        self._show()

    def action_other_round(self) -> None:
        """The round before, or the latest again."""
        state = self.seen()
        look = self._looked(state)
        self._turned = replace(look, round=round_before(state, look))
        self._show()

    def action_see_grid(self) -> None:
        """Look at the next grid at this moment; after the last, at what the room saw."""
        grids = grids_with_marks(self.player.seen())
        if not grids:
            self.notify(_("Nobody has a mark on a grid."), markup=False)
        at = grids.index(self._grid) + 1 if self._grid in grids else 0
        self._grid = grids[at] if at < len(grids) else ""
        self._show()

    @work
    async def action_only(self) -> None:
        """Show the results as if only one role, or one person, had voted."""
        state = self.player.seen()
        people = state.participants.values()
        roles = dict.fromkeys(p.role for p in people if p.role)
        answers = [("", _("Everybody"))]
        answers += [(f"role:{role}", safe(role)) for role in roles]
        answers += [(f"who:{p.id}", participant_label(state, p.id)) for p in people]
        chosen = await self.app.push_screen_wait(
            ChooseScreen(_("What if only these had voted?"), "", tuple(answers[:80]))
        )
        if chosen is None:
            return
        kind, _colon, name = chosen.partition(":")
        self._only_name = dict(answers)[chosen] if chosen else ""
        if not chosen:
            self._only = None
        elif kind == "role":
            self._only = frozenset(p.id for p in people if p.role == name)
        else:
            self._only = frozenset((name,))
        self._show()

    def action_roll(self, by: int) -> None:
        """Scroll."""
        self.query_one(RoomFrame).roll(by)

    def action_end_replay(self) -> None:
        """Take a filter off, or a grid; then go home, or to the shell that it came from."""
        now = time.monotonic()
        if self._grid or self._only_name:
            self._uncovered = now
            if self._grid:
                self._grid = ""
            else:
                self._only, self._only_name = None, ""
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

    def action_account(self) -> None:
        """How they came to it, up to this moment."""
        self.app.push_screen(AccountScreen(self.player, goes_on=self._growing.goes_on))

    def on_transport_bar_chosen(self, event: TransportBar.Chosen) -> None:
        """The mouse has chosen a marker: what happened there has happened."""
        self.player.go_to(event.marker)
        self._show()

    def on_transport_bar_sought(self, event: TransportBar.Sought) -> None:
        """The mouse has chosen a place."""
        self.player.seek(event.share * self.player.timeline.length)
        self._show()
