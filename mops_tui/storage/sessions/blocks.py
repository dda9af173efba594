"""The bytes of events: how one is written, and how a run of them is scanned.

A block is `[[event]]`, its keys, a line with its checksum, and a blank line. Texts are written
on one line with newlines escaped, so a line that begins with `[[event]]` or `crc = ` is never
part of what somebody typed. Loading, recovery and following all read by `scan`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from mops_tui.storage.files.bounds import EVENT_ENTRIES, Excess, excess_in

if TYPE_CHECKING:  # the list of sessions scans blocks without paying for pydantic
    from mops_tui.model.session.events import Event

OPENING = b"[[event]]"
"""The line that every block begins with."""

_OPENING_LINE = re.compile(rb"^\[\[event\]\][ \t]*\r?$", re.MULTILINE)
_CRC_LINE = re.compile(rb'^crc = "([0-9a-f]{8})"\r?(?:\n|\Z)', re.MULTILINE)
_GAP = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\r?\n)*")
_BATCH = 512
_LONG = 16 * 1024
"""Bytes up to which a block may hold a line that looks like an opening, inside a text."""

_STRING = r'"(?:[^"\\\x00-\x08\x0a-\x1f\x7f]++|\\[btnfr"\\]|\\u00[0-9a-f]{2})*+"'
_SCALAR = rf"(?:{_STRING}|-?(?:0|[1-9][0-9]{{0,17}}+)(?:\.[0-9]++)?+|true|false)"
_PAIR = rf"[a-z_]++ = (?:{_SCALAR}|\[\]|\[\n(?:    {_SCALAR},\n)++\])\n"
_OURS = re.compile(rf"(?:\[\[event\]\]\n(?:{_PAIR})++)*+")
"""Blocks exactly as tomli_w writes them: what they say, JSON says in nearly the same letters."""
_KEY = re.compile(r"^([a-z_]+) = ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of a session file: a block, or bytes where a block should be.

    Attributes:
        offset: Where it begins, in bytes.
        end: Where the next one begins; blank lines and comments after it belong to it.
        line: The number of its first line.
        table: Its keys without `crc`, or None where they cannot be read.
        crc_ok: Its checksum is right.
        whole: Nothing of it is missing. False only for the last one, when it is torn.
        sealed_end: Where the bytes end that its checksum is of; `end` where it has none.
        excess: What is too much about it, where that is why it was not read.
    """

    offset: int
    end: int
    line: int
    table: dict[str, Any] | None
    crc_ok: bool
    whole: bool
    sealed_end: int
    excess: Excess | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    offset: int
    end: int
    line: int
    text: bytes
    crc_ok: bool
    whole: bool
    sealed_end: int

    def block(self, table: dict[str, Any] | None) -> Block:
        excess = _excess(self.text) if table is None and self.whole else None
        return Block(
            self.offset,
            self.end,
            self.line,
            table,
            self.crc_ok,
            self.whole,
            self.sealed_end,
            excess,
        )


def crc_of(data: bytes) -> str:
    """The CRC-32 of some bytes as 8 lower-case hexadecimal digits."""
    return f"{crc32(data):08x}"


def encode(event: Event) -> bytes:
    """The block of an event, blank line included."""
    import tomli_w  # late: those who only read need it not

    keys = {key: _plain(value) for key, value in event.keys().items()}
    return with_crc(b"[[event]]\n" + tomli_w.dumps(keys).encode())


def with_keys_replaced(text: bytes, changes: Mapping[str, object]) -> bytes | None:
    """A block's text with some of its keys said otherwise, and every other letter as it was.

    Args:
        text: What it says, as `block_text` gives it.
        changes: The keys, and what they are to say.

    Returns:
        The text; None where that cannot be done.
    """
    import tomli_w

    wanted = _table(text)
    if wanted is None:
        return None
    lines = text.rstrip().split(b"\n")
    for key, value in changes.items():
        wanted = {**wanted, key: value}
        written = tomli_w.dumps({key: value}).encode().rstrip()
        name = key.encode()
        same = [at for at, line in enumerate(lines) if line.partition(b"=")[0].strip() == name]
        tries = [[*lines[:at], written, *lines[at + 1 :]] for at in same]
        tries.append([lines[0], written, *lines[1:]])
        matching = (one for one in tries if _table(b"\n".join(one)) == wanted)
        if (lines := next(matching, [])) == []:
            return None
    return b"\n".join(lines) + b"\n"


def with_crc(text: bytes) -> bytes:
    """A block of a text: its checksum after it, and a blank line."""
    return text + b'crc = "%s"\n\n' % crc_of(text).encode()


def scan(data: bytes, start: int = 0, line: int = 1) -> Iterator[Block]:
    """Walk from block to block.

    Args:
        data: The bytes of a session file, or a later part of them.
        start: Where the first block begins; blank lines before it are skipped.
        line: The number of the line at `start`.

    Yields:
        Every stretch in order. Together they cover everything but blank lines before the first.
    """
    batch: list[_Frame] = []
    for frame in _frames(data, start, line):
        if frame.crc_ok:
            batch.append(frame)
            if len(batch) < _BATCH:
                continue
        yield from _parsed(batch)
        batch = []
        if not frame.crc_ok:
            yield frame.block(_table(frame.text) if frame.whole else None)
    yield from _parsed(batch)


def sealed_blocks(data: bytes, start: int) -> Iterator[bytes | None]:
    """The bytes of each block, unparsed, where its checksum is right; None for other stretches."""
    return (
        data[frame.offset : frame.end] if frame.crc_ok else None
        for frame in _frames(data, start, 1)
    )


def block_text(data: bytes, block: Block) -> bytes:
    """What a block says: its bytes without its checksum and what follows, with plain newlines."""
    return data[block.offset : block.sealed_end].replace(b"\r\n", b"\n")


def openings(data: bytes, start: int) -> Iterator[int]:
    """Where each line `[[event]]` begins."""
    return (match.start() for match in _OPENING_LINE.finditer(data, start))


def find_opening(data: bytes, start: int = 0) -> int:
    """Where the first line `[[event]]` begins, or -1."""
    match = _OPENING_LINE.search(data, start)
    return match.start() if match else -1


def safe_text(text: str) -> str:
    """The text as UTF-8 can hold it: halves of pairs are joined, lone ones become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _plain(value: object) -> object:
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    return value


def _frames(data: bytes, start: int, line: int) -> Iterator[_Frame]:
    pos = _after_gap(data, start)
    line += data.count(b"\n", start, pos)
    checksum_at = -1  # the first checksum after `pos`: a file without any is searched once
    while pos < len(data):
        if checksum_at < pos:
            checksum_at = data.find(b'\ncrc = "', pos)
            checksum_at = len(data) if checksum_at < 0 else checksum_at
        frame = _sealed(data, pos, checksum_at + 1, line) or _other(data, pos, line)
        yield frame
        line += data.count(b"\n", pos, frame.end)
        pos = frame.end


def _sealed(data: bytes, pos: int, checksum_at: int, line: int) -> _Frame | None:
    """The block at `pos` as this program writes it, or None: most blocks take this way."""
    if (
        not data.startswith(b"[[event]]\n", pos)
        or data[checksum_at + 15 : checksum_at + 17] != b'"\n'
    ):
        return None
    if checksum_at - pos > _LONG and data.find(b"\n[[event]]\n", pos, checksum_at) >= 0:
        return None  # that of a later block: thousands of openings would each sum up all the rest
    text = data[pos:checksum_at]
    if b"%08x" % crc32(text) != data[checksum_at + 7 : checksum_at + 15]:
        return None
    return _Frame(pos, _after_gap(data, checksum_at + 17), line, text, True, True, checksum_at)


def _other(data: bytes, pos: int, line: int) -> _Frame:
    """The stretch at `pos` when it is anything but a block as this program writes it."""
    following = find_opening(data, _line_end(data, pos))
    limit = following if following >= 0 else len(data)
    if _OPENING_LINE.match(data, pos):
        crc = _CRC_LINE.search(data, pos, limit)
        if crc:
            text = data[pos : crc.start()].replace(b"\r\n", b"\n")
            right = crc_of(text).encode() == crc[1]
            end = _after_gap(data, crc.end())
            return _Frame(pos, end, line, text, right, True, crc.start())
    return _Frame(pos, limit, line, data[pos:limit], False, following >= 0, limit)


def _after_gap(data: bytes, pos: int) -> int:
    gap = _GAP.match(data, pos)
    return gap.end() if gap else pos


def _line_end(data: bytes, pos: int) -> int:
    end = data.find(b"\n", pos)
    return len(data) if end < 0 else end + 1


def _parsed(frames: list[_Frame]) -> Iterator[Block]:
    """The blocks of whole frames, read in one go where that gives the same as one by one."""
    tables = _tables(b"".join(frame.text for frame in frames)) if len(frames) > 1 else []
    if len(tables) != len(frames):
        yield from (frame.block(_table(frame.text)) for frame in frames)
        return
    for frame, table in zip(frames, tables, strict=True):
        table.pop("crc", None)
        yield frame.block(table)


def _tables(text: bytes) -> list[dict[str, Any]]:
    """The events of several blocks, or nothing where one block may reach into the next.

    Without multi-line strings every line `[[event]]` either begins a table or is an error, so as
    many tables as blocks means one table for each block.
    """
    if b'"""' in text or b"'''" in text:
        return []
    return _events_of_ours(text) or _events(text)


def _events_of_ours(text: bytes) -> list[dict[str, Any]]:
    """What `_events` gives, five times as fast, for blocks that a strict grammar lets through.

    In that grammar no newline stands inside a string, so lines can be turned into JSON by
    replacing; a key given twice, which TOML forbids, shows in the number of keys.
    """
    import json  # late: the list of sessions need not load it

    try:
        ours = _OURS.fullmatch(text.decode())
    except UnicodeDecodeError:
        return []
    if ours is None:
        return []
    lines, keys = _KEY.subn(r',"\1":', ours[0])
    lines = lines.replace("[[event]]\n,", "},{").replace(",\n]", "\n]")
    events: list[dict[str, Any]] = json.loads(f"[{lines[2:]}}}]", strict=False)
    return events if sum(map(len, events)) == keys else []


def _table(text: bytes) -> dict[str, Any] | None:
    if text.strip() == OPENING:
        return {}  # thousands of these are no reason to wake a parser
    tables = _events(text, EVENT_ENTRIES)
    if len(tables) != 1:
        return None
    tables[0].pop("crc", None)
    return tables[0]


def _excess(text: bytes) -> Excess | None:
    return excess_in(text.decode(errors="replace"), EVENT_ENTRIES)


def _events(text: bytes, entries: int | None = None) -> list[dict[str, Any]]:
    try:
        read = text.decode()
        if excess_in(read, entries):
            return []
        root = tomllib.loads(read)
    except (ValueError, RecursionError):  # not UTF-8, not TOML, or brackets without end
        return []
    events = root.get("event")
    if len(root) != 1 or not isinstance(events, list):
        return []
    return events if all(isinstance(event, dict) for event in events) else []
