"""One action of the registry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KeyAction:
    """Something that a key does.

    Attributes:
        id: Its name in the settings file, and of its method.
        keys: Its keys, comma-separated, as Textual names them; the first is shown.
        label: A word or two for the footer.
        help: A line for the help screen and the palette.
        group: Where it works: "everywhere", "home", "room", "timer", "write",
            "rehearsal", "replay", "compare", "practice", "walk" or "review".
        shown: It may stand in the footer, where it fits.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    shown: bool = True
