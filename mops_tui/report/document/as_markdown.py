"""A document as Markdown that reads well as it is, and in a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    FormBlock,
    HandoutDocument,
    ListBlock,
    ListPoint,
    PictureBlock,
    StepBlock,
    TableBlock,
    TextBlock,
    TitleBlock,
    Words,
    Written,
    with_colon,
)
from mops_tui.report.markup import heading, in_lines, paragraph, table, text
from mops_tui.report.plots.draw import plot_of
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


def as_markdown(document: HandoutDocument) -> str:
    """The document; the same text for the same document."""
    lines: list[str] = []
    for part in document.parts:
        if lines:
            lines += ["---", ""]
        lines += _part(part)
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(part: DocumentPart) -> list[str]:
    title = _("{kind}: {workshop}").format(workshop=_plain(part.title), kind=part.kind)
    lines = heading(1, title)
    if part.private:
        lines += [in_lines(part.private, mark="**"), ""]
    for block in part.blocks:
        lines += _block(block)
    return lines


def _plain(words: Words) -> str:
    return words.text if isinstance(words, Written) else words


def _block(block: Block) -> list[str]:
    match block:
        case TitleBlock():
            return heading(block.level, _plain(block.text))
        case TextBlock():
            return _paragraphs(_plain(block.text))
        case ListBlock():
            return _points(block.points, numbered=block.numbered)
        case TableBlock():
            return table(block.headings, [[_plain(cell) for cell in row] for row in block.rows])
        case FormBlock():
            rows = [[label, _plain(value)] for label, value in block.fields]
            return table([block.caption, _("To fill in")], rows)
        case StepBlock():
            return _step(block)
        case PictureBlock():
            return _picture(block)
    assert_never(block)


def _picture(block: PictureBlock) -> list[str]:
    """A picture in characters, between fences that nothing in it can end; or what it tells."""
    lines = [safe(line) for line in plot_of(block.shown.picture)]
    if not lines:
        return _paragraphs(block.shown.alternative)
    fence = "`" * max(3, 1 + max(len(run) for run in re.findall("`*", "\n".join(lines))))
    return [fence, *lines, fence, ""]


def _paragraphs(typed: str, indent: str = "") -> list[str]:
    """Text with its paragraphs and its lines, each line with something before it."""
    lines: list[str] = []
    for one in _split(typed):
        lines += [f"{indent}{in_lines(one, indent)}", indent.rstrip()]
    return [*lines[:-1], ""] if lines else []


def _split(typed: str) -> Iterable[str]:
    return (one.strip("\n") for one in typed.replace("\r\n", "\n").split("\n\n") if one.strip())


def _points(points: Iterable[ListPoint], *, numbered: bool = False) -> list[str]:
    lines: list[str] = []
    for number, point in enumerate((p for p in points if p.texts), 1):
        mark = f"{number}." if numbered else "-"
        indent = " " * (len(mark) + 1)
        label = f"**{text(with_colon(point.label))}** " if point.label else ""
        if len(point.texts) == 1:
            lines.append(f"{mark} {label}{in_lines(_plain(point.texts[0]), indent)}")
            continue
        lines.append(f"{mark} {label}".rstrip())
        lines += [f"{indent}- {in_lines(_plain(one), indent + '  ')}" for one in point.texts]
    return [*lines, ""] if lines else []


def _step(block: StepBlock) -> list[str]:
    title = _("{at} · {title} · {length}").format(
        at=block.at, title=_plain(block.title), length=block.length
    )
    lines = heading(3, title)
    if _plain(block.aloud).strip():
        lines += paragraph(with_colon(block.aloud_label)) if block.aloud_label else []
        lines += _paragraphs(_plain(block.aloud), "> ")
    return [*lines, *_points(block.points)]
