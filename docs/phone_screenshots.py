"""Make the pictures of the page for phones: a real room, a real browser, one picture a file.

Usage: python docs/phone_screenshots.py [FOLDER]

Needs Chromium. Each is a screen of 360x740, in the light.
"""

from __future__ import annotations

import asyncio
import io
import random
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "docs")]

from PIL import Image
from playwright.async_api import Page, async_playwright
from screenshots import PEOPLE, ballot
from support.phones import OpenRoom, open_room, workshop_header

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot
from mops_tui.sources.phones.admission import Joined

WIDTH, HEIGHT = 360, 740
POINTS, PLACE, WAVES = (
    "org-placement/ten-points",
    "mops-personas/place-mops",
    "adoption-waves/waves",
)
COLOURS = 64
"""So many colours are enough for a page of text, and make a small file."""


class Phone:
    """One page, and the folder that its pictures go into."""

    def __init__(self, page: Page, folder: Path) -> None:
        """Take no picture yet."""
        self.page = page
        self.folder = folder

    async def picture(self, name: str) -> None:
        """Take one."""
        await self.page.wait_for_timeout(250)
        image = Image.open(io.BytesIO(await self.page.screenshot()))
        path = self.folder / f"phone-{name}.png"
        image.convert("RGB").quantize(COLOURS).save(path, optimize=True)
        print(path)

    async def tap_at(self, selector: str, across: float, down: float) -> None:
        """Put a finger somewhere on a shape."""
        shape = self.page.locator(selector)
        box = await shape.bounding_box()
        assert box is not None
        await shape.tap(position={"x": box["width"] * across, "y": box["height"] * down})


async def go_to(room: OpenRoom, page: Page, ref: str) -> None:
    """On until a question can be voted on, and the page shows it."""
    while (round_ := room.session.head.round(ref)) is None or round_.phase != "open":
        room.go_on()
    question = room.session.head.workshop.question(ref)
    assert question is not None
    await page.get_by_role("heading", name=question.ask).wait_for()


async def seated(room: OpenRoom) -> list[str]:
    """The others, who have joined."""
    seats = []
    for name, role in PEOPLE[1:]:
        joined = await room.phones.join(room.phones.book.code, name, role)
        assert isinstance(joined, Joined)
        seats.append(joined.participant)
    return seats


async def reveal(room: OpenRoom, page: Page, ref: str, seats: list[str]) -> None:
    """The others vote, and the room sees what came of it."""
    question = room.session.head.workshop.question(ref)
    assert question is not None
    draw = random.Random(7)
    for at, seat in enumerate(seats):
        given: Ballot = ballot(question, draw, at / len(seats))
        room.do(cmd.CastVote(ref, seat, given, "phone"))
    room.do(cmd.Reveal(ref))
    await page.locator("figure").wait_for()


async def main(folder: Path) -> None:
    """Take them all, in the order of the workshop."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "there is no Chromium here"
    with tempfile.TemporaryDirectory() as home:
        async with (
            open_room(Path(home), workshop_header("full-walk")) as room,
            async_playwright() as playwright,
        ):
            browser = await playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = await browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True, is_mobile=True
            )
            await walk(room, Phone(page, folder))
            await browser.close()


async def walk(room: OpenRoom, phone: Phone) -> None:
    """Join, answer a few questions, and see what came of one."""
    page = phone.page
    await page.goto(f"{room.address}/{room.phones.book.code}")
    await page.locator("#join-name").fill(PEOPLE[0][0])
    await page.locator("#join-role").fill(PEOPLE[0][1])
    await phone.picture("join")
    await page.get_by_role("button", name="Join").tap()
    await page.locator("#me:not([hidden])").wait_for()
    seats = await seated(room)
    await go_to(room, page, PLACE)
    await phone.tap_at(".pad", 0.68, 0.3)
    await page.locator("#bar.good").wait_for()
    await phone.picture("pad")
    await go_to(room, page, WAVES)
    for across in (0.74, 0.37):
        await phone.tap_at("svg.curve", across, 0.5)
    await phone.picture("curve")
    await go_to(room, page, POINTS)
    more = page.locator(".pour button:last-of-type")
    for row, points in enumerate((2, 5)):
        for _ in range(points):
            await more.nth(row).tap()
    await phone.picture("points")
    for _ in range(3):
        await more.nth(3).tap()
    await page.get_by_role("button", name="Vote").tap()
    await page.locator("#bar.good").wait_for()
    await reveal(room, page, POINTS, seats)
    await phone.picture("result")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images"))
