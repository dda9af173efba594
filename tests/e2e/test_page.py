"""A replay as a page, in a browser: it plays, its keys do what they say, and text is text."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import Browser, needs_browser
from support.compared import hostile, short
from support.terminal import command_line

pytestmark = [needs_browser, pytest.mark.together]
TITLE = "document.querySelector('#told h2')?.textContent"
PLAYING = "document.getElementById('play').textContent.includes('Pause')"
TIME = "document.getElementById('seek').value / 1000"
ROWS = "[...document.querySelectorAll('#screen .row')].map(row => row.textContent)"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of a plain session, and of one whose people typed markup."""
    home, made = tmp_path_factory.mktemp("pages"), {}
    sizes = {"short": (short, "80x24"), "hostile": (hostile, "80x24"), "wide": (short, "120x40")}
    for name, (make, size) in sizes.items():
        page = home / f"{name}.html"
        session = make(home / name)
        done = command_line(home, "replay", str(session), "--html", str(page), "--size", size)
        assert done.returncode == 0, done.stderr
        made[name] = page
    return made


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    made = Browser(tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


@pytest.fixture
def browser(started: Browser) -> Iterator[Browser]:
    with started.page() as page:
        yield page


def data_of(page: Path) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_it_plays_by_itself_and_asks_nobody_for_anything(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page = pages["short"]
    browser.open(page)
    browser.until(PLAYING)
    first = browser.js(ROWS)
    browser.until(f"{TIME} > 0.5")
    browser.until(f"JSON.stringify({ROWS}) !== {json.dumps(json.dumps(first))}")
    assert not browser.told("Log.entryAdded")  # nothing that the page's own policy forbids
    assert not browser.told("Runtime.exceptionThrown")
    asked = [one["request"]["url"] for one in browser.told("Network.requestWillBeSent")]
    assert set(asked) <= {"about:blank", page.as_uri()}


def test_its_keys_do_what_the_help_says(browser: Browser, pages: dict[str, Path]) -> None:
    data = data_of(pages["short"])
    chapters, length = data["chapters"], data["length"] / 1000
    browser.open(pages["short"], "#c1")  # a chapter in the address: it waits there
    browser.until("document.documentElement.dataset.ready === 'yes'")
    assert not browser.js(PLAYING)
    assert browser.js(TITLE) == chapters[0]["title"]
    browser.press(" ")
    browser.until(PLAYING)
    browser.press(" ")
    browser.until(f"!({PLAYING})")
    browser.press("End")
    assert browser.js(TIME) == pytest.approx(length, abs=0.11)
    assert browser.js(TITLE) == chapters[-1]["title"]
    browser.press("[")
    assert browser.js(TIME) == pytest.approx(chapters[-1]["at"] / 1000, abs=0.11)
    browser.press("[")
    assert browser.js(TITLE) == chapters[-2]["title"]
    browser.press("]")
    assert browser.js(TITLE) == chapters[-1]["title"]
    browser.press("5")
    assert browser.js(TIME) == pytest.approx(length / 2, abs=0.11)
    browser.press("ArrowRight")
    assert browser.js(TIME) == pytest.approx(length / 2 + 5, abs=0.11)
    browser.press("ArrowLeft", shift=True)
    assert browser.js(TIME) == pytest.approx(length * 0.4 + 5, abs=0.11)
    browser.press("0")
    assert browser.js(TIME) == 0
    browser.press(">")
    assert browser.js("document.getElementById('speed').value") == "2"
    browser.press("<")
    browser.press("<")
    assert browser.js("document.getElementById('speed').value") == "0.5"
    browser.press("?")
    assert browser.js("document.getElementById('help').open")
    browser.press("?")
    assert not browser.js("document.getElementById('help').open")
    before = browser.js("getComputedStyle(document.body.parentElement).backgroundColor")
    browser.press("t")
    assert browser.js("getComputedStyle(document.body.parentElement).backgroundColor") != before
    browser.press("s")
    assert browser.js("document.getElementById('story').checkVisibility()")


def test_a_chapter_tells_what_came_of_it_once_it_has_and_not_before(
    browser: Browser, pages: dict[str, Path]
) -> None:
    chapters = data_of(pages["short"])["chapters"]
    number, reveal = next((n, one) for n, one in enumerate(chapters) if one["kind"] == "reveal")
    titles = "[...document.querySelectorAll('#chapters button span:last-child')]"
    browser.open(pages["short"], f"#c{number}")  # the chapter before it
    browser.until("document.documentElement.dataset.ready === 'yes'")
    said = f"{titles}[{number}].textContent"
    assert reveal["ahead"] in browser.js(said)
    assert reveal["title"] not in browser.js("document.getElementById('player').textContent")
    browser.press("]")
    assert reveal["title"] in browser.js(said)
    told = browser.js("document.getElementById('told').textContent")
    assert all(sentence in told for sentence in reveal["told"])
    assert any("%" in row for row in browser.js(ROWS))
    browser.press("[")  # gone back: the screen is as it was, and the list may tell it
    assert reveal["title"] in browser.js(said)
    assert reveal["title"] not in browser.js("document.getElementById('told').textContent")
    assert not any("%" in row for row in browser.js(ROWS))


def test_every_row_is_as_wide_as_its_cells(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["hostile"], "#c1")
    browser.until("document.documentElement.dataset.ready === 'yes'")
    browser.press("End")
    wide = (
        "Math.max(...[...document.querySelectorAll('#screen .row')].map(row => "
        "[...row.children].reduce((sum, run) => sum + run.getBoundingClientRect().width, 0) "
        "/ row.getBoundingClientRect().width))"
    )
    assert browser.js(wide) == pytest.approx(1, abs=0.01)
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("size", "columns"), [((390, 844), 80), ((844, 390), 80), ((1280, 800), 80), ((1280, 800), 120)]
)
def test_the_whole_screen_and_its_keys_fit_a_phone_and_a_laptop(
    browser: Browser, pages: dict[str, Path], size: tuple[int, int], columns: int
) -> None:
    width, height = size
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=height,
        deviceScaleFactor=1,
        mobile=width < 1000,
    )
    browser.open(pages["short" if columns == 80 else "wide"], "#c1")
    browser.until("document.documentElement.dataset.ready === 'yes'")
    stage = "document.getElementById('stage')"
    assert browser.js(f"{stage}.scrollWidth <= {stage}.clientWidth")
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")
    play = "document.getElementById('play').getBoundingClientRect()"
    assert browser.js(f"scrollTo(0, 0), {play}.top + {play}.height <= innerHeight")
    if width >= 1000:
        tops = "[...document.querySelectorAll('#controls > button')].map(one => one.offsetTop)"
        assert len(set(browser.js(tops))) == 1


def test_what_people_typed_runs_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["hostile"])
    browser.until(f"{TIME} > 0.3")
    for key in ("End", "s", "c", "5"):
        browser.press(key)
    assert browser.js("typeof window.pwned") == "undefined"
    assert browser.js("document.querySelectorAll('script').length") == 2
    assert browser.js("document.querySelectorAll('img, b').length") == 0
    assert "<script>" in browser.js("document.querySelector('h1').textContent")
    assert not browser.told("Log.entryAdded")


def test_who_wants_less_motion_starts_it_and_who_likes_it_light_gets_it(
    browser: Browser, pages: dict[str, Path]
) -> None:
    wants = {"prefers-reduced-motion": "reduce", "prefers-color-scheme": "light"}
    features = [{"name": name, "value": value} for name, value in wants.items()]
    browser.call("Emulation.setEmulatedMedia", features=features)
    browser.open(pages["short"])
    browser.until("document.documentElement.dataset.ready === 'yes'")
    assert not browser.js(PLAYING)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = browser.js(ground)
    browser.press("t")
    dark = browser.js(ground)
    assert [sum(map(int, re.findall(r"\d+", one))) > 384 for one in (light, dark)] == [True, False]


def test_without_a_script_it_is_a_storyboard_and_so_it_is_printed(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page = pages["short"]
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    printed = browser.call("Page.printToPDF", generateDocumentOutline=True, printBackground=True)
    pdf = base64.b64decode(printed["data"])
    titles = re.findall(r'<article id="c\d+"><h2>(.*?)</h2>', page.read_text("utf-8"))
    assert len(titles) >= 4
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= len(titles) / 2
    outline = b"".join(re.findall(rb"/Title\s*<([0-9A-Fa-f]+)>", pdf)).decode().upper()
    for title in titles:
        assert title[:12].encode("utf-16-be").hex().upper() in outline, title
    assert browser.js("document.getElementById('story').checkVisibility()")
    assert not browser.js("document.getElementById('player').checkVisibility()")
    assert browser.js("document.querySelectorAll('article pre').length") == len(titles)
