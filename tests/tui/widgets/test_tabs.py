"""The names of pages: a click turns to the one under the mouse."""

from __future__ import annotations

from textual.app import App, ComposeResult

from mops_tui.tui.widgets.tabs import PageTabs


class OneLine(App[None]):
    """The tabs alone."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield PageTabs(id="pages")

    def on_mount(self) -> None:
        tabs = [("votes", "Votes"), ("names", "名前"), ("talk", "Talk")]
        self.query_one(PageTabs).show(tabs, "votes", ["round 2 of 2, y turns", "round 2 of 2"], 80)

    def on_page_tabs_chosen(self, event: PageTabs.Chosen) -> None:
        self.chosen.append(event.name)


async def test_a_click_turns_to_the_tab_under_it_and_between_two_to_none() -> None:
    app = OneLine()
    async with app.run_test(size=(80, 3)) as pilot:
        for column in (0, 6, 7, 9, 14, 15, 17, 22, 23, 30):
            await pilot.click("#pages", offset=(column, 0))
        await pilot.pause()
    assert app.chosen == ["votes", "votes", "names", "names", "talk", "talk"]


async def test_the_words_are_shortened_and_the_last_tab_makes_room_for_them() -> None:
    app = OneLine()
    async with app.run_test(size=(80, 3)):
        tabs = app.query_one(PageTabs)
        forms = ["round 2 of 2, y turns", "round 2 of 2"]
        three = [("votes", "Votes"), ("talk", "Talk"), ("statistics", "Statistics")]
        for width, words in ((60, forms[0]), (46, forms[1]), (38, forms[0])):
            tabs.show(three, "votes", forms, width)
            assert words in str(tabs.render())
        assert "Statistics" not in str(tabs.render())
