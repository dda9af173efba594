"""What is drawn on: parts with classes and plain colours, and texts that are known to fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from math import hypot, isfinite
from typing import Literal

from mops_tui.model.text.html import Html, element
from mops_tui.pictures.places.areas import Area
from mops_tui.report.slides.fitting import cut_text, lines_of, text_width
from mops_tui.report.svg.style import COLOURS, FONT, Look
from mops_tui.words.safe import ELLIPSIS, in_one_line

WIDTH = 360.0
"""Units across every picture: three of them stand side by side on a page of A4."""
SIZE, SMALL = 14.0, 12.0
"""Heights of letters."""
Anchor = Literal["start", "middle", "end"]


_POINTS = 72
"""Slides measure in inches, and letters in points: of so many, a letter is an inch high."""


def width_of(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide a text is at most: as on slides, with the widest font that is likely."""
    return text_width(text, size * _POINTS, bold=bold)


def fitted(text: str, width: float, size: float = SIZE, *, bold: bool = False) -> str:
    """A text on one line, cut at a word where it is too wide, or inside one that alone is."""
    return next(iter(wrapped(text, width, 1, size, bold=bold)), "")


def wrapped(
    text: str, width: float, most: int, size: float = SIZE, *, bold: bool = False
) -> list[str]:
    """A text in at most so many lines, the last one cut where more would follow."""
    shown = in_one_line(text)
    if not shown or width < width_of(ELLIPSIS, size, bold=bold):
        return []
    kept = cut_text(shown, width, size * _POINTS, most, bold=bold)
    return lines_of(kept, width, size * _POINTS, bold=bold)[:most]


def whole(value: float) -> float:
    """A place in unit coordinates, whatever came of reckoning."""
    return min(1.0, max(0.0, value)) if isfinite(value) else 0.0


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
        upright: bool = False,
    ) -> None:
        """A line of text whose foot is at `y`; it is cut where it is wider than `width`.

        What is `upright` is read from below.
        """
        shown = fitted(text, width, size, bold=bold)
        if not shown:
            return
        more = {"transform": f"rotate(-90 {number(x)} {number(y)})"} if upright else {}
        if any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in shown):
            more["unicode_bidi"] = "plaintext"
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
                **more,
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
        wide: float = 1.0,
    ) -> None:
        """A box."""
        corners = {"rx": number(round_)} if round_ else {}
        where = {"x": number(x), "y": number(y), "width": number(max(0.0, width))}
        where |= {"height": number(max(0.0, height))} | corners
        self._shape("rect", fill, line, where, wide=wide, dashed=dashed)
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

    def arrow(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        line: Look = "soft",
        *,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        """An arrow, with its head at the end; it keeps so far from its start and its end."""
        (x0, y0), (x1, y1) = start, end
        length = hypot(x1 - x0, y1 - y0)
        if length < before + after + 3:
            return
        dx, dy = (x1 - x0) / length, (y1 - y0) / length
        x0, y0, x1, y1 = x0 + dx * before, y0 + dy * before, x1 - dx * after, y1 - dy * after
        head, half = min(7.0, length - before - after), 3.3
        foot = (x1 - head * dx, y1 - head * dy)
        self.line(x0, y0, *foot, line, wide=1.4)
        left = (foot[0] + half * dy, foot[1] - half * dx)
        right = (foot[0] - half * dy, foot[1] + half * dx)
        self.path([left, (x1, y1), right], line, closed=True)

    def hatch(self, area: Area, line: Look = "soft", *, every: float = 5.0) -> None:
        """Slanting lines in a box: what is told without any colour."""
        pieces = []
        offset = every / 2
        while offset < area.w + area.h:
            x0, y0 = area.x + min(offset, area.w), area.y + max(0.0, offset - area.w)
            x1, y1 = area.x + max(0.0, offset - area.h), area.y + min(offset, area.h)
            pieces.append(f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}")
            offset += every
        if pieces:
            self._shape("path", "none", line, {"d": "".join(pieces)}, wide=1.2)

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
