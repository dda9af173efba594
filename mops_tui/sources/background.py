"""Work in a thread that nobody has to wait for, not even the end of the program.

The threads of asyncio's own pool are joined when the interpreter ends: one fsync that hangs would
keep the program, its terminal and its lock for as long.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def in_background(work: Callable[[], T]) -> asyncio.Future[T]:
    """Begin something in a thread of its own; the future is the running loop's."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # there is one where there is no error

    def run() -> None:
        result, error = outcome(work)
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, name="mops-tui-disk", daemon=True).start()
    return done


def outcome(work: Callable[[], T]) -> tuple[T | None, BaseException | None]:
    """What some work comes to: its result, or what it raised, to be raised where it is awaited."""
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001 - handed on to whoever waits for it
        return None, error


def within(seconds: float, work: Callable[[], T]) -> T | None:
    """Do something in a thread, and wait for it no longer than some seconds.

    Returns:
        Its result; None when it was not ready in time.

    Raises:
        BaseException: Whatever the work raised.
    """
    results: list[tuple[T | None, BaseException | None]] = []
    ready = threading.Event()

    def run() -> None:
        results.append(outcome(work))
        ready.set()

    threading.Thread(target=run, name="mops-tui-disk", daemon=True).start()
    if not ready.wait(seconds):
        return None
    result, error = results[0]
    if error is not None:
        raise error
    return result
