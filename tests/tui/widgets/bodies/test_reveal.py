"""A reveal: its picture, three findings, and a question that leaves them their room."""

from __future__ import annotations

from typing import Any

import pytest
from support.pages import page, with_question
from support.results import Room, choices, positions
from support.sessions import workshop

from mops_tui.model.packs.answers import Option, Pair
from mops_tui.model.packs.parts import Counterpoint, Fact
from mops_tui.model.results.tallies import result
from mops_tui.model.session import events as ev
from mops_tui.words.results.findings import findings

SIZES = [(80, 24), (120, 40)]


def revealed(room: Room, ref: str) -> Any:
    return room.add(ev.QuestionShown(question=ref)).seen("room")


def round_of(*ballots: dict[str, Any], ref: str = "demo/where", **changes: Any) -> Room:
    own = with_question(workshop(), ref.partition("/")[2], **changes)
    return Room(len(ballots), workshop=own).round(ref, list(ballots))


@pytest.mark.parametrize("size", SIZES)
async def test_the_findings_stand_there_word_for_word(size: tuple[int, int]) -> None:
    state = revealed(round_of(*choices("aaaabbbcc")), "demo/where")
    shown = result(state, "demo/where")
    assert shown is not None
    told = " ".join(" ".join(await page(state, size)).replace("▌", " ").split())
    found = findings(state, shown)
    assert found
    assert all(sentence in told for sentence in found)


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_longer_than_any_pack_may_have_leaves_the_picture_its_room(
    size: tuple[int, int],
) -> None:
    """A session of an older version may have one."""
    state = revealed(round_of(*choices("aaaabbbcc"), ask="Think of it. " * 90), "demo/where")
    rows = await page(state, size)
    assert sum("Think of it." in row for row in rows) <= 3
    assert all(any(label in row for row in rows) for label in ("Alpha", "Beta", "Gamma"))
    assert any("4 votes" in row for row in rows)


ALIKE = (
    Pair(id="mend", left="I mend it with a better tool", right="I mend it with a better way"),
    Pair(id="long", left="same " * 20 + "one", right="same " * 20 + "other"),
)


@pytest.mark.parametrize("size", SIZES)
async def test_the_two_ends_of_a_pair_are_told_apart(size: tuple[int, int]) -> None:
    state = revealed(
        round_of(*positions("mend", -1, 0, 1, 2), ref="demo/lean", items=ALIKE), "demo/lean"
    )
    rows = await page(state, size)
    words = " ".join(" ".join(rows).split())
    for end in ("tool", "way", "one", "other"):
        assert f" {end} " in words


@pytest.mark.parametrize("n", [0, 1, 2, 3, 9, 40])
async def test_however_many_answered_no_label_and_no_figure_is_cut(n: int) -> None:
    state = revealed(round_of(*choices("abc" * 14)[:n]), "demo/where")
    rows = await page(state, (120, 40))
    text = "\n".join(rows)
    assert all(label in text for label in ("Alpha", "Beta", "Gamma"))
    assert "…" not in text


async def test_what_answers_bring_has_no_tab_where_the_pack_says_nothing_of_it() -> None:
    bare = revealed(round_of(*positions("craft", 1, 1, 2), ref="demo/lean"), "demo/lean")
    told = revealed(round_of(*choices("aaa")), "demo/where")
    assert "Arguments" not in "\n".join(await page(bare))
    assert "Arguments" in "\n".join(await page(told))


async def test_what_the_most_chose_is_read_first_two_abreast_where_there_is_room() -> None:
    told = tuple(
        Option(id=one, label=label, gotchas=(Fact(id="loud", text="It is loud."),))
        for one, label in (("a", "Alpha"), ("b", "Beta"))
    )
    room = round_of(*choices("bbaab"), options=told)
    room.add(ev.QuestionShown(question="demo/where"))
    state = room.add(ev.PageShown(page="brings")).seen("room")
    small = await page(state)
    [beta] = [n for n, row in enumerate(small) if row.strip() == "Beta"]
    [alpha] = [n for n, row in enumerate(small) if row.strip() == "Alpha"]
    assert beta < alpha
    [both] = [row for row in await page(state, (120, 40)) if "Alpha" in row and "Beta" in row]
    assert both.index("Beta") < both.index("Alpha")


async def test_a_counterpoint_waits_for_its_page() -> None:
    against = "But someone says otherwise"
    room = round_of(*choices("aab"), counterpoint=Counterpoint(who="She", text=against))
    assert against not in "\n".join(await page(revealed(room, "demo/where"), (120, 40)))
    turned = room.add(ev.PageShown(page="talk")).seen("room")
    assert against in "\n".join(await page(turned, (120, 40)))


async def test_what_is_only_known_is_background_and_brings_nothing() -> None:
    fact = Fact(id="f", text="Others asked it, too.")
    known = revealed(
        round_of(*positions("craft", 1, 1, 2), ref="demo/lean", facts=(fact,)), "demo/lean"
    )
    text = "\n".join(await page(known))
    assert "Background" in text
    assert "Arguments" not in text


MANY = tuple(
    Pair(id=f"p{n}", left=f"Our number {n} is a thing that we keep", right=f"We let number {n} go")
    for n in range(12)
)


async def test_a_list_that_is_cut_has_a_page_where_it_stands_in_full() -> None:
    room = round_of(*positions("p0", -1, 0, 1, 2), ref="demo/lean", items=MANY)
    small = revealed(room, "demo/lean")
    assert "All items" in "\n".join(await page(small))
    assert "All items" not in "\n".join(await page(small, (120, 40)))
    turned = room.add(ev.PageShown(page="bars")).seen("room")
    rows = "\n".join(await page(turned))
    assert "Our number 0 is a" in rows
    assert "thing that we keep" in rows
    assert "…" not in rows


@pytest.mark.parametrize("size", SIZES)
async def test_what_people_said_when_asked_why_stands_on_the_page_to_talk_about(
    size: tuple[int, int],
) -> None:
    room = round_of(*choices("aab"))
    room.add(ev.ReasonGiven(question="demo/where", round=1, participant="p1", text="I wait [b]."))
    room.add(ev.QuestionShown(question="demo/where"))
    name = room.state().participants["p1"].name
    told = " ".join(
        " ".join(await page(room.add(ev.PageShown(page="talk")).seen("room"), size)).split()
    )
    assert f"Asked why · {name}: “I wait [b].”" in told
