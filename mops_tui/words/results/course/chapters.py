"""The chapters of a replay: what is asked, and what came of it.

One text for one moment, wherever it stands: over the transport bar, in the list of chapters, in a
recording. It is made of what the room saw then: what was never revealed is in none of them.
"""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid, Scenario
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.replay.timeline import Marker
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _
from mops_tui.words.results.findings import findings, scenario_findings, workshop_findings
from mops_tui.words.results.quoting import noted, titled
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.safe import in_one_line


def chapter(marker: Marker, state: VisibleState) -> str:
    """What happened at a marker: "Ten points, second vote: Sales leads".

    Args:
        marker: The place.
        state: What the room saw there, the marker's own event included.
    """
    if marker.kind == "reveal":
        question = state.question(marker.name)
        shown = result(state, marker.name, marker.round)
        short = standing_short(shown, question, state.workshop) if shown and question else ""
        vote = _vote(state, marker) if marker.round > 1 else _title(state, marker)
        return titled(vote, short or _("nobody answered"))
    if marker.kind == "decision" and marker.decision in state.decisions:
        return titled(_("Decision"), in_one_line(state.decisions[marker.decision].what))
    return ahead(marker, state)


def ahead(marker: Marker, state: VisibleState) -> str:
    """What comes at a marker that lies ahead, without what comes of it: "Ten points: the vote"."""
    title = _title(state, marker)
    match marker.kind:
        case "round" | "revote":
            return _vote(state, marker) if marker.round > 1 else noted(title, _("the vote"))
        case "reveal":
            return noted(_vote(state, marker) if marker.round > 1 else title, _("the reveal"))
        case "decision":
            return noted(title, _("the decision"))
        case "scenario" | "summary":
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
        case "summary":
            return () if marker.name else workshop_findings(state)


def ordinal_vote(number: int) -> str:
    """Which vote on a question it is."""
    ordinals = (_("first vote"), _("second vote"), _("third vote"), _("fourth vote"))
    if 0 < number <= len(ordinals):
        return ordinals[number - 1]
    return _("vote {n}").format(n=number)


def _vote(state: VisibleState, marker: Marker) -> str:
    """Which vote on which question: "Ten points, second vote"."""
    title, which = _title(state, marker), ordinal_vote(marker.round)
    if title[-1:].isalnum():
        return _("{title}, {vote}").format(title=title, vote=which)
    return _("{title} ({vote})").format(title=title, vote=which)


def _title(state: VisibleState, marker: Marker) -> str:
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
    return in_one_line(found.title if found is not None else name)
