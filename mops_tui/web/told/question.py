"""The question that the room looks at: what can be answered, and how many have. No value."""

from __future__ import annotations

from typing import Any

from mops_tui.model.packs.answers import POINTS, Item, Pair
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import (
    GridQuestion,
    QuestionBase,
    RateQuestion,
    TextQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.text.limits import MOST_IDEA
from mops_tui.pictures.curve import letters, stage_bands
from mops_tui.words.phones.answering import help_words, voted_words
from mops_tui.words.results.stages import stage_label
from mops_tui.words.safe import safe

Keys = dict[str, Any]


def question_keys(state: VisibleState, ref: str) -> Keys | None:
    """The keys of a question for a phone; None where nobody has opened a vote on it.

    Args:
        state: What a participant may see.
        ref: The question.
    """
    question, round_ = state.question(ref), state.round(ref)
    if question is None or round_ is None:
        return None
    most = question.most if isinstance(question, TextQuestion) else 0
    present = state.eligible(round_)
    return {
        "ref": ref,
        "round": round_.number,
        "phase": round_.phase,
        "kind": kind_of(question),
        "prompt": safe(question.ask),
        "hint": safe(question.hint or ""),
        "help": help_words(kind_of(question), most, len(items_of(question))),
        "may_pass": True,
        **_answers(state, question),
        "voted": round_.voted,
        "present": present,
        "counted": voted_words(round_.voted, present),
    }


def _answers(state: VisibleState, question: QuestionBase) -> Keys:
    """What can be answered, by kind."""
    kind = kind_of(question)
    if isinstance(question, TextQuestion):
        return {"most": question.most, "longest": MOST_IDEA}
    if isinstance(question, GridQuestion):
        grid = state.workshop.grid(question.grid)
        return grid_keys(grid) if grid is not None else {}
    keys: Keys = {}
    if options_of(question):
        keys["options"] = [
            {"id": one.id, "label": safe(one.label), "about": safe(one.text or "")}
            for one in options_of(question)
        ]
    if items_of(question):
        keys["items"] = _items(question)
    if isinstance(question, RateQuestion):
        keys["levels"] = [{"id": one.id, "label": safe(one.label)} for one in question.scale]
    if kind == "allocate":
        keys["points"] = POINTS
    if kind == "curve":
        keys["stages"] = stage_keys()
    return keys


def grid_keys(grid: Grid) -> Keys:
    """The axes and the quadrants of a grid."""
    return {
        "axes": {
            name: {"low": safe(axis.low), "high": safe(axis.high)}
            for name, axis in (("x", grid.x), ("y", grid.y))
        },
        "quadrants": [{"id": one.id, "label": safe(one.name)} for one in grid.quadrants],
    }


def stage_keys() -> list[Keys]:
    """The stages of the adoption curve, from 0 to 100."""
    return [
        {
            "id": band.id,
            "label": stage_label(band.id),
            "from": round(band.start * 100),
            "to": round(band.end * 100),
        }
        for band in stage_bands()
    ]


def _items(question: QuestionBase) -> list[Keys]:
    items = items_of(question)
    groups = {one.id: safe(one.label) for one in getattr(question, "groups", ())}
    signs = letters(items) if kind_of(question) == "curve" else {}
    return [_item(one, groups, signs) for one in items]


def _item(item: Item | Pair, groups: dict[str, str], signs: dict[str, str]) -> Keys:
    if isinstance(item, Pair):
        return {"id": item.id, "left": safe(item.left), "right": safe(item.right)}
    keys: Keys = {"id": item.id, "label": safe(item.label), "about": safe(item.text or "")}
    if item.id in signs:
        return {**keys, "letter": safe(signs[item.id])}
    return {**keys, "group": groups.get(item.group, "") if item.group else ""}
