"""`python -m mops_tui`."""

from mops_tui.cli import main

if __name__ == "__main__":
    main()
