from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter
from support.handouts import choice, scenario
from support.rehearsed import ours
from support.samples import scenario as shipped

from mops_tui.model.packs.questions import AskedIf, Question, QuestionBase
from mops_tui.words.handout.answers import answers_words, condition_words
from mops_tui.words.handout.calls import remote_vote_words, remote_words

QUESTION: TypeAdapter[QuestionBase] = TypeAdapter(Question)
TWO = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
PAIR = {"id": "p", "left": "L", "right": "R"}
KINDS: dict[str, dict[str, Any]] = {
    "choice": {"option": TWO},
    "allocate": {"option": TWO},
    "rank": {"option": TWO},
    "hands": {},
    "rate": {"scale": TWO, "item": TWO},
    "pairs": {"pair": [PAIR]},
    "curve": {"item": TWO},
    "grid": {"grid": "mops"},
    "text": {"most": 2},
}


def asked(kind: str, **more: Any) -> QuestionBase:
    texts = {"id": "q", "title": "T", "ask": "A?"}
    return QUESTION.validate_python({"kind": kind, **texts, **KINDS[kind], **more})


@pytest.mark.parametrize(
    ("kind", "words"),
    [("choice", "“A”, “B”"), ("allocate", "“A”, “B”"), ("rank", "“A”, “B”"),
     ("hands", "“Yes”, “No”"), ("rate", "2 things, each on: “A”, “B”"),
     ("pairs", "1 pair of statements."), ("curve", "“A”, “B”"), ("text", "Up to 2 ideas each.")],
)  # fmt: skip
def test_what_can_be_answered_is_one_line(kind: str, words: str) -> None:
    assert answers_words(asked(kind), None) == words


def test_a_grid_is_answered_with_its_corners() -> None:
    (grid,) = (one for one in shipped("mops-personas").grids if one.id == "mops")
    assert "“Modernizers”" in answers_words(asked("grid"), grid)
    assert answers_words(asked("grid"), None) == ""


def test_one_thing_on_a_scale_is_answered_with_its_levels() -> None:
    assert answers_words(asked("rate", item=TWO[:1]), None) == "“A”, “B”"


def test_a_condition_names_the_answers_and_the_question_that_they_lead_in() -> None:
    earlier = scenario("s", choice("where", title="Where?"), choice("then"))
    conditions = [AskedIf(question="where", leads=("b",)), AskedIf(question="where", leads=("a",))]
    words = condition_words(conditions, earlier)
    assert words == "Asked only if “B” leads in “Where?”, or “A” leads in “Where?”."


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_way_to_vote_on_a_call_that_the_program_knows(kind: str) -> None:
    words = remote_vote_words(asked(kind))
    keyed = kind in ("allocate", "rank", "text")
    assert ("key it" in words) == keyed
    assert ("counts" in words) != keyed
    assert ("line by line" in words) == (kind in ("rate", "curve"))
    assert ("corner" in words) == (kind == "grid")


def test_silence_and_pairs_are_told_where_there_are_any() -> None:
    assert remote_words(asked("choice")) == ()
    silent, paired = remote_words(asked("choice", alone=1, in_pairs=2, minutes=9))
    assert "cameras" in silent
    assert "breakout rooms" in paired


def test_the_same_answer_in_two_questions_is_named_once() -> None:
    earlier = scenario("s", choice("today", title="Today"), choice("then", title="Then"), choice())
    conditions = [AskedIf(question=name, leads=("a",)) for name in ("today", "then")]
    assert condition_words(conditions, earlier) == "Asked only if “A” leads in “Today” or “Then”."


def test_no_shipped_pack_sends_people_on_a_call_to_their_phones() -> None:
    """The page reaches only the laptop's own network."""
    told = [
        f"{one.id}/{question.id}: {question.remote}"
        for one in ours().scenarios.values()
        for question in one.questions
        if question.remote and "phone" in question.remote.replace("microphone", "")
    ]
    assert told == []
