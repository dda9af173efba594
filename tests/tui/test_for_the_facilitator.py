"""What is for the facilitator's eyes is in nothing that a room sees, at any moment of a workshop.

Cues, what to look for, who might speak first, private notes: looked for in the view that the room
has of each prefix of a rehearsed day, in the reports of it, and on the drawn replay of it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from support.pilot import app_running
from support.rehearsed import kept, room_cast

from mops_tui.model.results.tallies import result
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import Audience, visible
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.events import FIRST, LOOK_FOR
from mops_tui.model.session.fold import begin, fold
from mops_tui.model.session.state import Look, WorkshopState, change
from mops_tui.model.session.step import step
from mops_tui.sources.simulated.rehearsal import RehearsalRun, rehearse, write
from mops_tui.tui.destinations import Replay
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.widgets.console import note_lines
from mops_tui.usecases.report import report_text
from mops_tui.words.rehearsals.decided import decided
from mops_tui.words.results.voices import voices_words

pytestmark = pytest.mark.slow

PRIVATE = "Xylophon is asleep"


@cache
def day() -> RehearsalRun:
    """A rehearsed walk, with a private note in it."""
    made = rehearse(kept("full-walk"), room_cast(), 6, 7, "0", decided)
    state = begin(made.header)
    for event in made.events[:40]:
        state = apply(state, event)
    noted = step(state, cmd.RecordNote("n", PRIVATE, private=True), state.t)
    assert not isinstance(noted, Refusal)
    events = [*made.events[:40], *noted.events]
    events += [
        event.model_copy(
            update={"seq": event.seq + 1, "part_of": event.part_of and event.part_of + 1}
        )
        for event in made.events[40:]
    ]
    return RehearsalRun(made.header, tuple(events), fold(made.header, events))


def prefixes() -> list[WorkshopState]:
    """The state after each event."""
    states = [begin(day().header)]
    for event in day().events:
        states.append(apply(states[-1], event))
    return states


def hers() -> set[str]:
    """Every text that is the facilitator's alone."""
    texts = {PRIVATE}
    for scenario in day().header.workshop.scenarios:
        texts |= {cue.text for cue in scenario.cues}
        for question in scenario.questions:
            texts |= {cue.text for cue in question.cues} | {question.look_for or PRIVATE}
    return texts


def test_there_is_something_to_hide() -> None:
    """The searches below can fail: her own view holds it all."""
    state = prefixes()[-1]
    desk = visible(state, "facilitator")
    assert len(hers()) > 20
    assert all(text in repr(desk) for text in hers())
    found = [result(desk, ref) for ref in state.rounds]
    assert sum(bool(voices_words(desk, one)) for one in found if one is not None) > 5


@pytest.mark.parametrize("audience", ["room", "participant"])
def test_no_view_of_the_room_holds_what_is_the_facilitators(audience: Audience) -> None:
    workshops, notes = set(), set()
    states = prefixes()
    for before, state in zip([None, *states], states, strict=False):
        seen = visible(state, audience)
        workshops.add(repr(seen.workshop))
        notes.add(repr(seen.notes))
        assert note_lines(seen, seen.t, 60, str) == []
        for ref in seen.rounds:
            if before is None or state.rounds[ref] is not before.rounds.get(ref):
                found = result(seen, ref)
                assert found is None or voices_words(seen, found) == ""
    told = workshops | notes
    assert not [text for text in hers() for one in told if text in one]


@pytest.mark.parametrize("what", [FIRST, LOOK_FOR])
def test_what_she_puts_there_is_seen_there_alone(what: str) -> None:
    state = prefixes()[-1]
    for ref in state.rounds:
        looked = change(state, view=change(state.view, of="question", name=ref))
        looked = change(looked, look=Look(told=(what,)))
        seen = visible(looked, "room")
        for other in state.rounds:
            question, found = seen.question(other), result(seen, other)
            assert question is not None
            assert found is not None
            if other != ref or what != LOOK_FOR:
                assert question.look_for is None
            if other != ref or what != FIRST:
                assert voices_words(seen, found) == ""
            earlier = result(seen, other, found.round - 1)
            assert earlier is None or voices_words(seen, earlier) == ""


def test_no_report_holds_it(tmp_path: Path) -> None:
    write(day(), tmp_path / "s.toml")
    told = [report_text(tmp_path / "s.toml", shape) for shape in ("md", "json")]
    assert not [text for text in hers() for one in told if text in one]
    assert not any("might speak first" in one or "Hear " in one for one in told)


async def test_no_page_of_a_replay_holds_it(tmp_path: Path) -> None:
    write(day(), tmp_path / "s.toml")
    start = Replay(tmp_path / "s.toml")
    starts = {text[:24] for text in hers()}  # a line may break further on
    async with app_running((120, 40), start=start) as stage:
        await stage.on(ReplayScreen)
        await stage.press("space")
        for _ in range(12):
            await stage.press("right_square_bracket")
            for page in range(3):
                if page:
                    await stage.press("tab")
                text = " ".join(stage.text.split())
                assert not [one for one in starts if one in text]
                assert "Hear " not in text
                assert "Look for" not in text
