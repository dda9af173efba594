"""Every picture, drawn in a small app at two sizes, as SVG.

`python docs/gallery.py FOLDER [THEME]`; the themes are those of `mops_tui.tui.themes`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support import samples as s

from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.cells import cells_picture
from mops_tui.pictures.curve import curve_picture
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.map import map_picture
from mops_tui.pictures.shapes import Picture
from mops_tui.tui import themes
from mops_tui.tui.widgets.picture import PictureView

SIZES = ((78, 14), (118, 30))


def pictures() -> dict[str, Picture]:
    """One of each kind, from the product's own scenarios."""
    points = s.first("org-placement", "allocate", "map")
    waves = s.first("adoption-waves", "curve")
    ready = s.first("change-readiness", "rate", "cells")
    hands = s.first("order-from-chaos", "hands")
    choice = s.first("order-from-chaos", "choice")
    pairs = s.first("mops-personas", "pairs")
    grid = s.mops_grid()
    early = [[84, 76, 90, 70, 66, 80], [30, 38, 44, 25, 50, 36], [4, 10, 12, 20, 8, 15]]
    late = [[74, 78, 80, 72, 70, 82], [46, 52, 50, 44, 58, 49], [10, 18, 16, 22, 12, 26]]
    room = s.summary(s.PEOPLE, s.LEANING, before=s.EARLIER)
    split = s.summary(s.PEOPLE, called=(4, 0, 2, 1), split_y=True)
    return {
        "map": map_picture(
            points, s.spread(points, [20, 38, 12, 20], round=2), s.spread(points, [52, 20, 10, 8])
        ),
        "curve": curve_picture(waves, s.waved(waves, late, 2), s.waved(waves, early)),
        "cells": cells_picture(ready, s.rated(ready)),
        "cells-sixty": cells_picture(ready, s.rated(ready, 60)),
        "grid": grid_picture(grid, room, s.NAMES),
        "grid-split": grid_picture(grid, split, {}),
        "grid-crowd": grid_picture(grid, s.summary(s.crowd(500)), {}),
        "bars": bars_picture(
            choice,
            s.spread(choice, [4, 2, 1, 2], called=4, round=2),
            s.spread(choice, [2, 4, 1, 2]),
        ),
        "bars-mirror": bars_picture(hands, s.spread(hands, [3, 6])),
        "bars-points": bars_picture(points, s.spread(points, [30, 28, 12, 20])),
        "scales": bars_picture(ready, s.rated(ready)),
        "pairs": bars_picture(pairs, s.paired(pairs)),
        "waves": bars_picture(waves, s.waved(waves, late)),
    }


class Frame(App[None]):
    """One picture and nothing else."""

    CSS: ClassVar[str] = "Screen { padding: 1 1; }"

    def __init__(self, picture: Picture, theme: str) -> None:
        super().__init__()
        self._shown = picture
        for look in (themes.DARK, themes.LIGHT, themes.CONTRAST):
            self.register_theme(look)
        self.theme = theme

    def compose(self) -> ComposeResult:
        """The picture alone."""
        yield PictureView(self._shown)


async def save(folder: Path, theme: str) -> None:
    """Draw all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures().items():
        for width, height in SIZES:
            app = Frame(picture, theme)
            async with app.run_test(size=(width + 2, height + 2)):
                svg = app.export_screenshot()
            path = folder / f"{name}-{width}x{height}.svg"
            path.write_text(svg, encoding="utf-8")
            print(path.name)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python docs/gallery.py FOLDER [THEME]")
    asyncio.run(save(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else themes.DARK.name))
