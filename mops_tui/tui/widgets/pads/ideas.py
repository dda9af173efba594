"""The ballot of a `text` question: ideas in one's own words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mops_tui.model.session.ballots import Ballot, Ideas, Pass
from mops_tui.model.text.blank import blank
from mops_tui.model.text.limits import MOST_IDEA
from mops_tui.tui.widgets.fields import WordsField
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.words.i18n import _


class IdeasPad(Vertical):
    """A field an idea; Enter goes to the next one and hands in from the last."""

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
        self._written: tuple[str, ...] = ()

    def fill(self, ballot: Ballot) -> None:
        """Begin with ideas that were written before; before the fields are there."""
        if isinstance(ballot, Ideas):
            self._written = ballot.ideas[: self._most]

    def compose(self) -> ComposeResult:
        """The fields."""
        for number in range(1, self._most + 1):
            written = self._written[number - 1] if number <= len(self._written) else ""
            yield WordsField(
                written,
                placeholder=_("Idea {n}").format(n=number),
                most=MOST_IDEA,
                classes="idea",
            )
        words = _("Enter: the next idea; on the last, or an empty one, it hands in. F3 passes.")
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
        """Go to the next field; from the last one, hand the ideas in."""
        event.stop()
        boxes = list(self.query(WordsField))
        last = boxes.index(event.field) == len(boxes) - 1
        if last or blank(event.field.value):
            self.action_hand_in()
        else:
            boxes[boxes.index(event.field) + 1].focus()

    @property
    def written(self) -> tuple[str, ...]:
        """What stands in the fields now."""
        return tuple(box.value.strip() for box in self.query(WordsField) if not blank(box.value))

    def action_hand_in(self) -> None:
        """Hand in what is written; an empty ballot says nothing."""
        ideas = self.written
        if ideas:
            self.post_message(BallotSubmitted(Ideas(ideas)))
        else:
            self.post_message(BallotIncomplete(_("Write an idea first, or pass with F3.")))

    def action_pass_on(self) -> None:
        """Pass: no letter can do it where people write. What is written is not thrown away."""
        if self.written:
            self.post_message(
                BallotIncomplete(
                    _("Ideas are written here: F2 hands them in. To pass, clear them first.")
                )
            )
        else:
            self.post_message(BallotSubmitted(Pass()))
