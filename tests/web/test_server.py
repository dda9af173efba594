"""The server: where it listens, what phones ask of it, what fails, and how it ends."""

from __future__ import annotations

import asyncio
import errno
import socket
from pathlib import Path
from typing import Any

import pytest
from support.disks import BadDisk
from support.phones import OpenRoom, cookie, open_room
from support.raw_http import JSON, Reply, answer, exchange, post, request
from support.until import PATIENCE

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.storage.sessions import journal
from mops_tui.web.documents import Documents
from mops_tui.web.server import serve


async def send(room: OpenRoom, data: bytes) -> Reply:
    return await exchange(room.server.port, data)


async def join(room: OpenRoom, name: str, **more: str) -> Reply:
    body = {"code": room.phones.book.code, "name": name, "role": "CMO", **more}
    return await send(room, post("/api/join", body))


def ballot(option: str, id_: str = "") -> dict[str, Any]:
    return {"id": id_, "question": "demo/where", "round": 1, "ballot": {"option": option}}


async def ask_where(room: OpenRoom) -> None:
    room.do(cmd.Show(View("question", "demo/where")))
    await room.session.settled()


def votes(room: OpenRoom) -> list[str | None]:
    """What was voted, as the file has it."""
    events = journal.read(room.session.path).events
    return [event.option for event in events if event.kind == "vote-cast"]


async def test_another_tab_that_joins_is_the_same_person(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        ada = (await join(room, "Ada")).seat
        body = {"code": room.phones.book.code, "name": "Ada L", "role": "CMO"}
        again = await send(room, post("/api/join", body, ada))
        assert (again.status, again.json["you"]["name"]) == (200, "Ada")
        form = f"code={room.phones.book.code}&name=Ada+L&role="
        assert (await send(room, post("/form/join", form, ada))).status == 303
        assert len(room.session.head.participants) == 1


async def test_a_vote_by_phone_is_in_the_file_once_it_is_answered(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        ada = (await join(room, "Ada")).seat
        voted = await send(room, post("/api/vote", ballot("a"), ada))
        assert voted.status == 200
        assert voted.json["mine"]["vote"] == {"option": "a"}
        events = journal.read(room.session.path).events
        assert [event.via for event in events if event.kind == "vote-cast"] == ["phone"]


async def test_a_vote_can_be_changed_and_the_same_one_again_is_none(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        ada = (await join(room, "Ada")).seat
        for option, id_ in (("a", "x-1"), ("b", "x-2"), ("a", "x-1"), ("b", "x-2"), ("b", "")):
            assert (await send(room, post("/api/vote", ballot(option, id_), ada))).status == 200
        assert votes(room) == ["a", "b"]


async def test_two_tabs_are_one_person(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        ada = (await join(room, "Ada")).seat
        tabs = (post("/api/vote", ballot("a"), ada), post("/api/vote", ballot("b"), ada))
        answered = await asyncio.gather(*(send(room, tab) for tab in tabs))
        assert [reply.status for reply in answered] == [200, 200]
        state = await send(room, request("GET", "/api/state", ada))
        assert state.json["question"]["voted"] == 1
        assert state.json["people"] == {"present": 1, "joined": 1}


async def test_a_join_whose_answer_was_lost_is_the_same_person_again(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        once = "k3f9k3f9k3f9k3f9"
        first, again = await join(room, "Ada", id=once), await join(room, "Ada", id=once)
        assert first.headers["set-cookie"] == again.headers["set-cookie"]
        assert len(room.session.head.participants) == 1


async def test_somebody_may_be_called_otherwise_and_say_that_they_are_done(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        ada = (await join(room, "Ada")).seat
        named = await send(room, post("/api/profile", {"name": "Ada L", "role": "CIO"}, ada))
        assert named.json["you"] == {"name": "Ada L", "role": "CIO", "seat": 1, "here": True}
        done = {"question": "demo/where", "round": 1, "done": True}
        said = await send(room, post("/api/done", done, ada))
        assert said.json["question"]["done"] == 1
        assert said.json["mine"]["done"] is True
        taken = await send(room, post("/api/done", {**done, "done": False}, ada))
        assert taken.json["question"]["done"] == 0


async def test_a_plain_form_joins_and_votes(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        form = f"code={room.phones.book.code}&name=Ada&role=CMO"
        joined = await send(room, post("/form/join", form))
        assert (joined.status, joined.headers["location"]) == (303, "/")
        sent = "question=demo%2Fwhere&round=1&option=b"
        voted = await send(room, post("/form/vote", sent, joined.seat))
        assert (voted.status, voted.headers["location"]) == (303, "/")
        assert votes(room) == ["b"]


async def test_a_form_that_is_not_taken_comes_back_as_a_page_that_says_why(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        refused = await send(room, post("/form/join", "code=wrong&name=%3Cb%3EAda"))
        assert refused.status == 403
        assert refused.headers["content-type"].startswith("text/html")
        assert b"<b>Ada" not in refused.body
        assert "set-cookie" not in refused.headers


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "[bold red]Ada[/]",
        "\x1b[31mAda\x1b]0;owned\x07",
        "\u202eadA\u202c",
        "Ada\r\n\r\nevent: closed\ndata: {}",
        "A" * 7000,
        "e" + "\u0301" * 900,
        "👩‍👩‍👧‍👦🇩🇪",
        "﷽" * 500,
        "\u0000\u200b\ufeffAda",
    ],
)
async def test_whatever_somebody_calls_themselves_is_text(tmp_path: Path, name: str) -> None:
    async with open_room(tmp_path) as room:
        joined = await join(room, name)
        assert joined.status == 200, joined
        kept = room.session.head.participants[next(iter(room.session.head.participants))].name
        assert len(kept) <= 200
        assert kept.isprintable()
        page = await send(room, request("GET", "/", joined.seat))
        assert b"<script>alert" not in page.body
        assert b"\x1b" not in page.body
        assert "\u202e".encode() not in page.body


async def test_a_vote_that_the_disk_does_not_take_is_said_to_be_unsaved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.sources.saver.SAVED_SECONDS", 0.1)
    disk = BadDisk()
    async with open_room(tmp_path, disk=disk) as room:
        await ask_where(room)
        ada = (await join(room, "Ada")).seat
        disk.fsync_error = errno.EIO
        refused = await send(room, post("/api/vote", ballot("a", "x-1"), ada))
        assert (refused.status, refused.error) == (503, "not-saved")
        assert int(refused.headers["retry-after"]) > 0
        disk.heal()
        await room.session.settled()
        again = await send(room, post("/api/vote", ballot("a", "x-1"), ada))
        assert again.status == 200
        assert votes(room) == ["a"]


async def test_a_fault_is_a_sentence_for_the_phone_and_a_private_log_for_us(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_room(tmp_path) as room:
        ada = (await join(room, "Ada")).seat
        with monkeypatch.context() as broken:
            broken.setattr(Documents, "of", _fails)
            for _ in range(8):
                reply = await send(room, request("GET", "/api/state", ada))
                assert (reply.status, reply.error) == (500, "failed")
                assert b"secret" not in reply.body
        assert room.server.failures.noted == 8
        logs = list(home.rglob("crash-*.log"))
        assert len(logs) == 5, "and no more, however often it fails"
        assert "secret" not in logs[0].read_text("utf-8")
        assert "_fails" in logs[0].read_text("utf-8")
        assert (await send(room, request("GET", "/api/state", ada))).status == 200
    assert capfd.readouterr() == ("", "")


def _fails(*_: object) -> bytes:
    raise RuntimeError("secret")


async def test_nothing_that_aiohttp_says_reaches_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    async with open_room(tmp_path) as room:
        await send(room, b"\x16\x03\x01 no HTTP\r\n\r\n")
        _, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(request("POST", "/api/vote", {**JSON, "Content-Length": "100"}))
        await writer.drain()
        writer.transport.abort()
        await send(room, request("GET", "/api/state"))
    assert capfd.readouterr() == ("", "")


async def test_the_room_is_found_again_at_the_port_of_before(tmp_path: Path) -> None:
    port = free_port()
    async with open_room(tmp_path / "a", port=port) as room:
        assert room.server.port == port
        async with open_room(tmp_path / "b", port=port) as other:
            assert other.server.port != port
    async with open_room(tmp_path / "c", port=port) as again:
        assert again.server.port == port


def free_port() -> int:
    """One that no other test takes."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


async def test_it_cannot_be_opened_at_an_address_of_another_machine(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        with pytest.raises(OSError, match=r".") as refused:
            await serve(Phones(room.session, Book()), "203.0.113.7")
        assert refused.value.errno == errno.EADDRNOTAVAIL


async def test_it_can_be_closed_twice_and_while_somebody_asks(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        port = room.server.port
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n")
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(room.server.close(), room.server.close())
            await room.server.close()
            assert await reader.read() == b""
        writer.close()
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(("127.0.0.1", port))


async def test_many_requests_on_one_connection_are_answered_in_order(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        host = {"Host": f"127.0.0.1:{room.server.port}"}
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(
            request("GET", "/api/state", host)
            + request("GET", "/nothing", host)
            + request("GET", "/page.css", host)
        )
        statuses = [(await answer(reader)).status for _ in range(3)]
        assert statuses == [200, 404, 200]
        writer.close()


async def test_joined_people_and_their_votes_are_there_for_whoever_comes_back(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        await ask_where(room)
        ada = cookie((await room.seat()).token)
        await send(room, post("/api/vote", ballot("a"), ada))
        state = await send(room, request("GET", "/api/state", ada))
        assert state.json["you"]["name"] == "Ada"
        assert state.json["mine"]["vote"] == {"option": "a"}
