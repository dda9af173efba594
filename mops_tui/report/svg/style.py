"""How the parts of a picture look: by class, so that a page's own colours reach them.

A file by itself brings the same rules along, for light and dark. Every part has a plain colour as
an attribute, too: an office program knows neither classes nor variables.
"""

from __future__ import annotations

from typing import Literal

Look = Literal["ink", "soft", "strong", "on-strong", "tint", "pale", "paper", "line", "none"]
"""What a part is: text, lesser text, what matters, text on that, an empty track, what is counted
and does not lead, the ground, a line."""
COLOURS: dict[Look, str] = {
    "ink": "#1b1f24",
    "soft": "#57606a",
    "strong": "#0b5cad",
    "on-strong": "#ffffff",
    "tint": "#eef1f5",
    "pale": "#a9c4e2",
    "paper": "#ffffff",
    "line": "#b6bec8",
    "none": "none",
}
DARK: dict[Look, str] = {
    "ink": "#e6e9ed",
    "soft": "#9ea7b3",
    "strong": "#7db8f7",
    "on-strong": "#10151b",
    "tint": "#262c34",
    "pale": "#3f5f82",
    "paper": "#16191d",
    "line": "#5a6572",
    "none": "none",
}
PRINTED: dict[Look, str] = {**COLOURS, "ink": "#000000", "soft": "#333333"}
"""Dark enough on any paper; the lighter fill stays apart from the darker one in grey, too."""
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def _rules(colours: dict[Look, str], within: str = "") -> str:
    rules = [
        f"{within}.f-{look}{{fill:{colour}}}{within}.s-{look}{{stroke:{colour}}}"
        for look, colour in colours.items()
    ]
    return "".join(rules)


SVG_STYLE = (
    f"{_rules(COLOURS)}\n"
    f"@media (prefers-color-scheme: dark){{{_rules(DARK)}}}\n"
    f"@media print{{{_rules(PRINTED)}}}\n"
)
"""The rules of all pictures, for a page and for a file by itself."""
