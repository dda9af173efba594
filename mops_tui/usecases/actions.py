"""What is open over all workshops of a folder: as a list, a table, data, and marked done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mops_tui.model.session.commands import Refusal
from mops_tui.model.text.folding import folded
from mops_tui.report.sheets.cells import csv_text, day_cell
from mops_tui.sources.todo.folder import FolderTodo, mark
from mops_tui.sources.todo.tracked import REF_LENGTH, Tracked
from mops_tui.storage.files.checksums import sealed_json
from mops_tui.storage.files.errors import Busy, SessionError, WriteFailed
from mops_tui.words.closing_kit import todo as words
from mops_tui.words.closing_kit.todo import TodoGroup
from mops_tui.words.closing_kit.wrapping import hanging_lines
from mops_tui.words.files.sessions import sentence
from mops_tui.words.refusals import refusal
from mops_tui.words.safe import in_one_line, safe

if TYPE_CHECKING:
    from mops_tui.report.schema.todo import TodoData, TodoThingData

_ORDER: tuple[TodoGroup, ...] = ("overdue", "to-come", "no-day", "review", "later", "closed")
_NOT_YET_OPEN = frozenset({"later", "closed"})
"""Groups of what is no longer open, or not yet."""
_WORD = re.compile(r"[^\W_]+")
_LEAST = 4
"""So many characters of a reference are needed."""
_COLUMNS = (
    "reference",
    "kind",
    "what",
    "who",
    "by",
    "day",
    "standing",
    "since",
    "said_in",
    "workshop",
    "workshop_day",
    "file",
)


@dataclass(frozen=True)
class BadReference(Exception):  # noqa: N818 - it says what is wrong, as a sentence does
    """A reference that stands for nothing, or for several things.

    Attributes:
        sentence: What is wrong, and what to do.
    """

    sentence: str


def group_of(one: Tracked, today: date) -> TodoGroup:
    """Where a thing stands in the list."""
    if one.standing != "open":
        return "closed"
    if one.kind == "review":
        return "review" if one.day and date.fromisoformat(one.day) <= today else "later"
    if not one.day:
        return "no-day"
    return "overdue" if date.fromisoformat(one.day) < today else "to-come"


def listed(
    things: Iterable[Tracked], today: date, who: str = "", *, everything: bool = False
) -> dict[TodoGroup, tuple[Tracked, ...]]:
    """The things to show, by group: overdue first, by day, then those without a day.

    Args:
        things: All there are.
        today: The day it is.
        who: Only what somebody of that name does, or owns; "" for all.
        everything: What is no longer open, too, and decisions whose day has not come.
    """
    groups: dict[TodoGroup, list[Tracked]] = {group: [] for group in _ORDER}
    for one in things:
        if does(one, who):
            groups[group_of(one, today)].append(one)
    shown = _ORDER if everything else _ORDER[: _ORDER.index("later")]
    return {
        group: tuple(sorted(groups[group], key=lambda one: (one.day or "9", one.opened)))
        for group in shown
        if groups[group]
    }


def counts(groups: dict[TodoGroup, tuple[Tracked, ...]]) -> tuple[int, int]:
    """How much of what is listed is open, and how much of that is overdue."""
    still = sum(len(things) for group, things in groups.items() if group not in _NOT_YET_OPEN)
    return still, len(groups.get("overdue", ()))


def does(one: Tracked, who: str) -> bool:
    """Whether each word of a name begins one in who does it, whatever its accents and capitals."""
    if who and not _WORD.search(who):
        return False
    both = [folded(in_one_line(one.who), spelt_out=spelt_out).text for spelt_out in (False, True)]
    there = [word for text in both for word in _WORD.findall(text)]
    wanted = _WORD.findall(folded(in_one_line(who)).text)
    return all(any(word.startswith(each) for word in there) for each in wanted)


def names_in(things: Iterable[Tracked]) -> tuple[str, ...]:
    """Who does some things, each name once, as it was typed."""
    who = (in_one_line(one.who) for one in things)
    return tuple(sorted({name for name in who if name}, key=str.casefold))


def references(things: Sequence[Tracked]) -> dict[str, str]:
    """The reference of each thing by its digest: the same in each list, longer where two are alike.

    Args:
        things: All there are, shown or not.
    """
    found: dict[str, str] = {}
    digests = sorted({one.digest for one in things})
    for before, digest, after in zip(["", *digests], digests, [*digests[1:], ""], strict=False):
        length = REF_LENGTH
        while digest[:length] in (before[:length], after[:length]):
            length += 1
        found[digest] = digest[:length]
    return found


def meant(things: Sequence[Tracked], refs: Iterable[str]) -> tuple[Tracked, ...]:
    """The things that references stand for, each of them once.

    Raises:
        BadReference: One stands for nothing, or for several things.
    """
    known = references(things)
    found: dict[str, Tracked] = {}
    for ref in refs:
        wanted = ref.strip().removeprefix("'").casefold()  # as the table for a spreadsheet has it
        fitting = [one for one in things if one.digest.startswith(wanted)]
        if len(wanted) < _LEAST or not fitting:
            raise BadReference(words.no_reference(ref))
        if len({one.digest for one in fitting}) > 1:
            named = ", ".join(known[one.digest] for one in fitting)
            raise BadReference(words.two_references(ref, named))
        found[fitting[0].digest] = fitting[0]
    return tuple(found.values())


@dataclass(frozen=True)
class Marking:
    """What came of marking something.

    Attributes:
        written: It stands in its file.
        sentences: What to say.
    """

    written: bool
    sentences: tuple[str, ...]


def marked(things: Sequence[Tracked], *, done: bool) -> Marking:
    """Mark some things of one session as done, or as open again.

    Args:
        things: All of one file.
        done: They are done.
    """
    path = things[0].path
    try:
        outcome = mark(things, done=done)
    except (SessionError, Busy, WriteFailed) as error:
        return Marking(False, (sentence(error, path),))
    if isinstance(outcome, Refusal):
        return Marking(False, (refusal(outcome),))
    return Marking(True, tuple(words.marked(one, done=done) for one in things))


def list_lines(
    groups: dict[TodoGroup, tuple[Tracked, ...]], refs: dict[str, str], today: date, width: int
) -> list[tuple[str, list[str]]]:
    """The list as (heading, lines) of each group: two lines a thing where they fit."""
    return [
        (
            words.group_heading(group),
            [line for one in things for line in _lines(one, refs, today, width)],
        )
        for group, things in groups.items()
    ]


def _lines(one: Tracked, refs: dict[str, str], today: date, width: int) -> list[str]:
    ref = refs[one.digest]
    lines = hanging_lines(f"  {ref}  ", words.what_words(one), width)
    return [*lines, *hanging_lines(" " * (len(ref) + 4), words.facts(one, today), width)]


def list_csv(groups: dict[TodoGroup, tuple[Tracked, ...]], refs: dict[str, str]) -> str:
    """The same as a table for a spreadsheet."""
    rows = (
        (
            refs[one.digest],
            one.kind,
            one.what,
            one.who,
            one.by,
            day_cell(one.day),
            one.standing,
            day_cell(one.on),
            one.said_in,
            one.title,
            one.opened.date(),
            one.path.name,
        )
        for things in groups.values()
        for one in things
    )
    return csv_text(_COLUMNS, rows)


def list_json(
    todo: FolderTodo,
    groups: dict[TodoGroup, tuple[Tracked, ...]],
    today: date,
    unread: Sequence[str],
) -> str:
    """The same as data, with its checksum; `docs/results.md` names each key.

    Args:
        todo: What was read.
        groups: What is listed of it.
        today: The day it is.
        unread: A sentence for each file that could not be read, or not whole.
    """
    from mops_tui.report.schema import FORMAT  # late: most lists are for people

    refs = references(todo.things)
    still, overdue = counts(groups)
    data: TodoData = {
        "format": FORMAT,
        "day": today.isoformat(),
        "workshops": todo.sessions,
        "rehearsals": todo.rehearsals,
        "open": still,
        "overdue": overdue,
        "things": [
            _data(one, group, refs[one.digest])
            for group, things in groups.items()
            for one in things
        ],
        "unread": list(unread),
    }
    return sealed_json(data)


def _data(one: Tracked, group: TodoGroup, ref: str) -> TodoThingData:
    return {
        "reference": ref,
        "group": group,
        "kind": one.kind,
        "what": safe(one.what, keep=True),
        "who": safe(one.who),
        "by": safe(one.by),
        "day": one.day or None,
        "standing": one.standing,
        "on": one.on or None,
        "said_in": safe(one.said_in) if one.said_at is not None else None,
        "not_done_on": one.not_done_on or None,
        "workshop": {
            "id": one.session,
            "title": safe(one.title),
            "opened": one.opened.isoformat(),
            "file": safe(one.path.name),
        },
    }
