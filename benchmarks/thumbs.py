"""Simulated thumbs: how long do nine people need for each question, each on a phone of their own?

    python benchmarks/thumbs.py [WORKSHOP] [--json]

A script does every ballot of the full walk in a real browser, on a screen of 360 x 740 with touch,
and counts: the words that stand there, the decisions that are asked for, taps, swipes, letters
typed. What a person needs for those is known from research:

- reading: 238 words a minute on average, 175 at the slow end of most adults (Brysbaert, "How many
  words do we read per minute?", Journal of Memory and Language 109, 2019);
- a decision between simple things: 1.35 s, the operator M of the keystroke-level model (Card,
  Moran and Newell, "The psychology of human-computer interaction", 1983). Somebody slow is given
  five of those for each decision;
- a tap: 1.1 s to point (the operator P of the same) as an upper bound; a finger is quicker than a
  mouse;
- a swipe: 1.2 s, until the eye has found its place again;
- typing: 36 words a minute with thumbs (Palin and others, "How do people type on mobile devices?",
  MobileHCI 2019), 20 for somebody slow.

Nine people vote at the same time: what counts is the slowest of them, who is slow in everything.
A vote has to fit into the minutes that an agenda counts for it: what silence, pairs and talk leave.
Beside it stands the same room at one keyboard, one after the other, as measured in keys.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from needs import needs

needs("playwright")

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from playwright.async_api import Locator, Page, async_playwright
from support.phones import OpenRoom, open_room, workshop_header

from mops_tui.model.packs.minutes import vote_minutes
from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of, options_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDTH, HEIGHT = 360, 740
PEOPLE = 9
REACH = 400
"""Pixels that one swipe moves the page."""
PATIENCE = 20.0
KEYBOARD = {"pairs": 50.0, "curve": 45.0, "allocate": 35.0, "rate": 90.0}
"""Seconds that one person needs at the keyboard, measured in keys; for the long questions."""
HEAD = (
    "Question",
    "Minutes",
    "For the vote",
    "A typical phone",
    "The slowest of nine",
    "Nine at one keyboard",
)
LONG = 3
"""A question of fewer pairs or waves is no long one."""
MANY = 12
"""Nor is a rating of fewer items."""


@dataclass(frozen=True)
class Person:
    """How quick somebody is.

    Attributes:
        reads: Words a minute.
        decides: Seconds for each decision.
        taps: Seconds for each tap, the way of the thumb to it included.
        swipes: Seconds for each swipe.
        types: Words a minute, of five letters each.
    """

    reads: float
    decides: float
    taps: float
    swipes: float
    types: float

    def seconds(self, work: Work) -> float:
        """What they need for a ballot."""
        return (
            work.words / self.reads * 60
            + work.decisions * self.decides
            + work.taps * self.taps
            + work.swipes * self.swipes
            + work.letters / 5 / self.types * 60
        )


TYPICAL = Person(238, 1.35, 1.1, 1.2, 36)
SLOWEST = Person(175, 5 * 1.35, 1.5, 1.8, 20)
"""Of nine people the slowest, slow in everything at once."""


@dataclass
class Work:
    """What a ballot asks of a person."""

    words: int = 0
    decisions: int = 0
    taps: int = 0
    swipes: int = 0
    letters: int = 0


class Thumb:
    """One thumb on one page: it taps and swipes for real, and counts."""

    def __init__(self, page: Page) -> None:
        """Begin with nothing done."""
        self.page = page
        self.work = Work()

    async def read(self) -> None:
        """Read everything that stands there, down to the end of the page."""
        text = await self.page.locator("body").inner_text()
        self.work.words += len(text.split())
        below = await self.page.evaluate(f"document.documentElement.scrollHeight - {HEIGHT}")
        self.work.swipes += max(0, math.ceil(below / REACH))

    async def reach(self, target: Locator) -> tuple[float, float, float, float]:
        """Swipe until something can be tapped, above the bar at the bottom."""
        box = await target.bounding_box()
        assert box is not None
        bar = await self.page.locator("#bar").bounding_box()
        floor = bar["y"] if bar else HEIGHT
        inside = await target.evaluate("node => node.closest('#bar') !== null")
        below = 0.0 if inside else box["y"] + box["height"] - floor
        above = 0.0 if inside else -box["y"]
        if below > 0 or above > 0:
            way = below + 20 if below > 0 else -above - 20
            self.work.swipes += math.ceil(abs(way) / REACH)
            await self.page.evaluate("by => window.scrollBy(0, by)", way)
            box = await target.bounding_box()
            assert box is not None
        return box["x"], box["y"], box["width"], box["height"]

    async def tap(self, target: Locator, left: float = 0.5, top: float = 0.5) -> None:
        """Tap on something, at a share of its width and height."""
        await target.wait_for(state="visible")
        x, y, width, height = await self.reach(target)
        await self.page.touchscreen.tap(x + width * left, y + height * top)
        self.work.taps += 1

    async def write(self, target: Locator, text: str) -> None:
        """Type something into a field."""
        await self.tap(target)
        await self.page.keyboard.type(text)
        self.work.letters += len(text)


async def vote(thumb: Thumb, question: QuestionBase) -> None:
    """Fill in a ballot, all of it, and hand it in."""
    page, kind = thumb.page, kind_of(question)
    await thumb.read()
    thumb.work.decisions = max(1, len(items_of(question)))
    match kind:
        case "choice" | "hands":
            await thumb.tap(page.locator(".option").nth(1))
            return
        case "allocate":
            thumb.work.decisions = len(options_of(question))
            for row, points in enumerate((5, 3, 2)):
                for _ in range(points):
                    await thumb.tap(page.locator(".pour").nth(row).locator("button").last)
        case "rate" | "pairs":
            answers = page.locator(".card [role=group] button")
            for number in range(len(items_of(question))):
                await page.wait_for_timeout(250)  # quicker than that is a double tap
                await thumb.tap(answers.nth(number % await answers.count()))
            if len(items_of(question)) == 1:
                return
        case "grid":
            thumb.work.decisions = 2  # how far along, and how high
            await thumb.tap(page.locator(".pad"), 0.3, 0.4)
            return
        case "curve":
            for number in range(len(items_of(question))):
                await thumb.tap(page.locator("svg.curve"), 0.2 + 0.2 * number, 0.5)
        case "rank":
            thumb.work.decisions = len(options_of(question))
            for _ in range(len(options_of(question)) - 1):
                await thumb.tap(page.locator("#content button.option").first)
        case "text":
            await thumb.write(page.locator("textarea, input[type=text]").first, "x" * 60)
    await thumb.tap(page.locator("#actions .main:visible"))


async def saved(room: OpenRoom, ref: str) -> None:
    """Wait until the vote is durable."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        rounds = room.session.durable.rounds.get(ref, ())
        if rounds and rounds[-1].votes:
            return
        if asyncio.get_running_loop().time() > end:
            raise RuntimeError(f"no vote has come for {ref}")
        await asyncio.sleep(0.02)


async def measure(workshop: str) -> list[tuple[str, QuestionBase, Work]]:
    """The work of each question of a workshop, by its reference."""
    done: list[tuple[str, QuestionBase, Work]] = []
    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_room(Path(folder), workshop_header(workshop)) as room,
            async_playwright() as player,
        ):
            browser = await player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = await browser.new_page(
                viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True, is_mobile=True
            )
            page.set_default_timeout(PATIENCE * 1000)
            await page.goto(f"{room.address}/{room.phones.book.code}")
            await page.locator("[name=name]").fill("Ada")
            await page.locator("#actions .main:visible").click()
            for scenario in room.session.head.workshop.scenarios:
                for question in scenario.questions:
                    ref = f"{scenario.id}/{question.id}"
                    room.do(cmd.Show(View("question", ref)))
                    await page.get_by_text(question.ask, exact=True).first.wait_for()
                    thumb = Thumb(page)
                    await vote(thumb, question)
                    await saved(room, ref)
                    done.append((f"{scenario.title}: {question.title}", question, thumb.work))
            await browser.close()
    return done


def clock(seconds: float) -> str:
    """Minutes and seconds."""
    whole = math.ceil(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def main() -> int:
    """Measure, print the table of docs/run-a-workshop.md, and fail where a vote takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workshop", nargs="?", default="full-walk")
    parser.add_argument("--json", action="store_true", help="rows for benchmarks/run.py")
    options = parser.parse_args()
    if CHROMIUM is None:
        print("benchmarks/thumbs.py needs Chromium, not installed here", file=sys.stderr)
        return 2
    done = asyncio.run(measure(options.workshop))
    good, worst, where = True, 0.0, ""
    print("| " + " | ".join(HEAD) + " |")
    print("|---" * len(HEAD) + "|")
    for title, question, work in done:
        budget = vote_minutes(question) * 60
        typical, slowest = TYPICAL.seconds(work), SLOWEST.seconds(work)
        good = good and slowest <= budget
        if slowest / budget > worst:
            worst, where = slowest / budget, title
        kind = kind_of(question)
        least = MANY if kind == "rate" else LONG
        long = kind in KEYBOARD and not 0 < len(items_of(question)) < least
        keyboard = clock(KEYBOARD[kind] * PEOPLE) if long else ""
        print(f"| {title} | {question.minutes:g} | {clock(budget)} | {clock(typical)} | "
              f"{clock(slowest)} | {keyboard} |")  # fmt: skip
    for title, _question, work in done:
        print(f"{title:60} {work}", file=sys.stderr)
    if options.json:
        row = f"{PEOPLE} phones, {options.workshop}: the slowest vote, in shares of its time"
        limit = "the minutes counted for it"
        print(json.dumps([[row, limit, where, f"{worst:.2f} × the budget", good]]))
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
