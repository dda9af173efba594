"""The decision page: what is decided stands out, over what the room said, at every size."""

from __future__ import annotations

import re

import pytest
from support.pages import SIZES, page
from support.results import Room

from mops_tui.model.packs.pack import DecisionAsk
from mops_tui.model.session import events as ev
from mops_tui.tui.letters.blocks import in_blocks
from mops_tui.tui.widgets.bodies.decision import decision_line
from mops_tui.words.results.findings import decision_findings

WHERE = "demo/where"
LONG = "We move to Alpha before the summer, with everybody who wants to come along. "


def decided(what: str, name: str = "d1", **more: str) -> ev.DecisionRecorded:
    return ev.DecisionRecorded(decision=name, scenario="demo", what=what, **more)


def voted(people: int = 4) -> Room:
    room = Room(people).add(ev.QuestionShown(question=WHERE))
    return room.round(WHERE, [{"option": o} for o in "aaab"[:people]])


def at_decision(room: Room) -> Room:
    return room.add(ev.SummaryShown(of="decision", name="demo"))


@pytest.mark.parametrize("size", SIZES)
async def test_it_names_what_to_decide_and_what_that_rests_on(size: tuple[int, int]) -> None:
    text = "\n".join(await page(at_decision(voted()).seen("room"), size))
    assert "Nothing is written down yet." in text
    assert "Where: Alpha leads with 3 of 4." in " ".join(text.split())


async def test_on_a_large_screen_the_question_and_then_the_decision_are_in_block_letters() -> None:
    room = at_decision(voted())
    asked = in_blocks("What do we do?", 112, 20)
    written = in_blocks("We move.", 100, 20)
    assert asked is not None
    assert written is not None
    before = "\n".join(await page(room.seen("room"), (120, 40)))
    after = "\n".join(await page(room.add(decided("We move.")).seen("room"), (120, 40)))
    assert asked.rows[0] in before
    assert asked.rows[0] not in after
    assert "What do we do?" in after
    assert written.rows[0] in after


@pytest.mark.parametrize("size", SIZES)
async def test_it_has_its_owner_its_day_and_its_picture_beside_it(size: tuple[int, int]) -> None:
    room = at_decision(voted()).add(decided("We move.", owner="Olu", why="It is near."))
    text = "\n".join(await page(room.seen("room"), size))
    assert "Owner: Olu · decided 2 November 2026" in text
    assert "It is near." in text
    assert ("MOps" in text) == (size[1] > 24)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_decision_is_written_plainly_and_whole(size: tuple[int, int]) -> None:
    room = at_decision(voted()).add(decided(LONG * 3))
    text = " ".join("\n".join(await page(room.seen("room"), size)).replace("┃", " ").split())
    assert text.count("everybody who wants to come along") == 3


async def test_three_decisions_stand_there_together_each_with_whoever_owns_it() -> None:
    room = at_decision(voted())
    room.add(decided("One", "d1", owner="Ana"), decided("Two", "d2"), decided("Three", "d3"))
    text = "\n".join(await page(room.seen("room"), (80, 24)))
    assert "3 decisions" in text
    assert text.count("Nobody owns it yet") == 2
    assert "Owner: Ana" in text


async def test_a_decision_taken_elsewhere_is_seen_to_land_until_something_else_happens() -> None:
    room = voted().add(decided("We move.", owner="Olu"))
    landed = "\n".join(await page(room.seen("room")))
    assert "We move." in landed
    assert "Owner: Olu" in landed
    room.add(ev.PageShown(page="votes"))
    assert "Owner: Olu" not in "\n".join(await page(room.seen("room")))


async def test_who_votes_is_not_taken_away_from_the_question() -> None:
    room = Room(2).add(ev.QuestionShown(question=WHERE)).open(WHERE).add(decided("We move."))
    text = "\n".join(await page(room.seen("room")))
    assert "Where should the team sit?" in text
    assert "We move." not in text


async def test_a_decision_that_is_taken_back_is_gone() -> None:
    room = at_decision(voted()).add(decided("We move."))
    room.add(ev.DecisionAmended(decision="d1", scenario="demo", what="We move.", removed=True))
    assert "We move." not in "\n".join(await page(room.seen("room")))


@pytest.mark.parametrize(("people", "words"), [
    (0, "No question here has been revealed."),
    (2, "No answer here rests on enough votes to be said of the room."),
])  # fmt: skip
async def test_where_too_few_voted_nothing_is_said_of_the_room(people: int, words: str) -> None:
    room = at_decision(voted(people) if people else Room())
    assert words in "\n".join(await page(room.seen("room")))


@pytest.mark.parametrize("size", SIZES)
async def test_what_its_vote_lacked_stands_with_it(size: tuple[int, int]) -> None:
    room = Room(5).add(ev.QuestionShown(question=WHERE))
    room.round(WHERE, [{"option": o} for o in "aaabb"])
    room = at_decision(room.add(decided("Where: Alpha", owner="Olu")))
    text = "\n".join(await page(room.seen("room"), size))
    assert "the vote  3 of 5, short of the 75 % set for a decision" in text


async def test_large_letters_leave_room_for_all_that_it_rests_on() -> None:
    why = "It is near, and everybody who has been there says so. " * 22
    tall = at_decision(voted()).add(decided("We move.", why=why))
    text = "\n".join(await page(tall.seen("room"), (120, 40)))
    written = in_blocks("We move.", 100, 20)
    assert written is not None
    assert written.rows[0] not in text
    assert "We move." in text
    assert "Alpha leads with 3 of 4." in " ".join(text.split())


async def test_large_letters_of_what_is_asked_leave_room_for_what_the_votes_said() -> None:
    asks = DecisionAsk(ask="Do we stay as we are, move, or change one of the other things first?")
    plain = voted().header.workshop
    (demo,) = plain.scenarios
    titles = {q.id: "A title of four words, and then of several more" for q in demo.questions}
    questions = [q.model_copy(update={"title": titles[q.id]}) for q in demo.questions]
    made = demo.model_copy(update={"decision": asks, "questions": tuple(questions)})
    room = Room(4, workshop=plain.model_copy(update={"scenarios": (made,)}))
    for ref, ballots in (
        (WHERE, [{"option": o} for o in "aaab"]),
        ("demo/cmo", [{"option": "yes"}] * 4),
        ("demo/ready", [{"items": ("owner",), "levels": ("partly",)}] * 4),
        ("demo/points", [{"options": ("a", "b"), "points": (9, 1)}] * 4),
    ):
        room.round(ref, ballots)
    found = decision_findings(room.seen("room"), "demo")
    assert len(found) == 4
    text = " ".join("\n".join(await page(at_decision(room).seen("room"), (120, 30))).split())
    for said in found:
        assert said.split()[-1] in text


async def test_a_fact_that_has_no_room_left_begins_a_line_of_its_own() -> None:
    sure = ev.DecisionRecorded(
        decision="d", scenario="demo", what="We move.", owner="Maximilian Berg", confidence=3
    )
    text = "\n".join(await page(at_decision(voted()).add(sure).seen("room"), (80, 24)))
    assert "how sure: fairly sure (the facilitator's word)" in text


@pytest.mark.parametrize("width", range(30, 100, 7))
def test_what_a_vote_lacked_goes_on_under_its_line(width: int) -> None:
    room = Room(29).round(WHERE, [{"option": o} for o in "a" * 7 + "b" * 13 + "c" * 9])
    state = room.add(decided(f"We go to Alpha. {LONG}", owner="Helen Okafor")).seen("room")
    first, *rest = decision_line(state, state.decisions["d1"], width).plain.splitlines()
    assert first.startswith("✓ ")
    assert all(re.match(r"  \S", line) and len(line) <= width for line in rest)
    assert "7 of 29, fewer than the 13 for Beta" in " ".join(" ".join(rest).split())


@pytest.mark.parametrize("what", ["We change “Alpha comes first”", "We begin with “An owner”"])
async def test_no_vote_stands_beside_a_decision_that_does_not_name_it(what: str) -> None:
    room = Room(5).round(WHERE, [{"option": o} for o in "aaabb"])
    room.round("demo/ready", [{"items": ("owner",), "levels": ("partly",)}] * 5)
    text = "\n".join(await page(at_decision(room.add(decided(what))).seen("room"), (80, 24)))
    assert what in text
    assert "the vote" not in text
