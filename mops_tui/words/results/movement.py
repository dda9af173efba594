"""What moved since the round before, in one sentence: who changed, and whether another leads."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.changes import Change, change_since
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.directions import direction, on_item
from mops_tui.words.results.figures import filled, in_words, listed
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing.leading import close_to_even, leading
from mops_tui.words.results.standing.scales import one_of, several_of
from mops_tui.words.results.standing.too_few import too_few

MOST_NAMED = 2
"""So many that tied before are named; more are counted."""


def moved(state: VisibleState, result: Result, question: QuestionBase) -> str:
    """What moved since the round before; "" in a first round, or where nothing compares."""
    before = _before(state, result)
    change = change_since(state, result)
    if before is None or change is None:
        return ""
    led, before_led = _led(before, result, question, state)
    fields = {"before": before.round, "both": change.both, "answers": before_led}
    led_then = ngettext(
        "In round {before}, {answers} led.", "In round {before}, {answers} tied.", led
    )
    if change.both < FEW:
        return filled(led_then, **fields) if led else ""
    called = bool(before.called or result.called)
    if not change.changed and called:
        # Who called out cannot be followed from one round to the next.
        words = _(
            "All {both} who handed in a ballot both times gave the same answer as in round "
            "{before}."
        )
        if led:
            words = ngettext(
                "In round {before}, {answers} led. All {both} who handed in a ballot both times "
                "gave the same answer again.",
                "In round {before}, {answers} tied. All {both} who handed in a ballot both times "
                "gave the same answer again.",
                led,
            )
        return filled(words, **fields)
    if not change.changed and led:
        return " ".join((filled(led_then, **fields), _others_decide(before, result, change.both)))
    if not change.changed:
        words = _("All {both} who voted in both rounds gave the same answer as in round {before}.")
        return filled(words, **fields)
    words = _sentence(result, change, led)
    sentence = filled(
        words,
        **fields,
        who=_who(change.changed, change.both, result.n, called=called),
        corners=change.corners,
        more=in_words(change.as_many),
        one=one_of(result.kind),
        several=several_of(result.kind),
        item=on_item(result, change, question),
        on_item=_who(
            change.on_item, change.both_on_item, _answered(result, change.item), called=called
        ),
    )
    ways = direction(before, result, change, question, state)
    return " ".join(one for one in (ended(sentence), ways) if one)


def somebody_changed(state: VisibleState, result: Result) -> bool | None:
    """Whether anybody gave another answer than in the round before.

    That is said of people and not of the room, so a round under the quorum tells it as well. None
    in a first round, where nothing compares, or where fewer than three answered by themselves
    both times.
    """
    change = change_since(state, result)
    if change is None or change.both < FEW:
        return None
    return change.changed > 0


def unknown(state: VisibleState, result: Result) -> str:
    """That nobody can tell who changed since the round before, and why; "" where somebody can.

    A page that tells what moved would otherwise read as if nothing had.
    """
    before, change = _before(state, result), change_since(state, result)
    if before is None or change is None or change.both >= FEW:
        return ""
    most = max((before, result), key=lambda one: one.called)
    if not most.called:
        words = ngettext(
            "Who changed is not known: only one voted in both rounds.",
            "Who changed is not known: only {both} voted in both rounds.",
            change.both,
        )
        words = (
            words if change.both else _("Who changed is not known: nobody voted in both rounds.")
        )
        return filled(words, both=change.both)
    words = ngettext(
        "Who changed is not known: one of the {n} votes was called out.",
        "Who changed is not known: {called} of the {n} votes were called out.",
        most.called,
    )
    if most.called >= most.ballots + most.called:
        words = _("Who changed is not known: all {n} votes were called out.")
    return filled(words, called=most.called, n=most.ballots + most.called)


def _before(state: VisibleState, result: Result) -> Result | None:
    """The round before, where both rest on enough votes to be compared."""
    before = result_of(state, result.ref, result.round - 1) if result.round > 1 else None
    if before is None or not before.n or too_few(before) or too_few(result):
        return None
    return before


def _who(changed: int, both: int, answered: int, *, called: bool) -> str:
    """How many of those who answered in both rounds, within a sentence.

    Args:
        changed: How many answered otherwise.
        both: How many answered both times.
        answered: How many answered this time: where they are more, it is said who is counted.
        called: Answers were called out as well, which have no person to follow.
    """
    if called and changed == both:
        return filled(_("all {both} who handed in a ballot both times"), both=both)
    if called:
        return filled(
            ngettext(
                "one of the {both} who handed in a ballot both times",
                "{n} of the {both} who handed in a ballot both times",
                changed,
            ),
            n=changed,
            both=both,
        )
    if both == answered:
        if changed == both:
            return filled(ngettext("the one who answered", "all {both}", both), both=both)
        return filled(ngettext("one of {both}", "{n} of {both}", changed), n=changed, both=both)
    if changed == both:
        return filled(
            ngettext("the one who answered both times", "all {both} who answered both times", both),
            both=both,
        )
    return filled(
        ngettext(
            "one of the {both} who answered both times",
            "{n} of the {both} who answered both times",
            changed,
        ),
        n=changed,
        both=both,
    )


def _answered(result: Result, item: str) -> int:
    return next((i.distribution.n for i in result.items if i.item == item), result.n)


def _sentence(result: Result, change: Change, led: int) -> str:
    if result.kind == "grid":
        if not change.corners:
            return _("Since round {before}, {who} moved their mark, nobody to another corner.")
        if change.corners == change.changed:
            return _("Since round {before}, {who} moved their mark to another corner.")
        return ngettext(
            "Since round {before}, {who} moved their mark, one of them to another corner.",
            "Since round {before}, {who} moved their mark, {corners} of them to another corner.",
            change.corners,
        )
    if change.item and change.alone:
        return _(
            "Since round {before}, {on_item} changed their answer on {item}, more than on any "
            "other."
        )
    if change.item and change.as_many:
        return ngettext(
            "Since round {before}, {on_item} changed their answer on {item}, and as many on "
            "another {one}.",
            "Since round {before}, {on_item} changed their answer on {item}, and as many on "
            "{more} more {several}.",
            change.as_many,
        )
    if change.item:
        return _("Since round {before}, {on_item} changed their answer on {item}.")
    if led:
        return ngettext(
            "Since round {before}, when {answers} led, {who} changed their answer.",
            "Since round {before}, when {answers} tied, {who} changed their answer.",
            led,
        )
    return _("Since round {before}, {who} changed their answer.")


def _others_decide(before: Result, after: Result, both: int) -> str:
    """That nobody changed, though another answer leads: who voted only once made it so."""
    once = before.n + after.n - 2 * both
    words = ngettext(
        "All {both} who voted in both rounds gave the same answer again; one voted only once, "
        "which makes the difference.",
        "All {both} who voted in both rounds gave the same answer again; {once} voted only once, "
        "which makes the difference.",
        once,
    )
    return filled(words, both=both, once=once)


def _led(
    before: Result, after: Result, question: QuestionBase, state: VisibleState
) -> tuple[int, str]:
    """How many led before, and which, in words; none where the same lead as now.

    Two are named. Of more that tied it is said how many.
    """
    if before.kind not in ("choice", "hands", "allocate", "rank"):
        return 0, ""
    first = leading(before)
    if first == leading(after) or close_to_even(before):
        return 0, ""
    if len(first) > MOST_NAMED:
        return len(first), filled(_("{count} answers"), count=in_words(len(first)))
    names = [named(category_label(question, one, state.workshop)) for one in first]
    return len(names), listed(names)
