"""The invitation: one page, and nothing on it that should be fresh in the room."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.agenda.run_sheet import run_sheet
from mops_tui.model.packs.pack import Scenario
from mops_tui.report.document.blocks import (
    Block,
    DocumentPart,
    FormBlock,
    ListBlock,
    ListPoint,
    TextBlock,
    TitleBlock,
    Words,
    Written,
)
from mops_tui.report.handout.input import HandoutInput, of_scenario
from mops_tui.words.handout.times import from_to, minutes_words
from mops_tui.words.i18n import _, ngettext

_MOST_TOPICS = 12


def invitation(given: HandoutInput) -> DocumentPart:
    """What people get who are to come."""
    blocks: list[Block] = [TextBlock(given.by_author(given.aim or given.summary))]
    blocks.append(FormBlock(_("The workshop"), tuple(_fields(given))))
    blocks.append(TitleBlock(_("To think about beforehand")))
    blocks += _beforehand(given)
    blocks.append(TitleBlock(_("How it goes")))
    blocks.append(ListBlock(tuple(ListPoint((line,)) for line in _how(given))))
    blocks.append(TitleBlock(_("What happens with your answers")))
    blocks.append(ListBlock(tuple(ListPoint((line,)) for line in _answers())))
    return DocumentPart(given.title, _("Invitation"), tuple(blocks))


def _fields(given: HandoutInput) -> Iterator[tuple[str, Words]]:
    minutes = given.workshop.minutes
    when = "" if given.begins is None else from_to(0, minutes, given.begins)
    yield _("Day"), ""
    yield _("Time"), when
    yield _("How long"), _long(given)
    yield _("Where"), ""
    if given.who:
        yield _("Who should be there"), given.by_author(given.who)
    else:
        yield _("Who should be there"), _expected(given.people)
    yield _("Who invites"), ""


def _expected(people: int | None) -> str:
    if people is None:
        return ""
    return ngettext("{n} person", "{n} people", people).format(n=people)


def _long(given: HandoutInput) -> str:
    whole = minutes_words(given.workshop.minutes)
    breaks = [row for row in run_sheet(given.workshop).rows if row.kind == "break"]
    if not breaks:
        return whole
    words = ngettext("{minutes}, with {n} break", "{minutes}, with {n} breaks", len(breaks))
    return words.format(minutes=whole, n=len(breaks))


def _beforehand(given: HandoutInput) -> Iterator[Block]:
    if given.prepare:
        lines = (given.by_author(line.text) for line in given.prepare)
        yield ListBlock(tuple(ListPoint((line,)) for line in lines))
        return
    yield TextBlock(_("Nothing has to be prepared. These are the topics:"))
    topics = [point for one in given.workshop.scenarios if (point := _topics(one))]
    yield ListBlock(tuple(topics))


def _topics(scenario: Scenario) -> ListPoint | None:
    """The titles of what a scenario asks; none of what ends every workshop."""
    if scenario.closing:
        return None
    titles = [
        of_scenario(scenario, question.title).text for question in scenario.questions[:_MOST_TOPICS]
    ]
    more = len(scenario.questions) - len(titles)
    if more:
        titles.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
    topics = Written("; ".join(titles), scenario.language)
    return ListPoint((topics,), scenario.title)


def _how(given: HandoutInput) -> Iterator[str]:
    yield _("Each question is voted on, then talked about with the result on the screen.")
    decisions = sum(one.decision is not None for one in given.workshop.scenarios)
    if decisions:
        words = ngettext(
            "The room is asked for one decision: what, and who owns it.",
            "The room is asked for {n} decisions: what each is, and who owns it.",
            decisions,
        )
        yield words.format(n=decisions)
    yield _(
        "Bring a phone if you have one: where the room is opened to phones, you vote with it. "
        "Nothing is installed."
    )


def _answers() -> Iterator[str]:
    yield _("No vote is shown before the vote on its question is closed and revealed.")
    yield _(
        "Whether names stand beside votes is chosen when the workshop is set up, and stays so for "
        "all of it: ☐ with names · ☐ under names that you make up · ☐ without names"
    )
    yield _("What is called out, or written in the chat of a call, is heard or seen by the others.")
    yield _(
        "Votes and decisions are kept in one file on the laptop of whoever runs the workshop; the "
        "program sends nothing to the internet. Who has that file can read the votes in it."
    )
