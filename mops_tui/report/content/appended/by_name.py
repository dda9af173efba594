"""Who answered what: what was asked by people, where the room agreed to be named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of, options_of
from mops_tui.model.packs.workshop import refs
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Pass,
    Positions,
    Ranking,
    Ratings,
    categories_of,
)
from mops_tui.report.content.parts import TableContent
from mops_tui.report.content.sections import is_shown
from mops_tui.report.content.seen import seen_result
from mops_tui.report.input import ReportInput
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.labels import answer_label, item_label, participant_label
from mops_tui.words.results.names import named_ballots
from mops_tui.words.safe import safe

MOST_PEOPLE = 9
"""So many names stand beside each other on a page."""
Ballots = list[Mapping[str, Ballot]]
"""Of each round, by participant."""


def by_name_tables(given: ReportInput) -> tuple[TableContent, ...]:
    """A table a scenario: items by people, each with all that they answered, in order."""
    if given.audience == "public" or not is_shown("by-name", given.state.report.left_out):
        return ()
    return tuple(table for one in given.state.workshop.scenarios for table in _scenario(given, one))


def _scenario(given: ReportInput, scenario: Scenario) -> Iterable[TableContent]:
    asked = [(ref, _ballots(given, ref)) for ref in refs(scenario)]
    voted = {who for _ref, ballots in asked for one in ballots for who in one}
    everyone = sorted(voted, key=lambda who: _seat(given, who))
    parts = range(0, len(everyone), MOST_PEOPLE)
    for number, first in enumerate(parts, 1):
        people = everyone[first : first + MOST_PEOPLE]
        rows = [
            row for ref, ballots in asked if ballots for row in _rows(given, ref, ballots, people)
        ]
        names = tuple(participant_label(given.state, who) for who in people)
        title = _("Who answered what: {scenario}").format(scenario=safe(scenario.title))
        if len(parts) > 1:
            part = _("part {n} of {all}").format(n=number, all=len(parts))
            title = _("{title} ({part})").format(title=title, part=part)
        note = _("An arrow leads to what somebody answered in the next round.")
        moved = any(_ARROW.strip() in cell for row in rows for cell in row[1:])
        yield TableContent(title, note if moved else "", (_("Question"), *names), tuple(rows))


_ARROW = " → "


def _seat(given: ReportInput, who: str) -> tuple[int, str]:
    person = given.state.participants.get(who)
    return (person.seat if person is not None else 1 << 30, who)


def _ballots(given: ReportInput, ref: str) -> Ballots:
    """The ballots with a name of each round that may be told of."""
    rounds = given.state.rounds.get(ref, ())
    told = [one for one in rounds if seen_result(given, ref, one.number) is not None]
    question = given.state.question(ref)
    if question is None or kind_of(question) == "text":
        return []
    return [dict(named) for one in told if (named := named_ballots(given.state, one))]


def _rows(
    given: ReportInput, ref: str, ballots: Ballots, people: list[str]
) -> Iterable[tuple[str, ...]]:
    question = given.state.question(ref)
    assert question is not None, "only what was asked has ballots"
    title = safe(question.title)
    parts = _parts(question, ballots)
    if not parts:
        whole = [
            {who: ballot_words(question, b, given.state.workshop) for who, b in one.items()}
            for one in ballots
        ]
        yield (title, *(_cell(whole, who) for who in people))
        return
    yield (title,)
    for part in parts:
        told = [{who: _part(question, b, part) for who, b in one.items()} for one in ballots]
        yield (item_label(question, part), *(_cell(told, who) for who in people))


def _parts(question: QuestionBase, ballots: Ballots) -> list[str]:
    """The items or options that an answer says something of, each by itself; none of a choice."""
    kind = kind_of(question)
    answered = {
        name for one in ballots for ballot in one.values() for name in _named_parts(kind, ballot)
    }
    if not answered:
        return []
    known = [part.id for part in (*items_of(question), *options_of(question))]
    return [*(one for one in known if one in answered), *sorted(answered - set(known))]


def _named_parts(kind: str, ballot: Ballot) -> Mapping[str, str]:
    match ballot:
        case Allocation(options=options, points=points):
            return {one: str(n) for one, n in zip(options, points, strict=True)}
        case Ranking(options=options):
            return {one: str(place) for place, one in enumerate(options, start=1)}
        case Ratings() | Positions():
            return categories_of(kind, ballot)
    return {}


def _part(question: QuestionBase, ballot: Ballot, part: str) -> str:
    if isinstance(ballot, Pass):
        return _("passed")
    given = _named_parts(kind_of(question), ballot).get(part)
    if given is None:
        return "0" if isinstance(ballot, Allocation) else ""
    if isinstance(ballot, Allocation | Ranking):
        return given
    return answer_label(question, part, given)


def _cell(rounds: list[dict[str, str]], who: str) -> str:
    """What somebody answered, and what then, where it was something else."""
    told: list[str] = []
    for one in rounds:
        answer = one.get(who, "")
        if answer and (not told or told[-1] != answer):
            told.append(answer)
    return _ARROW.join(told)
