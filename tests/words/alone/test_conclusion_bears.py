"""Whatever was answered: a conclusion names only what was answered, and agrees with itself."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.answering import WALKED, any_walk
from support.examples import examples

from mops_tui.model.alone.adding_up import adding_up
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.walk import Walk
from mops_tui.words.alone.conclusion import conclusion
from mops_tui.words.alone.naming import Passage, answer_of

IN = re.compile(
    r"In “([^”]*)” (?:you chose|you said|nothing stands above) (.*?)(?: first)?(?:[.,]|$)"
)
OF_ALL = ("All your answers", "What you can look up")
WALKS = st.builds(any_walk, st.sampled_from(WALKED), st.integers(0, 10**6))


def told(walk: Walk) -> dict[str, Passage]:
    return {block.heading: block for block in conclusion(walk)}


def lines_of(blocks: tuple[Passage, ...]) -> list[str]:
    return [line for block in blocks for line in (*block.lines, *block.points)]


def given_to(walk: Walk) -> dict[str, set[str]]:
    """What stands first in each answer, by the titles of their questions."""
    found: dict[str, set[str]] = {}
    for ref in walk.refs:
        question, said = walk.state.question(ref), walk.answered(ref)
        assert question is not None
        first = firsts(question, said.ballot, walk.state.workshop) if said else ()
        found[question.title] = {answer_of(walk, ref, one) for one in first}
    return found


@examples(60)
@given(WALKS)
def test_an_answer_that_is_named_was_given(walk: Walk) -> None:
    first = given_to(walk)
    for line in lines_of(conclusion(walk)):
        for title, answer in IN.findall(line):
            bare = re.sub(r" \([^)]*\)$", "", answer).strip("“”")
            assert bare in {one.strip("“”") for one in first[title]}, line


@examples(60)
@given(WALKS)
def test_what_answers_have_in_common_is_what_was_put_first(walk: Walk) -> None:
    for thread in adding_up(walk).threads:
        assert len(thread.answers) > 1
        for ref, names in thread.answers:
            question, said = walk.state.question(ref), walk.answered(ref)
            assert question is not None
            assert said is not None
            assert len(names) == len(firsts(question, said.ballot, walk.state.workshop))
    shown = told(walk).get("Answers in common")
    if shown is not None and "the same one" in shown.lines[0]:
        assert len({point.split(": ", 1)[-1].casefold() for point in shown.points}) == 1


@examples(60)
@given(WALKS)
def test_no_two_sentences_contradict_each_other(walk: Walk) -> None:
    text, sums = "\n".join(lines_of(conclusion(walk))), adding_up(walk)
    blocks = told(walk)
    assert not ("It is close" in text and "It is not close" in text)
    for pull in sums.pulls:
        assert not (pull.agrees and pull.differs)
        for side in pull.sides:
            if side.answer in pull.toward:  # what is pointed to has a need that speaks for it
                name = answer_of(walk, pull.question, side.answer)
                assert f"For {name}: " in text
                assert f"What speaks for {name}, you need little" not in text
    for one in sums.conditions:
        assert not set(one.holds) & set(one.lowest)
        assert (len(one.holds) == one.n) == (not one.lowest)
    if "Your answers do not say it yet." in text:
        assert "they could write down" not in text
    if "there is nothing to add up" in text:
        assert set(blocks) <= {"To be decided", "Left open"}
    for place in sums.placed:
        if place.against is not None and place.leans is not None:
            axis, term = place.against
            assert term.part * place.leans["xy".index(axis)] < 0
            assert (axis, term) not in place.terms


@examples(60)
@given(WALKS)
def test_what_was_not_rated_is_not_counted_as_rated(walk: Walk) -> None:
    blocks = told(walk)
    for one in adding_up(walk).conditions:
        question = walk.state.question(one.question)
        assert question is not None
        text = " ".join(blocks[question.title].lines)
        assert one.n <= one.of
        if one.n < one.of:
            assert "You call all" not in text
            assert not re.search(r"Of \d+ conditions", text)


@examples(60)
@given(WALKS)
def test_a_fact_of_today_is_never_said_to_be_chosen_or_stood_by(walk: Walk) -> None:
    today = [q.title for ref in walk.refs if (q := walk.state.question(ref)) and q.today]
    for block in conclusion(walk):
        for line in (*block.lines, *block.points):
            for title in today:
                assert f"In “{title}” you chose" not in line
                if line.startswith(title) and block.heading in (
                    "All your answers",
                    "What you can look up",
                ):
                    assert not re.search(r"firm( at all)?\)$", line), line
        if block.heading == "Where to look first":
            assert not [one for one in block.points if one.startswith(tuple(today))]


@pytest.mark.parametrize("scenario", WALKED)
def test_every_passage_says_something_and_none_twice(scenario: str) -> None:
    for seed in range(30):
        blocks = conclusion(any_walk(scenario, seed))
        assert all(block.lines or block.points for block in blocks)
        for block in blocks:
            said = (*block.lines, *block.points)
            assert len(said) == len(set(said)), (seed, said)
            assert not [line for line in said if ".." in line or "?:" in line or "  " in line]
