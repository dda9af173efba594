"""Reading a call-out line: `5 marketing, 3 it` becomes counts by category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mops_tui.model.session.commands import SetTally
from mops_tui.model.session.state import WorkshopState


@dataclass(frozen=True)
class CallOut:
    """One part of a call-out line.

    Attributes:
        category: What was called.
        count: How many people, or how many more when `relative`.
        relative: The count had a sign: `+2 it`.
    """

    category: str
    count: int
    relative: bool


LineFlawCode = Literal[
    "callout-no-count", "callout-unknown", "callout-ambiguous", "callout-twice", "callout-no-comma"
]


@dataclass(frozen=True)
class LineFlaw:
    """A part of a line that cannot be read.

    Attributes:
        code: Why not.
        part: The part as it was typed.
    """

    code: LineFlawCode
    part: str


_PART = re.compile(r"([+-]?)\s*([0-9]{1,9})(?![0-9])\s*[x×*:=]?\s*(.+)", re.DOTALL)
_TURNED = re.compile(r"(.+?)\s*[x×*:=]?\s*([+-]?)\s*(?<![0-9])([0-9]{1,9})\s*", re.DOTALL)


def numbers_of(keys: Sequence[str]) -> dict[str, str]:
    """The number of each answer, by which it can be called out and keyed.

    A scale that counts by itself, such as 0 to 4, has its own numbers; all else counts from 1.
    """
    if all(re.fullmatch("[0-9]", key) for key in keys):
        return {key: key for key in keys}
    return {str(place): key for place, key in enumerate(keys, start=1)}


def read_line(line: str, names: Sequence[tuple[str, str]]) -> tuple[CallOut, ...] | LineFlaw:
    """Read a line of called-out votes.

    Parts are separated by commas or semicolons; each is a count and a name, in either order. A
    name may be any unmistakable beginning, of the label or of one of its words; or the answer's
    number, `2 5` or `2 #5`: then the count comes first.

    Args:
        line: What the facilitator typed.
        names: (category, label) in the order shown. A category may stand there more than once,
            with other words that mean it.
    """
    counted: list[CallOut] = []
    for raw in re.split(r"[,;\n]|\s(?:and|&)\s+(?=[+-]?[0-9])", line):
        # One blank for many: what was pasted may have thousands, and each would be tried.
        part = " ".join(raw.split())
        if not part:
            continue
        match = _PART.fullmatch(part)
        if match:
            sign, digits, name = match.groups()
        else:
            turned = _TURNED.fullmatch(part)
            if not turned:
                return LineFlaw("callout-no-count", part)
            name, sign, digits = turned.groups()
        name_match = _find(name, names)
        if len(name_match) != 1:
            code: LineFlawCode = "callout-ambiguous" if name_match else "callout-unknown"
            if not name_match and re.search(r"\s[0-9]", name.strip()):
                code = "callout-no-comma"
            return LineFlaw(code, name.strip())
        if any(call.category == name_match[0] for call in counted):
            return LineFlaw("callout-twice", name.strip())
        count = min(int(digits), 100_000)
        counted.append(CallOut(name_match[0], -count if sign == "-" else count, bool(sign)))
    return tuple(counted)


_BULLET = re.compile(r"^\s*(?:[-*•·–]|\(?[0-9]{1,2}[.)])\s+(?=\S)")


def in_one_line(text: str) -> str:
    """Call-outs that were pasted, a line each, as the line that counts them all."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    bare = (_BULLET.sub("", line).strip(" ,;") for line in lines)
    return ", ".join(line for line in bare if line)


def _find(name: str, names: Sequence[tuple[str, str]]) -> list[str]:
    """The answers that a name may mean, each once."""
    wanted = " ".join(name.casefold().split())
    keys = list(dict.fromkeys(key for key, _label in names))
    if re.fullmatch(r"#[0-9]{1,3}", wanted):
        index = int(wanted[1:]) - 1
        return [keys[index]] if 0 <= index < len(keys) else []
    by_words = _by_words(wanted, names)
    if re.fullmatch("[0-9]{1,3}", wanted):
        numbered = numbers_of(keys).get(str(int(wanted)), "")
        # "5 days" begins with a number too: then there are two answers that it may mean.
        return list(dict.fromkeys([*([numbered] if numbered else []), *by_words]))
    return by_words


def _by_words(wanted: str, names: Sequence[tuple[str, str]]) -> list[str]:
    """By a whole label or id; else by how a label begins; else by how one of its words does."""
    number = re.fullmatch("-?[0-9]+", wanted) is not None
    exact = [
        key
        for key, label in names
        if wanted == label.casefold() or (wanted == key.casefold() and not number)
    ]
    if exact:
        return exact[:1]
    starts = [key for key, label in names if _starts(wanted, label.casefold(), whole=number)]
    if not starts and not number:
        starts = [key for key, label in names if _begins_a_word(wanted, label)]
    return list(dict.fromkeys(starts))


def _starts(wanted: str, label: str, *, whole: bool) -> bool:
    """Whether a label begins so; a number has to be the whole of its first word."""
    return label.split()[:1] == [wanted] if whole else label.startswith(wanted)


def _begins_a_word(wanted: str, label: str) -> bool:
    words = label.casefold().replace("/", " ").split()
    return any(" ".join(words[i:]).startswith(wanted) for i in range(len(words)))


def applied(
    cells: tuple[tuple[str, str, int], ...], item: str, calls: tuple[CallOut, ...]
) -> tuple[tuple[str, str, int], ...]:
    """A tally's cells after some call-outs: named categories are set, signed ones are added."""
    counts = {(i, category): count for i, category, count in cells}
    for call in calls:
        key = (item, call.category)
        before = counts.get(key, 0) if call.relative else 0
        counts[key] = max(0, before + call.count)
    return tuple((i, category, count) for (i, category), count in counts.items() if count)


def with_calls(state: WorkshopState, ref: str, item: str, calls: tuple[CallOut, ...]) -> SetTally:
    """What to ask for so that some call-outs are counted beside those that are."""
    round_ = state.round(ref)
    return SetTally(ref, applied(round_.tally.cells if round_ else (), item, calls))
