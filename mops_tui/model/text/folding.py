"""Texts as names are compared: small letters without accents, and nothing that nobody sees.

Letters of another script that look like Latin ones are those: "Tоmas" with a Cyrillic o is Tomas.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

NO_WIDTH = "\u200b"
"""A space that nobody sees: it parts words, and may stand within one."""
_LIKE = {
    **{"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"},
    **{"ʼ": "'", "ʻ": "'", "ʹ": "'"},
    **dict(zip("авекмнорстухіјѕԁһӏԛԝ", "abekmhopctyxijsdhlqw", strict=True)),
    **dict(zip("αβεζηικμνορτυχ", "abezhikmvoptyx", strict=True)),
    **{"ɑ": "a", "ɡ": "g", "ɩ": "i"},
}
_PLAIN = str.maketrans(_LIKE)
_SPELT_OUT = str.maketrans({**_LIKE, "ø": "oe"})
_TWO_LETTERS = {"a\u0308": "e", "o\u0308": "e", "u\u0308": "e", "a\u030a": "a"}
"""What "ä", "ö", "ü" and "å" are written with, where a keyboard has none of them."""
_UNSEEN = ("Mn", "Me", "Cf")
_FILLERS = "\u115f\u1160"


@dataclass(frozen=True)
class FoldedText:
    """A text as names are compared.

    Attributes:
        at: Where each of its characters began in the text as it was typed; then the end.
    """

    text: str
    at: tuple[int, ...]


def folded(text: str, *, spelt_out: bool = False) -> FoldedText:
    """Fold a text.

    Args:
        text: As it was typed.
        spelt_out: "ü" is "ue", and so on, as Germans and Danes write it; it is "u" otherwise.
    """
    made: list[str] = []
    at: list[int] = []
    like = _SPELT_OUT if spelt_out else _PLAIN
    for place, char in enumerate(text):
        for part in " " if char == NO_WIDTH else unicodedata.normalize("NFKD", char):
            if unicodedata.category(part) in _UNSEEN or part in _FILLERS:
                also = _TWO_LETTERS.get(made[-1] + part, "") if spelt_out and made else ""
            else:
                also = part.casefold().translate(like)
            for one in also:
                if unicodedata.category(one) not in _UNSEEN:
                    made.append(one)
                    at.append(place)
    return FoldedText("".join(made), (*at, len(text)))
