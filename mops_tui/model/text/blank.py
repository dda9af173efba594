"""Whether a text shows anything at all: characters that are typed or pasted may be invisible.

`words.safe` makes text fit for a screen and takes what is named here away; a test holds the two
together. A record of nothing but such characters would stand on the screen as an empty line.
"""

from __future__ import annotations

import re
import unicodedata

ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, cursor moves
    r"|\x9b[0-?]*[ -/]*[@-~]"  # the same, in one byte
    r"|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # titles, links, clipboard
    r"|\x1b[ -/]*[0-~]"  # the short ones
)
"""The codes that steer a terminal."""
FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")
"""Letters and signs that are drawn as a blank, though Unicode counts them as visible."""
SKIN_TONES = range(0x1F3FB, 0x1F400)
"""Skin tones: they change the emoji before them, and mean nothing alone."""
_UNSEEN = frozenset({"Cc", "Cf", "Me", "Mn", "Mc", "Zs", "Zl", "Zp"})


def blank(text: str) -> bool:
    """Whether nothing of a text would be seen: spaces, control characters, what has no width.

    Marks (accents) count as nothing: with no letter before them they are not drawn, and one
    letter is enough to make the text say something.
    """
    return not any(_seen(character) for character in ESCAPE.sub("", text))


def _seen(character: str) -> bool:
    if "!" <= character <= "~":
        return True
    if character in FILLERS or ord(character) in SKIN_TONES:
        return False
    return unicodedata.category(character) not in _UNSEEN
