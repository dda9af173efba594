"""The cookie of a phone: one seat in each of the latest rooms at an address."""

from __future__ import annotations

from pathlib import Path

import aiohttp
from support.phones import OpenRoom, open_room
from support.sessions import header


async def _joined(phone: aiohttp.ClientSession, room: OpenRoom, name: str) -> None:
    asked = {"code": room.phones.book.code, "name": name, "role": ""}
    answer = await phone.post(f"{room.address}/api/join", json=asked)
    assert answer.status == 200, await answer.text()


async def _name(phone: aiohttp.ClientSession, room: OpenRoom) -> str:
    you = (await (await phone.get(f"{room.address}/api/state")).json())["you"]
    return str(you["name"]) if you else ""


async def test_a_phone_keeps_its_seat_in_the_room_of_the_morning(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with (
        aiohttp.ClientSession(cookie_jar=jar) as phone,
        open_room(tmp_path / "a", header(id="morning")) as morning,
        open_room(tmp_path / "b", header(id="noon")) as noon,
    ):
        await _joined(phone, morning, "Ada")
        assert await _name(phone, noon) == ""
        await _joined(phone, noon, "Countess")
        assert await _name(phone, noon) == "Countess"
        assert await _name(phone, morning) == "Ada"


async def test_a_cookie_does_not_grow_with_every_workshop(tmp_path: Path) -> None:
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as phone:
        for number in range(6):
            async with open_room(tmp_path / str(number), header(id=f"day-{number}")) as room:
                await _joined(phone, room, "Ada")
                assert await _name(phone, room) == "Ada"
    (cookie,) = jar
    assert len(cookie.value) < 200
