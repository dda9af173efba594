"""The follow-up: a blank for each decision, and what to look at thirty to ninety days later."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.packs.pack import Scenario
from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    FormBlock,
    ListBlock,
    ListPoint,
    TableBlock,
    TextBlock,
    TitleBlock,
    Words,
)
from mops_tui.report.handout.input import HandoutInput, of_scenario
from mops_tui.words.i18n import _, ngettext

DAYS = (30, 60, 90)
"""When a decision is looked at again, whatever a pack says."""
_ACTIONS = 5


def follow_up(given: HandoutInput) -> DocumentPart:
    """What is filled in at the end, and taken up again three times."""
    scenarios = [one for one in given.workshop.scenarios if one.decision and not one.closing]
    blocks: list[Block] = [TextBlock(_intro(len(scenarios)))]
    blocks.append(FormBlock(_("The workshop"), ((_("Held on"), ""), (_("Filled in by"), ""))))
    for number, scenario in enumerate(scenarios):
        blocks += _of_decision(scenario, new_page=number > 0)
    if not scenarios:
        blocks.append(TitleBlock(_("What we take from it")))
        blocks += _form_and_looks({})
    blocks.append(TitleBlock(_("Actions")))
    rows = tuple(("", "", "", "") for _row in range(_ACTIONS))
    headings = (_("What"), _("Who"), _("By when"), _("Done"))
    blocks.append(TableBlock(_("Who does what by when"), headings, rows, to_fill=True))
    return DocumentPart(given.title, _("Follow-up"), tuple(blocks))


def _intro(decisions: int) -> str:
    if not decisions:
        return _(
            "This workshop asks for no decision. Write down what you take from it, and look at "
            "it again after 30, 60 and 90 days."
        )
    words = ngettext(
        "Fill in the decision before you part. Look at it again after 30, 60 and 90 days.",
        "Fill in the {n} decisions before you part. Look at them again after 30, 60 and 90 days.",
        decisions,
    )
    return words.format(n=decisions)


def _of_decision(scenario: Scenario, *, new_page: bool) -> Iterator[Block]:
    decision = scenario.decision
    assert decision is not None
    yield TitleBlock(of_scenario(scenario, scenario.title), new_page=new_page)
    yield ListBlock((ListPoint((of_scenario(scenario, decision.ask),), _("To be decided")),))
    looks: dict[int, list[Words]] = {}
    for one in decision.follow_up:
        looks.setdefault(one.days, []).append(of_scenario(scenario, one.text))
    yield from _form_and_looks(looks)


def _form_and_looks(looks: dict[int, list[Words]]) -> Iterator[Block]:
    yield FormBlock(
        _("The decision"),
        (
            (_("What we decided"), ""),
            (_("Who owns it"), ""),
            (_("Who must agree"), ""),
            (_("First step, this week"), ""),
            (_("When we look again"), ""),
            (_("How sure we are"), _("☐ 1 · ☐ 2 · ☐ 3 · ☐ 4 · ☐ 5 (5 is sure)")),
            (_("Who dissents, and why"), ""),
        ),
    )
    rows = []
    for days in sorted({*DAYS, *looks}):
        when = ngettext("{n} day", "{n} days", days).format(n=days)
        for text in looks.get(days) or [_look(days)]:
            rows.append((when, "", text, ""))
            when = ""
    headings = (_("After"), _("Date"), _("What to look at"), _("What we found"))
    yield TableBlock(_("Looking again"), headings, tuple(rows), to_fill=True)


def _look(days: int) -> str:
    """What to ask of any decision, where its pack does not say."""
    return {
        30: _("Was the first step taken? If not, what stood in the way?"),
        60: _("What has changed, and who has noticed? Does the owner have what they need?"),
        90: _("Would we decide the same today? Keep it, change it, or take it back."),
    }[days]
