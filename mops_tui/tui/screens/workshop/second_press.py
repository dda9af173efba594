"""What is asked before something is done that cannot be seen again: a second press does it."""

from __future__ import annotations

from collections.abc import Callable

from mops_tui.model.agenda.flow import Advance, Question
from mops_tui.model.session import commands as cmd
from mops_tui.words.i18n import _, ngettext


def asked_words(
    advance: Advance,
    key: str,
    key_of: Callable[[str], str],
    *,
    simulated: bool = False,
    phones: bool = False,
) -> str:
    """What is asked before something goes on, in a sentence.

    Args:
        advance: What would be done.
        key: The key that does it when it is pressed once more, in words.
        key_of: The key of an action, in words.
        simulated: The room votes by itself; nobody takes the hot seat or calls out.
        phones: The room is open to phones.
    """
    if advance.ask is None:
        return ""
    reveals = any(isinstance(command, cmd.Reveal) for command in advance.commands)
    return _question(advance.ask, advance.missing, reveals, simulated, phones).format(
        n=advance.missing,
        key=key,
        seat=key_of("hot_seat"),
        call=key_of("call_out"),
        missing=key_of("ask_missing"),
        decision=key_of("decision"),
    )


def _question(ask: Question, n: int, reveals: bool, simulated: bool, phones: bool) -> str:
    match ask:
        case "votes-missing" if reveals:
            return ngettext(
                "{n} vote is missing. {key} again closes the vote and reveals it.",
                "{n} votes are missing. {key} again closes the vote and reveals it.",
                n,
            )
        case "votes-missing":
            return ngettext(
                "{n} vote is missing. {key} again closes the vote.",
                "{n} votes are missing. {key} again closes the vote.",
                n,
            )
        case "votes-hidden":
            return ngettext(
                "{n} vote is in and not revealed. {key} again skips the question all the same.",
                "{n} votes are in and not revealed. {key} again skips the question all the same.",
                n,
            )
        case "nobody-voted" if simulated and reveals:
            return _("Nobody has voted yet: {missing} asks them. {key} again reveals it empty.")
        case "nobody-voted" if simulated:
            return _("Nobody has voted yet: {missing} asks them. {key} again goes on without.")
        case "nobody-voted" if phones and reveals:
            return _("Nobody has voted yet, by phone or here. {key} again reveals it empty.")
        case "nobody-voted" if phones:
            return _("Nobody has voted yet, by phone or here. {key} again goes on without.")
        case "nobody-voted" if reveals:
            return _(
                "Nobody has voted: {seat} hot seat, {call} call-outs. {key} again reveals it empty."
            )
        case "nobody-voted":
            return _(
                "Nobody has voted: {seat} hot seat, {call} call-outs. {key} again goes on without."
            )
        case "no-decision":
            return _(
                "No decision is written down: {decision} does it. {key} again goes on without."
            )
        case "close-session":
            return _("{key} again closes the workshop. Everything is saved.")
