"""Names taken out of what people typed, however they are written there.

A name is found whole or in part ("Ruth", "Bauer", "Bauer, Ruth", "RB", "@ruthbauer"), in any
case, with or without accents, hyphens and apostrophes, with umlauts spelt out, with what nobody
sees in it, over a line's end, letter by letter, with look-alikes of another script, or short
("Priy"). The longest that fits goes. It is better to take out a word too many than a name too few;
only words that the packs themselves use in small letters ("mark", "will") need a capital. What may
still be somebody's name is found by `near_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mops_tui.model.people.common_words import ABBREVIATIONS, COMMON_WORDS, SMALL_WORDS
from mops_tui.model.people.found import (
    SOMEBODY,
    FoundName,
    addresses_in,
    in_place,
    longest,
    with_signs,
)
from mops_tui.model.people.name_forms import APOSTROPHES, PARTICLES, WORD, forms_of
from mops_tui.model.people.spelt import LONGEST_GAP, spelt_names
from mops_tui.model.text.folding import NO_WIDTH, FoldedText, folded

THE_ROLE = "the {role}"
"""What stands instead of the name of somebody with a role."""
_WITHIN = re.compile(rf"[{APOSTROPHES}{NO_WIDTH}]{{1,3}}|[-‐‑‒–](?:\s*\n\s*)?")
"""What may stand within a part of a name: what nobody sees, an apostrophe, a hyphen."""
_LEAST_BEFORE_S = 4
"""Letters of a name before an s in small letters; with a capital three are enough."""
_LONGEST_RUN = 40
"""Pieces that one word may be cut into by those; words that one name may have."""
_Word = tuple[int, int, str]


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
        capital = {word for word in WORD.findall(ordinary) if word[:1].isupper()}
        self._ordinary = set(WORD.findall(_fold(ordinary))) - {_fold(word) for word in capital} | {
            word for word in WORD.findall(ordinary) if word[:1].islower()
        }
        self._ordinary |= SMALL_WORDS
        self._capitals = {word for word in capital if word.isupper()}
        self._people = [one for one in people if any(name.strip() for name in one.names)]
        self._owners: dict[str, set[int]] = {}
        self._initials: dict[str, set[int]] = {}
        self._handles: dict[str, set[int]] = {}
        self._short: dict[str, set[int]] = {}
        self._glued: dict[str, list[tuple[str, int]]] = {}
        self._whole: set[tuple[str, ...]] = set()
        for number, one in enumerate(self._people):
            for name in one.names:
                self._learn(number, name, set(WORD.findall(_fold(one.role))))
        for parts in self._glued.values():
            parts.sort(key=lambda one: -len(one[0]))
        self._said = set(WORD.findall(_fold(ordinary))) | COMMON_WORDS

    def __bool__(self) -> bool:
        return bool(self._people)

    def _learn(self, number: int, name: str, of_role: set[str]) -> None:
        for one in forms_of(name, of_role):
            self._whole.add(one.parts)
            for part in {*one.parts, *one.together, *(part[0] for part in one.parts)}:
                self._owners.setdefault(part, set()).add(number)
            if any(_runs_together(char) for part in one.parts for char in part):
                for part in _glued(one.parts):
                    self._glued.setdefault(part[0], []).append((part, number))
            for handle in one.handles:
                self._handles.setdefault(handle, set()).add(number)
            for short in one.short:
                self._short.setdefault(short, set()).add(number)
            for letters in one.initials - self._capitals:
                self._initials.setdefault(letters, set()).add(number)

    @property
    def names(self) -> tuple[str, ...]:
        """All that go, as they were typed."""
        known = (one.names for one in self._people if one.instead is not None)
        return tuple(dict.fromkeys(name for names in known for name in names))

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
            made += [text[end:start], in_place(instead, text[:start])]
            end = stop
        return "".join((*made, text[end:]))

    def _found(self, text: str) -> Iterator[FoundName]:
        """Where names stand in a text, in order, and what stands there instead."""
        if not self._people or not text:
            return
        plain, spelt_out = folded(text), folded(text, spelt_out=True)
        found = list(self._found_in(text, plain))
        if plain != spelt_out:
            found += self._found_in(text, spelt_out)
        addresses = addresses_in(text) if found else []
        yield from longest([with_signs(text, one, addresses) for one in found])

    def _found_in(self, text: str, plain: FoldedText) -> Iterator[FoundName]:
        at = plain.at
        words = self._words(text, plain)
        number = 0
        while number < len(words):
            length, who = self._run(text, plain, words, number)
            start, stop = words[number][0], words[number + max(0, length - 1)][1]
            if length:
                yield at[start], at[stop], self._instead(who)
                number += length
                continue
            yield from self._in_word(text, plain, *words[number])
            number += 1

    def _words(self, text: str, plain: FoldedText) -> list[_Word]:
        """The words of a text; what apostrophes and the like cut up is one where a name is so."""
        cut = [(one.start(), one.end(), one.group()) for one in WORD.finditer(plain.text)]
        if self._whole_alone:
            return cut
        words: list[_Word] = []
        number = 0
        while number < len(cut):
            run = cut[number : number + self._pieces(text, plain.at, cut, number)]
            words.append((run[0][0], run[-1][1], "".join(word for _start, _stop, word in run)))
            number += len(run)
        return words

    def _pieces(self, text: str, at: Sequence[int], cut: list[_Word], number: int) -> int:
        """How many pieces from one on are one word of a name."""
        most, joined = 1, cut[number][2]
        for end in range(number + 1, min(len(cut), number + _LONGEST_RUN)):
            if not _WITHIN.fullmatch(text[at[cut[end - 1][1]] : at[cut[end][0]]]):
                break
            joined += cut[end][2]
            ending = cut[end][2] != "s" and joined.endswith("s")
            known = joined in self._owners or (ending and joined[:-1] in self._owners)
            if known and len(joined) > 1:
                most = end - number + 1
        return most

    def _run(
        self, text: str, plain: FoldedText, words: list[_Word], number: int
    ) -> tuple[int, set[int]]:
        """How many words from one on are the name of somebody, and of whom."""
        at = plain.at
        start, stop, word = words[number]
        found = self._parts(text, plain, words, number)
        if self._whole_alone:
            return found
        written = text[at[start] : at[stop]]
        capitals = written.isupper()
        if word in self._handles and _like_handle(written, text[: at[start]], text[at[stop] :]):
            found = max(found, (1, self._handles[word]), key=lambda one: one[0])
        letters = word.upper()
        known = letters in self._initials and letters not in ABBREVIATIONS
        if capitals and known and word not in self._owners:
            found = max(found, (1, self._initials[letters]), key=lambda one: one[0])
        short = self._short.get(word) if written[:1].isupper() and not capitals else None
        if short and not found[0] and word not in self._said:
            found = (1, short)
        spelt = spelt_names(
            text, at, words[number : number + _LONGEST_RUN], self._owners, self._initials
        )
        return max((found, *spelt), key=lambda one: one[0])

    def _parts(
        self, text: str, plain: FoldedText, words: list[_Word], number: int
    ) -> tuple[int, set[int]]:
        """The same, of parts of a name that stand behind one another."""
        at, word = plain.at, words[number][2]
        who = self._owners.get(word, set())
        length, seen, letters = 0, list[str](), True
        while who:
            seen.append(words[number + length][2])
            letters = letters and len(seen[-1]) == 1  # a longer part may come
            length += 1
            if length == _LONGEST_RUN or number + length == len(words):
                break
            after, _stop, part = words[number + length]
            gap = plain.text[words[number + length - 1][1] : after]
            following = who & self._owners.get(part, set())
            if not following or len(gap) > LONGEST_GAP or set(gap) & set(';:!?()"'):
                break
            capital = text[at[after]]
            if len(part) == 1 and not letters and not self._is_initial(part, seen, capital):
                break
            who = following
        if len(word) == 1 and not self._is_initial(word, seen, text[at[words[number][0]]]):
            return 0, set()
        while length and not self._is_name(text, at, words[number : number + length]):
            length -= 1
        return (length, who if length == len(seen) else self._owners.get(word, set()))

    def _is_initial(self, letter: str, seen: list[str], capital: str) -> bool:
        """Whether a letter stands for a part of a name of which other parts stand beside it."""
        said = [word for word in seen if len(word) > 1]
        if not said:
            return (letter,) in self._whole
        for whole in self._whole:
            if all(word in "".join(whole) for word in said):
                rest = (one for one in whole if not any(one in word for word in said))
                if letter in whole or (capital.isupper() and any(one[0] == letter for one in rest)):
                    return True
        return False

    def _is_name(self, text: str, at: Sequence[int], run: list[_Word]) -> bool:
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
        self, text: str, plain: FoldedText, start: int, stop: int, word: str
    ) -> Iterator[FoundName]:
        """A name with an ending ("Ruths", "ruth7"), or in a script that runs words together."""
        if self._whole_alone:
            return
        at = plain.at
        of_s = _LEAST_BEFORE_S - text[at[start]].isupper()
        endings = ((word.rstrip("0123456789"), of_s - 1), (word.removesuffix("s"), of_s))
        for short, least in endings:
            who = self._owners.get(short) if least <= len(short) < len(word) else None
            if who and word not in self._said and short not in self._ordinary | PARTICLES:
                yield at[start], at[stop], self._instead(who)
                return
        place = start if self._glued else stop
        while place < stop:
            for part, number in self._glued.get(plain.text[place], ()):
                if plain.text.startswith(part, place, stop):
                    yield at[place], at[place + len(part)], self._instead({number})
                    place += len(part) - 1
                    break
            place += 1

    def _instead(self, who: set[int]) -> str | None:
        told = {self._people[one].instead for one in who}
        if len(told) == 1:
            return told.pop()
        return None if None in told else SOMEBODY


def _like_handle(written: str, before: str, after: str) -> bool:
    """Whether a word is a handle: behind or before an @, or with a capital within."""
    at_sign = before.endswith("@") or after.startswith("@")
    return at_sign or (any(map(str.isupper, written[1:])) and not written.isupper())


def _glued(parts: tuple[str, ...]) -> Iterator[str]:
    """Parts of a name as they stand among letters that run together, and halves of them."""
    for part in parts:
        if len(part) > 1:
            yield part
        if len(part) in {3, 4} and all(map(_runs_together, part)):
            yield from {part[:2], part[-2:]}


def _fold(text: str) -> str:
    return folded(text).text


def _runs_together(char: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words."""
    return "\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" or "가" <= char <= "힣"
