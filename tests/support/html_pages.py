"""A page as a browser takes it apart: elements, headings, texts."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "input", "meta"}


class Page(HTMLParser):
    """A page that was read.

    Attributes:
        tags: (element, its attributes) of each, in order.
        headings: The levels of its headings, in order.
        texts: What is read in it, styles left out.
        inside: Of each svg element, the elements in it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[int] = []
        self.texts: list[str] = []
        self.drawn: list[list[str]] = []
        self.style = ""
        self._open: list[str] = []
        self.feed(html)
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        if tag == "svg":
            self.drawn.append([])
        elif "svg" in self._open:
            self.drawn[-1].append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.style += data
        elif data.strip():
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All that is read, in one line."""
        return " ".join(" ".join(self.texts).split())

    def named(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each element of a name."""
        return [attributes for name, attributes in self.tags if name == tag]
