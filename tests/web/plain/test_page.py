"""The page without JavaScript: what it says, what its forms hold, and that nothing typed acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import aiohttp
import pytest
from support.asking import BALLOTS, Room
from support.phone_state import document
from support.phones import open_room
from support.sessions import QUESTIONS

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.web.plain.page import FilledForm, plain_head, plain_html

VOID = ("input", "br", "meta")


class Outline(HTMLParser):
    """The elements of a piece of HTML, and that each is ended where it has to be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (given for name, given in self.elements if name == tag)


def voting(ref: str, name: str = "Ann") -> Room:
    room = Room()
    room.do(cmd.Join("ann", name), cmd.Join("bob", "Bob"), cmd.Join("cyd", "Cyd"))
    room.do(cmd.Show(View("question", ref)))
    return room


@pytest.mark.parametrize("ref", QUESTIONS)
def test_every_field_has_a_label_and_every_group_a_legend(ref: str) -> None:
    page = Outline(plain_html(document(voting(ref))))
    named = {given["for"] for given in page.all("label")}
    fields = [
        given
        for tag in ("input", "select", "textarea")
        for given in page.all(tag)
        if given.get("type") != "hidden"
    ]
    assert fields
    assert all(given["id"] in named for given in fields)
    assert len({given["id"] for given in fields}) == len(fields)
    assert len(list(page.all("fieldset"))) == len(list(page.all("legend"))) > 0
    hidden = {g["name"]: g["value"] for g in page.all("input") if g.get("type") == "hidden"}
    assert (hidden["question"], hidden["round"]) == (ref, "1")


@pytest.mark.parametrize("ref", QUESTIONS)
def test_it_is_loaded_again_by_itself_only_while_there_is_nothing_to_fill_in(ref: str) -> None:
    room = voting(ref)
    assert "<form" in plain_html(document(room))
    assert not plain_head(document(room))
    room.do(cmd.CastVote(ref, "ann", BALLOTS[ref][0]))
    told = plain_html(document(room))
    assert "Your vote is saved: " in told
    assert "<form" not in told
    assert "refresh" in plain_head(document(room))
    assert "<form" in plain_html(document(room), change=True)
    assert not plain_head(document(room), change=True)
    room.do(cmd.CloseRound(ref))
    assert "Yours is saved." in plain_html(document(room), change=True)
    assert "There is none from this phone." in plain_html(document(room, "bob"))
    room.do(cmd.Reveal(ref))
    told = plain_html(document(room))
    assert "What came of it" in told
    assert "<form" not in told
    assert "Your answer" in told
    Outline(told)


@pytest.mark.parametrize("ref", QUESTIONS)
def test_what_is_changed_is_filled_in_as_it_was_saved(ref: str) -> None:
    room = voting(ref)
    room.do(cmd.CastVote(ref, "ann", BALLOTS[ref][0]))
    page = Outline(plain_html(document(room), change=True))
    marked = [
        given
        for tag in ("input", "option")
        for given in page.all(tag)
        if "checked" in given or "selected" in given or given.get("type") == "number"
    ]
    assert any(given.get("value") for given in marked) or ref == "demo/ideas"


def test_what_was_typed_comes_back_with_what_is_wrong_about_it() -> None:
    doc = document(voting("demo/points"))
    form = {"question": ["demo/points"], "round": ["1"], "points:a": ["4"], "points:b": ["<i>"]}
    told = plain_html(doc, sent=FilledForm(form, "ballot-points-left"))
    assert "Give away exactly ten points." in told
    assert 'value="4"' in told
    assert 'value="&lt;i&gt;"' in told
    stale = FilledForm({**form, "round": ["7"]}, "round-closed")
    assert 'value="4"' not in plain_html(doc, sent=stale)


def test_before_joining_it_asks_and_tells_what_is_kept() -> None:
    doc = document(voting("demo/where"), None)
    page = plain_html(doc, "7KQ2M9XD")
    assert 'value="7KQ2M9XD"' in page
    assert "everybody sees who voted what" in page
    assert "Where should" not in page
    sent = FilledForm({"name": ['"><script>'], "code": ["WRONG"]}, "wrong-code")
    again = plain_html(doc, "", sent)
    assert 'role="alert"' in again
    assert 'value="&quot;&gt;&lt;script&gt;"' in again
    assert 'value="WRONG"' in again


def test_nothing_that_was_typed_becomes_an_element() -> None:
    nasty = "</noscript><script>alert(1)</script>\u202e"
    room = voting("demo/ideas", nasty)
    room.do(cmd.AddOption("demo/waves", "w", nasty))
    pages = [plain_html(document(room))]
    room.do(cmd.Show(View("question", "demo/waves")))
    pages.append(plain_html(document(room)))
    room.do(cmd.RecordDecision("d", "demo", nasty, why=nasty))
    room.do(cmd.Show(View("workshop")))
    pages.append(plain_html(document(room)))
    assert any("&lt;script" in page for page in pages)
    for page in pages:
        assert not re.search("<script|</noscript|\u202e", page)


async def test_somebody_without_javascript_joins_votes_wrongly_and_then_rightly(
    tmp_path: Path,
) -> None:
    async with (
        open_room(tmp_path) as room,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as phone,
    ):
        origin = {"Origin": room.address}
        room.do(cmd.Show(View("question", "demo/points")))
        await room.session.settled()
        join = {"code": room.phones.book.code, "name": "Ada", "role": "CMO"}
        wrong = await phone.post(
            f"{room.address}/form/join", data={**join, "code": "00000000"}, headers=origin
        )
        assert wrong.status == 403
        assert 'value="Ada"' in await wrong.text()
        page = await phone.post(f"{room.address}/form/join", data=join, headers=origin)
        assert "Pour ten points over the rooms." in await page.text()
        vote = {"question": "demo/points", "round": "1", "points:a": "4", "points:b": "5"}
        refused = await phone.post(f"{room.address}/form/vote", data=vote, headers=origin)
        assert refused.status == 422
        assert 'value="5"' in await refused.text()
        voted = await phone.post(
            f"{room.address}/form/vote", data={**vote, "points:b": "6"}, headers=origin
        )
        assert "Your vote is saved: Alpha 4, Beta 6." in await voted.text()
