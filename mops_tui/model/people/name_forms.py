"""The forms in which a name is written: its parts, parts written together, initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from mops_tui.model.text.folding import folded

_ARTICLES = ("van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la")
_SONS = ("le", "el", "al", "bin", "ibn", "ben", "ten", "ter", "zu", "zur", "und", "y", "e", "of")
_TITLES = ("the", "and", "mr", "mrs", "ms", "dr", "prof", "sir")
PARTICLES = frozenset((*_ARTICLES, *_SONS, *_TITLES))
"""Parts of names that are nobody's by themselves."""
WORD = re.compile(r"[^\W_]+")
APOSTROPHES = "'’‘`´′＇ʼʻ"
_CHUNK = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_ADDED = re.compile(r"(?<=\w)\s*[(,;/|:]|\s[-‐‑‒–—]\s")
_MOST_PARTS = 8
"""So many parts of a name are looked at in every combination."""
_LEAST_TOGETHER = 4
"""Letters that two parts have, written together, to be a name by that."""
_LEAST_SHORT = 3


@dataclass(frozen=True)
class NameForms:
    """How a name is written.

    Attributes:
        parts: Its words, folded.
        together: Several of them without anything between.
        handles: A part with the initials of others, such as "rbauer": nobody's but as a handle.
        initials: In capitals; of "Zoë Müller-O’Brien" ZMO, ZM and others.
        short: How its first part may begin a short form: "tom" of Tomas.
    """

    parts: tuple[str, ...]
    together: frozenset[str]
    handles: frozenset[str]
    initials: frozenset[str]
    short: frozenset[str]


def forms_of(name: str, of_role: set[str]) -> Iterator[NameForms]:
    """The forms of a name, without accents and with them spelt out.

    Args:
        name: As it was typed.
        of_role: Words of their role: they are not the name's where they stand behind it ("Ruth
            Bauer (CMO)") or in capitals ("CMO Ruth Bauer").
    """
    capitals = {word.casefold() for word in WORD.findall(name) if word.isupper() and len(word) > 1}
    capitals = capitals if capitals != set(WORD.findall(name.casefold())) else set()
    for spelt_out in (False, True):
        plain = folded(name, spelt_out=spelt_out).text
        words = WORD.findall(plain)
        added = _added(plain)
        parts = tuple(
            one.group()
            for one in WORD.finditer(plain)
            if one.group() not in of_role or not (one.start() >= added or one.group() in capitals)
        ) or tuple(words)
        if parts:
            kept = set(parts)
            yield NameForms(
                parts,
                frozenset(_together(parts)),
                frozenset(_handles(parts)),
                frozenset(_initials(plain, kept)),
                frozenset(_short(parts)),
            )


def _added(plain: str) -> int:
    """Where in a folded name begins what is added to it, behind a bracket, a comma, a dash."""
    found = _ADDED.search(plain)
    return found.start() if found else len(plain)


def _together(parts: tuple[str, ...]) -> Iterator[str]:
    yield "".join(parts)
    some = parts[:_MOST_PARTS]
    runs = [some[at:end] for at in range(len(some)) for end in range(at + 2, len(some) + 1)]
    for run in (*runs, *permutations(some, 2)):
        if not PARTICLES.issuperset(run) and len("".join(run)) >= _LEAST_TOGETHER:
            yield "".join(run)


def _handles(parts: tuple[str, ...]) -> Iterator[str]:
    own = [part for part in parts if part not in PARTICLES]
    for count in range(1, len(own)):
        yield "".join(part[0] for part in own[:count]) + "".join(own[count:])
        yield "".join(own[:count]) + "".join(part[0] for part in own[count:])
    for part in own[1:]:
        yield own[0][0] + part
        yield own[0] + part[0]
        yield part + own[0][0]


def _short(parts: tuple[str, ...]) -> Iterator[str]:
    """The first three letters of a first name and more, but for the last: "Priy" of Priya."""
    first = next((part for part in parts if part not in PARTICLES), "")
    yield from (first[:length] for length in range(_LEAST_SHORT, len(first)))


def _initials(plain: str, kept: set[str]) -> Iterator[str]:
    """Of all its words; of those that hyphens part; and of those that only spaces part."""
    chunks = [chunk for chunk in plain.split() if kept & set(WORD.findall(chunk))]
    for words in (
        [word for chunk in chunks for word in WORD.findall(chunk)],
        [word for chunk in chunks for word in _CHUNK.findall(chunk)],
        [word for chunk in chunks for word in _CHUNK.findall(chunk)[:1]],
    ):
        own = [one[0].upper() for one in words if kept & set(WORD.findall(one)) - PARTICLES]
        yield from ("".join(own[:count]) for count in range(2, len(own) + 1))
        if len(own) > 1:
            yield own[0] + own[-1]
