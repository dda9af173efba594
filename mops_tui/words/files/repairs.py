"""Sentences for what a repair does, one for each step, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.storage.sessions.repairing.steps import RepairStep
from mops_tui.words.i18n import _, ngettext

MOST = 40
"""How many steps are told one by one at most."""


def repair_sentences(steps: Sequence[RepairStep], most: int = MOST) -> list[str]:
    """A sentence for each step; of very many, the first ones and how many more there are.

    Args:
        steps: The steps of a repair.
        most: How many are told; where fewer than `MOST`, what tells of more is named.
    """
    lines = [repair_sentence(one) for one in steps[:most]]
    more = len(steps) - most
    if more > 0:
        words = ngettext("… and {n} more.", "… and {n} more.", more)
        if most < MOST:
            words = _("… and {n} more. To read them all: mops-tui check --dry-run")
        lines.append(words.format(n=more))
    return lines


def repair_sentence(step: RepairStep) -> str:
    """One thing that a repair does, in one sentence that begins with its line."""
    n = step.last - step.first + 1
    sentence = _of_events(step.code, n) if step.first else _of_bytes(step)
    words = sentence.format_map(
        {"n": n, "first": step.first, "last": step.last, "stands": 0, **step.params}
    )
    if step.line is None:
        return words
    return _("line {line}: {told}").format(line=step.line, told=words)


def _of_events(code: str, n: int) -> str:
    return {
        "put-in-order": ngettext(
            "event {first} stands in the wrong place and is moved to its own.",
            "events {first} to {last} stand in the wrong place and are moved to their own.",
            n,
        ),
        "copy-left-out": ngettext(
            "event {first} stands here once more, word for word; this copy is left out.",
            "events {first} to {last} stand here once more, word for word; these copies are "
            "left out.",
            n,
        ),
        "other-left-out": ngettext(
            "event {first} stands here and on line {stands}, with other contents; both are sealed. "
            "The one on line {stands} fits its neighbours best and stands; this one is left out.",
            "events {first} to {last} stand here and from line {stands} on, with other contents; "
            "all are sealed. Those from line {stands} on fit their neighbours best and stand; "
            "these are left out.",
            n,
        ),
        "edited-left-out": ngettext(
            "event {first} was changed by hand here; the one on line {stands} stands, and this "
            "one is left out.",
            "events {first} to {last} were changed by hand here; those from line {stands} on "
            "stand, and these are left out.",
            n,
        ),
        "unplaced-left-out": ngettext(
            "event {first} has a number that does not belong here; it is left out.",
            "events {first} to {last} have numbers that do not belong here; they are left out.",
            n,
        ),
        "lost-replaced": ngettext(
            "event {first} was marked lost by an earlier repair; it is on line {stands}, and "
            "counts again.",
            "events {first} to {last} were marked lost by an earlier repair; they are there from "
            "line {stands} on, and count again.",
            n,
        ),
        "kept-after-foreign": ngettext(
            "event {first} stands after the first event of another session; it is kept, since "
            "nothing else gives its number. Look whether it is yours.",
            "events {first} to {last} stand after the first event of another session; they are "
            "kept, since nothing else gives their numbers. Look whether they are yours.",
            n,
        ),
        "marked-lost": ngettext(
            "event {first} can be read nowhere; it is marked lost.",
            "events {first} to {last} can be read nowhere; they are marked lost.",
            n,
        ),
        "opening-made": _("the first event cannot be read; it is written anew from the header."),
        "sealed": ngettext(
            "event {first} was changed by hand; it is sealed as it stands now.",
            "events {first} to {last} were changed by hand; they are sealed as they stand now.",
            n,
        ),
        "header-sealed": _("the header was changed by hand; it is sealed as it stands now."),
        "time-set": ngettext(
            "the time of event {first} does not fit; it gets that of the event before it.",
            "the times of events {first} to {last} do not fit; they get that of the event before "
            "them.",
            n,
        ),
    }[code]


def _of_bytes(step: RepairStep) -> str:
    n = int(str(step.params.get("n", 0) or step.params.get("bytes", 0)))
    return {
        "foreign-left-out": ngettext(
            "another session file stands here, with {n} event; it is left out.",
            "another session file stands here, with {n} events; it is left out.",
            n,
        ),
        "foreign-begins": _("the first event of another session stands here; it is left out."),
        "bytes-left-out": ngettext(
            "{bytes} byte that belongs to no event is left out.",
            "{bytes} bytes that belong to no event are left out.",
            n,
        ),
        "torn-left-out": ngettext(
            "the last write was cut short; its {bytes} byte is left out.",
            "the last write was cut short; its {bytes} bytes are left out.",
            n,
        ),
        "unplaced-left-out": _(
            "the event here has no number, so nobody knows its place; it is left out."
        ),
        "newlines": _("the line ends of Windows (CRLF) become those of the format again."),
    }[step.code].replace("{n}", str(n))
