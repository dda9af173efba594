"""A scenario whose needs and answers rest on the same sources, and somebody's answers to it."""

from __future__ import annotations

from typing import Any

from support.branching import asked, scenario

from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import Ballot

NEED = [
    {"id": "low", "label": "Later"},
    {"id": "mid", "label": "Soon"},
    {"id": "top", "label": "Now"},
]
TRUE = [{"id": "no", "label": "No"}, {"id": "yes", "label": "Yes"}]
FORMS = [
    {
        "id": "tent",
        "label": "Tent",
        "goodies": [{"id": "a", "text": "Light.", "sources": ["S1"]}],
        "gotchas": [{"id": "b", "text": "Cold.", "sources": ["S2"]}],
        "works_when": [{"id": "c", "text": "It is June.", "sources": ["S9"]}],
    },
    {
        "id": "hut",
        "label": "Hut",
        "goodies": [{"id": "a", "text": "Warm.", "sources": ["S2"]}],
        "gotchas": [{"id": "b", "text": "Heavy.", "sources": ["S1"]}],
        "works_when": [{"id": "c", "text": "There is wood."}],
    },
]
THINGS = [
    {"id": "light", "label": "Little weight", "sources": ["S1"]},
    {"id": "warm", "label": "Warm nights", "sources": ["S2"]},
    {"id": "fun", "label": "Fun"},
]
WOOD = [{"id": "wood", "label": "Wood at hand"}, {"id": "axe", "label": "An axe"}]
NAMES = [{"id": one["id"], "label": one["label"]} for one in FORMS]
WOOD_FOR = [{"question": "form", "leads": ["hut"]}]
NEEDING = scenario(
    asked("rate", "needs", title="What we need", item=THINGS, scale=NEED, cared="raises"),
    asked("allocate", "likes", title="What we like", option=NAMES),
    asked("choice", "form", title="Where we sleep", option=FORMS),
    asked("rate", "terms-hut", title="A hut needs", item=WOOD, scale=TRUE, asked_if=WOOD_FOR),
    id="camp",
    decision={
        "ask": "Where do we sleep?",
        "rehearsed": [{"question": "form", "says": "We sleep in: {answer}"}],
    },
)


def needing(pack: Scenario = NEEDING, sure: int = 60, **said: Ballot) -> Walk:
    """A walk with these answers; in names of questions "_" stands for "-"."""
    entry = (AgendaEntry(scenario=pack.id),)
    made = Walk(assemble(entry, {pack.id: pack}, id="w", title="W"), pack.id)
    for name, ballot in said.items():
        ref = f"{pack.id}/{name.replace('_', '-')}"
        made = made.saying(ref, Said(name, sure, ballot))
    return made


def with_question(*questions: dict[str, Any], **keys: Any) -> Scenario:
    """Another scenario of the same id."""
    return scenario(*questions, **({"id": "camp"} | keys))
