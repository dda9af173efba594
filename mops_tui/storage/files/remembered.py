"""Files that were written here and have no place for a checksum: their digests, in a small file.

A table and slides hold nothing but what they are for. What is remembered of them is a digest, no
name and no place, so that one that is still as it was written can be written anew, and one that
somebody has edited is known as that. Where the digests are lost, everything counts as edited.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mops_tui.storage.files.disk import replace_whole
from mops_tui.storage.files.ordinary import read_ordinary

MOST = 1000
"""So many digests are kept, the newest."""
_LINE = re.compile(r"[0-9a-f]{64}")
_LONGEST = 1 << 20


@dataclass(frozen=True)
class Remembered:
    """The digests of what was written, in a file of their own.

    Attributes:
        path: That file; it may be absent.
    """

    path: Path

    def holds(self, data: bytes) -> bool:
        """Whether a file of these bytes was written here."""
        return _digest(data) in self._lines()

    def add(self, data: bytes) -> None:
        """Remember a file. Where that cannot be done, it will count as edited."""
        digest, lines = _digest(data), self._lines()
        if digest in lines:
            return
        kept = "\n".join([*lines, digest][-MOST:])
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_whole(self.path, f"{kept}\n".encode())

    def _lines(self) -> list[str]:
        try:
            text = read_ordinary(self.path, _LONGEST).decode("ascii", "replace")
        except OSError:
            return []
        return [line for line in text.split("\n") if _LINE.fullmatch(line)]


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
