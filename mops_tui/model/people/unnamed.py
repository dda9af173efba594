"""Names taken out of what people typed, however they are written there.

A name is found whole or in part ("Ruth", "Bauer", "Bauer, Ruth", "RB", "@ruthbauer"), in any
case, with or without accents, hyphens and apostrophes, with umlauts spelt out, with what nobody
sees in it, over a line's end. The longest that fits goes. It is better to take out a word too
many than a name too few; only words that the packs themselves use in small letters ("mark",
"will") need a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mops_tui.model.people.name_forms import APOSTROPHES, PARTICLES, WORD, forms_of
from mops_tui.model.text.folding import NO_WIDTH, FoldedText, folded

SOMEBODY = "a participant"
"""What stands instead of a name where no role can."""
THE_ROLE = "the {role}"
"""What stands instead of the name of somebody with a role."""
_LONGEST_GAP = 3
"""Characters that may stand between two parts of a name: ", ", a hyphen, a line's end."""
_WITHIN = re.compile(rf"[{APOSTROPHES}{NO_WIDTH}]{{1,3}}|[-‐‑‒–](?:\s*\n\s*)?")
"""What may stand within a part of a name: what nobody sees, an apostrophe, a hyphen."""
_LONGEST_RUN = 40
"""Pieces that one word may be cut into by those."""
_Word = tuple[int, int, str]
_Found = tuple[int, int, str | None]


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
        self._capitals = {word for word in capital if word.isupper()}
        self._people = [one for one in people if any(name.strip() for name in one.names)]
        self._owners: dict[str, set[int]] = {}
        self._initials: dict[str, set[int]] = {}
        self._handles: dict[str, set[int]] = {}
        self._glued: list[tuple[str, int]] = []
        self._whole: set[tuple[str, ...]] = set()
        for number, one in enumerate(self._people):
            for name in one.names:
                self._learn(number, name, set(WORD.findall(_fold(one.role))))
        self._longest_initials = max(map(len, self._initials), default=0)

    def __bool__(self) -> bool:
        return bool(self._people)

    def _learn(self, number: int, name: str, of_role: set[str]) -> None:
        for one in forms_of(name, of_role):
            self._whole.add(one.parts)
            for part in {*one.parts, *one.together, *(part[0] for part in one.parts)}:
                self._owners.setdefault(part, set()).add(number)
            if any(_runs_together(char) for part in one.parts for char in part):
                self._glued += [(part, number) for part in one.parts if len(part) > 1]
            for handle in one.handles:
                self._handles.setdefault(handle, set()).add(number)
            for letters in one.initials - self._capitals:
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

    def _found(self, text: str) -> Iterator[_Found]:
        """Where names stand in a text, in order, and what stands there instead."""
        if not self._people or not text:
            return
        plain, spelt_out = folded(text), folded(text, spelt_out=True)
        found = list(self._found_in(text, plain))
        if plain != spelt_out:
            found += self._found_in(text, spelt_out)
        yield from _longest(found)

    def _found_in(self, text: str, plain: FoldedText) -> Iterator[_Found]:
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
            yield from self._in_word(plain, *words[number])
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
        if capitals and word.upper() in self._initials and word not in self._owners:
            found = max(found, (1, self._initials[word.upper()]), key=lambda one: one[0])
        return max(found, self._dotted(text, at, words, number), key=lambda one: one[0])

    def _parts(
        self, text: str, plain: FoldedText, words: list[_Word], number: int
    ) -> tuple[int, set[int]]:
        """The same, of parts of a name that stand behind one another."""
        at, word = plain.at, words[number][2]
        who = self._owners.get(word, set())
        length, seen = 0, list[str]()
        while who:
            seen.append(words[number + length][2])
            length += 1
            if number + length == len(words):
                break
            after, _stop, part = words[number + length]
            gap = plain.text[words[number + length - 1][1] : after]
            following = who & self._owners.get(part, set())
            if not following or len(gap) > _LONGEST_GAP or set(gap) & set(';:!?()"'):
                break
            if len(part) == 1 and not self._is_initial(part, seen, capital=text[at[after]]):
                break
            who = following
        if len(word) == 1 and not self._is_initial(word, seen, capital=text[at[words[number][0]]]):
            return 0, set()
        while length and not self._is_name(text, at, words[number : number + length]):
            length -= 1
        return (length, who if length == len(seen) else self._owners.get(word, set()))

    def _is_initial(self, letter: str, seen: list[str], capital: str) -> bool:
        """Whether a letter stands for a part of a name of which other parts stand beside it."""
        said = [word for word in seen if len(word) > 1]
        for whole in self._whole:
            if all(word in "".join(whole) for word in said):
                rest = (one for one in whole if not any(one in word for word in said))
                if letter in whole or (capital.isupper() and any(one[0] == letter for one in rest)):
                    return True
        return False

    def _dotted(
        self, text: str, at: Sequence[int], words: list[_Word], number: int
    ) -> tuple[int, set[int]]:
        """Initials with dots: "R.B."."""
        letters = ""
        for start, stop, word in words[number : number + self._longest_initials]:
            if stop - start != 1 or not text[at[start]].isupper():
                break
            letters += word.upper()
        for length in range(len(letters), 1, -1):
            who = self._initials.get(letters[:length])
            gaps = text[at[words[number][1]] : at[words[number + length - 1][0]]]
            if who and set(gaps) & set(f".-{NO_WIDTH}") and len(gaps) <= _LONGEST_GAP * length:
                return length, who
        return 0, set()

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

    def _in_word(self, plain: FoldedText, start: int, stop: int, word: str) -> Iterator[_Found]:
        """A name with an ending ("Ruths", "ruth7"), or in a script that runs words together."""
        if self._whole_alone:
            return
        at = plain.at
        for short in (word.rstrip("0123456789"), word[:-1] if word.endswith("s") else word):
            who = self._owners.get(short) if 3 < len(short) < len(word) else None
            if who and not {word, short} & (self._ordinary | PARTICLES):
                yield at[start], at[stop], self._instead(who)
                return
        place = start
        while place < stop:
            for part, number in sorted(self._glued, key=lambda one: -len(one[0])):
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


def _longest(found: list[_Found]) -> list[_Found]:
    """What was found, in order: what overlaps is one, as the longer of it says."""
    made: list[_Found] = []
    for one in sorted(found, key=lambda one: one[:2]):
        last = made[-1] if made else one
        if not made or one[0] >= last[1]:
            made.append(one)
            continue
        longer = max(last, one, key=lambda each: each[1] - each[0])
        if last[:2] == one[:2] and last[2] != one[2]:
            longer = (*one[:2], None if None in (last[2], one[2]) else SOMEBODY)
        elif last[2] is not None and one[2] is not None:
            longer = (last[0], max(last[1], one[1]), longer[2])
        made[-1] = longer
    return made


def _like_handle(written: str, before: str, after: str) -> bool:
    """Whether a word is a handle: behind or before an @, or with a capital within."""
    at_sign = before.endswith("@") or after.startswith("@")
    return at_sign or (any(map(str.isupper, written[1:])) and not written.isupper())


def _fold(text: str) -> str:
    return folded(text).text


def _runs_together(char: str) -> bool:
    """Whether a letter is of a script that puts no spaces between words."""
    return "\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" or "가" <= char <= "힣"
