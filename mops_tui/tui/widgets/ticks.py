"""Checkboxes, radio buttons and a list to tick, told apart by a sign, not only by colour."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, OptionList, RadioButton
from textual.widgets.option_list import Option


class Tick(Checkbox):
    """A checkbox: `[x]` or `[ ]`."""

    def render(self) -> Content:
        """The sign and the words."""
        sign = ("[x] ", "bold $accent") if self.value else ("[ ] ", "$text-muted")
        return Content.assemble(sign, self._label)


class ChoiceButton(RadioButton):
    """One of several: `(●)` or `( )`."""

    def render(self) -> Content:
        """The sign and the words."""
        sign = ("(●) ", "bold $accent") if self.value else ("( ) ", "$text-muted")
        return Content.assemble(sign, self._label)


class TickList(OptionList):
    """A list in which space ticks and unticks; Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", show=False),
        Binding("enter", "go_on", show=False),
    ]

    class Changed(Message):
        """Something was ticked or unticked."""

    class GoOn(Message):
        """Enter was pressed."""

    def __init__(
        self, rows: list[tuple[str, Content, bool]], *, id: str, off: Collection[str] = ()
    ) -> None:
        """Take (key, words, ticked) of each row, and the keys of rows that cannot be ticked."""
        super().__init__(id=id, markup=False)
        self._rows = {key: words for key, words, _ticked in rows}
        self._ticked = [key for key, _words, ticked in rows if ticked]
        self.add_options(Option(self._line(key), id=key, disabled=key in off) for key in self._rows)
        self.highlighted = 0 if rows else None

    @property
    def ticked(self) -> list[str]:
        """The keys that are ticked, in the list's order."""
        return [key for key in self._rows if key in self._ticked]

    @ticked.setter
    def ticked(self, keys: Iterable[str]) -> None:
        self._ticked = [key for key in keys if key in self._rows]
        for key in self._rows:
            self.replace_option_prompt(key, self._line(key))

    def _line(self, key: str) -> Content:
        sign = ("[x] ", "bold") if key in self._ticked else ("[ ] ", "$text-muted")
        return Content.assemble(sign, self._rows[key])

    def action_tick(self) -> None:
        """Tick or untick the highlighted row."""
        option = self.highlighted_option
        if option is None or option.id is None:
            return
        if option.id in self._ticked:
            self._ticked.remove(option.id)
        else:
            self._ticked.append(option.id)
        self.replace_option_prompt(option.id, self._line(option.id))
        self.post_message(self.Changed())

    def action_go_on(self) -> None:
        """Report that Enter was pressed."""
        self.post_message(self.GoOn())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click ticks."""
        event.stop()
        self.action_tick()
