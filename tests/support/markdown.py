"""Markdown as a reader of it sees it."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SHAPES = {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"}
"""What no text that somebody typed may become."""


def tokens(markdown: str) -> list[Token]:
    """All that it is made of."""
    found: list[Token] = []
    for token in READER.parse(markdown):
        found += [token, *(token.children or [])]
    return found


def plain(markdown: str) -> str:
    """What a reader sees of it, drawings left out."""
    return "".join(
        " " if t.type in ("softbreak", "hardbreak") else t.content
        for t in tokens(markdown)
        if t.type in ("text", "text_special", "softbreak", "hardbreak")
    )
