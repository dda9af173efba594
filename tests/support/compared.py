"""Sessions to compare: rehearsals of the placement workshop, and what can differ between them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from support.rehearsed import kept, room_cast
from support.results import Room

from mops_tui.model.comparison.comparison import Session
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.events import ParticipantJoined
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import change
from mops_tui.model.session.step import step
from mops_tui.sources.simulated.rehearsal import RehearsalRun, rehearse, write
from mops_tui.words.rehearsals.decided import decided

SPELL = "org-placement/spell"
POINTS = "org-placement/ten-points"
REWORDED = "And now, honestly?"


def reworded(of: Workshop, ref: str = SPELL) -> Workshop:
    """The same workshop, one question asked in other words."""
    scenario_id, _slash, question_id = ref.partition("/")
    scenarios = []
    for scenario in of.scenarios:
        questions = tuple(
            q.model_copy(update={"ask": REWORDED})
            if (scenario.id, q.id) == (scenario_id, question_id)
            else q
            for q in scenario.questions
        )
        scenarios.append(scenario.model_copy(update={"questions": questions}))
    return of.model_copy(update={"scenarios": tuple(scenarios)})


def only(of: Workshop, ref: str = POINTS) -> Workshop:
    """The same workshop with one question of all: enough where the length is not the point."""
    scenario_id, _slash, question_id = ref.partition("/")
    (scenario,) = (one for one in of.scenarios if one.id == scenario_id)
    questions = tuple(q for q in scenario.questions if q.id == question_id)
    scenario = scenario.model_copy(update={"questions": questions})
    return of.model_copy(update={"scenarios": (scenario,), "grids": ()})


def moved(of: RehearsalRun, then: str, now: str) -> RehearsalRun:
    """The same rehearsal, of a workshop whose scenario has another id."""
    text = of.header.model_dump_json().replace(f'"{then}', f'"{now}')
    header = type(of.header).model_validate_json(text)
    events = [
        type(e).model_validate_json(e.model_dump_json().replace(f'"{then}', f'"{now}'))
        for e in of.events
    ]
    return replace(of, header=header, events=tuple(events))


def scaled(changes: dict[str, Any]) -> Room:
    """A room of four whose question on a scale has other steps."""
    room = Room(4)
    scenario = room.header.workshop.scenarios[0]
    questions = tuple(
        q.model_validate({**q.model_dump(by_alias=True), **changes}) if q.id == "ready" else q
        for q in scenario.questions
    )
    changed = scenario.model_copy(update={"questions": questions})
    workshop = room.header.workshop.model_copy(update={"scenarios": (changed,)})
    room.header = room.header.model_copy(update={"workshop": workshop})
    return room


@cache
def run(seed: int, id: str = "placement-only", words: str = "", people: int = 6) -> RehearsalRun:
    """A rehearsal; `words` is the question that is worded otherwise."""
    workshop = kept(id)
    workshop = reworded(workshop, words) if words else workshop
    return rehearse(workshop, room_cast(), people, seed, "0", decided)


def session(of: RehearsalRun, anonymity: str = "named", *commands: cmd.Command) -> Session:
    """A rehearsal as the room may see it, after some more commands."""
    head = of.header.model_copy(update={"policy": Policy(anonymity=anonymity)})
    state = fold(head, of.events)
    if commands:
        state = change(state, phase="open")
    for command in commands:
        outcome = step(state, command, state.t)
        assert not isinstance(outcome, Refusal), outcome
        state = outcome.state
    return Session(head.id, head.title, head.opened, visible(state, "room"))


def short(folder: Path) -> Path:
    """The file of a session of one question, two rounds and a decision."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "short.toml"
    write(rehearse(only(kept("placement-only")), room_cast(), 6, 1, "0", decided), path)
    return path


HOSTILE = "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
"""What somebody may type who hopes that a page takes it for more than text."""


def hostile(folder: Path) -> Path:
    """The same, of people and with words that are markup, escape codes and turned directions."""
    folder.mkdir(parents=True, exist_ok=True)
    made = rehearse(only(kept("placement-only")), room_cast(), 6, 1, "0", decided)
    (scenario,) = made.header.workshop.scenarios
    (question,) = scenario.questions
    question = question.model_copy(update={"title": HOSTILE, "ask": f"{HOSTILE} \u202e<b>&amp;"})
    scenario = scenario.model_copy(update={"title": HOSTILE[9:], "questions": (question,)})
    workshop = made.header.workshop.model_copy(update={"scenarios": (scenario,)})
    header = made.header.model_copy(update={"workshop": workshop, "title": HOSTILE})
    names = (f"\x1b[31m{HOSTILE}", "\u202eMara", "]]><!--", "&lt;Ines&gt;", "{{data}}", "李小龍")
    events = list(made.events)
    joined = [n for n, one in enumerate(events) if isinstance(one, ParticipantJoined)]
    for number, name in zip(joined, names, strict=True):
        events[number] = events[number].model_copy(update={"name": name})
    path = folder / "hostile.toml"
    write(replace(made, header=header, events=tuple(events)), path)
    return path


def written(folder: Path, *seeds: int, words: str = "") -> list[Path]:
    """Session files of some seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"s{seed}{'-reworded' if words else ''}.toml" for seed in seeds]
    for seed, path in zip(seeds, paths, strict=True):
        write(run(seed, words=words), path)
    return paths
