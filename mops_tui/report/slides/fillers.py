"""The slides of a report that has little to tell: what was asked, and what is open."""

from __future__ import annotations

from mops_tui.report.content.parts import PageOne, ReportContent
from mops_tui.report.slides.parts import SlidePlan
from mops_tui.report.slides.places import listed, slide
from mops_tui.words.i18n import _, ngettext


def asked_slide(content: ReportContent) -> SlidePlan:
    """What was to be decided, and which questions were asked for it."""
    asked = content.page.asked
    questions = tuple(
        question.ask
        for scenario in content.scenarios
        for question in scenario.questions
        if question.rounds and question.ask.strip()
    )
    if len(asked) == 1:
        title = asked[0]
        shown = tuple(one for one in questions if one != title) or asked
    elif asked:
        title = _("{n} things were asked.").format(n=len(asked))
        shown = asked
    else:
        words = ngettext("One question was asked.", "{n} questions were asked.", len(questions))
        title = words.format(n=len(questions)) if questions else _("No question was asked.")
        shown = questions or (_("No vote is on record."),)
    part, cut = listed(shown)
    notes = (_("Say: this is what we met for."), *asked, *shown)
    return slide(title, [part], tuple(dict.fromkeys(notes)), above=_("What we were asked"), cut=cut)


def open_slide(page: PageOne) -> SlidePlan:
    """What is still open."""
    still = page.undecided
    title = ngettext("One thing is still open.", "{n} things are still open.", len(still))
    title = title.format(n=len(still))
    shown = (*still, *page.banners)
    if not still and not page.decisions:
        title = _("No decision is on record, so all of it is open.")
        shown = shown or page.asked or (_("No question was to be decided."),)
    elif not still:
        title = _("Nothing that was to be decided was left open.")
        shown = shown or tuple(one.what for one in page.decisions)
    part, cut = listed(shown)
    notes = (_("Say: this is left to settle."), *shown)
    return slide(title, [part], notes, above=_("What is open"), cut=cut)
