"""The drawn screen before a reveal holds no value, and is the same whatever was voted.

For each kind of question two sets of ballots of the same people, with texts that stand nowhere
else; every screen that the room may see before the reveal is drawn for both and compared.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from support.pilot import Stage, workshop
from support.sessions import QUESTIONS

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.model.session.state import View
from mops_tui.tui.screens.dialogs.hot_seat import HotSeatScreen
from mops_tui.tui.screens.dialogs.notebook import NotebookScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

SENTINEL = "Xylophon"
CALLS = {
    "demo/where": (("", "a"), ("", "c")),
    "demo/ready": (("owner", "absent"), ("owner", "in-place")),
    "demo/lean": (("craft", "-2"), ("craft", "2")),
    "demo/place": (("", "modernizers"), ("", "psychologists")),
    "demo/waves": (("cloud", "innovators"), ("cloud", "laggards")),
    "demo/cmo": (("", "yes"), ("", "no")),
}


def ballot(ref: str, draw: random.Random) -> Ballot:
    """Any ballot for a question of the tiny workshop."""
    if draw.random() < 0.15:
        return Pass()
    points = draw.randint(1, 9)
    order = draw.sample(["a", "b", "c"], 3)
    ballots: dict[str, Ballot] = {
        "demo/where": Choice(draw.choice("abc")),
        "demo/points": Allocation(tuple(order[:2]), (points, 10 - points)),
        "demo/ready": Ratings(
            ("owner", "platform"), tuple(draw.choices(["absent", "partly"], k=2))
        ),
        "demo/lean": Positions(("craft", "drive"), tuple(draw.choices(range(-2, 3), k=2))),
        "demo/place": Point(draw.randint(-100, 100), draw.randint(-100, 100)),
        "demo/waves": Positions(("cloud", "video"), tuple(draw.choices(range(101), k=2))),
        "demo/order": Ranking(tuple(order)),
        "demo/cmo": Choice(draw.choice(["yes", "no"])),
        "demo/ideas": Ideas((f"{SENTINEL}{draw.randint(1000, 9999)}",)),
    }
    return ballots[ref]


async def screens(stage: Stage) -> list[str]:
    """Every screen that may stand there before the reveal: open, closed, dialogs, the cover."""
    seen = [await stage.still()]
    for key, screen in (("p", PeopleScreen), ("l", NotebookScreen), ("h", HotSeatScreen)):
        await stage.press(key)
        await stage.on(screen)
        seen.append(await stage.still())
        await stage.press("escape")
        await stage.on(WorkshopScreen)
    await stage.do(cmd.CloseRound(stage.head.view.name))
    await stage.sees("Closed: Space reveals it, v reopens it.")
    seen.append(await stage.still())
    await stage.press("pageup")
    await stage.sees("LOOKING BACK")
    await stage.press("f5")
    await stage.misses("LOOKING BACK")
    seen.append(await stage.still())
    return seen


async def drawn(
    votes: Mapping[str, Sequence[Ballot]], call: int, size: tuple[int, int]
) -> dict[str, list[str]]:
    """The screens of some questions of one workshop, all voted on before any is looked at."""
    asked: list[cmd.Command] = [cmd.CountHeads(6)]
    for ref, ballots in votes.items():
        asked.append(cmd.Show(View("question", ref)))
        asked += [cmd.CastVote(ref, f"p{n}", one) for n, one in enumerate(ballots, 1)]
        if ref in CALLS:
            item, category = CALLS[ref][call]
            asked.append(cmd.SetTally(ref, ((item, category, 3),)))
    seen = {}
    async with workshop(*asked, size=size) as stage:
        for ref in votes:
            await stage.do(cmd.Show(View("question", ref)))
            seen[ref] = await screens(stage)
    return seen


def ballots_of(ref: str) -> tuple[list[Ballot], list[Ballot]]:
    """Two sets of the same people's ballots, not the same."""
    draw = random.Random(ref)
    first = [ballot(ref, draw) for _ in range(3)]
    second = [ballot(ref, draw) for _ in range(3)]
    while first == second:
        second = [ballot(ref, draw) for _ in range(3)]
    return first, second


@pytest.mark.parametrize(
    ("size", "refs"),
    [((80, 24), QUESTIONS[::2]), ((120, 40), QUESTIONS[1::2])],
    ids=["80x24", "120x40"],
)
async def test_every_screen_before_the_reveal_is_the_same_for_any_ballots(
    size: tuple[int, int], refs: Sequence[str]
) -> None:
    votes = {ref: ballots_of(ref) for ref in refs}
    one = await drawn({ref: both[0] for ref, both in votes.items()}, 0, size)
    other = await drawn({ref: both[1] for ref, both in votes.items()}, 1, size)
    assert one == other
    assert SENTINEL not in "\n".join(text for texts in one.values() for text in texts)


@pytest.mark.parametrize("anonymity", ["named", "pseudonyms", "anonymous"])
async def test_the_order_of_ballots_is_not_drawn(anonymity: str) -> None:
    """Who voted first is nobody's business: the same people in another order look the same."""
    seen = []
    for order in ((1, 2, 3), (3, 1, 2)):
        casts = [cmd.CastVote("demo/where", f"p{n}", Choice("a")) for n in order]
        policy = {"anonymity": anonymity}
        async with workshop(*casts, at="demo/where", policy=policy) as stage:
            await stage.sees("3 of 3 have voted")
            seen.append(await stage.still())
    assert seen[0] == seen[1]


async def test_the_same_screens_do_show_values_once_revealed() -> None:
    """The comparison above can fail: after the reveal the two rooms look different."""
    seen = []
    for option in "ab":
        casts = [cmd.CastVote("demo/where", f"p{n}", Choice(option)) for n in (1, 2, 3)]
        async with workshop(*casts, cmd.Reveal("demo/where"), at="demo/where") as stage:
            seen.append(await stage.sees("Arguments"))
    assert seen[0] != seen[1]


async def test_a_later_round_shows_nothing_of_its_own_beside_the_earlier_one() -> None:
    seen = []
    for option in "ab":
        casts = [cmd.CastVote("demo/where", f"p{n}", Choice("c")) for n in (1, 2, 3)]
        again = [cmd.CastVote("demo/where", f"p{n}", Choice(option)) for n in (1, 2, 3)]
        commands: tuple[cmd.Command, ...] = (
            *casts,
            cmd.Reveal("demo/where"),
            cmd.OpenRound("demo/where"),
            *again,
        )
        async with workshop(*commands, at="demo/where") as stage:
            await stage.sees("Round 2", "3 of 3 have voted")
            first = await stage.still()
            await stage.press("y")
            await stage.sees("round 1 of 2")
            seen.append((first, await stage.still()))
    assert seen[0] == seen[1]
