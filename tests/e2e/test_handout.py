"""Handouts on paper: each shipped workshop is printed, and nothing of it is cut off."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browser import Browser, needs_browser
from support.handouts import ARABIC, choice, invited, scenario
from support.rehearsed import ours

from mops_tui.report.handout.handout import handout_text
from mops_tui.report.handout.input import HandoutInput
from mops_tui.usecases.handout import by_id

pytestmark = [needs_browser, pytest.mark.together, pytest.mark.slow]
PAPER = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
SHIPPED = sorted(ours().workshops)
OVERFLOWING = """
[...document.querySelectorAll('body *')]
  .filter(one => getComputedStyle(one).display !== 'inline')
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .map(one => one.tagName + ': ' + one.textContent.slice(0, 60))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    made = Browser(tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


@pytest.fixture
def browser(started: Browser) -> Iterator[Browser]:
    with started.page() as page:
        yield page


def opened(browser: Browser, page: Path, text: str) -> None:
    page.write_text(text, "utf-8")
    browser.open(page)


def pages(browser: Browser, paper: str) -> int:
    """How many pages it takes when it is printed."""
    width, height = PAPER[paper]
    made = browser.call("Page.printToPDF", paperWidth=width, paperHeight=height)
    pdf = b64decode(made["data"])
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def cut(browser: Browser, paper: str) -> list[str]:
    """What is wider than its place, on paper as wide as this."""
    width = int((PAPER[paper][0] - 2 * 14 / 25.4) * 96)
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=width, height=1000, deviceScaleFactor=1, mobile=False,
    )  # fmt: skip
    found: list[str] = browser.js(OVERFLOWING)
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setEmulatedMedia", media="")
    return found


@pytest.mark.parametrize("pack_id", SHIPPED)
def test_a_shipped_workshop_prints_whole(browser: Browser, tmp_path: Path, pack_id: str) -> None:
    given = by_id(pack_id, 9 * 60 + 30, 9)
    scenarios = sum(not one.closing for one in given.workshop.scenarios)
    for part in ("invitation", "run-sheet"):
        opened(browser, tmp_path / f"{part}.html", handout_text(given, "html", part))
        for paper in PAPER:
            assert cut(browser, paper) == [], (part, paper)
            count = pages(browser, paper)
            if part == "invitation":
                assert count == 1, paper
            else:  # a page for the day, and each scenario begins one
                assert 1 + scenarios <= count <= 3 + 4 * scenarios, paper
    assert not browser.told("Log.entryAdded")


def odd() -> dict[str, HandoutInput]:
    items = [{"id": f"w{n}", "label": f"Wave number {n}"} for n in range(26)]
    waves = {"kind": "curve", "id": "w", "title": "Waves", "ask": "Where?", "item": items}
    word = "w" * 2000
    return {
        "waves": invited(scenario("s", waves)),
        "one long word": invited(
            scenario("s", choice(title="t" * 80, ask=word, hint=word, remote=word), title="t" * 80,
                     brief=word, decision={"ask": word}),
            title="t" * 80, aim=word, who=word,
        ),
        "right to left": invited(
            scenario("s", choice(title=ARABIC, ask=ARABIC), title=ARABIC, language="ar"),
            title=ARABIC, language="ar",
        ),
        "many": invited(
            *(scenario(f"s{n}", *(choice(f"q{m}") for m in range(8))) for n in range(9))
        ),
    }  # fmt: skip


@pytest.mark.parametrize("name", odd())
def test_an_odd_pack_is_not_cut_off(browser: Browser, tmp_path: Path, name: str) -> None:
    opened(browser, tmp_path / "odd.html", handout_text(odd()[name], "html", None))
    for paper in PAPER:
        assert cut(browser, paper) == []
        assert pages(browser, paper) >= 3
    assert browser.js(OVERFLOWING) == []


def test_a_page_is_readable_in_the_dark(browser: Browser, tmp_path: Path) -> None:
    opened(
        browser,
        tmp_path / "page.html",
        handout_text(by_id("placement-only", None, None), "html", None),
    )
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.call("Emulation.setEmulatedMedia", features=features)
    shown = browser.js(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert shown == ["rgb(22, 25, 29)", "rgb(230, 233, 237)"]
    assert browser.js("document.documentElement.lang") == "en"
    assert browser.js("document.querySelectorAll('h1').length") == 3
