"""Sentences about cards, casts and arguments; what they name is left out, and its pack stays."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_cards() -> dict[str, str]:
    """Cards, characters, disturbances and arguments, by code."""
    return {
        "card-advised": _(
            "{file}, line {line}, {key}: on a card, and in each of its variants, at least one "
            "answer is advised and not all are; give each answer its verdict."
        ),
        "variant-answers": _(
            "{file}, line {line}, {key}: a variant judges the same answers as its card; give it "
            "one [[card.variant.answer]] for each id, and no other."
        ),
        "card-taken": _(
            '{file}, line {line}, {key}: the card "{id}" is in {other} already, and this one is '
            "left out; give it another id."
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
        "unknown-argued": _(
            '{file}, line {line}, {key}: the question "{question}" has nothing called "{id}" to '
            "argue about; it has {known}."
        ),
        "unknown-argued+nearest": _(
            '{file}, line {line}, {key}: the question "{question}" has nothing called "{id}" to '
            'argue about; did you mean "{nearest}"?'
        ),
        "side-misfit": _(
            '{file}, line {line}, {key}: the side "{given}" does not go with a question of kind '
            '"{kind}"; it is "{one}" or "{two}".'
        ),
        "nothing-to-argue": _(
            '{file}, line {line}, {key}: "{id}", a question of kind "{kind}", has no answers to '
            "argue about; name one of kind {allowed}."
        ),
        "unknown-company-fact": _(
            '{file}, line {line}, {key}: no company of a rehearsal has the fact "{id}"; '
            "the facts are {known}."
        ),
        "unknown-company-fact+nearest": _(
            '{file}, line {line}, {key}: no company of a rehearsal has the fact "{id}"; '
            'did you mean "{nearest}"?'
        ),
        "unknown-disturbance": _(
            '{file}, line {line}, {key}: nothing called "{id}" can happen in a rehearsal; name a '
            "[[disturbance]] of a cast."
        ),
        "unknown-disturbance+nearest": _(
            '{file}, line {line}, {key}: nothing called "{id}" can happen in a rehearsal; '
            'did you mean "{nearest}"?'
        ),
        "unknown-question-anywhere": _(
            '{file}, line {line}, {key}: no scenario has a question "{id}"; write its id, or '
            "scenario/question."
        ),
        "unknown-question-anywhere+nearest": _(
            '{file}, line {line}, {key}: no scenario has a question "{id}"; did you mean '
            '"{nearest}"?'
        ),
        "unknown-text-question": _(
            '{file}, line {line}, {key}: no scenario has a question "{id}" of kind "text"; only '
            "these ask for ideas."
        ),
        "unknown-text-question+nearest": _(
            '{file}, line {line}, {key}: no scenario has a question "{id}" of kind "text"; '
            'did you mean "{nearest}"?'
        ),
        "unknown-option-anywhere": _(
            '{file}, line {line}, {key}: no question has an option "{id}"; write its id, or '
            "question/option."
        ),
        "unknown-option-anywhere+nearest": _(
            '{file}, line {line}, {key}: no question has an option "{id}"; did you mean '
            '"{nearest}"?'
        ),
        "unknown-item-anywhere": _(
            '{file}, line {line}, {key}: no question has an item "{id}"; write its id, or '
            "question/item."
        ),
        "unknown-item-anywhere+nearest": _(
            '{file}, line {line}, {key}: no question has an item "{id}"; did you mean "{nearest}"?'
        ),
    }
