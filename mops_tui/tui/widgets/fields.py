"""What people type and paste into: a line, a number, some lines, a list of people.

A paste is joined, or keeps its lines, as the field means it. What does not fit is cut, and a
sentence says how much. Nothing is taken that would steer a terminal: what is pasted is made safe
where it comes in. No screen uses Textual's own fields; they keep the first line of a paste and
drop the rest without a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from mops_tui.model.people.cells import readable
from mops_tui.model.people.roster import LeftOut, as_lines, read
from mops_tui.model.session.typed import clean
from mops_tui.model.text.limits import MOST_LABEL, MOST_ROSTER, MOST_WORDS
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import cells, safe

_LAST = re.compile(r"[^\s,;/&+][^,;/&+]*$")
"""What is typed of the last name in a line of several."""
_NUMBER = re.compile(r"\W*([0-9]+)[\W_]*[^\W\d]{0,12}\W*")
_LONGEST_NUMBER = 100
"""The most characters of a paste that is one number."""

MASK = ("•", "\uff0a")
"""Stand for a character of one cell, and of two."""


@dataclass
class FieldNotice(Message):
    """A field reports that it changed or cut what was typed; the screen shows the sentence.

    Attributes:
        words: A sentence, or more.
    """

    words: str


def cut_words(cut: int, most: int) -> str:
    """The sentence that says how many characters did not fit and were cut."""
    return ngettext(
        "{n} character did not fit and was cut: {most} is the most here.",
        "{n} characters did not fit and were cut: {most} is the most here.",
        cut,
    ).format(n=cut, most=most)


def in_lines(text: str) -> str:
    """The lines of a pasted text, made safe, without empty ones at its start and end."""
    return safe(clean(text, len(text)), keep=True).strip("\n")


class LineField(Input):
    """One line; the lines of a paste are joined.

    Attributes:
        keeps_blanks: A paste may begin or end with a blank.
    """

    keeps_blanks: ClassVar[bool] = True

    def __init__(
        self,
        value: str = "",
        *,
        most: int = MOST_LABEL,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
        type: Literal["integer", "text"] = "text",
        suggester: Suggester | None = None,
    ) -> None:
        """Take the limit, in characters, beside what Textual's field takes."""
        super().__init__(
            value, placeholder=placeholder, id=id, classes=classes, type=type, suggester=suggester
        )
        self.most = most

    def on_mount(self) -> None:
        """Report at once when the initial text was longer than the limit."""
        cut = len(self.value) - self.most
        if cut > 0:
            self.value = self.value[: self.most]
            self.post_message(FieldNotice(cut_words(cut, self.most)))

    def on_blur(self) -> None:
        """Whoever looks at it later sees how it begins."""
        self.scroll_to(x=0, animate=False, force=True, immediate=True)

    def on_focus(self) -> None:
        """Whoever goes on in it sees the cursor."""
        self.call_later(self._show_cursor)

    def _show_cursor(self) -> None:
        if self.has_focus:
            cursor = Region(self._cursor_offset, 0, width=1, height=1)
            self.scroll_to_region(cursor, force=True, animate=False)

    def joined(self, text: str) -> str:
        """A paste as this field takes it."""
        return " ".join(line.strip() for line in in_lines(text).split("\n") if line.strip())

    def paste(self, text: str) -> None:
        """Put a pasted text where the cursor is, in place of what is selected.

        A paste of which nothing fits takes nothing away.
        """
        if joined := self.joined(text):
            self.replace(self._set_apart(joined, text), *self.selection)

    def _set_apart(self, joined: str, text: str) -> str:
        """A paste with the blank that parted it from what stands before or behind it."""
        first, last = sorted(self.selection)
        before, behind = self.value[:first], self.value[last:]
        if self.keeps_blanks and text[:1] == " " and before.strip() and before[-1] != " ":
            joined = f" {joined}"
        if self.keeps_blanks and text[-1:] == " " and behind[:1] != " ":
            joined = f"{joined} "
        return joined

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self.paste(self.app.clipboard)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in the place of another, as far as it fits."""
        first, last = sorted((max(0, start), min(len(self.value), end)))
        room = max(0, self.most - len(self.value) + last - first)
        if len(text) > room:
            self.post_message(FieldNotice(cut_words(len(text) - room, self.most)))
            text = text[:room]
            if not text:
                return
        super().replace(text, start, end)


class Names(Suggester):
    """Goes on with the name that the last word begins: several names stand in one line."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names."""
        super().__init__(case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        """The line with the first name that its end begins; None where that is no name."""
        begun = _LAST.search(value)
        if begun is None:
            return None
        typed = begun[0]
        for name in self._names:
            if len(name) > len(typed) and name[: len(typed)].casefold() == typed.casefold():
                return value[: begun.start()] + name
        return None


class PathField(LineField):
    """A folder: kept as it is, but for quotes around it and breaks in it."""

    keeps_blanks = False

    def joined(self, text: str) -> str:
        """The pasted path in one line, without quotes: terminals break long lines."""
        path = "".join(c for c in text if c.isprintable()).strip()
        quoted = len(path) > 1 and path[0] == path[-1] and path[0] in "\"'"
        return path[1:-1] if quoted else path


class NumberField(LineField):
    """A whole number."""

    keeps_blanks = False

    def __init__(self, value: str = "", *, most: int = 3, id: str | None = None) -> None:
        """Take the most digits."""
        super().__init__(value, most=most, id=id, type="integer")

    def joined(self, text: str) -> str:
        """The number in a paste: `75 %`, and no other."""
        bare = text.strip()
        number = _NUMBER.fullmatch(bare) if len(bare) <= _LONGEST_NUMBER else None
        if number is not None:
            return number[1]
        self.restricted()
        return ""

    def restricted(self) -> None:
        """Report that only one number goes into this field."""
        self.post_message(FieldNotice(_("Only one number goes here.")))


class WordsField(TextArea):
    """Some lines: Enter goes on, Ctrl+J begins a new line, a paste keeps its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", _("New line"), show=False),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed."""

        field: WordsField

    def __init__(
        self,
        value: str = "",
        *,
        most: int = MOST_WORDS,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Take the limit, in characters, beside what stands there."""
        super().__init__(
            value[:most],
            placeholder=placeholder,
            id=id,
            classes=classes,
            compact=True,
            highlight_cursor_line=False,
        )
        self.most = most
        self._masked = False
        self._cut_before = max(0, len(value) - most)

    def on_mount(self) -> None:
        """Put the cursor behind the initial text; report at once what of it was cut."""
        self.move_cursor(self.document.end)
        if self._cut_before:
            self.post_message(FieldNotice(cut_words(self._cut_before, self.most)))

    @property
    def value(self) -> str:
        """What is written."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.text = text

    @property
    def masked(self) -> bool:
        """Whether dots stand for what is written: others see this screen."""
        return self._masked

    @masked.setter
    def masked(self, masked: bool) -> None:
        self._masked = masked
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        line = super().get_line(line_index)
        if self._masked:
            line.plain = "".join(map(_dot, line.plain))
        return line

    def pasted(self, text: str) -> str:
        """A paste as this field takes it."""
        return "\n".join(line.rstrip() for line in in_lines(text).split("\n"))

    async def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Put a pasted text where the cursor is, in place of what is selected."""
        result = self._replace_via_keyboard(self.pasted(text), *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)

    def action_paste(self) -> None:
        """Paste what was copied in this program."""
        self.paste(self.app.clipboard)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, as far as the change fits."""
        first, last = sorted((edit.from_location, edit.to_location))
        room = max(0, self.most - len(self.text) + len(self.get_text_range(first, last)))
        if len(edit.text) > room:
            self.post_message(FieldNotice(cut_words(len(edit.text) - room, self.most)))
            edit = replace(edit, text=edit.text[:room])
        return super().edit(edit)

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))

    def action_new_line(self) -> None:
        """Begin a new line."""
        self._replace_via_keyboard("\n", *self.selection)

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up; from the first to the field before."""
        before: Location = self.cursor_location
        super().action_cursor_up(select)
        if not select and self.cursor_location[0] == before[0] == 0 and self._at_top(before):
            self.screen.focus_previous()

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; from the last to the next field."""
        before: Location = self.cursor_location
        at_end = self.wrapped_document.location_to_offset(before).y
        super().action_cursor_down(select)
        if not select and at_end == self.wrapped_document.height - 1:
            self.screen.focus_next()

    def _at_top(self, location: Location) -> bool:
        return self.wrapped_document.location_to_offset(location).y == 0


def _dot(character: str) -> str:
    """What stands for a character, as wide as it is."""
    return character if character.isspace() else MASK[max(1, cells(character)) - 1]


class PeopleField(WordsField):
    """A list of people, a line each; a paste with mail addresses becomes the people in it.

    The screen may be on the wall: an address is taken out before it is drawn.

    Attributes:
        left_out: What pastes held that is no person, as long as something stands here.
    """

    def __init__(
        self, value: str = "", *, id: str | None = None, placeholder: str = "", lines: bool = True
    ) -> None:
        """Take whether Enter begins a new line; it goes on otherwise."""
        super().__init__(value, most=MOST_ROSTER, id=id, placeholder=placeholder)
        self._lines = lines
        self._left_out: list[LeftOut] = []

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What pastes held that became no person."""
        return tuple(self._left_out) if self.text.strip() else ()

    def pasted(self, text: str) -> str:
        """The people of a list that holds addresses; any other list as it is, columns kept."""
        if "@" not in readable(text):
            # A tab parts two columns, and safe text has none.
            columns = clean(text, len(text)).split("\t")
            table = "\t".join(safe(cell, keep=True) for cell in columns).strip("\n")
            return f"{table}\n" if self._lines and table else table
        roster = read(text)
        if not self.text.strip():
            self._left_out.clear()
        self._left_out += roster.left_out
        n = len(roster.people)
        words = ngettext(
            "{n} person read. Mail addresses are not kept.",
            "{n} people read. Mail addresses are not kept.",
            n,
        )
        self.post_message(FieldNotice(words.format(n=n)))
        lines = as_lines(roster.people)
        return f"{lines}\n" if self._lines and lines else lines

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter" and self._lines:
            event.stop()
            event.prevent_default()
            self.action_new_line()
