"""A picture in a running app: exact, coloured by the theme, safe, and still when told to be."""

from __future__ import annotations

import pytest
from support import samples as s
from textual.app import App, ComposeResult
from textual.style import Style

from mops_tui.pictures.grid import answer_picture, grid_picture
from mops_tui.pictures.map import map_picture
from mops_tui.tui.charts.canvas import GROUNDS, ROLES
from mops_tui.tui.charts.dispatch import draw
from mops_tui.tui.widgets.picture import STYLES, PictureView

MAP = s.first("org-placement", "allocate", "map")
MOVED = map_picture(MAP, s.spread(MAP, [0, 90, 0, 0]), s.spread(MAP, [90, 0, 0, 0]))


class Frame(App[None]):
    def compose(self) -> ComposeResult:
        yield PictureView()


def shown(view: PictureView) -> str:
    return "\n".join(
        "".join(segment.text for segment in view.render_line(y)).rstrip()
        for y in range(view.size.height)
    )


async def test_it_draws_for_the_size_it_has_and_again_after_a_resize() -> None:
    app = Frame()
    async with app.run_test(size=(78, 14)) as pilot:
        view = app.query_one(PictureView)
        view.show(MOVED, glide=False)
        assert shown(view) == draw(MOVED, 78, 14).text()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert shown(view) == draw(MOVED, 120, 40).text()


async def test_marks_glide_from_the_round_before_and_end_exactly() -> None:
    app = Frame()
    async with app.run_test(size=(78, 14)) as pilot:
        app.animation_level = "full"
        view = app.query_one(PictureView)
        view.show(MOVED)
        first = shown(view)
        assert first != draw(MOVED, 78, 14).text()
        for _ in range(100):
            await pilot.pause(0.02)
            if shown(view) == draw(MOVED, 78, 14).text():
                break
        assert shown(view) == draw(MOVED, 78, 14).text()


async def test_people_glide_slowly_enough_to_be_followed_and_a_seek_ends_it() -> None:
    app = Frame()
    grid = answer_picture(s.mops_grid(), s.placed(s.PEOPLE, before=s.EARLIER), s.NAMES)
    async with app.run_test(size=(78, 14)) as pilot:
        app.animation_level = "full"
        view = app.query_one(PictureView)
        view.show(grid)
        await pilot.pause(0.1)
        assert shown(view) != draw(grid, 78, 14).text()
        view.show(grid, glide=False)
        assert shown(view) == draw(grid, 78, 14).text()
        view.show(MOVED, glide=False)
        assert shown(view) == draw(MOVED, 78, 14).text()


async def test_a_replay_lets_marks_stand_part_of_their_way() -> None:
    app = Frame()
    async with app.run_test(size=(78, 14)):
        view = app.query_one(PictureView)
        view.show(MOVED)
        view.stand(0.0)
        begun = shown(view)
        view.stand(0.3)
        assert shown(view) not in (begun, draw(MOVED, 78, 14).text())
        view.stand(1.0)
        assert shown(view) == draw(MOVED, 78, 14).text()


async def test_nothing_moves_where_animations_are_off() -> None:
    app = Frame()
    async with app.run_test(size=(78, 14)):
        app.animation_level = "none"
        view = app.query_one(PictureView)
        view.show(MOVED)
        assert shown(view) == draw(MOVED, 78, 14).text()


async def test_markup_that_somebody_typed_is_text() -> None:
    app = Frame()
    async with app.run_test(size=(118, 30)) as pilot:
        view = app.query_one(PictureView)
        people = s.summary([("a", 0.0, 50.0), ("b", -50.0, 0.0)])
        view.show(grid_picture(s.mops_grid(), people, {"a": "[/hi[b", "b": "[red]x"}))
        await pilot.pause()
        assert "[/hi[b" in shown(view)
        assert "[red]x" in shown(view)


async def test_no_picture_is_an_empty_space() -> None:
    app = Frame()
    async with app.run_test(size=(40, 10)):
        assert shown(app.query_one(PictureView)).strip() == ""


def test_every_role_and_every_ground_has_a_style() -> None:
    assert set(STYLES) == {*ROLES, *GROUNDS} - {""}


@pytest.mark.parametrize("name", STYLES)
async def test_each_style_is_a_colour_of_the_theme(name: str) -> None:
    app = Frame()
    async with app.run_test(size=(40, 10)):
        style = Style.parse(STYLES[name])
        assert style.foreground is not None or style.background is not None


async def test_a_change_of_theme_changes_the_colours() -> None:
    app = Frame()
    async with app.run_test(size=(78, 14)) as pilot:
        view = app.query_one(PictureView)
        view.show(MOVED, glide=False)
        await pilot.pause()
        before = [segment.style for segment in view.render_line(3)]
        app.theme = "textual-light"
        await pilot.pause()
        assert [segment.style for segment in view.render_line(3)] != before
