"""The one registry of actions: id, keys, label, help.

Screens take their bindings from it; the footer, the help screen, the command palette, the key
remapping and the README's table all read it too. An action `reveal` of the group "room" is the
method `action_reveal` of the workshop screen.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mops_tui.tui.keys import bindings as groups
from mops_tui.tui.keys import workshop_bindings as workshop
from mops_tui.tui.keys.action import KeyAction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding


GROUPS = (
    workshop.room,
    workshop.timer,
    workshop.write,
    workshop.rehearsal,
    groups.replay,
    groups.compare,
    groups.practice,
    groups.walk,
    groups.review,
    groups.todo,
    groups.home,
    groups.everywhere,
)
"""The groups in the order of the help screen."""


SCREENS = {
    "home": ("home", "everywhere"),
    "workshop": ("room", "timer", "write", "everywhere"),
    "rehearsal": ("room", "timer", "write", "rehearsal", "everywhere"),
    "replay": ("replay", "everywhere"),
    "compare": ("compare", "everywhere"),
    "practice": ("practice", "everywhere"),
    "walk": ("walk", "everywhere"),
    "review": ("review", "everywhere"),
    "todo": ("todo", "everywhere"),
}
"""The groups that work together on one screen: there, a key can mean one thing only."""
_ROLL = ("up", "down")
HELD = {
    "home": (*_ROLL, "home", "end", "pageup", "pagedown", "enter"),
    "workshop": (*_ROLL, "f5"),
    "rehearsal": (*_ROLL, "f5"),
    "replay": (*_ROLL, *"0123456789"),
    "compare": (*_ROLL, "home", "end", "pageup", "pagedown", "enter", "escape"),
    "practice": (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"),
        *("tab", "shift+tab", *"0123456789hjkl"),
    ),
    "walk": (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "f2"),
        *("escape", "f3", "tab", "shift+tab"),
        *("shift+up", "shift+down", "shift+left", "shift+right", "ctrl+s", *"0123456789hjklmp"),
    ),
    "todo": (*_ROLL, "home", "end", "pageup", "pagedown", "enter"),
    "review": (*_ROLL, "space", "enter", "ctrl+s"),
}
"""Keys that a screen, or a list on it, needs for itself. A test compares them with the screens."""
RESERVED = ("ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z")
"""Keys that Textual or the terminal needs on every screen."""
ELSEWHERE = frozenset((
    *"0123456789abcehjklmnpqrwxSW",
    *("minus", "plus", "slash", "question_mark", "space", "tab", "shift+tab", "enter", "escape"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("shift+up", "shift+down", "shift+left", "shift+right"),
    *("ctrl+up", "ctrl+down", "ctrl+delete", "ctrl+s", "ctrl+q", "f1", "f2", "f3", "f4", "f5"),
    *("f6", "ctrl+j", "shift+enter", "alt+enter"),
))  # fmt: skip
"""Keys of ballots, forms and dialogs: what works everywhere cannot have them. Compared likewise."""


def actions(group: str | None = None) -> tuple[KeyAction, ...]:
    """All actions, or those of a group, in the order of the help screen."""
    return tuple(a for rows_of in GROUPS for a in rows_of() if group is None or a.group == group)


def bindings(*groups: str) -> list[Binding]:
    """Textual bindings for the actions of some groups, with ids so that keys can be remapped."""
    from textual.binding import Binding

    return [
        Binding(
            action.keys,
            action.id,
            action.label,
            show=action.shown,
            tooltip=action.help,
            id=action.id,
        )
        for group in groups
        for action in actions(group)
    ]


_KEY_WORDS = {
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "plus": "+",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def key_words(keys: str) -> str:
    """Keys as people call them: "space,pagedown" is "Space, PgDn"."""
    return ", ".join(_key_word(key.strip()) for key in keys.split(","))


def _key_word(key: str) -> str:
    if key in _KEY_WORDS:
        return _KEY_WORDS[key]
    if len(key) == 1:
        return f"Shift+{key}" if key.isupper() else key
    return "+".join(part.capitalize() if len(part) > 1 else part for part in key.split("+"))


def key_of(action: str, remapped: Mapping[str, str]) -> str:
    """The first key of an action in words, as the user has set it.

    Args:
        action: Its id.
        remapped: The keys that the user has changed, by the id of their action.
    """
    keys = remapped.get(action) or default_keys()[action]
    return key_words(keys.split(",")[0])


@cache
def default_keys() -> dict[str, str]:
    """The keys that each action comes with, by its id."""
    return {action.id: action.keys for action in actions()}


def unknown_actions(names: Iterable[str]) -> tuple[str, ...]:
    """Those of some names that no action has."""
    known = {action.id for action in actions()}
    return tuple(name for name in names if name not in known)
