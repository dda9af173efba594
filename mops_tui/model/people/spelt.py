"""Names that are spelt letter by letter: "P r i y a", "Z.M.O.", "t.l."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mops_tui.model.people.common_words import DOTTED
from mops_tui.model.text.folding import NO_WIDTH

LONGEST_GAP = 3
"""Characters that may stand between two parts of a name: ", ", a hyphen, a line's end."""
_MOST_LETTERS = 40
_LEAST_LETTERS = 3
"""So many letters with spaces between are a name or its initials; of fewer, dots say so."""


def spelt_names(
    text: str,
    at: Sequence[int],
    words: Sequence[tuple[int, int, str]],
    names: Mapping[str, set[int]],
    initials: Mapping[str, set[int]],
) -> Iterator[tuple[int, set[int]]]:
    """How many letters from the first on are the name of somebody or its initials, and whose.

    Args:
        text: As it was typed.
        at: Where in it each folded character began.
        words: Its words, from the first that may be a letter on.
        names: Parts of names, folded, and whose they are.
        initials: In capitals, and whose they are.
    """
    letters = folded = gaps = ""
    for number, (start, stop, word) in enumerate(words[:_MOST_LETTERS]):
        gap = text[at[words[number - 1][1]] : at[start]] if number else ""
        if stop - start != 1 or len(word) != 1 or len(gap) > LONGEST_GAP or "\n" in gap:
            break
        letters, folded, gaps = letters + text[at[start]], folded + word, gaps + gap
        if len(letters) >= _LEAST_LETTERS and folded in names:
            yield number + 1, names[folded]
        who = initials.get(folded.upper())
        after = text[at[stop] : at[stop] + 1]
        if who and _are_initials(letters, folded, gaps, after):
            yield number + 1, who


def _are_initials(letters: str, folded: str, gaps: str, after: str) -> bool:
    """Whether letters with something between are initials, not words or an abbreviation."""
    if len(letters) == 1:
        return False
    if letters.isupper():
        return bool(set(gaps) & set(f".-{NO_WIDTH}")) or len(letters) >= _LEAST_LETTERS
    dotted = gaps.replace(" ", "") == "." * (len(letters) - 1) and after == "."
    return dotted and folded not in DOTTED
