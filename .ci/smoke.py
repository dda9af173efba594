"""An installed mops_tui, without its source: from home up to a question, and a vote by phone."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, CookieJar

import mops_tui
from mops_tui.entry import serve_phones
from mops_tui.sources.live import LiveSession
from mops_tui.sources.phones.book import Book
from mops_tui.sources.phones.phones import Phones
from mops_tui.storage.folders.places import places
from mops_tui.tui.app import MopsApp
from mops_tui.tui.recording.camera import RecordingOptions
from mops_tui.tui.recording.page import page
from mops_tui.tui.settings import read_settings
from mops_tui.usecases.report import report_text

PATIENCE = 60.0


async def vote_by_phone(session: LiveSession) -> int:
    """Join by phone and vote on the open question, as the installed page would; the page's bytes.

    Args:
        session: The session, at its check-in: a question of yes and no.
    """
    phones = Phones(session, Book())
    served = await serve_phones(phones, "127.0.0.1", 0)
    here = f"http://127.0.0.1:{served.port}"
    read = 0
    try:
        async with ClientSession(
            cookie_jar=CookieJar(unsafe=True), headers={"Origin": here}
        ) as phone:
            for path in (f"/{phones.book.code}", "/page.css", "/page.js"):
                async with phone.get(here + path) as answer:
                    assert answer.status == 200, (path, answer.status)
                    read += len(await answer.read())

            async def post(path: str, **body: object) -> dict[str, Any]:
                async with phone.post(here + path, json=body) as answer:
                    told: dict[str, Any] = await answer.json()
                    assert answer.status == 200, (path, told)
                    return told

            joined = await post("/api/join", code=phones.book.code, name="Ada", role="")
            question = joined["question"]
            ballot = {"option": question["options"][0]["id"]}
            where = {"question": question["ref"], "round": question["round"]}
            told = await post("/api/vote", id="smoke", ballot=ballot, **where)
            assert told["mine"]["vote"] == ballot, told
    finally:
        await served.close()
    round_ = session.durable.round(question["ref"])
    assert round_ is not None
    assert [vote.via for vote in round_.votes.values()] == ["phone"], round_
    return read


async def main() -> None:
    """Press Enter three times, then space until a question is shown, and leave."""
    home = Path(mops_tui.__file__)
    assert home.is_relative_to(sys.prefix), f"{home} is not the installed one"
    assert (home.parent / "py.typed").is_file(), "the wheel does not say that it is typed"
    here = places()
    app = MopsApp(here, read_settings(here.config))
    async with app.run_test(size=(80, 24)) as pilot:

        async def until(what: str, holds: Callable[[], bool]) -> None:
            deadline = time.monotonic() + PATIENCE
            while not holds():
                assert time.monotonic() < deadline, f"never: {what} (at {app.screen})"
                await pilot.pause(0.02)

        def screen(name: str) -> Callable[[], bool]:
            return lambda: type(app.screen).__name__ == name

        await until("home", screen("HomeScreen"))
        await pilot.press("enter")
        await until("setup", screen("SetupScreen"))
        await pilot.press("enter", "enter")
        await until("the workshop", screen("WorkshopScreen"))
        room = app.room
        assert room is not None
        for _ in range(4):
            if room.seen.place.of == "question":
                break
            before = room.seen.seq
            await pilot.press("space")
            await until("an answer to the space bar", lambda: room.seen.seq > before)  # noqa: B023 - called within its turn
        assert room.seen.place.of == "question", room.seen.place
        read = await vote_by_phone(room.session)
        print(f"a phone read {read} bytes of page, joined, and its vote is saved")
        path = room.session.path
        await app.action_quit()
    text = report_text(path)
    assert text.startswith("# "), text[:80]
    print(f"reached {room.seen.place.name}; its report has {len(text)} characters")
    replayed = await page(RecordingOptions(path, (80, 24)))
    assert replayed.startswith("<!doctype html>"), replayed[:80]
    print(f"its replay as a page has {len(replayed)} characters")


if __name__ == "__main__":
    asyncio.run(main())
