"""How the plan fits the day, and what to do when it runs late."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.agenda.pace import BEFORE_MINUTES
from mops_tui.model.agenda.run_sheet import RunSheet
from mops_tui.report.document.blocks import ListPoint
from mops_tui.report.handout.input import HandoutInput
from mops_tui.words.handout.times import DAY, figure, from_to, minutes_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import quoted


def day_words(sheet: RunSheet, given: HandoutInput) -> str:
    """How long the day is, and what of it is planned."""
    if given.begins is None:
        day = _("{day}.").format(day=minutes_words(sheet.planned))
    else:
        day = _("{when}: {day}.").format(
            when=from_to(0, sheet.planned, given.begins), day=minutes_words(sheet.planned)
        )
    if sheet.spare >= 0:
        words = _("{needed} are planned, {spare} to spare.")
    else:
        words = _("{needed} are planned, {over} too many: leave something out beforehand.")
    plan = words.format(
        needed=figure(sheet.needed), spare=figure(sheet.spare), over=figure(-sheet.spare)
    )
    told = (day, plan, _people(given.people), _overnight(sheet, given))
    return " ".join(filter(None, told))


def _overnight(sheet: RunSheet, given: HandoutInput) -> str:
    if given.begins is None or given.begins + max(sheet.planned, sheet.needed) < DAY:
        return ""
    return _("(+1) is the day after.")


def before_words() -> str:
    """That a workshop can begin with what an earlier one decided."""
    words = _(
        "Where it goes on from an earlier session, it begins with what was decided there: "
        "{minutes} more."
    )
    return words.format(minutes=minutes_words(BEFORE_MINUTES))


def _people(people: int | None) -> str:
    if people is None:
        return ""
    return ngettext("{n} person expected.", "{n} people expected.", people).format(n=people)


def late_points(sheet: RunSheet) -> Iterator[ListPoint]:
    """How to know that it is late, and what to do, the first thing first."""
    if sheet.spare > 0:
        late = _(
            "It is late once something begins after its “no later than”: from then on the rest "
            "does not fit."
        )
        yield ListPoint((late,))
    elif sheet.spare == 0:
        late = _("Nothing is to spare: it is late once something begins after its time.")
        yield ListPoint((late,))
    yield ListPoint((_("Shorten the talk. Never shorten the vote or the decision."),))
    if sheet.dropped_first:
        named = tuple(
            _("{title}: {minutes}").format(
                title=quoted(question.title), minutes=minutes_words(question.minutes)
            )
            for question in sheet.dropped_first
        )
        yield ListPoint(named, _("Leave out, in this order"))
    else:
        yield ListPoint((_("No question of it is optional."),))
    proposed = _(
        "Press a: it shows the way through the day and proposes what to drop, the last first and "
        "never the last question of a scenario. Drop it with c, or one with x."
    )
    yield ListPoint((proposed,))
