"""Whatever fails ends in one sentence, and in a private log that holds nothing anybody typed.

Python prints the messages of exceptions, and Textual the values of local variables: ballots, names.
Nothing here is imported that a start does not need.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


def install() -> None:
    """From now on no exception prints itself, in whichever thread."""
    sys.excepthook = _failed
    sys.unraisablehook = _failed_aside
    threading.excepthook = _failed_in_thread


_in_thread: list[Callable[[BaseException, threading.Thread | None], None]] = []


def tell_of_threads(on_failure: Callable[[BaseException, threading.Thread | None], None]) -> None:
    """Tell somebody when a thread fails: an app, which has to end in good order."""
    _in_thread[:] = [on_failure]


def say_crash(error: BaseException) -> None:
    """Write the private log, and say on the terminal where it is."""
    from mops_tui.storage.folders.crash_log import write_crash
    from mops_tui.words.files.crash import stopped

    say(stopped(write_crash(error)))


def say(words: str) -> None:
    """Say something on the terminal, where there still is one."""
    try:
        sys.__stderr__.write(f"{words}\n")  # type: ignore[union-attr]  # none is caught below
        sys.__stderr__.flush()  # type: ignore[union-attr]  # none is caught below
    except (OSError, ValueError, AttributeError):  # gone, closed, or never there
        pass


def _failed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    say_crash(error if error.__traceback__ else error.with_traceback(trace))


def _failed_aside(failed: sys.UnraisableHookArgs) -> None:
    """What fails where nobody can be told, in a destructor for one, stops nothing."""
    from mops_tui.storage.folders.crash_log import write_crash

    if failed.exc_value is not None:
        write_crash(failed.exc_value)


def _failed_in_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is None or issubclass(failed.exc_type, SystemExit):
        return
    if _in_thread:
        _in_thread[0](failed.exc_value, failed.thread)
    else:
        say_crash(failed.exc_value)
