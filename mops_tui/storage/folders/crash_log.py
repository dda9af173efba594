"""The private log of a crash: types, files and line numbers, and nothing that anybody typed.

An exception's message may hold a ballot or a name, and so may the values of a frame. Neither is
ever written.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from mops_tui import __version__
from mops_tui.storage.files.disk import write_new
from mops_tui.storage.folders.last_resort import private_folders
from mops_tui.storage.folders.places import private_folder

MOST_LOGS = 20
"""How many logs are kept; the oldest are deleted."""
MOST_FRAMES = 60
"""How many calls of one exception's traceback are written: the last ones."""
MOST_CAUSES = 10
"""How many exceptions of a chain are written."""
_NAME = re.compile(r"crash-\d{8}-\d{6}-\d+(-\d+)?\.log")


def write_crash(error: BaseException) -> Path | None:
    """Write the log of an exception, readable by this user alone.

    Returns:
        The file, or None where no folder takes it.
    """
    data = crash_text(error).encode("utf-8", "replace")
    for private in private_folders():
        folder = private / "logs"
        with contextlib.suppress(OSError):
            private_folder(folder)
            path = _write(folder, data)
            _forget_old(folder)
            return path
    return None


def crash_text(error: BaseException) -> str:
    """What the log of an exception says."""
    lines = [
        f"mops_tui {__version__}, Textual {_version('textual')}, "
        f"Python {platform.python_version()}, {platform.system()}",
        "Types of exceptions, files and line numbers. No messages, no values.",
        "",
    ]
    for why, one in _chain(error):
        kind = type(one)
        lines.append(f"{why}{kind.__module__}.{kind.__qualname__}")
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(one.__traceback__), lookup_lines=False
        )
        lines += [f"  {f.filename}:{f.lineno} in {f.name}" for f in frames[-MOST_FRAMES:]]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """An exception, those in it where it is a group, and what led to each, the nearest first."""
    seen: set[int] = set()
    waiting: list[tuple[str, BaseException]] = [("", error)]
    while waiting and len(seen) < MOST_CAUSES:
        why, one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield why, one
        if isinstance(one, BaseExceptionGroup):
            waiting += [("with ", part) for part in one.exceptions]
        if one.__cause__ is not None:
            waiting.append(("because of ", one.__cause__))
        elif one.__context__ is not None and not one.__suppress_context__:
            waiting.append(("while handling ", one.__context__))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _write(folder: Path, data: bytes) -> Path:
    """Write a log under a name that says when.

    Raises:
        OSError: The folder does not take it.
    """
    stem = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}"
    number = 1
    while True:
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.log"
        try:
            write_new(path, data)
        except FileExistsError:
            number += 1
        else:
            return path


def _forget_old(folder: Path) -> None:
    """Keep the newest logs. Their names begin with the time."""
    with os.scandir(folder) as entries:
        logs = sorted(one.path for one in entries if _NAME.fullmatch(one.name) and _plain(one))
    for path in logs[:-MOST_LOGS]:
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - a string, and never through a link


def _plain(entry: os.DirEntry[str]) -> bool:
    with contextlib.suppress(OSError):
        return entry.is_file(follow_symlinks=False)
    return False
