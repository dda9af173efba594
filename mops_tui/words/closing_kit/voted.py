"""How many voted over a whole workshop."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import Result
from mops_tui.model.session.header import Policy
from mops_tui.words.closing_kit.agreed import Asked
from mops_tui.words.closing_kit.naming import titles_listed
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled, in_words, listed, threshold
from mops_tui.words.results.quoting import ended

MOST_NAMED = 3
"""So many questions are named in one sentence; more are counted."""
_MOST_COUNTED = 2
"""On so many questions it is told how many passed."""
_BOTH = 2


def turnout(rounds: Sequence[Asked], policy: Policy, asked: int = 0) -> str:
    """How many voted, over all revealed rounds; "" where there are none.

    Args:
        rounds: All of them.
        policy: Its quorum.
        asked: How many questions were asked, those included that were not revealed.
    """
    found = [result for _question, result in rounds]
    if any(result.outside for result in found):
        return _answered(found)
    if not found:
        return ""
    votes = [result.ballots + result.called for result in found]
    present = [result.present for result in found if result.present]
    questions = len({result.ref for result in found})
    fields: dict[str, object] = {
        "low": min(votes),
        "high": max(votes),
        "present": max(present, default=0),
        "least": min(present, default=0),
        "on": _on(questions, revealed_alone=asked > questions),
    }
    words = _counted(votes, present, known=len(present) == len(found))
    told = (filled(words, **fields), _passed(rounds), _under_quorum(rounds, policy))
    return " ".join(filter(None, told))


def _on(questions: int, *, revealed_alone: bool) -> str:
    """On what they voted, with a place in which its number stands already."""
    words = ngettext("the one question", "each of the {n} questions", questions)
    if revealed_alone:
        words = ngettext(
            "the one question that was revealed",
            "each of the {n} questions that were revealed",
            questions,
        )
    return filled(words, n=questions)


def _answered(found: Sequence[Result]) -> str:
    """How many answered, for those who may not learn who did not."""
    kept = _(
        "Answers that fewer than five people gave are not shown, nor what would lead to them, nor "
        "who did not answer."
    )
    counts = [result.n for result in found if result.n]
    if not counts:
        return kept
    low, high = min(counts), max(counts)
    every = len({result.ref for result in found})
    each = _("each question") if every > 1 else _("the one question")
    if any(result.withheld in ("few", "quorum") for result in found):
        each = _("each question but those on which too few voted")
    elif len(counts) < len(found):
        each = _("each question of which something is told here")
    words = _("Between {low} and {high} people answered {each}.")
    if low == high:
        words = _("{low} people answered {each}.")
    return f"{filled(words, low=low, high=high, each=each)} {kept}"


def _counted(votes: Sequence[int], present: Sequence[int], *, known: bool) -> str:
    """How many voted, in a sentence with places for the figures."""
    is_one = min(votes) == max(votes)
    if not present:
        if is_one:
            return _("{low} voted on {on}; nobody counted how many were present.")
        return _(
            "Between {low} and {high} people voted on {on}; nobody counted how many were present."
        )
    if not known:
        return _(
            "Between {low} and {high} people voted on {on}; how many were present was not always "
            "counted."
        )
    most = max(present)
    if min(present) != most:
        if is_one:
            return _("{low} voted on {on}, of {least} to {present} who were present.")
        return _(
            "Between {low} and {high} people voted on {on}, of {least} to {present} who were "
            "present."
        )
    if not is_one:
        return _("Between {low} and {high} of the {present} people present voted on {on}.")
    if min(votes) != most:
        return _("{low} of the {present} people present voted on {on}.")
    if most == _BOTH:
        return _("Both people present voted on {on}.")
    return ngettext(
        "The one person present voted on {on}.", "All {present} people present voted on {on}.", most
    )


def _passed(rounds: Sequence[Asked]) -> str:
    """Who of those who voted gave no answer; "" where everybody did."""
    most: dict[str, tuple[QuestionBase, int]] = {}
    nobody: dict[str, QuestionBase] = {}
    for question, result in rounds:
        if result.passes and not result.n:
            nobody[result.ref] = question
        elif result.passes:
            passes = max(result.passes, most.get(result.ref, (question, 0))[1])
            most[result.ref] = (question, passes)
    told = []
    if nobody:
        words = _("On {titles} all of them passed.")
        told.append(filled(words, titles=titles_listed(list(nobody.values()), MOST_NAMED)))
    if 0 < len(most) <= _MOST_COUNTED:
        each = (
            filled(_("{n} on {title}"), n=in_words(n), title=titles_listed([question], 1))
            for question, n in most.values()
        )
        told.append(ended(filled(_("That counts who passed: {each}."), each=listed(list(each)))))
    elif most:
        high = max(n for _question, n in most.values())
        words = ngettext(
            "That counts who passed: one at most on any question.",
            "That counts who passed: {n} at most on any question.",
            high,
        )
        told.append(filled(words, n=in_words(high)))
    return " ".join(told)


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
