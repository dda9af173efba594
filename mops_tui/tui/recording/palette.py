"""The styles of a film as CSS: each pair of colours is a variable, dark or light as one looks."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

from mops_tui.tui.recording.film import Film, Ink, Pair
from mops_tui.tui.recording.markup import parts_of


def style_sheet(film: Film, dark: Theme, light: Theme) -> str:
    """The classes of a film's runs, and the colours of the page around it, in both looks.

    Whoever looks decides: the page follows the browser, or the button on it. In print it is light.
    """
    ground = _ground(film)
    pairs = {"text": (_hex(dark.foreground), _hex(light.foreground)), "ground": ground}
    pairs |= _of_page(dark, light)
    names: dict[Pair, str] = {}
    rules = []
    for number, ink in enumerate(film.inks):
        for pair in (ink.colour, ink.ground):
            if pair != ("", ""):
                names.setdefault(pair, f"c{len(names)}")
        rules.append(_rule(number, ink, names, ground))
    pairs |= {name: pair for pair, name in names.items()}
    widths = sorted(
        {cells for line in film.lines for run in line for _text, cells, _odd in parts_of(run.text)}
    )
    first = "".join(f"--{name}:{pair[0] or 'inherit'};" for name, pair in pairs.items())
    second = "".join(f"--{name}:{pair[1] or 'inherit'};" for name, pair in pairs.items())
    return "".join([
        f":root{{color-scheme:dark;--cols:{film.size[0]};{first}}}\n",
        "@media (prefers-color-scheme:light){",
        f":root:not([data-theme=dark]){{color-scheme:light;{second}}}}}\n",
        f":root[data-theme=light]{{color-scheme:light;{second}}}\n",
        f"@media print{{:root,:root[data-theme]{{color-scheme:light;{second}}}}}\n",
        *rules,
        *(f".w{cells}{{width:{cells}ch}}\n" for cells in widths),
    ])  # fmt: skip


def _rule(number: int, ink: Ink, names: Mapping[Pair, str], ground: Pair) -> str:
    parts = []
    if ink.colour in names:
        parts.append(f"color:var(--{names[ink.colour]})")
    if ink.ground in names and ink.ground != ground:
        parts.append(f"background:var(--{names[ink.ground]})")
    if ink.bold:
        parts.append("font-weight:700")
    if ink.italic:
        parts.append("font-style:italic")
    lines = [
        name for name, on in (("underline", ink.underline), ("line-through", ink.strike)) if on
    ]
    if lines:
        parts.append(f"text-decoration:{' '.join(lines)}")
    return f".s{number}{{{';'.join(parts)}}}\n" if parts else ""


def _ground(film: Film) -> Pair:
    """The ground that most of the screen has."""
    areas: dict[Pair, int] = {}
    for line in film.lines:
        for run in line:
            ground = film.inks[run.style].ground
            areas[ground] = areas.get(ground, 0) + len(run.text)
    return max(areas, key=areas.__getitem__, default=("", ""))


def _of_page(dark: Theme, light: Theme) -> dict[str, Pair]:
    """The colours of what stands around the screen."""
    both = (dark, light)

    def pair(one: str, other: str) -> Pair:
        return _hex(one), _hex(other)

    muted = [theme.variables["footer-description-foreground"] for theme in both]
    edges = [
        Color.parse(theme.background or "").blend(Color.parse(theme.foreground or ""), 0.5).hex
        for theme in both
    ]
    lines = [
        Color.parse(theme.background or "").blend(Color.parse(theme.foreground or ""), 0.2).hex
        for theme in both
    ]
    return {
        "bg": pair(dark.background or "", light.background or ""),
        "fg": pair(dark.foreground or "", light.foreground or ""),
        "panel": pair(dark.panel or "", light.panel or ""),
        "accent": pair(dark.accent or "", light.accent or ""),
        "muted": pair(*muted),
        "edge": pair(*edges),
        "line": pair(*lines),
    }


def _hex(colour: str | None) -> str:
    return Color.parse(colour or "").hex.lower() if colour else ""
