"""A text is put where it belongs; where it stands already nothing is laid out anew."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from mops_tui.tui.widgets.put import put


class OnePlace(App[None]):
    """A place for a text."""

    def compose(self) -> ComposeResult:
        yield Static()


async def test_a_text_that_stands_is_left_and_another_or_another_colour_is_put(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = OnePlace()
    async with app.run_test():
        place, asked = app.query_one(Static), []
        update = place.update

        def noted(content: Content) -> None:
            asked.append(content.plain)
            update(content)

        monkeypatch.setattr(place, "update", noted)
        one, bold = Content("one"), Content.styled("one", "bold")
        for content in (one, Content("one"), bold, Content("two")):
            put(place, content)
        assert asked == ["one", "one", "two"]
        assert str(place.content) == "two"
