"""Sentences about names that clash or lead nowhere, and what does not go together."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_names() -> dict[str, str]:
    """Ids, references and pictures, by code."""
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
        "rehearsed-misfit": _(
            '{file}, line {line}, {key}: no such decision can be made of "{id}", a question of '
            'kind "{kind}"; name another question, or pick = "most".'
        ),
        "no-answer-named": _(
            "{file}, line {line}, {key}: this decision does not name the answer; write the "
            "word answer, in curly brackets, where it belongs."
        ),
        "unknown-placeholder": _(
            '{file}, line {line}, {key}: nothing is put in the place of "{id}"; use {known}.'
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
        "no-earlier": _(
            '{file}, line {line}, {key}: there is no question "{id}" before this one; those '
            "before it are {known}."
        ),
        "no-earlier+nearest": _(
            '{file}, line {line}, {key}: there is no question "{id}" before this one; did you '
            'mean "{nearest}"?'
        ),
        "none-earlier": _(
            '{file}, line {line}, {key}: there is no question "{id}" before this one, which is the '
            "first; put this one behind it."
        ),
        "none-can-lead": _(
            '{file}, line {line}, {key}: in "{id}", a question of kind "{kind}", no answer can '
            "lead; name one of kind {allowed}."
        ),
        "unknown-answer": _(
            '{file}, line {line}, {key}: that question has no answer "{id}"; it has {known}.'
        ),
        "unknown-answer+nearest": _(
            '{file}, line {line}, {key}: that question has no answer "{id}"; did you mean '
            '"{nearest}"?'
        ),
        "none-to-borrow": _(
            '{file}, line {line}, {key}: "{id}", a question of kind "{kind}", has no items to '
            "rate; name one of kind {allowed}."
        ),
        "items-twice": _(
            '{file}, line {line}, {key}: the items come from "{id}"; leave out the ones written '
            "here, and their groups, or leave out items_from."
        ),
        "no-items": _(
            "{file}, line {line}, {key}: there is nothing to rate; add [[question.item]], or "
            "items_from with the id of an earlier question."
        ),
        "no-subject": _(
            "{file}, line {line}, {key}: this speaks of {{subject}}, and the scenario has no "
            "[subject]; add it, or write the word."
        ),
        "subject-not-here": _(
            "{file}, line {line}, {key}: nothing is put in the place of {{subject}} here; that is "
            "done in questions, cues and the decision. Write the word."
        ),
        "twice-on-agenda": _(
            '{file}, line {line}, {key}: the scenario "{id}" is on the agenda already; '
            "put all its questions into one entry."
        ),
        "too-many-waves": _(
            "{file}, line {line}, {key}: a curve holds {limit} waves, one letter each; "
            "take some out."
        ),
        "no-room": _(
            "{file}, line {line}, {key}: {length} characters leave the answers no room on a screen "
            "of 80 by 24; {most} fit, so shorten it."
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
