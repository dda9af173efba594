"""A connection that breaks is no fault of the program; a fault of the program still is."""

from __future__ import annotations

import asyncio
import errno
from typing import Any

import pytest

from mops_tui.web.serving.failures import Failures


async def test_what_the_network_does_is_kept_from_whoever_ends_the_app_over_a_fault() -> None:
    loop = asyncio.get_running_loop()
    heard: list[Any] = []
    loop.set_exception_handler(lambda _loop, context: heard.append(context["exception"]))
    failures, fault = Failures(), ValueError()
    failures.watch(loop)
    no_handles = OSError(errno.EMFILE, "too many open files")
    for context in (
        {"message": "shutdown", "exception": ConnectionResetError()},
        {"message": "accept", "exception": no_handles, "socket": object()},
        {"message": "read", "exception": TimeoutError(errno.ETIMEDOUT, ""), "transport": object()},
    ):
        loop.call_exception_handler(context)
    assert heard == []
    loop.call_exception_handler({"message": "a bug", "exception": fault, "transport": object()})
    loop.call_exception_handler({"message": "a disk", "exception": OSError(errno.ENOSPC, "")})
    assert heard[0] is fault
    assert isinstance(heard[1], OSError)
    failures.unwatch(loop)
    loop.call_exception_handler({"message": "shutdown", "exception": ConnectionResetError()})
    assert isinstance(heard[2], ConnectionResetError)


async def test_nothing_is_printed_of_a_connection_that_breaks(
    capfd: pytest.CaptureFixture[str],
) -> None:
    loop = asyncio.get_running_loop()
    failures = Failures()
    failures.watch(loop)
    loop.call_exception_handler({"message": "x", "exception": ConnectionAbortedError()})
    failures.unwatch(loop)
    assert capfd.readouterr() == ("", "")
