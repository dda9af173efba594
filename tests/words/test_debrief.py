"""The debrief's sentences: one for each remark, with its figures, and nothing left open."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from support.results import Room

from mops_tui.model.replay import debrief as module
from mops_tui.model.replay.debrief import Remark, RemarkCode
from mops_tui.words.debrief import remark, sentences

STATE = Room().seen()
CODES: tuple[RemarkCode, ...] = get_args(RemarkCode)
MADE = re.findall(r'Remark\(\s*"([a-z-]+)"', Path(module.__file__ or "").read_text("utf-8"))
EVERYTHING = {
    "planned": 40.0,
    "elapsed": 52.5,
    "spent": 7.25,
    "voted": 5,
    "present": 8,
    "round": 1,
    "rounds": 2,
    "n": 3,
    "asked": 2,
    "whole": 9,
}


def test_remarks_that_are_made_and_sentences_are_the_same_set() -> None:
    assert set(MADE) == set(CODES) == set(sentences())


@pytest.mark.parametrize("code", CODES)
def test_every_remark_is_a_sentence(code: RemarkCode) -> None:
    words = remark(Remark(code, ref="demo/where", params=EVERYTHING), STATE)
    assert "{" not in words
    assert words.rstrip()[-1] in ".:v" or words.endswith(".")
    assert words[0] in "“YTW"


def test_figures_and_names_are_said() -> None:
    early = Remark("closed-early", ref="demo/where", params=EVERYTHING)
    assert remark(early, STATE).startswith("“Where”, round 1: closed with 5 of 8 votes")
    long = Remark("question-long", ref="demo/where", params=EVERYTHING)
    assert "7.2 minutes instead of 40" in remark(long, STATE)
    assert "“Demo” ended without a decision" in remark(Remark("no-decision", ref="demo"), STATE)


def test_round_figures_are_said_round() -> None:
    kept = Remark("day-kept", params={"elapsed": 30.0, "planned": 40.0})
    assert remark(kept, STATE) == "You kept the day: 30 of 40 minutes."


def test_a_hostile_title_does_not_break_the_screen() -> None:
    shown = Room().seen()
    question = shown.workshop.question("demo/where")
    assert question is not None
    nasty = question.model_copy(update={"title": "\x1b[31m[/ hi [b"})
    scenario = shown.workshop.scenarios[0]
    others = tuple(nasty if q.id == question.id else q for q in scenario.questions)
    workshop = shown.workshop.model_copy(
        update={"scenarios": (scenario.model_copy(update={"questions": others}),)}
    )
    words = remark(Remark("split-left", ref="demo/where"), Room(workshop=workshop).seen())
    assert "\x1b" not in words
    assert "[/ hi [b" in words
