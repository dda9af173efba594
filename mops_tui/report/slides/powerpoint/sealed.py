"""What makes a file of slides the same bytes each time, and safe to open: text, dates, names."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from pptx.presentation import Presentation

BY = "mops_tui"
_LONGEST = 200
"""Characters of the title among the file's properties: they hold 255."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{BY}</Application><PresentationFormat>Widescreen</PresentationFormat>"
    "</Properties>"
)


def xml_text(text: str) -> str:
    """A text without what XML cannot hold: control characters, half characters."""
    return _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def set_properties(deck: Presentation, title: str, language: str, made: datetime) -> None:
    """What the file says of itself: a title, the session's day, and no person."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    properties = deck.core_properties
    day = made.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    properties.title = xml_text(title).replace("\n", " ")[:_LONGEST]
    properties.author = properties.last_modified_by = BY
    properties.created = properties.modified = day
    properties.language = language
    properties.revision = 1
    for name in ("subject", "keywords", "comments", "category", "content_status", "identifier"):
        setattr(properties, name, "")
    package: Any = deck.part.package
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = _APP.encode("utf-8")


def packed(data: bytes) -> bytes:
    """The same package without the time at which it was packed, and by no system."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(out, "w", ZIP_DEFLATED) as again:
        for name in made.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            again.writestr(entry, made.read(name))
    return out.getvalue()
