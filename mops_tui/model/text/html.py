"""HTML made of elements: whatever is no element itself is text, and escaped."""

from __future__ import annotations

from html import escape

VOID = frozenset(("br", "hr", "input", "meta"))
"""Elements that hold nothing and have no end tag."""


class Html(str):
    """HTML that is made. `element` and `joined` alone make it, so nothing typed can become any."""

    __slots__ = ()


def element(tag: str, /, *content: str, **attributes: str | int | bool) -> Html:
    """An element.

    Args:
        tag: Its name.
        content: What is in it: elements, or text.
        attributes: Its attributes; `class_` and `for_` where Python has the word, `_` for a dash.
            True is an attribute without a value, False none at all.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if tag in VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{joined(*content)}</{tag}>")


def joined(*content: str) -> Html:
    """Elements and texts after each other."""
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in content))


def _attribute(key: str, value: str | int | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    if isinstance(value, bool):
        return f" {name}" if value else ""
    return f' {name}="{escape(str(value))}"'
