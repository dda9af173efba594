"""Fields: a paste is joined, counted or kept in its lines, and what does not fit is said."""

from __future__ import annotations

import ast
from functools import partial
from pathlib import Path

import pytest
from support.narrow import a, input_of, round_of
from support.pilot import Stage, app_running, workshop
from textual._xterm_parser import XTermParser
from textual.events import Paste

import mops_tui
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ideas
from mops_tui.model.text.limits import MOST_IDEA, MOST_LABEL, MOST_NAME, MOST_WORDS
from mops_tui.tui.destinations import SetUpWorkshop
from mops_tui.tui.screens.dialogs.call_out import CallOutScreen
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.dialogs.people import PeopleScreen
from mops_tui.tui.screens.dialogs.preview import PreviewScreen
from mops_tui.tui.screens.home.setup import SetupScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.fields import LineField, WordsField

pytestmark = pytest.mark.slow

DATA = Path(__file__).parents[2] / "data" / "pastes"


def holds(box: LineField | WordsField, value: str) -> bool:
    return box.value == value


async def paste(stage: Stage, text: str) -> None:
    """Paste as a terminal does: one event for whatever has the focus."""
    stage.app.post_message(Paste(text))
    await stage.pilot.pause()
    await stage.app.keyboard.idle()


def pasted(name: str) -> str:
    return (DATA / f"{name}.txt").read_text("utf-8")


async def test_call_outs_on_several_lines_are_all_counted() -> None:
    async with workshop(cmd.CountHeads(9), at="demo/where") as stage:
        await stage.press("g")
        await stage.on(CallOutScreen)
        await paste(stage, "- 4 alp\n\n• 3\tbeta\r\n2 gam\n")
        await stage.sees("4  Alpha", "3  Beta", "2  Gamma")
        await stage.press("enter")
        await stage.sees("9 called-out votes are counted.")
        cells = round_of(stage.head, "demo/where").tally.cells
        assert cells == (("", "a", 4), ("", "b", 3), ("", "c", 2))


async def test_a_decision_keeps_its_lines_and_loses_none() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("d")
        await stage.on(FormScreen)
        await paste(stage, pasted("decision-that-begins-with-a-newline"))
        await stage.sees("We move next to RevOps.", "From the next quarter.", "Ctrl+J: new line")
        await stage.press("ctrl+j")
        await stage.type("Ana")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        (made,) = stage.head.decisions.values()
        assert made.what.split("\n") == [
            "We move next to RevOps.", "From the next quarter.", "Review in ninety days.", "Ana",
        ]  # fmt: skip


async def test_a_text_that_is_too_long_is_cut_and_said() -> None:
    text = "x" * (MOST_WORDS + 400)
    async with workshop(at="demo/where") as stage:
        await stage.press("n")
        await stage.on(FormScreen)
        await paste(stage, text)
        await stage.sees("400 characters did not fit and were cut: 2000 is the most here.")
        await stage.type("y")
        await stage.sees("1 character did not fit and was cut: 2000 is the most here.")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        (note,) = stage.head.notes.values()
        assert note.text == text[:MOST_WORDS]


@pytest.mark.parametrize(
    ("keys", "most"),
    [(("d",), MOST_WORDS), (("d", "enter", "enter"), MOST_LABEL), (("i",), MOST_WORDS),
     (("i", "enter", "enter"), MOST_LABEL), (("k",), MOST_WORDS), (("p", "e"), MOST_NAME),
     (("p", "e", "enter"), MOST_NAME)],
)  # fmt: skip
async def test_every_field_of_every_form_cuts_where_the_model_does(
    keys: tuple[str, ...], most: int
) -> None:
    async with workshop(at="demo/where") as stage:
        for key in keys:
            await stage.press(key)
            await stage.still()
        await stage.on(FormScreen)
        box = stage.app.focused
        assert isinstance(box, LineField | WordsField)
        box.value = ""
        await paste(stage, "\n" + "a" * most + "\nbc")
        assert len(box.value) == most
        await stage.sees("did not fit and", f"{most} is the most here.")
        await stage.press("f2")
        assert box.value.startswith("aaa")


async def test_a_number_takes_the_one_number_of_a_paste() -> None:
    async with app_running(start=SetUpWorkshop("full-walk")) as stage:
        await stage.on(SetupScreen)
        for field, text, value in (("minutes", "90 min\n", "90"), ("title", "Our\nday", "Our day")):
            box = input_of(stage.screen, f"#{field}")
            box.focus()
            await stage.until(partial(getattr, box, "has_focus"))
            await paste(stage, text)
            await stage.until(partial(holds, box, value))
        stage.screen.query_one("#minutes").focus()
        await paste(
            stage, f"1{' ' * 200_000}11"
        )  # each blank tried against all the others: minutes
        await paste(stage, "one\ntwo")
        await stage.sees("Only one number goes here.")
        assert input_of(stage.screen, "#minutes").value == "90"


async def test_ideas_keep_their_lines_within_their_limit() -> None:
    async with workshop(at="demo/ideas") as stage:
        await stage.press("h", "enter")
        await stage.sees("Idea 1")
        await paste(stage, "\nOne inbox.\nAnswered daily.\n")
        await stage.press("enter")
        await paste(stage, "y" * (MOST_IDEA + 7))
        await stage.sees("7 characters did not fit and were cut: 300 is the most here.")
        await stage.press("f2")
        await stage.until(lambda: round_of(stage.head, "demo/ideas").votes)
        (vote,) = round_of(stage.head, "demo/ideas").votes.values()
        ballot = a(Ideas, vote.ballot)
        assert ballot.ideas == ("One inbox.\nAnswered daily.", "y" * MOST_IDEA)


async def test_what_would_steer_a_terminal_is_not_taken() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("k")
        await stage.on(FormScreen)
        await paste(stage, "a\x1b[31mb\x00c\td\u202ee\ud83d\r\nf\x07")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        (note,) = stage.head.notes.values()
        assert note.text == "abc de\ufffd\nf"


async def test_a_list_is_shown_before_it_is_taken_and_no_address_is_drawn() -> None:
    lists = Path(__file__).parents[2] / "data" / "rosters"
    async with app_running(start=SetUpWorkshop("full-walk")) as stage:
        await stage.on(SetupScreen)
        await stage.press("enter")
        names = stage.screen.query_one("#names")
        names.focus()
        await stage.until(lambda: names.has_focus)
        await paste(stage, (lists / "outlook.txt").read_text("utf-8") + "\nTotal: 4 people")
        await stage.sees("Nora Berg, Marketing", "4 people read. Mail addresses are not kept.")
        assert "@" not in stage.text
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.sees("4 people in this list.", "Ivo Sørensen", "Total: 4 people  a total")
        assert "@" not in stage.text
        await stage.press("escape")
        await stage.on(SetupScreen)
        await stage.until(lambda: names.has_focus)
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.settled()
        assert [(p.name, p.role) for p in stage.head.participants.values()] == [
            ("Nora Berg", "Marketing"), ("Liam O'Shea", "IT"), ("Ivo Sørensen", "Sales"),
            ("Ada Berg", "RevOps"),
        ]  # fmt: skip
        assert b"example.org" not in stage.room.session.path.read_bytes()


async def test_several_who_arrive_at_once_are_shown_first() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("p", "n")
        await stage.on(FormScreen)
        await paste(stage, "Zoe, Law\nName, Role\nKim <kim@x.org>")
        assert "@" not in stage.text
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.sees("2 people in this list.", "Name, Role  a heading")
        assert len(stage.head.participants) == 3
        await stage.press("escape")
        await stage.on(FormScreen)
        await stage.press("f2")
        await stage.on(PreviewScreen)
        await stage.press("enter")
        await stage.on(PeopleScreen)
        await stage.sees("Zoe  Law", "Kim")
        assert len(stage.head.participants) == 5


async def test_a_name_that_is_pasted_in_the_hot_seat_keeps_no_address() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("h", "end", "enter")
        await stage.until(lambda: getattr(stage.app.focused, "id", "") == "cover-name")
        await paste(stage, "Berg, Nora\n<nora.berg@x.org>\n")
        await stage.press("enter")
        await stage.until(lambda: len(stage.head.participants) == 4)
        assert [p.name for p in stage.head.participants.values()][-1] == "Nora Berg"


def test_no_screen_uses_a_field_that_drops_lines() -> None:
    """Textual's own fields are named in one module only: the one that mends them."""
    root = Path(mops_tui.__file__).parent
    users = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not str(node.module).startswith("textual"):
                continue
            if {"Input", "MaskedInput", "TextArea"} & {alias.name for alias in node.names}:
                users.add(path.relative_to(root).as_posix())
    assert users == {"tui/widgets/fields.py"}


def test_a_paste_that_arrives_in_two_chunks_is_one() -> None:
    parser = XTermParser()
    found = [*parser.feed("\x1b[200~4 alpha\r"), *parser.feed("3 beta\x1b[201~"), *parser.feed("x")]
    assert [event.text for event in found if isinstance(event, Paste)] == ["4 alpha\r3 beta"]
