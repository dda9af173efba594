"""What is open over all workshops, at home: the list of `mops-tui actions`, and marking it done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.sources.background import in_background
from mops_tui.sources.clock import local_now
from mops_tui.sources.todo.folder import FolderTodo, todo_of
from mops_tui.sources.todo.tracked import Tracked
from mops_tui.tui.beside_loop import read_beside
from mops_tui.tui.door import MopsScreen
from mops_tui.tui.keys.registry import bindings
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.usecases.actions import group_of, listed, marked
from mops_tui.words.closing_kit import todo as words
from mops_tui.words.i18n import _, ngettext

AROUND = 8
"""The cells around a line of the list."""


class TodoScreen(MopsScreen[None]):
    """A list; what is marked stays in it, with its sign, until it is left."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("todo")]
    KEY_GROUPS = ("todo", "everywhere")

    class Read(Message):
        """The sessions are read."""

        def __init__(self, todo: FolderTodo) -> None:
            """Take what was found."""
            super().__init__()
            self.todo = todo

    def __init__(self, sessions: Path) -> None:
        """Take the user's sessions."""
        super().__init__()
        self._sessions = sessions
        self._todo: FolderTodo | None = None
        self._things: dict[str, Tracked] = {}
        self._shown: list[str] = []
        self._everything = False
        self._writing = False

    def compose(self) -> ComposeResult:
        """How much is open, the list, a line for words."""
        yield Static(Content(_("Reading your sessions …")), id="todo-title")
        yield OptionList(id="todo-list", markup=False)
        yield Static("", id="todo-message")
        yield Footer()

    def on_mount(self) -> None:
        """Read; a slow disk keeps nobody waiting."""
        folder = self._sessions
        self.query_one("#todo-list").focus()
        found = read_beside(
            lambda: todo_of(folder), lambda late: self.post_message(self.Read(late))
        )
        if found is not None:
            self._take(found)

    def on_todo_screen_read(self, event: Read) -> None:
        """They came later."""
        self._take(event.todo)

    def on_resize(self) -> None:
        """Other lines have room."""
        if self._todo is not None:
            self._list()

    def _take(self, todo: FolderTodo) -> None:
        self._todo = todo
        self._things = {one.digest: one for one in todo.things}
        self._choose()
        left = len(todo.unread)
        if left:
            told = ngettext(
                "One file cannot be read, or not whole: `mops-tui actions` names it.",
                "{n} files cannot be read, or not whole: `mops-tui actions` names them.",
                left,
            )
            self._say(told.format(n=left))

    def _choose(self) -> None:
        """Which things are shown, in their order; they stay there whatever is marked."""
        groups = listed(self._things.values(), self._today, everything=self._everything)
        self._shown = [one.digest for things in groups.values() for one in things]
        self._list()
        things = self.query_one(OptionList)
        if things.option_count and things.highlighted is None:
            things.action_first()

    @property
    def _today(self) -> date:
        return local_now().date()

    def _list(self) -> None:
        """Write the list anew, and stand where one stood."""
        todo, today = self._todo, self._today
        if todo is None:
            return
        still = [one for one in self._things.values() if group_of(one, today) not in _NOT_OPEN]
        overdue = sum(group_of(one, today) == "overdue" for one in still)
        title = words.open_words(len(still), overdue, todo.sessions)
        self.query_one("#todo-title", Static).update(Content(title))
        things = self.query_one(OptionList)
        option = things.highlighted_option
        at = option.id if option is not None else None
        width, heading = max(40, self.app.size.width - AROUND), ""
        things.clear_options()
        for digest in self._shown:
            one = self._things[digest]
            group = words.group_heading(group_of(self._as_shown(one), today))
            if group != heading:
                heading = group
                things.add_option(Option(Content.styled(heading, "bold $accent"), disabled=True))
            things.add_option(Option(_row(one, today, width), id=digest))
        if at is not None and at in self._shown:
            things.highlighted = things.get_option_index(at)

    def _as_shown(self, one: Tracked) -> Tracked:
        """A thing as it stood when the list was made: its place is that."""
        was = {each.digest: each for each in (self._todo.things if self._todo else ())}
        return was.get(one.digest, one)

    def on_option_list_option_selected(self) -> None:
        """Enter, or a click."""
        self.action_mark_done()

    def action_mark_done(self) -> None:
        """Mark what is selected as done; what is done, as open again."""
        option = self.query_one(OptionList).highlighted_option
        one = self._things.get(option.id or "") if option is not None else None
        if one is None or self._writing:
            return
        if one.standing != "open" and one.said_at is not None:
            self._say(words.said_by_room(one), "$warning")
            return
        self._writing = True
        self._mark(one)

    @work
    async def _mark(self, one: Tracked) -> None:
        done = one.standing == "open"
        outcome = await in_background(lambda: marked([one], done=done))
        self._writing = False
        if outcome.written:
            on = self._today.isoformat() if done else ""
            self._things[one.digest] = replace(one, standing="done" if done else "open", on=on)
            self._list()
        self._say(" ".join(outcome.sentences), "$success" if outcome.written else "$warning")

    def action_show_all(self) -> None:
        """With what is over, and decisions to look at again later; again: without."""
        if self._todo is not None:
            self._everything = not self._everything
            self._todo = replace(self._todo, things=tuple(self._things.values()))
            self._choose()

    def action_leave_list(self) -> None:
        """Back home."""
        self.dismiss(None)

    def _say(self, told: str, style: str = "$text-muted") -> None:
        self.query_one("#todo-message", Static).update(Content.styled(told, style))


_NOT_OPEN = ("later", "closed")


def _row(one: Tracked, today: date, width: int) -> Content:
    """What is to be done behind its sign, and what is known of it."""
    over = one.standing != "open"
    sign, mark = ("✓ ", "$success") if over else ("□ ", "$text-muted")
    style = "$text-muted" if over else "bold"
    what = hanging(sign, words.what_words(one), width, mark=mark, style=style)
    return Content("\n").join(
        [what, hanging("  ", words.facts(one, today), width, style="$text-muted")]
    )
