"""What a slide is made of, before it is PowerPoint: frozen values, in inches and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 13.333, 7.5
"""A slide of 16:9, in inches."""
SMALLEST = 14
"""Points of the smallest text: what the last row of a room can read."""

Tone = Literal["text", "muted", "accent", "pale", "paper", "line"]
"""What a colour is for; the theme of the file has the colours."""


@dataclass(frozen=True)
class SlideBox:
    """A rectangle of a slide, in inches."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a slide.

    Attributes:
        label: What stands before it, bold: "Owner".
    """

    text: str
    label: str = ""
    bold: bool = False
    tone: Tone = "text"

    @property
    def start(self) -> str:
        """Its label as it stands before the text."""
        if not self.label:
            return ""
        return f"{self.label} " if self.label[-1] in "?!:." else f"{self.label}: "

    @property
    def whole(self) -> str:
        """All of it as one text."""
        return self.start + self.text


@dataclass(frozen=True)
class SlideText:
    """Text in a box, at a size at which it fits.

    Attributes:
        size: In points.
        body: It goes into the body of the layout, so that the outline has it.
        bullets: Its paragraphs are a list.
    """

    box: SlideBox
    paragraphs: tuple[Paragraph, ...]
    size: int
    body: bool = False
    bullets: bool = False
    name: str = ""


@dataclass(frozen=True)
class SlideTable:
    """A table: the first row has the headings; `widths` and `heights` are inches."""

    box: SlideBox
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: int
    name: str = ""
    alternative: str = ""


@dataclass(frozen=True)
class ChartSeries:
    """A row of figures of a chart; None where there is none."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class ChartTable:
    """What a native chart draws, and all that its workbook holds.

    Attributes:
        shape: Bars beside each other, or stacked to 100 per cent.
        unit: What follows a figure: "%" or nothing.
        lead: The categories that lead.
        more: How many rows of the picture had no room.
        both: Its steps lie on both sides of a middle.
    """

    shape: Literal["bars", "stacked"]
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str = ""
    lead: frozenset[int] = frozenset()
    more: int = 0
    both: bool = False


@dataclass(frozen=True)
class SlideChart:
    """A native chart."""

    box: SlideBox
    table: ChartTable
    name: str
    alternative: str


@dataclass(frozen=True)
class DrawnShape:
    """A shape of a drawing, in inches of the slide.

    Attributes:
        shape: `line` and `arrow` run from the first point to the last; `path` through all.
        points: For a line, an arrow, a path.
        text: Stands in it, in one line.
        fill: None where it is not filled.
        edge: The colour of its line, None where it has none.
    """

    shape: Literal["rect", "ellipse", "line", "arrow", "path", "text"]
    box: SlideBox
    points: tuple[tuple[float, float], ...] = ()
    text: str = ""
    size: int = SMALLEST
    bold: bool = False
    align: Literal["left", "center", "right"] = "center"
    tone: Tone = "text"
    fill: Tone | None = None
    edge: Tone | None = None
    thick: float = 1.0
    dashed: bool = False


@dataclass(frozen=True)
class SlideDrawing:
    """Shapes in a group."""

    box: SlideBox
    shapes: tuple[DrawnShape, ...]
    name: str
    alternative: str


SlidePart = SlideText | SlideTable | SlideChart | SlideDrawing


@dataclass(frozen=True)
class SlidePlan:
    """A slide.

    Attributes:
        title: Its title, as it fits; `title_size` in points.
        above: A line over the title: what the slide is about.
        notes: What the speaker reads: paragraphs.
        cut: A text on it was cut; the whole of it stands in the notes.
        first: It is the title slide.
    """

    title: str
    title_size: int
    above: str
    parts: tuple[SlidePart, ...]
    notes: tuple[str, ...]
    cut: bool = False
    first: bool = False
