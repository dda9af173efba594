"""The line of keys: what fits, what a click does, and that it stays one widget."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from support.pilot import Stage, until, workshop
from textual.app import App, ComposeResult
from textual.binding import Binding

import mops_tui
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.tui.screens.dialogs.help import HelpScreen
from mops_tui.tui.widgets.footer import MORE, Footer, FooterKey, fitting

PACKAGE = Path(mops_tui.__file__).parent

words = st.text("abcdefghij é漢", max_size=14)
key_lists = st.lists(
    st.builds(FooterKey, words, words.filter(bool), words, words, st.booleans()), max_size=9
).map(tuple)


def width_of(shown: tuple[FooterKey | None, ...]) -> int:
    sizes = [len(MORE) if key is None else key.text.cell_length for key in shown]
    return sum(sizes) + max(0, len(sizes) - 1)


@given(key_lists, st.integers(40, 120))
def test_what_is_shown_fits_and_nothing_is_left_out_in_silence(
    keys: tuple[FooterKey, ...], width: int
) -> None:
    shown = fitting(keys, width)
    left_out = len(keys) - sum(key is not None for key in shown)
    assert width_of(shown) <= width or shown in (keys, (None, keys[-1]))
    assert (None in shown) == (left_out > 0)
    assert not keys or shown[-1] == keys[-1]
    # What is shown are the first ones, in their order, and the last.
    named = tuple(key for key in shown if key is not None)
    assert named[:-1] == keys[: max(0, len(named) - 1)]


@given(key_lists)
def test_no_key_is_left_out_where_there_is_room_for_all(keys: tuple[FooterKey, ...]) -> None:
    assert fitting(keys, width_of(keys)) == keys


def footer(stage: Stage) -> Footer:
    return stage.screen.query_one(Footer)


def place(line: Footer, label: str) -> tuple[int, int]:
    """A column and a row of the screen where a key stands."""
    text = line.render().plain
    return line.region.x + text.index(label), line.region.y


async def test_a_click_on_a_key_presses_it() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.sees("? Keys")
        await stage.pilot.click(offset=place(footer(stage), "Keys"))
        await stage.on(HelpScreen)


async def test_a_click_beside_the_keys_does_nothing() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.sees("? Keys")
        line = footer(stage)
        x, y = place(line, "? Keys")
        assert line.key_at(x - 1) is None
        await stage.pilot.click(offset=(x - 1, y))
        await stage.pilot.click(offset=(79, y))
        assert len(stage.app.screen_stack) == 2
        assert stage.head.seq == stage.room.session.durable.seq


async def test_the_mouse_over_a_key_tells_what_it_does() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.sees("? Keys")
        line = footer(stage)
        await stage.pilot.hover(offset=place(line, "Reveal"))
        await stage.until(lambda: line.tooltip == "Close the vote and show the result.")
        await stage.pilot.hover(offset=(5, 5))
        await stage.until(lambda: line.tooltip is None)


async def test_the_keys_follow_the_place() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.sees("h Hot seat", "r Reveal")
        await stage.do(cmd.CastVote("demo/where", "p1", Choice("a")), cmd.Reveal("demo/where"))
        await stage.misses("h Hot seat", "r Reveal")
        await stage.sees("v Vote again")


class Half(App[None]):
    """One key that works, one that does not at this moment, and many more than fit."""

    BINDINGS = [  # noqa: RUF012 - typed by Textual
        Binding("a", "one", "One", tooltip="The first."),
        Binding("b", "two", "Two"),
        *(Binding(f"f{n}", f"more({n})", f"Number {n}") for n in range(1, 10)),
        Binding("z", "last", "The last"),
    ]
    pressed = ""
    rung = 0

    def compose(self) -> ComposeResult:
        yield Footer()

    def action_one(self) -> None:
        self.pressed += "a"

    def action_two(self) -> None:
        self.pressed += "b"

    def action_more(self, n: int) -> None:
        pass

    def action_last(self) -> None:
        self.pressed += "z"

    def bell(self) -> None:
        self.rung += 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "two" else super().check_action(action, parameters)


async def test_a_key_that_does_not_work_now_is_dim_and_rings() -> None:
    app = Half(ansi_color=False)
    async with app.run_test(size=(60, 10)) as pilot:
        line = app.query_one(Footer)
        await until(pilot, lambda: line.keys, "for the keys")
        await pilot.pause()
        assert [key.enabled for key in line.keys[:2]] == [True, False]
        assert "dim" in str(line.keys[1].text.spans[0].style)
        await pilot.click(offset=place(line, "Two"))
        await pilot.click(offset=place(line, "One"))
        await pilot.pause()
        assert (app.pressed, app.rung) == ("a", 1)


async def test_a_narrow_line_keeps_its_last_key_and_says_that_more_are_left_out() -> None:
    app = Half(ansi_color=False)
    async with app.run_test(size=(60, 10)) as pilot:
        line = app.query_one(Footer)
        await until(pilot, lambda: line.keys, "for the keys")
        await pilot.pause()
        text = line.render().plain
        assert text.startswith("a One b Two ")
        assert text.endswith(f" {MORE} z The last")
        assert len(text) <= 60
        await pilot.click(offset=place(line, "The last"))
        await pilot.click(offset=place(line, MORE))
        await pilot.pause()
        assert app.pressed == "z"
        await pilot.resize_terminal(200, 10)
        await until(pilot, lambda: MORE not in line.render().plain, "for all keys")


def test_no_screen_uses_textuals_footer() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                assert "Footer" not in {name.name for name in node.names}, path
