"""The slides that tell in words: the title, what happens next, agreement, what is parked."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.report.content.decisions import what_of, when_of, who_of
from mops_tui.report.content.parts import (
    BeforeContent,
    NextStep,
    PageOne,
)
from mops_tui.report.slides.fitting import PADDING, fitted_line
from mops_tui.report.slides.parts import Paragraph, SlidePart, SlidePlan, SlideText
from mops_tui.report.slides.places import (
    FIRST_BANNERS,
    FIRST_BODY,
    FIRST_TITLE,
    TEXT_SIZES,
    listed,
    slide,
    table_part,
    text_part,
    under,
)
from mops_tui.report.slides.powerpoint.sealed import xml_text
from mops_tui.words.closing_kit.open import no_step, steps_ready
from mops_tui.words.i18n import _, ngettext

STEPS = 10
"""So many next steps stand on a slide, where there is room for another one."""


def title_slide(page: PageOne) -> SlidePlan:
    """What it was, when, what was asked; and what is wrong with it, if anything is."""
    width = FIRST_TITLE.w - 2 * PADDING
    named = xml_text(page.title).strip() or _("A workshop")
    title, size, cut = fitted_line(named, width, (40, 36, 32, 28, 24, 20), bold=True, most=3)
    under = [Paragraph(page.held, tone="muted")]
    under += [Paragraph(page.summary)] if page.summary.strip() else []
    under += [Paragraph(text) for text in page.asked] if not page.summary.strip() else []
    told, over = text_part(under, FIRST_BODY, (20, 18, 16, 14), body=True)
    parts: list[SlidePart] = [told]
    if page.banners:
        warned = [Paragraph(text, _("Please note")) for text in page.banners]
        part, shorter = text_part(warned, FIRST_BANNERS, TEXT_SIZES, name=_("Please note"))
        parts.append(part)
        over = over or shorter
    notes = (
        _("Say: what this workshop was for, and what is decided at its end."),
        page.title if cut else "",
        page.held,
        page.summary,
        *page.asked,
        *page.banners,
    )
    kept = tuple(one for one in notes if one.strip())
    return SlidePlan(title, size, "", tuple(parts), kept, cut or over, first=True)


def next_slides(page: PageOne, most: int = 1) -> list[SlidePlan]:
    """Who does what by when, on at most so many slides; what is parked below, where it has room."""
    steps = page.next_steps
    if not steps:
        lines = [Paragraph(_("Nobody wrote down who does what by when."))]
        lines += [Paragraph(one, _("Please note"), tone="muted") for one in page.banners]
        part, cut = text_part(lines, sizes=(24, 22, 20, 18, 16, 14), body=True)
        say = _("Say: nothing is written down that somebody does next. Who takes the first step?")
        return [slide(no_step(), [part], (say, *page.banners), above=_next(), cut=cut)]
    pages = min(most, -(-len(steps) // STEPS))
    each = -(-len(steps) // pages)
    groups = [steps[at : at + each] for at in range(0, len(steps), each)]
    return [_steps_slide(page, group, at, len(groups)) for at, group in enumerate(groups, start=1)]


def _next() -> str:
    return _("What happens next")


def _steps_slide(page: PageOne, steps: Sequence[NextStep], number: int, pages: int) -> SlidePlan:
    above = _next()
    if pages > 1:
        above = _("{title} ({number} of {all})").format(title=above, number=number, all=pages)
    title = page.open_steps or steps_ready(sum(not one.done for one in page.next_steps))
    headings = (_("What"), _("Who"), _("By when"))
    rows = [
        (
            _("{what} (done)").format(what=what_of(one)) if one.done else what_of(one),
            who_of(one),
            when_of(one),
        )
        for one in steps
    ]
    table, cut = table_part([headings, *rows], (0.58, 0.22, 0.2), _next())
    notes = [
        _("Say: this is what happens next. Read each name aloud, and ask whether the day holds."),
        *(f"{what} · {who} · {by}" for what, who, by in rows),
    ]
    parts: list[SlidePart] = [table]
    if number == pages and not cut:
        y = table.box.y + table.box.h + 0.35
        below = under(_("What is parked"), page.parked, y)
        if below:
            parts += below
            notes += parked_notes(page.parked)
        elif not page.parked:
            reviews = [f"{one.review}: {one.what}" for one in page.decisions if one.review.strip()]
            parts += under(_("When we look again"), reviews, y)
            notes += [_("When we look again: {text}").format(text=text) for text in reviews]
    return slide(title, parts, notes, above=above, cut=cut)


def tells_parked(plans: Sequence[SlidePlan]) -> bool:
    """Whether the slides of the next steps have what is parked on them, too."""
    named = _("What is parked")
    return any(
        isinstance(part, SlideText) and part.name == named for p in plans for part in p.parts
    )


def parked_notes(parked: Sequence[str]) -> list[str]:
    """What the speaker reads of what is parked, where it stands below something else."""
    if not parked:
        return []
    return [_("Say of what is parked: {words}").format(words=_picked()), *parked]


def _picked() -> str:
    return _("these are not forgotten. Who picks up which of them?")


def parked_slide(page: PageOne) -> SlidePlan:
    """What was put aside; something was."""
    part, cut = listed(page.parked)
    notes = (_("Say: {sentence}").format(sentence=_picked()), *page.parked)
    title = ngettext("One thing is parked.", "{n} things are parked.", len(page.parked))
    named = _("What is parked")
    return slide(title.format(n=len(page.parked)), [part], notes, above=named, cut=cut)


def before_slide(before: BeforeContent) -> SlidePlan:
    """What the session before left, and what became of it."""
    lines = [
        Paragraph(one.decision.what, one.outcome or _("Decided then")) for one in before.decisions
    ]
    lines += [Paragraph(_action(one), _("To do then")) for one in before.actions]
    lines = lines or [Paragraph(_("Nothing was left to do."))]
    part, cut = text_part(lines, body=True)
    notes = (
        _("Say: this is what the workshop before left, and what became of it."),
        *(one.whole for one in lines),
    )
    return slide(_("Last time"), [part], notes, above=before.title, cut=cut)


def _action(step: NextStep) -> str:
    told = " · ".join(text for text in (step.what, step.who, step.by) if text.strip())
    return _("{what} (done)").format(what=told) if step.done else told
