"""The slides of how far the room agrees: how many voted, what moved, how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mops_tui.report.content.parts import NotesContent, ReportContent
from mops_tui.report.slides.fitting import LINE, PADDING, height_of, most_characters, whole_ones
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan, SlideText
from mops_tui.report.slides.places import BODY, TEXT_SIZES, needed, slide, text_part
from mops_tui.report.slides.told import parked_notes
from mops_tui.words.i18n import _, ngettext

GAP = 0.2
"""Between two blocks of text, in inches."""


@dataclass(frozen=True)
class _Block:
    """Some texts of a slide under a heading; "" where they have none."""

    name: str
    texts: tuple[Paragraph, ...]

    @property
    def whole(self) -> tuple[Paragraph, ...]:
        if not self.name:
            return self.texts
        return (Paragraph(self.name, bold=True, tone="accent"), *self.texts)


def agreement_slides(
    content: ReportContent,
    method: NotesContent | None = None,
    parked: Sequence[str] = (),
    most: int = 1,
) -> list[SlidePlan]:
    """How many voted, how far the room agrees, what moved, and how it was counted.

    All of it on one slide where it has room, else on two; where there may be one only, what moved
    is cut, and how it was counted stands in the notes alone.

    Args:
        content: The report.
        method: How it was counted.
        parked: What is parked, where no other slide has room for it.
        most: How many slides there may be.
    """
    said, moved = _said(content), _moved(content)
    aside = _Block(_("What is parked"), tuple(map(Paragraph, parked)))
    counted = _Block("", ())
    if method is not None:
        counted = _Block(method.title, tuple(map(Paragraph, method.lines)))
    parts = _stacked([said, moved, aside, counted])
    if parts is None and most > 1:
        for first, second in (
            ([said, aside, counted], [moved]),
            ([said, counted], [moved, aside]),
            ([said, aside], [moved, counted]),
            ([said], [moved, aside, counted]),
        ):
            one, two = _stacked(first), _stacked(second)
            if one and two and moved.texts:
                return [
                    _slide(content, one, [said], method, parked if aside in first else ()),
                    _moved_slide(moved, two, parked if aside in second else ()),
                ]
    parts = parts or _stacked([said, moved, aside])
    if parts is not None:
        return [_slide(content, parts, [said, moved], method, parked)]
    parts = _beside_each_other(said, [one for one in (moved, aside) if one.texts])
    return [_slide(content, parts, [said, moved], method, parked, cut=True)]


def _said(content: ReportContent) -> _Block:
    """How many voted, and how far the room agrees; what there is to say where nobody can tell."""
    page = content.page
    lines = [text for text in (page.turnout, page.agreement) if text.strip()]
    if lines:
        return _Block("", tuple(map(Paragraph, lines)))
    words = _("No vote was revealed, so nothing can be said of how far we agree.")
    if any(question.rounds for one in content.scenarios for question in one.questions):
        words = _("Nothing was voted on but the questions of a check-in or a closing.")
    return _Block("", (Paragraph(words),))


def _moved(content: ReportContent) -> _Block:
    texts = (
        Paragraph(question.movement, question.title)
        for scenario in content.scenarios
        for question in scenario.questions
        if question.movement.strip()
    )
    return _Block(_("What moved between two votes"), tuple(texts))


def _slide(
    content: ReportContent,
    parts: Sequence[SlidePart],
    told: Sequence[_Block],
    method: NotesContent | None,
    parked: Sequence[str],
    *,
    cut: bool = False,
) -> SlidePlan:
    notes = [_("Say: how many voted, how far we agree, and what moved.")]
    notes += [one.whole for block in told for one in block.texts]
    notes += parked_notes(parked)
    if method is not None:
        notes += [_("Only if somebody asks how it was counted:"), *method.lines]
    named = _("How far we agree")
    headline = content.page.headline.strip()
    return slide(headline or named, parts, notes, above=named if headline else "", cut=cut)


def _moved_slide(moved: _Block, parts: Sequence[SlidePart], parked: Sequence[str]) -> SlidePlan:
    words = ngettext(
        "We voted twice on one question.", "We voted twice on {n} questions.", len(moved.texts)
    )
    notes = [_("Say: what moved between the two votes."), *(one.whole for one in moved.texts)]
    notes += parked_notes(parked)
    return slide(words.format(n=len(moved.texts)), parts, notes, above=moved.name)


def _stacked(blocks: Sequence[_Block]) -> list[SlidePart] | None:
    """Blocks under each other, all at the largest size at which they fit whole; or None."""
    shown = [one for one in blocks if one.texts]
    width = BODY.w - 2 * PADDING
    characters = sum(len(one.whole) for block in shown for one in block.texts)
    for size in TEXT_SIZES:
        if characters > most_characters(width, size, BODY.h * 72 / size / LINE):
            continue
        heights = [height_of(one.whole, width, size) + 2 * PADDING for one in shown]
        if sum(heights) + GAP * (len(shown) - 1) > BODY.h:
            continue
        parts: list[SlidePart] = []
        y = BODY.y
        for at, (block, high) in enumerate(zip(shown, heights, strict=True)):
            box = SlideBox(BODY.x, y, BODY.w, high)
            parts.append(SlideText(box, block.whole, size, body=not at, name=block.name))
            y += high + GAP
        return parts
    return None


def _beside_each_other(said: _Block, below: Sequence[_Block]) -> list[SlidePart]:
    """What has no room whole: below the first block the others beside each other, cut."""
    high = 2.4 if below else BODY.h
    part, _cut = text_part(said.texts, replace(BODY, h=high), (20, 18, 16), body=True)
    part = replace(part, box=replace(BODY, h=min(high, needed(part) + 0.1)))
    parts: list[SlidePart] = [part]
    y, x = part.box.y + part.box.h + 0.1, BODY.x
    shares = (0.64, 0.36) if len(below) > 1 else (1.0,)
    wide = BODY.w - 0.4 * (len(below) - 1)
    for block, share in zip(below, shares, strict=False):
        box = SlideBox(x, y, wide * share, BODY.y + BODY.h - y)
        fit = whole_ones(block.whole, box, TEXT_SIZES)
        told = SlideText(box, fit.paragraphs, fit.size, name=block.name)
        parts.append(replace(told, box=replace(box, h=min(box.h, needed(told)))))
        x += box.w + 0.4
    return parts
