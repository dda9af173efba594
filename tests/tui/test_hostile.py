"""Whatever people type stays text: no markup, no escape codes, no crash, no broken layout."""

from __future__ import annotations

import pytest
from support.narrow import input_of, round_of
from support.pilot import Stage, workshop
from textual.content import Content
from textual.widgets import OptionList

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Ideas, Positions
from mops_tui.model.session.state import View
from mops_tui.model.text.limits import MOST_IDEA
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen

pytestmark = pytest.mark.slow

TEXTS = {
    "markup": "[/ hi [b] [red]x[/red] [@click=app.quit]y[/]",
    "escapes": "\x1b[2J\x1b[31mred\x1b[0m\x1b]0;title\x07 \x9b5A \x07bell",
    "right-to-left": "\u202eevil\u202c \u2067שלום\u2069 مرحبا",
    "long": "W" * 10_000,
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇷🇴 ☎️ e\u0301\u0301\u0301\u0301\u0301",
    "wide": "日本語のとても長い名前です 中文 한국어 ｆｕｌｌ",
    "breaks": "one\ntwo\r\nthree\u2028four\x85five\ttab",
    "halves": "\ud83d lone \udc4d",
}
SHOWN = ("[/ hi [b] [red]x[/red]", "שלום", "WWW", "👩", "日本語", "one two three", "lone")
"""What can be read of each."""


def turned(by: int) -> str:
    """All kinds in one text, another of them at its head each time: a screen may cut the rest."""
    kinds = list(TEXTS.values())
    by %= len(kinds)
    return " ".join([*kinds[by:], *kinds[:by]])


async def take(stage: Stage, size: tuple[int, int]) -> str:
    """The screen as text, once it is as wide and high as the terminal and holds nothing odd."""
    await stage.settled()
    assert stage.app._exception is None
    strips = stage.screen._compositor.render_strips()
    assert len(strips) == size[1]
    widths = {strip.cell_length for strip in strips}
    assert widths == {size[0]}, (widths, stage.text)
    text = stage.text
    bad = [c for c in text if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    bad += [c for c in text if c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200d"]
    assert not bad, (bad, text)
    return text


async def dialogs(stage: Stage, size: tuple[int, int]) -> list[str]:
    """The vote, the lists, the hot seat and a ballot in it."""
    seen = [await take(stage, size)]
    for key in ("p", "l", "a", "h"):
        await stage.press(key)
        await stage.until(lambda: not isinstance(stage.screen, WorkshopScreen))
        seen.append(await take(stage, size))
        if key == "h":
            await stage.press("enter")
            seen.append(await take(stage, size))
            await stage.press("escape")
        await stage.press("escape")
        await stage.on(WorkshopScreen)
    return seen


async def pages(stage: Stage, size: tuple[int, int]) -> list[str]:
    """Every page of the reveal, from an open vote with a vote missing."""
    await stage.press("space", "space", "space")
    await stage.until(lambda: round_of(stage.head, stage.head.view.name).phase == "revealed")
    seen = []
    for _ in range(5):
        seen.append(await take(stage, size))
        await stage.press("tab")
    return seen


@pytest.mark.parametrize("first", [0, 4])
async def test_typed_text_stays_text_on_every_screen(first: int) -> None:
    """Each list holds every kind of text at the head of an entry; a single field one of two."""
    size = (80, 24)
    texts = [turned(first + n) for n in range(len(TEXTS))]
    title = texts[0].encode("utf-8", "replace").decode()[:150]
    decision = cmd.RecordDecision("d", "demo", texts[1], texts[2], texts[3], 3, texts[4])
    commands: list[cmd.Command] = [
        cmd.AddOption("demo/waves", "own", texts[2]),
        cmd.CastVote("demo/waves", "p1", Positions(("cloud",), (40,))),
        decision,
        *(cmd.RecordAction(f"a{n}", t, "demo", t, t) for n, t in enumerate(texts)),
        *(cmd.RecordNote(f"n{n}", t) for n, t in enumerate(texts)),
        *(cmd.RecordNote(f"k{n}", t, "parking") for n, t in enumerate(texts)),
    ]
    people = (*((t, t) for t in texts), ("Ian Tan", texts[5]))
    async with workshop(*commands, people=people, at="demo/waves", size=size, title=title) as stage:
        seen = [*await dialogs(stage, size), *await pages(stage, size)]
        ideas = [
            cmd.CastVote("demo/ideas", f"p{n}", Ideas((t[:MOST_IDEA], "plain")))
            for n, t in enumerate(texts, 1)
        ]
        await stage.do(cmd.Show(View("question", "demo/ideas")), *ideas)
        seen += [await take(stage, size), *await pages(stage, size)]
        await stage.press("d")
        await stage.on(FormScreen)
        seen.append(await take(stage, size))
        await stage.press("escape")
        for view in (View("decision", "demo"), View("grid", "mops"), View("workshop")):
            await stage.do(cmd.Show(view))
            seen.append(await take(stage, size))
        assert stage.app.is_running
        together = "\n".join(seen)
        assert "\x1b" not in together
        assert [text for text in SHOWN if text not in together] == []


async def test_a_refused_name_and_a_notification_are_only_text() -> None:
    name = "[/ hi [b"
    async with workshop(people=((name, ""),), at="demo/where") as stage:
        await stage.press("h")
        await stage.sees("[/ hi [b")
        listed = stage.screen.query_one("#cover-list", OptionList)
        listed.highlighted = listed.option_count - 1
        await stage.press("enter")
        input_of(stage.screen, "#cover-name").value = name
        await stage.press("enter")
        await stage.sees("“[/ hi [b” has a seat already.")
        await stage.press("escape", "enter")
        await stage.sees("[/ hi [b  Where should")
        await stage.press("1", "enter")
        await stage.sees("[/ hi [b: your vote is in and saved.")
        await stage.press("escape")
        stage.app.notify(name, markup=False)
        await stage.sees("[/ hi [b")


async def test_a_hostile_call_out_line_is_only_refused() -> None:
    async with workshop(at="demo/where") as stage:
        await stage.press("g")
        for text in ("3 [/ hi [b", "9" * 400 + " alpha", "\x1b[2J", "1 " + "W" * 500):
            input_of(stage.screen, "#call-line").value = text
            await stage.press("enter")
            await stage.settled()
            assert stage.app._exception is None
            assert round_of(stage.head, "demo/where").tally.size == 0, text


def test_the_sentinel_would_be_markup_elsewhere() -> None:
    """The text that is typed above is no markup that Textual can read, or would vanish."""
    assert Content.from_markup("[red]x[/red]").plain == "x"


async def test_sixty_people_fit_below_a_question() -> None:
    people = [(f"Person {n}", "") for n in range(60)]
    vote = cmd.CastVote("demo/where", "p1", Choice("a"))
    async with workshop(vote, people=people, at="demo/where") as stage:
        text = await stage.sees("1 of 60 has voted")
        assert "space Next" in text
