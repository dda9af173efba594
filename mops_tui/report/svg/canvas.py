"""What is drawn on: parts with classes and plain colours, and texts that are known to fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from mops_tui.model.text.html import Html, element
from mops_tui.report.svg.style import COLOURS, FONT, Look
from mops_tui.words.safe import ELLIPSIS, cells, in_one_line

WIDTH = 360.0
"""Units across every picture: three of them stand side by side on a page of A4."""
SIZE, SMALL = 14.0, 12.0
"""Heights of letters."""
_CELL = 0.51
"""A terminal's cell in heights of letters: what most letters take, capitals included."""
_WIDEST = "MWmw%@Œœ—…&GOQDHN"
Anchor = Literal["start", "middle", "end"]


def width_of(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide a text is at most, near enough: no font is known here."""
    wide = sum(sign in _WIDEST for sign in text)
    taken = cells(text) * _CELL + wide * 0.25
    return taken * size * (1.06 if bold else 1.0)


def fitted(text: str, width: float, size: float = SIZE, *, bold: bool = False) -> str:
    """A text on one line, cut at a word where it is too wide, or inside one that alone is."""
    plain = in_one_line(text)
    if width_of(plain, size, bold=bold) <= width:
        return plain
    kept = plain
    while kept and width_of(kept + ELLIPSIS, size, bold=bold) > width:
        kept = kept[:-1]
    at_word = kept.rsplit(" ", 1)[0] if " " in kept else kept
    kept = at_word if len(at_word) * 2 > len(kept) else kept
    return kept.rstrip(" ,.;:") + ELLIPSIS if kept.strip() else ELLIPSIS


def wrapped(text: str, width: float, most: int, size: float = SIZE) -> list[str]:
    """A text in at most so many lines, the last one cut where more would follow."""
    lines: list[str] = []
    rest = in_one_line(text)
    while rest and len(lines) < most - 1 and width_of(rest, size) > width:
        taken = ""
        for word in rest.split(" "):
            longer = f"{taken} {word}".strip()
            if taken and width_of(longer, size) > width:
                break
            taken = longer
        if width_of(taken, size) > width:  # one word wider than the line
            break
        lines.append(taken)
        rest = rest[len(taken) :].strip()
    return [*lines, fitted(rest, width, size)] if rest else lines


def number(value: float) -> str:
    """A coordinate as it is written: two decimals at most, and never "-0"."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


class SvgCanvas:
    """Collects the parts of a picture, from the ground up.

    Attributes:
        height: How high it is by now: the lowest part, and a margin.
    """

    def __init__(self) -> None:
        self._parts: list[Html] = []
        self.height = 0.0

    def parts(self) -> Iterable[Html]:
        """What was drawn, in order."""
        return tuple(self._parts)

    def reach(self, y: float) -> None:
        """The picture is at least so high."""
        self.height = max(self.height, y)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        look: Look = "ink",
        *,
        size: float = SIZE,
        anchor: Anchor = "start",
        bold: bool = False,
        width: float = WIDTH,
    ) -> None:
        """A line of text whose foot is at `y`; it is cut where it is wider than `width`."""
        shown = fitted(text, width, size, bold=bold)
        if not shown:
            return
        self._parts.append(
            element(
                "text",
                shown,
                x=number(x),
                y=number(y),
                class_=f"f-{look}",
                fill=_plain(look),
                font_size=number(size),
                **({"font_weight": "600"} if bold else {}),
                **({} if anchor == "start" else {"text_anchor": anchor}),
            )
        )
        self.reach(y + size * 0.35)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: Look = "none",
        line: Look = "none",
        *,
        round_: float = 0.0,
        dashed: bool = False,
    ) -> None:
        """A box."""
        corners = {"rx": number(round_)} if round_ else {}
        where = {"x": number(x), "y": number(y), "width": number(max(0.0, width))}
        where |= {"height": number(max(0.0, height))} | corners
        self._shape("rect", fill, line, where, dashed=dashed)
        self.reach(y + height + 1)

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        line: Look = "line",
        *,
        wide: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """A line."""
        where = {"x1": number(x0), "y1": number(y0), "x2": number(x1), "y2": number(y1)}
        self._shape("line", "none", line, where, wide=wide, dashed=dashed)
        self.reach(max(y0, y1) + 1)

    def circle(
        self, x: float, y: float, r: float, fill: Look, line: Look = "none", *, wide: float = 1.0
    ) -> None:
        """A disc, or a ring where it has no fill."""
        where = {"cx": number(x), "cy": number(y), "r": number(r)}
        self._shape("circle", fill, line, where, wide=wide)
        self.reach(y + r + 1)

    def path(
        self,
        points: Iterable[tuple[float, float]],
        fill: Look = "none",
        line: Look = "none",
        *,
        wide: float = 1.0,
        closed: bool = False,
        dashed: bool = False,
    ) -> None:
        """Straight lines through some points."""
        every = list(points)
        if len(every) < 2:
            return
        drawn = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in every)
        where = {"d": drawn + ("Z" if closed else "")}
        self._shape("path", fill, line, where, wide=wide, dashed=dashed)
        self.reach(max(y for _x, y in every) + 1)

    def arrow(self, x0: float, y0: float, x1: float, y1: float, line: Look = "soft") -> None:
        """An arrow, with its head at the end."""
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        if length < 1:
            return
        dx, dy = (x1 - x0) / length, (y1 - y0) / length
        self.line(x0, y0, x1, y1, line, wide=1.4)
        left = (x1 - 7 * dx + 3.5 * dy, y1 - 7 * dy - 3.5 * dx)
        right = (x1 - 7 * dx - 3.5 * dy, y1 - 7 * dy + 3.5 * dx)
        self.path([left, (x1, y1), right], line, closed=True)

    def _shape(
        self,
        tag: str,
        fill: Look,
        line: Look,
        where: dict[str, str],
        *,
        wide: float = 1.0,
        dashed: bool = False,
    ) -> None:
        classes = [f"f-{fill}"] if fill != "none" else []
        given = {"fill": _plain(fill)}
        if line != "none":
            classes.append(f"s-{line}")
            given["stroke"] = _plain(line)
            if wide != 1:
                given["stroke_width"] = number(wide)
        if dashed:
            given["stroke_dasharray"] = "4 3"
        if classes:
            given["class_"] = " ".join(classes)
        self._parts.append(element(tag, **where, **given))


def _plain(look: Look) -> str:
    return COLOURS[look]


def group_font() -> dict[str, str]:
    """The attributes of what holds all texts."""
    return {"font_family": FONT}
