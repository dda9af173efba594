"""What is wrong with a session's file, in the same words wherever the session is shown."""

from __future__ import annotations

from mops_tui.model.session.condition import Condition, Unknown
from mops_tui.model.session.header import Policy
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

MOST_NAMED = 3
"""So many kinds, keys and questions that are not known are named."""
_LONGEST = 40


def sentences(condition: Condition, name: str = "") -> list[str]:
    """A sentence for each thing that is wrong; none where the file is sound.

    Args:
        condition: What is wrong.
        name: Which file, where several are told of; it stands before each sentence.
    """
    lines = []
    if condition.header_edited:
        lines.append(header_edited())
    if condition.edited:
        lines.append(edited(len(condition.edited)))
    if condition.lost:
        lines.append(lost(len(condition.lost)))
    if condition.unknown:
        lines.append(unknown(condition.unknown))
    if condition.unread_from is not None:
        lines.append(unread(condition.unread_from))
    if not name:
        return lines
    return [_("{name}: {sentence}").format(name=name, sentence=one) for one in lines]


def header_edited() -> str:
    """That the header was edited, and what that means."""
    return _(
        "The header of this file was changed by hand after the session was opened: its "
        "thresholds, title and questions are shown as they are now."
    )


def edited(n: int) -> str:
    """That events were edited."""
    return ngettext(
        "One event was changed by hand after it was written.",
        "{n} events were changed by hand after they were written.",
        n,
    ).format(n=n)


def lost(n: int) -> str:
    """That events are lost, and what that means for the figures."""
    return ngettext(
        "One event of this file is lost, perhaps a vote: it is missing from the figures here.",
        "{n} events of this file are lost, perhaps votes: they are missing from the figures here.",
        n,
    ).format(n=n)


def unknown(unknown_parts: Unknown) -> str:
    """That a later version wrote what is not known here, and that it is kept."""
    lines: list[str] = []
    if unknown_parts.events:
        n = len(unknown_parts.events)
        lines.append(
            _named(ngettext("{n} event", "{n} events", n), [k for _seq, k in unknown_parts.events])
        )
    if unknown_parts.keys:
        n = len(unknown_parts.keys)
        lines.append(
            _named(ngettext("{n} key", "{n} keys", n), [k for _seq, k in unknown_parts.keys])
        )
    if unknown_parts.questions:
        n = len(unknown_parts.questions)
        lines.append(
            _named(ngettext("{n} question", "{n} questions", n), list(unknown_parts.questions))
        )
    words = _(
        "Written by a newer version of mops_tui, and not known here: {what}. It stays in the file, "
        "and is in no figure."
    )
    return words.format(what=", ".join(lines))


def _named(counted: str, names: list[str]) -> str:
    """How many there are, with the first few names."""
    each = list(dict.fromkeys(names))
    shown = [safe(name, _LONGEST) for name in each[:MOST_NAMED]]
    names_ = ", ".join([*shown, "…"] if len(each) > MOST_NAMED else shown)
    return _("{counted} ({names})").format(counted=counted.format(n=len(names)), names=names_)


def unread(line: int) -> str:
    """Where the file can no longer be read."""
    words = _("The file cannot be read from line {line} on. This is what stands before it.")
    return words.format(line=line)


def mark(policy: Policy) -> str:
    """What stands beside a title where there is room for two words; "" where nothing is wrong."""
    return _("HEADER EDITED") if policy.edited else ""


def judged(sentence: str, policy: Policy) -> str:
    """A sentence that rests on a threshold, with what must be known of the threshold."""
    if not policy.edited or not sentence:
        return sentence
    return _("{sentence} (Header edited: nobody knows what was set.)").format(sentence=sentence)
