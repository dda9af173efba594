"""The form dialog: a few fields for decisions, actions, notes and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Static

from mops_tui.model.people.roster import LeftOut
from mops_tui.model.text.blank import blank
from mops_tui.model.text.limits import MOST_LABEL, MOST_NAME, MOST_PATH, MOST_WORDS
from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.fields import (
    FieldNotice,
    LineField,
    Names,
    NumberField,
    PathField,
    PeopleField,
    WordsField,
)
from mops_tui.tui.widgets.lines import height_of
from mops_tui.tui.widgets.ticks import Tick
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

MANY, ROOMY = 5, 32
"""More fields than so many stand close together, on a screen of fewer rows than that."""
WIDTH, SIDES, SHARE, SHARE_HIGH = 76, 6, 96, 92
"""Cells of the dialog and around its lines; the most of the screen that it takes, in %."""
ENDS = 2
"""Rows of its frame."""


@dataclass(frozen=True)
class Field:
    """One thing that a form asks for.

    Attributes:
        kind: "text" (one line), "name", "words" (some lines), "people" (a list), "path",
            "number" or "tick".
        most: The largest number; of a line, the most characters where they are fewer than usual.
        needed: It cannot stay empty.
        names: Who is in the room: a name that is begun in a line is gone on with.
        masked_by: The id of a tick; as long as it is set, dots stand for what is written here.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    kind: str = "text"
    most: int = 0
    needed: bool = False
    names: tuple[str, ...] = ()
    masked_by: str = ""


def shown(field: Field) -> str:
    """What stands in a field at first: safe to draw, its lines kept where it has several.

    A path is as it is: another one is another folder.
    """
    return (
        field.value
        if field.kind == "path"
        else safe(field.value, keep=field.kind in ("words", "people"))
    )


class FormScreen(Dialog[dict[str, str] | None]):
    """Some fields; Enter goes to the next and saves from the last, F2 saves at once."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "drop", _("Cancel")),
        Binding("f2,ctrl+s", "save", _("Save")),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, fields: tuple[Field, ...], ask: str = "") -> None:
        """Take the fields, and what is asked, if anything."""
        super().__init__()
        self._title = title
        self._fields = fields
        self._ask = ask
        self._dropping = ""
        self._said = Content("")
        self.left_out: tuple[LeftOut, ...] = ()

    def compose(self) -> ComposeResult:
        """A row a field."""
        with Vertical(classes="dialog form") as box:
            box.border_title = Content(safe(self._title))
            keys = _("Enter: next · F2: save · Esc: cancel")
            if any(field.kind == "words" for field in self._fields):
                keys = _("Enter: next · Ctrl+J: new line · F2: save · Esc: cancel")
            box.border_subtitle = Content(keys)
            if self._ask:
                yield Static(self._asked, classes="dialog-text")
            with VerticalScroll(id="form-fields", can_focus=False):
                for field in self._fields:
                    with Horizontal(classes="row"):
                        if field.kind == "tick":
                            yield Static("", classes="field")
                            label = Content(safe(field.label))
                            yield Tick(label, field.value == "yes", id=field.id)
                        else:
                            yield Static(Content(safe(field.label)), classes="field")
                            yield self._input(field)
            yield Static(id="form-message")

    @property
    def _asked(self) -> Content:
        return Content(safe(self._ask, keep=True))

    def on_resize(self, event: Resize) -> None:
        """Leave no empty rows between many fields where rows are few."""
        many = len(self._fields) > MANY and event.size.height < ROOMY
        self.query_one(".form").set_class(many, "-many")
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Let the fields scroll between what is asked and what is said, which both stay."""
        width = max(1, min(WIDTH, size.width * SHARE // 100) - SIDES)
        around = ENDS if self.query_one(".form").has_class("-many") else ENDS + 2
        if self._ask:
            around += height_of(self._asked, width) + 1
        around += max(1, height_of(self._said, width))
        most = size.height * SHARE_HIGH // 100 - around
        self.query_one("#form-fields").styles.max_height = max(1, most)

    def _input(self, field: Field) -> LineField | WordsField:
        value = shown(field)
        match field.kind:
            case "number":
                return NumberField(value, id=field.id)
            case "words":
                return WordsField(value, most=MOST_WORDS, placeholder=field.hint, id=field.id)
            case "people":
                return PeopleField(value, placeholder=field.hint, id=field.id, lines=False)
            case "path":
                return PathField(value, most=MOST_PATH, placeholder=field.hint, id=field.id)
        most = field.most or (MOST_NAME if field.kind == "name" else MOST_LABEL)
        names = Names(field.names) if field.names else None
        return LineField(value, most=most, placeholder=field.hint, id=field.id, suggester=names)

    def _boxes(self) -> list[LineField | WordsField]:
        return [*self.query(LineField), *self.query(WordsField)]

    def _box(self, key: str) -> LineField | WordsField:
        return next(box for box in self._boxes() if box.id == key)

    def on_field_notice(self, event: FieldNotice) -> None:
        """Say what became of a paste."""
        event.stop()
        self._say(event.words)

    def _say(self, words: str) -> None:
        self._said = Content(safe(words))
        self.query_one("#form-message", Static).update(self._said)
        self._fit(self.app.size)

    def action_drop(self) -> None:
        """Leave without saving; what was written is asked about once."""
        if not self._asked_about(_("Esc again drops what you wrote. F2 saves it."), "escape"):
            self.dismiss(None)

    def asks_before_quit(self) -> bool:
        """Likewise where the program is left."""
        words = _("{key} again leaves the program, and drops what you wrote. F2 saves it.")
        return self._asked_about(words.format(key=self.host.key_of("quit")), "quit")

    def _asked_about(self, words: str, way: str) -> bool:
        """Whether something is written that one way out would drop, and that is said only now."""
        if self._dropping == way or not self._is_changed():
            return False
        self._dropping = way
        self.turned()
        self._say(words)
        return True

    def _is_changed(self) -> bool:
        """Whether something stands here that did not at first."""
        before = {field.id: shown(field).strip() for field in self._fields}
        return any(box.value.strip() != before[box.id or ""] for box in self._boxes())

    def on_input_changed(self) -> None:
        """The text has changed: the next Esc asks again before it drops it."""
        self._dropping = ""

    def on_text_area_changed(self) -> None:
        """The same in a field of several lines."""
        self._dropping = ""

    def on_mount(self) -> None:
        """Begin to write."""
        first = next((one for one in self._fields if one.kind != "tick"), self._fields[0])
        self.query_one(f"#{first.id}").focus()
        self._mask()

    def on_checkbox_changed(self, event: Tick.Changed) -> None:
        """Something is ticked, or no longer is."""
        event.stop()
        self._mask()

    def _mask(self) -> None:
        """Let dots stand for what the room is not to read."""
        for field in self._fields:
            box = self._box(field.id) if field.masked_by else None
            if isinstance(box, WordsField):
                box.masked = self.query_one(f"#{field.masked_by}", Tick).value

    def on_input_submitted(self, event: LineField.Submitted) -> None:
        """The next field, or save."""
        event.stop()
        self._next(event.input.id or "")

    def on_words_field_submitted(self, event: WordsField.Submitted) -> None:
        """The next field, or save."""
        event.stop()
        self._next(event.field.id or "")

    def _next(self, key: str) -> None:
        self.turned()  # a bounce of Enter neither leaves the next field empty nor saves
        ids = [field.id for field in self._fields]
        index = ids.index(key)
        if index + 1 < len(ids):
            self.query_one(f"#{ids[index + 1]}").focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        """Save, unless something that is needed is missing."""
        values: dict[str, str] = {}
        for field in self._fields:
            if field.kind == "tick":
                ticked = self.query_one(f"#{field.id}", Tick).value
                values[field.id] = "yes" if ticked else ""
                continue
            box = self._box(field.id)
            values[field.id] = box.value.strip()
            if isinstance(box, PeopleField):
                self.left_out = box.left_out
            wrong = self._wrong(field, values[field.id])
            if wrong:
                self._say(wrong)
                box.focus()
                return
        self.dismiss(values)

    def _wrong(self, field: Field, value: str) -> str:
        if field.needed and blank(value):
            return _("Fill in “{field}” first.").format(field=field.label)
        if field.kind == "number" and value:
            if re.fullmatch("[0-9]{1,3}", value) and 1 <= int(value) <= field.most:
                return ""
            return _("“{field}”: a number from 1 to {most}, or nothing.").format(
                field=field.label, most=field.most
            )
        return ""
