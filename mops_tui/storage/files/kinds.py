"""What a TOML file of ours is: a session or a pack, told by its structure.

A text in a pack may hold anything, the framing of events too. So texts and comments are taken out
before anybody looks; and nothing is parsed, since a broken file is to be told apart as well.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from mops_tui.storage.files.bounds import without_texts
from mops_tui.storage.files.ordinary import read_ordinary
from mops_tui.storage.files.texts import NotText, decoded

Kind = Literal["session", "pack", ""]

_START = 1 << 16
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_OF_A_SESSION = re.compile(r"^[ \t]*(?:opened|session|seed|app)[ \t]*=", re.MULTILINE)
_OF_A_PACK = re.compile(r"^[ \t]*(?:kind|summary|brief|brief_minutes)[ \t]*=", re.MULTILINE)
_PACK = re.compile(r"^[ \t]*\[\[?[ \t]*(?:question|grid|card|agenda|character)\b", re.MULTILINE)
_EVENT = re.compile(r"^[ \t]*\[\[[ \t]*event[ \t]*\]\]", re.MULTILINE)


def kind_of(path: Path) -> Kind:
    """What a file is; "" for whatever is no ordinary file, or cannot be read."""
    try:
        data = read_ordinary(path, _START)
    except (OSError, ValueError):
        return ""
    try:
        return kind_of_text(decoded(data, whole=False))
    except NotText:  # a damaged file is still what it was
        return kind_of_text(data.decode("utf-8-sig", "replace"))


def kind_of_text(start: str) -> Kind:
    """The same of a file's first characters."""
    bare = without_texts(start.replace("\r\n", "\n"))
    table = _TABLE.search(bare)
    scalars = bare[: table.start()] if table else bare
    if _OF_A_SESSION.search(scalars):
        return "session"
    if _OF_A_PACK.search(scalars):
        return "pack"
    if _EVENT.search(bare):
        return "session"
    return "pack" if _PACK.search(bare) else ""
