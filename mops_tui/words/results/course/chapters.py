"""The chapters of a replay: what is asked, and what came of it.

One text for one moment, wherever it stands: over the transport bar, in the list of chapters, in a
recording. It is made of what the room saw then: what was never revealed is in none of them.
"""

from __future__ import annotations

from collections.abc import Callable

from mops_tui.model.packs.pack import Grid, Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.replay.timeline import Marker
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.events import STEPS, Step
from mops_tui.words.i18n import _
from mops_tui.words.results.findings import findings, scenario_findings, workshop_findings
from mops_tui.words.results.labels import step_title
from mops_tui.words.results.quoting import noted, titled
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.safe import ELLIPSIS, cells, in_one_line, lines_joined, safe
from mops_tui.words.steps import step_told

LEAST_TITLE = 6
"""The cells that a title has beside what came of it."""


def chapter(marker: Marker, state: VisibleState, width: int | None = None) -> str:
    """What happened at a marker: "Ten points, second vote: Sales leads".

    Args:
        marker: The place.
        state: What the room saw there, the marker's own event included.
        width: The cells that there are: it is the title that is cut, not what came of it.
    """
    if marker.kind == "reveal":
        short = outcome(marker, state)
        return _in_cells(lambda most: titled(_revealed(state, marker, most), short), width)
    if marker.kind == "decision" and marker.decision in state.decisions:
        return titled(_("Decision"), lines_joined(state.decisions[marker.decision].what))
    if marker.kind == "happening" and marker.name in state.notes:
        return it_happens(state.notes[marker.name].text)
    return ahead(marker, state, width)


def it_happens(text: str) -> str:
    """What happened in a rehearsal, as its replay tells it."""
    return _("It happens: {what}").format(what=in_one_line(text))


def outcome(marker: Marker, state: VisibleState) -> str:
    """What came of a vote, in a few words: "Sales leads"."""
    question = state.question(marker.name)
    shown = result(state, marker.name, marker.round)
    short = standing_short(shown, question, state.workshop) if shown and question else ""
    return short or _("nobody answered")


def corrected(title: str, short: str) -> str:
    """A chapter whose counts were put right after it: with what they came to then."""
    return _("{title} (corrected later: {outcome})").format(title=title, outcome=short)


def struck(marker: Marker, state: VisibleState) -> str:
    """A decision that was taken back after it; the state is the one at its marker."""
    decision = state.decisions[marker.decision]
    return titled(_("Decision, taken back later"), lines_joined(decision.what))


def ahead(marker: Marker, state: VisibleState, width: int | None = None) -> str:
    """What comes at a marker that lies ahead, without what comes of it: "Ten points: the vote"."""
    return _in_cells(lambda most: _ahead(marker, state, most), width)


def _in_cells(told: Callable[[int | None], str], width: int | None) -> str:
    """A chapter in so many cells: as much of its title goes as it takes, and no more."""
    whole = told(None)
    if width is None or cells(whole) <= width:
        return whole
    return next(
        (line for most in range(width, LEAST_TITLE, -1) if cells(line := told(most)) <= width),
        told(LEAST_TITLE),
    )


def _ahead(marker: Marker, state: VisibleState, most: int | None) -> str:
    title = _title(state, marker, most)
    match marker.kind:
        case "round" | "revote":
            return _vote(state, marker, most) if marker.round > 1 else noted(title, _("the vote"))
        case "reveal":
            return noted(_revealed(state, marker, most), _("the reveal"))
        case "decision":
            return noted(title, _("the decision"))
        case "happening":
            return _("Something happens")
        case "scenario" | "step" | "summary":
            return title or _("The whole workshop")


def told(marker: Marker, state: VisibleState) -> tuple[str, ...]:
    """What stands below the title of a chapter, for who cannot see or read the screen.

    Args:
        marker: The place.
        state: What the room saw there, the marker's own event included.
    """
    match marker.kind:
        case "scenario":
            scenario = state.workshop.scenario(marker.name)
            return (in_one_line(scenario.brief),) if scenario is not None else ()
        case "round" | "revote":
            question = state.question(marker.name)
            return (in_one_line(question.ask),) if question is not None else ()
        case "reveal":
            shown = result(state, marker.name, marker.round)
            return findings(state, shown) if shown is not None else ()
        case "decision":
            return scenario_findings(state, marker.name)
        case "happening":
            return ()
        case "summary":
            return () if marker.name else workshop_findings(state)
        case "step":
            return step_told(state, _step(marker))


def ordinal_vote(number: int) -> str:
    """Which vote on a question it is."""
    ordinals = (_("first vote"), _("second vote"), _("third vote"), _("fourth vote"))
    if 0 < number <= len(ordinals):
        return ordinals[number - 1]
    return _("vote {n}").format(n=number)


def _revealed(state: VisibleState, marker: Marker, most: int | None) -> str:
    """The title of a reveal: a later vote says which it is."""
    return _vote(state, marker, most) if marker.round > 1 else _title(state, marker, most)


def _vote(state: VisibleState, marker: Marker, most: int | None) -> str:
    """Which vote on which question: "Ten points, second vote"."""
    title, which = _title(state, marker, most), ordinal_vote(marker.round)
    if title[-1:].isalnum() or title[-1:] == ELLIPSIS:
        return _("{title}, {vote}").format(title=title, vote=which)
    return _("{title} ({vote})").format(title=title, vote=which)


def _step(marker: Marker) -> Step:
    """The step of the day that a marker is about."""
    return next(of for of in STEPS if of == marker.name)


def _title(state: VisibleState, marker: Marker, most: int | None) -> str:
    """The title of what a marker is about, its id where the pack has no such thing."""
    workshop, name = state.workshop, marker.name
    found: QuestionBase | Scenario | Grid | None
    match marker.kind:
        case "scenario" | "decision":
            found = workshop.scenario(name)
        case "summary":
            found = workshop.grid(name)
        case _:
            found = workshop.question(name)
    if marker.kind == "step":
        return safe(step_title(_step(marker)), most)
    title = in_one_line(found.title if found is not None else name)
    return safe(title, most)
