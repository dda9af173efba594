"""Whether a header is still the one that the first event sealed, read without the model.

For the list of sessions, which reads no more of a file than it must.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from mops_tui.storage.files.bounds import HEADER_SIZE
from mops_tui.storage.sessions.blocks import crc_of, find_opening

_PART = 1 << 16
_BLOCK = 1024
_BOM = b"\xef\xbb\xbf"
_SEALED = re.compile(rb'^header_crc = "([0-9a-f]{8})"\r?$', re.MULTILINE)


def header_edited(file: BinaryIO) -> bool:
    """Whether the header of a session was changed; False where nothing tells.

    Args:
        file: The session, open for reading; where it stands afterwards is not said.
    """
    file.seek(0)
    data, end = b"", -1
    while end < 0 and len(data) < HEADER_SIZE:
        part = file.read(_PART)
        if not part:
            return False
        least_length = max(0, len(data) - len(b"[[event]]\r\n"))
        data += part
        end = find_opening(data, data.rfind(b"\n", 0, least_length) + 1)
    if end < 0:
        return False
    first = (data[end:] + file.read(_BLOCK))[:_BLOCK]
    following = find_opening(first, 1)
    sealed = _SEALED.search(first, 0, following if following > 0 else len(first))
    header = data[:end].removeprefix(_BOM).replace(b"\r\n", b"\n")
    return sealed is not None and sealed[1].decode() != crc_of(header)
