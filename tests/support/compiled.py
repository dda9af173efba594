"""Compiled files, each made by one worker: else all workers would make all of them.

On a fresh checkout nothing is compiled, and compiling takes as long as collecting. pytest keeps
test modules in a form of its own, and makes it when it imports one; here its importer is given a
module in which nothing can be imported, so that it makes the form and runs nothing of it.
"""

from __future__ import annotations

import compileall
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.abc import Loader
from importlib.util import cache_from_source, spec_from_file_location
from pathlib import Path
from types import ModuleType

from _pytest.assertion.rewrite import PYC_TAIL, AssertionRewritingHook

ROOT = Path(__file__).resolve().parents[2]


def compile_share(number: int, of: int, root: Path = ROOT) -> int:
    """Make a worker's share of what is not compiled yet.

    Args:
        number: The worker's number, from 0.
        of: How many workers there are.
        root: The folder that holds the program and its tests.

    Returns:
        How many files were made.
    """
    tests = _share(sorted((root / "tests").rglob("test_*.py")), number, of, _of_pytest)
    modules = [*(root / "mops_tui").rglob("*.py"), *(root / "tests" / "support").glob("*.py")]
    others = _share(sorted(modules), number, of, _of_python)
    for path in others:
        compileall.compile_file(str(path), quiet=2)
    importer = next((one for one in sys.meta_path if isinstance(one, AssertionRewritingHook)), None)
    if importer is None:  # it was asked to leave assertions alone
        return len(others)
    for path in tests:
        _rewrite(path, importer)
    return len(others) + len(tests)


def _rewrite(path: Path, importer: Loader) -> None:
    module = ModuleType(path.stem)
    module.__spec__ = spec_from_file_location(path.stem, path, loader=importer)
    module.__dict__["__builtins__"] = {}
    with suppress(ImportError, SyntaxError):  # the first line of the module; a fault in it
        importer.exec_module(module)


def _share(
    paths: Iterable[Path], number: int, of: int, compiled: Callable[[Path], Path]
) -> list[Path]:
    return [path for path in list(paths)[number::of] if not compiled(path).exists()]


def _of_pytest(path: Path) -> Path:
    return path.parent / "__pycache__" / f"{path.stem}{PYC_TAIL}"


def _of_python(path: Path) -> Path:
    return Path(cache_from_source(str(path)))
