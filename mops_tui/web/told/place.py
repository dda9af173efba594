"""Where the room is, as a phone says it: what the big screen shows there, in lines of text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.results.grid import enough_marks, summary
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.on_screen import is_voting, on_screen
from mops_tui.model.session.state import DecisionEvent
from mops_tui.pictures.grid import grid_picture
from mops_tui.web.told.pictures import dots
from mops_tui.words.closing import brought, never_revealed
from mops_tui.words.decisions import decided, decision_facts, decision_reasons, facts_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.lobby import asked, day_words, minutes_words, scenario_minutes, subject_words
from mops_tui.words.phases import before_vote_words
from mops_tui.words.phones import answering as phone
from mops_tui.words.results.findings import decision_findings, nothing_found, workshop_findings
from mops_tui.words.results.labels import participant_label, view_name
from mops_tui.words.results.marked import axes_words, made_of, nobody_marked
from mops_tui.words.results.standing.corners import by_a_hair
from mops_tui.words.safe import lines_joined, safe
from mops_tui.words.steps import step_blocks, step_heading, step_lines

Keys = dict[str, Any]
Now = Literal[
    "lobby",
    "before",
    "brief",
    "question",
    "decision",
    "break",
    "grid",
    "owners",
    "workshop",
    "paused",
    "closed",
    "dark",
]
MOST_NAMES = 40
"""So many of those who are here are named; more are counted."""


def now_of(state: VisibleState) -> Now:
    """Where the room is, in one word.

    A vote that is open goes on below a dark screen: the hot seat does, too.
    """
    if state.phase in ("paused", "closed"):
        return "paused" if state.phase == "paused" else "closed"
    if state.blanked and not is_voting(state):
        return "dark"
    match on_screen(state, state.look):
        case "vote" | "reveal":
            return "question"
        case place:
            return place


def place_keys(state: VisibleState) -> Keys:
    """A title, lines, blocks of lines under a heading, and the picture of a grid."""
    match now_of(state):
        case "lobby":
            return _lobby(state)
        case "brief":
            return _brief(state)
        case "question":
            return _question(state)
        case "decision":
            return _decision(state)
        case "grid":
            return _grid(state)
        case "before" | "break" | "owners" as step:
            return _place(
                step_heading(state, step), step_lines(state, step), step_blocks(state, step)
            )
        case "workshop":
            return _place(_("What we take away"), blocks=_taken_away(state))
        case "paused":
            title, line = phone.paused_words()
            return _place(title, [line])
        case "closed":
            title, line = phone.closed_words()
            blocks = _taken_away(state) if state.view.of == "workshop" else ()
            return _place(title, [line], blocks)
        case "dark":
            title, line = phone.dark_words()
            return _place(title, [line], blank=True)


def _place(
    title: str,
    lines: Iterable[str] = (),
    blocks: Iterable[tuple[str, Iterable[str]]] = (),
    *,
    step: str = "",
    picture: Keys | None = None,
    blank: bool = False,
) -> Keys:
    told = [(heading, [line for line in lines if line]) for heading, lines in blocks]
    return {
        "title": title,
        "step": step,
        "lines": [line for line in lines if line],
        "blocks": [{"title": heading, "lines": lines} for heading, lines in told if lines],
        "picture": picture,
        "blank": blank,
    }


def nowhere() -> Keys:
    """What somebody is told who has no seat: nothing."""
    return _place("")


def _lobby(state: VisibleState) -> Keys:
    scenarios = [one for one in state.workshop.scenarios if asked(state, one)]
    agenda = [
        _("{title}, {minutes}").format(
            title=safe(one.title), minutes=minutes_words(scenario_minutes(state, one))
        )
        for one in scenarios
    ]
    return _place(
        safe(state.workshop.title),
        (*phone.begun_words(state), *phone.waiting_words()),
        (
            (_("What we will do"), (day_words(state), *agenda)),
            (_("In the room"), _people(state)),
            (_("What is kept, and who sees it"), phone.keeping_words(state.policy.anonymity)),
        ),
    )


def _people(state: VisibleState) -> Iterable[str]:
    yield ngettext("{n} person present", "{n} people present", state.present).format(
        n=state.present
    )
    if state.policy.anonymity == "anonymous":
        return
    here = [person.id for person in state.participants.values() if person.present]
    for person in here[:MOST_NAMES]:
        yield participant_label(state, person)
    if len(here) > MOST_NAMES:
        yield _("and {n} more").format(n=len(here) - MOST_NAMES)


def _brief(state: VisibleState) -> Keys:
    scenario = state.workshop.scenario(state.view.name)
    if scenario is None:
        return nowhere()
    questions = filter(None, map(state.workshop.question, asked(state, scenario)))
    entries = [safe(question.title) for question in questions]
    if scenario.decision is not None:
        entries.append(_("Then we decide."))
    blocks = [(_("What we will be asked"), entries)]
    told = subject_words(state, scenario)
    lines = [*_paragraphs(scenario.brief), *([told] if told else [])]
    return _place(safe(scenario.title), lines, blocks)


def _paragraphs(text: str) -> list[str]:
    """A text whose blank lines part its paragraphs."""
    return [safe(" ".join(block.split())) for block in text.split("\n\n")]


def _question(state: VisibleState) -> Keys:
    ref = state.view.name
    question = state.question(ref)
    lines = []
    prompts = question.prompts if question is not None else ()
    if on_screen(state, state.look) == "reveal":
        lines = [safe(one.text) for one in prompts if one.id == state.view.prompt]
    lines = [before_vote_words(state, ref), *lines]
    if state.blanked:
        lines = [phone.dark_vote_words()]
    title, step = view_name(state, state.view), phone.step_words(state, ref)
    return _place(title, lines, step=step, blank=state.blanked)


def _decision(state: VisibleState) -> Keys:
    scenario = _decided_about(state)
    if scenario is None:
        return nowhere()
    made = [one for one in state.decisions.values() if one.scenario == scenario.id]
    found = decision_findings(state, scenario.id) or (nothing_found(state, scenario.id),)
    asks = scenario.decision
    lines = [safe(asks.ask), "" if made else safe(asks.hint or "")] if asks else []
    if not made:
        lines.append(_("Nothing is written down yet."))
    blocks = [
        (decided(len(made)), [line for one in made for line in _decision_lines(state, one)]),
        (_("What the room said"), found),
    ]
    return _place(safe(scenario.title), lines, blocks, step=_("The decision"))


def _decided_about(state: VisibleState) -> Scenario | None:
    """The scenario of the decision that stands there: one that was written down just now first."""
    landed = state.landed
    name = state.view.name if state.view.of == "decision" else landed.scenario if landed else ""
    return state.workshop.scenario(name)


def _decision_lines(state: VisibleState, decision: DecisionEvent) -> Iterable[str]:
    yield lines_joined(decision.what)
    yield _(" · ").join(decision_facts(state, decision))
    for label, text in decision_reasons(state, decision):
        yield _("{label}: {text}").format(label=label, text=lines_joined(text))


def _grid(state: VisibleState) -> Keys:
    grid = state.workshop.grid(state.view.name)
    if grid is None:
        return nowhere()
    marks = summary(state, grid.id)
    picture = grid_picture(grid, marks, quorate=enough_marks(state, marks))
    if marks is None or not (picture.people or picture.turnout.called):
        return _place(safe(grid.title), [nobody_marked()])
    lines = [*axes_words(state, grid, marks), by_a_hair(picture.near, picture.turnout.n)]
    blocks = [(_("What the marks are"), [text for _kind, text in made_of(marks)])]
    return _place(safe(grid.title), lines, blocks, picture=dots(grid, picture))


def _taken_away(state: VisibleState) -> Iterable[tuple[str, Iterable[str]]]:
    """What stands on the closing page."""
    made = list(state.decisions.values())
    if made:
        lines = [line for one in made for line in _decision_lines(state, one)]
        yield decided(len(made)), lines
    else:
        yield _("Decided"), [_("No decision is written down.")]
    yield (
        _("To do"),
        [_action(one.what, facts_of(state, one)) for one in state.actions.values()]
        or [_("No action is written down.")],
    )
    yield _("What we found"), workshop_findings(state)
    yield _("The workshop in figures"), brought(state, state.t)
    yield (
        _("Never revealed"),
        [_("{title}: {votes}").format(title=t, votes=votes) for t, votes in never_revealed(state)],
    )
    notes = [(one.list == "parking", lines_joined(one.text)) for one in state.notes.values()]
    yield _("Parking lot"), [text for parked, text in notes if parked]
    yield _("Notes"), [text for parked, text in notes if not parked]


def _action(what: str, facts: tuple[str, ...]) -> str:
    return _(" · ").join((lines_joined(what), *facts))
