"""What in a text may be somebody's name, and is not surely one: for a person to look at.

An initial ("T."), a nickname ("Tommy"), a name with a letter too many ("Thomas"), a handle or
initials in small letters ("tlind"): taken out unasked, ordinary words would go, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mops_tui.model.people.common_words import COMMON_WORDS, DOTTED
from mops_tui.model.people.name_forms import PARTICLES, WORD, forms_of
from mops_tui.model.text.folding import folded

_LEAST = 3
"""Letters of initials in small letters, and of what a nickname is made of."""
_LEAST_MISSPELT = 5
"""Letters of a name that is looked for with one too few, too many, or another."""
_ENDINGS = re.compile(r"(?:ie|y|i|e|o|a|chen|lein|ito|ita|er|s)\Z")
"""What nicknames end in."""


@dataclass(frozen=True)
class MayName:
    """Something that may be somebody's name.

    Attributes:
        written: As it stands in the text.
        name: Whose.
    """

    written: str
    name: str


class NearNames:
    """Finds what may be one of some names."""

    def __init__(self, names: Iterable[str], ordinary: str = "") -> None:
        """Learn the names.

        Args:
            names: As they were typed.
            ordinary: Texts that nobody in the room wrote: their words are ordinary ones.
        """
        self._said = set(WORD.findall(folded(ordinary).text)) | COMMON_WORDS
        self._letters: dict[str, str] = {}
        self._handles: dict[str, str] = {}
        self._initials: dict[str, str] = {}
        self._starts: dict[str, str] = {}
        self._misspelt: dict[str, str] = {}
        for name in names:
            for one in forms_of(name, set()):
                parts = [part for part in one.parts if part not in PARTICLES]
                for known, forms in (
                    (self._letters, {part[0] for part in parts[:1]}),
                    (self._handles, one.handles),
                    (self._initials, {letters.casefold() for letters in one.initials}),
                    (self._starts, one.short | set(parts[:1])),
                    (
                        self._misspelt,
                        {
                            form
                            for part in parts
                            if len(part) >= _LEAST_MISSPELT
                            for form in _without_one(part)
                        },
                    ),
                ):
                    for form in forms:
                        known.setdefault(form, name)
        self._longest = max(map(len, self._misspelt), default=0) + 1

    def found(self, text: str) -> Iterator[MayName]:
        """What in a text may be a name, in order."""
        plain = folded(text)
        for one in WORD.finditer(plain.text):
            start, stop = plain.at[one.start()], plain.at[one.end()]
            written = text[start:stop]
            if len(one.group()) == 1:
                if text[stop : stop + 1] == "." and self._is_alone(text, start, stop):
                    name = self._letters.get(one.group(), "")
                    written += "."
                else:
                    name = ""
            else:
                name = self._whose(one.group(), written)
            if name:
                yield MayName(written, name)

    @staticmethod
    def _is_alone(text: str, start: int, stop: int) -> bool:
        """Whether a letter with a dot is a capital, and none of several as in "U.S."."""
        before, after = text[max(0, start - 2) : start], text[stop + 1 : stop + 3]
        return text[start].isupper() and not re.search(r"\w[.]?\Z", before) and after[1:2] != "."

    def _whose(self, word: str, written: str) -> str:
        if word in self._handles and word not in self._said:
            return self._handles[word]
        if word in self._initials and (
            written.isupper() or (len(word) >= _LEAST and word not in self._said | DOTTED)
        ):
            return self._initials[word]
        if not written[0].isupper() or written.isupper() or word in self._said:
            return ""
        return self._misspelt_as(word) or self._nickname_of(word)

    def _misspelt_as(self, word: str) -> str:
        if not _LEAST_MISSPELT - 1 <= len(word) <= self._longest:
            return ""
        forms = _without_one(word)
        return next((self._misspelt[form] for form in forms if form in self._misspelt), "")

    def _nickname_of(self, word: str) -> str:
        base = _ENDINGS.sub("", word)
        if base == word:
            return ""
        single = base[:-1] if base[-1:] == base[-2:-1] else base
        known = (one for one in (base, single) if len(one) >= _LEAST and one in self._starts)
        return next((self._starts[one] for one in known), "")


def _without_one(word: str) -> tuple[str, ...]:
    """A word, and the word without each of its letters: two that share one differ by a letter."""
    return (word, *dict.fromkeys(word[:at] + word[at + 1 :] for at in range(len(word))))
