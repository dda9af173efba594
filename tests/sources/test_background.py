"""Work that nobody waits for: no thread of this program keeps it from ending."""

from __future__ import annotations

import ast
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import mops_tui
from mops_tui.sources.background import in_background

PACKAGE = Path(mops_tui.__file__).parent
POOLS = {"to_thread", "run_in_executor", "ThreadPoolExecutor", "ProcessPoolExecutor"}
"""What runs in a pool of threads, which the interpreter joins when it ends."""

MAY = re.compile("thread|executor", re.IGNORECASE)
"""What every module holds that names one of them: the others need not be parsed."""


def joined(tree: ast.AST) -> Iterator[str]:
    """What of a module the interpreter would wait for at its end."""
    for node in ast.walk(tree):
        named = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if named in POOLS or (isinstance(node, ast.alias) and node.name in POOLS):
            yield named or ast.unparse(node)
        if isinstance(node, ast.Call):
            given = {one.arg: one.value for one in node.keywords}
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            daemon = given.get("daemon")
            if "thread" in given:  # a worker of Textual's in asyncio's pool
                yield ast.unparse(node)
            if called == "Thread" and not (isinstance(daemon, ast.Constant) and daemon.value):
                yield ast.unparse(node)


@pytest.mark.parametrize(
    "code",
    [
        "@work(thread=True)\ndef load(self): ...",
        "self.run_worker(load, thread=True)",
        "await asyncio.to_thread(load)",
        "from asyncio import to_thread",
        "loop.run_in_executor(None, load)",
        "threading.Thread(target=load).start()",
        "threading.Thread(target=load, daemon=False).start()",
    ],
)
def test_what_would_be_joined_is_recognized(code: str) -> None:
    assert list(joined(ast.parse(code)))


def test_no_thread_keeps_the_program_from_ending() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): waits
        for path in sorted(PACKAGE.rglob("*.py"))
        if MAY.search(text := path.read_text("utf-8")) and (waits := list(joined(ast.parse(text))))
    }
    assert found == {}


async def test_work_in_the_background_is_a_daemons_and_its_result_comes_to_the_loop() -> None:
    assert await in_background(lambda: threading.current_thread().daemon)


async def test_what_work_in_the_background_raises_is_raised_where_it_is_awaited() -> None:
    with pytest.raises(ZeroDivisionError):
        await in_background(lambda: 1 // 0)
