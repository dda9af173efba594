"""Advice about packs that are sound: what a room stumbles over, what does not fit the minutes."""

from __future__ import annotations

from mops_tui.words.i18n import _


def about_advice() -> dict[str, str]:
    """Lengths and minutes, by code."""
    return {
        "agenda-too-long": _(
            "{file}, line {line}, {key}: the agenda takes {needed} minutes without its optional "
            "questions, and the workshop has {minutes}; leave something out, or ask for more time."
        ),
        "no-slack": _(
            "{file}, line {line}, {key}: the agenda takes {whole} of {minutes} minutes; leave a "
            "tenth of the time free, for whatever runs late."
        ),
        "no-break": _(
            "{file}, line {line}, {key}: people sit for {longest} minutes without a break; add "
            "break = 10 to an entry of the agenda."
        ),
        "uncited-key": _(
            '{file}, line {line}, {key}: no pack cites the key "{id}", so it moves nobody; write '
            "it into the sources of a line, or take it out."
        ),
        "long-title": _(
            "{file}, line {line}, {key}: this title has {length} characters; {most} fit well on a "
            "projector."
        ),
        "many-words": _(
            "{file}, line {line}, {key}: this has {n} words; with {most} at most a room takes it "
            "in at once."
        ),
        "long-brief": _(
            "{file}, line {line}, {key}: this brief has {n} words; {most} can be read aloud in 45 "
            "seconds."
        ),
        "short-question": _(
            "{file}, line {line}, {key}: silence, pairs and the vote alone take {least} minutes, "
            "and this question has {minutes}."
        ),
        "short-decision": _(
            "{file}, line {line}, {key}: {minutes} minutes are short for a decision; who, what and "
            "by when take {least}."
        ),
    }
