"""The steps of the day that no scenario has, on the screen."""

from __future__ import annotations

import pytest
from support.before import BUDGET, CONSENT, before
from support.pages import SIZES, page, with_question
from support.results import Room
from support.sessions import workshop

from mops_tui.model.session import events as ev


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("of", "title"), [("break", "Break"), ("owners", "Who owns what")])
async def test_each_says_what_it_is(of: ev.Step, title: str, size: tuple[int, int]) -> None:
    name = "demo" if of == "break" else ""
    room = Room(2, before=before()).add(ev.StepShown(of=of, name=name))
    rows = await page(room.seen("room"), size)
    assert title in rows[0]


async def test_who_owns_what_has_each_decision_with_its_owner() -> None:
    room = Room(2).add(
        ev.DecisionRecorded(decision="d", scenario="demo", what="One form.", owner="Maya"),
        ev.StepShown(of="owners"),
    )
    text = "\n".join(await page(room.seen("room")))
    assert "One form." in text
    assert "Owner: Maya" in text


async def test_a_decision_without_an_owner_stands_out_and_says_which_key() -> None:
    room = Room(2).add(
        ev.DecisionRecorded(
            decision="d", scenario="demo", what="One form.", owner="Maya", agree="The CIO",
            first_step="Ask her.", review="in May",
        ),
        ev.DecisionRecorded(decision="e", scenario="demo", what="No fax."),
        ev.StepShown(of="owners"),
    )  # fmt: skip
    text = "\n".join(await page(room.seen("room"), keys=True))
    assert "must agree: The CIO · first step: Ask her. · we look again" in text
    assert "No owner yet: press d" in text
    on_stage = "\n".join(await page(room.seen("room")))
    assert "Nobody owns it yet" in on_stage
    assert "press" not in on_stage


@pytest.mark.parametrize("size", SIZES[:2])
async def test_many_decisions_are_read_back_without_a_blank_line_between(
    size: tuple[int, int],
) -> None:
    room = Room(2)
    for number in range(5):
        room.add(ev.DecisionRecorded(decision=f"d{number}", scenario="demo", what=f"No. {number}"))
    rows = await page(room.add(ev.StepShown(of="owners")).seen("room"), size)
    assert all(any(f"No. {number}" in row for row in rows) for number in range(5))


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_says_what_comes_before_its_vote(size: tuple[int, int]) -> None:
    made = with_question(workshop(), "where", minutes=9.0, alone=1, in_pairs=2)
    room = Room(2, workshop=made).add(ev.QuestionShown(question="demo/where")).open("demo/where")
    shown = " ".join(" ".join(await page(room.seen("room"), size)).split())
    assert "First: one minute in silence. Then 2 minutes in pairs. Then we vote." in shown
    assert "t counts it" not in shown
    keyed = " ".join(" ".join(await page(room.seen("room"), size, keys=True)).split())
    assert "t counts it" in keyed


@pytest.mark.parametrize("size", SIZES)
async def test_last_time_opens_with_each_decision_and_what_became_of_it(
    size: tuple[int, int],
) -> None:
    room = Room(2, before=before()).add(ev.StepShown(of="before"))
    text = " ".join(" ".join(await page(room.seen("room"), size)).split())
    for words in ("Our morning in October, 3 October 2026", "· One intake form", "Owner: Maya"):
        assert words in text
    assert "Shift+D" not in text
    room.add(ev.DecisionFollowedUp(decision="d-1", outcome="done"))
    text = " ".join(" ".join(await page(room.seen("room"), size)).split())
    assert "✓ One intake form" in text
    assert "What became of it: done" in text


async def test_last_time_has_who_dissented_and_what_became_of_each_action() -> None:
    room = Room(2, before=before(action=(CONSENT, BUDGET))).add(ev.StepShown(of="before"))
    text = " ".join(" ".join(await page(room.seen("room"), (120, 40), keys=True)).split())
    assert "Dissent: Tom: too early" in text
    assert "→ Ask Legal about consent · Tom · by 10 October 2026" in text
    assert "Shift+C carries what is open over" in text
    room.add(
        ev.ActionFollowedUp(action="a-1", outcome="not-done"),
        ev.ActionFollowedUp(action="s-00/a-1", outcome="carried"),
    )
    text = " ".join(" ".join(await page(room.seen("room"), (120, 40), keys=True)).split())
    assert "✗ Ask Legal about consent · Tom · by 10 October 2026 (not done)" in text
    assert "» Ask for a budget · nobody named (carried over)" in text
    assert "Shift+C carries" in text  # what is not done is still open
    room.add(ev.ActionFollowedUp(action="a-1", outcome="done"))
    text = " ".join(" ".join(await page(room.seen("room"), (120, 40), keys=True)).split())
    assert "Shift+C" not in text
