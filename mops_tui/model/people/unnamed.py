"""Names taken out of what people typed, however they are written there.

A name is found whole or in part ("Ruth", "Bauer", "Bauer, Ruth", "RB"), in any case, with or
without accents, over a line's end. It is better to take out a word too many than a name too few;
only words that the packs themselves use in small letters ("mark", "will") need a capital.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SOMEBODY = "a participant"
"""What stands instead of a name where no role can."""
THE_ROLE = "the {role}"
"""What stands instead of the name of somebody with a role."""
_ARTICLES = ("van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la")
_SONS = ("le", "el", "al", "bin", "ibn", "ben", "ten", "ter", "zu", "zur", "und", "y", "e", "of")
_TITLES = ("the", "and", "mr", "mrs", "ms", "dr", "prof", "sir")
PARTICLES = frozenset((*_ARTICLES, *_SONS, *_TITLES))
"""Parts of names that are nobody's by themselves."""
_NO_WIDTH = "\u200b"
"""A space that nobody sees: it parts words all the same."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST_GAP = 3
"""Characters that may stand between two parts of a name: ", ", a hyphen, a line's end."""
_LIKE = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)


@dataclass(frozen=True)
class Known:
    """Somebody whose names are to go.

    Attributes:
        names: A name, a handle; each as it was typed.
        instead: What stands where they stood; None where they stay: they are learnt to tell
            somebody from others of that name.
        role: Its words are not names, though a name was typed with them: "Ruth Bauer (CMO)".
    """

    names: tuple[str, ...]
    instead: str | None = SOMEBODY
    role: str = ""


class Unnamed:
    """Takes the names of some people out of texts."""

    def __init__(self, people: Iterable[Known], ordinary: str = "", *, whole: bool = False) -> None:
        """Learn the names.

        Args:
            people: Whose names go.
            ordinary: Texts that nobody in the room wrote: their words are ordinary ones.
            whole: Only names of two words or more, and those whole.
        """
        self._whole_alone = whole
        folded, _at = _folded(ordinary)
        capital = {word for word in _WORD.findall(ordinary) if word[:1].isupper()}
        self._ordinary = set(_WORD.findall(folded)) - {_fold(word) for word in capital} | {
            word for word in _WORD.findall(ordinary) if word[:1].islower()
        }
        self._capitals = {word for word in capital if word.isupper()}
        self._people = [one for one in people if any(name.strip() for name in one.names)]
        self._owners: dict[str, set[int]] = {}
        self._initials: dict[str, set[int]] = {}
        self._glued: list[tuple[str, int]] = []
        self._whole: set[tuple[str, ...]] = set()
        for number, one in enumerate(self._people):
            for name in one.names:
                self._learn(number, name, set(_WORD.findall(_fold(one.role))))

    def __bool__(self) -> bool:
        return bool(self._people)

    def _learn(self, number: int, name: str, of_role: set[str]) -> None:
        folded = _fold(name)
        words = _WORD.findall(folded)
        parts = [word for word in words if word not in of_role] or words
        if not parts:
            return
        self._whole.add(tuple(parts))
        for part in {*parts, "".join(parts)}:
            self._owners.setdefault(part, set()).add(number)
        if any(_runs_together(char) for char in folded):
            self._glued += [(part, number) for part in parts if len(part) > 1]
        own = [part[0].upper() for part in parts if part not in PARTICLES]
        for letters in {"".join(own), own[0] + own[-1]} if len(own) > 1 else ():
            if letters not in self._capitals:
                self._initials.setdefault(letters, set()).add(number)

    def mentions(self, text: str) -> bool:
        """Whether a text has any of the names."""
        return next(self._found(text), None) is not None

    def text(self, text: str) -> str:
        """A text without the names."""
        made: list[str] = []
        end = 0
        for start, stop, instead in self._found(text):
            if instead is None:
                continue
            at_start = not text[:start].rstrip() or text[:start].rstrip()[-1] in ".!?"
            made += [text[end:start], instead[:1].upper() + instead[1:] if at_start else instead]
            end = stop
        return "".join((*made, text[end:]))

    def _found(self, text: str) -> Iterator[tuple[int, int, str | None]]:
        """Where names stand in a text, in order, and what stands there instead."""
        if not self._people or not text:
            return
        folded, at = _folded(text)
        words = [(one.start(), one.end(), one.group()) for one in _WORD.finditer(folded)]
        number = 0
        while number < len(words):
            length, who = self._run(text, folded, at, words, number)
            start, stop = words[number][0], words[number + max(0, length - 1)][1]
            if length:
                yield at[start], at[stop], self._instead(who)
                number += length
                continue
            yield from self._in_word(folded, at, *words[number][:2])
            number += 1

    def _run(
        self, text: str, folded: str, at: list[int], words: list[tuple[int, int, str]], number: int
    ) -> tuple[int, set[int]]:
        """How many words from one on are the name of somebody, and of whom."""
        start, stop, word = words[number]
        written = text[at[start] : at[stop]].strip()
        if self._whole_alone:
            pass
        elif written in self._initials and word not in self._owners:
            return 1, self._initials[written]
        dotted = None if self._whole_alone else self._dotted(text, at, words, number)
        if dotted is not None:
            return dotted
        who = self._owners.get(word, set())
        length, seen = 0, []
        while who:
            seen.append(words[number + length][2])
            length += 1
            if number + length == len(words):
                break
            gap = folded[words[number + length - 1][1] : words[number + length][0]]
            following = who & self._owners.get(words[number + length][2], set())
            if not following or len(gap) > _LONGEST_GAP or set(gap) & set(';:!?()"'):
                break
            who = following
        while length and not self._is_name(text, at, words[number : number + length]):
            length -= 1
        return (length, who if length == len(seen) else self._owners.get(word, set()))

    def _dotted(
        self, text: str, at: list[int], words: list[tuple[int, int, str]], number: int
    ) -> tuple[int, set[int]] | None:
        """Initials with dots: "R.B."."""
        for letters, who in self._initials.items():
            run = words[number : number + len(letters)]
            if len(run) == len(letters) and all(
                stop - start == 1 and text[at[start]] == letter
                for (start, stop, _word), letter in zip(run, letters, strict=True)
            ):
                gaps = text[at[run[0][1]] : at[run[-1][0]]]
                if "." in gaps and len(gaps) <= _LONGEST_GAP * len(letters):
                    return len(letters), who
        return None

    def _is_name(self, text: str, at: list[int], run: list[tuple[int, int, str]]) -> bool:
        """Whether words that are parts of one name are that name, not words like any others."""
        words = tuple(word for _start, _stop, word in run)
        if self._whole_alone:
            return words in self._whole and len(words) > 1
        if words in self._whole and (len(words) > 1 or words[0] not in self._ordinary):
            return True
        for start, _stop, word in run:
            alone = len(word) > 1 and not word.isdigit() and word not in PARTICLES
            if alone and (word not in self._ordinary or text[at[start]].isupper()):
                return True
        return False

    def _in_word(
        self, folded: str, at: list[int], start: int, stop: int
    ) -> Iterator[tuple[int, int, str | None]]:
        """A name with an ending ("Ruths"), or in a script that runs its words together."""
        if self._whole_alone:
            return
        word = folded[start:stop]
        if len(word) > 4 and word.endswith("s") and word not in self._ordinary:
            who = self._owners.get(word[:-1])
            if who and word[:-1] not in self._ordinary and word[:-1] not in PARTICLES:
                yield at[start], at[stop], self._instead(who)
                return
        place = start
        while place < stop:
            for part, number in sorted(self._glued, key=lambda one: -len(one[0])):
                if folded.startswith(part, place, stop):
                    yield at[place], at[place + len(part)], self._instead({number})
                    place += len(part) - 1
                    break
            place += 1

    def _instead(self, who: set[int]) -> str | None:
        told = {self._people[one].instead for one in who}
        if len(told) == 1:
            return told.pop()
        return None if None in told else SOMEBODY


def _fold(text: str) -> str:
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as names are compared, and where each of its characters began; then the end."""
    made: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        for part in " " if char == _NO_WIDTH else unicodedata.normalize("NFKD", char):
            if unicodedata.category(part) in ("Mn", "Me", "Cf"):
                continue
            for one in part.casefold().translate(_LIKE):
                if unicodedata.category(one) not in ("Mn", "Me"):
                    made.append(one)
                    at.append(place)
    return "".join(made), [*at, len(text)]


def _runs_together(char: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words."""
    return "\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" or "가" <= char <= "힣"
