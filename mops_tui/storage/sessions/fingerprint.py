"""One line that stands for a session: for a mail that closes it, to be compared by eye later.

It is the SHA-256 of what the header and the events say, not of the bytes of the file: blank lines,
comments, the line ends, the checksums and the name of the file leave it as it is. Any change of a
header, of an event or of their order changes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_NAME = b"mops_tui session 1\n"
_DIGITS = 32
_GROUP = 4


def fingerprint(data: bytes, header: bytes, spans: Iterable[tuple[int, int]]) -> str:
    """The fingerprint of a session: eight groups of four digits, 128 bits.

    Args:
        data: The file.
        header: Its header, as `journal.HeaderBlock.text`.
        spans: Where the text of each event begins and ends, as `JournalReading.spans`.
    """
    summed = hashlib.sha256(_NAME)
    for part in (header, *(data[start:end] for start, end in spans)):
        text = part.replace(b"\r\n", b"\n")
        summed.update(b"%d\n" % len(text))  # so that no end of a part can pass for a beginning
        summed.update(text)
    digits = summed.hexdigest()[:_DIGITS]
    return "-".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))
