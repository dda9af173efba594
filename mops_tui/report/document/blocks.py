"""A document that knows neither Markdown nor HTML: parts, made of a few kinds of blocks.

Every text in it is text: whoever writes it down escapes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.report.content.parts import ShownPicture
from mops_tui.words.safe import in_one_line

_ENDS = (":", "?", "!", "…", "？", "！", "：", "؟")
"""What a label may end with and need no colon."""


@dataclass(frozen=True)
class Written:
    """What the author of a pack wrote, in the language of the pack."""

    text: str
    language: str


Words = str | Written
"""A text: the program's own, or an author's."""


@dataclass(frozen=True)
class TitleBlock:
    """A heading inside a part, of level 2 or 3.

    Attributes:
        new_page: In print it begins a page.
    """

    text: Words
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True)
class TextBlock:
    """A paragraph."""

    text: Words


@dataclass(frozen=True)
class ListPoint:
    """A line of a list.

    Attributes:
        texts: One text, or several that stand below the label.
        label: What it is, before it.
        private: For the facilitator's eyes, and marked so.
    """

    texts: tuple[Words, ...]
    label: str = ""
    private: bool = False


@dataclass(frozen=True)
class ListBlock:
    """A list."""

    points: tuple[ListPoint, ...]
    numbered: bool = False


@dataclass(frozen=True)
class TableBlock:
    """A table with a heading over each column.

    Attributes:
        caption: What it shows.
        to_fill: Its empty cells are filled in by hand.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    to_fill: bool = False


@dataclass(frozen=True)
class FormBlock:
    """Fields to fill in by hand: what each is called, and what stands there already."""

    caption: str
    fields: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class StepBlock:
    """A place of the day.

    Attributes:
        at: When it begins.
        length: How long it takes.
        aloud: What is read out.
        aloud_label: What that is: a brief, or a question.
        points: All that the facilitator wants to know about it.
    """

    at: str
    length: str
    title: Words
    aloud: Words = ""
    aloud_label: str = ""
    points: tuple[ListPoint, ...] = ()


@dataclass(frozen=True)
class PictureBlock:
    """A picture of the votes: drawn on a page, in characters in a text."""

    shown: ShownPicture


Block = TitleBlock | TextBlock | ListBlock | TableBlock | FormBlock | StepBlock | PictureBlock


@dataclass(frozen=True)
class DocumentPart:
    """A part that can be handed out by itself.

    Attributes:
        title: The workshop.
        kind: What this part is: an invitation, a run sheet, a follow-up.
        private: What to say where it is for the facilitator alone, else "".
    """

    title: Words
    kind: str
    blocks: tuple[Block, ...]
    private: str = ""


def with_colon(label: str) -> str:
    """A label before what it is about; one that asks has its own end."""
    shown = in_one_line(label)
    return shown if shown.endswith(_ENDS) else f"{shown}:"


@dataclass(frozen=True)
class HandoutDocument:
    """What is written into one file.

    Attributes:
        language: That of the program's own words.
    """

    title: str
    parts: tuple[DocumentPart, ...]
    language: str
