"""The two lists of home, painted before the model is imported, and a glance at what is selected."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.storage.folders.places import Places, pack_folders
from mops_tui.storage.packs.summaries import PackSummary, pack_summaries
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.summaries import SessionSummary, current
from mops_tui.tui.beside_loop import Readings, read_beside
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.screens.home.arrivals import ListsReady, OpenCounted
from mops_tui.tui.screens.home.lines import (
    logo,
    no_sessions,
    open_line,
    session_detail,
    session_lines,
    welcome,
    workshop_lines,
)
from mops_tui.tui.screens.home.pane import ListPane
from mops_tui.tui.widgets.footer import Footer
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

if TYPE_CHECKING:
    from mops_tui.tui.screens.home.preview_pane import PreviewPane

PacksAtHand: TypeAlias = tuple[frozenset[str], tuple[str, ...]]
"""The ids of what can be run, and a sentence for each thing that is wrong with a pack."""
OWN_AGENDA = "*own-agenda"
PRACTICE = "*practice"
MOST_SESSIONS = 50
AROUND = 10
"""The columns around the lines of a list: its frame, its bar, and what stands beside it."""


class ListsScreen(MopsScreen[None]):
    """Two lists: the workshops to run, and this user's sessions."""

    def __init__(self, places: Places, load_ahead: Callable[[], PacksAtHand]) -> None:
        """Take the user's folders, and what reads all packs and loads what the next screen needs.

        Args:
            places: The user's folders.
            load_ahead: Is called in a thread.
        """
        super().__init__()
        self._load_ahead = load_ahead
        self._places = places
        self._list = SessionList(places.sessions)
        self._packs: dict[str, PackSummary] = {}
        self._sessions: dict[str, SessionSummary] = {}
        self._readings, self._counts = Readings(), Readings()
        self._preloaded = False
        self._left: Path | None = None
        self._preview: PreviewPane | None = None
        self._measured = 0

    def compose(self) -> ComposeResult:
        """The logo, the lists, a line about the selected thing."""
        with Horizontal(id="masthead"):
            yield Static(Content("\n").join(logo()), id="logo")
            yield Static(welcome(), id="welcome")
        with Horizontal(id="lists"):
            with ListPane(classes="pane") as left:
                left.border_title = Content(_("Run a workshop"))
                yield OptionList(id="workshops", markup=False)
            with ListPane(classes="pane") as right:
                right.border_title = Content(_("Your sessions"))
                yield OptionList(id="sessions", markup=False)
                yield Static(Content(no_sessions()), id="no-sessions")
        yield Vertical(id="preview")
        yield Static(id="about")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the lists; then load what the next screen needs, behind the painted one."""
        own, folders = self._places.packs, pack_folders(self._places.packs)

        def read() -> tuple[tuple[PackSummary, ...], tuple[SessionSummary, ...], bool]:
            return pack_summaries(folders, own), *self._list.first(MOST_SESSIONS)

        number = self._readings.begin()
        lists = read_beside(
            read, lambda late: self.post_message(ListsReady(late[0], late[1], number))
        )
        # Where the user's folders do not answer, there are still the packs that came along.
        summaries, sessions, is_complete = lists or (pack_summaries(folders[:1], own), (), True)
        self._list_workshops(summaries)
        self._list_sessions(sessions)
        self.query_one("#workshops").focus()
        self.call_after_refresh(gc.enable)
        self.call_after_refresh(self._tidy)
        self.call_after_refresh(self._open_preview)
        self.call_after_refresh(self._count_open)
        if not is_complete:
            self.call_after_refresh(self._list_all)
        self._check_own()

    def _check_own(self) -> None:
        """Read all packs soon where some are the user's own: what is wrong with them is said."""
        if not self._preloaded and any(summary.own for summary in self._packs.values()):
            self._preloaded = True
            self.call_after_refresh(self._preload)

    @property
    def _room(self) -> int:
        """The cells of a line in either list."""
        return self.app.size.width // 2 - AROUND

    def on_resize(self) -> None:
        """Say everything in as many cells as there are now."""
        self._measure()

    def _measure(self) -> None:
        """Measure the lines anew, where the window has become wider or narrower."""
        if self._measured in (0, self._room):
            return
        self._measured = self._room
        workshops, sessions = list(self._packs.values()), list(self._sessions.values())
        listed = self.query_one("#workshops", OptionList)
        for summary, line in zip(workshops, workshop_lines(workshops, self._room), strict=True):
            listed.replace_option_prompt(summary.id, line)
        listed = self.query_one("#sessions", OptionList)
        for one, line in zip(sessions, session_lines(sessions, self._room), strict=True):
            listed.replace_option_prompt(str(one.path), line)

    def _open_preview(self) -> None:
        """Look at what is chosen, once the lists are painted."""
        from mops_tui.tui.screens.home.preview_pane import PreviewPane

        self._preview = PreviewPane(self._places.packs)
        self.query_one("#preview").mount(self._preview)
        listed = self.focused
        if isinstance(listed, OptionList) and listed.highlighted_option:
            self._look_at(listed.highlighted_option.id or "")

    def _look_at(self, chosen: str) -> None:
        """Show a glance at what is chosen, where there is one."""
        if self._preview is None:
            return
        from mops_tui.tui.screens.home.preview_pane import Chosen

        summary = self._sessions.get(chosen)
        if summary is not None and summary.trouble is None:
            path = current(summary)
            self._preview.want(Chosen("session", str(path), summary.modified.timestamp()))
        elif chosen == OWN_AGENDA:
            self._preview.want(Chosen("choice"))
        elif chosen == PRACTICE:
            self._preview.want(Chosen("practice"))
        else:
            self._preview.want(Chosen("pack", chosen) if chosen in self._packs else None)

    def _tidy(self) -> None:
        """Take away what killed writers have left; nobody waits for it."""
        from mops_tui.storage.locking.tidy import tidy_all

        folders = (self._places.sessions, self._places.practice, self._places.packs)
        read_beside(lambda: tidy_all(folders), lambda _gone: None, patience=0.0)

    def _count_open(self) -> None:
        """Count what is open over all workshops; nobody waits for it."""
        places, number = self._places, self._counts.begin()

        def count() -> OpenCounted:
            from mops_tui.sources.clock import local_now
            from mops_tui.sources.todo.counted import open_count

            counted, today = open_count(places.sessions, places.state), local_now().date()
            return OpenCounted(counted.open_on(today), counted.overdue_on(today), number)

        known = read_beside(count, self.post_message, patience=0.0)
        if known is not None:
            self.post_message(known)

    def on_open_counted(self, event: OpenCounted) -> None:
        """Tell it in a quiet line, where there is anything."""
        if not self._counts.take(event.number):
            return
        told = welcome()
        if event.things:
            line = open_line(event.things, event.overdue, self.host.key_of("open_actions"))
            told = Content.assemble(told, "\n", line)
        self.query_one("#welcome", Static).update(told)

    def _list_workshops(self, summaries: tuple[PackSummary, ...]) -> None:
        workshops = [summary for summary in summaries if summary.kind == "workshop" or summary.own]
        workshops.sort(key=lambda summary: (summary.own, summary.minutes))
        self._packs = {summary.id: summary for summary in workshops}
        self._measured = self._room
        if self._preview is not None:
            self._preview.forget_packs()
        listed = self.query_one("#workshops", OptionList)
        chosen = listed.highlighted_option
        listed.clear_options()
        listed.add_options(
            Option(line, id=summary.id)
            for line, summary in zip(workshop_lines(workshops, self._room), workshops, strict=True)
        )
        own = Content.assemble((_("Choose scenarios …"), "italic"))
        listed.add_option(Option(own, id=OWN_AGENDA))
        alone = Content.assemble((_("Practise alone"), "bold"), ("  p", "$text-muted"))
        listed.add_option(Option(alone, id=PRACTICE))
        ids = [option.id for option in listed.options]
        listed.highlighted = ids.index(chosen.id) if chosen and chosen.id in ids else 0

    def on_lists_ready(self, event: ListsReady) -> None:
        """Fill in the lists that came after the first frame."""
        if event.packs is not None:
            self._list_workshops(event.packs)
            self._check_own()
            self.call_after_refresh(self._list_all)
        if self._readings.take(event.number):
            self._list_sessions(event.summaries)

    def _list_all(self) -> None:
        """The older sessions, and what is a copy of what; it need not be there at once."""
        number = self._readings.begin()
        read_beside(
            lambda: self._list.all()[:MOST_SESSIONS],
            lambda late: self.post_message(ListsReady(None, late, number)),
            patience=0.0,
        )

    def on_key(self) -> None:
        """At the first key, load what the next screen needs."""
        if not self._preloaded:
            self._preloaded = True
            self._preload()

    def on_screen_resume(self) -> None:
        """Coming back from a workshop: its session stands in the list, and is selected."""
        if not self._packs:
            return
        self._measure()  # it may have become another window meanwhile
        self._left, self.host.left = self.host.left, None
        self.refresh_sessions()
        self._count_open()

    def on_sessions_changed(self) -> None:
        """Refresh the list: sessions were deleted."""
        self.refresh_sessions()

    def refresh_sessions(self) -> None:
        """Read the list of sessions anew, and say again what is selected."""
        number = self._readings.begin()
        lists = read_beside(
            lambda: self._list.all()[:MOST_SESSIONS],
            lambda late: self.post_message(ListsReady(None, late, number)),
        )
        if lists is not None and self._readings.take(number):
            self._list_sessions(lists)

    def _list_sessions(self, summaries: tuple[SessionSummary, ...]) -> None:
        self._sessions = {str(summary.path): summary for summary in summaries}
        listed = self.query_one("#sessions", OptionList)
        at, option = listed.highlighted, listed.highlighted_option
        listed.clear_options()
        listed.add_options(
            Option(line, id=str(summary.path))
            for line, summary in zip(session_lines(summaries, self._room), summaries, strict=True)
        )
        if option is not None and option.id in self._sessions:
            at = list(self._sessions).index(option.id)
        if at is not None and summaries:
            listed.highlighted = min(at, len(summaries) - 1)
        listed.display = bool(summaries)
        self.query_one("#no-sessions").display = not summaries
        self._select_left(listed)
        for option_list in self.query(OptionList):
            if option_list.has_focus and option_list.highlighted_option:
                self._about(option_list.highlighted_option.id or "")

    def _select_left(self, listed: OptionList) -> None:
        """Select the session that was left just now, once it is listed."""
        left = self._left
        if left is None:
            return
        positions = [
            key
            for key, summary in self._sessions.items()
            if left in (summary.path, summary.moved, *(copy.path for copy in summary.copies))
        ]
        if positions:
            self._left = None
            listed.highlighted = listed.get_option_index(positions[0])
            listed.focus()

    @work
    async def _preload(self) -> None:
        from mops_tui.sources.background import in_background

        self._complain(*await in_background(self._load_ahead))

    def _complain(self, known: frozenset[str], complaints: tuple[str, ...]) -> None:
        """Say what is wrong with packs of the user's own, and take them off the list."""
        for broken in [
            key for key, summary in self._packs.items() if summary.own and key not in known
        ]:
            del self._packs[broken]
            self.query_one("#workshops", OptionList).remove_option(broken)
        for words in complaints:
            self.notify(words, severity="warning", timeout=12, markup=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the selected thing is."""
        self._about(event.option_id or "")

    def on_descendant_focus(self) -> None:
        """Likewise when the other list takes the focus."""
        listed = self.focused
        if isinstance(listed, OptionList) and listed.highlighted is None and listed.option_count:
            listed.highlighted = 0
        if isinstance(listed, OptionList) and listed.highlighted_option:
            self._about(listed.highlighted_option.id or "")

    def _about(self, chosen: str) -> None:
        self._look_at(chosen)
        about = self.query_one("#about", Static)
        if chosen in self._packs:
            keys = _("Enter sets it up, {key} rehearses it.").format(
                key=self.host.key_of("rehearse")
            )
            summary = safe(self._packs[chosen].summary)
            about.update(Content.assemble(summary, (f" {keys}", "$text-muted")))
        elif chosen in self._sessions:
            about.update(session_detail(self._sessions[chosen]))
        elif chosen == PRACTICE:
            about.update(
                Content(_("Five minutes a day: short situations to decide, each with the reasons."))
            )
        elif chosen == OWN_AGENDA:
            about.update(Content(_("Tick any of the scenarios into an agenda of your own.")))

    def say_opening(self) -> bool:
        """In the line about what is selected."""
        self.query_one("#about", Static).update(Content.styled(_("Opening …"), "bold $accent"))
        return True

    def end_opening(self) -> None:
        """The line tells of what is selected again."""
        self.on_descendant_focus()
