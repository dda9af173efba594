"""Every sentence can be translated: whole, known when the program is read, its parts by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import mops_tui

PACKAGE = Path(mops_tui.__file__).parent
MESSAGES = {"_": 1, "ngettext": 2}
"""The functions of gettext, and how many of their arguments are messages."""


def calls() -> Iterator[tuple[str, ast.expr]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "i18n.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MESSAGES:
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                for message in node.args[: MESSAGES[node.func.id]]:  # type: ignore[attr-defined]  # a call, as asked above
                    yield where, message


@cache
def messages() -> tuple[tuple[str, ast.expr], ...]:
    """Each message of the program with the place where it stands."""
    return tuple(calls())


def test_there_are_messages_to_look_at() -> None:
    assert len(messages()) > 200


def test_every_message_is_one_literal() -> None:
    """No f-string, no concatenation, no variable: extraction tools see literals alone."""
    assert [
        f"{where}: {ast.unparse(message)}"
        for where, message in messages()
        if not (isinstance(message, ast.Constant) and isinstance(message.value, str))
    ] == []


def literals() -> Iterator[tuple[str, str]]:
    for where, message in messages():
        if isinstance(message, ast.Constant) and isinstance(message.value, str):
            yield where, message.value


def test_every_placeholder_has_a_name() -> None:
    wrong = []
    for where, text in literals():
        for _, name, _, _ in Formatter().parse(text):
            if name is not None and not name.isidentifier():
                wrong.append(f"{where}: {{{name}}} in {text!r}")
    assert wrong == []


def test_no_message_is_empty() -> None:
    """The empty message is the catalogue's own header."""
    assert [where for where, text in literals() if not text.strip()] == []


def test_no_message_is_put_together_from_formatted_parts() -> None:
    """`_(text.format(...))` would look a finished sentence up, and find nothing."""
    assert [where for where, message in messages() if isinstance(message, ast.Call)] == []
