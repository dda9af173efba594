"""What stands for somebody beside a mark: a short name, initials; each one once in a room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mops_tui.model.session.state import SessionState
from mops_tui.words.results.labels import initials, participant_label
from mops_tui.words.safe import cells, safe

LONGEST_NAME = 14
"""A longer short name is no longer short."""


def names_of(state: SessionState) -> dict[str, str]:
    """What people are called, by participant, for marks; nobody is in an anonymous room."""
    if state.policy.anonymity == "anonymous":
        return {}
    return {person: participant_label(state, person) for person in state.participants}


def short_names(names: Mapping[str, str]) -> dict[str, str]:
    """First names with the initial of the last: "Helen O."; whole where two would be alike."""
    return _once(names, _short)


def first_names(names: Mapping[str, str]) -> dict[str, str]:
    """First names, with more of the name for those who share theirs."""
    return _once(names, lambda name: name.split(maxsplit=1)[0])


def initials_of(names: Mapping[str, str]) -> dict[str, str]:
    """Initials; those that several people have are numbered."""
    plain = {key: initials(name) for key, name in names.items()}
    shared = list(plain.values())
    counts: dict[str, int] = {}
    tags = {}
    for key, tag in plain.items():
        counts[tag] = counts.get(tag, 0) + 1
        tags[key] = f"{tag}{counts[tag]}" if shared.count(tag) > 1 else tag
    return tags


def _short(name: str) -> str:
    words = name.split()
    if len(words) < 2:
        return name
    last = next((char for char in words[-1] if char.isalnum()), "")
    return f"{words[0]} {last}." if last else words[0]


def _once(names: Mapping[str, str], shorten: Callable[[str], str]) -> dict[str, str]:
    """A short form of each name, and the name itself where two short forms are alike."""
    clean = {key: safe(name).strip() for key, name in names.items()}
    short = {key: shorten(name) for key, name in clean.items() if name}
    taken: dict[str, int] = {}
    for text in short.values():
        taken[text] = taken.get(text, 0) + 1
    return {
        key: safe(text if taken[text] == 1 else clean[key], LONGEST_NAME)
        for key, text in short.items()
    }


def widest(texts: Mapping[str, str]) -> int:
    """The cells of the longest."""
    return max((cells(text) for text in texts.values()), default=0)
