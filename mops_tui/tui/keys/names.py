"""Keys as the settings write them: which exist, what was meant, what terminals cannot tell."""

from __future__ import annotations

import re
import string
import unicodedata
from difflib import get_close_matches

_NAMED = (
    "up", "down", "left", "right", "home", "end", "insert", "delete", "pageup", "pagedown",
    "enter", "escape", "tab", "space", "backspace",
    *(f"f{n}" for n in range(1, 25)),
)  # fmt: skip
_SIGNS = {
    "-": "minus", "+": "plus", "_": "underscore", "/": "slash", "\\": "backslash", "@": "at",
}  # fmt: skip
_MODIFIERS = ("alt", "ctrl", "shift")
_MEANT = {
    "spacebar": "space", "esc": "escape", "return": "enter", "del": "delete", "ins": "insert",
    "pgup": "pageup", "pgdn": "pagedown", "pgdown": "pagedown", "pagedn": "pagedown",
    "arrowup": "up", "arrowdown": "down", "arrowleft": "left", "arrowright": "right",
    "bksp": "backspace", "hyphen": "minus", "dash": "minus", "period": "full_stop",
    "dot": "full_stop", "questionmark": "question_mark", "pos1": "home", "blank": "space",
}  # fmt: skip
_MODIFIERS_MEANT = {
    "control": "ctrl", "ctl": "ctrl", "strg": "ctrl", "c": "ctrl", "^": "ctrl",
    "option": "alt", "opt": "alt", "meta": "alt", "m": "alt", "s": "shift",
}  # fmt: skip
_ALIKE = {
    "ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+j": "enter", "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
}  # fmt: skip


def known_key(name: str) -> str | None:
    """A key as the program names it, or None: `?` is "question_mark", `ctrl+t` is itself."""
    if name in ("+", ","):
        return {"+": "plus", ",": "comma"}[name]
    *modifiers, base = name.split("+")
    key = _base(base)
    if key is None or not set(modifiers) <= set(_MODIFIERS) or len(set(modifiers)) < len(modifiers):
        return None
    if modifiers and len(key) == 1 and key.isupper():
        return None  # with Ctrl or Alt a letter is small
    if "shift" in modifiers and key not in _NAMED:
        return None  # Shift and a letter is the capital letter; Shift and a sign another sign
    return "+".join((*sorted(modifiers), key))


def meant_key(name: str) -> str:
    """The key that somebody may have meant, or "" when nothing comes near."""
    text = name.strip()
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    parts = [part for part in re.split(r"[+\s_-]+", text.lower()) if part] or [text.lower()]
    modifiers = [_MODIFIERS_MEANT.get(part, part) for part in parts[:-1]]
    if modifiers and not set(modifiers) <= set(_MODIFIERS):
        modifiers, parts = [], ["".join(parts)]
    base = _MEANT.get(parts[-1], parts[-1])
    if modifiers == ["shift"] and len(base) == 1:
        return base.upper() if base.isalpha() else ""
    normalised = "+".join((*sorted(dict.fromkeys(modifiers)), base))
    known = known_key(normalised)
    if known is None and not modifiers:
        near = get_close_matches(base, (*_NAMED, *_MEANT), 1, 0.75) if len(base) > 2 else []
        known = _MEANT.get(near[0], near[0]) if near else None
    return known if known and known != name else ""


def alike(key: str) -> str:
    """The other key that most terminals send for a key, or "" when they tell it apart."""
    return _ALIKE.get(key, "")


def _base(name: str) -> str | None:
    if name in _NAMED or name in _SIGN_NAMES:
        return name
    if len(name) != 1 or not name.isprintable() or name.isspace():
        return None
    return name if name.isalnum() else _sign_name(name)


def _sign_name(sign: str) -> str | None:
    words = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _SIGNS.get(sign, words) or None


_SIGN_NAMES = frozenset(_sign_name(sign) for sign in string.punctuation)
