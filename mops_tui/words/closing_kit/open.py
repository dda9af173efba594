"""What is open after a workshop, and what nobody wrote down or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.words.closing_kit.cut import cut
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import in_words, listed
from mops_tui.words.results.quoting import ended, quoted
from mops_tui.words.safe import in_one_line

_MOST_NAMED = 4
_WHAT = 60
_UNDECIDED = re.compile(
    r"\W*(?:not (?:yet )?decided|no decision|undecided|(?:noch )?nicht entschieden|"
    r"keine entscheidung|(?:noch )?offen\b)",
    re.IGNORECASE,
)
"""How a text begins that was written down where a decision was to stand; English and German."""


def no_decision(title: str, ask: str) -> str:
    """That a scenario asked for a decision and has none."""
    words = _("No decision is on record for {title}: {ask}")
    return words.format(title=quoted(title), ask=in_one_line(ask))


def is_undecided(what: str) -> bool:
    """Whether what was written down as a decision says itself that it is none."""
    return _UNDECIDED.match(in_one_line(what)) is not None


def undecided(what: str, owner: str) -> str:
    """What was not decided, and who takes it from there."""
    told = in_one_line(what)
    if not owner:
        return told
    words = _("{what}. Owner: {owner}.")
    return words.format(what=told.rstrip("."), owner=owner.rstrip("."))


def no_owner(what: Sequence[str], every: int) -> str:
    """That nobody owns some decisions.

    Args:
        what: The decisions that nobody owns, one at least.
        every: How many decisions there are.
    """
    if len(what) == 1:
        words = _("Nobody owns this decision yet: {what}.")
        return ended(words.format(what=quoted(cut(what[0], _WHAT))))
    words = _("Nobody owns {n} of the {every} decisions yet.")
    if len(what) == every:
        words = _("Nobody owns any of the {every} decisions yet.")
    return words.format(n=in_words(len(what)), every=in_words(every))


def not_on_record(*, why: bool, agree: bool, review: bool, step: bool, dissent: bool) -> str:
    """What nobody wrote down about a decision, in a few words; "" where all of it is there.

    Args:
        why: The reason is missing; the others likewise.
        agree: Who must agree.
        review: When it is looked at again.
        step: The first step.
        dissent: Whether anybody saw it otherwise.
    """
    missing = (
        (why, _("why")),
        (agree, _("who must agree")),
        (step, _("a first step")),
        (review, _("when to look again")),
        (dissent, _("dissent")),
    )
    return _(", ").join(words for is_missing, words in missing if is_missing)


def steps_without(no_day: int, nobody: int, every: int) -> str:
    """How many next steps have no day, and how many have nobody; "" of none.

    Args:
        no_day: So many say nothing of when.
        nobody: So many say nothing of who.
        every: So many are not done yet.
    """
    told = []
    if no_day:
        words = ngettext(
            "One of {every} next steps has no day.",
            "{n} of {every} next steps have no day.",
            no_day,
        )
        if no_day == every:
            words = ngettext(
                "The next step has no day.", "None of the {every} next steps has a day.", every
            )
        told.append(words)
    if nobody:
        words = ngettext(
            "Nobody is named for one of {every} next steps.",
            "Nobody is named for {n} of {every} next steps.",
            nobody,
        )
        if nobody == every:
            words = ngettext(
                "Nobody is named for the next step.",
                "Nobody is named for any of the {every} next steps.",
                every,
            )
        told.append(words)
    fields = {"every": every}
    counts = [n for n in (no_day, nobody) if n]
    return " ".join(one.format(n=n, **fields) for one, n in zip(told, counts, strict=True))


def steps_ready(every: int) -> str:
    """That no next step lacks a name or a day.

    Args:
        every: So many are not done yet.
    """
    if not every:
        return _("All that was to be done is done.")
    words = ngettext(
        "The next step has a name and a day.", "All {n} next steps have a name and a day.", every
    )
    return words.format(n=every)


def decisions_owned(every: int, nobodys: int) -> str:
    """How many decisions there are, and how many of them nobody owns.

    Args:
        every: So many were made, two at least.
        nobodys: So many have no owner.
    """
    if not nobodys:
        words = _("We made {every} decisions, and each has an owner.")
    elif nobodys == every:
        words = _("We made {every} decisions, and none of them has an owner.")
    else:
        words = ngettext(
            "We made {every} decisions, and one of them has no owner.",
            "We made {every} decisions, and {n} of them have no owner.",
            nobodys,
        )
    return words.format(every=in_words(every), n=in_words(nobodys))


def no_step() -> str:
    """That nobody wrote down what happens next."""
    return _("No next step is on record.")


def not_reached(titles: Sequence[str]) -> str:
    """That scenarios which were to end in a decision were not reached."""
    words = ngettext(
        "{titles} was not reached, and nothing was decided there.",
        "{titles} were not reached, and nothing was decided there.",
        len(titles),
    )
    return words.format(titles=_quoted(titles))


def were_skipped(titles: Sequence[str]) -> str:
    """That scenarios which were to end in a decision were taken out of the agenda."""
    words = ngettext(
        "{titles} was skipped, and nothing was decided there.",
        "{titles} were skipped, and nothing was decided there.",
        len(titles),
    )
    return words.format(titles=_quoted(titles))


def _quoted(titles: Sequence[str]) -> str:
    names = [quoted(title) for title in titles]
    if len(names) > _MOST_NAMED:
        more = _("{n} more").format(n=in_words(len(names) - _MOST_NAMED + 1))
        names = [*names[: _MOST_NAMED - 1], more]
    return listed(names)


def nobody_counted() -> str:
    """That it is not known how many might have voted."""
    return _("Nobody counted how many were present.")
