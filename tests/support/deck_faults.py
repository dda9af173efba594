"""What PowerPoint is known to refuse or to repair in a file of slides."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a file of slides; nothing where it opens as it is."""
    with ZipFile(BytesIO(data)) as packed:
        names = packed.namelist()
        parts = {name: packed.read(name) for name in names}
    found = [f"twice: {name}" for name, n in Counter(names).items() if n > 1]
    trees: dict[str, ElementTree.Element] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = ElementTree.fromstring(content)
            except ElementTree.ParseError as error:
                found.append(f"{name}: {error}")
    found += _types(trees, names)
    for name in names:
        found += _relations(name, trees, set(names))
    for name, tree in trees.items():
        found += (f"{name}: {fault}" for fault in _inside(name, tree))
    if not any(name.startswith("ppt/notesMasters/notesMaster") for name in names):
        found.append("no notes master")
    return found


def _types(trees: dict[str, ElementTree.Element], names: list[str]) -> Iterator[str]:
    tree = trees["[Content_Types].xml"]
    endings = {one.get("Extension") for one in tree.iter(f"{TYPES}Default")}
    told = [one.get("PartName", "") for one in tree.iter(f"{TYPES}Override")]
    for name in names:
        ending = name.rpartition(".")[2]
        if name != "[Content_Types].xml" and f"/{name}" not in told and ending not in endings:
            yield f"{name}: of no type"
    yield from (f"{one}: a type of no part" for one in told if one.lstrip("/") not in names)
    yield from (f"{one}: two types" for one, n in Counter(told).items() if n > 1)


def _relations(name: str, trees: dict[str, ElementTree.Element], names: set[str]) -> Iterator[str]:
    folder, base = posixpath.split(name)
    told = trees.get(f"{folder}/_rels/{base}.rels")
    known = set()
    for one in told if told is not None else ():
        known.add(one.get("Id"))
        target = one.get("Target", "")
        if one.get("TargetMode") == "External":
            yield f"{name}: leads out to {target}"
        elif posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") not in names:
            yield f"{name}: leads to nothing, {target}"
    tree = trees.get(name)
    for element in tree.iter() if tree is not None else ():
        for key, value in element.attrib.items():
            if key.startswith(R) and value not in known:
                yield f"{name}: {value} is no relation"


def _inside(name: str, tree: ElementTree.Element) -> Iterator[str]:
    if name.startswith(("ppt/slides/slide", "ppt/notesSlides/")):
        shapes = list(tree.iter(f"{P}cNvPr"))
        for key in ("id", "name"):
            each = Counter(one.get(key) for one in shapes)
            yield from (f"{key} {value} twice" for value, n in each.items() if n > 1)
    yield from ("an empty run" for run in tree.iter(f"{A}t") if not run.text)
    for series in tree.iter(f"{C}ser"):
        for part in ("cat", "val"):
            count = series.find(f"{C}{part}//{C}ptCount")
            if count is None or not int(count.get("val", "0")):
                yield f"a series without {part}"
    if name == "ppt/presentation.xml":
        ids = [int(one.get("id", "0")) for one in tree.iter(f"{P}sldId")]
        yield from (f"slide {one}" for one in ids if one < 256 or ids.count(one) > 1)
        if tree.find(f"{P}notesMasterIdLst") is None:
            yield "no notes master"
