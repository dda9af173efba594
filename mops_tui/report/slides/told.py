"""The slides that tell in words: the title, what happens next, agreement, what is parked."""

from __future__ import annotations

from dataclasses import replace

from mops_tui.report.content.decisions import when_of
from mops_tui.report.content.parts import (
    BeforeContent,
    NextStep,
    NotesContent,
    PageOne,
    QuestionContent,
    ReportContent,
    ScenarioContent,
)
from mops_tui.report.slides.fitting import PADDING, fitted_line
from mops_tui.report.slides.parts import Paragraph, SlideBox, SlidePart, SlidePlan
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
)
from mops_tui.words.i18n import _


def title_slide(page: PageOne) -> SlidePlan:
    """What it was, when, what was asked; and what is wrong with it, if anything is."""
    width = FIRST_TITLE.w - 2 * PADDING
    named = page.title.strip() or _("A workshop")
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


def next_slide(page: PageOne) -> SlidePlan:
    """Who does what by when."""
    title = _("What happens next")
    steps = page.next_steps
    if not steps:
        part, cut = text_part([Paragraph(_("No next step is on record."))], body=True)
        say = _("Say: nothing is written down that somebody does next. Who takes the first step?")
        return slide(title, [part], (say,), cut=cut)
    headings = (_("What"), _("Who"), _("By when"))
    rows = [
        (
            _("{what} (done)").format(what=one.what) if one.done else one.what,
            one.who or _("nobody yet"),
            when_of(one),
        )
        for one in steps
    ]
    table, cut = table_part([headings, *rows], (0.58, 0.22, 0.2), title)
    notes = (
        _("Say: this is what happens next. Read each name aloud, and ask whether the day holds."),
        *(f"{what} · {who} · {by}" for what, who, by in rows),
    )
    return slide(title, [table], notes, cut=cut)


def agreement_slide(content: ReportContent) -> SlidePlan:
    """How many voted, how far the room agrees, and what moved between two votes."""
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
    parts: list[SlidePart] = []
    high = 2.4 if moved else BODY.h
    sizes = (20, 18, 16) if moved else LIST_SIZES
    part, cut = text_part(lines, replace(BODY, h=high), sizes, body=True)
    if moved:
        high = needed(part) + 0.1
        part = replace(part, box=replace(BODY, h=high))
    parts.append(part)
    if moved:
        box = SlideBox(BODY.x, BODY.y + high + 0.1, BODY.w, BODY.h - high - 0.1)
        named = _("What moved between two votes")
        heading = Paragraph(named, bold=True, tone="accent")
        below, over = text_part([heading, *moved], box, TEXT_SIZES, name=named)
        parts.append(below)
        cut = cut or over
    lines += moved
    notes = (
        _("Say: how many voted, how far we agree, and what moved."),
        *(one.whole for one in lines),
    )
    return slide(_("How far we agree"), parts, notes, cut=cut)


def parked_slide(page: PageOne) -> SlidePlan:
    """What was put aside."""
    parked = page.parked or (_("Nothing was put aside."),)
    part, cut = listed(parked)
    notes = (
        _("Say: these are not forgotten. Who picks up which of them?") if page.parked else "",
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
    rows += [Paragraph(one.what, _("Decided"), tone="accent") for one in scenario.decisions]
    rows += [Paragraph(scenario.undecided)] if scenario.undecided.strip() else []
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


def _outcome(scenario: ScenarioContent) -> str:
    if scenario.decisions:
        return _("Decided: {text}").format(text=scenario.decisions[0].what)
    if scenario.undecided.strip():
        return scenario.undecided
    return _came(scenario.questions[-1]) if scenario.questions else "–"
