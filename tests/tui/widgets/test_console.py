"""The facilitator's console: its lines are wrapped once, for the width that they have."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from mops_tui.tui.styles import LATE_STYLES
from mops_tui.tui.widgets.console import LINE, Console


class Column(App[None]):
    """Nothing but a console."""

    CSS_PATH: ClassVar = LATE_STYLES

    def compose(self) -> ComposeResult:
        """The console alone."""
        yield Console()


async def test_a_line_fits_where_the_column_scrolls() -> None:
    app = Column()
    async with app.run_test(size=(120, 40)) as pilot:
        console, text = app.query_one(Console), app.query_one("#console-text", Static)
        console.display = True
        text.update(Content("\n".join(["x" * LINE] * 80)))
        await pilot.pause()
        assert console.show_vertical_scrollbar
        assert text.size.width == LINE
        assert text.size.height == 80
