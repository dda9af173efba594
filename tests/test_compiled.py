"""What is compiled by one worker is not compiled by another, and nothing of it is run."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.compiled import compile_share


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("mops_tui/a.py", "mops_tui/b/c.py", "tests/test_a.py", "tests/b/test_c.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("import os\n\nos._exit(3)\nassert 1\n")
    (tmp_path / "tests/test_broken.py").write_text("def\n")
    return tmp_path


def test_workers_share_what_is_to_be_compiled_and_run_nothing(root: Path) -> None:
    made = [compile_share(number, 2, root) for number in (0, 1)]
    assert sum(made) == 5
    assert min(made) > 0
    kept = {path.name.partition(".")[0] for path in root.rglob("*.pyc")}
    assert kept == {"a", "c", "test_a", "test_c"}


def test_what_is_compiled_is_left_as_it_is(root: Path) -> None:
    assert compile_share(0, 1, root) == 5
    assert compile_share(0, 1, root) == 1  # the one that cannot be
