"""The row of five: what is asked, what each step says, how one is chosen."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from mops_tui.tui.screens.practice.confidence import ConfidenceRow
from mops_tui.words.alone.practice import (
    FIRMNESS,
    confidence_steps,
    confidence_words,
    firmness_words,
    sureness_words,
)


class RowApp(App[None]):
    """A row alone, and what was chosen on it."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self.answers = answers
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield ConfidenceRow()

    def on_mount(self) -> None:
        row = self.query_one(ConfidenceRow)
        row.styles.height = 3
        row.ask(self.answers)
        row.focus()

    def on_confidence_row_chosen(self, event: ConfidenceRow.Chosen) -> None:
        self.chosen.append(event.percent)


@contextlib.asynccontextmanager
async def row(answers: int, width: int = 71) -> AsyncIterator[tuple[RowApp, Pilot[Any]]]:
    app = RowApp(answers)
    async with app.run_test(size=(width, 6)) as pilot:
        await pilot.pause()
        yield app, pilot


def lines(app: RowApp) -> list[str]:
    return app.query_one(ConfidenceRow).render().plain.split("\n")


@pytest.mark.parametrize("answers", [2, 3, 4, 5])
async def test_the_percentage_stands_under_each_step_also_in_the_narrowest_window(
    answers: int,
) -> None:
    async with row(answers) as (app, _pilot):
        question, named, figures = lines(app)
        assert question.startswith("How likely is it that your answer is advised?")
        assert all(len(line) <= 71 for line in (question, named, figures))
        for number, (words, percent) in enumerate(
            zip(confidence_words(), confidence_steps(answers), strict=True), 1
        ):
            assert named.index(f"{number} {words}") == figures.index(f"○ {percent} %")


@pytest.mark.parametrize(("today", "named"), [(False, firmness_words()), (True, sureness_words())])
async def test_the_steps_of_a_walk_are_whole_words_in_the_narrowest_window(
    named: tuple[str, ...], *, today: bool
) -> None:
    async with row(0) as (app, _pilot):
        app.query_one(ConfidenceRow).ask(today=today)
        _question, steps, _marks = lines(app)
        for number, words in enumerate(named, 1):
            assert f"{number} {words}" in steps


@pytest.mark.parametrize("answers", [2, 3, 4, 5])
async def test_the_journal_gets_the_percentage_that_was_shown(answers: int) -> None:
    for number, percent in enumerate(confidence_steps(answers), 1):
        async with row(answers) as (app, pilot):
            await pilot.press(str(number))
            assert f"◉ {percent} %" in lines(app)[2]
            assert lines(app)[2].count("◉") == 1
            await pilot.press("enter")
            assert app.chosen == [percent]


async def test_a_click_on_either_line_of_a_step_chooses_it() -> None:
    async with row(4) as (app, pilot):
        for y in (1, 2):
            await pilot.click(ConfidenceRow, offset=(lines(app)[1].index("4 sure") + 1, y))
            assert "◉ 80 %" in lines(app)[2]
            await pilot.click(ConfidenceRow, offset=(1, y))
            assert "◉ 25 %" in lines(app)[2]
        await pilot.click(ConfidenceRow, offset=(30, 0))
        assert "◉ 25 %" in lines(app)[2]
        assert app.chosen == []


async def test_where_no_answer_is_right_it_asks_for_firmness_and_shows_no_percentage() -> None:
    async with row(0) as (app, pilot):
        assert lines(app)[0].startswith("How firmly do you stand by it?")
        assert "%" not in "".join(lines(app))
        await pilot.press("4", "enter")
        assert app.chosen == [FIRMNESS[3]]


async def test_of_how_things_are_today_it_asks_how_sure_one_is() -> None:
    async with row(0) as (app, pilot):
        app.query_one(ConfidenceRow).ask(today=True)
        await pilot.pause()
        assert lines(app)[0].startswith("How sure are you of it?")
        assert all(word in lines(app)[1] for word in ("2 a little", "4 sure", "5 certain"))
        assert "…" not in lines(app)[1]
        assert "%" not in "".join(lines(app))
        app.query_one(ConfidenceRow).ask()
        await pilot.pause()
        assert lines(app)[0].startswith("How firmly do you stand by it?")
        assert "certain" not in lines(app)[1]


async def test_a_new_question_begins_with_nothing_chosen() -> None:
    async with row(3) as (app, pilot):
        await pilot.press("5")
        app.query_one(ConfidenceRow).ask(3)
        assert "◉" not in lines(app)[2]
        await pilot.press("enter")
        assert app.chosen == []
