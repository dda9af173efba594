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
from mops_tui.tui.paths import short_path
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.footer import Footer
from mops_tui.tui.widgets.lines import hanging
from mops_tui.usecases.actions import listed, marked
from mops_tui.words.closing_kit import todo as words
from mops_tui.words.i18n import _

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
        self._shown: list[tuple[str, str]] = []
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
        if len(todo.unread) == 1:
            (file,) = todo.unread
            self._say(words.unread(file, short_path(file.path)))
        elif todo.unread:
            told = _("{n} files cannot be read, or not whole: `mops-tui actions` names them.")
            self._say(told.format(n=len(todo.unread)))

    def _choose(self) -> None:
        """Which things are shown, in their order; they stay there whatever is marked."""
        groups = listed(self._things.values(), self._today, everything=self._everything)
        self._shown = [
            (words.group_heading(group), one.digest)
            for group, things in groups.items()
            for one in things
        ]
        self._list()
        things = self.query_one(OptionList)
        if things.option_count and things.highlighted is None:
            things.action_first()

    @property
    def _today(self) -> date:
        return local_now().date()

    def _list(self) -> None:
        """Write the list anew, and stand where one stood."""
        self._count()
        things = self.query_one(OptionList)
        option = things.highlighted_option
        at = option.id if option is not None else None
        options, before = list[Option](), ""
        for heading, digest in self._shown:
            if heading != before:
                before = heading
                options.append(Option(Content.styled(heading, "bold $accent"), disabled=True))
            options.append(Option(self._row(digest), id=digest))
        things.clear_options()
        things.add_options(options)
        if at is not None and any(at == digest for _heading, digest in self._shown):
            things.highlighted = things.get_option_index(at)

    def _count(self) -> None:
        """Say how much is open."""
        groups = listed(self._things.values(), self._today)
        still, overdue = sum(map(len, groups.values())), len(groups.get("overdue", ()))
        read = self._todo.sessions if self._todo is not None else 0
        title = words.open_words(still, overdue, read)
        self.query_one("#todo-title", Static).update(Content(title))

    def _row(self, digest: str) -> Content:
        width = max(40, self.app.size.width - AROUND)
        return _row(self._things[digest], self._today, width)

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
            if any(one.digest == digest for _heading, digest in self._shown):
                row = self._row(one.digest)
                self.query_one(OptionList).replace_option_prompt(one.digest, row)
                self._count()
            else:  # meanwhile what is over was left out of the list
                self._choose()
        self._say(" ".join(outcome.sentences), "$success" if outcome.written else "$warning")

    def action_show_all(self) -> None:
        """With what is over, and decisions to look at again later; again: without."""
        if self._todo is not None:
            self._everything = not self._everything
            self._choose()

    def action_leave_list(self) -> None:
        """Back home."""
        self.dismiss(None)

    def _say(self, told: str, style: str = "$text-muted") -> None:
        self.query_one("#todo-message", Static).update(Content.styled(told, style))


def _row(one: Tracked, today: date, width: int) -> Content:
    """What is to be done behind its sign, and what is known of it."""
    over = one.standing != "open"
    sign, mark = ("✓ ", "$success") if over else ("□ ", "$text-muted")
    style = "$text-muted" if over else "bold"
    what = hanging(sign, words.what_words(one), width, mark=mark, style=style)
    return Content("\n").join(
        [what, hanging("  ", words.facts(one, today), width, style="$text-muted")]
    )
