"""How many voted over a whole workshop."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.session.header import Policy
from mops_tui.words.closing_kit.agreed import Asked
from mops_tui.words.closing_kit.naming import titles_listed
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled, threshold

MOST_NAMED = 3
"""So many questions are named in one sentence; more are counted."""


def turnout(rounds: Sequence[Asked], policy: Policy) -> str:
    """How many voted, over all revealed rounds; "" where there are none.

    Args:
        rounds: All of them.
        policy: Its quorum.
    """
    found = [result for _question, result in rounds]
    if any(result.outside for result in found):
        few = any(result.withheld in ("few", "quorum") for result in found)
        return _answered([result.n for result in found if result.n], few=few)
    if not found:
        return ""
    questions = len({result.ref for result in found})
    votes = [result.ballots + result.called for result in found]
    present = [result.present for result in found if result.present]
    fields = {
        "low": min(votes),
        "high": max(votes),
        "present": max(present, default=0),
        "least": min(present, default=0),
        "questions": questions,
    }
    told = _counted(fields, known=len(present), rounds=len(found))
    return " ".join(filter(None, (filled(told, **fields), _under_quorum(rounds, policy))))


def _answered(counts: Sequence[int], *, few: bool) -> str:
    """How many answered, for those who may not learn who did not.

    Args:
        counts: Of each vote of which it may be told.
        few: There are votes of which it may not, since too few took part.
    """
    kept = _(
        "Answers that fewer than five people gave are not shown, nor what would lead to them, nor "
        "who did not answer."
    )
    if not counts:
        return kept
    low, high = min(counts), max(counts)
    words = _("Between {low} and {high} people answered each question.")
    if low == high:
        words = _("{low} people answered each question.")
    if few:
        words = _(
            "Between {low} and {high} people answered each question but those on which too few "
            "voted."
        )
        if low == high:
            words = _("{low} people answered each question but those on which too few voted.")
    return f"{filled(words, low=low, high=high)} {kept}"


def _counted(fields: dict[str, int], *, known: int, rounds: int) -> str:
    """How many voted, in a sentence with places for the figures."""
    low, high, n = fields["low"], fields["high"], fields["questions"]
    alike = fields["least"] == fields["present"]
    if not known:
        words = ngettext(
            "Between {low} and {high} people voted on the one question; nobody counted how many "
            "were present.",
            "Between {low} and {high} people voted on each of the {questions} questions; nobody "
            "counted how many were present.",
            n,
        )
        if low == high:
            words = ngettext(
                "{low} voted on the one question; nobody counted how many were present.",
                "{low} voted on each of the {questions} questions; nobody counted how many were "
                "present.",
                n,
            )
    elif known < rounds or not alike:
        words = ngettext(
            "Between {low} and {high} people voted on the one question, of {least} to {present} "
            "who were present.",
            "Between {low} and {high} people voted on each of the {questions} questions, of "
            "{least} to {present} who were present.",
            n,
        )
        if low == high:
            words = ngettext(
                "{low} voted on the one question, of {least} to {present} who were present.",
                "{low} voted on each of the {questions} questions, of {least} to {present} who "
                "were present.",
                n,
            )
        if known < rounds:
            words = ngettext(
                "Between {low} and {high} people voted on the one question; how many were present "
                "was not always counted.",
                "Between {low} and {high} people voted on each of the {questions} questions; how "
                "many were present was not always counted.",
                n,
            )
    elif low == high == fields["present"] == 1:
        words = ngettext(
            "The one person present voted on the one question.",
            "The one person present voted on each of the {questions} questions.",
            n,
        )
    elif low == high == fields["present"] == 2:
        words = ngettext(
            "Both people present voted on the one question.",
            "Both people present voted on each of the {questions} questions.",
            n,
        )
    elif low == high == fields["present"]:
        words = ngettext(
            "All {present} people present voted on the one question.",
            "All {present} people present voted on each of the {questions} questions.",
            n,
        )
    elif low == high:
        words = ngettext(
            "{low} of the {present} people present voted on the one question.",
            "{low} of the {present} people present voted on each of the {questions} questions.",
            n,
        )
    else:
        words = ngettext(
            "Between {low} and {high} of the {present} people present voted on the one question.",
            "Between {low} and {high} of the {present} people present voted on each of the "
            "{questions} questions.",
            n,
        )
    return words


def _under_quorum(rounds: Sequence[Asked], policy: Policy) -> str:
    """The questions whose last vote had too few to speak for the room."""
    last = {result.ref: (question, result) for question, result in rounds}
    short = [
        question for question, result in last.values() if result.quorum is not None and
        not result.quorate
    ]  # fmt: skip
    if not short:
        return ""
    words = _("Too few voted on {titles} to speak for the room: under {quorum} % of those present.")
    line = filled(words, titles=titles_listed(short, MOST_NAMED), quorum=threshold(policy.quorum))
    return judged(line, policy)
