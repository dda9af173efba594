"""Where styles stand: those of the first paint, and those of the screens behind home."""

from __future__ import annotations

from pathlib import Path

LATE_STYLES = Path(__file__).with_name("late.tcss")
"""The `CSS_PATH` of every screen but home."""

FIRST_STYLES = LATE_STYLES.with_name("app.tcss")
"""The `CSS_PATH` of the program, wherever a class of it stands."""
