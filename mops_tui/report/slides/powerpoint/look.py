"""The look of the slides, in the file's own theme and master: one accent colour, lots of white.

It begins with the presentation that python-pptx brings along: 4:3, in colours and with effects of
2007, with a preview image and printer settings that are somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_tui.report.slides.parts import HEIGHT, SMALLEST, WIDTH, SlideBox, Tone
from mops_tui.report.slides.places import (
    BODY,
    FIRST_BODY,
    FIRST_TITLE,
    FOOTER,
    NUMBER,
    TITLE,
)

if TYPE_CHECKING:
    from pptx.presentation import Presentation

FONT = "Arial"
"""It is, or has a twin as wide, wherever presentations are opened."""
EMU = 914400
"""The file's units in an inch."""
SCHEME: dict[Tone, str] = {
    "text": "tx1",
    "muted": "tx2",
    "accent": "accent1",
    "pale": "bg2",
    "paper": "bg1",
    "line": "accent2",
}
"""What a tone is called in the theme."""
COLOURS = {
    "dk1": "1B2733",
    "lt1": "FFFFFF",
    "dk2": "51606E",
    "lt2": "E6EEF4",
    "accent1": "0B5C8A",
    "accent2": "B4BFC8",
    "accent3": "3F8AB5",
    "accent4": "7FB3D0",
    "accent5": "2F4858",
    "accent6": "8A97A3",
    "hlink": "0B5C8A",
    "folHlink": "51606E",
}
"""The colours of the theme, by their names there."""
_KEPT = ("Title Slide", "Title and Content", "Title Only")
_ACCENT_BAR = (
    '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
    '<p:cNvPr id="{id}" name="Accent"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    '<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/>'
    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)


_NOTES_MASTERS = (
    '<p:notesMasterIdLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>'
)


def emu(inches: float) -> int:
    """Inches in the file's units."""
    return round(inches * EMU)


def set_box(shape: Any, box: SlideBox) -> None:
    """Put a shape into a box."""
    shape.left, shape.top = emu(box.x), emu(box.y)
    shape.width, shape.height = emu(box.w), emu(box.h)


def new_deck(language: str) -> Presentation:
    """An empty presentation with this look.

    Args:
        language: The program's own: what a screen reader reads it in.
    """
    import pptx

    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = emu(WIDTH), emu(HEIGHT)  # type: ignore[assignment]  # lengths are whole numbers of its units
    _without_whats_not_ours(deck)
    _theme(deck)
    _master(deck)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
        else:
            _layout(layout)
    _language(deck, language)
    _notes_master(deck)
    return deck


def layout_named(deck: Presentation, name: str) -> Any:
    """One of its three layouts."""
    return next(one for one in deck.slide_layouts if one.name == name)


def _without_whats_not_ours(deck: Presentation) -> None:
    root: Any = deck.part
    for part in (root, root.package):
        rels = part.rels if hasattr(part, "rels") else part._rels
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/printerSettings", "/thumbnail")):
                rels.pop(key)
    size = root._element.find(_name("p", "sldSz"))
    size.attrib.pop("type", None)


def _name(prefix: str, tag: str) -> str:
    from pptx.oxml.ns import qn

    return qn(f"{prefix}:{tag}")


def _theme(deck: Presentation) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    master: Any = deck.slide_master.part
    part = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = themed(part.blob.decode("utf-8")).encode("utf-8")


def themed(theme: str) -> str:
    """A theme with our colours and our font."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    theme = re.sub(
        r"<a:clrScheme .*?</a:clrScheme>",
        f'<a:clrScheme name="mops_tui">{colours}</a:clrScheme>',
        theme,
        flags=re.DOTALL,
    )
    theme = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', theme)
    theme = re.sub(r'<a:fontScheme name="[^"]*"', '<a:fontScheme name="mops_tui"', theme)
    return re.sub(r'(<a:theme [^>]*)name="[^"]*"', r'\1name="mops_tui"', theme, count=1)


def _master(deck: Presentation) -> None:
    master = deck.slide_master
    boxes = {"TITLE": TITLE, "BODY": BODY, "FOOTER": FOOTER, "SLIDE_NUMBER": NUMBER}
    for shape in list(master.placeholders):
        kind = str(shape.placeholder_format.type).partition(" ")[0]
        if kind in boxes:
            set_box(shape, boxes[kind])
        elif kind == "DATE":
            _remove(shape)
    root: Any = master._element
    for style in root.iter(_name("p", "titleStyle")):
        level = style.find(_name("a", "lvl1pPr"))
        level.set("algn", "l")
        text = level.find(_name("a", "defRPr"))
        text.set("sz", "2800")
        text.set("b", "1")
    for style in root.iter(_name("p", "bodyStyle")):
        for level in style:
            text = level.find(_name("a", "defRPr"))
            if text is not None:
                text.set("sz", "2000")
        first = style.find(_name("a", "lvl1pPr"))
        first.set("marL", str(emu(0.3)))
        first.set("indent", str(-emu(0.3)))
    for shape in master.placeholders:
        body: Any = shape._element.find(_name("p", "txBody"))
        frame = body.find(_name("a", "bodyPr"))
        kind = str(shape.placeholder_format.type).partition(" ")[0]
        frame.set("anchor", {"TITLE": "t", "BODY": "t"}.get(kind, "ctr"))
        for side in ("lIns", "rIns", "tIns", "bIns"):
            frame.set(side, str(emu(0.05)))
        for text in body.iter(_name("a", "defRPr")):
            text.set("sz", str(SMALLEST * 100))
            for tint in text.iter(_name("a", "schemeClr")):
                tint.set("val", "tx2")
                for child in list(tint):
                    tint.remove(child)
        if kind == "FOOTER":
            for level in body.iter(_name("a", "lvl1pPr")):
                level.set("algn", "l")


def _layout(layout: Any) -> None:
    """Three layouts: their own places only where they differ from the master's."""
    first = layout.name == "Title Slide"
    boxes = {"CENTER_TITLE": FIRST_TITLE, "SUBTITLE": FIRST_BODY} if first else {}
    for shape in list(layout.placeholders):
        kind = str(shape.placeholder_format.type).partition(" ")[0]
        if kind == "DATE":
            _remove(shape)
            continue
        if kind in boxes:
            set_box(shape, boxes[kind])
        if kind == "SUBTITLE":
            _as_plain_text(shape)
        if kind == "CENTER_TITLE":
            shape._element.find(_name("p", "txBody")).find(_name("a", "bodyPr")).set("anchor", "b")
    bar = SlideBox(0, 0, 0.35, HEIGHT) if first else SlideBox(BODY.x + 0.05, 0.24, 0.7, 0.06)
    _add_bar(layout, bar)


def _as_plain_text(shape: Any) -> None:
    """The subtitle as lines at the left, in the colour of text."""
    for level in shape._element.iter(_name("a", "lvl1pPr")):
        level.set("algn", "l")
        for fill in list(level.iter(_name("a", "solidFill"))):
            fill.getparent().remove(fill)


def _add_bar(layout: Any, box: SlideBox) -> None:
    from pptx.oxml import parse_xml

    tree = layout.shapes._spTree
    made = _ACCENT_BAR.format(id=100, x=emu(box.x), y=emu(box.y), w=emu(box.w), h=emu(box.h))
    tree.insert(2, parse_xml(made))


def _notes_master(deck: Presentation) -> None:
    """The page of notes with a wide picture of its slide, in the theme's font."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    master: Any = deck.notes_master
    for shape in master.placeholders:
        if str(shape.placeholder_format.type).startswith("SLIDE_IMAGE"):
            set_box(shape, SlideBox(0.75, 0.95, 6, 3.375))
    root: Any = deck.part
    key = root.relate_to(master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = parse_xml(_NOTES_MASTERS.format(id=key))
    root._element.find(_name("p", "sldMasterIdLst")).addnext(listed)  # python-pptx leaves it out
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for one in theme._element.iter(_name("a", "latin")):
        if one.get("typeface", "").startswith("Calibri"):
            one.set("typeface", FONT)


def _remove(shape: Any) -> None:
    element = shape._element
    element.getparent().remove(element)


def language_tag(language: str) -> str:
    """A language as the file names it."""
    return language if "-" in language else {"en": "en-US"}.get(language, language)


def _language(deck: Presentation, language: str) -> None:
    tag = language_tag(language)
    roots: list[Any] = [deck.part._element, deck.slide_master._element]
    roots += [layout._element for layout in deck.slide_layouts]
    for root in roots:
        for one in root.iter():
            if one.get("lang") is not None:
                one.set("lang", tag)
