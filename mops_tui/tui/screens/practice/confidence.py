"""How likely is it that the answer is advised? Five steps, chosen before anything is shown."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from mops_tui.tui.charts.text import fit, padded
from mops_tui.tui.widgets.pads.base import BallotIncomplete
from mops_tui.words.alone.practice import (
    FIRMNESS,
    advised_question,
    confidence_steps,
    confidence_words,
    firmness_words,
    no_step_chosen,
    sureness_words,
)
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import percent_text

NOTHING = -1
"""Nothing is chosen yet."""
WIDEST = 18
"""Cells of a step, where there is room."""


class ConfidenceRow(Widget, can_focus=True):
    """A row of five; 1 to 5, the arrows or a click choose, Enter takes it.

    Of a card each step has its percentage: how likely it is that the answer is advised. Where no
    answer is right, in a walk, the steps say how firmly somebody stands by theirs, or how sure they
    are of how things are, without one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("enter", "choose", _("This sure")),
        Binding("escape", "go_back", _("Back to the answers")),
        Binding("tab,shift+tab", "go_back", show=False),
        *(Binding(str(n + 1), f"pick({n})", show=False) for n in range(len(FIRMNESS))),
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
        self._answers = 0
        self._today = False
        self._at = NOTHING

    def ask(self, answers: int = 0, *, today: bool = False) -> None:
        """Ask anew, with nothing chosen.

        Args:
            answers: How many answers there were to choose from; 0 where none of them is right.
            today: Whether the answer says how things are today: one is sure of it or not, and
                does not stand by it.
        """
        self._answers = answers
        self._today = today
        self._at = NOTHING
        self.refresh()

    @property
    def _percents(self) -> tuple[int, ...]:
        return confidence_steps(self._answers) if self._answers else FIRMNESS

    def action_move(self, by: int) -> None:
        """Move along the row."""
        middle = len(self._percents) // 2
        at = middle if self._at == NOTHING else self._at + by
        self.action_pick(min(max(at, 0), len(self._percents) - 1))

    def action_pick(self, index: int) -> None:
        """Choose by number."""
        self._at = index
        self.refresh()

    def action_choose(self) -> None:
        """Take what is chosen."""
        if self._at == NOTHING:
            self.post_message(BallotIncomplete(no_step_chosen()))
        else:
            self.post_message(self.Chosen(self._percents[self._at]))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the step that it is on."""
        spot = event.get_content_offset(self)
        if spot is not None and spot.y > 0 and spot.x // self._width < len(self._percents):
            self.action_pick(spot.x // self._width)

    @property
    def _width(self) -> int:
        """Cells of one step."""
        return max(1, min(WIDEST, self.content_size.width // len(self._percents)))

    def action_go_back(self) -> None:
        """Go back to the answer; nothing is kept of it yet."""
        self.post_message(self.Left())

    def render(self) -> Content:
        """The question, the five steps, and what each of them says."""
        if self._answers:
            question = _("{question} 1 to 5, then Enter").format(question=advised_question())
            named = confidence_words()
        elif self._today:
            question = _("How sure are you of it? 1 to 5, then Enter")
            named = sureness_words()
        else:
            question = _("How firmly do you stand by it? 1 to 5, then Enter")
            named = firmness_words()
        above: list[tuple[str, str]] = []
        below: list[tuple[str, str]] = []
        for index, (words, percent) in enumerate(zip(named, self._percents, strict=True)):
            chosen = index == self._at
            style = "bold reverse $accent" if chosen else "$text-muted"
            said = percent_text(percent) if self._answers else ""
            above += self._cell(f"{index + 1} {words}", style)
            below += self._cell(f"{'◉' if chosen else '○'} {said}".strip(), style)
        return Content.assemble((question + "\n", "bold"), *above, "\n", *below)

    def _cell(self, text: str, style: str) -> list[tuple[str, str]]:
        """A text in a step's width, with a gap behind it."""
        room = self._width - 1
        return [(padded(fit(text, room), room), style), (" ", "")]
