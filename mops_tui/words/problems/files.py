"""Sentences about pack files as such: whether they can be read, and their TOML."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_files() -> dict[str, str]:
    """Whether a file can be read at all, by code."""
    return {
        "no-such-file": _("{file}: there is no such file; check the name and the folder."),
        "is-a-folder": _("{file}: this is a folder; name a pack file in it, ending in .toml."),
        "not-a-file": _("{file}: this is a pipe or a device and no file; take it away."),
        "unreadable": _("{file}: this cannot be read ({reason}); check its permissions."),
        "too-big": _("{file}: this is over {limit} MB, too large for a pack; split it in two."),
        "not-utf8": _("{file}, line {line}: this is not UTF-8 text; save the file as UTF-8."),
        "too-deep": _("{file}: lists stand inside lists too deeply; flatten them."),
        "too-many-parts": _(
            "{file}, line {line}: a key has more than {limit} parts with dots between them; "
            "write tables instead."
        ),
        "too-nested": _(
            "{file}, line {line}: lists stand inside lists more than {limit} deep; flatten them."
        ),
        "too-many-entries": _(
            "{file}, line {line}: there are more than {limit} entries, too many for a pack; "
            "split it in two."
        ),
        "is-a-session": _("{file}: this is a session file, not a pack; check it as a session."),
        "id-taken": _(
            '{file}, line {line}, {key}: {other} beside it already has the id "{id}"; '
            "give this pack another one."
        ),
        "id-of-another-kind": _(
            '{file}, line {line}, {key}: "{id}" is the id of {other}, a pack of kind "{kind}", '
            "whose place this one would take; give it another id."
        ),
        "newer-format": _(
            "{file}, line {line}, {key}: this pack is written in format {given}, and this version "
            "reads format {known}; update mops-tui."
        ),
        "bad-format": _(
            '{file}, line {line}, {key}: there is no format "{given}"; write format = {known}.'
        ),
    }


def about_toml() -> dict[str, str]:
    """Slips in the TOML, by code."""
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
            "{file}, line {line}: this value cannot be read; put text in straight quotation marks."
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
