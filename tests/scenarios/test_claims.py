"""What a line claims is what its key says: who said it, and no wider than it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from support.rehearsed import ours

SCENARIOS = ours().scenarios

VOICES = {
    "Rizzo": {"C8"},
    "New-Waterson": {"C4", "C5"},
    "Abramova": {"C7", "C13"},
    "Schwanke": {"C7"},
    "Qaqish": {"C6", "C9", "O12"},
    "Brinker": {"C3", "P11", "P12"},
    "McKinsey": {"P7"},
    "Moore": {"W1", "W5"},
    "Rogers": {"W5"},
    "Gartner": {"R4", "R5"},
}
"""Who is quoted, and the facts of the content brief that say so."""

SWEEPING = re.compile(
    r"\b(always|never|everyone|everybody|no one|usually|the only|guarantees?)\b", re.IGNORECASE
)
SAID_SO = {"W3": {"never"}, "P10": {"always"}}
"""Sweeping words that a fact of the content brief has itself."""

TEXTS = ("who", "text", "label", "why", "asked")


def keyed(part: object) -> Iterator[tuple[str, frozenset[str]]]:
    """The text and the keys of everything in a scenario that cites its sources."""
    if isinstance(part, BaseModel):
        keys = frozenset(getattr(part, "sources", ()))
        text = " ".join(str(getattr(part, name, "") or "") for name in TEXTS)
        if keys and text.strip():
            yield text, keys
        for name in type(part).model_fields:
            yield from keyed(getattr(part, name))
    elif isinstance(part, tuple):
        for member in part:
            yield from keyed(member)


QUESTIONS = [found for pack in SCENARIOS.values() for found in keyed(pack.questions)]
CARDS = [
    found
    for pack in SCENARIOS.values()
    for card in pack.cards
    for found in keyed((*card.answers, card.counterpoint))
]
SAID = [(one.text, frozenset(one.sources)) for each in ours().arguments.values() for one in each]
"""What people say in rehearsals, with a key or without."""


@pytest.mark.parametrize("name", sorted(VOICES))
def test_whoever_is_named_said_it_by_the_key_of_the_line(name: str) -> None:
    every = (*QUESTIONS, *CARDS, *SAID)
    named = [(text, keys) for text, keys in every if re.search(rf"\b{name}\b", text)]
    assert [text for text, keys in named if not keys & VOICES[name]] == []


def test_a_keyed_line_sweeps_no_wider_than_its_key() -> None:
    wider = [
        (text, sorted(keys))
        for text, keys in (*QUESTIONS, *(line for line in SAID if line[1]))
        for word in SWEEPING.findall(text)
        if not any(word.lower() in SAID_SO.get(key, ()) for key in keys)
    ]
    assert wider == []


def test_no_text_says_what_the_sources_do_not() -> None:
    """Mistakes that were made once: words stronger than Brinker's, a quarrel that nobody had."""
    for text, keys in (*QUESTIONS, *CARDS, *SAID):
        if "C3" in keys:
            assert "is the brand" not in text
        if "O12" in keys:
            assert not re.search(r"\b(disagree|contradict|den(y|ies)|wrong)", text)
        if keys & {"C9"}:
            assert not re.search(r"\d\s?(%|per cent)", text)
