"""A document as one HTML file: no script, no picture, nothing that is asked of anybody.

What an author wrote is text: `element` escapes all that is no element.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import assert_never

from mops_tui.model.text.html import Html, element, joined
from mops_tui.report.content.parts import ShownPicture
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
from mops_tui.report.document.style import style_of
from mops_tui.report.svg.draw import svg_of
from mops_tui.words.i18n import _
from mops_tui.words.safe import in_one_line, safe

_MANY = 4
"""So many parts of a report make it so long that one looks for a place in it."""
_FIGURE = re.compile(r"[0-9:.()+ -]*%?")


def as_html(document: TextDocument) -> str:
    """The document; the same text for the same document."""
    title = in_one_line(document.title)
    style = style_of(document)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("title", title),
        element("style", Html(style)),
    )
    writer = _Writer(document.language)
    parts = [writer.part(part, number) for number, part in enumerate(document.parts, start=1)]
    if document.report and len(parts) >= _MANY:
        parts.insert(1, writer.contents(document.parts[1:], first=2))
    main = element("main", *parts)
    page = element("html", head, element("body", main), lang=document.language)
    return f"<!doctype html>\n{page}\n"


def _policy(style: str) -> str:
    made = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{made}'; base-uri 'none'; form-action 'none'"


class _Writer:
    """Writes the blocks of a document in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._drawn: dict[str, int] = {}

    def contents(self, parts: Iterable[DocumentPart], first: int) -> Html:
        """Where each part stands; paper has none, since it knows no page of a place."""
        lines = (
            element("li", element("a", self._inline(part.title), href=f"#part-{number}"))
            for number, part in enumerate(parts, start=first)
        )
        return _line(element("nav", element("ul", *lines), aria_label=_("In this report")))

    def part(self, part: DocumentPart, number: int) -> Html:
        kind = (element("small", part.kind),) if part.kind else ()
        title = element(f"h{part.level}", *kind, self._inline(part.title))
        private = (element("p", part.private, class_="for-you"),) if part.private else ()
        look = {"class_": str(part.name), "id": f"part-{number}"} if part.name else {}
        return element("article", title, *private, *self._blocks(part.blocks), **look)

    def _blocks(self, blocks: Iterable[Block]) -> Iterable[Html]:
        return (_line(self._block(block)) for block in blocks)

    def _block(self, block: Block) -> Html:
        match block:
            case TitleBlock():
                new = {"class_": "new-page"} if block.new_page else {}
                return element(f"h{block.level}", self._inline(block.text), **new)
            case TextBlock():
                return joined(*self._paragraphs(block.text, block.look))
            case ListBlock():
                made = self._points(block.points, "ol" if block.numbered else "ul", block.look)
                return joined(element("h4", block.title), made) if block.title else made
            case TableBlock():
                return self._table(block)
            case FormBlock():
                return self._form(block)
            case StepBlock():
                return self._step(block)
            case PictureBlock():
                return element("figure", svg_of(self._named_once(block.shown)))
            case StatementBlock():
                return self._statement(block)
            case FactsBlock():
                return self._facts(block)
            case BoxBlock():
                return element("section", *self._blocks(block.blocks), class_=block.look)
            case ColumnsBlock():
                columns = (element("div", *self._blocks(one)) for one in block.columns)
                return element("div", *columns, class_=f"columns {block.look}")
        assert_never(block)

    def _named_once(self, shown: ShownPicture) -> ShownPicture:
        """A picture under a key that no other on the page has: ids are made of it."""
        times = self._drawn[shown.key] = self._drawn.get(shown.key, 0) + 1
        return shown if times == 1 else replace(shown, key=f"{shown.key}-again-{times}")

    def _statement(self, block: StatementBlock) -> Html:
        label = (element("h4", block.label),) if block.label else ()
        told = ((block.first, "found"), (block.more, "more"), (block.note, "soft"))
        said = (element("p", text, class_=look) for text, look in told if text)
        return joined(*self._paragraphs(block.ask, "soft"), *label, *said)

    def _facts(self, block: FactsBlock) -> Html:
        return element("dl", *(_line(self._fact(*fact)) for fact in block.facts), class_="facts")

    def _fact(self, label: str, value: Words) -> Html:
        typed = value.text if isinstance(value, Written) else value
        look = {"class_": "long"} if len(typed) > SHORT else {}
        return element("div", element("dt", label), element("dd", self._inline(value)), **look)

    def _table(self, block: TableBlock) -> Html:
        heads = (self._head(block, column) for column in range(len(block.headings)))
        rows = (_line(self._row(block, row)) for row in block.rows)
        caption = () if block.titled else (element("caption", block.caption),)
        looks = " ".join(filter(None, ("fill" if block.to_fill else "", block.look)))
        given = {"class_": looks} if looks else {}
        if block.titled:
            given["aria_label"] = block.caption
        made = element(
            "table",
            *caption,
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
            **given,
        )
        if block.look != "matrix":
            return made
        # What is wider than a phone moves by itself, by a finger or by the keys.
        room = {"role": "region", "aria_label": block.caption, "tabindex": "0"}
        return element("div", made, class_="wide", **room)

    def _head(self, block: TableBlock, column: int) -> Html:
        """A heading; over figures it stands where they stand."""
        width = len(block.headings)
        cells = [row[column] for row in block.rows if len(row) == width]
        figures = any(cells) and all(
            isinstance(one, str) and _FIGURE.fullmatch(one) for one in cells
        )
        look = {"class_": "figure"} if figures and not block.to_fill else {}
        return element("th", block.headings[column], scope="col", **look)

    def _row(self, block: TableBlock, row: tuple[Words, ...]) -> Html:
        if len(row) == 1 and len(block.headings) > 1:
            wide = len(block.headings)
            head = element("th", self._inline(row[0]), colspan=wide, scope="colgroup")
            return element("tr", head, class_="group")
        if not block.rows_headed:
            return element("tr", *map(self._cell, row))
        first = element("th", self._inline(row[0]), scope="row")
        return element("tr", first, *map(self._cell, row[1:]))

    def _cell(self, words: Words) -> Html:
        if isinstance(words, str) and words and _FIGURE.fullmatch(words):
            return element("td", words, class_="figure")
        return element("td", self._inline(words))

    def _form(self, block: FormBlock) -> Html:
        rows = (
            element("tr", element("th", label, scope="row"), element("td", self._inline(value)))
            for label, value in block.fields
        )
        caption = element("caption", block.caption)
        return element("table", caption, element("tbody", *rows), class_="form")

    def _step(self, block: StepBlock) -> Html:
        when = element("div", block.at, element("span", block.length), class_="when")
        told: list[Html] = [element("h3", self._inline(block.title))]
        aloud = self._paragraphs(block.aloud)
        if aloud:
            if block.aloud_label:
                told.append(element("p", with_colon(block.aloud_label), class_="label"))
            told.append(element("blockquote", *aloud))
        if block.points:
            told.append(self._points(block.points, "ul"))
        return element("section", when, element("div", *told), class_="step")

    def _points(self, points: Iterable[ListPoint], tag: str, look: str = "") -> Html:
        given = {"class_": look} if look else {}
        return element(tag, *(self._point(point) for point in points if point.texts), **given)

    def _point(self, point: ListPoint) -> Html:
        label = (
            joined(element("b", with_colon(point.label), dir="auto"), " ")
            if point.label
            else Html()
        )
        private = {"class_": "private"} if point.private else {}
        if len(point.texts) == 1:
            return element("li", label, self._inline(point.texts[0]), **private)
        inner = element("ul", *(element("li", self._inline(one)) for one in point.texts))
        return element("li", label, inner, **private)

    def _paragraphs(self, words: Words, look: str = "") -> list[Html]:
        typed = words.text if isinstance(words, Written) else words
        given = {**self._attributes(words), **({"class_": look} if look else {})}
        return [
            element("p", *_lines(one), **given)
            for one in safe(typed, keep=True).split("\n\n")
            if one.strip()
        ]

    def _inline(self, words: Words) -> Html:
        typed = words.text if isinstance(words, Written) else words
        given = self._attributes(words)
        lines = joined(*_lines(safe(typed, keep=True)))
        return element("span", lines, **given) if given else lines

    def _attributes(self, words: Words) -> dict[str, str]:
        """The direction of an author's text, and its language where that is another one."""
        if not isinstance(words, Written):
            return {}
        other = words.language not in ("", self._language)
        return {"dir": "auto", **({"lang": words.language} if other else {})}


def _lines(text: str) -> list[str]:
    """A text with its lines broken where its author broke them."""
    broken: list[str] = []
    for number, line in enumerate(text.strip("\n").split("\n")):
        broken += [element("br"), line] if number else [line]
    return broken


def _line(html: Html) -> Html:
    """An element on a line of its own, so that the file can be read."""
    return Html(f"\n{html}")
