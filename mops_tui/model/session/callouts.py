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


def read_line(line: str, names: Sequence[tuple[str, str]]) -> tuple[CallOut, ...] | LineFlaw:
    """Read a line of called-out votes.

    Parts are separated by commas or semicolons; each is a count and a name, in either order. A
    name may be any unmistakable beginning, of the label or of one of its words; or a number
    sign and the place in the list, `#2`.

    Args:
        line: What the facilitator typed.
        names: (category, label) in the order shown.
    """
    counted: list[CallOut] = []
    for raw in re.split(r"[,;\n]|\s(?:and|&)\s+(?=[+-]?[0-9])", line):
        part = raw.strip()
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
    wanted = " ".join(name.casefold().split())
    if re.fullmatch(r"#[0-9]{1,3}", wanted):
        index = int(wanted[1:]) - 1
        return [names[index][0]] if 0 <= index < len(names) else []
    exact = [key for key, label in names if wanted in (label.casefold(), key.casefold())]
    if exact:
        return exact[:1]
    starts = [key for key, label in names if label.casefold().startswith(wanted)]
    if starts:
        return starts
    return [key for key, label in names if _begins_a_word(wanted, label)]


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
