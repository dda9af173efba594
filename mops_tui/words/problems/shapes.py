"""Sentences about the keys and the values of a pack."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_keys() -> dict[str, str]:
    """Keys that are unknown, missing or misplaced, by code."""
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


def about_values() -> dict[str, str]:
    """Values that cannot be used, by code."""
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
