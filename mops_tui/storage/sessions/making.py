"""Making a session file: a header and no event yet, whole or not at all."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import BaseModel

from mops_tui.model.session.header import Header
from mops_tui.storage.files.disk import create_whole
from mops_tui.storage.files.errors import refusing
from mops_tui.storage.folders.places import private_folder
from mops_tui.storage.sessions.blocks import crc_of, safe_text
from mops_tui.storage.sessions.header_block import read_header_block


class _Timestamp(datetime):
    """A time that tomli_w writes with a T between date and time."""

    def __str__(self) -> str:
        return self.isoformat()


def header_bytes(header: Header) -> bytes:
    """A header as it is written: scalars, `[policy]`, `[before]` if any, `[workshop]`."""
    keys = _table(header)
    workshop = keys.pop("workshop")
    return tomli_w.dumps(keys | {"workshop": workshop}).encode() + b"\n"


def _table(part: BaseModel) -> dict[str, Any]:
    """Every key that says something. Defaults are written out: later versions may change them."""
    table: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if value is None or (value == () and not info.is_required()):
            continue
        table[info.alias or name] = _value(value)
    return table


def _value(value: object) -> object:
    if isinstance(value, BaseModel):
        return _table(value)
    if isinstance(value, tuple):
        return [_value(member) for member in value]
    if isinstance(value, datetime):
        return _Timestamp.fromisoformat(value.isoformat())
    if isinstance(value, dict):
        return {key: _value(member) for key, member in value.items()}
    return safe_text(value) if isinstance(value, str) else value


def create(path: Path, header: Header) -> str:
    """Make a session file that holds a header and no event yet.

    Args:
        path: Where; its folder is made when absent.
        header: The header.

    Returns:
        The header's checksum, for the `session-opened` event.

    Raises:
        SessionError: "exists", "permission" or "cannot-create"; "bad-header" where the header
            could not be read again, before anything is made.
    """
    data = header_bytes(header)
    read_header_block(data)
    with refusing("cannot-create"):
        private_folder(path.parent)
        create_whole(path, data)
    return crc_of(data)
