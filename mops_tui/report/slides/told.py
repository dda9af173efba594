"""The slides that tell in words: the title, what happens next, agreement, what is parked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mops_tui.report.content.decisions import what_of, when_of, who_of
from mops_tui.report.content.parts import (
    BeforeContent,
    NextStep,
    NotesContent,
    PageOne,
    QuestionContent,
    ReportContent,
    ReportDecision,
    ScenarioContent,
)
from mops_tui.report.slides.fitting import PADDING, fitted_line, whole_ones
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan, SlideText
from mops_tui.report.slides.places import (
    BODY,
    FIRST_BANNERS,
    FIRST_BODY,
    FIRST_TITLE,
    LIST_SIZES,
    TEXT_SIZES,
    listed,
    needed,
    slide,
    table_part,
    text_part,
    under,
)
from mops_tui.report.slides.powerpoint.sealed import xml_text
from mops_tui.words.closing_kit.open import is_undecided, undecided
from mops_tui.words.i18n import _

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
    title = _("What happens next")
    steps = page.next_steps
    if not steps:
        lines = [Paragraph(_("No next step is on record."))]
        lines += [Paragraph(one, _("Please note"), tone="muted") for one in page.banners]
        part, cut = text_part(lines, sizes=(24, 22, 20, 18, 16, 14), body=True)
        say = _("Say: nothing is written down that somebody does next. Who takes the first step?")
        return [slide(title, [part], (say, *page.banners), cut=cut)]
    pages = min(most, -(-len(steps) // STEPS))
    each = -(-len(steps) // pages)
    groups = [steps[at : at + each] for at in range(0, len(steps), each)]
    return [_steps_slide(page, group, at, len(groups)) for at, group in enumerate(groups, start=1)]


def _steps_slide(page: PageOne, steps: Sequence[NextStep], number: int, pages: int) -> SlidePlan:
    title = _("What happens next")
    if pages > 1:
        title = _("{title} ({number} of {all})").format(title=title, number=number, all=pages)
    headings = (_("What"), _("Who"), _("By when"))
    rows = [
        (
            _("{what} (done)").format(what=what_of(one)) if one.done else what_of(one),
            who_of(one),
            when_of(one),
        )
        for one in steps
    ]
    table, cut = table_part([headings, *rows], (0.58, 0.22, 0.2), title)
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
            notes += [_("Say of what is parked: {words}").format(words=_picked()), *page.parked]
        elif not page.parked:
            reviews = [f"{one.review}: {one.what}" for one in page.decisions if one.review.strip()]
            parts += under(_("When we look again"), reviews, y)
            notes += [_("When we look again: {text}").format(text=text) for text in reviews]
    return slide(title, parts, notes, above=page.open_steps, cut=cut)


def tells_parked(plans: Sequence[SlidePlan]) -> bool:
    """Whether the slides of the next steps have what is parked on them, too."""
    named = _("What is parked")
    return any(
        isinstance(part, SlideText) and part.name == named for p in plans for part in p.parts
    )


def _picked() -> str:
    return _("these are not forgotten. Who picks up which of them?")


def agreement_slide(
    content: ReportContent, method: NotesContent | None = None, parked: Sequence[str] = ()
) -> SlidePlan:
    """How many voted, how far the room agrees, what moved between two votes.

    How it was counted stands below where it has room, and in the notes.

    Args:
        content: The report.
        method: How it was counted.
        parked: What is parked, where no other slide has room for it.
    """
    page = content.page
    said = [text for text in (page.turnout, page.agreement) if text.strip()]
    lines = [Paragraph(text) for text in said]
    moved = [
        Paragraph(question.movement, question.title)
        for scenario in content.scenarios
        for question in scenario.questions
        if question.movement.strip()
    ]
    if not lines:
        lines = [Paragraph(_("No vote was revealed, so nothing can be said of how far we agree."))]
    below = [
        (_("What moved between two votes"), moved),
        (_("What is parked"), [*map(Paragraph, parked)]),
    ]
    below = [(named, texts) for named, texts in below if texts]
    high = 2.4 if below else BODY.h
    sizes = (20, 18, 16) if below or method else LIST_SIZES
    part, cut = text_part(lines, replace(BODY, h=high), sizes, body=True)
    part = replace(part, box=replace(BODY, h=min(high, needed(part) + 0.1)))
    parts: list[SlidePart] = [part]
    y = part.box.y + part.box.h + 0.1
    x, wide = BODY.x, BODY.w - 0.4 * (len(below) - 1)
    lowest = y
    for (named, texts), share in zip(
        below, (0.64, 0.36) if len(below) > 1 else (1.0,) * len(below), strict=True
    ):
        box = SlideBox(x, y, wide * share, BODY.y + BODY.h - y)
        heading = Paragraph(named, bold=True, tone="accent")
        fit = whole_ones([heading, *texts], box, TEXT_SIZES)
        told = SlideText(box, fit.paragraphs, fit.size, name=named)
        told = replace(told, box=replace(box, h=min(box.h, needed(told))))
        parts.append(told)
        cut = cut or fit.cut
        lowest = max(lowest, y + told.box.h + 0.2)
        x += box.w + 0.4
    notes = [_("Say: how many voted, how far we agree, and what moved.")]
    notes += [one.whole for one in (*lines, *moved)]
    if parked:
        notes += [_("Say of what is parked: {words}").format(words=_picked()), *parked]
    if method is not None:
        parts += _counted_below(method, lowest)
        notes += [_("Only if somebody asks how it was counted:"), *method.lines]
    return slide(_("How far we agree"), parts, notes, cut=cut)


def _counted_below(method: NotesContent, y: float) -> list[SlidePart]:
    """How it was counted, where it has room."""
    lines = [Paragraph(method.title, bold=True, tone="accent"), *map(Paragraph, method.lines)]
    box = SlideBox(BODY.x, y, BODY.w, BODY.y + BODY.h - y)
    part, cut = text_part(lines, box, TEXT_SIZES, name=method.title)
    return [] if cut else [part]


def tells_counted(plan: SlidePlan, method: NotesContent) -> bool:
    """Whether a slide says how it was counted."""
    return any(isinstance(part, SlideText) and part.name == method.title for part in plan.parts)


def parked_slide(page: PageOne) -> SlidePlan:
    """What was put aside."""
    parked = page.parked or (_("Nothing was put aside."),)
    part, cut = listed(parked)
    notes = (
        _("Say: {sentence}").format(sentence=_picked()) if page.parked else "",
        *parked,
    )
    return slide(_("What is parked"), [part], notes, cut=cut)


def counted_slide(method: NotesContent) -> SlidePlan:
    """How it was counted."""
    part, cut = listed(method.lines)
    notes = (_("Say this only if somebody asks how it was counted."), *method.lines)
    return slide(method.title, [part], notes, cut=cut)


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


def asked_slide(page: PageOne) -> SlidePlan:
    """What the room was asked: a slide for where there is little else."""
    asked = page.asked or (_("No question was asked."),)
    part, cut = listed(asked)
    return slide(
        _("What we were asked"), [part], (_("Say: this is what we met for."), *asked), cut=cut
    )


def open_slide(page: PageOne) -> SlidePlan:
    """What is still open."""
    still = (*page.undecided, *page.banners)
    shown = still or (_("Nothing that was to be decided was left open."),)
    if not still and not page.decisions:
        shown = (_("No decision is on record, so all of it is open."),)
    part, cut = listed(shown)
    return slide(_("What is open"), [part], (_("Say: this is left to settle."), *shown), cut=cut)


def scenario_slide(scenario: ScenarioContent) -> SlidePlan:
    """A scenario: its questions, with what came of each."""
    rows = [Paragraph(_came(question), question.title) for question in scenario.questions]
    rows += [Paragraph(one.what, _("Decided"), tone="accent") for one in _taken(scenario)]
    rows += [Paragraph(one) for one in _left_open(scenario)]
    part, cut = text_part(rows, sizes=TEXT_SIZES, body=True)
    notes = (_("Say: what was asked, and what came of it."), *(one.whole for one in rows))
    return slide(scenario.title, [part], notes, above=_("Scenario"), cut=cut)


def overview_slide(scenarios: tuple[ScenarioContent, ...]) -> SlidePlan:
    """All scenarios in a table."""
    headings = (_("Scenario"), _("What came of it"))
    rows = [(one.title, _outcome(one)) for one in scenarios]
    table, cut = table_part([headings, *rows], (0.3, 0.7), _("Scenarios"))
    whole = [
        "\n".join((one.title, *(f"{q.title}: {_came(q)}" for q in one.questions)))
        for one in scenarios
    ]
    notes = (_("Say: these were the scenarios, and what came of each."), *whole)
    return slide(_("The scenarios at a glance"), [table], notes, cut=cut)


def _came(question: QuestionContent) -> str:
    """What came of a question: what the room read of its last vote."""
    if question.rounds:
        sentences = question.rounds[-1].sentences
        if sentences:
            return sentences[0]
    return question.left_out or _("no vote was revealed")


def _taken(scenario: ScenarioContent) -> list[ReportDecision]:
    """Its decisions; what says itself that nothing was decided is none."""
    return [one for one in scenario.decisions if not is_undecided(one.what)]


def _left_open(scenario: ScenarioContent) -> list[str]:
    """That nothing was decided, where nothing was."""
    noted = [undecided(o.what, o.owner) for o in scenario.decisions if is_undecided(o.what)]
    return [*noted, scenario.undecided] if scenario.undecided.strip() else noted


def _outcome(scenario: ScenarioContent) -> str:
    taken, left_open = _taken(scenario), _left_open(scenario)
    if taken:
        return _("Decided: {text}").format(text=taken[0].what)
    if left_open:
        return left_open[0]
    return _came(scenario.questions[-1]) if scenario.questions else "–"
