"""Counts of few people in what somebody typed: "7-2", "two of us", "only one voted no".

Not every number is one: "Close 2 of 12 gaps in 2-3 weeks" stays, unless twelve is how many voted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mops_tui.model.text.folding import folded

LEFT_OUT = "[…]"
"""What stands where a count was."""
FEW = 5
"""Fewer people than these are few."""
_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
"""
_GERMAN = """
    ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn
    sechzehn siebzehn achtzehn neunzehn zwanzig
"""
_VALUES = {
    **{word: n for words in (_WORDS, _GERMAN) for n, word in enumerate(words.split(), start=1)},
    **{"einer": 1, "eine": 1, "a single": 1, "both": 2, "a couple": 2, "a pair": 2, "beide": 2},
}
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
_VOTED = (
    r"(?:vot(?:e|es|ed|ing)|agree[sd]?|disagree[sd]?|abstain(?:s|ed)?|abstentions?|oppose[sd]?|"
    r"object(?:s|ed|ions?)?|dissent(?:s|ed|ers?)?|against|in favou?r|said (?:yes|no)|yes|no|"
    r"(?:da)?gegen|dafur|stimm(?:t|te|ten|en)|enthalt(?:ung(?:en)?)?|ja|nein)"
)
_OF_US = r"(?:of (?:us|them|you|the (?:room|group|team|people|participants|voters|votes))|von uns)"
_FRACTION = r"(?:a|one|two|three) (?:half|thirds?|quarters?|fifths?|tenths?)|half"
_SHARES = rf"(?:\d{{1,3}}(?:[.,]\d+)?\s?(?:%|percent|per cent|prozent)|{_FRACTION})"
_PAIR = re.compile(
    rf"\b({_NUMBER})\s?(?:(?P<of>out of|of|from|von|/)|to|zu|:|[-‐‑‒–—]|against|gegen|versus|vs\.?)"
    rf"\s?(?:the |us )?({_NUMBER})\b"
)
_FEW = re.compile(rf"\b({_NUMBER})(?= (?:{_OF_US}|(?:\w+ ){{0,2}}{_VOTED})\b)")
_SHARE = re.compile(rf"(?<!\w){_SHARES}(?= (?:{_OF_US}|(?:\w+ ){{0,2}}{_VOTED})\b)")
_MAJORITY = re.compile(rf"\ba majority of {_NUMBER}\b")
_ABOUT_A_VOTE = re.compile(rf"\b(?:{_VOTED}|majority|vote|mehrheit)\b")


def without_small_counts(text: str, voters: Collection[int]) -> str:
    """A text in which `LEFT_OUT` stands for each count of few people.

    Args:
        text: As it was typed.
        voters: How many voted, or were there, in any vote.
    """
    plain = folded(text)
    made, end = [], 0
    for start, stop in sorted(_places(plain.text, voters)):
        if plain.at[start] < end:
            continue
        made += [text[end : plain.at[start]], LEFT_OUT]
        end = plain.at[stop]
    return "".join((*made, text[end:]))


def _places(text: str, voters: Collection[int]) -> Iterator[tuple[int, int]]:
    for found in _PAIR.finditer(text):
        one, other = _value(found[1]), _value(found[3])
        whole = other if found["of"] else one + other
        rest = abs(other - one) if found["of"] else min(one, other)
        sentence = text[_begin(text, found.start()) : _end(text, found.end())]
        a_vote = whole in voters or (not found["of"] and _ABOUT_A_VOTE.search(sentence))
        if a_vote and (0 < one < FEW or 0 < rest < FEW):
            yield found.span()
    for found in _FEW.finditer(text):
        if 0 < _value(found[1]) < FEW:
            yield found.span()
    for pattern in (_SHARE, _MAJORITY):
        yield from (found.span() for found in pattern.finditer(text))


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _VALUES[number]


def _begin(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ".!?\n") + 1


def _end(text: str, at: int) -> int:
    ends = (text.find(mark, at) for mark in ".!?\n")
    return min((end for end in ends if end >= 0), default=len(text))
