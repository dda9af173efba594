"""Sentences about cards and casts; what they name is left out, and its pack stays."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_cards() -> dict[str, str]:
    """Cards, characters and disturbances, by code."""
    return {
        "card-advised": _(
            "{file}, line {line}, {key}: on a card just one answer is advised; "
            'give one of them verdict = "advised", and the others another verdict.'
        ),
        "unknown-persona": _(
            '{file}, line {line}, {key}: there is no persona "{id}"; it is the id of a grid\'s '
            "corner, one of {known}."
        ),
        "unknown-persona+nearest": _(
            '{file}, line {line}, {key}: there is no persona "{id}"; did you mean "{nearest}"?'
        ),
        "unknown-character": _(
            '{file}, line {line}, {key}: there is no character "{id}" in this cast; '
            "the characters are {known}."
        ),
        "unknown-character+nearest": _(
            '{file}, line {line}, {key}: there is no character "{id}" in this cast; '
            'did you mean "{nearest}"?'
        ),
    }
