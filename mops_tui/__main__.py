"""`mops-tui`, and `python -m mops_tui`."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from mops_tui.process import crashing
from mops_tui.process.streams import guarded

COMPLETE = "_MOPS_TUI_COMPLETE"
"""Set by a shell that asks for its completion script, or for what could follow."""


def main() -> None:
    """Open the app at once where nothing else is asked for; else read the command line."""
    crashing.install()
    atexit.register(gc.freeze)  # else Python looks for garbage in all there is, before it ends
    guarded(_main)


def _main() -> None:
    if len(sys.argv) > 1 or COMPLETE in os.environ:
        from mops_tui.cli.commands import main as command_line

        command_line(prog_name="mops-tui", complete_var=COMPLETE)
    else:
        from mops_tui.entry import open_app

        open_app()


if __name__ == "__main__":
    main()
