"""Reading QR codes from a drawn screen, as a camera would: from an image of its cells."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len
from rich.color import Color
from rich.terminal_theme import DIMMED_MONOKAI
from textual.screen import Screen

CELL = (8, 16)
"""Pixels of a cell: twice as high as it is wide."""


def codes_on(screen: Screen[Any]) -> list[str]:
    """The texts of all QR codes that can be read from an image of a screen.

    Where there is no decoder the test is skipped, with that as the reason.
    """
    zxingcpp = pytest.importorskip("zxingcpp", reason="no zxing-cpp to read QR codes with")
    image = pytest.importorskip("PIL.Image", reason="no Pillow to make an image with")
    width, height = CELL
    columns, rows = screen.app.size
    drawn = image.new("RGB", (columns * width, rows * height))
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _control in strip:
            front, ground = _rgb(style, front=True), _rgb(style, front=False)
            for letter in text:
                upper = front if letter in "█▀" else ground
                lower = front if letter in "█▄" else ground
                for colour, top in ((upper, 0), (lower, height // 2)):
                    box = (x * width, y * height + top)
                    drawn.paste(colour, (*box, box[0] + width, box[1] + height // 2))
                x += cell_len(letter)
    formats = zxingcpp.BarcodeFormat.QRCode
    return [one.text for one in zxingcpp.read_barcodes(drawn, formats=formats)]


def _rgb(style: Any, *, front: bool) -> tuple[int, int, int]:
    colour = (style.color if front else style.bgcolor) if style is not None else None
    found: Color = colour or Color.default()
    red, green, blue = found.get_truecolor(DIMMED_MONOKAI, foreground=front)
    return red, green, blue
