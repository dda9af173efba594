"""What was shown and is gone is wholly gone: exact counts of live things, never timings.

After a few repetitions to warm up, some more leave the app with exactly as many widgets, as many
drawings of widgets, and as many timers as before. What is kept is kept each time, so that a few
repetitions show as much as thirty.
"""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest
from support.pilot import Stage, workshop
from textual._styles_cache import StylesCache
from textual.dom import DOMNode
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.tui.textual_patches import forget_gone

pytestmark = pytest.mark.slow

TIMES = 2
"""Repetitions, after which everything that is kept has been kept twice."""
WARM = 1
Act = Callable[[Stage, Screen[object]], Awaitable[None]]


def census() -> Counter[str]:
    """Live widgets, screens, drawings and timers, by kind, whoever holds them."""
    gc.collect()
    found = (o for o in gc.get_objects() if isinstance(o, DOMNode | StylesCache | Timer))
    return Counter(type(one).__name__ for one in found)


async def through(stage: Stage, desk: Screen[object], opens: str) -> None:
    """Open a dialog and leave it."""
    await stage.pilot.press(opens)
    await stage.until(lambda: stage.screen is not desk, f"for what {opens} opens")
    await stage.pilot.press("escape")
    await stage.until(lambda: stage.screen is desk, "for the workshop")


def dialog(key: str) -> Act:
    async def act(stage: Stage, desk: Screen[object]) -> None:
        await through(stage, desk, key)

    return act


async def dark_and_back(stage: Stage, desk: Screen[object]) -> None:
    for key in ("b", "b"):
        await stage.pilot.press(key)
        await stage.settled()


async def look_back_and_return(stage: Stage, desk: Screen[object]) -> None:
    await stage.do(cmd.Show(View("brief", "demo", back=True)))
    await stage.do(cmd.Show(View("grid", "mops", back=True)))
    await stage.do(cmd.Show(View("question", "demo/where")))


async def timer(stage: Stage, desk: Screen[object]) -> None:
    await stage.do(cmd.StartTimer(60), cmd.ExtendTimer(60), cmd.StopTimer())


async def votes(stage: Stage, desk: Screen[object]) -> None:
    for option in "ab":
        await stage.do(cmd.CastVote("demo/where", "p1", Choice(option)))


async def resize(stage: Stage, desk: Screen[object]) -> None:
    for size in ((120, 40), (80, 24)):
        await stage.pilot.resize_terminal(*size)
        await stage.pilot.pause()


ACTS: dict[str, Act] = {
    "dark": dark_and_back,
    "look back": look_back_and_return,
    "timer": timer,
    "votes": votes,
    "resize": resize,
    "hot seat": dialog("h"),
    "call-outs": dialog("g"),
    "note": dialog("n"),
    "people": dialog("p"),
    "agenda": dialog("a"),
    "decision": dialog("d"),
    "help": dialog("question_mark"),
}


async def settle(stage: Stage) -> None:
    """Let what was asked to go be gone."""
    await stage.settled()
    for _ in range(3):
        await stage.pilot.pause()


async def grown(stage: Stage, act: Act, times: int) -> dict[str, int]:
    """What there is more of after so many times."""
    desk = stage.screen
    for _ in range(WARM):
        await act(stage, desk)
    await settle(stage)
    before = census()
    for _ in range(times):
        await act(stage, desk)
    await settle(stage)
    more = Counter[str]()

    def gone() -> bool:
        """Whoever goes takes a moment; what a later change of screen lets go is let go here."""
        nonlocal more
        forget_gone(stage.app)
        more = census() - before
        return not more

    with contextlib.suppress(AssertionError):
        await stage.until(gone)
    return dict(more)


async def test_nothing_is_kept_of_what_was_shown() -> None:
    """One after the other on the same day, each counted by itself."""
    async with workshop(at="demo/where") as stage:
        more = {name: await grown(stage, act, TIMES) for name, act in ACTS.items()}
        assert {name: of for name, of in more.items() if of} == {}


async def test_a_text_area_that_is_gone_is_not_kept_for_the_theme() -> None:
    class Writing(Screen[None]):
        BINDINGS = [("escape", "dismiss", "Close")]  # noqa: RUF012 - typed by Textual

        def compose(self):  # type: ignore[no-untyped-def]  # as Textual types it
            yield TextArea()

    async def write(stage: Stage, desk: Screen[object]) -> None:
        await stage.app.push_screen(Writing())
        stage.app.pop_screen()
        await stage.until(lambda: stage.screen is desk)

    async with workshop() as stage:
        found = await grown(stage, write, TIMES)
        assert found.get("TextArea", 0) == 0


async def test_a_body_goes_wholly_before_the_next_comes() -> None:
    async with workshop(at="demo/where") as stage:
        view = stage.screen.query_one("RoomView")
        for _ in range(5):
            for place in (View("brief", "demo"), View("decision", "demo"), View("workshop")):
                stage.room.ask(cmd.Show(place))
                assert len(view.children) <= 1
        await stage.until(lambda: [type(b).__name__ for b in view.children] == ["SummaryBody"])
