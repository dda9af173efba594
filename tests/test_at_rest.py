"""A pilot's wait ends when nothing can happen any more, and no sooner."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest
from support import at_rest


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier test may have left behind counts as having been there before."""
    monkeypatch.setattr(at_rest, "_BEFORE", set(threading.enumerate()))


class Plain:
    """The pilot's own wait, which says whether it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, min_sleep: float, max_sleep: float) -> None:
        self.asked += 1


async def rested() -> int:
    """Wait; how often the pilot's own wait was needed."""
    plain = Plain()
    await at_rest.rested(0.0, 1.0, plain)
    return plain.asked


async def test_a_loop_without_work_is_at_rest() -> None:
    asyncio.get_running_loop().call_later(3600, print)
    assert await rested() == 0


async def test_what_is_to_be_done_and_what_comes_of_it_is_done() -> None:
    loop = asyncio.get_running_loop()
    done: list[str] = []
    loop.call_soon(loop.call_soon, loop.call_later, 0.01, done.append, "work")
    assert await rested() == 0
    assert done == ["work"]


async def test_a_timer_that_is_called_off_is_not_waited_for() -> None:
    asyncio.get_running_loop().call_later(0.02, print).cancel()
    assert at_rest.next_due(asyncio.get_running_loop()) == float("inf")
    assert await rested() == 0


async def test_what_never_rests_is_left_to_the_pilot() -> None:
    loop = asyncio.get_running_loop()
    again = [loop.call_soon(print)]

    def work() -> None:
        again[0] = loop.call_soon(work)

    work()
    assert await rested() == 1
    again[0].cancel()


async def test_a_thread_that_works_is_left_to_the_pilot() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait, daemon=True)
    thread.start()
    assert await rested() == 1
    end.set()
    thread.join()
    assert await rested() == 0


async def test_what_a_thread_left_to_do_is_done() -> None:
    done: list[str] = []
    loop = asyncio.get_running_loop()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(done.append, "work"))
    thread.start()
    thread.join()
    assert await rested() == 0
    assert done == ["work"]


async def test_a_loop_that_listens_to_a_file_is_left_to_the_pilot() -> None:
    ends = os.pipe()
    loop = asyncio.get_running_loop()
    loop.add_reader(ends[0], print)
    assert await rested() == 1
    loop.remove_reader(ends[0])
    for end in ends:
        os.close(end)
