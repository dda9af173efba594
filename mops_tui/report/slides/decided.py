"""The slides of what was decided: one at large, three beside each other, more as a table."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.report.content.parts import PageOne, ReportDecision
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan
from mops_tui.report.slides.places import BODY, TEXT_SIZES, slide, table_part, text_part
from mops_tui.words.i18n import _

BESIDE = 3
"""So many decisions stand beside each other."""


def decided_slides(page: PageOne, most: int = 1) -> list[SlidePlan]:
    """What was decided, on at most so many slides."""
    every = page.decisions
    if not every:
        return [_nothing(page)]
    pages = -(-len(every) // BESIDE)
    if pages > most:
        return [_table(page)]
    made = []
    for number in range(pages):
        shown = every[number * BESIDE : (number + 1) * BESIDE]
        title = _title(len(every))
        if pages > 1:
            title = _("{title} ({number} of {all})").format(
                title=title, number=number + 1, all=pages
            )
        parts, cut = _one(shown[0]) if len(every) == 1 else _beside(shown)
        undecided = page.undecided if number == pages - 1 else ()
        notes = (_say(len(every)), *map(decision_text, shown), *undecided)
        made.append(slide(title, parts, notes, cut=cut))
    return made


def _title(count: int) -> str:
    return _("What we decided") if count == 1 else _("What we decided: {n}").format(n=count)


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
    nobody = Paragraph(_("nobody yet"), _("Owner"))
    nothing = Paragraph(_("none was written down"), _("First step"))
    facts = [
        Paragraph(one.owner, _("Owner")) if one.owner.strip() else nobody,
        Paragraph(one.agree, _("Must agree")),
        Paragraph(one.first_step, _("First step")) if one.first_step.strip() else nothing,
        Paragraph(one.review, _("We look again")),
        Paragraph(one.sure, _("How sure")),
        Paragraph(one.dissent, _("Dissent")),
    ]
    return [fact for fact in facts if fact.text.strip()]


def _one(one: ReportDecision) -> tuple[list[SlidePart], bool]:
    half = (BODY.w - 0.5) / 2
    what = SlideBox(BODY.x, BODY.y, BODY.w, 1.45)
    left = SlideBox(BODY.x, 3.55, half, 3.2)
    right = SlideBox(BODY.x + half + 0.5, 3.55, half, 3.2)
    decision, cut = text_part(
        [Paragraph(one.what, bold=True, tone="accent")],
        what,
        (28, 26, 24, 22, 20, 18, 16, 14),
        name=_("Decision"),
    )
    facts, over = text_part(_facts(one), left, TEXT_SIZES, name=_("Who and when"))
    parts: list[SlidePart] = [decision, facts]
    why = [
        Paragraph(text, name)
        for name, text in ((_("Asked"), one.asked), (_("Why"), one.why))
        if text.strip()
    ]
    if why:
        reasons, shorter = text_part(why, right, TEXT_SIZES, name=_("Why"))
        parts.append(reasons)
        over = over or shorter
    return parts, cut or over


def _beside(shown: Sequence[ReportDecision]) -> tuple[list[SlidePart], bool]:
    gap = 0.4
    wide = (BODY.w - gap * (BESIDE - 1)) / BESIDE
    if len(shown) == 2:
        wide = (BODY.w - gap) / 2
    parts: list[SlidePart] = []
    cut = False
    for at, one in enumerate(shown):
        x = BODY.x + at * (wide + gap)
        top, low = SlideBox(x, BODY.y, wide, 1.6), SlideBox(x, BODY.y + 1.7, wide, BODY.h - 1.7)
        name = _("Decision {number}").format(number=at + 1)
        decision, over = text_part(
            [Paragraph(one.what, bold=True, tone="accent")], top, TEXT_SIZES, name=name
        )
        facts, shorter = text_part(_facts(one), low, (18, 16, 14), name=name)
        parts += [decision, facts]
        cut = cut or over or shorter
    return parts, cut


def _table(page: PageOne) -> SlidePlan:
    headings = (_("Decision"), _("Owner"), _("First step"), _("We look again"))
    rows = [
        (one.what, one.owner or _("nobody yet"), one.first_step or "–", one.review or "–")
        for one in page.decisions
    ]
    part, cut = table_part(
        [headings, *rows], (0.42, 0.17, 0.26, 0.15), _("Decisions"), sizes=(16, 14)
    )
    notes = (_say(len(rows)), *map(decision_text, page.decisions), *page.undecided)
    return slide(_title(len(rows)), [part], notes, cut=cut)


def _nothing(page: PageOne) -> SlidePlan:
    said = page.undecided or (_("No decision was written down."),)
    asked = [Paragraph(text, _("Asked")) for text in page.asked]
    part, cut = text_part([*map(Paragraph, said), *asked], body=True)
    notes = (
        _("Say: nothing was decided. Who takes the question from here, and by when?"),
        *said,
        *page.asked,
    )
    return slide(_("Nothing was decided"), [part], notes, cut=cut)
