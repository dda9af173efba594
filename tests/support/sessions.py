"""A tiny workshop with one question of each kind, and the header of a session that runs it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.session.header import Header

OPENED = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

_OPTIONS = [
    {
        "id": "a",
        "label": "Alpha",
        "text": "The first room.",
        "leans": [{"x": -1.0, "y": -0.5, "why": "Alpha is technical."}],
        "goodies": [{"id": "near", "text": "It is near."}],
        "gotchas": [{"id": "loud", "text": "It is loud."}],
        "works_when": [{"id": "early", "text": "One comes early."}],
        "place": {"x": 15, "y": 20},
    },
    {
        "id": "b",
        "label": "Beta",
        "leans": [{"x": 0.5, "why": "Beta is an art."}],
        "place": {"x": 80, "y": 20},
    },
    {
        "id": "c",
        "label": "Gamma",
        "leans": [{"y": 1.0, "why": "Gamma is felt."}],
        "place": {"x": 50, "y": 85},
    },
]

_PLAIN = [{"id": option["id"], "label": option["label"]} for option in _OPTIONS]

_GRID = {
    "id": "mops",
    "title": "The MOPS grid",
    "x": {"label": "craft", "low": "technology", "high": "arts"},
    "y": {"label": "drive", "low": "rational", "high": "emotional"},
    "top_left": {"id": "modernizers", "name": "Modernizers"},
    "top_right": {"id": "orchestrators", "name": "Orchestrators"},
    "bottom_left": {"id": "scientists", "name": "Scientists"},
    "bottom_right": {"id": "psychologists", "name": "Psychologists"},
}

_QUESTIONS: list[dict[str, Any]] = [
    {
        "kind": "choice",
        "id": "where",
        "title": "Where",
        "ask": "Where should the team sit?",
        "hint": "Pick one.",
        "picture": "map",
        "look_for": "Whether anybody chose Gamma.",
        "facts": [{"id": "most", "text": "Most teams sit in Alpha.", "sources": ["O1"]}],
        "prompts": [{"id": "why", "text": "Why there?"}, {"id": "else", "text": "Where else?"}],
        "cues": [{"id": "quiet", "text": "Ask the quiet ones first."}],
        "option": _OPTIONS,
    },
    {
        "kind": "allocate",
        "id": "points",
        "title": "Points",
        "ask": "Pour ten points over the rooms.",
        "picture": "map",
        "option": _OPTIONS,
    },
    {
        "kind": "rate",
        "id": "ready",
        "title": "Ready",
        "ask": "How far along are you?",
        "picture": "cells",
        "scale": [
            {"id": "absent", "label": "Absent"},
            {"id": "partly", "label": "Partly"},
            {"id": "in-place", "label": "In place"},
        ],
        "group": [{"id": "people", "label": "People"}, {"id": "tools", "label": "Tools"}],
        "item": [
            {"id": "owner", "label": "An owner", "group": "people"},
            {"id": "training", "label": "Training", "group": "people"},
            {
                "id": "platform",
                "label": "A platform",
                "group": "tools",
                "leans": [{"x": -1.0, "why": "Platforms are technology."}],
            },
        ],
    },
    {
        "kind": "pairs",
        "id": "lean",
        "title": "Lean",
        "ask": "Where between the two do you stand?",
        "pair": [
            {
                "id": "craft",
                "left": "I build machines.",
                "right": "I paint.",
                "leans": [{"x": 1.0, "why": "Painting is an art."}],
            },
            {
                "id": "drive",
                "left": "I count.",
                "right": "I feel.",
                "leans": [{"y": 1.0, "why": "Feeling is emotional."}],
            },
        ],
    },
    {
        "kind": "grid",
        "id": "place",
        "title": "Place yourself",
        "ask": "Where on the grid are you?",
        "grid": "mops",
    },
    {
        "kind": "curve",
        "id": "waves",
        "title": "Waves",
        "ask": "Where does each wave stand?",
        "open": True,
        "item": [
            {"id": "cloud", "label": "Cloud"},
            {"id": "video", "label": "Video", "letter": "V"},
        ],
    },
    {
        "kind": "rank",
        "id": "order",
        "title": "Order",
        "ask": "Which comes first?",
        "optional": True,
        "option": _PLAIN,
    },
    {
        "kind": "hands",
        "id": "cmo",
        "title": "CMO",
        "ask": "Who would like to be a CMO?",
        "mirror": {
            "who": "The others",
            "asked": "Would you?",
            "text": "Few would.",
            "shares": {"yes": 13, "no": 87},
            "n": 40,
        },
    },
    {
        "kind": "text",
        "id": "ideas",
        "title": "Ideas",
        "ask": "What would you try?",
        "most": 3,
    },
]

QUESTIONS = tuple(f"demo/{question['id']}" for question in _QUESTIONS)
"""The references of all questions, in order."""


def workshop() -> Workshop:
    """One scenario, "demo", with a question of each kind, and one grid, "mops"."""
    return Workshop.model_validate(
        {
            "id": "tiny",
            "title": "A tiny workshop",
            "minutes": 40,
            "grid": [_GRID],
            "scenario": [
                {
                    "id": "demo",
                    "title": "Demo",
                    "summary": "One question of each kind.",
                    "brief": "We look at every kind of question once.",
                    "cues": [{"id": "smile", "text": "Smile."}],
                    "question": _QUESTIONS,
                    "decision": {"ask": "What do we do?", "hint": "One sentence."},
                }
            ],
        }
    )


def short_header() -> Header:
    """The header of a session with one question: for whoever reads a file thousands of times."""
    whole = workshop()
    (demo,) = whole.scenarios
    demo = demo.model_copy(update={"questions": demo.questions[-1:]})
    return header(workshop=whole.model_copy(update={"scenarios": (demo,)}))


def header(**changes: Any) -> Header:
    """The header of a session that runs `workshop()`; `changes` replace its keys."""
    keys: dict[str, Any] = {
        "id": "s-1",
        "title": "Our morning",
        "opened": OPENED,
        "app": "0.1.0",
        "seed": 7,
        "workshop": workshop(),
    }
    return Header.model_validate(keys | changes)
