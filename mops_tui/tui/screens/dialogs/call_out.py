"""Call-outs: the facilitator keys what the room says.

What is typed is visible until Enter, as it is heard anyway; after that only a count remains.
"""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from mops_tui.model.session.audience import called_out
from mops_tui.model.session.callouts import (
    LineFlaw,
    in_one_line,
    numbers_of,
    read_line,
    with_calls,
)
from mops_tui.model.session.commands import SetTally
from mops_tui.model.text.limits import MOST_CALLED
from mops_tui.tui.door import Dialog
from mops_tui.tui.room import Room
from mops_tui.tui.screens.dialogs.call_words import CallWords
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.call_rows import CallRow, CallRows
from mops_tui.tui.widgets.fields import FieldNotice, LineField, in_lines
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.refusals import line_flaw
from mops_tui.words.safe import safe

WIDTH = 56
"""Cells of an answer's row before the window is laid out."""
LEAST_ROWS = 3
"""The fewest rows of answers."""
OTHER_ROWS = 14
"""Rows of the screen that are not the answers': frame, item, line, words, and some of the room."""


class CallField(LineField):
    """A line of call-outs; each line of a paste is one, and all of them are counted."""

    def joined(self, text: str) -> str:
        """The lines of a paste, a comma between them and behind what stands there."""
        line = in_one_line(in_lines(text))
        before = self.value[: min(self.selection)].rstrip()
        return f", {line}" if line and before and before[-1] not in ",;" else line


class CallOutScreen(Dialog[None]):
    """A line to type into, over the answers and what the line gives each of them."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", _("Done")),
        Binding("up", "move(-1)", _("Up"), show=False),
        Binding("down", "move(1)", _("Down"), show=False),
        Binding("ctrl+up", "count(1)", _("One more"), show=False, priority=True),
        Binding("ctrl+down", "count(-1)", _("One fewer"), show=False, priority=True),
        Binding("plus", "sign(1)", _("One more"), show=False, priority=True),
        Binding("minus", "sign(-1)", _("One fewer"), show=False, priority=True),
        Binding("ctrl+delete", "clear", _("Clear all"), show=False),
        Binding("tab", "item(1)", _("Next item"), show=False, priority=True),
        Binding("shift+tab", "item(-1)", _("Item before"), show=False, priority=True),
    ]

    def __init__(self, room: Room, ref: str) -> None:
        """Take the question."""
        super().__init__()
        self._room = room
        self._ref = ref
        state = room.facilitator_view
        self._words = CallWords(state.question(ref), state.answers(ref), state.workshop)
        self._item = 0
        self._row = 0
        self._counted = ""

    def compose(self) -> ComposeResult:
        """The panel."""
        with Vertical(classes="dialog", id="call-out") as box:
            box.border_title = Content(_("What the room calls out"))
            box.border_subtitle = Content(_("Enter counts · Esc when done"))
            yield Static(id="call-item")
            with VerticalScroll(id="call-list", can_focus=False):
                yield CallRows(id="call-answers")
            yield CallField(
                most=MOST_CALLED, placeholder=self._words.example(self._of), id="call-line"
            )
            yield Static(id="call-message")
            yield Static(Content.styled(self._words.explained(self._of), "$text-muted"))

    def on_mount(self) -> None:
        """Begin to type."""
        self._refresh()
        self.query_one("#call-line").focus()

    def on_resize(self) -> None:
        """Lay the answers out for the room that there is."""
        self.call_after_refresh(self._refresh)

    @property
    def _of(self) -> str:
        """The item that is called out."""
        return self._words.items[self._item]

    def _draft(self) -> tuple[tuple[str, int], ...]:
        calls = read_line(
            self.query_one("#call-line", CallField).value, self._words.typed(self._of)
        )
        if isinstance(calls, LineFlaw):
            return ()
        return tuple((call.category, call.count) for call in calls)

    def _refresh(self) -> None:
        draft = dict(self._draft())
        names = self._words.shown(self._of)
        numbers = {key: n for n, key in numbers_of([key for key, _label in names]).items()}
        rows = [CallRow(numbers.get(key, ""), label, draft.get(key)) for key, label in names]
        listed = self.query_one("#call-answers", CallRows)
        box = self.query_one("#call-list", VerticalScroll)
        width = box.content_size.width or WIDTH
        listed.show(rows, self._row, width - 1)
        # What is typed and what is said of it keep their lines, however many answers there are.
        box.styles.max_height = max(LEAST_ROWS, self.app.size.height - OTHER_ROWS)
        first, lines = listed.span(self._row)
        box.scroll_to_region(Region(0, first, 1, lines), animate=False)
        item = self._of
        name = self._words.name(item)
        where = _("{n} of {m}").format(n=self._item + 1, m=len(self._words.items)) if name else ""
        called = self._called(item)
        count = ngettext("{n} called out", "{n} called out", called).format(n=called)
        head = Content.assemble(
            (where + "  ", "$text-muted"),
            (safe(name), "bold $primary"),
            (f"   ● {count}" if called else "", "$success"),
        )
        self.query_one("#call-item", Static).update(head)
        self.query_one("#call-item").display = bool(name)
        self.query_one("#call-line", CallField).placeholder = self._words.example(self._of)

    def _called(self, item: str) -> int:
        """How many called out for an item: how many, never what."""
        return called_out(self._room.head, self._ref).get(item, 0)

    def on_field_notice(self, event: FieldNotice) -> None:
        """Show what a field changed or cut of a paste."""
        self._say(event.words)

    def on_input_changed(self) -> None:
        """Show what the line gives, as it is typed; the answer named last is in view."""
        keys = [key for key, _label in self._words.shown(self._of)]
        draft = self._draft()
        if draft and draft[-1][0] in keys:
            self._row = keys.index(draft[-1][0])
        self._refresh()

    def action_move(self, by: int) -> None:
        """Pick an answer."""
        self._row = (self._row + by) % max(1, len(self._words.shown(self._of)))
        self._refresh()

    def action_count(self, by: int) -> None:
        """One more, or one fewer, for the answer that is picked."""
        box = self.query_one("#call-line", CallField)
        names = self._words.shown(self._of)
        if not names:
            return
        counts = dict(self._draft())
        key = names[self._row][0]
        counts[key] = max(0, counts.get(key, 0) + by)
        line = ", ".join(self._words.part(self._of, one, count) for one, count in counts.items())
        box.value = self._counted = line
        box.cursor_position = len(line)

    def on_call_rows_clicked(self, event: CallRows.Clicked) -> None:
        """The mouse has counted one, or taken one back."""
        self._row = event.row
        self.action_count(event.by)
        self._refresh()

    def action_sign(self, by: int) -> None:
        """Count the answer that is picked; in a line that is being typed it is only a sign."""
        box = self.query_one("#call-line", CallField)
        if box.value and box.value != self._counted:
            box.insert_text_at_cursor("+" if by > 0 else "-")
        else:
            self.action_count(by)

    def action_item(self, by: int) -> None:
        """To another item; what is typed is counted first."""
        at = self._item
        typed = self.query_one("#call-line", CallField).value
        if typed.strip() and not self._count(typed):
            return
        self._item = (at + by) % len(self._words.items)
        self.query_one("#call-line", CallField).value = ""
        self._refresh()

    def action_clear(self) -> None:
        """Take all called-out votes of this round back."""
        refused = self._room.ask(SetTally(self._ref, ()))
        if refused:
            self._say(refused)
        else:
            self._acknowledge(_("No call-outs are counted now."))

    def on_input_submitted(self, event: CallField.Submitted) -> None:
        """Count the line."""
        event.stop()
        if event.value.strip():
            self._count(event.value)
        else:
            self.dismiss()

    def _count(self, line: str) -> bool:
        """Count a line and go to the next item; say why not where it cannot be."""
        calls = read_line(line, self._words.typed(self._of))
        if isinstance(calls, LineFlaw):
            self._say(line_flaw(calls))
            return False
        item = self._of
        refused = self._room.ask(with_calls(self._room.head, self._ref, item, calls))
        if refused:
            self._say(refused)
            return False
        self.query_one("#call-line", CallField).value = ""
        round_ = self._room.facilitator_view.round(self._ref)
        size = round_.tally.size if round_ else 0
        counted = ngettext("{n} called-out vote is counted.", "{n} called-out votes are counted.",
                           size).format(n=size)  # fmt: skip
        left = self._still_to_count()
        if len(self._words.items) > 1:
            counted = " ".join((counted, _progress(len(left))))
        self._acknowledge(counted)
        # Once every item has its count the next line must not replace the first one's.
        self._item = left[0] if left else self._item
        self._refresh()
        return True

    def _still_to_count(self) -> list[int]:
        """The items that wait for their count, from the one behind this on."""
        counted = called_out(self._room.head, self._ref)
        items = self._words.items
        order = [(self._item + n) % len(items) for n in range(1, len(items) + 1)]
        return [at for at in order if not counted.get(items[at])]

    @work(exclusive=True)
    async def _acknowledge(self, words: str) -> None:
        """Say that votes are counted once they are durable, and not before."""
        self._say(_("Saving …"))
        await self._room.settled()
        self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#call-message", Static).update(Content(safe(words)))


def _progress(left: int) -> str:
    """How many items wait for their count."""
    if not left:
        return _("Every item is counted.")
    return ngettext("{n} item to go.", "{n} items to go.", left).format(n=left)
