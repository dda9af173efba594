"""Texts that are told apart by the words in which they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mops_tui.words.safe import ELLIPSIS, cells, safe


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


def cut_apart(texts: Sequence[str], width: int) -> list[str]:
    """Texts in so many cells each, none of which looks like another.

    One that would be cut to what another one is begins where it differs instead. Those that are
    the same stay the same.
    """
    return [cut_among(text, texts, width) for text in texts]


def cut_among(text: str, others: Sequence[str], width: int) -> str:
    """A text in so many cells that could be none of the others; it may be one of them itself."""
    text = safe(text).strip()
    shown = safe(text, width)
    if shown == text:
        return shown
    kept = shown.removesuffix(ELLIPSIS).rstrip()
    whole = [safe(other).strip() for other in others]
    alike = [other for other in whole if other != text and other.startswith(kept)]
    if not alike:
        return shown
    # From the first place at which one of them differs; else from the last.
    for at in sorted({_same(text, other) for other in alike}):
        start = text.rfind(" ", 0, min(at, len(text) - 1)) + 1
        if cells(text[start : at + 1]) > width - 2:
            start = max(0, min(at, len(text) - 1))
        inside = start > 0 and text[start - 1] != " "
        earlier = [n for n in range(1, start) if inside or text[n - 1] == " "]
        fitting = (n for n in earlier if cells(text[n:]) <= width - 2)
        cut = safe(f"{ELLIPSIS} {text[next(fitting, start) :]}", width)
        if not any(cut[1:].strip(f" {ELLIPSIS}") in other for other in alike):
            return cut
    return cut


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
