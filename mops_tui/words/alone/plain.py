"""Practice in lines: what is asked, what is said when a line is not understood, and the help."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.words.alone.cards import Feedback, Judged
from mops_tui.words.alone.practice import advised_question, confidence_steps, confidence_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent_text
from mops_tui.words.safe import safe

UNDO, BACK, REPEAT, STOP, HELP, NEXT = "undo", "back", "repeat", "stop", "help", "next"
"""What can be asked for at any line."""


def commands() -> dict[str, str]:
    """Each word and letter that asks for something, and what it asks for."""
    words = {
        UNDO: (_("undo"), _("u")),
        BACK: (_("back"), _("b")),
        REPEAT: (_("repeat"), _("r")),
        STOP: (_("stop"), _("quit"), _("q")),
        HELP: (_("help"), _("h"), "?"),
        NEXT: (_("next"), _("n")),
    }
    return {word: command for command, of in words.items() for word in of}


def intro(n: int) -> str:
    """What is said first: how many cards there are, and how one gets help and out."""
    return ngettext(
        "{n} card. A question mark lists what you can type, q stops.",
        "{n} cards, one after another. A question mark lists what you can type, q stops.",
        n,
    ).format(n=n)


def what_is_advised() -> str:
    """What the verdicts mean, before the first card."""
    return _(
        "On each card one answer is advised, or two: the best in its situation, as the card's "
        "author sees it. The others are defensible or unwise."
    )


def more_in_progress() -> str:
    """Where all else stands that the answers add up to, after the last card."""
    return _("Everything else your answers add up to: mops-tui progress.")


def answer_lines(labels: Sequence[str]) -> list[str]:
    """The answers of a card, a line each, with the number to type."""
    return [f"{number}. {safe(label)}" for number, label in enumerate(labels, 1)]


def choose_prompt(n: int) -> str:
    """What is asked once the answers stand there."""
    return _("Your answer, 1 to {n}: ").format(n=n)


def choose_unclear(n: int) -> str:
    """What is said of a line that is no answer."""
    return _("Please type a number from 1 to {n}, or a question mark for help.").format(n=n)


def chosen_lines(label: str, answers: int) -> list[str]:
    """The answer that was chosen, and the steps of confidence, each with its percentage."""
    steps = zip(confidence_words(), confidence_steps(answers), strict=True)
    return [
        _("You chose: {answer}").format(answer=safe(label)),
        advised_question(),
        *(f"{number}. {words}, {percent_text(p)}" for number, (words, p) in enumerate(steps, 1)),
    ]


def confidence_prompt() -> str:
    """What is asked once the steps of confidence stand there."""
    return _("How likely, 1 to 5: ")


def confidence_unclear() -> str:
    """What is said of a line that is no step of confidence."""
    return _("Please type a number from 1 to 5, b to choose another answer, or a question mark.")


def feedback_lines(said: Feedback, before: str, back: str) -> list[str]:
    """All that is said of an answer, a paragraph a line.

    Args:
        said: What the card makes of it.
        before: What was different when another card of its family was met, or "".
        back: When the card comes back, or "".
    """
    lines = [
        said.said,
        safe(said.chosen.why),
        _("{name}: {text}").format(name=said.decides_name, text=safe(said.decides)),
    ]
    if before:
        lines.append(safe(before))
    lines.append(_("The other answers:"))
    for other in said.others:
        lines += [_judged(other), safe(other.why)]
    if said.objector:
        lines.append(
            _("{name}: {text}").format(name=safe(said.objector), text=safe(said.objection))
        )
    return [*lines, *(line for line in (said.idea, back) if line)]


def _judged(other: Judged) -> str:
    word = other.word[:1].upper() + other.word[1:]
    return _("{name}: {text}").format(name=word, text=safe(other.label))


def next_prompt(*, last: bool) -> str:
    """What is asked after the feedback.

    Args:
        last: There is no card after this one.
    """
    if last:
        return _("Enter ends, u takes this answer back: ")
    return _("Enter goes on, u takes this answer back, q stops: ")


def next_unclear() -> str:
    """What is said of a line after the feedback that asks for nothing."""
    return _("Please press Enter alone, or type u, r, q or a question mark.")


def nothing_to_undo() -> str:
    """What is said where no answer of this visit is left to take back."""
    return _("There is no answer to take back.")


def not_understood(n: int) -> str:
    """Why practice stops by itself: what comes in is no person's typing."""
    return ngettext(
        "{n} line was not understood.", "{n} lines in a row were not understood.", n
    ).format(n=n)


def retry_prompt() -> str:
    """What is asked when the disk has refused something."""
    return _("Enter tries again, q stops without it: ")


def help_lines() -> list[str]:
    """What can be typed."""
    return [
        _("A number chooses. The percentage itself does as well: 80."),
        _("b, back: choose another answer, before you have said how likely it is."),
        _("u, undo: take your last answer back, and answer that card again."),
        _("r, repeat: read out the card and its answers again."),
        _("q, stop: stop here. What you have answered is kept."),
        _("?, help: these lines."),
        _("Without the screen, these are the same cards, the same schedule and the same file."),
    ]
