"""How the program begins and ends as a process."""

from __future__ import annotations

import subprocess
import sys

from support.terminal import ROOT

CODE = """
import atexit, gc, sys
atexit.register(lambda: print(gc.get_freeze_count() > 0))
sys.argv = ["mops-tui", "--version"]
from mops_tui.__main__ import main
main()
"""


def test_the_end_does_not_wait_for_a_search_for_garbage() -> None:
    told = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    assert told.splitlines()[-1] == "True"
