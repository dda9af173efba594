"""A calendar of what has a day, as iCalendar (RFC 5545): an event for all of that day.

Events and no to-dos: Outlook and Google leave a VTODO out without a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from mops_tui.report.input import ReportInput
from mops_tui.report.sheets.todos import Todo, todos_of, workshop_line

_LONGEST = 75
"""The octets of a line; what is longer goes on in the next one, behind a blank."""


@dataclass(frozen=True)
class CalendarText:
    """A calendar.

    Attributes:
        dated: How many things stand in it.
        undated: How many have no day, and so do not.
    """

    text: str
    dated: int
    undated: int


def calendar_of(given: ReportInput) -> CalendarText:
    """What has a day, as a calendar."""
    todos = todos_of(given)
    dated = [one for one in todos if one.day]
    lines = [*_head(given), *(line for one in dated for line in _event(given, one))]
    text = "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in folded(line))
    return CalendarText(text, len(dated), len(todos) - len(dated))


def folded(line: str) -> Iterator[str]:
    """A line in parts of 75 octets at most; no character is cut in two."""
    part, room = "", _LONGEST
    for character in line:
        size = len(character.encode("utf-8", "replace"))
        if size > room:
            yield part
            part, room = " ", _LONGEST - 1
        part += character
        room -= size
    yield part


def escaped(text: str) -> str:
    """A text as a value: what would end it, or begin another one, is escaped."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _head(given: ReportInput) -> Iterator[str]:
    title = given.title
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//mops_tui//closing kit//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{escaped(title)}"


def _event(given: ReportInput, todo: Todo) -> Iterator[str]:
    day = date.fromisoformat(todo.day)
    stamp = (given.header.opened + timedelta(seconds=given.state.t)).astimezone(UTC)
    summary = f"{todo.what} ({todo.who})" if todo.who else todo.what
    yield "BEGIN:VEVENT"
    yield f"UID:{todo.uid}"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{_version(given)}"
    yield f"DTSTART;VALUE=DATE:{_written(day)}"
    if day < date.max:  # without an end, it is that day all the same
        yield f"DTEND;VALUE=DATE:{_written(day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(summary)}"
    yield f"DESCRIPTION:{escaped(chr(10).join((*todo.notes, workshop_line(given))))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _version(given: ReportInput) -> int:
    """A number that grows with every change; for the public not how many votes there were."""
    return int(given.state.t) if given.audience == "public" else given.state.seq


def _written(day: date) -> str:
    return day.isoformat().replace("-", "")
