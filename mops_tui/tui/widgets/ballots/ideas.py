"""Ideas in one's own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from mops_tui.model.ballots import IDEA_LENGTH, Ideas, Pass
from mops_tui.model.blank import blank
from mops_tui.tui.widgets.ballots.base import HandedIn, NotYet
from mops_tui.words.i18n import _


class IdeasPad(Vertical):
    """A line an idea; Enter goes to the next line and hands in from the last."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", _("Up"), show=False),
        Binding("down", "app.focus_next", _("Down"), show=False),
        Binding("f2,ctrl+s", "hand_in", _("Hand in")),
        Binding("f3", "pass_on", _("Pass")),
    ]

    def __init__(self, most: int) -> None:
        """Take the number of ideas that a ballot holds."""
        super().__init__()
        self._most = most

    def compose(self) -> ComposeResult:
        """The lines."""
        for number in range(1, self._most + 1):
            yield Input(
                placeholder=_("Idea {n}").format(n=number), max_length=IDEA_LENGTH, classes="idea"
            )
        words = _("Enter: the next line; on the last, or an empty one, it hands in. F3 passes.")
        yield Static(Content.styled(words, "$text-muted"))

    def on_mount(self) -> None:
        """Begin to write: now the lines are there."""
        self.focus()

    def focus(self, scroll_visible: bool = True) -> IdeasPad:
        """Write in the first line, once there is one."""
        for box in self.query(Input)[:1]:
            box.focus(scroll_visible)
        return self

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The next line, or in it goes."""
        event.stop()
        boxes = list(self.query(Input))
        last = boxes.index(event.input) == len(boxes) - 1
        if last or blank(event.value):
            self.action_hand_in()
        else:
            boxes[boxes.index(event.input) + 1].focus()

    def action_hand_in(self) -> None:
        """Hand in what is written; an empty ballot says nothing."""
        ideas = tuple(box.value.strip() for box in self.query(Input) if not blank(box.value))
        if ideas:
            self.post_message(HandedIn(Ideas(ideas)))
        else:
            self.post_message(NotYet(_("Write an idea first, or pass with F3.")))

    def action_pass_on(self) -> None:
        """Pass: no letter can do it where people write. What is written is not thrown away."""
        if any(not blank(box.value) for box in self.query(Input)):
            self.post_message(
                NotYet(_("Ideas are written here: F2 hands them in. To pass, clear them first."))
            )
        else:
            self.post_message(HandedIn(Pass()))
