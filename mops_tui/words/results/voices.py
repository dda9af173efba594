"""Who might speak first, in a sentence; `model.results.voices` says who, and to whom."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.results import Result, Voice
from mops_tui.model.results.voices import voices
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import (
    answer_label,
    axis_name,
    end_name,
    grid_of,
    participant_label,
)
from mops_tui.words.results.quoting import LONGEST, ended, named
from mops_tui.words.results.standing.scales import item_name
from mops_tui.words.results.statements import ends, pair_of, position_name
from mops_tui.words.safe import safe


def voices_words(state: VisibleState, result: Result) -> str:
    """Who might speak first, of those who are here.

    It is "" where nobody stands apart, and for the room until the facilitator puts it there.
    """
    question = state.question(result.ref)
    pair = voices(state, result)
    if len(pair) != 2 or question is None:
        return ""
    first, second = pair
    if first.participant and second.participant:
        return _by_name(result.kind, pair, state, question)
    if result.kind == "allocate":
        sentence = _("Who gave {option} most and who gave it least might speak first.")
    elif result.kind == "rank":
        sentence = _("Who ranks {option} highest and who ranks it lowest might speak first.")
    elif result.kind in ("choice", "hands"):
        sentence = _("Somebody who said {first} and somebody who said {second} might speak first.")
    else:
        sentence = _("Somebody near {first} and somebody near {second} might speak first.")
    labels = [
        _position_label(v.item, v.category, question, state.workshop) for v in (first, second)
    ]
    option = item_name(question, first.item)
    return sentence.format(first=labels[0], second=labels[1], option=option)


def _by_name(
    kind: str, pair: tuple[Voice, ...], state: VisibleState, question: QuestionBase
) -> str:
    names = [safe(participant_label(state, v.participant), LONGEST) for v in pair]
    labels = [_position_label(v.item, v.category, question, state.workshop) for v in pair]
    if kind in ("choice", "hands"):
        sentence = _("Hear {first} ({one}) and {second} ({other}) first.")
    else:
        sentence = _("Hear {first} and {second} first: they stand furthest apart on {what}.")
    topic = _about(pair[0].item, question, state.workshop)
    said = sentence.format(
        first=names[0], second=names[1], one=labels[0], other=labels[1], what=topic
    )
    return ended(said)


def _about(item: str, question: QuestionBase, workshop: Workshop) -> str:
    """What two people stand apart on: an item or option by name, or an axis."""
    grid = grid_of(question, workshop)
    if grid is not None and item in ("x", "y"):
        return axis_name(grid, item)
    return item_name(question, item)


def _position_label(item: str, category: str, question: QuestionBase, workshop: Workshop) -> str:
    grid = grid_of(question, workshop)
    if grid is not None and item in ("x", "y"):
        return end_name(grid, item, category)
    pair = pair_of(question, item)
    if pair is not None:
        left, right = ends(pair)
        # One who stands only "rather" there is near it all the same.
        return {"-1": left, "0": _("the middle"), "1": right}.get(
            category, position_name(pair, category)
        )
    if getattr(question, "kind", "") == "curve":
        return answer_label(question, item, category, workshop)
    return named(answer_label(question, item, category, workshop))
