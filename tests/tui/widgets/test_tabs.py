"""The names of pages: a click turns to the one under the mouse."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from mops_tui.tui.charts.text import cells
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


async def test_the_words_are_shortened_before_the_tabs_are() -> None:
    app = OneLine()
    async with app.run_test(size=(80, 3)):
        tabs = app.query_one(PageTabs)
        forms = ["round 2 of 2, y turns", "round 2 of 2"]
        three = [("votes", "Votes"), ("talk", "Talk"), ("statistics", "Statistics")]
        for width, words in ((60, forms[0]), (46, forms[1])):
            tabs.show(three, "votes", forms, width)
            assert words in str(tabs.render())
            assert "Statistics" in str(tabs.render())


@given(
    labels=st.lists(st.sampled_from(["Votes", "名前名前", "Arguments", "No."]), min_size=1),
    width=st.integers(0, 90),
    told=st.booleans(),
)
async def test_no_tab_is_ever_left_out(labels: list[str], width: int, told: bool) -> None:
    app = OneLine()
    async with app.run_test(size=(90, 3)):
        tabs = app.query_one(PageTabs)
        named = [(str(n), label) for n, label in enumerate(labels)]
        tabs.show(named, "0", ["round 2 of 2"] if told else [], width)
        line = str(tabs.render())
        places = [tabs.tab_at(x) for x in range(cells(line))]
        assert list(dict.fromkeys(name for name in places if name)) == [n for n, _l in named]
        if all(cells(label) > 5 for label in labels) and width >= 9 * len(labels) + 14:
            assert cells(line) <= width
