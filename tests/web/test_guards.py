"""Who may ask what, from where and how often; and what each answer says besides."""

from __future__ import annotations

import asyncio
import re
import time
from pathlib import Path

import pytest
from support.phones import OpenRoom, cookie, open_room
from support.raw_http import Reply, answer, exchange, post, request
from support.until import PATIENCE, until

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.sources.phones.code import spaced
from mops_tui.storage.sessions import journal
from mops_tui.web import bodies
from mops_tui.web.guards import Limits
from mops_tui.web.page import FOLDER, address
from mops_tui.web.server import Bounds
from mops_tui.web.serving.connections import Patience
from mops_tui.web.serving.rates import Rate

MANY = Rate(1e9, 1e9)


def limits(
    person: Rate = MANY, stranger: Rate = MANY, strangers: Rate = MANY, everybody: Rate = MANY
) -> Bounds:
    return Bounds(limits=Limits(person, stranger, strangers, everybody, 0.01, patience=0))


async def seat(room: OpenRoom, name: str = "Ada") -> dict[str, str]:
    """The headers of somebody who has a seat."""
    return cookie((await room.seat(name)).token)


async def ask(room: OpenRoom, path: str, headers: dict[str, str] | None = None) -> Reply:
    return await exchange(room.server.port, request("GET", path, headers))


def vote(headers: dict[str, str], option: str = "a") -> bytes:
    body = {"id": "", "question": "demo/where", "round": 1, "ballot": {"option": option}}
    return post("/api/vote", body, headers)


async def test_the_room_answers_by_every_name_that_is_its_own(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        port = room.server.port
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LocalHost:{port}"):
            assert (await ask(room, "/api/state", {"Host": host})).status == 200


async def test_a_page_of_the_room_may_post(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        room.do(cmd.Show(View("question", "demo/where")))
        here = f"http://127.0.0.1:{room.server.port}"
        own = await seat(room)
        for headers in ({"Origin": here}, {"Origin": here, "Sec-Fetch-Site": "same-origin"}, {}):
            reply = await exchange(room.server.port, vote({**own, **headers}))
            assert reply.status == 200


async def test_every_answer_is_guarded(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        for path in ("/", f"/{room.phones.book.code}", "/page.css", "/api/state", "/nothing"):
            headers = (await ask(room, path)).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["x-frame-options"] == "DENY"
            assert headers["referrer-policy"] == "same-origin"
            assert "camera=()" in headers["permissions-policy"]
            assert "server" not in headers


async def test_what_is_somebodys_own_is_kept_nowhere(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        own = await seat(room)
        for path in ("/", "/7KQ2M9XD", "/api/state", "/nothing"):
            assert (await ask(room, path, own)).headers["cache-control"] == "no-store"


async def test_the_pages_files_are_kept_under_the_address_that_names_their_content(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        for name in ("page.css", "page.js"):
            kept = await ask(room, address(name))
            assert kept.body == (FOLDER / name).read_bytes()
            assert "immutable" in kept.headers["cache-control"]
            for other in (f"/{name}", f"/{name}?v=0123456789ab", f"/{name}?v="):
                assert (await ask(room, other)).headers["cache-control"] == "no-cache"


async def test_a_seat_is_a_cookie_that_no_script_and_no_other_site_gets(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        body = {"code": room.phones.book.code, "name": "Ada", "role": ""}
        data = post("/api/join", body)
        given = (await exchange(room.server.port, data)).headers["set-cookie"]
        name, *rest = given.split("; ")
        assert name.startswith("mops_seat=")
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(rest)
        assert not any(part.startswith("Domain") for part in rest)


async def test_the_page_says_the_same_of_a_right_code_and_a_wrong_one(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        await room.session.settled()
        code = room.phones.book.code
        wrong = "00000000" if code != "00000000" else "11111111"
        right, other = await ask(room, f"/{code}"), await ask(room, f"/{wrong}")
        assert right.status == other.status == 200
        assert without_ids(right.body).replace(
            spaced(code).encode(), spaced(wrong).encode()
        ) == without_ids(other.body)
        for shown in (code.encode(), spaced(code).encode()):
            assert shown not in (await ask(room, "/")).body
            assert shown not in (await ask(room, "/api/state")).body


def without_ids(page: bytes) -> bytes:
    """A page without what is random in it: the id of the join that a plain form would send."""
    return re.sub(rb'(name="id" value=")[^"]*', rb"\1", page)


async def test_who_asks_too_often_is_told_when_to_come_back_and_nobody_else_is(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path, bounds=limits(person=Rate(3, 0.001))) as room:
        ada, bob = await seat(room, "Ada"), await seat(room, "Bob")
        asked = [await ask(room, "/api/state", ada) for _ in range(5)]
        assert [reply.status for reply in asked] == [200, 200, 200, 429, 429]
        assert asked[-1].error == "too-often"
        assert int(asked[-1].headers["retry-after"]) > 500
        assert (await ask(room, "/api/state", bob)).status == 200


async def test_who_keeps_changing_their_mind_does_not_fill_the_file(tmp_path: Path) -> None:
    bounds = Bounds(limits=Limits(saves=Rate(3, 0.001), penalty=0.01))
    async with open_room(tmp_path, bounds=bounds) as room:
        room.do(cmd.Show(View("question", "demo/where")))
        ada, bob = await seat(room, "Ada"), await seat(room, "Bob")
        port, profile = room.server.port, {"name": "Ada Two", "role": ""}
        voted = [(await exchange(port, vote(ada, option))).status for option in "abcab"]
        assert voted == [200, 200, 200, 429, 429]
        renamed = await exchange(port, post("/api/profile", profile, ada))
        assert renamed.status == 429
        assert (await exchange(port, vote(bob))).status == 200
        assert (await ask(room, "/api/state", ada)).status == 200


async def test_a_stranger_who_keeps_asking_takes_nothing_from_other_strangers(
    tmp_path: Path,
) -> None:
    bounds = limits(stranger=Rate(2, 0.001), strangers=Rate(10, 0.001))
    async with open_room(tmp_path, bounds=bounds) as room:
        port = room.server.port
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        statuses = []
        for _ in range(20):
            writer.write(request("GET", "/api/state", {"Host": f"127.0.0.1:{port}"}))
            async with asyncio.timeout(PATIENCE):
                statuses.append((await answer(reader)).status)
        writer.close()
        assert statuses == [200] * 2 + [429] * 18
        assert (await ask(room, "/api/state")).status == 200


async def test_strangers_together_take_nothing_from_those_who_have_a_seat(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=limits(strangers=Rate(2, 0.001))) as room:
        own = await seat(room)
        strangers = [(await ask(room, "/api/state")).status for _ in range(4)]
        assert strangers == [200, 200, 429, 429]
        assert (await ask(room, "/api/state", own)).status == 200


async def test_many_strangers_at_once_have_their_turn(tmp_path: Path) -> None:
    bounds = Bounds(limits=Limits(strangers=Rate(2, 100), penalty=0.01))
    async with open_room(tmp_path, bounds=bounds) as room:
        replies = await asyncio.gather(*(ask(room, "/api/state") for _ in range(30)))
        assert [reply.status for reply in replies] == [200] * 30


async def test_a_flood_slows_whoever_floods_and_everybody_votes(tmp_path: Path) -> None:
    """One phone sends whatever it can on twenty connections while nine people vote."""
    bounds = Bounds(limits=Limits(person=Rate(20, 5), penalty=0.1))
    async with open_room(tmp_path, bounds=bounds) as room:
        room.do(cmd.Show(View("question", "demo/where")))
        people = [await seat(room, f"P{n}") for n in range(9)]
        flooder = await seat(room, "Flood")
        host = {"Host": f"127.0.0.1:{room.server.port}"}
        over = asyncio.Event()
        answered: list[int] = []

        async def flood() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
            while not over.is_set():
                writer.write(request("GET", "/api/state", {**host, **flooder}) * 50)
                for _ in range(50):
                    reply = await answer(reader)
                    if not reply.status or over.is_set():
                        break
                    answered.append(reply.status)
            writer.close()

        began = time.monotonic()
        floods = [asyncio.create_task(flood()) for _ in range(20)]
        votes = 0
        async with asyncio.timeout(PATIENCE):
            while votes < 3 or 429 not in answered:
                option = "abc"[votes % 3]
                replies = [await exchange(room.server.port, vote(one, option)) for one in people]
                assert [reply.status for reply in replies] == [200] * 9
                votes += 1
        over.set()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*floods)
        due = 20 + 5 * (time.monotonic() - began)  # on a busy machine it lasts longer
        assert answered.count(200) <= due, "the rest of the flood is put off"
        events = journal.read(room.session.path).events
        assert [event.kind for event in events].count("vote-cast") == 9 * votes


async def test_a_request_that_never_ends_is_ended(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=Bounds(patience=Patience(request=0.2))) as room:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        writer.write(b"GET /api/state HTTP/1.1\r\nHost: 127.0")
        async with asyncio.timeout(PATIENCE):
            assert await reader.read() == b""
        writer.close()
        assert (await ask(room, "/api/state")).status == 200


async def test_a_connection_that_was_answered_is_not_taken_for_one_that_asks_slowly(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path) as room:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        opened = room.server.connections.open
        for path in ("/", "/page.js", "/api/state"):
            writer.write(request("GET", path, {"Host": f"127.0.0.1:{room.server.port}"}))
            assert (await answer(reader)).status == 200
            await until(lambda: [one.asked_since for one in opened] == [None], "rest")
        writer.close()


async def test_a_connection_that_never_asks_is_ended(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=Bounds(patience=Patience(idle=0.2))) as room:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.server.port)
        async with asyncio.timeout(PATIENCE):
            assert await reader.read() == b""
        writer.close()


async def test_a_body_that_never_comes_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "BODY_SECONDS", 0.1)
    async with open_room(tmp_path) as room:
        own = await seat(room)
        data = post("/api/vote", b"{", {**own, "Content-Length": "100"})
        reply = await exchange(room.server.port, data)
        assert (reply.status, reply.error) == (408, "too-slow")


async def test_where_all_places_are_taken_a_stranger_gives_way_to_whoever_comes(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path, bounds=Bounds(patience=Patience(most=3))) as room:
        port, own = room.server.port, await seat(room)
        host = {"Host": f"127.0.0.1:{port}"}
        seated = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        for reader, writer in seated:
            writer.write(request("GET", "/api/state", {**host, **own}))
            assert (await answer(reader)).status == 200
        idle, holding = await asyncio.open_connection("127.0.0.1", port)
        assert (await ask(room, "/api/state")).status == 200
        async with asyncio.timeout(PATIENCE):
            assert await idle.read() == b"", "the stranger's place was given away"
        for reader, writer in seated:
            writer.write(request("GET", "/api/state", {**host, **own}))
            assert (await answer(reader)).status == 200
        for writer in (holding, *(writer for _, writer in seated)):
            writer.close()


async def test_where_only_people_are_one_of_whoever_has_most_connections_gives_way(
    tmp_path: Path,
) -> None:
    async with open_room(tmp_path, bounds=Bounds(patience=Patience(most=4))) as room:
        port, ada, eve = room.server.port, await seat(room), await seat(room, "Eve")
        opened = []
        for own in (ada, eve, eve, eve):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request("GET", "/api/state", {"Host": f"127.0.0.1:{port}", **own}))
            assert (await answer(reader)).status == 200
            opened.append((reader, writer))
        assert (await ask(room, "/api/state", ada)).status == 200
        async with asyncio.timeout(PATIENCE):
            assert await opened[1][0].read() == b""
        reader, writer = opened[0]
        writer.write(request("GET", "/api/state", {"Host": f"127.0.0.1:{port}", **ada}))
        assert (await answer(reader)).status == 200
        for _, writer in opened:
            writer.close()


async def test_one_person_has_so_many_connections_and_no_more(tmp_path: Path) -> None:
    async with open_room(tmp_path, bounds=Bounds(patience=Patience(person=2))) as room:
        port, own = room.server.port, await seat(room)
        opened = []
        for _ in range(3):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(request("GET", "/api/state", {"Host": f"127.0.0.1:{port}", **own}))
            assert (await answer(reader)).status == 200
            opened.append((reader, writer))
        async with asyncio.timeout(PATIENCE):
            assert await opened[0][0].read() == b""
        for _, writer in opened:
            writer.close()


async def test_a_person_who_looks_is_answered_with_a_page(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        reply = await ask(room, "/<script>alert(1)", browser)
        assert reply.status == 404
        assert reply.headers["content-type"] == "text/html; charset=utf-8"
        assert b"Scan the QR code again." in reply.body
        assert b"alert(1)" not in reply.body
