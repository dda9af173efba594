"""What must be said to Textual before it is imported, since it reads its environment only then.

Each guard names the terminal that it is for, and where the trouble was reported. What somebody has
set by hand stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

KEYS = "TEXTUAL_DISABLE_KITTY_KEY"
"""1 takes the extended keyboard protocol away."""
SMOOTH = "TEXTUAL_SMOOTH_SCROLL"
"""0 keeps the mouse in cells, and resizes to the signal that every terminal sends."""


def guard(environment: MutableMapping[str, str]) -> tuple[str, ...]:
    """Set what this terminal needs.

    Args:
        environment: Of this process; it is changed.

    Returns:
        The names of the variables that were set.
    """
    needed = guards(environment)
    for name, value in needed.items():
        environment[name] = value
    return tuple(needed)


def guards(environment: Mapping[str, str]) -> dict[str, str]:
    """What a terminal needs, beyond what somebody has set."""
    needed = {SMOOTH: "0"}
    if _iterm(environment):
        needed[KEYS] = "1"
    return {name: value for name, value in needed.items() if name not in environment}


# The guards, in full:
#
# SMOOTH, every terminal. Textual asks for mouse positions in pixels wherever resizes are reported
# in band, and from the first such report on divides every position by the size of a cell, for good.
# Terminals and multiplexers that go on reporting cells, or report pixels of another size on a dense
# screen, put every click into the upper left corner after a resize: textual#5547 (VS Code),
# herdr#3295 and #3675, tuios#118, SwiftTerm#686. No list of them can be complete, and pixels are
# good only for a finer scrollbar, which nothing here needs: so it is off everywhere.
#
# KEYS, iTerm2. With the flags that Textual asks for, iTerm2 sends the letter without its accent,
# and the space behind a dead key: textual#6561. What is lost are key combinations that only
# extended keyboards tell; none of ours is one.


def _iterm(environment: Mapping[str, str]) -> bool:
    """Whether it is iTerm2: itself, behind ssh, or around a tmux."""
    names = ("TERM_PROGRAM", "LC_TERMINAL")
    return any(environment.get(name) in ("iTerm.app", "iTerm2") for name in names) or (
        "ITERM_SESSION_ID" in environment
    )
