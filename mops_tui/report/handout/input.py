"""What a handout is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.parts import TextLine
from mops_tui.model.packs.workshop import Workshop
from mops_tui.report.document.blocks import Words, Written
from mops_tui.words.safe import safe


@dataclass(frozen=True)
class HandoutInput:
    """A workshop, with what its pack says to those who are invited.

    Attributes:
        workshop: As it will be run.
        summary: The pack's line for the home screen.
        language: Of the pack.
        aim: What the room will have at the end; likewise `who` should be in it.
        prepare: What to think about beforehand.
        begins: When it begins, in minutes after midnight; None where nobody has said.
        people: How many are expected; None where nobody has said.
    """

    workshop: Workshop
    summary: str
    language: str = "en"
    aim: str | None = None
    who: str | None = None
    prepare: Sequence[TextLine] = ()
    begins: int | None = None
    people: int | None = None

    def by_author(self, text: str) -> Words:
        """What the pack says."""
        return written(text, self.language)

    @property
    def title(self) -> Words:
        """What the workshop is called."""
        return self.by_author(self.workshop.title)


def written(text: str, language: str) -> Written:
    """A text of a pack, its paragraphs parted by blank lines as on the screen of a room."""
    # Made safe first: a break inside an escape code would become part of a longer one.
    blocks = (" ".join(block.split()) for block in safe(text, keep=True).split("\n\n"))
    return Written("\n\n".join(block for block in blocks if block), language)


def of_scenario(scenario: Scenario, text: str) -> Written:
    """A text of a scenario."""
    return written(text, scenario.language)
