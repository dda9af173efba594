"""A document as Markdown that reads well as it is, and in a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from mops_tui.report.document.blocks import (
    SHORT,
    Block,
    BoxBlock,
    ColumnsBlock,
    DocumentPart,
    FactsBlock,
    FormBlock,
    ListBlock,
    ListPoint,
    PictureBlock,
    StatementBlock,
    StepBlock,
    TableBlock,
    TextBlock,
    TextDocument,
    TitleBlock,
    Words,
    Written,
    with_colon,
)
from mops_tui.report.markup import heading, in_lines, paragraph, table, text
from mops_tui.report.plots.draw import WIDTH, plot_of
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import titled
from mops_tui.words.safe import safe


def as_markdown(document: TextDocument, width: int = WIDTH) -> str:
    """The document; the same text for the same document.

    Args:
        document: What it says.
        width: The characters that a line of a picture may have.
    """
    lines: list[str] = []
    for part in document.parts:
        if lines and part.level == 1:
            lines += ["---", ""]
        lines += _part(part, width)
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(part: DocumentPart, width: int) -> list[str]:
    title = _plain(part.title)
    if part.kind:
        title = _("{kind}: {workshop}").format(workshop=title, kind=part.kind)
    lines = heading(part.level, title)
    if part.private:
        lines += [in_lines(part.private, mark="**"), ""]
    return lines + _blocks(part.blocks, width)


def _blocks(blocks: Iterable[Block], width: int) -> list[str]:
    return [line for block in blocks for line in _block(block, width)]


def _plain(words: Words) -> str:
    return words.text if isinstance(words, Written) else words


def _block(block: Block, width: int) -> list[str]:
    match block:
        case TitleBlock():
            return heading(block.level, _plain(block.text))
        case TextBlock():
            return _text(block)
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
            return _picture(block, width)
        case StatementBlock():
            return _statement(block)
        case FactsBlock():
            return _facts(block)
        case BoxBlock():
            return _blocks(block.blocks, width)
        case ColumnsBlock():
            return [line for column in block.columns for line in _blocks(column, width)]
    assert_never(block)


def _facts(block: FactsBlock) -> list[str]:
    """What is short in one line, what is long in one each: a report has many of them."""
    short = [one for one in block.facts if len(_plain(one[1])) <= SHORT]
    long = [one for one in block.facts if one not in short]
    line = " · ".join(f"**{text(with_colon(label))}** {text(_plain(v))}" for label, v in short)
    return [*([line, ""] if line else []), *_points(ListPoint((v,), label) for label, v in long)]


def _text(block: TextBlock) -> list[str]:
    if block.look == "banner":  # a quotation stands out wherever Markdown is read
        return ["> " + in_lines(_plain(block.text), "> ", mark="**"), ""]
    return _paragraphs(_plain(block.text))


def _statement(block: StatementBlock) -> list[str]:
    """What was asked and what was found, in one paragraph: a report has many of them."""
    first = block.first
    if block.label:
        first = titled(block.label, first) or block.label
    told = (
        " ".join(_plain(block.ask).split()),
        f"**{text(first)}**" if first else "",
        block.more,
        block.note,
    )
    marked = (one if n == 1 else text(one) for n, one in enumerate(told))
    line = " ".join(one for one in marked if one)
    return [line, ""] if line else []


def _picture(block: PictureBlock, width: int) -> list[str]:
    """A picture in characters, between fences that nothing in it can end; or what it tells."""
    if not block.in_text:
        return []
    lines = [safe(line) for line in plot_of(block.shown.picture, width)]
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
