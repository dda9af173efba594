"""Ideas in one's own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.ballots import Ideas, Pass
from mops_tui.model.limits import MOST_IDEA
from mops_tui.tui.widgets.ballots.base import HandedIn
from mops_tui.tui.widgets.fields import WordsField
from mops_tui.words.i18n import _


class IdeasPad(Vertical):
    """A field an idea; Enter goes to the next one and hands in from the last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", _("Up"), show=False),
        Binding("down", "app.focus_next", _("Down"), show=False),
        Binding("f2,ctrl+s", "hand_in", _("Hand in")),
    ]

    def __init__(self, most: int) -> None:
        """Take the number of ideas that a ballot holds."""
        super().__init__()
        self._most = most

    def compose(self) -> ComposeResult:
        """The fields."""
        for number in range(1, self._most + 1):
            yield WordsField(
                placeholder=_("Idea {n}").format(n=number), most=MOST_IDEA, classes="idea"
            )
        words = _("Enter: the next idea; on the last, or an empty one, hand in. Ctrl+J: new line.")
        yield Static(Content.styled(words, "$text-muted"))

    def on_mount(self) -> None:
        """Begin to write: now the fields are there."""
        self.focus()

    def focus(self, scroll_visible: bool = True) -> IdeasPad:
        """Write in the first field, once there is one."""
        for box in self.query(WordsField)[:1]:
            box.focus(scroll_visible)
        return self

    def on_words_field_submitted(self, event: WordsField.Submitted) -> None:
        """The next idea, or in they go."""
        event.stop()
        boxes = list(self.query(WordsField))
        last = boxes.index(event.field) == len(boxes) - 1
        if last or not event.field.value.strip():
            self.action_hand_in()
        else:
            boxes[boxes.index(event.field) + 1].focus()

    def action_hand_in(self) -> None:
        """Hand in what is written."""
        ideas = tuple(box.value.strip() for box in self.query(WordsField) if box.value.strip())
        self.post_message(HandedIn(Ideas(ideas) if ideas else Pass()))
