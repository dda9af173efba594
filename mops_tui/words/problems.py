"""What is wrong with a pack, in one sentence each: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mops_tui.storage.packs import Problem
from mops_tui.words.i18n import _

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


def _about_files() -> dict[str, str]:
    return {
        "no-such-file": _("{file}: there is no such file; check the name and the folder."),
        "is-a-folder": _("{file}: this is a folder; name a pack file in it, ending in .toml."),
        "not-a-file": _("{file}: this is not an ordinary file; name a pack file ending in .toml."),
        "unreadable": _("{file}: this cannot be read ({reason}); check its permissions."),
        "too-big": _("{file}: this is over {limit} MB, too large for a pack; split it in two."),
        "not-utf8": _("{file}, line {line}: this is not UTF-8 text; save the file as UTF-8."),
        "too-deep": _("{file}: lists stand inside lists too deeply; flatten them."),
        "is-a-session": _("{file}: this is a session file, not a pack; check it as a session."),
        "id-taken": _(
            '{file}, line {line}, {key}: {other} beside it already has the id "{id}"; '
            "give this pack another one."
        ),
        "newer-format": _(
            "{file}, line {line}, {key}: this pack is written in format {given}, and this version "
            "reads format {known}; update mops-tui."
        ),
        "bad-format": _(
            '{file}, line {line}, {key}: there is no format "{given}"; write format = {known}.'
        ),
    }


def _about_toml() -> dict[str, str]:
    return {
        "bad-toml": _("{file}, line {line}: this is not valid TOML ({reason}); mend this line."),
        "toml-equals": _(
            '{file}, line {line}: an equals sign is missing after the key; write key = "text".'
        ),
        "toml-twice": _(
            "{file}, line {line}: this key or table was already set further up; keep one of them."
        ),
        "toml-twice-table": _(
            "{file}, line {line}: this table was already begun further up; where there are "
            "several, write each header with double brackets, such as [[question.option]]."
        ),
        "toml-quote": _(
            "{file}, line {line}: a quotation mark is missing at the end of this text; close it, "
            'or use """ for text of several lines.'
        ),
        "toml-bracket": _("{file}, line {line}: a closing bracket is missing; add it."),
        "toml-value": _(
            "{file}, line {line}: this value cannot be read; put text in quotation marks."
        ),
        "toml-rest": _(
            "{file}, line {line}: something is left over at the end of this line; put each key on "
            'a line of its own, and \\" for a quotation mark inside a text.'
        ),
        "toml-escape": _(
            "{file}, line {line}: a backslash stands before a letter it cannot go with; "
            "write two backslashes."
        ),
        "toml-key": _(
            "{file}, line {line}: no key can begin like this; write a key, an equals sign and a "
            "value, or start the line with # to make it a comment."
        ),
        "toml-number": _("{file}, line {line}: this number has too many digits; shorten it."),
    }


def _about_keys() -> dict[str, str]:
    return {
        "unknown-key": _(
            '{file}, line {line}, {key}: there is no key "{name}" here; the keys are {known}.'
        ),
        "unknown-key+nearest": _(
            '{file}, line {line}, {key}: there is no key "{name}" here; did you mean "{nearest}"?'
        ),
        "misplaced-key": _(
            '{file}, line {line}, {key}: "{name}" belongs to {owner}; move it up, above the first '
            "table with double brackets inside it."
        ),
        "misplaced-top-key": _(
            '{file}, line {line}, {key}: "{name}" belongs to the pack as a whole; move it to the '
            "top of the file, above the first bracket."
        ),
        "missing-key": _('{file}, line {line}, {key}: the key "{name}" is missing; add it.'),
        "missing-kind": _(
            '{file}, line {line}, {key}: the question says no kind; add kind = "...", '
            "one of {known}."
        ),
        "one-table": _(
            "{file}, line {line}, {key}: there may be several of these; write the header with "
            "double brackets: [[{name}]]."
        ),
    }


def _about_values() -> dict[str, str]:
    return {
        "not-text": _("{file}, line {line}, {key}: text is wanted; put it in quotation marks."),
        "not-a-number": _("{file}, line {line}, {key}: a number is wanted, such as 4 or 2.5."),
        "not-a-whole-number": _("{file}, line {line}, {key}: a whole number is wanted, such as 4."),
        "not-true-or-false": _(
            "{file}, line {line}, {key}: true or false is wanted, without quotation marks."
        ),
        "not-a-list": _("{file}, line {line}, {key}: a list is wanted; put it in [ ]."),
        "not-a-table": _(
            "{file}, line {line}, {key}: a table is wanted; put its keys in {{ }}, or under a "
            "header in brackets."
        ),
        "empty": _("{file}, line {line}, {key}: this is empty; write something, or leave it out."),
        "too-long": _(
            "{file}, line {line}, {key}: this has {length} characters and may have {limit}; "
            "shorten it."
        ),
        "too-few": _(
            "{file}, line {line}, {key}: this has {length} entries and needs at least {limit}; "
            "add more."
        ),
        "too-many": _(
            "{file}, line {line}, {key}: this has {length} entries and may have {limit}; "
            "take some out."
        ),
        "out-of-range": _(
            "{file}, line {line}, {key}: {given} is out of range; use a number from {low} to "
            "{high}."
        ),
        "out-of-range-above": _(
            "{file}, line {line}, {key}: {given} is out of range; use a number above {low}, up to "
            "{high}."
        ),
        "too-small": _("{file}, line {line}, {key}: {given} is too small; use {low} or more."),
        "too-large": _("{file}, line {line}, {key}: {given} is too large; use {high} or less."),
        "bad-id": _(
            '{file}, line {line}, {key}: "{given}" cannot be an id; use small letters, digits and '
            "hyphens, 40 at most, such as first-wave."
        ),
        "bad-language": _(
            '{file}, line {line}, {key}: "{given}" is no language code; write one such as "en" '
            'or "pt-BR".'
        ),
        "unknown-kind": _(
            '{file}, line {line}, {key}: there is no kind "{given}"; the kinds are {known}.'
        ),
        "unknown-kind+nearest": _(
            '{file}, line {line}, {key}: there is no kind "{given}"; did you mean "{nearest}"? '
            "The kinds are {known}."
        ),
        "not-one-of": _(
            '{file}, line {line}, {key}: "{given}" is not possible here; use one of {known}.'
        ),
        "not-one-of+nearest": _(
            '{file}, line {line}, {key}: "{given}" is not possible here; did you mean "{nearest}"? '
            "Use one of {known}."
        ),
        "lean-nowhere": _(
            "{file}, line {line}, {key}: this lean says neither x nor y; give at least one, from "
            "-1 to 1."
        ),
        "hands-options": _(
            '{file}, line {line}, {key}: a show of hands has the options "yes" and "no", in this '
            "order; use these ids, or leave the options out."
        ),
        "invalid": _(
            "{file}, line {line}, {key}: this cannot be used ({reason}); see docs/write-a-pack.md."
        ),
    }


def _about_names() -> dict[str, str]:
    return {
        "duplicate-id": _(
            '{file}, line {line}, {key}: the id "{id}" is taken by an earlier one here; give this '
            "one another id."
        ),
        "duplicate-letter": _(
            '{file}, line {line}, {key}: the letter "{letter}" already stands for another wave; '
            "use another, or leave it out."
        ),
        "duplicate-lean": _(
            '{file}, line {line}, {key}: this answer already leans on the grid "{grid}"; '
            "put x and y into one lean."
        ),
        "no-place": _(
            '{file}, line {line}, {key}: the option "{id}" has no place on the map; add '
            "place = {{ x = 50, y = 50 }}."
        ),
        "picture-misfit": _(
            '{file}, line {line}, {key}: a question of kind "{kind}" cannot be drawn as '
            '"{picture}"; use {allowed}.'
        ),
        "one-option": _(
            "{file}, line {line}, {key}: one option leaves nothing to choose; add another."
        ),
        "no-group": _(
            '{file}, line {line}, {key}: the item "{id}" belongs to no group, and this question '
            "has groups; add its group."
        ),
        "unknown-group": _(
            '{file}, line {line}, {key}: there is no group "{id}" in this question; add it as '
            "[[question.group]]."
        ),
        "unknown-group+nearest": _(
            '{file}, line {line}, {key}: there is no group "{id}" in this question; did you mean '
            '"{nearest}"?'
        ),
        "unknown-grid": _(
            '{file}, line {line}, {key}: there is no grid "{id}"; the grids are {known}. Add it '
            "as [[grid]]."
        ),
        "unknown-grid+nearest": _(
            '{file}, line {line}, {key}: there is no grid "{id}"; did you mean "{nearest}"?'
        ),
        "unknown-scenario": _(
            '{file}, line {line}, {key}: there is no scenario "{id}"; the scenarios are {known}.'
        ),
        "unknown-scenario+nearest": _(
            '{file}, line {line}, {key}: there is no scenario "{id}"; did you mean "{nearest}"?'
        ),
        "unknown-question": _(
            '{file}, line {line}, {key}: the scenario "{scenario}" has no question "{id}"; '
            "it has {known}."
        ),
        "unknown-question+nearest": _(
            '{file}, line {line}, {key}: the scenario "{scenario}" has no question "{id}"; '
            'did you mean "{nearest}"?'
        ),
        "twice-on-agenda": _(
            '{file}, line {line}, {key}: the scenario "{id}" is on the agenda already; '
            "put all its questions into one entry."
        ),
        "too-many-waves": _(
            "{file}, line {line}, {key}: a curve holds {limit} waves, one letter each; "
            "take some out."
        ),
        "mirror-unknown-option": _(
            '{file}, line {line}, {key}: the mirror names "{id}", which is no option of this '
            "question; the options are {known}."
        ),
        "mirror-unknown-option+nearest": _(
            '{file}, line {line}, {key}: the mirror names "{id}", which is no option of this '
            'question; did you mean "{nearest}"?'
        ),
        "mirror-over-100": _(
            "{file}, line {line}, {key}: the shares add up to {total} per cent; 100 is the most."
        ),
        "mirror-without-options": _(
            '{file}, line {line}, {key}: a question of kind "{kind}" has no options, so a mirror '
            "has nothing to show; use choice, allocate, rank or hands."
        ),
    }


_PARTS: tuple[Callable[[], dict[str, str]], ...] = (
    _about_files,
    _about_toml,
    _about_keys,
    _about_values,
    _about_names,
)
CODES = frozenset(code for part in _PARTS for code in part() if "+" not in code)
"""All the codes that have a sentence of their own."""
