"""What is wrong with a pack, in one sentence each: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mops_tui.storage.packs.problems import Problem
from mops_tui.words.problems.advice import about_advice
from mops_tui.words.problems.cards import about_cards
from mops_tui.words.problems.files import about_files, about_toml
from mops_tui.words.problems.names import about_names
from mops_tui.words.problems.shapes import about_keys, about_values

SHOWN = 80
"""How much of an author's own text a sentence repeats."""


def sentence(problem: Problem) -> str:
    """Say a problem in one whole sentence, with its file, line and key.

    A code that is not known here gets a sentence too, which names the code.
    """
    code = problem.code
    if code == "bad-toml":
        code = _syntax(problem.params.get("reason", ""))
    if problem.params.get("nearest"):
        code = f"{code}+nearest"
    templates = _templates()
    template = templates.get(code) or templates.get(problem.code) or templates["invalid"]
    params = {"reason": problem.code, "name": "", **problem.params}
    shown = {key: _safe(value) for key, value in params.items()}
    shown |= {"file": _safe(str(problem.file), 400), "line": str(problem.line)}
    shown["key"] = _safe(problem.key, 200)
    try:
        return template.format_map(shown)
    except (KeyError, IndexError, ValueError):  # a parameter is missing, or a translation is odd
        return templates["invalid"].format_map(shown)


def _safe(text: str, longest: int = SHOWN) -> str:
    """A text that can be printed in a terminal: no control characters, not too long."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)


_SYNTAX = (
    ("Expected '='", "toml-equals"),
    ("Cannot declare", "toml-twice-table"),
    ("Cannot ", "toml-twice"),
    ("Duplicate inline", "toml-twice"),
    ("Unterminated string", "toml-quote"),
    ("Illegal character", "toml-quote"),
    ('Expected "', "toml-quote"),
    ("Unclosed", "toml-bracket"),
    ("Expected ']", "toml-bracket"),
    ("Invalid value", "toml-value"),
    ("Invalid date", "toml-value"),
    ("Expected newline", "toml-rest"),
    ("Unescaped", "toml-escape"),
    ("Invalid hex", "toml-escape"),
    ("Escaped character", "toml-escape"),
    ("Invalid initial", "toml-key"),
    ("Invalid statement", "toml-key"),
    ("Exceeds the limit", "toml-number"),
)


def _syntax(reason: str) -> str:
    """The kind of slip behind tomllib's own words."""
    return next((code for start, code in _SYNTAX if reason.startswith(start)), "bad-toml")


def _templates() -> Mapping[str, str]:
    """All the sentences by code; made anew for each call, so that the language may change."""
    sentences: dict[str, str] = {}
    for part in _PARTS:
        sentences |= part()
    return sentences


_PARTS: tuple[Callable[[], dict[str, str]], ...] = (
    about_files,
    about_toml,
    about_keys,
    about_values,
    about_names,
    about_cards,
    about_advice,
)
CODES = frozenset(code for part in _PARTS for code in part() if "+" not in code)
"""All the codes that have a sentence of their own."""
