"""Phones with the real page: one Chromium, a context for each person, fingers on the screen.

The browser is the system's own; nothing is downloaded. What a phone sent is recorded here, at its
end of the line, to be compared with the session file later.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    FloatRect,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)
from support.browser import CHROMIUM

Ballot = dict[str, Any]
Question = dict[str, Any]
PATIENCE = 60_000
"""Milliseconds."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
}
"""A small screen, and a finger on it."""
_AWAITS_A_TAP = """() => {
  window.tapped = new Promise(done => {
    addEventListener('click', () => done(true), {once: true});
    setTimeout(() => done(false), 5000);
  });
}"""
_WIDE, _EDGE = 320, 14
"""The page's curve, in its own units: its width, and the margin at either side."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            yield browser
        finally:
            browser.close()


class BrowserPhone:
    """One person's phone.

    Attributes:
        name: What its owner is called.
        page: Its page.
        sent: Every vote that left it: question, round and ballot, each once however often it went.
    """

    def __init__(self, browser: Browser, name: str) -> None:
        self.name = name
        self._context: BrowserContext = browser.new_context(**PHONE)
        self._context.set_default_timeout(PATIENCE)
        self.page: Page = self._context.new_page()
        self.page.on("request", self._note)
        self.sent: dict[str, dict[str, Any]] = {}

    def _note(self, request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/api/vote"):
            body = json.loads(request.post_data or "{}")
            self.sent[body["id"]] = body

    def close(self) -> None:
        """Put it away."""
        self._context.close()

    # --- joining

    def scan(self, address: str) -> None:
        """Open what stands in the QR code."""
        self.page.goto(address)

    def join(self, role: str = "") -> None:
        """Say who one is."""
        self.page.locator("#join-name").fill(self.name)
        if role:
            self.page.locator("#join-role").fill(role)
        self.page.locator("#actions button[form=join]").tap()
        expect(self.page.locator("#who")).to_contain_text(self.name, timeout=PATIENCE)

    @property
    def who(self) -> str:
        """Who the page says that one is."""
        return self.page.locator("#who").inner_text()

    # --- what is seen

    def wait_for(self, question: str) -> None:
        """Wait until a question can be voted on."""
        title = self.page.locator("#title")
        expect(title).to_have_text(question, timeout=PATIENCE)
        expect(self.page.locator("#content fieldset")).to_be_enabled(timeout=PATIENCE)

    def wait_until_saved(self) -> None:
        """Wait until the page says that the vote is saved."""
        expect(self.page.locator("#bar.good #sign")).to_have_text("✓", timeout=PATIENCE)

    def wait_for_the_end(self) -> None:
        """Wait until the page says that the room is closed."""
        expect(self.page.locator("body")).to_contain_text("is closed", timeout=PATIENCE)

    @property
    def says(self) -> str:
        """The line at the thumb."""
        return self.page.locator("#status").inner_text()

    def asked(self) -> dict[str, Any]:
        """What this phone is told, with its own cookie: the state of the join API."""
        url = self.page.evaluate("location.origin")
        state: dict[str, Any] = self._context.request.get(f"{url}/api/state").json()
        return state

    # --- answering

    def answer(self, question: Question, ballot: Ballot) -> None:
        """Put a ballot on the screen and send it, finger by finger; nothing is waited for."""
        try:
            self._answer(question, ballot)
        except Error as error:
            shown = self.page.locator("body").inner_text()
            raise AssertionError(f"{self.name}, {ballot}:\n{shown}") from error

    def _answer(self, question: Question, ballot: Ballot) -> None:
        kind = question["kind"]
        if kind in ("choice", "hands"):
            self._option(_place(question["options"], ballot["option"]))
            return
        if kind == "grid":
            self._point(ballot["x"], ballot["y"])
            return
        match kind:
            case "allocate":
                self._pour(question, ballot)
            case "rate":
                levels = [_place(question["levels"], level) for level in ballot["levels"]]
                self._cards(levels)
            case "pairs":
                self._cards([place + 2 for place in ballot["positions"]])
            case "curve":
                self._slide(ballot["positions"])
            case "rank":
                self._rank(question, ballot["options"])
            case _:
                self._write(ballot["ideas"])
        send = self.page.locator("#actions button.main:not([form])")
        if send.is_visible():
            send.tap()

    def _option(self, number: int) -> None:
        self.page.locator("#content fieldset button[aria-pressed]").nth(number).tap()

    def _pour(self, question: Question, ballot: Ballot) -> None:
        given = dict(zip(ballot["options"], ballot["points"], strict=True))
        for row, option in enumerate(question["options"]):
            more = self.page.locator("#content .pour").nth(row).locator("button").last
            for _ in range(given.get(option["id"], 0)):
                more.tap()

    def _cards(self, answers: list[int]) -> None:
        buttons = self.page.locator("#content fieldset button[aria-pressed]")
        if len(answers) == 1:
            buttons.nth(answers[0]).tap()
            return
        for item, answer in enumerate(answers):
            row = self.page.locator("#content fieldset button[aria-current]").nth(item)
            while "✓" not in row.inner_text():  # two taps that follow at once count as one
                self.page.evaluate(_AWAITS_A_TAP)
                buttons.nth(answer).tap()
                self.page.evaluate("() => window.tapped")  # or two would answer two items

    def _point(self, x: int, y: int) -> None:
        pad = self.page.locator("#content .pad")
        box = _box(pad)
        pad.tap(
            position={"x": (x + 100) / 200 * box["width"], "y": (100 - y) / 200 * box["height"]}
        )

    def _slide(self, places: list[int]) -> None:
        curve = self.page.locator("#content svg.curve")
        for place in places:
            box = _box(curve)
            share = (_EDGE + place / 100 * (_WIDE - 2 * _EDGE)) / _WIDE
            curve.tap(position={"x": share * box["width"], "y": box["height"] / 2})

    def _rank(self, question: Question, order: list[str]) -> None:
        labels = {option["id"]: option["label"] for option in question["options"]}
        for one in order[:-1]:
            ballot = self.page.locator("#content fieldset")
            ballot.get_by_role("button", name=labels[one], exact=True).tap()

    def _write(self, ideas: list[str]) -> None:
        for number, idea in enumerate(ideas, 1):
            self.page.locator(f"#idea-{number}").fill(idea)


def _box(shape: Locator) -> FloatRect:
    """Where something stands, once it does: a page may be drawing itself anew."""
    while (box := shape.bounding_box()) is None:
        shape.wait_for()
    return box


def answer_of(question: Question, person: int) -> Ballot:
    """What somebody answers: people differ, and nobody answers every question alike.

    Args:
        question: A question of the state, as a phone is given it.
        person: Their number, from 0.
    """
    kind = question["kind"]
    options = [option["id"] for option in question.get("options", ())]
    items = [item["id"] for item in question.get("items", ())]
    turn = len(question["ref"]) + person
    if kind in ("choice", "hands"):
        return {"option": options[turn % len(options)]}
    if kind == "allocate":
        most = 1 + person % (question["points"] - 1)
        points = [0] * len(options)
        points[turn % len(options)] += most
        points[(turn + 1) % len(options)] += question["points"] - most
        return {"options": options, "points": points}
    if kind == "rate":
        levels = [level["id"] for level in question["levels"]]
        chosen = [levels[(turn + number) % len(levels)] for number in range(len(items))]
        return {"items": items, "levels": chosen}
    if kind == "pairs":
        return {"items": items, "positions": [(turn + 2 * n) % 5 - 2 for n in range(len(items))]}
    if kind == "grid":
        return {"x": turn * 37 % 180 - 90, "y": turn * 53 % 180 - 90}
    if kind == "curve":
        return {
            "items": items,
            "positions": [(turn * 17 + 23 * n) % 101 for n in range(len(items))],
        }
    if kind == "rank":
        first = turn % len(options)
        return {"options": options[first:] + options[:first]}
    assert kind == "text", kind
    return {"ideas": [f"Idea of person {person}"]}


def _place(of: list[dict[str, Any]], wanted: str) -> int:
    return next(number for number, one in enumerate(of) if one["id"] == wanted)


def same_ballot(sent: Ballot, meant: Ballot) -> bool:
    """Whether what was sent is what was meant; a finger is not exact on the grid and the curve."""
    if meant.keys() != sent.keys():
        return False
    if "x" in meant:
        return all(abs(sent[axis] - meant[axis]) <= 2 for axis in "xy")
    if "points" in meant:
        return _poured(sent) == _poured(meant)
    if "positions" in meant and "items" in meant:
        pairs = zip(sent["positions"], meant["positions"], strict=True)
        return sent["items"] == meant["items"] and all(abs(a - b) <= 2 for a, b in pairs)
    return sent == meant


def _poured(ballot: Ballot) -> dict[str, int]:
    given = zip(ballot["options"], ballot["points"], strict=True)
    return {option: points for option, points in given if points}
