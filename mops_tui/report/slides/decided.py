"""The slides of what was decided: one at large, three beside each other, more as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mops_tui.report.content.parts import PageOne, ReportDecision
from mops_tui.report.slides.fitting import fitted
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan, SlideText
from mops_tui.report.slides.places import BODY, TEXT_SIZES, needed, slide, table_part, text_part
from mops_tui.words.i18n import _, ngettext

BESIDE = 3
"""So many decisions stand beside each other."""
OPEN = SlideBox(BODY.x, BODY.y + BODY.h - 0.85, BODY.w, 0.85)
"""Where what is open stands, below what was decided."""
LARGE = (28, 26, 24, 22, *TEXT_SIZES)


def decided_slides(page: PageOne, most: int = 1) -> list[SlidePlan]:
    """What was decided, on at most so many slides."""
    every = page.decisions
    if not every:
        return [_nothing(page)]
    pages = -(-len(every) // BESIDE)
    if pages > most:
        return [_slide(page, every, 1, 1, as_table=True)]
    each = [every[at : at + BESIDE] for at in range(0, len(every), BESIDE)]
    return [_slide(page, shown, number, pages) for number, shown in enumerate(each, start=1)]


def _slide(
    page: PageOne,
    shown: Sequence[ReportDecision],
    number: int,
    pages: int,
    *,
    as_table: bool = False,
) -> SlidePlan:
    """Some decisions; what is open stands below the last of them."""
    title = _("What we decided")
    if pages > 1:
        title = _("{title} ({number} of {all})").format(title=title, number=number, all=pages)
    still = page.undecided if number == pages else ()
    high = BODY.h - OPEN.h - 0.15 if still else BODY.h
    box = replace(BODY, h=high)
    if as_table:
        parts, cut = _table(shown, box)
    else:
        parts, cut = _one(shown[0], box) if len(page.decisions) == 1 else _beside(shown, box)
    if still:
        left = Paragraph(" ".join(still), _("Still open"), tone="muted")
        told, over = text_part([left], OPEN, (16, 14), name=_("Still open"))
        parts.append(told)
        cut = cut or over
    count = len(page.decisions)
    above = ngettext("{n} decision", "{n} decisions", count).format(n=count) if count > 1 else ""
    notes = (_say(count), *map(decision_text, shown), *still)
    return slide(title, parts, notes, above=above, cut=cut)


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
    return "\n".join(lines)


def _facts(one: ReportDecision) -> list[Paragraph]:
    """Who owns it, who must agree and so on; an owner and a first step are missed where missing."""
    facts = [
        Paragraph(one.owner.strip() or _("nobody yet"), _("Owner")),
        Paragraph(one.agree, _("Must agree")),
        Paragraph(one.first_step.strip() or _("none was written down"), _("First step")),
        Paragraph(one.review, _("Review")),
        Paragraph(one.sure, _("How sure")),
        Paragraph(one.vote, _("The vote")),
        Paragraph(one.dissent, _("Dissent")),
    ]
    return [fact for fact in facts if fact.text.strip()]


def _one(one: ReportDecision, box: SlideBox) -> tuple[list[SlidePart], bool]:
    half = (box.w - 0.5) / 2
    what = SlideBox(box.x, box.y, box.w, 1.35)
    y = box.y + 1.5
    left = SlideBox(box.x, y, half, box.y + box.h - y)
    right = SlideBox(box.x + half + 0.5, y, half, left.h)
    head = [Paragraph(one.what, bold=True, tone="accent")]
    decision, cut = text_part(head, what, LARGE, name=_("Decision"))
    said = ((_("Asked"), one.asked), (_("Why"), one.why))
    why = [Paragraph(text, name) for name, text in said if text.strip()]
    columns = [_facts(one), why] if why else [_facts(one)]
    below, over = _alike(columns, [left, right], TEXT_SIZES, [_("Who and when"), _("Why")])
    return [decision, *below], cut or over


def _beside(shown: Sequence[ReportDecision], box: SlideBox) -> tuple[list[SlidePart], bool]:
    gap = 0.4
    columns = min(BESIDE, max(2, len(shown)))
    wide = (box.w - gap * (columns - 1)) / columns
    places = [box.x + at * (wide + gap) for at in range(columns)]
    heads = [[Paragraph(one.what, bold=True, tone="accent")] for one in shown]
    facts = [_facts(one) for one in shown]
    above, cut = _alike(heads, [SlideBox(x, box.y, wide, 1.6) for x in places], (18, 16, 14))
    high = max(needed(part) for part in above)
    above = [replace(part, box=replace(part.box, h=high)) for part in above]
    y = box.y + high + 0.1
    lower = [SlideBox(x, y, wide, box.y + box.h - y) for x in places]
    below, over = _alike(facts, lower, (18, 16, 14))
    return [part for pair in zip(above, below, strict=True) for part in pair], cut or over


def _alike(
    each: Sequence[Sequence[Paragraph]],
    boxes: Sequence[SlideBox],
    sizes: Sequence[int],
    names: Sequence[str] = (),
) -> tuple[list[SlideText], bool]:
    """Texts beside each other, all at the size at which the longest of them fits."""
    pairs = list(zip(each, boxes, strict=False))
    size = min(fitted(texts, box, sizes).size for texts, box in pairs)
    fits = [(fitted(texts, box, (size,)), box) for texts, box in pairs]
    called = names or [_("Decision {number}").format(number=at + 1) for at in range(len(fits))]
    made = [
        SlideText(box, fit.paragraphs, fit.size, name=name)
        for (fit, box), name in zip(fits, called, strict=False)
    ]
    return made, any(fit.cut for fit, _box in fits)


def _table(shown: Sequence[ReportDecision], box: SlideBox) -> tuple[list[SlidePart], bool]:
    headings = (_("Decision"), _("Owner"), _("First step"), _("Review"))
    rows = [
        (one.what, one.owner or _("nobody yet"), one.first_step or "–", one.review or "–")
        for one in shown
    ]
    shares = (0.42, 0.17, 0.26, 0.15)
    part, cut = table_part([headings, *rows], shares, _("Decisions"), box, (16, 14))
    return [part], cut


def _nothing(page: PageOne) -> SlidePlan:
    said = page.undecided or (_("No decision was written down."),)
    part, cut = text_part([Paragraph(one) for one in said], body=True)
    notes = (
        _("Say: nothing was decided. Who takes the question from here, and by when?"),
        *said,
        *page.asked,
    )
    return slide(_("No decision is on record"), [part], notes, cut=cut)
