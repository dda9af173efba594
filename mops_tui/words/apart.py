"""Two texts that are told apart by the words in which they differ."""

from __future__ import annotations

from collections.abc import Callable


def apart(left: str, right: str, fits: Callable[[str], bool]) -> tuple[str, str]:
    """Two statements without words that both begin or both end with.

    "I look at the wiring first" and "I look at the story first" are "… wiring" and "… story"
    apart. As few words are left out as it takes to fit; each statement keeps a word at least, and
    two that are the same stay as they are.

    Args:
        left: One statement.
        right: The other one.
        fits: Whether a text has room; where none has, all words that are alike are left out.
    """
    ones, others = left.split(), right.split()
    if ones == others:
        return left, right
    begins = _alike(ones, others)
    ends = _alike(ones[begins:][::-1], others[begins:][::-1])
    left_out = [(begin, end) for end in {0, ends} for begin in range(begins + 1)]
    for begin, end in sorted(left_out, key=lambda both: (sum(both), both[1])):
        shorter = _between(ones, begin, end), _between(others, begin, end)
        if all(map(fits, shorter)):
            return shorter
    return _between(ones, begins, ends), _between(others, begins, ends)


def _between(words: list[str], begin: int, end: int) -> str:
    """A statement without its first and its last words."""
    text = " ".join(words[begin : len(words) - end])
    if begin:
        text = "… " + text
    return text.rstrip(",;:") if end else text


def _alike(ones: list[str], others: list[str]) -> int:
    """How many words two lists begin with alike; each keeps one more."""
    least = min(len(ones), len(others)) - 1
    same = 0
    while same < least and ones[same] == others[same]:
        same += 1
    return same
