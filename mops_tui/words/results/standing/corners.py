"""Where people stand on a grid: in its corners, on the lines between, in two camps of an axis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.marks import BIN_IDS, near_lines
from mops_tui.model.results.results import AxisResult, ItemResult, Result
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled, in_words
from mops_tui.words.results.labels import category_label, end_name, grid_of
from mops_tui.words.results.quoting import ended, named

_PEOPLE = re.compile(r"^\S*(ers|ors|ists|ians|ants|ents|ees|stros)$")
"""A corner named after people, as *Scientists* and *Maestros*; *Chaos* and *Sales* are not."""
_THINGS = re.compile(
    r"(?i)(ments|\b(events|papers|numbers|offers|servers|centers|quarters|headquarters|layers|"
    r"errors|factors|floors|sectors|fees|degrees|lists|plants|grants|contents|patents|components))$"
)
"""What ends like people and is none: *Payments*, *Headquarters*, *Events*."""


def of_corners(
    result: Result,
    question: QuestionBase,
    workshop: Workshop,
    first: Sequence[str],
    count: int,
    n: int,
) -> str:
    """Who stands in the corners that hold the most, or that more stand on the lines between.

    Args:
        result: The round.
        question: Its question.
        workshop: Where it finds its grid.
        first: The corners that hold the most.
        count: How many stand in each of them.
        n: How many there are.
    """
    if result.on_axes > count:
        return on_the_lines(result)
    told = ended(_in_corners(question, workshop, first, count, n))
    near = near_lines([(mark.x, mark.y) for mark in result.marks], n)
    return " ".join(filter(None, (told, by_a_hair(near, n))))


def by_a_hair(near: int, n: int) -> str:
    """That a small step changes who is in which corner; "" where it does not.

    Args:
        near: As `near_lines` has it.
        n: Of how many people the corners are.
    """
    if not near:
        return ""
    words = _("{near} of {n} are close to a line between corners: a small step changes the corner.")
    if near == n:
        words = _("All {n} are close to a line between corners: a small step changes the corner.")
    return filled(words, near=near, n=n)


def _in_corners(
    question: QuestionBase, workshop: Workshop, first: Sequence[str], count: int, n: int
) -> str:
    where = [corner_words(category_label(question, one, workshop)) for one in first]
    if len(first) == 2:
        sentence = ngettext(
            "{count} of {n} stands {one}, {count} {other}.",
            "{count} of {n} stand {one}, {count} {other}.",
            count,
        )
        return filled(sentence, count=count, n=n, one=where[0], other=where[1])
    if len(first) > 2:
        sentence = _("We are spread over {number} corners, {count} of {n} in each.")
        return filled(sentence, number=in_words(len(first)), count=count, n=n)
    if count == n:
        return filled(_("All {n} stand {corner}."), n=n, corner=where[0])
    if count * 2 > n:
        return filled(_("{count} of {n} stand {corner}."), count=count, n=n, corner=where[0])
    sentence = _("{count} of {n} stand {corner}, more than in any other corner.")
    return filled(sentence, count=count, n=n, corner=where[0])


def is_people(name: str) -> bool:
    """Whether a name is that of several people, so that it cannot lead by itself in a sentence."""
    return _PEOPLE.search(name) is not None and _THINGS.search(name) is None


def corner_words(name: str) -> str:
    """Where a corner is: its people where it is named after people, else the place."""
    shown = named(name)
    if is_people(shown):
        return filled(_("with the {people}"), people=shown)
    return filled(_("at {corner}"), corner=shown)


def on_the_lines(result: Result) -> str:
    """How many stand on a line between corners, and so in none."""
    n = sum(count for _name, count in result.quadrants) + result.on_axes
    if result.on_axes == n:
        return filled(_("All {n} stand on a line between corners."), n=n)
    sentence = _("{count} of {n} stand on a line between corners.")
    return filled(sentence, count=result.on_axes, n=n)


def split_axes(
    scales: Sequence[ItemResult | AxisResult], question: QuestionBase, workshop: Workshop
) -> str:
    """Where the two camps stand on each axis that the room is split on; "" where it is on none."""
    grid = grid_of(question, workshop)
    camps = [
        [_side(grid, scale.axis, one) for one in (scale.split.low, scale.split.high)]
        for scale in scales
        if grid is not None and isinstance(scale, AxisResult) and scale.split is not None
    ]
    if not camps:
        return ""
    words = _("We are split between {low} and {high}.")
    if len(camps) > 1:
        words = _(
            "We are split between {low} and {high}, and between {other_low} and {other_high}."
        )
    (low, high), (other_low, other_high) = camps[0], camps[-1]
    sentence = filled(words, low=low, high=high, other_low=other_low, other_high=other_high)
    return ended(sentence)


def _side(grid: Grid, axis: str, bin_id: str) -> str:
    """The end of an axis that a camp stands nearer to, or the middle."""
    if bin_id == BIN_IDS[2]:
        return _("the middle")
    return end_name(grid, axis, "low" if bin_id < BIN_IDS[2] else "high")
