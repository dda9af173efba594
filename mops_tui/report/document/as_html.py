"""A document as one HTML file: no script, no picture, nothing that is asked of anybody.

What an author wrote is text: `element` escapes all that is no element.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import assert_never

from mops_tui.model.text.html import Html, element, joined
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
from mops_tui.report.document.style import STYLE
from mops_tui.report.svg.draw import svg_of
from mops_tui.words.safe import in_one_line, safe

_FIGURE = re.compile(r"[0-9:.()+ -]*")


def as_html(document: HandoutDocument) -> str:
    """The document; the same text for the same document."""
    title = in_one_line(document.title)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("title", title),
        element("style", Html(STYLE)),
    )
    writer = _Writer(document.language)
    main = element("main", *(writer.part(part) for part in document.parts))
    page = element("html", head, element("body", main), lang=document.language)
    return f"<!doctype html>\n{page}\n"


def _policy() -> str:
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


class _Writer:
    """Writes the blocks of a document in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def part(self, part: DocumentPart) -> Html:
        title = element("h1", element("small", part.kind), self._inline(part.title))
        private = (element("p", part.private, class_="for-you"),) if part.private else ()
        return element("article", title, *private, *(_line(self._block(b)) for b in part.blocks))

    def _block(self, block: Block) -> Html:
        match block:
            case TitleBlock():
                new = {"class_": "new-page"} if block.new_page else {}
                return element(f"h{block.level}", self._inline(block.text), **new)
            case TextBlock():
                return joined(*self._paragraphs(block.text))
            case ListBlock():
                return self._points(block.points, "ol" if block.numbered else "ul")
            case TableBlock():
                return self._table(block)
            case FormBlock():
                return self._form(block)
            case StepBlock():
                return self._step(block)
            case PictureBlock():
                return element("figure", svg_of(block.shown))
        assert_never(block)

    def _table(self, block: TableBlock) -> Html:
        heads = (element("th", one, scope="col") for one in block.headings)
        rows = (_line(element("tr", *map(self._cell, row))) for row in block.rows)
        return element(
            "table",
            element("caption", block.caption),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
            **({"class_": "fill"} if block.to_fill else {}),
        )

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

    def _points(self, points: Iterable[ListPoint], tag: str) -> Html:
        return element(tag, *(self._point(point) for point in points if point.texts))

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

    def _paragraphs(self, words: Words) -> list[Html]:
        typed = words.text if isinstance(words, Written) else words
        given = self._attributes(words)
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
        other = words.language != self._language
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
