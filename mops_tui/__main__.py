"""`mops-tui`, and `python -m mops_tui`."""

from __future__ import annotations

import sys

from mops_tui import crashing


def main() -> None:
    """Open the app at once where nothing else is asked for; else read the command line."""
    crashing.install()
    if len(sys.argv) > 1:
        from mops_tui.cli import main as command_line

        command_line()
    else:
        from mops_tui.entry import open_app

        open_app()


if __name__ == "__main__":
    main()
