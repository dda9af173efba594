"""Where the styles of the screens behind home stand; the first paint does not read them."""

from __future__ import annotations

from pathlib import Path

LATE_STYLES = Path(__file__).with_name("late.tcss")
"""The `CSS_PATH` of every screen but home."""
