"""A few charts as they should look, so that a reader sees them and a change is noticed."""

from __future__ import annotations

from dataclasses import replace

from support import samples as s

from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.curve import curve_picture
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.map import map_picture
from mops_tui.tui.charts.dispatch import draw

MAP = s.first("org-placement", "allocate", "map")
CURVE = s.first("adoption-waves", "curve")
HANDS = s.first("order-from-chaos", "hands")

MAP_DRAWN = """\
╭────────────────────────────────────────────────────────────────────────────╮
│ ┌──────────────────────┐                MOps      ┌──────────────────────┐ │
│ │       Marketing      │ ┌──────────────────────┐ │          IT          │ │
│ │   22 % · 20 points   │ │        RevOps        │ │   42 % · 38 points   │ │
│ │   ███▌────────────   │ │ ○ 22 % · 20 points   │ │   ███████─────────   │ │
│ └──────────   ─────────┘ │   ███▌────────────   │ └──────────   ─────────┘ │
│                          └──────────   ─────────┘                          │
│                          ┌──────────   ─────────┐                          │
│                          │         Sales        │                          │
│                          │   13 % · 12 points   │                          │
│                          │   ██──────────────   │                          │
│                          └──────────────────────┘                          │
╰───────────────────────────────────╴    ╶───────────────────────────────────╯
MOps between the rooms   ○ from the round before             9 people answered
"""

CURVE_DRAWN = """\
3 people answered
                                      B  ⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⣀⣀     A
                                   ⢀⣀⠤⠒⠊⠉              ⠉⠑⠒⠤⢄⡀
                                ⠠⠔⠊⠁                        ⠈⠉⠒⠤⣀a
                       b                                         ⠉⠒⠤⣀⡀
                      ⢀⡠⠤⠒⠉                                          ⠈⠑⠢⢄⣀
            C   ⢀⣀⠤⠔⠒⠉⠁                                                   ⠉⠑⠢⠄
   c   ⣀⣀⣀⠤⠤⠔⠒⠒⠉⠁
⠐⠊⠉⠉⠉⠉⠉
──────1────┴───────2──────┘  3  └───────4───────┴────────5───────┴─────6──────
 innovators early adopters  gap  early majority    late majority   laggards
                             The website · late majority ├─ A ┤←╌a
                       b╌╌╌╌╌╌╌╌╌╌→├─ B ┤ Live chat with people behind it
   c╌╌╌→├── C ┤ AI bots that answer customers · early adopters
"""

GRID_DRAWN = """\
           ╭ ◤ Modernizers 1 ─────── emotional ───── ◥ Orchestrators 1 ╮
           │                             ┊                             │
           │         MD●↖                ┊                             │
           │             ⠉⠢⢄             ┊        ↗●SL                 │
           │                ⠉○       ╻   ┊      ⡠⠊                     │
           │                       ╺━╋━╸median ○                       │
technology ┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╹┄┄┄┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┼ arts
           │                ●IT          ┊                             │
           │                             ┊    ●AN                      │
           │                             ┊                             │
           │                             ┊                             │
           │                             ┊                             │
           ╰ ◣ Scientists 1 ──────── rational ────── ◢ Psychologists 1 ╯
● own place   ○ from answers   ○→● same person               4 people answered
"""

BARS_DRAWN = """\
Yes                                           3 votes   33 %
████████████████████
░░░░░░░░░░░░░░ 23 %
No                                            6 votes   67 %
████████████████████████████████████████

0 %          25 %           50 %           75 %        100 %

█ this room   ░ The MO Pros camp, July 2021 (n = 15)
"""


def test_the_map() -> None:
    picture = map_picture(MAP, s.spread(MAP, [20, 38, 12, 20]), s.spread(MAP, [52, 20, 10, 8]))
    assert draw(picture, 78, 14).text() + "\n" == MAP_DRAWN


def test_the_curve() -> None:
    late = s.waved(CURVE, [[74, 78, 80], [46, 52, 50], [10, 18, 16]], 2)
    picture = curve_picture(CURVE, late, s.waved(CURVE, [[84] * 3, [30] * 3, [4] * 3]))
    assert draw(picture, 78, 14).text() + "\n" == CURVE_DRAWN


def test_a_wave_that_too_few_placed_is_not_one_that_nobody_placed() -> None:
    picture = curve_picture(CURVE, s.waved(CURVE, [[74, 78, 80], [], [10, 18, 16]]))
    first, empty, last = picture.waves
    thin = replace(last, x=None, low=None, high=None, dots=(), n=2)
    text = draw(replace(picture, waves=(first, empty, thin)), 78, 14).text()
    assert f"{empty.label} · nobody placed it" in text
    assert f"{thin.label} · too few placed it" in text


def test_the_grid() -> None:
    picture = grid_picture(s.mops_grid(), s.summary(s.PEOPLE[:4], s.LEANING[:2]), s.NAMES)
    assert draw(picture, 78, 14).text() + "\n" == GRID_DRAWN


def test_the_bars_beside_a_mirror() -> None:
    picture = bars_picture(HANDS, s.spread(HANDS, [3, 6]))
    assert draw(picture, 60, 9).text() + "\n" == BARS_DRAWN
