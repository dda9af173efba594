"""What stands on the pages of a prediction: a room's question, its votes, the end of a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from mops_tui.sources.practice.predicting import Pool, RoomQuestion
from mops_tui.tui.widgets.bodies.brings import brings, options_bring
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.alone.predicting import (
    ask_words,
    average_words,
    lay_words,
    learnt,
    left_out_words,
    nothing_words,
    room_words,
    scored,
    waiting_words,
    who_words,
)
from mops_tui.words.i18n import _


def asked_page(asked: RoomQuestion, width: int) -> tuple[Content, Content | None]:
    """Which room, who was there and what it was asked; below the points, what the answers bring.

    Args:
        asked: The question.
        width: The cells that a line may have.
    """
    lines = [
        hanging("", room_words(asked), width, style="bold $secondary"),
        hanging("", who_words(asked), width, style="$text-muted"),
        Content(""),
        *_question(asked, width),
        hanging("", lay_words(asked), width),
        Content(""),
    ]
    sides = None
    if options_bring(asked.question):
        sides = Content("\n").join([Content(""), brings(asked.question, (), width)])
    return Content("\n").join(lines), sides


def shown_page(
    points: Sequence[int], asked: RoomQuestion, width: int
) -> tuple[list[Content], list[Content]]:
    """How much was placed right, a line each; below the picture, what the talk changed.

    Args:
        points: Ten in all, in the order of the answers.
        asked: The question.
        width: The cells that a line may have.
    """
    first, *rest = scored(points, asked)
    told = [*_question(asked, width), Content("")]
    told.append(hanging("", first, width, style="bold $accent"))
    told += [hanging("", line, width) for line in rest]
    more = [hanging("· ", line, width, mark="$primary") for line in learnt(asked)]
    return told, [Content(""), *more]


def _question(asked: RoomQuestion, width: int) -> list[Content]:
    lines = [hanging("", asked.question.ask, width, style="bold")]
    about = ask_words(asked)
    return [*lines, hanging("", about, width)] if about else lines


def nothing_page(pool: Pool, width: int, *, rehearse: bool) -> Content:
    """Why there is nothing to predict.

    Args:
        pool: What was looked at.
        width: The cells that a line may have.
        rehearse: There is a workshop that can be rehearsed instead.
    """
    lines = [*nothing_words(pool), "", *left_out_words(pool)]
    told = Content("\n").join([hanging("", line, width) for line in lines])
    key = Content.styled(_("r rehearses one now."), "bold $accent")
    return Content("\n\n").join([told, key] if rehearse else [told])


def end_page(scores: Sequence[int], pool: Pool, left: int, width: int) -> Content:
    """What the sitting came to.

    Args:
        scores: Of all predictions, in per cent, the earliest first.
        pool: What was looked at.
        left: How many of its questions wait.
        width: The cells that a line may have.
    """
    lines = [Content.styled(_("That was it for now."), "bold"), Content("")]
    told = [*average_words(scores), *left_out_words(pool), *waiting_words(left, pool)]
    return Content("\n").join([*lines, *(hanging("", one, width) for one in told)])
