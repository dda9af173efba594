"""What the answers bring, what they cost, when they work; what the sources say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.parts import Fact
from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe

GAP = 3
"""Cells between two answers that stand side by side."""


def has_brings(question: QuestionBase, credits: tuple[str, ...]) -> bool:
    """Whether the pack has anything to say once a question is answered."""
    said = (question.facts, question.mirror, question.counterpoint)
    return any(said) or options_bring(question) or bool(credits)


def options_bring(question: QuestionBase) -> bool:
    """Whether an answer is said to bring or to cost something; else there is only background."""
    return any(brings_anything(option) for option in options_of(question))


def brings(
    question: QuestionBase,
    credits: tuple[str, ...],
    width: int,
    first: Sequence[str] = (),
    *,
    abreast: bool = False,
) -> Content:
    """Everything that the pack has to say once a question is answered.

    Args:
        question: The question.
        credits: How its scenario names its sources.
        width: The cells that a line may have.
        first: The ids of options that come before the others, in this order: one's own choice, or
            what the room chose most.
        abreast: Two options stand side by side, so that a room sees all of them at once.
    """
    lines: list[Content] = []
    for fact in question.facts:
        lines.append(hanging("· ", fact.text, width, mark="$primary"))
    if lines:
        lines.append(Content(""))
    told = sorted(
        (option for option in options_of(question) if brings_anything(option)),
        key=lambda option: first.index(option.id) if option.id in first else len(first),
    )
    if abreast and len(told) > 1:
        column = (width - GAP) // 2
        blocks = [_option(option, column) for option in told]
        nothing: list[Content] = []
        for left, right in zip_longest(blocks[::2], blocks[1::2], fillvalue=nothing):
            lines += [*_side_by_side(left, right, column), Content("")]
    else:
        for option in told:
            lines += [*_option(option, width), Content("")]
    mirror = question.mirror
    if mirror:
        lines += [
            Content.styled(safe(mirror.who), "bold $secondary"),
            Content.styled(_("asked: {ask}").format(ask=safe(mirror.asked)), "$text-muted"),
            Content(safe(mirror.text)),
            Content(""),
        ]
    point = question.counterpoint
    if point:
        lines.append(
            Content.assemble(
                (_("The counterpoint") + "  ", "bold $warning"),
                (safe(point.who) + ": ", "bold"),
                safe(point.text),
            )
        )
        lines.append(Content(""))
    lines += [Content.styled(safe(line), "$text-muted italic") for line in credits]
    return Content("\n").join(lines)


def brings_anything(option: Option) -> bool:
    """Whether an answer is said to bring or to cost something, or to need anything."""
    return bool(option.goodies or option.gotchas or option.works_when)


def _option(option: Option, width: int) -> list[Content]:
    """One answer, a line of the screen each."""
    lines = [hanging("", option.label, width, style="bold $accent")]
    lines += _facts("+ ", "bold $success", option.goodies, width)
    lines += _facts("− ", "bold $error", option.gotchas, width)
    if option.works_when:
        lines.append(Content.styled("  " + _("works when"), "$secondary"))
        lines += _facts("✓ ", "bold $secondary", option.works_when, width)
    return [line for text in lines for line in text.split("\n")]


def _side_by_side(left: list[Content], right: list[Content], column: int) -> list[Content]:
    pairs = zip_longest(left, right, fillvalue=Content(""))
    return [
        Content.assemble(one.pad_right(max(0, column - one.cell_length)), " " * GAP, other)
        for one, other in pairs
    ]


def _facts(sign: str, style: str, facts: tuple[Fact, ...], width: int) -> list[Content]:
    return [hanging(f"  {sign}", fact.text, width, mark=style) for fact in facts]
