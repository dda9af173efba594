"""The user's settings: a theme and keys, from a TOML file that may be absent."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from mops_tui.tui.actions import actions, unknown_actions
from mops_tui.words.i18n import _

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
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(complaints=(_("{file} cannot be read: {why}").format(
            file=path, why=error),))  # fmt: skip
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Settings(complaints=(_("{file} is not valid TOML: {why}").format(
            file=path, why=error),))  # fmt: skip
    complaints: list[str] = []
    theme = _theme(table.get("theme", "dark"), path, complaints)
    keys = _keys(table.get("keys", {}), path, complaints)
    for name in table:
        if name not in ("theme", "keys"):
            complaints.append(
                _("{file}: there is no setting “{name}”; there are theme and [keys].").format(
                    file=path, name=name
                )
            )
    return Settings(theme, keys, tuple(complaints))


def _theme(value: object, path: Path, complaints: list[str]) -> str:
    if isinstance(value, str) and value in THEME_NAMES:
        return THEME_NAMES[value]
    complaints.append(
        _("{file}: theme = “{value}” is unknown; choose dark, light or contrast.").format(
            file=path, value=value
        )
    )
    return THEME_NAMES["dark"]


def _keys(value: object, path: Path, complaints: list[str]) -> dict[str, str]:
    if not isinstance(value, dict):
        complaints.append(_("{file}: [keys] is a table of actions.").format(file=path))
        return {}
    known = [action.id for action in actions()]
    for name in unknown_actions(value):
        near = get_close_matches(name, known, 1)
        if near:
            complaints.append(
                _("{file}, [keys]: there is no action “{name}”; did you mean “{near}”?").format(
                    file=path, name=name, near=near[0]
                )
            )
        else:
            complaints.append(
                _("{file}, [keys]: there is no action “{name}”.").format(file=path, name=name)
            )
    keys: dict[str, str] = {}
    for name, key in value.items():
        if name not in known:
            continue
        if isinstance(key, str) and key.strip():
            keys[name] = key
        else:
            complaints.append(
                _("{file}, [keys] {name}: write the keys as text, such as “r,enter”.").format(
                    file=path, name=name
                )
            )
    return keys
