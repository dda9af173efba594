"""Whether a sentence counts anything, in digits or in words."""

from __future__ import annotations

import re
from itertools import pairwise

from mops_tui.model.text.folding import folded

_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    hundreds thousand thousands dozen dozens score half halves third thirds quarter quarters fourth
    fourths fifth fifths sixth sixths seventh sevenths eighth eighths ninth ninths tenth tenths once
    twice thrice single sole pair couple trio both neither either all every everybody everyone each
    none nobody noone anybody anyone most few fewer several majority minority unanimous unanimously
    percent
    einer eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf
    dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig hundert tausend dutzend
    halfte halb halbe drittel viertel funftel einmal zweimal beide beiden beider keiner keine
    niemand alle allen aller jeder jede jeden meisten wenige einige mehrere mehrheit minderheit
    einstimmig einhellig prozent
"""
_COUNTS = frozenset(_WORDS.split())
"""Words that count, in English and German, without their accents."""
_TENS = re.compile(r"(zig|hundert|tausend|ssig)(e|en|er)?\Z")
"""How further German numbers end: "funfundzwanzig"."""


def counts(sentence: str) -> bool:
    """Whether a sentence counts anything: votes, as likely as not. "No one" counts, too."""
    plain = folded(sentence).text
    words = re.findall(r"[^\W\d_]+", plain)
    return any(char.isnumeric() or char == "%" for char in sentence + plain) or any(
        word in _COUNTS or _TENS.search(word) for word in (*words, *map("".join, pairwise(words)))
    )
