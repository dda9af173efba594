"""After a crash: cut a torn tail before anything is appended, and name what else is wrong."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from mops_tui.storage.files.beside import TORN, real
from mops_tui.storage.files.disk import DISK, write_all, write_beside
from mops_tui.storage.files.errors import SessionError, refusing
from mops_tui.storage.sessions.journal import load, parse, parse_blocks
from mops_tui.storage.sessions.parsing import ParsedBlock
from mops_tui.storage.sessions.repairing.repair import Repair, repair

__all__ = ["Finding", "Recovery", "Repair", "check", "recover", "repair"]


@dataclass(frozen=True)
class Recovery:
    """What was done to make a file ready for the next event.

    Attributes:
        code: "recovered" when bytes were cut, "completed" when only a blank line was missing.
        cut: How many bytes were cut off.
        torn: The file that keeps them, or None.
        line: The line that the file ends before.
        params: What the sentence needs.
    """

    code: str
    cut: int
    torn: Path | None
    line: int
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """One thing that `check` has to say about a session file.

    Attributes:
        code: A code of `SessionError` or `Damage`, or "edited", "edited-key", "torn",
            "crlf", "header-edited".
        line: Where, or None when it is about the file as a whole.
        seq: The event, where it is known.
        params: What the sentence needs.
    """

    code: str
    line: int | None = None
    seq: int | None = None
    params: dict[str, object] = field(default_factory=dict)


def recover(path: Path) -> Recovery | None:
    """Make a file end with a whole block and its blank line.

    What is cut off is kept beside it first. Needs the session's lock. A file whose newlines were
    converted is left alone: that takes a repair.

    Returns:
        What was done, or None when nothing was to do.

    Raises:
        SessionError: It is no session that can be read, or "permission" or "cannot-write".
    """
    data = load(path)
    reading = parse(data)
    if reading.crlf or (reading.finished and not reading.torn):
        return None
    with refusing("cannot-write"):
        torn_file = write_beside(real(path), TORN, reading.torn) if reading.torn else None
        _cut(path, reading.length, b"" if reading.finished else _missing_end(data, reading.length))
    params: dict[str, object] = {
        "bytes": len(reading.torn),
        "kept": torn_file.name if torn_file else "",
    }
    code = "recovered" if torn_file else "completed"
    return Recovery(code, len(reading.torn), torn_file, reading.lines + 1, params)


def _missing_end(data: bytes, length: int) -> bytes:
    return b"\n" if data.endswith(b"\n", 0, length) else b"\n\n"


def _cut(path: Path, length: int, end: bytes) -> None:
    fd = DISK.open(path)
    try:
        DISK.truncate(fd, length)
        write_all(DISK, fd, end)
        DISK.fsync(fd)
    finally:
        os.close(fd)


def check(path: Path) -> tuple[Finding, ...]:
    """Name everything that is wrong with a session file, in the order of its lines."""
    try:
        data = load(path)
        steps: list[ParsedBlock] = []
        reading = parse_blocks(data, steps)
    except SessionError as error:
        return (Finding(error.code, error.line, None, error.params),)
    findings: list[Finding] = []
    if reading.crlf:
        findings.append(Finding("crlf", data[: data.index(b"\r\n")].count(b"\n") + 1))
    if reading.header_broken:
        findings.append(Finding("header-edited", 1))
    for step in steps:
        seq = step.event.seq if step.event else None
        if step.damage:
            findings.append(Finding(step.damage.code, step.damage.line, seq, step.damage.params))
        elif not step.block.crc_ok:
            keys = ", ".join(step.unknown)
            code = "edited-key" if keys else "edited"
            findings.append(Finding(code, step.block.line, seq, {"key": keys} if keys else {}))
    if reading.torn:
        findings.append(Finding("torn", reading.lines + 1, None, {"bytes": len(reading.torn)}))
    return tuple(findings)
