"""The rows of a list of participants: tables with headings and without, lines, mail recipients."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Literal

from mops_tui.model.people.cells import (
    ListedPerson,
    address_in,
    addresses_out,
    entries,
    name_of,
    name_part,
    person,
    role_part,
    shares_a_word,
    without_bullet,
)
from mops_tui.model.people.vocabulary import (
    Column,
    column_of,
    columns_of,
    is_figure,
    is_heading,
    is_remark,
    is_sum,
)
from mops_tui.model.text.limits import MOST_NAME

_MOST_BEFORE = 40  # rows in which a heading is looked for; a report may begin with a summary
_EXPORTED = frozenset({"address", "other"})
Why = Literal["heading", "sum", "nameless", "twice", "cut"]


@dataclass(frozen=True)
class LeftOut:
    """An entry of a list that became no participant, or was changed; with the reason.

    Attributes:
        why: It is a heading or a program's own word, counts people, has no name, stood there
            before; or the name was longer than a name may be.
        text: What stood there, without any address.
    """

    why: Why
    text: str


def people_and_left_out(text: str) -> Iterator[ListedPerson | LeftOut]:
    """Everybody whom a text names, in its order, and what became nobody."""
    lines = _join_wrapped_addresses(text.split("\n"))
    heading = _heading_of(lines)
    if heading is not None:
        delimiter, at, columns = heading
        for line in lines[:at]:
            if _EXPORTED & set(columns):  # a report's summary stands above its table
                yield from reasons_left_out("heading", line)
            else:
                yield from people_in_line(line)
        yield from _people_in_table(_rows(lines[at:], delimiter), columns)
        return
    delimiter = _delimiter(lines)
    if delimiter:
        for row in _rows(lines, delimiter):
            yield from _row_without_headings(row)
        return
    for line in lines:
        yield from people_in_line(line)


def reasons_left_out(why: Why, text: str) -> Iterator[LeftOut]:
    """What was left out, without its addresses; nothing where there was nothing else."""
    shown = addresses_out(text)[:MOST_NAME].strip()
    if shown:
        yield LeftOut(why, shown)


def _join_wrapped_addresses(lines: list[str]) -> list[str]:
    """The lines, with each address that a mail program wrapped joined to its name's line."""
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].strip() and re.match(r"\s*<[^<>@]*@[^<>]*>", line):
            wrapped = joined[-1].rstrip()
            if wrapped[-1] not in ",;>":  # a mail program broke the line before it
                joined[-1] = f"{wrapped} {line.strip()}"
                continue
        alone = line.strip().strip("<>,;")
        before = joined[-1].strip() if joined else ""
        mine = address_in(alone) and not addresses_out(alone) and before and "@" not in before
        if mine and shares_a_word(before, address_in(alone)):
            joined[-1] = f"{before.rstrip(',;')} <{address_in(alone)}>"
        else:
            joined.append(line)
    return joined


def _heading_of(lines: list[str]) -> tuple[str, int, tuple[Column, ...]] | None:
    for at, line in enumerate(lines[:_MOST_BEFORE]):
        for delimiter in "\t;,|":
            if delimiter not in line:
                continue
            columns = columns_of(_cells(line, delimiter))
            if columns is not None:
                return delimiter, at, columns
    return None


def _delimiter(lines: list[str]) -> str:
    """What parts the columns of a list without headings, "" where nothing does."""
    filled = [line.strip() for line in lines if line.strip()]
    if any("\t" in line for line in filled):
        return "\t"
    counts = {line.rstrip(";").count(";") for line in filled}
    if counts == {1} and "@" not in "".join(filled):
        # `Nora;CMO` is a row; `Nora (CMO); Liam` in a line are two people.
        return ";" if len(filled) > 1 or not re.search(r"\s;|;\s", filled[0]) else ""
    return "|" if len(filled) > 1 and all("|" in line for line in filled) else ""


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    text = "\n".join(lines)
    if text.count('"') % 2 == 0 and delimiter != "|":
        # A cell between quotes may hold a line break; a lone quote would eat all that follows.
        try:
            rows = list(csv.reader(StringIO(text), delimiter=delimiter, skipinitialspace=True))
        except csv.Error:
            rows = []
        if rows:
            yield from ([" ".join(cell.split()) for cell in row] for row in rows)
            return
    for line in lines:
        yield _cells(line, delimiter)


def _cells(line: str, delimiter: str) -> list[str]:
    if delimiter == "|":
        line = line.strip().removeprefix("|").removesuffix("|")
    try:
        (row,) = csv.reader([line], delimiter=delimiter, skipinitialspace=True) if line else ([],)
    except (csv.Error, ValueError):
        row = line.split(delimiter)
    return [" ".join(cell.split()) for cell in row]


def _people_in_table(
    rows: Iterable[list[str]], columns: tuple[Column, ...]
) -> Iterator[ListedPerson | LeftOut]:
    """The people of a table with headings; a further row of headings replaces them."""
    for row in rows:
        filled = [cell for cell in row if any(c.isalnum() for c in cell)]
        if not filled:
            continue
        again = columns_of(row)
        if again is not None:
            columns = again
            yield from reasons_left_out("heading", ", ".join(filled))
        elif len(filled) < len(columns) and re.search(r"<[^<>]*@", row[len(row) - 1]):
            yield from people_in_line(", ".join(row))  # somebody of a mail, added below the table
        elif len(filled) == 1 and not row[0].startswith(" "):
            yield from people_in_line(filled[0])
        elif is_sum(" ".join(filled)):
            yield from reasons_left_out("sum", " ".join(filled))
        else:
            yield from _row_by_headings(row, columns)


def _row_by_headings(
    row: list[str], columns: tuple[Column, ...]
) -> Iterator[ListedPerson | LeftOut]:
    row = _fit_to_columns(row, columns)
    cells: dict[Column, list[str]] = {}
    for column, cell in zip(columns, row, strict=False):
        cells.setdefault(column, []).append(cell)
    full_name = next(filter(None, cells.get("name", ())), "")
    halves = [next(filter(None, cells.get(half, ())), "") for half in ("first", "last")]
    address = address_in(" ".join((*cells.get("address", ()), full_name)))
    listed = ListedPerson("")
    if any(halves):
        listed = ListedPerson(" ".join(filter(None, map(name_part, halves))))
    elif full_name and not is_figure(full_name):
        listed = person(full_name, last_first="," in full_name)
    roles = dict.fromkeys(filter(None, map(role_part, cells.get("role", ()))))
    role = ", ".join(roles) or listed.role
    yield from _named_or_left_out(
        ListedPerson(listed.name or name_of(address), role, address), ", ".join(row)
    )


def _fit_to_columns(row: list[str], columns: tuple[Column, ...]) -> list[str]:
    """A row with more cells than columns: a comma stood in a name, or in a role."""
    extra = len(row) - len(columns)
    if extra <= 0:
        return row
    at = columns.index("name") if "name" in columns else -1
    mail = columns.index("address") if "address" in columns else -1
    shifted = mail >= 0 and mail + extra < len(row) and address_in(row[mail + extra])
    if shifted and 0 <= at < mail:
        return [*row[:at], ", ".join(row[at : at + extra + 1]), *row[at + extra + 1 :]]
    return [*row[: len(columns) - 1], ", ".join(row[len(columns) - 1 :])]


def _row_without_headings(row: list[str]) -> Iterator[ListedPerson | LeftOut]:
    """A row of a table without headings: a name, then a role; what tells neither is dropped."""
    filled = [cell for cell in row if any(c.isalnum() for c in cell)]
    if not filled:
        return
    line = ", ".join(filled)
    if len(filled) == 1:
        yield from people_in_line(filled[0])
        return
    if is_sum(" ".join(filled)):
        yield from reasons_left_out("sum", line)
        return
    if all(map(is_heading, filled)):
        yield from reasons_left_out("heading", line)
        return
    address = address_in(line)
    telling = [cell for cell in filled if not (is_figure(cell) or is_remark(cell))]
    telling = [cell for cell in telling if addresses_out(cell)]
    if not row[0] and telling and not address:
        yield from reasons_left_out("nameless", line)
        return
    name, *rest = telling or [""]
    listed = person(name, last_first=bool(rest) and "," in name)
    role = ", ".join(filter(None, (listed.role, *map(role_part, rest))))
    yield from _named_or_left_out(
        ListedPerson(listed.name or name_of(address), role, address), line
    )


def people_in_line(line: str) -> Iterator[ListedPerson | LeftOut]:
    """A line of its own: one person, or the recipients of a mail."""
    pieces = entries(without_bullet(line))
    commas = [piece for piece in pieces if "," in piece]
    # `Berg, Nora (Marketing); O'Shea, Liam (IT)`: the role stands in brackets already.
    turn = len(pieces) > 1 and all(map(_ends_in_brackets, commas))
    for piece in pieces:
        bare = without_bullet(piece)
        label, colon, after = bare.partition(":")
        if colon and column_of(label) == "name" and after.strip():
            bare = after.strip()  # `Name: Nora Berg`
        if not any(c.isalnum() for c in bare):
            continue
        if is_sum(bare):
            yield from reasons_left_out("sum", bare)
        elif is_heading(bare.rstrip(":")) or columns_of(bare.split(",")) is not None:
            yield from reasons_left_out("heading", bare)
        elif bare.startswith(",") and "@" not in bare:
            yield from reasons_left_out("nameless", bare)
        else:
            yield from _named_or_left_out(person(bare, last_first=turn and "," in bare), bare)


def _ends_in_brackets(piece: str) -> bool:
    """Whether something stands in brackets behind a comma."""
    opened = piece.find("(", piece.find(","))
    return 0 <= opened < piece.rfind(")") - 1


def _named_or_left_out(listed: ListedPerson, text: str) -> Iterator[ListedPerson | LeftOut]:
    if not listed.name:
        yield from reasons_left_out("nameless", text)
    elif is_heading(listed.name) or is_sum(listed.name):
        yield from reasons_left_out("heading", text)
    else:
        yield listed
