"""The slides of what was decided: one at large, some under each other, many as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mops_tui.report.content.parts import PageOne, ReportDecision
from mops_tui.report.slides.fitting import PADDING, fitted, fitted_line, height_of
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan, SlideText
from mops_tui.report.slides.places import (
    BODY,
    TEXT_SIZES,
    TITLE,
    TITLE_SIZES,
    needed,
    slide,
    table_part,
    text_part,
)
from mops_tui.words.closing_kit.open import decisions_owned, no_step
from mops_tui.words.i18n import _

EACH = 3
"""So many decisions at most stand on a slide with all that is known of them."""
OPEN = SlideBox(BODY.x, BODY.y + BODY.h - 0.85, BODY.w, 0.85)
"""Where what is open stands, below what was decided."""
LARGE = (28, 26, 24, 22, *TEXT_SIZES)
Made = tuple[list[SlidePart], bool]


def decided_slides(page: PageOne, most: int = 1, *, with_steps: bool = False) -> list[SlidePlan]:
    """What was decided, on at most so many slides: on as few as show all of it, whole.

    Args:
        page: Page one, whole.
        most: How many slides there may be.
        with_steps: That nothing happens next is said here, too.
    """
    every = page.decisions
    if not every:
        return [_nothing(page, with_steps=with_steps)]
    for each in (EACH, 2, 1):
        groups = _groups(every, each)
        if len(groups) <= most:
            slides = _slides(page, groups)
            if not any(one.cut for one in slides):
                return slides
    few = len(every) <= EACH or -(-len(every) // 2) <= most
    # What has to be cut is cut least where it has most room.
    groups = _groups(every, -(-len(every) // most))
    return _slides(page, groups, as_table=not few)


def _groups(every: Sequence[ReportDecision], each: int) -> list[Sequence[ReportDecision]]:
    return [every[at : at + each] for at in range(0, len(every), each)]


def _slides(
    page: PageOne, groups: Sequence[Sequence[ReportDecision]], *, as_table: bool = False
) -> list[SlidePlan]:
    pages = len(groups)
    return [
        _slide(page, shown, number, pages, as_table=as_table)
        for number, shown in enumerate(groups, start=1)
    ]


def _slide(
    page: PageOne, shown: Sequence[ReportDecision], number: int, pages: int, *, as_table: bool
) -> SlidePlan:
    """Some decisions; what is open stands below the last of them."""
    above = _("What we decided")
    if pages > 1:
        above = _("{title} ({number} of {all})").format(title=above, number=number, all=pages)
    still = page.undecided if number == pages else ()
    high = BODY.h - OPEN.h - 0.15 if still else BODY.h
    box = replace(BODY, h=high)
    title = shown[0].what if len(shown) == 1 and _is_title(shown[0].what) else ""
    parts, cut = _table(shown, box) if as_table else _large(shown, box, titled=bool(title))
    if still:
        left = Paragraph(" ".join(still), _("Still open"), tone="muted")
        told, over = text_part([left], OPEN, (16, 14), name=_("Still open"))
        parts.append(told)
        cut = cut or over
    count = len(page.decisions)
    if count > 1 and not title:
        title = decisions_owned(count, sum(not one.owner.strip() for one in page.decisions))
    if not title:
        title, above = above, ""
    notes = (_say(len(shown)), *map(decision_text, shown), *still)
    return slide(title, parts, notes, above=above, cut=cut)


def _is_title(text: str) -> bool:
    """Whether a decision is short enough to be the title of its slide."""
    width = TITLE.w - 2 * PADDING
    return bool(text.strip()) and not fitted_line(text, width, TITLE_SIZES, bold=True, most=2)[2]


def _large(shown: Sequence[ReportDecision], box: SlideBox, *, titled: bool) -> Made:
    return _one(shown[0], box, titled=titled) if len(shown) == 1 else _rows(shown, box)


def _say(count: int) -> str:
    if count == 1:
        return _("Say: this is the decision, and who owns it. Does anybody read it otherwise?")
    return _("Say: these are the decisions, and who owns each. Does anybody read one otherwise?")


def decision_text(one: ReportDecision) -> str:
    """A decision with all that was written down about it, as a paragraph of the notes."""
    lines = [one.what]
    if one.asked:
        lines.insert(0, _("Asked: {text}").format(text=one.asked))
    if one.why:
        lines.append(_("Why: {text}").format(text=one.why))
    lines += [fact.whole for fact in _facts(one)]
    if one.dissent.strip():
        lines.append(Paragraph(one.dissent, _("Dissent")).whole)
    return "\n".join(lines)


def _facts(one: ReportDecision) -> list[Paragraph]:
    """Who owns it, who must agree and so on; an owner and a first step are missed where missing."""
    facts = [
        Paragraph(one.owner.strip() or _("nobody yet"), _("Owner")),
        Paragraph(one.agree, _("Must agree")),
        Paragraph(one.first_step, _("First step")),
        Paragraph(one.review, _("Review")),
        Paragraph(one.sure, _("How sure")),
        Paragraph(one.vote, _("The vote")),
        Paragraph(one.not_on_record, _("Not noted")),
    ]
    return [fact for fact in facts if fact.text.strip()]


def _reasons(one: ReportDecision) -> list[Paragraph]:
    """Why it was decided, and who saw it otherwise."""
    said = ((_("Why"), one.why), (_("Dissent"), one.dissent))
    return [Paragraph(text, name) for name, text in said if text.strip()]


def _asked(one: ReportDecision) -> list[Paragraph]:
    return [Paragraph(one.asked, _("Asked"))] if one.asked.strip() else []


def _one(one: ReportDecision, box: SlideBox, *, titled: bool) -> Made:
    """A decision at large: what, where the title does not say it; who and when beside why."""
    head: list[SlidePart] = []
    y, cut = box.y, False
    if not titled:
        texts = [Paragraph(one.what, bold=True, tone="accent")]
        what, cut = text_part(texts, replace(box, h=1.35), LARGE, body=True, name=_("Decision"))
        what = replace(what, box=replace(what.box, h=needed(what)))
        head, y = [what], what.box.y + what.box.h + 0.15
    columns = [_facts(one), [*_asked(one), *_reasons(one)]]
    columns = [column for column in columns if column]
    wide = (box.w - 0.5) * (0.42 if len(columns) > 1 else 0.7)
    left = SlideBox(box.x, y, wide, box.y + box.h - y)
    right = SlideBox(box.x + wide + 0.5, y, box.w - wide - 0.5, left.h)
    sizes = (24, 22, *TEXT_SIZES) if titled else TEXT_SIZES
    below, over = _alike(columns, [left, right], sizes, [_("Who and when"), _("Why")])
    below[0] = replace(below[0], body=titled)
    return [*head, *below], cut or over


def _rows(shown: Sequence[ReportDecision], box: SlideBox) -> Made:
    """Decisions under each other, each with who and when, and why, beside it."""
    gap = 0.35
    cells = [
        (
            [Paragraph(one.what, bold=True, tone="accent"), *_asked(one)],
            _facts(one),
            _reasons(one),
        )
        for one in shown
    ]
    shares = (0.32, 0.32, 0.36) if any(row[2] for row in cells) else (0.5, 0.5, 0.0)
    widths = [share * (box.w - 2 * gap) for share in shares]
    for size in (18, 16, 14):
        heights = [
            max(
                height_of(texts, wide - 2 * PADDING, size)
                for texts, wide in zip(row, widths, strict=True)
            )
            + 2 * PADDING
            for row in cells
        ]
        over = sum(heights) + gap * (len(cells) - 1) > box.h
        if not over:
            break
    if over:
        heights = [(box.h - gap * (len(cells) - 1)) / len(cells)] * len(cells)
    air = (box.h - sum(heights)) / max(1, len(cells) - 1) if len(cells) > 1 else 0.0
    parts: list[SlidePart] = []
    y, cut = box.y, False
    for number, (row, high) in enumerate(zip(cells, heights, strict=True), start=1):
        x = box.x
        for texts, wide, name in zip(row, widths, _names(number), strict=True):
            if texts:
                fit = fitted(texts, SlideBox(x, y, wide, high), (size,))
                parts.append(SlideText(SlideBox(x, y, wide, high), fit.paragraphs, size, name=name))
                cut = cut or fit.cut
            x += wide + gap
        y += high + min(air, 0.6)
    return parts, cut


def _names(number: int) -> tuple[str, str, str]:
    """What the texts of a decision are called in the list of a slide's shapes."""
    words = (
        _("Decision {number}"),
        _("Who and when, decision {number}"),
        _("Why, decision {number}"),
    )
    one, two, three = (word.format(number=number) for word in words)
    return one, two, three


def _alike(
    each: Sequence[Sequence[Paragraph]],
    boxes: Sequence[SlideBox],
    sizes: Sequence[int],
    names: Sequence[str],
) -> tuple[list[SlideText], bool]:
    """Texts beside each other, all at the size at which the longest of them fits."""
    pairs = list(zip(each, boxes, strict=False))
    size = min(fitted(texts, box, sizes).size for texts, box in pairs)
    fits = [(fitted(texts, box, (size,)), box) for texts, box in pairs]
    made = [
        SlideText(box, fit.paragraphs, fit.size, name=name)
        for (fit, box), name in zip(fits, names, strict=False)
    ]
    return made, any(fit.cut for fit, _box in fits)


def _table(shown: Sequence[ReportDecision], box: SlideBox) -> tuple[list[SlidePart], bool]:
    headings = (_("Decision"), _("Owner"), _("First step"), _("Review"))
    rows = [
        (one.what, one.owner or _("nobody yet"), one.first_step or "–", one.review or "–")
        for one in shown
    ]
    shares = (0.42, 0.17, 0.26, 0.15)
    part, cut = table_part([headings, *rows], shares, _("Decisions"), box, (18, 16, 14))
    return [part], cut


def _nothing(page: PageOne, *, with_steps: bool) -> SlidePlan:
    """No decision; and no next step either, where there is none."""
    said = tuple(one for one in page.undecided if one != no_step())
    said = said or (_("No decision was written down."),)
    say = _("Say: nothing was decided. Who takes the question from here, and by when?")
    title = _("No decision is on record")
    lines = [Paragraph(one) for one in said]
    if with_steps:
        title = _("No decision and no next step is on record")
        lines.append(Paragraph(_("none is on record"), _("Next step")))
    if page.banners:  # what is not here may have been in the part that is missing
        lines += [Paragraph(one, _("Please note"), tone="muted") for one in page.banners]
    part, cut = text_part(lines, sizes=(24, 22, 20, 18, 16, 14), body=True)
    notes = (say, *(line.whole for line in lines), *page.asked)
    return slide(title, [part], notes, cut=cut)
