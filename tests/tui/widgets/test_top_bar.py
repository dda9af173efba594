"""The top bar: a rehearsal says that it is one, on every page, and pushes nothing off."""

from __future__ import annotations

import pytest
from support.pages import page
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import VisibleState

LONG = "Which of the two maps would you rather show to your boss on a Friday?"


def pages(room: Room) -> dict[str, VisibleState]:
    """The same room on each of its pages."""
    seen = {"lobby": room.seen("room")}
    for name, shown in (
        ("brief", ev.BriefShown(scenario="demo")),
        ("vote", ev.QuestionShown(question="demo/where")),
    ):
        seen[name] = room.add(shown).seen("room")
    room.round("demo/where", choices("aaab"))
    seen["reveal"] = room.seen("room")
    seen["decision"] = room.add(ev.SummaryShown(of="decision", name="demo")).seen("room")
    seen["grid"] = room.add(ev.SummaryShown(of="grid", name="mops")).seen("room")
    seen["workshop"] = room.add(ev.SummaryShown(of="workshop")).seen("room")
    return seen


async def test_every_page_of_a_rehearsal_says_so_and_none_of_a_workshop() -> None:
    for session in ("rehearsal", "live"):
        for name, state in pages(Room(4, session=session)).items():
            top = (await page(state))[0]
            assert ("Rehearsal" in top) == (session == "rehearsal"), (name, top)


async def test_a_title_that_says_so_is_not_told_twice() -> None:
    titled = Room(4, session="rehearsal", title="Rehearsal: the full walk")
    assert (await page(titled.seen("room")))[0].count("Rehearsal") == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_time_and_votes_keep_their_place_beside_it(size: tuple[int, int]) -> None:
    (scenario,) = workshop().scenarios[:1]
    question = scenario.questions[0].model_copy(update={"title": LONG})
    scenario = scenario.model_copy(update={"questions": (question, *scenario.questions[1:])})
    own = workshop().model_copy(update={"scenarios": (scenario, *workshop().scenarios[1:])})
    room = Room(4, session="rehearsal", workshop=own)
    ref = f"demo/{question.id}"
    room.add(ev.QuestionShown(question=ref)).open(ref)
    top = (await page(room.seen("room"), size))[0]
    assert "Rehearsal" in top
    assert "0 of 4 voted" in top
    assert top.endswith("min")
