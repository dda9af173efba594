"""Which questions and answers a text names: whole labels, the longest first.

"Sales" in “Sales takes over prospects when ready” is part of that condition, and not the answer of
another question, and "IT" in “with IT's architect” is no answer at all. What stands between
quotation marks is a whole label, or it names nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import GridQuestion, QuestionBase, items_of, options_of
from mops_tui.words.results.quoting import clean
from mops_tui.words.safe import ELLIPSIS, safe

_INITIALS = 3
"""Labels up to so many letters may be words of a sentence: "IT", "All"."""
_LABELS = ("label", "left", "right", "left_name", "right_name")
_OWNERS = r"['’]s(?!\w)"
"""What makes an owner of a name: "IT's architect" stays, and nobody goes to IT."""
_QUOTED = re.compile(r'[“„«"]([^“”„«»"]+)[”“»"]')
_LONG_FORMS = {
    "RevOps": "Revenue Operations",
    "MOps": "Marketing Operations",
    "MarTech": "marketing technology",
    "HR": "Human Resources",
}
"""Short words of the field, and what they are short for: a text may name an answer by either."""
_WHOSE = re.compile(r"(?<!\w)marketing[ -]op(?:eration)?s(?!\w)", re.IGNORECASE)
"""Whom it is all about: "Marketing Operations moves to IT" does not name the answer Marketing."""


@dataclass(frozen=True)
class Named:
    """A place in a text that names something, with all that it may be the name of.

    Attributes:
        questions: Ids of the questions that are called so, or have an answer or an item that is.
        answers: Pairs of a question and what of it is called so; none for its title.
    """

    questions: frozenset[str]
    answers: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class _Label:
    question: str
    part: str
    text: str


def named_in(
    text: str, questions: Sequence[QuestionBase], grids: Sequence[Grid] = ()
) -> tuple[Named, ...]:
    """What a text names of some questions, in whole words, longer labels before shorter ones.

    A label of three letters or fewer has to be written as it is: "IT" is not "it".

    Args:
        text: What somebody wrote.
        questions: All questions of the scenario that it belongs to.
        grids: The grids whose corners a text may name, where a question asks for a mark on one.
    """
    text = safe(text)
    quotes = {found.span(1): clean(found.group(1)) for found in _QUOTED.finditer(text)}
    places: dict[tuple[int, int], list[_Label]] = {}
    for label in (label for question in questions for label in _labels(question, grids)):
        for start, end in _places(label.text, text, quotes):
            places.setdefault((start, end), []).append(label)
    for found in _WHOSE.finditer(text):
        places.setdefault(found.span(), [])
    taken: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0] - place[1], place)):
        at = bisect_left(taken, (start, end))
        behind = at == 0 or taken[at - 1][1] <= start
        if behind and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, (start, end))
    return tuple(
        Named(
            frozenset(label.question for label in places[place]),
            frozenset((label.question, label.part) for label in places[place] if label.part),
        )
        for place in taken
        if places[place]
    )


def _labels(question: QuestionBase, grids: Sequence[Grid]) -> Iterator[_Label]:
    yield _Label(question.id, "", question.title)
    if isinstance(question, GridQuestion):
        for corner in (c for grid in grids if grid.id == question.grid for c in grid.quadrants):
            yield _Label(question.id, corner.id, corner.name)
    for part in (*options_of(question), *items_of(question)):
        for field in _LABELS:
            text = getattr(part, field, None)
            if isinstance(text, str) and text.strip():
                yield _Label(question.id, part.id, text)


def _places(
    label: str, text: str, quotes: Mapping[tuple[int, int], str]
) -> Iterator[tuple[int, int]]:
    """Where a text has a label: between quotation marks as a whole, elsewhere in whole words."""
    cleaned = clean(label)
    if cleaned == ELLIPSIS:
        return
    for place, quoted in quotes.items():
        if _is_quoted(cleaned, quoted):
            yield place
    between = list(quotes)
    for form in {cleaned, safe(label).strip(), *_other_forms(cleaned)}:
        flags = re.IGNORECASE if len(form) > _INITIALS else 0
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w|{_OWNERS})", text, flags):
            start, end = found.span()
            before = bisect_right(between, start, key=itemgetter(0))
            if before == 0 or between[before - 1][1] < end:
                yield start, end


def _other_forms(label: str) -> Iterator[str]:
    """What a label is called besides, where it is a short word of the field or a long one."""
    for short, whole in _LONG_FORMS.items():
        if label.casefold() == short.casefold():
            yield whole
        elif label.casefold() == whole.casefold():
            yield short


def _is_quoted(label: str, quoted: str) -> bool:
    """Whether a quotation is a label, or the beginning of one that was cut."""
    if len(label) > _INITIALS:
        label, quoted = label.casefold(), quoted.casefold()
    begun = quoted.removesuffix(ELLIPSIS).rstrip()
    return label == quoted or (begun != quoted and bool(begun) and label.startswith(begun))
