"""Dialogs that ask a question with two answers, or with a few."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from mops_tui.tui.door import Dialog
from mops_tui.tui.styles import LATE_STYLES
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class ChooseScreen(Dialog[str | None]):
    """A title, a sentence, and some answers; Esc gives None."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5", "dismiss(None)", "Cancel", show=False)
    ]

    def __init__(self, title: str, text: str, answers: tuple[tuple[str, str], ...]) -> None:
        """Take (key, words) of each answer; the first is selected."""
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question, then its answers as a list."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(safe(self._title))
            box.border_subtitle = Content(_("Enter: choose · Esc: change nothing"))
            if self._text:
                yield Static(Content(safe(self._text, keep=True)), classes="dialog-text")
            yield OptionList(
                *(Option(Content(safe(words)), id=key) for key, words in self._answers),
                markup=False,
            )

    def on_mount(self) -> None:
        """Let Enter answer at once."""
        answers = self.query_one(OptionList)
        answers.highlighted = 0
        answers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An answer."""
        self.dismiss(event.option_id)


class ConfirmScreen(Dialog[bool]):
    """Yes or no; Esc is no."""

    CSS_PATH = LATE_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f5", "dismiss(False)", "No", show=False)
    ]

    def __init__(self, title: str, text: str, *, yes: str, no: str, careful: bool = False) -> None:
        """Take the words; `careful` selects the no."""
        super().__init__()
        self._title = title
        self._text = text
        self._answers = (no, yes) if careful else (yes, no)
        self._yes = yes

    def compose(self) -> ComposeResult:
        """The question, then its answers."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(safe(self._title))
            box.border_subtitle = Content(_("Enter: choose · Esc: change nothing"))
            yield Static(Content(safe(self._text, keep=True)), classes="dialog-text")
            yield OptionList(*(Content(safe(words)) for words in self._answers), markup=False)

    def on_mount(self) -> None:
        """Let Enter answer at once."""
        answers = self.query_one(OptionList)
        answers.highlighted = 0
        answers.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An answer."""
        self.dismiss(self._answers[event.option_index] == self._yes)
