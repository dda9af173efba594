"""Whatever a room answers, skips and takes back: every place is reached, and space never stops."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.branching import WAVES, asked
from support.examples import examples

from mops_tui.model.agenda import agenda, flow
from mops_tui.model.agenda.pace import pace, proposal
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import Workshop, assemble, refs
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import WorkshopState
from mops_tui.model.session.step import step

CORNERS = ("top_left", "top_right", "bottom_left", "bottom_right")
AXIS = {"label": "L", "low": "low", "high": "high"}
GRID = {
    "id": "map",
    "title": "Map",
    "x": AXIS,
    "y": AXIS,
    **{corner: {"id": corner.replace("_", "-"), "name": corner} for corner in CORNERS},
}
ITEM = [{"id": "t", "label": "T"}]
ANSWERS = st.sampled_from(("it", "sales"))
MOST_PRESSES = 200


@st.composite
def questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to five questions; later ones hang on earlier ones, or rate their items."""
    made: list[dict[str, Any]] = []
    for n in range(draw(st.integers(1, 5))):
        choices = [one["id"] for one in made if one["kind"] == "choice"]
        lists = [one["id"] for one in made if one["kind"] in ("curve", "rate")]
        kind = draw(st.sampled_from(("choice", "choice", "curve", "rate", "grid")))
        more: dict[str, Any] = {"optional": draw(st.booleans())}
        if kind == "curve":
            more |= {"item": WAVES, "open": True}
        if kind == "grid":
            more["grid"] = "map"
        if kind == "rate":
            borrows = draw(st.booleans()) and lists
            more |= {"items_from": draw(st.sampled_from(lists))} if borrows else {"item": ITEM}
        if draw(st.booleans()) and choices:
            named = draw(st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True))
            more["asked_if"] = [{"question": one, "leads": [draw(ANSWERS)]} for one in named]
        made.append(asked(kind, f"q{n}", **more))
    return made


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    found: dict[str, Scenario] = {}
    for key in ("a", "b", "c")[: draw(st.integers(1, 3))]:
        texts = {"id": key, "title": key, "summary": "S", "brief": "B"}
        decides = {"decision": {"ask": "What now?"}} if draw(st.booleans()) else {}
        own = {"grid": [GRID] if key == "a" else [], "question": draw(questions())}
        found[key] = Scenario.model_validate(texts | decides | own)
    entries = tuple(
        AgendaEntry.model_validate(
            {
                "scenario": key,
                "brief": draw(st.booleans()),
                "decision": draw(st.booleans()),
                "break": draw(st.sampled_from((0, 10))),
            }
        )
        for key in found
    )
    if draw(st.booleans()):
        end = {"id": "end", "title": "E", "summary": "S", "brief": "B", "closing": True}
        found["end"] = Scenario.model_validate(end | {"question": [asked("choice", "worth")]})
    return assemble(entries, found, id="w", title="W")


KEYS = (
    *("space", "space", "vote", "vote", "reveal", "skip", "undo", "revote", "back", "jump"),
    *("decide", "agenda", "add", "take out"),
)


def asked_for(state: WorkshopState, key: str, data: st.DataObject) -> cmd.Command | None:
    """What a key asks for, where it asks for anything."""
    ref = state.place.name if state.place.of == "question" else ""
    question = state.question(ref)
    match key:
        case "vote" if ref:
            who = data.draw(st.sampled_from(("p0", "p1", "p2")))
            return cmd.CastVote(ref, who, Choice(data.draw(ANSWERS)), via="seat")
        case "reveal" if ref:
            return cmd.Reveal(ref)
        case "skip" if ref and ref not in state.skipped:
            return cmd.together(flow.skip(state, ref).commands)
        case "undo":
            return cmd.Undo()
        case "revote" if ref:
            return flow.vote_again(state, ref)
        case "back":
            return flow.back(state)
        case "jump":
            return cmd.Show(data.draw(st.sampled_from(agenda.steps(state))))
        case "decide" if state.place.of == "decision":
            return cmd.RecordDecision("d", state.place.name, "Do")
        case "agenda":
            every = [one for scenario in state.workshop.scenarios for one in refs(scenario)]
            skipped = data.draw(st.lists(st.sampled_from(every), unique=True))
            return cmd.SetAgenda(tuple(skipped), state.minutes)
        case "add" if getattr(question, "open", False):
            return cmd.AddOption(ref, f"o{state.seq}", "Agents")
        case "take out" if getattr(question, "open", False):
            return cmd.TakeOutOption(ref, data.draw(st.sampled_from(("chat", "bots"))))
        case _:
            return None


def space(room: Room) -> flow.Advance:
    """One press of the space bar, confirmed where it asks: it is never refused."""
    pressed = flow.advance(room.state)
    assert pressed.commands
    if pressed.ask != "close-session":
        room.do(cmd.together(pressed.commands))
    return pressed


def holds_together(state: WorkshopState) -> None:
    """The places, the way from each to the next and back, and the time that they take."""
    places = agenda.steps(state)
    assert len({one.key for one in places}) == len(places)
    assert places[-1] == agenda.SUMMARY
    for first, after in pairwise(places):
        assert agenda.following(state, first) == after
        assert agenda.previous(state, after) == first
    for place in places:
        assert not isinstance(step(state, cmd.Show(place), state.t), Refusal)
    kept = {scenario.id: 0 for scenario in state.workshop.scenarios}
    dropped = proposal(state, state.t + 100 * 3600)
    for place in places:
        if place.of == "question":
            kept[agenda.scenario_of(place)] += place.name not in dropped
    assert all(kept[ref.partition("/")[0]] for ref in dropped)
    assert pace(state, state.t).remaining >= 0


def goes_on(state: WorkshopState) -> None:
    """From where the workshop stands, and looks, the way leads to its end without turning back."""
    for view in (state.place, state.view):
        place, walked = view, [view.key]
        while (after := agenda.following(state, place)) is not None:
            place = after
            walked.append(place.key)
        assert place == agenda.SUMMARY or view.key == agenda.SUMMARY.key
        assert len(set(walked)) == len(walked)


@examples(100)
@given(workshops(), st.data())
def test_every_place_is_reached_and_space_never_stops(
    workshop: Workshop, data: st.DataObject
) -> None:
    room = Room(workshop=workshop)
    room.do(*(cmd.Join(f"p{n}", f"P{n}", "") for n in range(3)))
    for key in data.draw(st.lists(st.sampled_from(KEYS), max_size=40)):
        if key == "space":
            space(room)
        elif (command := asked_for(room.state, key, data)) is not None:
            room.ask(command)
        goes_on(room.state)
    holds_together(room.state)
    presses = 0
    jumped = room.state.place == agenda.OWNERS  # whoever looks back comes back to it
    while space(room).ask != "close-session":
        presses += 1
        assert presses < MOST_PRESSES
        jumped &= room.state.place == agenda.OWNERS
        assert jumped or room.state.place != agenda.OWNERS or room.state.decisions
    assert room.state.place == agenda.SUMMARY
    assert fold(room.header, room.events) == room.state
