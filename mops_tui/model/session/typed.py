"""Whatever people type or paste, made to fit: no command fails for what it says.

What is kept is what was typed, escape codes and all; only halves of surrogate pairs, which no
UTF-8 file can hold, are mended, what is longer than an event may hold is cut, and a text of which
nothing would be seen is empty. Whoever shows a text makes it safe to show.
"""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from math import isfinite
from typing import Any, TypeVar

from mops_tui.model.people.cells import address_in, without_address
from mops_tui.model.session.events import MOST_CONFIDENCE, MOST_COUNT, NAME_LENGTH
from mops_tui.model.text.blank import blank
from mops_tui.model.text.limits import MOST_NAME, MOST_WORDS

T = TypeVar("T")
MOST_SECONDS = 1_000_000.0
"""The most seconds, or minutes, that a timer or an agenda is given: eleven days."""
_WORDS = frozenset({"what", "why", "dissent", "text", "ideas"})
_PEOPLE = {"Join": ("name", "role"), "Describe": ("name", "role")} | {
    "RecordDecision": ("owner", "dissent"),
    "RecordAction": ("who",),
}
"""Where commands name people: a mail address is kept in none of these."""
_INTEGERS = {"confidence": (0, MOST_CONFIDENCE), "present": (-1, MOST_COUNT)}


def clean(text: str, most: int = NAME_LENGTH) -> str:
    """The text as a file can hold it: halves of pairs joined, lone ones U+FFFD, and cut.

    Args:
        text: As typed.
        most: How many characters are kept.
    """
    shortened = text[: most * 2]  # two halves make one character
    if not shortened.isascii():
        shortened = shortened.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return shortened[:most]


def tidied(command: T) -> T:
    """A command, or a ballot, that says the same within what its events can hold."""
    fields = {name: (value, _fit(name, value)) for name, value in vars(command).items()}
    changed = {name: new for name, (old, new) in fields.items() if new is not old}
    for name in _PEOPLE.get(type(command).__name__, ()):
        typed = str(fields[name][1])
        most = MOST_NAME if name in ("name", "role") else NAME_LENGTH
        most = MOST_WORDS if name in _WORDS else most
        tidy = "\n".join(map(_unaddressed, typed.split("\n")))[:most]
        if tidy != typed:
            changed[name] = tidy
    return replace(command, **changed) if changed else command  # type: ignore[type-var]


def _unaddressed(line: str) -> str:
    """A line without its mail addresses, or the line itself where it has none."""
    return without_address(line).replace(" ,", ",") if address_in(line) else line


def _fit(name: str, value: Any) -> Any:
    """The value itself where it fits already."""
    if isinstance(value, str):
        text = clean(value, MOST_WORDS if name in _WORDS else NAME_LENGTH)
        text = "" if text and blank(text) else text
        return value if text == value else text
    if isinstance(value, tuple):
        members = tuple(_fit(name, member) for member in value)
        return value if members == value else members
    if isinstance(value, float):
        return _finite(value)
    if name in _INTEGERS:
        least, most = _INTEGERS[name]
        return value if least <= value <= most else max(least, min(most, value))
    return tidied(value) if is_dataclass(value) else value


def _finite(value: float) -> float:
    if not isfinite(value):
        return 0.0
    return value if abs(value) <= MOST_SECONDS else MOST_SECONDS * (1 if value > 0 else -1)
