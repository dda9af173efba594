"""Files that people write: any of the usual encodings is read."""

from __future__ import annotations

import codecs

_MARKS = (  # UTF-32's first, since UTF-16's is how one of them begins
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotText(Exception):  # noqa: N818 - it says what a file is
    """Bytes that are no text in UTF-8 or UTF-16.

    Attributes:
        line: The line, from 1, where that shows.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def decoded(data: bytes, *, whole: bool = True) -> str:
    """A text in UTF-8 or UTF-16, with a byte-order mark or without.

    Notepad and PowerShell write UTF-16, and UTF-8 with a mark. Where there is no mark, a null byte
    tells: TOML begins with a character of ASCII.

    Args:
        data: The bytes.
        whole: They are all there are; otherwise the last character may be cut in two.

    Raises:
        NotText: They are no such text.
    """
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not name:
        name = {b"\0": "utf-16-be"}.get(data[:1]) or {b"\0": "utf-16-le"}.get(data[1:2], "utf-8")
    try:
        return codecs.getincrementaldecoder(name)().decode(data, final=whole)
    except UnicodeDecodeError as error:
        raise NotText(data.count(b"\n", 0, error.start) + 1) from None
