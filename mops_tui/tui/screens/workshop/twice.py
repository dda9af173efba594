"""What is asked before something is done that cannot be seen again: a second press does it."""

from __future__ import annotations

from collections.abc import Callable

from mops_tui.model.agenda.flow import Advance
from mops_tui.model.session import commands as cmd
from mops_tui.words.i18n import _, ngettext


def asked_words(advance: Advance, key: str, key_of: Callable[[str], str]) -> str:
    """What is asked before something goes on, in a sentence.

    Args:
        advance: What would be done.
        key: The key that does it when it is pressed once more, in words.
        key_of: The key of an action, in words.
    """
    reveals = any(isinstance(command, cmd.Reveal) for command in advance.commands)
    if advance.ask == "votes-missing" and reveals:
        words = ngettext(
            "{n} vote is missing. {key} again closes the vote and reveals it.",
            "{n} votes are missing. {key} again closes the vote and reveals it.",
            advance.missing,
        )
    elif advance.ask == "votes-missing":
        words = ngettext(
            "{n} vote is missing. {key} again closes the vote.",
            "{n} votes are missing. {key} again closes the vote.",
            advance.missing,
        )
    elif advance.ask == "votes-hidden":
        words = ngettext(
            "{n} vote is in and not revealed. {key} again skips the question all the same.",
            "{n} votes are in and not revealed. {key} again skips the question all the same.",
            advance.missing,
        )
    elif advance.ask == "nobody-voted" and reveals:
        words = _(
            "Nobody has voted: {seat} hot seat, {call} call-outs. {key} again reveals it empty."
        )
    elif advance.ask == "nobody-voted":
        words = _(
            "Nobody has voted: {seat} hot seat, {call} call-outs. {key} again goes on without."
        )
    elif advance.ask == "no-decision":
        words = _("No decision is written down: {decision} does it. {key} again goes on without.")
    else:
        words = _("{key} again closes the workshop. Everything is saved.")
    return words.format(
        n=advance.missing,
        key=key,
        seat=key_of("hot_seat"),
        call=key_of("call_out"),
        decision=key_of("decision"),
    )
