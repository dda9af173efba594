"""How our packs read: aloud in seconds, in plain words, each line by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.packs.parts import TextLine
from mops_tui.model.packs.questions import QuestionBase, options_of
from mops_tui.model.packs.workshop import Workshop, assemble
from mops_tui.storage.packs.packs import load_library, pack_advice
from mops_tui.storage.packs.template import template
from mops_tui.words.problems import sentence

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
FILES = sorted(FOLDER.glob("*.toml"))
LIBRARY = load_library([FOLDER])
WORKSHOPS = {
    key: assemble(
        pack.agenda, LIBRARY.scenarios, id=pack.id, title=pack.title, minutes=pack.minutes
    )
    for key, pack in LIBRARY.workshops.items()
}

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
each_workshop = pytest.mark.parametrize("name", sorted(WORKSHOPS))


@each_file
def test_our_own_packs_leave_nothing_to_advise(file: Path) -> None:
    assert [sentence(one) for one in pack_advice(file, LIBRARY)] == []


def test_a_pack_that_is_begun_leaves_nothing_to_advise(tmp_path: Path) -> None:
    begun = tmp_path / "mine.toml"
    begun.write_text(template("mine"), "utf-8")
    assert [sentence(one) for one in pack_advice(begun, LIBRARY)] == []


BACKWARDS = re.compile(
    r"\blook(ed|ing)? back\b|\bearlier\b|\b(a )?minute ago\b|\byou called\b|\bwe called\b"
    r"|\bthe (last|next|first|previous) question\b|\bas before\b|\bjust now\b|\bchecklist\b"
    r"|\bten points\b|\bsixteen\b|\bon the grid\b|\bthe map\b",
    re.IGNORECASE,
)
"""Words that speak of another question, unless they speak of the one that they stand in."""


def of_itself(question: QuestionBase, words: str) -> bool:
    """Whether a question may use such words: it is what they speak of."""
    own = {"map": "the map", "grid": "on the grid"}.get(question.picture, "")
    named = {"checklist": ("checklist", "sixteen"), "ten-points": ("ten points",)}
    kinds = {"allocate": ("ten points",)}
    kind = str(getattr(question, "kind", ""))
    allowed = {own, *named.get(question.id, ()), *kinds.get(kind, ())}
    return words.lower() in allowed


def lines_of(question: QuestionBase) -> Iterator[TextLine]:
    yield from (*question.facts, *question.prompts, *question.cues)
    for option in options_of(question):
        yield from (*option.goodies, *option.gotchas, *option.works_when)


def unbound(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Texts that speak of another question, and would also where that one is left out."""
    for question in scenario.questions:
        where = f"{scenario.id}/{question.id}"
        alone = (question.title, question.ask, question.hint or "", question.look_for or "")
        for text in (*alone, *(line.text for line in lines_of(question) if not line.refers)):
            for found in BACKWARDS.finditer(text):
                if not of_itself(question, found[0]):
                    yield where, text
    decision = scenario.decision
    for text in (
        scenario.brief,
        decision.ask if decision else "",
        *(c.text for c in scenario.cues),
    ):
        if BACKWARDS.search(text) and scenario.id != "org-placement":
            yield scenario.id, text


@pytest.mark.parametrize("key", sorted(LIBRARY.scenarios))
def test_a_line_that_speaks_of_another_question_says_of_which(key: str) -> None:
    assert sorted(unbound(LIBRARY.scenarios[key])) == []


def titles(workshop: Workshop) -> dict[str, set[str]]:
    return {
        scenario.id: {question.title.lower() for question in scenario.questions}
        for scenario in workshop.scenarios
    }


@each_workshop
def test_no_text_names_a_question_that_its_workshop_leaves_out(name: str) -> None:
    workshop = WORKSHOPS[name]
    here = {title for own in titles(workshop).values() for title in own}
    everywhere = {
        question.title.lower(): question.id
        for scenario in LIBRARY.scenarios.values()
        for question in scenario.questions
        if len(question.title.split()) > 1
    }
    found = []
    for scenario in workshop.scenarios:
        texts = [scenario.brief, *(cue.text for cue in scenario.cues)]
        if scenario.decision:
            texts += [scenario.decision.ask, scenario.decision.hint or ""]
        for question in scenario.questions:
            texts += [question.ask, question.hint or "", question.look_for or ""]
            texts += [line.text for line in lines_of(question)]
        found += [
            (scenario.id, text)
            for text in texts
            for title in everywhere
            if title in text.lower() and title not in here
        ]
    assert found == []


@each_workshop
def test_what_a_line_refers_to_is_asked(name: str) -> None:
    for scenario in WORKSHOPS[name].scenarios:
        ids = {question.id for question in scenario.questions}
        for question in scenario.questions:
            for line in lines_of(question):
                assert set(line.refers) <= ids, (scenario.id, question.id, line.id)
