"""The slides of the scenarios: each by itself, or all of them in a table."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.report.content.parts import (
    QuestionContent,
    ReportContent,
    ReportDecision,
    SaidReason,
    ScenarioContent,
)
from mops_tui.report.slides.parts import Paragraph, SlidePlan
from mops_tui.report.slides.places import TEXT_SIZES, slide, table_part, text_part
from mops_tui.words.closing_kit.open import is_undecided, undecided
from mops_tui.words.i18n import _, ngettext

FEW = 3
"""With fewer questions a scenario has no slide of its own beside others that have."""


def scenario_slides(content: ReportContent, room: int) -> list[SlidePlan]:
    """Each scenario by itself where there is room, short ones below the last; else a table.

    Args:
        content: The report.
        room: How many slides there may be.
    """
    told = [one for one in content.scenarios if one.questions]
    if room <= 0 or not told:
        return []
    large = told if len(told) == 1 else [one for one in told if len(one.questions) >= FEW]
    if not large or len(large) > room:
        return [overview_slide(told)]
    small = [one for one in told if one not in large]
    slides = [scenario_slide(one) for one in large]
    if small:
        both = scenario_slide(large[-1], small)
        if not both.cut or slides[-1].cut:
            slides[-1] = both
        elif len(large) < room:
            slides.append(overview_slide(small))
    return slides


def scenario_slide(scenario: ScenarioContent, small: Sequence[ScenarioContent] = ()) -> SlidePlan:
    """A scenario: its questions, with what came of each; of few, what was said for each answer.

    Args:
        scenario: The scenario.
        small: Others, of which a line is told below.
    """
    rows: list[Paragraph] = []
    for question in scenario.questions:
        rows.append(Paragraph(_came(question), question.title))
        if len(scenario.questions) < FEW:
            rows += [
                Paragraph(" ".join(map(_said, side.reasons)), side.answer, tone="muted")
                for side in question.sides
            ]
    taken, left_open = _taken(scenario), _left_open(scenario)
    rows += [Paragraph(one.what, _("Decided"), tone="accent") for one in taken]
    rows += [Paragraph(one) for one in left_open]
    rows += [Paragraph(_outcome(one), one.title, tone="muted") for one in small]
    part, cut = text_part(rows, sizes=TEXT_SIZES, body=True)
    notes = (_("Say: what was asked, and what came of it."), *(one.whole for one in rows))
    found = [*(one.what for one in taken), *left_open]
    if not found:
        return slide(scenario.title, [part], notes, above=_("Scenario"), cut=cut)
    above = Paragraph(scenario.title, _("Scenario")).whole
    return slide(found[0], [part], notes, above=above, cut=cut)


def _said(reason: SaidReason) -> str:
    if not reason.who:
        return _("“{text}”").format(text=reason.text)
    return _("“{text}” ({who})").format(text=reason.text, who=reason.who)


def overview_slide(scenarios: Sequence[ScenarioContent]) -> SlidePlan:
    """Scenarios in a table."""
    named = _("The scenarios at a glance")
    headings = (_("Scenario"), _("What came of it"))
    rows = [(one.title, _outcome(one)) for one in scenarios]
    table, cut = table_part([headings, *rows], (0.3, 0.7), _("Scenarios"))
    whole = [
        "\n".join((one.title, *(f"{q.title}: {_came(q)}" for q in one.questions)))
        for one in scenarios
    ]
    notes = (_("Say: these were the scenarios, and what came of each."), *whole)
    asking = [one for one in scenarios if one.decisions or one.undecided.strip()]
    if not asking:
        return slide(named, [table], notes, cut=cut)
    decided = sum(bool(_taken(one)) for one in asking)
    words = ngettext(
        "The one scenario that was to decide something came to no decision.",
        "None of the {of} scenarios that were to decide something came to a decision.",
        len(asking),
    )
    if decided == len(asking):
        words = ngettext(
            "The one scenario that was to decide something came to a decision.",
            "All {of} scenarios that were to decide something came to a decision.",
            len(asking),
        )
    elif decided:
        words = _("{n} of {of} scenarios that were to decide something came to a decision.")
    title = words.format(n=decided, of=len(asking))
    return slide(title, [table], notes, above=named, cut=cut)


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
