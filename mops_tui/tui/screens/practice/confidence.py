"""How sure are you? Five steps, chosen before anything is shown."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from mops_tui.tui.widgets.pads.base import BallotIncomplete
from mops_tui.words.i18n import _
from mops_tui.words.practice import CONFIDENCES, confidence_words

NOTHING = -1
"""Nothing is chosen yet."""


class ConfidenceRow(Widget, can_focus=True):
    """A row of five; 1 to 5 or the arrows choose, Enter takes it. Nothing is chosen before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("enter", "choose", _("This sure")),
        Binding("escape", "go_back", _("Back to the answers")),
        *(Binding(str(n + 1), f"pick({n})", show=False) for n in range(len(CONFIDENCES))),
    ]

    class Chosen(Message):
        """A confidence was chosen."""

        def __init__(self, percent: int) -> None:
            """Take it in per cent."""
            super().__init__()
            self.percent = percent

    class Left(Message):
        """Back to the answers: how sure is not said yet."""

    def __init__(self) -> None:
        """Begin with nothing chosen: a preselected confidence would not be the person's own."""
        super().__init__(id="confidence")
        self._at = NOTHING

    def clear(self) -> None:
        """Forget the choice, for the next question."""
        self._at = NOTHING
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move along the row."""
        middle = len(CONFIDENCES) // 2
        at = middle if self._at == NOTHING else self._at + by
        self._at = min(max(at, 0), len(CONFIDENCES) - 1)
        self.refresh()

    def action_pick(self, index: int) -> None:
        """Choose by number."""
        self._at = index
        self.refresh()

    def action_choose(self) -> None:
        """Take what is chosen."""
        if self._at == NOTHING:
            self.post_message(BallotIncomplete(_("Say how sure you are first: 1 to 5.")))
        else:
            self.post_message(self.Chosen(CONFIDENCES[self._at]))

    def action_go_back(self) -> None:
        """Go back to the answer; nothing is kept of it yet."""
        self.post_message(self.Left())

    def render(self) -> Content:
        """The question and the five steps."""
        question = _("How sure are you? 1 to 5, then Enter")
        parts: list[tuple[str, str]] = [(question + "\n", "bold")]
        for index, words in enumerate(confidence_words()):
            style = "bold reverse $accent" if index == self._at else "$text-muted"
            parts += [(f" {index + 1} {words} ", style), (" ", "")]
        return Content.assemble(*parts)
