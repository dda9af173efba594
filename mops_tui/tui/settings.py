"""The user's settings: a theme and keys, from a TOML file that may be absent."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.texts import NotText, decoded
from mops_tui.storage.packs.toml_lines import KeyPath, lines_in, nearest_line
from mops_tui.tui.keys.names import alike, known_key, meant_key
from mops_tui.tui.keys.registry import (
    ELSEWHERE,
    HELD,
    RESERVED,
    SCREENS,
    actions,
    default_keys,
    unknown_actions,
)
from mops_tui.words.i18n import _

LIMIT = 1 << 20
"""Bytes; no settings file is longer."""
THEME_NAMES = {"dark": "mops-dark", "light": "mops-light", "contrast": "mops-contrast"}


@dataclass(frozen=True)
class Settings:
    """What the settings file says.

    Attributes:
        theme: The name of a theme.
        keys: Keys by action id, comma-separated as in the registry.
        complaints: A sentence for each thing in the file that cannot be used.
    """

    theme: str = THEME_NAMES["dark"]
    keys: Mapping[str, str] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def read_settings(path: Path) -> Settings:
    """Read the settings; a missing file means the defaults."""
    try:
        data = read_ordinary(path, LIMIT + 1)
        if len(data) > LIMIT:
            raise OSError(0, _("it is too large"))
        text = decoded(data)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        words = _("{file} cannot be read: {why}")
        return Settings(complaints=(words.format(file=path, why=error.strerror or error),))
    except NotText as error:
        words = _("{file}, line {line}: this is not UTF-8 text; save the file as UTF-8.")
        return Settings(complaints=(words.format(file=path, line=error.line),))
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        return Settings(complaints=(_("{file} is not valid TOML: {why}").format(
            file=path, why=error),))  # fmt: skip
    complaints = _Complaints(path, lines_in(text))
    theme = _theme(table.get("theme", "dark"), complaints)
    keys = _keys(table.get("keys", {}), complaints)
    for name in table:
        if name not in ("theme", "keys"):
            words = _("there is no setting “{name}”; there are theme and [keys].")
            complaints.say((name,), words.format(name=name))
    return Settings(theme, keys, tuple(complaints.complaints))


class _Complaints:
    """What is said about a settings file, each with its line."""

    def __init__(self, path: Path, lines: Mapping[KeyPath, int]) -> None:
        self.complaints: list[str] = []
        self._path = path
        self._lines = lines

    def say(self, where: KeyPath, words: str) -> None:
        line = nearest_line(self._lines, where)
        self.complaints.append(f"{self._path}, line {line}: {words}")

    def say_key(self, action: str, words: str) -> None:
        """About a key: the action keeps the ones that it comes with."""
        sentence = _("It keeps {keys}.").format(keys=default_keys()[action])
        self.say(("keys", action), f"[keys] {action}: {words} {sentence}")


def _theme(value: object, complaints: _Complaints) -> str:
    if isinstance(value, str) and value in THEME_NAMES:
        return THEME_NAMES[value]
    words = _("theme = “{value}” is unknown; choose dark, light or contrast.")
    complaints.say(("theme",), words.format(value=value))
    return THEME_NAMES["dark"]


def _keys(value: object, complaints: _Complaints) -> dict[str, str]:
    if not isinstance(value, dict):
        complaints.say(("keys",), _("[keys] is a table of actions."))
        return {}
    known = list(default_keys())
    for name in unknown_actions(value):
        near = get_close_matches(name, known, 1)
        words = _("[keys]: there is no action “{name}”; did you mean “{near}”?") if near else ""
        words = words or _("[keys]: there is no action “{name}”.")
        complaints.say(("keys", name), words.format(name=name, near=near[0] if near else ""))
    requested: dict[str, tuple[str, ...]] = {}
    for name, keys in value.items():
        if name in known:
            keys_of_action = _each_key(name, keys, complaints)
            requested |= {name: keys_of_action} if keys_of_action else {}
    return {name: ",".join(keys) for name, keys in _without_clashes(requested, complaints).items()}


def _each_key(action: str, value: object, complaints: _Complaints) -> tuple[str, ...]:
    """The keys of one action, or none when something is wrong with any of them."""
    if not isinstance(value, str) or not value.strip():
        complaints.say_key(action, _("write the keys as text, such as “r,enter”."))
        return ()
    accepted: list[str] = []
    # A comma alone is the key; between keys it separates them.
    for part in [value.strip()] if value.strip() == "," else value.split(","):
        written = part.strip()
        key = known_key(written)
        if not written:
            words = _("a key is missing beside a comma.")
        elif key is None:
            meant = meant_key(written)
            words = _("there is no key “{key}”; write “{meant}”.") if meant else ""
            words = words or _("there is no key “{key}”; write a letter, f6, ctrl+t or pagedown.")
            words = words.format(key=written, meant=meant)
        elif key in accepted:
            words = _("“{key}” stands there twice; write it once.").format(key=written)
        elif other := alike(key):
            words = _("most terminals send {other} for “{key}”; choose another key.")
            words = words.format(key=written, other=other)
        elif _held(action, key):
            words = _("“{key}” is needed for something else there; choose another key.")
            words = words.format(key=written)
        else:
            accepted.append(key)
            continue
        complaints.say_key(action, words)
        return ()
    return tuple(accepted)


def _held(action: str, key: str) -> bool:
    """Whether a key is needed on a screen of an action, and not for what it does by itself."""
    if key in default_keys()[action].split(","):
        return False
    group = next(one.group for one in actions() if one.id == action)
    screens = [screen for screen, groups in SCREENS.items() if group in groups]
    everywhere = group == "everywhere" and key in ELSEWHERE
    return everywhere or key in RESERVED or any(key in HELD[screen] for screen in screens)


def _without_clashes(
    requested: Mapping[str, tuple[str, ...]], complaints: _Complaints
) -> dict[str, tuple[str, ...]]:
    """What is asked for, less each action that would share a key with another on one screen.

    An action that goes back to its own keys may take them from a third: so until none is left. The
    keys that actions come with never clash.
    """
    left = dict(requested)
    while True:
        clashes = _clashes(left)
        if not clashes:
            return left
        for action, (key, other) in clashes.items():
            words = _("“{key}” is a key of {other} on the same screen; choose another.")
            complaints.say_key(action, words.format(key=key, other=other))
            del left[action]


def _clashes(requested: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, str]]:
    """Each action of those asked for that shares a key: (the key, the other action)."""
    clashes: dict[str, tuple[str, str]] = {}
    for groups in SCREENS.values():
        users: dict[str, list[str]] = {}
        for action in (one for group in groups for one in actions(group)):
            for key in requested.get(action.id, tuple(action.keys.split(","))):
                users.setdefault(key, []).append(action.id)
        for key, sharing in users.items():
            for one in sharing if len(sharing) > 1 else ():
                if one in requested:
                    other = next(name for name in sharing if name != one)
                    clashes.setdefault(one, (key, other))
    return clashes
