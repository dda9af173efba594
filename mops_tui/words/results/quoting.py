"""Labels in sentences: whatever an author or the room calls an answer, the sentence stays one.

A label can be "No.", "here?", "Yes!", a whole statement, or stand in quotation marks itself. A
name ("Marketing", "RevOps") goes into a sentence as it is; all else is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.words.i18n import _
from mops_tui.words.safe import ELLIPSIS, in_one_line, safe

LONGEST = 200
"""The most cells that a label takes in a sentence: one that a pack can have stands there whole."""
_ENDS = ".,;:。．，、；："
"""What a label loses at its end: the sentence goes on, or ends by itself."""
_ASKS = "?!？！؟" + ELLIPSIS
"""What a label keeps at its end: it says how the label is meant, and ends the sentence too."""
_QUOTES = str.maketrans("“”„«»", "‘’‘‘’")
_OPENING, _CLOSING = '“„«"', '”“»"'
_STRAIGHT = re.compile(r'(^|[\s(\[‘])"')
"""A straight quotation mark that opens; any other closes."""
_NAME_SIGNS = "&-/+’'"
_FEW_WORDS = 6


def named(label: str, width: int = LONGEST) -> str:
    """A label in a sentence: a name as it is, anything else in quotation marks."""
    shown = clean(label, width)
    return shown if _is_name(shown) else quoted(label, width)


def alike(labels: Sequence[str], width: int = LONGEST) -> list[str]:
    """Labels beside each other: all of them as they are, or all in quotation marks."""
    shown = [named(label, width) for label in labels]
    if shown == [clean(label, width) for label in labels]:
        return shown
    return [quoted(label, width) for label in labels]


def plain(label: str, width: int = LONGEST) -> str:
    """A few words that were written to stand in a sentence, such as the end of an axis.

    They stand there as they are, unless there is more in them than words.
    """
    shown = clean(label, width)
    words = shown.split()
    fits = len(words) <= _FEW_WORDS and all(map(_is_word, words)) and _has_letters(shown)
    return shown if fits and shown.casefold() not in _answers() else quoted(label, width)


def quoted(label: str, width: int = LONGEST) -> str:
    """A label in quotation marks, without the full stop at its end and with no others in it."""
    return _("“{label}”").format(label=clean(label, width))


def titled(title: str, sentence: str) -> str:
    """A sentence behind the title that it is about: "Ten points: Sales leads"."""
    shown = safe(title).strip().rstrip(_ENDS).rstrip()
    if not sentence or not shown:
        return sentence
    if shown[-1] in _ASKS:
        return _("{title} {sentence}").format(title=shown, sentence=sentence)
    return _("{title}: {sentence}").format(title=shown, sentence=sentence)


def noted(title: str, what: str) -> str:
    """A title with what is there of it: "Ten points: the vote", "Ready? (the decision)".

    In brackets wherever a colon would stand behind another sign, or behind another colon.
    """
    if ":" not in title and (title[-1:].isalnum() or title[-1:] == ")"):
        return _("{title}: {what}").format(title=title, what=what)
    return _("{title} ({what})").format(title=title, what=what)


def ended(sentence: str) -> str:
    """A sentence whose last word is a label: it ends once, whatever the label ends with."""
    for sign in _ASKS:
        for end in (f"{sign}”.", f"{sign}."):
            if sentence.endswith(end):
                return sentence[:-1]
    return sentence[:-1] if sentence.endswith("..") else sentence


def capital(text: str) -> str:
    """A text as a sentence begins: its first letter is a capital one, all else stays."""
    return text[:1].upper() + text[1:]


def clean(label: str, width: int = LONGEST) -> str:
    """A label as it can stand in a sentence or between quotation marks, never empty."""
    shown = in_one_line(label)
    inner = shown[1:-1]
    quoted_whole = len(shown) > 2 and shown[0] in _OPENING and shown[-1] in _CLOSING
    if quoted_whole and not any(sign in inner for sign in _OPENING + _CLOSING):
        shown = inner.strip()  # a label that is quoted already, and not two quotations
    shown = between_marks(shown)
    shown = shown.rstrip(_ENDS).rstrip()
    return safe(shown, width) or ELLIPSIS


def between_marks(text: str) -> str:
    """A text as it stands between quotation marks: those in it become single ones."""
    return _STRAIGHT.sub(r"\1‘", text.translate(_QUOTES)).replace('"', "’")


def _is_name(shown: str) -> bool:
    """Whether it reads as the name of something: every word begins like one, and none answers."""
    words = shown.split()
    if not words or words[0].casefold() in _answers() or words[0][0].isdigit():
        return False
    named_words = all(
        not word[0].islower() and word[0].isalnum() and _is_word(word) for word in words
    )
    return named_words and _has_letters(shown)


def _has_letters(shown: str) -> bool:
    return any(character.isalpha() for character in shown)


def _is_word(word: str) -> bool:
    return all(character.isalnum() or character in _NAME_SIGNS for character in word)


def _answers() -> frozenset[str]:
    """Words that answer a question, or that a sentence says itself: no name begins with one."""
    # Translators: lower case, divided by blanks.
    listed = _(
        "yes no none nobody never always all any both neither either maybe other others nothing "
        "everything everybody everyone agree disagree unsure now later soon not never here there "
        "i we us you he she they them most many few some several half one two three "
        "four five six seven eight nine ten"
    )
    return frozenset(listed.split())
