"""A document that knows neither Markdown nor HTML: parts, made of a few kinds of blocks.

Every text in it is text: whoever writes it down escapes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mops_tui.report.content.parts import ShownPicture
from mops_tui.words.safe import in_one_line

_ENDS = (":", "?", "!", "…", "？", "！", "：", "؟")
"""What a label may end with and need no colon."""
SHORT = 40
"""So many characters of a fact stand beside another fact; more take the width of the page."""


@dataclass(frozen=True)
class Written:
    """What somebody wrote: the author of a pack, in its language; or a person, in "" (unknown)."""

    text: str
    language: str


Words = str | Written
"""A text: the program's own, or somebody's."""
TableLook = Literal["", "next", "matrix", "small"]
TextLook = Literal["", "banner", "held", "soft", "aside", "news"]


@dataclass(frozen=True)
class TitleBlock:
    """A heading inside a part, one level or more below the part's own.

    Attributes:
        new_page: In print it begins a page.
    """

    text: Words
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True)
class TextBlock:
    """A paragraph.

    Attributes:
        look: What it is beside plain text: a warning that nobody overlooks, something said aside,
            news that came in between.
    """

    text: Words
    look: TextLook = ""


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
    """A list.

    Attributes:
        look: A kind of list that has a look of its own.
        title: What it is, on a page; in a text its labels say it.
    """

    points: tuple[ListPoint, ...]
    numbered: bool = False
    look: Literal["", "sides", "plain"] = ""
    title: str = ""


@dataclass(frozen=True)
class TableBlock:
    """A table with a heading over each column.

    Attributes:
        caption: What it shows.
        rows: Each as many cells as there are headings; a single cell is a heading over the rows
            below it.
        to_fill: Its empty cells are filled in by hand.
        titled: A heading before it says what its caption says, which is then only read out.
        rows_headed: The first cell of a row says what the row is about.
        look: What has a look of its own: narrow columns, or the names of many people.
    """

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    to_fill: bool = False
    titled: bool = False
    rows_headed: bool = False
    look: TableLook = ""


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
    """A picture of the votes: drawn on a page, in characters in a text.

    Attributes:
        in_text: A text draws it as well; else the words beside it are enough there.
    """

    shown: ShownPicture
    in_text: bool = True


@dataclass(frozen=True)
class StatementBlock:
    """What was found: first what matters, then more of it, then who was asked.

    Attributes:
        ask: What was asked.
        label: Which of several it is, such as a round.
    """

    first: str
    more: str = ""
    note: str = ""
    ask: Words = ""
    label: str = ""


@dataclass(frozen=True)
class FactsBlock:
    """(what it is, what it says) of something: facts in two columns."""

    facts: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class BoxBlock:
    """Blocks that belong together and stand on one page; `look` says what they are."""

    look: BoxLook
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ColumnsBlock:
    """Blocks beside each other, where there is room for that; a text has them in order."""

    columns: tuple[tuple[Block, ...], ...]
    look: Literal["rounds", "findings", "last", "told"]


BoxLook = Literal["decision", "open", "question", "begin"]
Block = (
    TitleBlock
    | TextBlock
    | ListBlock
    | TableBlock
    | FormBlock
    | StepBlock
    | PictureBlock
    | StatementBlock
    | FactsBlock
    | BoxBlock
    | ColumnsBlock
)


PartLook = Literal["", "page-one", "page-one dense", "page-one denser", "scenario", "appendix"]


@dataclass(frozen=True)
class DocumentPart:
    """A part that can be handed out by itself.

    Attributes:
        title: The workshop, or what the part is about.
        kind: What this part is: an invitation, a run sheet, a follow-up; or "".
        private: What to say where it is for the facilitator alone, else "".
        level: Of its heading: 1 for a part that stands for itself, 2 for one of a whole.
        name: What has a look, and pages, of its own.
    """

    title: Words
    kind: str
    blocks: tuple[Block, ...]
    private: str = ""
    level: int = 1
    name: PartLook = ""


def with_colon(label: str) -> str:
    """A label before what it is about; one that asks has its own end."""
    shown = in_one_line(label)
    return shown if shown.endswith(_ENDS) else f"{shown}:"


@dataclass(frozen=True)
class TextDocument:
    """What is written into one file.

    Attributes:
        language: That of the program's own words.
        running: What stands at the foot of every printed page, beside its number.
        report: It is a report, and looks like one.
    """

    title: str
    parts: tuple[DocumentPart, ...]
    language: str
    running: str = ""
    report: bool = False
