"""Each ballot on the keyboard: what its keys do, and what is handed in."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from support.sessions import QUESTIONS, workshop
from textual.app import App, ComposeResult

from mops_tui.model.packs.answers import Item, Level
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)
from mops_tui.tui.themes import THEMES
from mops_tui.tui.widgets.pads import pad_for
from mops_tui.tui.widgets.pads.base import BallotIncomplete, BallotSubmitted
from mops_tui.tui.widgets.pads.grid import GridPad
from mops_tui.tui.widgets.pads.rate import RatePad


@dataclass
class Got:
    ballots: list[Ballot] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class OnePad(App[None]):
    """A pad, and what comes out of it."""

    CSS = "Pad { height: 1fr; width: 1fr; }"

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.got = Got()
        self.ref = ref
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "mops-dark"

    def compose(self) -> ComposeResult:
        question = workshop().question(self.ref)
        assert question is not None
        yield pad_for(question, workshop())

    def on_mount(self) -> None:
        self.screen.children[0].focus()

    def on_ballot_submitted(self, event: BallotSubmitted) -> None:
        self.got.ballots.append(event.ballot)

    def on_ballot_incomplete(self, event: BallotIncomplete) -> None:
        self.got.words.append(event.words)


async def keyed(ref: str, keys: str, size: tuple[int, int] = (80, 24)) -> Got:
    app = OnePad(ref)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys.split())
        await pilot.pause()
    return app.got


@pytest.mark.parametrize(
    ("ref", "keys", "ballot"),
    [
        ("demo/where", "down enter", Choice("a")),
        ("demo/where", "down down enter", Choice("b")),
        ("demo/where", "j j j k enter", Choice("b")),
        ("demo/where", "end enter", Choice("c")),
        ("demo/where", "3 home enter", Choice("a")),
        ("demo/where", "2 9 0 enter", Choice("b")),
        ("demo/where", "p", Pass()),
        ("demo/cmo", "1 enter", Choice("yes")),
        ("demo/cmo", "2 enter", Choice("no")),
        ("demo/points", "7 down 3 enter", Allocation(("a", "b"), (7, 3))),
        ("demo/points", "7 down 9 enter", Allocation(("a", "b"), (7, 3))),
        ("demo/points", "9 right right left end l enter", Allocation(("a", "c"), (9, 1))),
        ("demo/ready", "1 2 3 enter", Ratings(("owner", "training", "platform"),
                                              ("absent", "partly", "in-place"))),
        ("demo/ready", "right right up left left enter enter", Ratings(("owner",), ("absent",))),
        ("demo/lean", "5 1 enter", Positions(("craft", "drive"), (2, -2))),
        ("demo/lean", "right right right down left enter", Positions(("craft", "drive"), (2, -1))),
        ("demo/lean", "3 enter enter", Positions(("craft",), (0,))),
        ("demo/place", "m enter", Point(0, 0)),
        ("demo/place", "enter m enter", Point(0, 0)),
        ("demo/place", "left right enter", Point(0, 0)),
        ("demo/place", "right right m left enter", Point(-5, 0)),
        ("demo/place", "left up up enter", Point(-5, 10)),
        ("demo/place", "shift+right shift+down down enter", Point(20, -25)),
        ("demo/place", "end end end end end end pageup enter", Point(100, 20)),
        ("demo/place", "home pagedown enter", Point(-20, -20)),
        ("demo/waves", "right down right right enter", Positions(("cloud", "video"), (24, 26))),
        ("demo/waves", "right shift+right left down left enter",
         Positions(("cloud", "video"), (32, 24))),
        ("demo/waves", "right shift+left shift+left shift+left enter enter",
         Positions(("cloud",), (0,))),
        ("demo/waves", "2 6 enter", Positions(("cloud", "video"), (24, 92))),
        ("demo/waves", "1 3 9 0 enter", Positions(("cloud", "video"), (7, 38))),
        ("demo/order", "1 enter", Ranking(("a", "b", "c"))),
        ("demo/order", "down 2 enter", Ranking(("a", "b", "c"))),
        ("demo/order", "right enter", Ranking(("b", "a", "c"))),
        ("demo/order", "end 1 enter", Ranking(("c", "a", "b"))),
        ("demo/order", "end shift+up enter", Ranking(("a", "c", "b"))),
        ("demo/ideas", "o n e enter t w o enter enter", Ideas(("one", "two"))),
        ("demo/ideas", "a enter b enter c enter", Ideas(("a", "b", "c"))),
        ("demo/ideas", "p a s s f2", Ideas(("pass",))),
        ("demo/ideas", "f3", Pass()),
        ("demo/ideas", "enter space f3", Pass()),
        ("demo/ideas", "p enter enter", Ideas(("p",))),
    ],
)  # fmt: skip
async def test_keys_make_a_ballot(ref: str, keys: str, ballot: Ballot) -> None:
    got = await keyed(ref, keys)
    assert got.ballots == [ballot]


@pytest.mark.parametrize(
    ("ref", "keys", "words"),
    [
        ("demo/where", "enter", "Choose one first"),
        ("demo/points", "4 enter", "6 points are left. Pour them first."),
        ("demo/points", "9 enter", "1 point is left. Pour it first."),
        ("demo/points", "8 down 9", "Only 2 points were left for this one."),
        ("demo/order", "enter", "Move an option first: ← →. If the list already has your order"),
        ("demo/order", "left enter", "Move an option first"),  # it stands at the top already
        ("demo/order", "4 enter", "Move an option first"),
        ("demo/place", "enter", "Move the mark first: arrows. m sets it in the middle, p passes."),
        ("demo/ideas", "enter", "Write an idea first, or pass with F3."),
        ("demo/ideas", "space enter", "Write an idea first, or pass with F3."),
        ("demo/ideas", "down down enter", "Write an idea first"),
        ("demo/ideas", "f2", "Write an idea first"),
        ("demo/ideas", "a f3", "Ideas are written here: F2 hands them in."),
        ("demo/cmo", "enter", "Choose one first"),
        ("demo/ready", "1 enter", "2 items have no answer. Enter again"),
        ("demo/ready", "enter", "Rate at least one item, or pass with p."),
        ("demo/lean", "1 enter", "1 pair has no answer. Enter again"),
        ("demo/lean", "enter", "Answer at least one pair"),
        ("demo/waves", "right enter", "1 wave is not on the curve. Enter again"),
        ("demo/waves", "enter", "Slide at least one wave onto the curve"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_is_handed_in(
    ref: str, keys: str, words: str
) -> None:
    got = await keyed(ref, keys)
    assert got.ballots == []
    assert len(got.words) == 1
    assert got.words[0].startswith(words)


@pytest.mark.parametrize("kind", ["where", "points", "ready", "lean", "place", "waves", "order"])
async def test_p_passes_on_every_pad(kind: str) -> None:
    assert (await keyed(f"demo/{kind}", "p")).ballots == [Pass()]


@pytest.mark.parametrize("ref", QUESTIONS)
async def test_however_often_enter_is_pressed_an_untouched_ballot_hands_nothing_in(
    ref: str,
) -> None:
    got = await keyed(ref, "enter enter enter enter")
    assert got.ballots == []
    assert len(got.words) == 4
    assert len(set(got.words)) == 1


async def test_a_grid_shows_no_mark_before_somebody_puts_one_there() -> None:
    app = OnePad("demo/place")
    async with app.run_test(size=(80, 24)) as pilot:
        pad = app.query_one(GridPad)
        assert "no mark yet" in pad.render().plain
        assert "◆" not in pad.render().plain
        for keys, words in (
            ("m", "in the middle"),
            ("up", "between Modernizers and Orchestrators"),
            ("left", "Modernizers"),
            ("down", "between Modernizers and Scientists"),
        ):
            await pilot.press(keys)
            assert words in pad.render().plain.splitlines()[-1]
            assert "◆" in pad.render().plain


async def test_where_a_mark_stands_is_told_by_the_end_that_it_leans_to() -> None:
    app = OnePad("demo/place")
    async with app.run_test(size=(100, 24)) as pilot:
        pad = app.query_one(GridPad)
        for keys, words in (
            (("right", "up"), "arts 5   emotional 5"),
            (("left",) * 2, "technology 5"),
        ):
            await pilot.press(*keys)
            line = pad.render().plain.splitlines()[-1]
            assert words in line
            assert "-" not in line


async def test_digits_and_arrows_in_a_burst_are_taken_in_their_order() -> None:
    """Keys that arrive at once, as from a slow line, land on the rows they were meant for."""
    from textual import events

    app = OnePad("demo/points")
    async with app.run_test() as pilot:
        for key in ("6", "down", "3", "down", "1", "enter"):
            character = key if len(key) == 1 else None
            app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
    assert app.got.ballots == [Allocation(("a", "b", "c"), (6, 3, 1))]


async def test_a_click_answers() -> None:
    app = OnePad("demo/where")
    async with app.run_test() as pilot:
        await pilot.click("ChoicePad", offset=(5, 2))
        await pilot.press("enter")
        await pilot.pause()
    assert app.got.ballots == [Choice("b")]
    app = OnePad("demo/place")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("GridPad", offset=(78, 2))
        await pilot.press("enter")
        await pilot.pause()
    assert app.got.ballots == [Point(100, 100)]


async def test_a_click_on_the_scale_of_a_pair_and_on_the_curve_answers() -> None:
    app = OnePad("demo/lean")
    async with app.run_test(size=(80, 24)) as pilot:
        side = (80 - 17 - 6) // 2
        await pilot.click("PairsPad", offset=(side + 4 + 16, 0))
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert app.got.ballots == [Positions(("craft",), (2,))]
    app = OnePad("demo/waves")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("CurvePad", offset=(2, 3))
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert app.got.ballots == [Positions(("cloud",), (0,))]


async def test_what_is_left_out_is_asked_about_anew_once_it_has_changed() -> None:
    got = await keyed("demo/ready", "1 enter 2 enter")
    assert got.ballots == []
    assert [words.split(" ")[0] for words in got.words] == ["2", "1"]


def test_a_scale_that_counts_by_itself_is_answered_with_its_own_numbers() -> None:
    scale = [Level(id=str(n), label=f"{n} · so much") for n in range(5)]
    pad = RatePad([Item(id="time", label="The time")], scale, ())
    for number in (4, 0, 7):
        pad.digit(0, number)
    assert pad.values == [0]
    pad.digit(0, 4)
    assert pad.values == [4]
    assert pad.above(0, 80)[0].plain.split("   ")[0].strip() == "0 · so much"
