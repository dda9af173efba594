"""Frames that nobody looks at are not drawn, and nothing that a test could see is lost by it."""

from __future__ import annotations

import pytest
from support.frames import frames
from textual.app import App, ComposeResult
from textual.reactive import reactive
from textual.widgets import Static


class Counting(Static):
    """Draws a number, and counts how often it is asked to."""

    number = reactive(0)
    drawn = 0
    worst = 1000

    def render(self) -> str:
        self.drawn += 1
        if self.number >= self.worst:
            raise ZeroDivisionError
        return f"number {self.number}"

    def show(self, number: int) -> None:
        """Show a number in a frame of its own, at once."""
        self.number = number
        self.screen._dirty_widgets.add(self)
        self.screen._on_timer_update()


class Small(App[None]):
    def compose(self) -> ComposeResult:
        yield Counting()


async def test_what_is_drawn_at_rest_is_drawn_once() -> None:
    app = Small()
    async with app.run_test(size=(20, 3)) as pilot:
        counting = app.query_one(Counting)
        await pilot.pause()
        before = counting.drawn
        for number in range(1, 9):
            counting.show(number)
        await pilot.pause()
        assert counting.drawn == before + 1


async def broken() -> None:
    app = Small()
    async with app.run_test(size=(20, 3)) as pilot:
        counting = app.query_one(Counting)
        counting.show(counting.worst)
        await pilot.pause()


@pytest.mark.slow
async def test_what_cannot_be_drawn_fails_the_test_that_does_not_look() -> None:
    with pytest.raises(ZeroDivisionError):
        await broken()


async def test_who_reads_every_frame_gets_every_frame() -> None:
    app = Small()
    async with app.run_test(size=(20, 3)) as pilot:
        await pilot.pause()
        counting = app.query_one(Counting)
        with frames() as drawn:
            for number in (1, 2, 3):
                counting.show(number)
        assert [frame[0] for frame in drawn] == ["number 1", "number 2", "number 3"]
