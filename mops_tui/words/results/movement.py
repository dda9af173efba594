"""What moved since the round before, in one sentence: who changed, and whether another leads."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.changes import Change, change_since
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import ended, named
from mops_tui.words.results.standing import item_name, leading, too_few


def moved(state: VisibleState, result: Result, question: QuestionBase) -> str:
    """What moved since the round before; "" in a first round, or where nothing compares."""
    before = result_of(state, result.ref, result.round - 1) if result.round > 1 else None
    change = change_since(state, result)
    if before is None or change is None or too_few(before) or too_few(result):
        return ""
    led = _led(before, result, question, state)
    if change.both < FEW:
        return (
            ended(_("In round {before}, {answers} led.").format(before=before.round, answers=led))
            if led
            else ""
        )
    if not change.changed:
        words = _("All {both} who voted in both rounds gave the same answer as in round {before}.")
        return words.format(both=change.both, before=before.round)
    return ended(
        _sentence(result, change, led).format(
            changed=change.changed,
            both=change.both,
            before=before.round,
            led=led,
            corners=change.corners,
            item=item_name(question, change.item),
            on_item=change.on_item,
            both_on_item=change.both_on_item,
        )
    )


def _sentence(result: Result, change: Change, led: str) -> str:
    if result.kind == "grid":
        if change.corners:
            return ngettext(
                "Since round {before}, {changed} of {both} moved their mark, one of them to "
                "another corner.",
                "Since round {before}, {changed} of {both} moved their mark, {corners} of them "
                "to another corner.",
                change.corners,
            )
        return _(
            "Since round {before}, {changed} of {both} moved their mark, nobody to another corner."
        )
    if change.item:
        return _("Since round {before}, most moved on {item}: {on_item} of {both_on_item} changed.")
    if led:
        return ngettext(
            "One of {both} changed their answer; in round {before}, {led}.",
            "{changed} of {both} changed their answer; in round {before}, {led}.",
            change.changed,
        )
    return ngettext(
        "One of {both} changed their answer since round {before}.",
        "{changed} of {both} changed their answer since round {before}.",
        change.changed,
    )


def _led(before: Result, after: Result, question: QuestionBase, state: VisibleState) -> str:
    """That another led before, or that two tied; "" where the same lead as now."""
    if before.kind not in ("choice", "hands", "allocate", "rank"):
        return ""
    first = leading(before)
    if first == leading(after) or len(first) > 2:
        return ""
    names = [named(category_label(question, one, state.workshop)) for one in first]
    words = ngettext("{answers} led", "{answers} tied", len(first))
    return words.format(answers=listed(names))
