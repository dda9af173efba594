"""The page that phones vote on, in a real Chromium with a finger on a small screen."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Route, expect
from support.axe import violations
from support.browser import needs_browser
from support.browser_phones import PATIENCE, PHONE, chromium
from support.held_room import HeldRoom, held_room
from support.labelled import labelled
from support.pages import with_question
from support.sessions import header, workshop

from mops_tui.model.packs.questions import kind_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Pass,
    Point,
    Positions,
    Ranking,
    Ratings,
)

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.together]
DESK = {"width": 1280, "height": 800}
SMALLEST_TARGET = 44
MOST_BYTES = 40_000
WHERE, POINTS, READY = "demo/where", "demo/points", "demo/ready"
LEAN, PLACE, WAVES = "demo/lean", "demo/place", "demo/waves"
ORDER, HANDS, IDEAS = "demo/order", "demo/cmo", "demo/ideas"
TOO_SMALL = """least => [...document.querySelectorAll(
    'button, input:not([type=range]), textarea, summary')]
  .map(one => [one.textContent || one.id, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < least || box.height < least))
  .map(([name]) => name)"""
STRICT = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


PROMPTS = {f"demo/{one.id}": one.ask for one in header().workshop.scenarios[0].questions}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[HeldRoom]:
    with held_room(tmp_path) as made:
        yield made


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    made = context(browser)
    yield made
    made.close()


def context(browser: Browser, **changes: Any) -> BrowserContext:
    made = browser.new_context(**{**PHONE, **changes})
    made.set_default_timeout(PATIENCE)
    return made


def opened(phone: BrowserContext, room: HeldRoom) -> Page:
    """The page as the QR code leads to it; whatever goes wrong in it fails the test."""
    page = phone.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(room.address)
    return page


def joined(phone: BrowserContext, room: HeldRoom, name: str = "Ada", role: str = "CMO") -> Page:
    page = opened(phone, room)
    page.locator("#join-name").fill(name)
    page.locator("#join-role").fill(role)
    page.get_by_role("button", name="Join").tap()
    expect(page.locator("#who")).to_have_text(f"{name}, {role}" if role else name)
    return page


def asked(page: Page, prompt: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(prompt, timeout=PATIENCE)


def saved(page: Page) -> None:
    expect(page.locator("#bar.good")).to_contain_text("saved", timeout=PATIENCE)


def clean(page: Page, about: str) -> None:
    """No violation that axe knows of; nothing beside the screen; nothing too small for a thumb."""
    # At its end, the bar at the thumb lies over nothing that one could scroll to.
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    assert violations(page, *STRICT) == "", about
    assert page.evaluate(TOO_SMALL, SMALLEST_TARGET) == [], about


def clean_in_the_dark_and_on_a_narrow_screen(page: Page, about: str) -> None:
    page.emulate_media(color_scheme="dark")
    assert violations(page, "color-contrast") == "", f"{about}, dark"
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, about
    page.set_viewport_size(PHONE["viewport"])


def answer(page: Page, kind: str) -> None:
    """Somebody's answer of each kind, by thumb."""
    main = page.locator("#actions .main:visible")
    match kind:
        case "choice":
            page.get_by_role("button", name="Beta").tap()
        case "hands":
            page.get_by_role("button", name="Yes").tap()
        case "allocate":
            for label, points in (("Alpha", 7), ("Gamma", 3)):
                for _ in range(points):
                    page.get_by_role("button", name=f"One more point for {label}").tap()
        case "rate":
            for _ in range(3):
                page.locator(".card").get_by_role("button", name="Partly").tap()
                page.wait_for_timeout(220)  # two taps that follow at once count as one
        case "pairs":
            page.locator(".card").get_by_role("button", name="Wholly the left one").tap()
            page.wait_for_timeout(220)
            page.locator(".card").get_by_role("button", name="Between the two").tap()
        case "grid":
            tap_at(page, ".pad", 0.75, 0.25)
        case "curve":
            for at in (0.7, 0.3):
                tap_at(page, "svg.curve", at, 0.5)
        case "rank":
            page.get_by_role("button", name="Gamma").tap()
            page.get_by_role("button", name="Alpha").tap()
        case "text":
            page.get_by_label("Idea 1").fill("Talk to sales <b>every</b> week")
    if main.count():
        expect(main).to_have_attribute("aria-disabled", "false")
        main.tap()


ANSWERS: dict[str, Ballot] = {
    WHERE: Choice("b"),
    POINTS: Allocation(("a", "c"), (7, 3)),
    READY: Ratings(("owner", "training", "platform"), ("partly",) * 3),
    LEAN: Positions(("craft", "drive"), (-2, 0)),
    PLACE: Point(50, 50),
    WAVES: Positions(("cloud", "video"), (72, 28)),
    ORDER: Ranking(("c", "a", "b")),
    HANDS: Choice("yes"),
    IDEAS: Ideas(("Talk to sales <b>every</b> week",)),
}


def tap_at(page: Page, selector: str, across: float, down: float) -> None:
    shape = page.locator(selector)
    box = shape.bounding_box()
    assert box is not None
    shape.tap(position={"x": box["width"] * across, "y": box["height"] * down})


def test_a_thumb_answers_every_kind_and_sees_what_came_of_it(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = opened(phone, room)
    clean(page, "joining")
    page.close()
    page = joined(phone, room)
    clean(page, "lobby")
    (me,) = room.people()
    others = ("Bo", "Cy")
    for name in others:
        room.do(cmd.Join(name.lower(), name))
    for question in header().workshop.scenarios[0].questions:
        ref, kind = f"demo/{question.id}", kind_of(question)
        room.go_to(ref)
        asked(page, question.ask)
        clean(page, f"{kind} asked")
        answer(page, kind)
        saved(page)
        assert near(room.ballots(ref)[me], ANSWERS[ref]), (kind, room.ballots(ref)[me])
        clean_in_the_dark_and_on_a_narrow_screen(page, f"{kind} answered")
        for name in others:
            room.do(cmd.CastVote(ref, name.lower(), ANSWERS[ref], "seat"))
        room.close(ref)
        expect(page.locator("#bar")).to_contain_text("The vote is closed. Yours is saved.")
        expect(page.locator("fieldset")).to_have_attribute("disabled", "")
        room.go_on()
        expect(page.locator("figure")).to_be_visible()
        expect(page.locator(".mine").last).to_be_visible()
        clean(page, f"{kind} revealed")
    for _ in range(3):
        room.go_on()
        expect(page.locator("section[aria-label], #content section, figure").first).to_be_visible()
        clean(page, "a place without a question")


def near(one: Ballot, other: Ballot) -> bool:
    """The same; a finger is not exact on the pad and on the curve."""
    if isinstance(one, Point) and isinstance(other, Point):
        return abs(one.x - other.x) <= 2 and abs(one.y - other.y) <= 2
    if isinstance(one, Positions) and isinstance(other, Positions):
        pairs = zip(one.positions, other.positions, strict=True)
        return one.items == other.items and all(abs(a - b) <= 3 for a, b in pairs)
    return one == other


def test_three_small_requests_to_one_host_show_the_room(
    room: HeldRoom, phone: BrowserContext
) -> None:
    phone.add_init_script("window.setInterval = () => 0")  # it looks again every ten seconds
    page = phone.new_page()
    line = phone.new_cdp_session(page)
    line.send("Network.enable")
    sizes: list[float] = []
    asked_for: list[str] = []
    line.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.on("request", lambda request: asked_for.append(request.url))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(room.address, wait_until="networkidle")
    expect(page.get_by_label("Code")).to_have_value(re.compile("........"))
    own = [url for url in asked_for if not url.startswith("data:")]
    assert len(own) == 3
    assert {url.split("/")[2] for url in own} == {room.address.split("/")[2]}
    assert sum(sizes) < MOST_BYTES
    assert said == []  # nothing that its Content-Security-Policy forbids


def test_what_is_wrong_stands_beside_its_field(
    room: HeldRoom, phone: BrowserContext, browser: Browser
) -> None:
    joined(phone, room, "Ada")
    other = context(browser)
    page = opened(other, room)
    page.get_by_label("Code").fill("0000 0000")
    page.get_by_label("Your name").fill("Bo")
    page.get_by_role("button", name="Join").tap()
    expect(page.locator("#join-code-error")).to_be_visible()
    expect(page.get_by_label("Code")).to_be_focused()
    expect(page.get_by_label("Code")).to_have_attribute("aria-invalid", "true")
    clean(page, "a wrong code")
    code = room.address.rsplit("/", 1)[1]
    page.get_by_label("Code").fill(f"{code[:4]}-{code[4:]}".lower())
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Join").tap()
    expect(page.locator("#join-name-error")).to_be_visible()
    page.get_by_label("Your name").fill("Ada B.")
    page.get_by_role("button", name="Join").tap()
    expect(page.locator("#who")).to_contain_text("Ada B.")
    assert sorted(room.people().values()) == ["Ada", "Ada B."]
    other.close()


def test_a_ballot_that_is_not_sent_yet_and_one_that_is_outlive_a_reload(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(POINTS)
    asked(page, "Pour ten points over the rooms.")
    for _ in range(4):
        page.get_by_role("button", name="One more point for Beta").tap()
    page.reload()
    expect(page.locator("#status")).to_have_text("6 points left")
    expect(page.locator("output").nth(1)).to_have_text("4")
    page.get_by_role("button", name="Vote").tap(force=True)  # it says why not, and sends nothing
    expect(page.locator("#spoken")).to_have_text("6 points left")
    assert room.ballots(POINTS) == {}
    for _ in range(6):
        page.get_by_role("button", name="One more point for Beta").tap()
    page.get_by_role("button", name="Vote").tap()
    saved(page)
    page.reload()
    saved(page)
    expect(page.locator("output").nth(1)).to_have_text("10")
    assert len(room.people()) == 1


def test_silence_and_pairs_are_counted_above_a_ballot_that_stays_as_it_is(
    tmp_path: Path, phone: BrowserContext
) -> None:
    made = with_question(workshop(), "ideas", minutes=9.0, alone=1.0, in_pairs=2.0)
    with held_room(tmp_path, header(workshop=made)) as room:
        page = joined(phone, room)
        room.go_to(IDEAS)
        told = page.locator("#phase")
        expect(told).to_contain_text("First: one minute in silence. Then 2 minutes in pairs.")
        field = page.get_by_role("textbox").first
        field.type("A form for")
        room.do(cmd.StartTimer(60, "alone"))
        expect(told).to_contain_text("Everybody thinks alone.")
        expect(field).to_be_focused()
        field.type(" all")
        room.do(cmd.StartTimer(120, "pairs"))
        expect(told).to_contain_text("In pairs: 2 minutes.")
        expect(field).to_have_value("A form for all")


def test_offline_it_keeps_the_vote_and_sends_it_once(room: HeldRoom, phone: BrowserContext) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    phone.set_offline(True)
    page.get_by_role("button", name="Beta").tap()
    expect(page.locator("#status")).to_contain_text("kept on this phone")
    page.get_by_role("button", name="Gamma").tap()
    expect(page.locator("#trouble")).to_contain_text("Wi-Fi")
    clean(page, "offline")
    phone.set_offline(False)
    saved(page)
    expect(page.locator("#trouble")).to_be_hidden()
    assert list(room.ballots(WHERE).values()) == [Choice("c")]
    assert room.events("vote-cast") == 1


def test_a_room_that_is_closed_for_now_is_waited_for_whoever_has_its_address_meanwhile(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    room.listened_to(1)
    room.ask(lambda held: held.server.close())
    rests = "continues by itself when it opens again"
    expect(page.locator("body")).to_contain_text(rests)
    answer_of_another = {"status": 401, "json": {"error": "not-joined", "message": "Join first."}}
    page.route("**/api/*", lambda route: route.fulfill(**answer_of_another))
    with page.expect_response("**/api/state"):
        pass
    page.wait_for_event("request")  # it asks again, and has not given up
    expect(page.locator("body")).to_contain_text(rests)
    expect(page.locator("body")).to_contain_text("Ada")
    with page.expect_response("**/api/vote"):
        page.get_by_role("button", name="Beta").tap()
    expect(page.locator("#status")).to_contain_text("kept on this phone")
    expect(page.locator("#who")).to_contain_text("Ada")


def test_a_vote_that_comes_too_late_is_dropped_and_said(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    phone.set_offline(True)
    page.get_by_role("button", name="Beta").tap()
    expect(page.locator("#status")).to_contain_text("kept on this phone")
    room.close(WHERE)
    phone.set_offline(False)
    expect(page.locator("#status")).to_contain_text("The vote closed before yours arrived.")
    assert room.ballots(WHERE) == {}
    page.reload()
    expect(page.locator("#status")).to_have_text(
        "The vote is closed. There is none from this phone."
    )


class Late:
    """The first answer to something that a page asks: given by the laptop, and on its way."""

    def __init__(self, page: Page, asked_for: str) -> None:
        self._page, self._asked_for = page, asked_for
        self._held: list[tuple[Route, APIResponse]] = []
        page.route(asked_for, self._hold, times=1)

    def _hold(self, route: Route) -> None:
        self._held.append((route, route.fetch()))

    def wait(self) -> None:
        end = time.monotonic() + PATIENCE / 1000
        while not self._held:
            assert time.monotonic() < end, f"the page never asks for {self._asked_for}"
            self._page.wait_for_timeout(20)

    def comes(self) -> None:
        route, answer = self._held.pop()
        route.fulfill(response=answer)


def test_a_state_from_before_a_vote_that_comes_after_it_takes_no_vote_off_the_screen(
    room: HeldRoom, phone: BrowserContext
) -> None:
    phone.add_init_script("delete window.EventSource")
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    state = Late(page, "**/api/state")
    state.wait()
    page.get_by_role("button", name="Beta").tap()
    saved(page)
    page.route("**/api/state", lambda route: route.abort())  # no later one mends it
    with page.expect_request("**/api/state"):  # it has taken that one, and asks again
        state.comes()
    expect(page.get_by_role("button", name="Beta")).to_have_attribute("aria-pressed", "true")


def test_an_answer_to_the_vote_of_somebody_who_was_put_out_meanwhile_lets_nobody_in_again(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    room.listened_to(1)
    answer = Late(page, "**/api/vote")
    page.get_by_role("button", name="Beta").tap()
    answer.wait()
    (me,) = room.people()
    room.ask(lambda held: held.phones.put_out(me))
    expect(page.locator("#status")).to_contain_text("no longer in the workshop", timeout=PATIENCE)
    with page.expect_response("**/api/vote"):
        answer.comes()
    page.evaluate("fetch('/api/state').then((one) => one.text())")  # the other has had its turn
    expect(page.get_by_label("Your name")).to_be_visible()
    expect(page.locator("#me")).to_be_hidden()


SILENT = """
  window.EventSource = class { addEventListener() {} close() {} };
"""
WAKES = {
    "visibilitychange": "document.dispatchEvent(new Event('visibilitychange'))",
    "pageshow": "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))",
    "online": "dispatchEvent(new Event('online'))",
}


@pytest.mark.parametrize("wake", WAKES)
def test_a_page_whose_link_has_died_silently_finds_back_when_it_wakes(
    room: HeldRoom, phone: BrowserContext, wake: str
) -> None:
    phone.add_init_script(SILENT)
    page = joined(phone, room)
    page.wait_for_load_state("networkidle")
    room.go_to(WHERE)
    page.evaluate(WAKES[wake])
    asked(page, "Where should the team sit?")


def test_a_page_that_hears_nothing_for_a_while_asks(room: HeldRoom, phone: BrowserContext) -> None:
    phone.add_init_script(SILENT)
    page = joined(phone, room)
    page.clock.install()
    page.reload()
    page.wait_for_load_state("networkidle")
    room.go_to(WHERE)
    page.clock.fast_forward(31_000)
    asked(page, "Where should the team sit?")


def test_a_frozen_page_that_thaws_shows_where_the_room_is(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    line = phone.new_cdp_session(page)
    line.send("Page.setWebLifecycleState", {"state": "frozen"})
    room.go_to(POINTS)
    line.send("Page.setWebLifecycleState", {"state": "active"})
    asked(page, "Pour ten points over the rooms.")


def test_without_events_it_asks_every_few_seconds(room: HeldRoom, phone: BrowserContext) -> None:
    phone.add_init_script("delete window.EventSource")
    page = joined(phone, room)
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")


LONG = (
    "W" * 80,
    "<img src=x onerror=alert(1)>",
    "שלום עולם " * 7,
    "👩‍👩‍👧‍👦" * 10,
    "[b]We shall keep what we have, because it has always worked[/b]",
)


def test_whatever_people_wrote_is_text_and_stays_on_a_narrow_screen(
    tmp_path: Path, browser: Browser
) -> None:
    phone = context(browser, viewport={"width": 320, "height": 640})
    workshop = labelled([text.strip() for text in LONG])
    with held_room(tmp_path, header(workshop=workshop)) as room:
        page = opened(phone, room)
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.locator("#join-name").fill(LONG[0])
        page.get_by_role("button", name="Join").tap()
        expect(page.locator("#who")).to_have_text(LONG[0])
        for ref, prompt in PROMPTS.items():
            room.go_to(ref)
            asked(page, prompt)
            assert page.locator("#content img").count() == 0
            if ref in (WHERE, HANDS):
                page.locator(".option").first.tap()
                saved(page)
                room.do(cmd.Reveal(ref))
                expect(page.locator("figure")).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, ref
        room.go_on()
        asked(page, workshop.scenarios[0].title)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    phone.close()


def test_without_javascript_a_plain_form_votes(room: HeldRoom, browser: Browser) -> None:
    phone = context(browser, java_script_enabled=False)
    page = phone.new_page()
    page.goto(room.address)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Join").tap()
    expect(page.get_by_role("link", name="Refresh")).to_be_visible()
    assert "You have joined." in page.inner_text("body")
    room.go_to(WHERE)
    page.goto(room.address)
    page.get_by_label("Gamma").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Vote").tap()
    assert "Your vote is saved" in page.inner_text("body")
    assert list(room.ballots(WHERE).values()) == [Choice("c")]
    phone.close()


def test_without_storage_it_votes_all_the_same(room: HeldRoom, phone: BrowserContext) -> None:
    phone.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('private'); }})"
    )
    page = joined(phone, room)
    room.go_to(WHERE)
    page.get_by_role("button", name="Beta").tap()
    saved(page)


def test_two_tabs_are_one_person_and_two_phones_are_two(
    room: HeldRoom, phone: BrowserContext, browser: Browser
) -> None:
    page = joined(phone, room)
    second = opened(phone, room)
    expect(second.locator("#who")).to_have_text("Ada, CMO")
    room.go_to(WHERE)
    page.get_by_role("button", name="Beta").tap()
    saved(second)
    expect(second.get_by_role("button", name="Beta")).to_have_attribute("aria-pressed", "true")
    second.get_by_role("button", name="Gamma").tap()
    expect(page.get_by_role("button", name="Gamma")).to_have_attribute("aria-pressed", "true")
    other = context(browser)
    late = joined(other, room, "Bo")
    asked(late, "Where should the team sit?")
    expect(late.locator("#count")).to_have_text("1 of 2 has voted")
    late.get_by_role("button", name="Alpha").tap()
    saved(late)
    assert sorted(map(str, room.ballots(WHERE).values())) == [str(Choice("a")), str(Choice("c"))]
    other.close()


def test_a_room_that_closes_says_whether_it_may_open_again(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    page.get_by_role("button", name="Beta").tap()
    saved(page)
    room.listened_to(1)
    room.ask(lambda opened: opened.server.close())
    expect(page.locator("#status")).to_contain_text("closed to phones for now", timeout=PATIENCE)
    expect(page.get_by_role("button", name="I am done")).to_be_hidden()


def test_a_workshop_that_is_over_is_not_told_to_be_closed_for_now(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.listened_to(1)
    room.do(cmd.Close())
    asked(page, "The workshop is closed")
    room.ask(lambda opened: opened.server.close())
    expect(page.locator("#bar")).to_be_hidden(timeout=PATIENCE)
    expect(page.locator("#rename")).to_be_hidden()
    expect(page.locator("body")).to_contain_text("You can close this page.")


def test_a_phone_that_lost_its_link_after_the_end_is_not_told_that_it_tries_again(
    room: HeldRoom, phone: BrowserContext
) -> None:
    phone.route("**/api/events", lambda route: route.abort())  # it hears no goodbye
    page = joined(phone, room)
    room.do(cmd.Close())
    asked(page, "The workshop is closed")
    room.ask(lambda opened: opened.server.close())
    page.route("**/api/state", lambda route: route.abort())  # a room of another test may answer
    with page.expect_event(
        "requestfailed", lambda sent: sent.url.endswith("/api/state"), timeout=PATIENCE
    ):
        page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#bar")).to_be_hidden(timeout=PATIENCE)
    expect(page.locator("#trouble")).to_be_hidden()


def test_where_all_items_are_answered_the_thumb_stays_at_the_last(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(READY)
    asked(page, PROMPTS[READY])
    rows = page.locator("#content fieldset button[aria-current]")
    last = rows.count() - 1
    for item in range(last + 1):
        while "✓" not in rows.nth(item).inner_text():
            page.locator("#content fieldset .option").first.tap()
    page.get_by_role("button", name="Vote", exact=True).tap()
    saved(page)
    expect(rows.nth(last)).to_have_attribute("aria-current", "true")


def test_done_is_told_and_taken_back(room: HeldRoom, phone: BrowserContext) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    expect(page.get_by_role("button", name="I am done")).to_be_hidden()
    page.get_by_role("button", name="Beta").tap()
    done = page.get_by_role("button", name="I am done")
    done.tap()
    expect(done).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#count")).to_contain_text("1 done")
    clean(page, "done")
    done.tap()
    expect(done).to_have_attribute("aria-pressed", "false")


def test_somebody_may_rather_not_say_and_vote_after_all(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    page.get_by_role("button", name="I’d rather not say").tap()
    saved(page)
    assert list(room.ballots(WHERE).values()) == [Pass()]
    page.get_by_role("button", name="Alpha").tap()
    expect(page.locator("#status")).to_contain_text("Alpha")
    assert list(room.ballots(WHERE).values()) == [Choice("a")]


def test_whoever_is_put_out_is_told_and_may_join_again(
    room: HeldRoom, phone: BrowserContext
) -> None:
    page = joined(phone, room)
    room.go_to(WHERE)
    page.get_by_role("button", name="Beta").tap()
    saved(page)
    (me,) = room.people()
    room.ask(lambda held: held.phones.put_out(me))
    expect(page.locator("#status")).to_contain_text("no longer in the workshop")
    clean(page, "put out")
    page.get_by_label("Your name").fill("Eve")
    page.get_by_role("button", name="Join").tap()
    expect(page.locator("#who")).to_contain_text("Eve")
    asked(page, "Where should the team sit?")
    expect(page.get_by_role("button", name="Beta")).to_have_attribute("aria-pressed", "false")


def test_a_phone_that_is_merged_goes_on_as_the_other(room: HeldRoom, phone: BrowserContext) -> None:
    room.do(cmd.Join("ada", "Ada Lovelace"))
    page = joined(phone, room, "Ada L.", "")
    gone = next(key for key, name in room.people().items() if name == "Ada L.")
    room.ask(lambda held: held.phones.merge(gone, "ada"))
    expect(page.locator("#who")).to_have_text("Ada Lovelace")
    room.go_to(WHERE)
    page.get_by_role("button", name="Beta").tap()
    saved(page)
    assert room.ballots(WHERE) == {"ada": Choice("b")}


def test_somebody_is_called_otherwise(room: HeldRoom, phone: BrowserContext) -> None:
    page = joined(phone, room)
    page.get_by_role("button", name="Change").tap()
    expect(page.locator("#rename-name")).to_be_focused()
    clean(page, "another name")
    page.locator("#rename-name").fill("<b>Ada</b> עדה")
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("#who")).to_have_text("<b>Ada</b> עדה, CMO")
    assert list(room.people().values()) == ["<b>Ada</b> עדה"]


def test_the_keyboard_alone_answers(room: HeldRoom, browser: Browser) -> None:
    desk = context(
        browser, viewport={"width": 1280, "height": 800}, has_touch=False, is_mobile=False
    )
    page = opened(desk, room)
    page.locator("#join-name").focus()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    expect(page.locator("#who")).to_have_text("Ada")
    (me,) = room.people()
    room.go_to(WHERE)
    asked(page, "Where should the team sit?")
    tab_to(page, "Beta")
    page.keyboard.press("Enter")
    saved(page)
    room.go_to(READY)
    asked(page, "How far along are you?")
    tab_to(page, "In place")
    for _ in range(3):
        page.keyboard.press("Enter")
        page.wait_for_timeout(220)
    tab_to(page, "Vote")
    page.keyboard.press("Enter")
    saved(page)
    assert room.ballots(READY)[me] == Ratings(("owner", "training", "platform"), ("in-place",) * 3)
    room.go_to(PLACE)
    asked(page, "Where on the grid are you?")
    page.locator(".pad").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("#spoken")).to_have_text("arts 10 · emotional 5")
    page.keyboard.press("Enter")
    saved(page)
    assert room.ballots(PLACE)[me] == Point(10, 5)
    room.go_to(WAVES)
    asked(page, "Where does each wave stand?")
    page.get_by_role("slider", name="Video").focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("slider", name="Video")).to_have_attribute(
        "aria-valuetext", "innovators"
    )
    tab_to(page, "Vote")
    page.keyboard.press("Enter")
    saved(page)
    assert room.ballots(WAVES)[me] == Positions(("video",), (0,))
    desk.close()


def tab_to(page: Page, name: str) -> None:
    """Tab on until something of a name has the focus, and shows that it has."""
    for _ in range(40):
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.textContent")
        if said.endswith(name):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"nothing called {name}")


def test_text_may_be_set_wider_and_larger(room: HeldRoom, browser: Browser) -> None:
    phone = context(browser, bypass_csp=True)
    page = joined(phone, room)
    for ref in (WHERE, POINTS, READY, LEAN, PLACE, WAVES, ORDER):
        room.go_to(ref)
        asked(page, PROMPTS[ref])
        page.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
            "word-spacing: .16em !important } p { margin-bottom: 2em !important } "
            "html { font-size: 200% }"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, ref
    phone.close()
