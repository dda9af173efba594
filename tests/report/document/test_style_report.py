from __future__ import annotations

from pathlib import Path

from support.browser import Browser, needs_browser
from support.reports import given
from support.results import Room, choices, points

from mops_tui.model.session import events as ev
from mops_tui.report.report_document import report_html

TEXTS = (
    "We should first agree which team pays, and only then where people sit. " * 3,
    "Donaudampfschifffahrtsgesellschaft" * 6,
    "قررنا نقل الفريق إلى قسم التسويق (CRM) بنسبة 50%",
    "אנחנו מעבירים את הצוות לשיווק, חלק 2",
    "マーケティングオペレーションは来年から所属することに決定しました",
    "🚀🎉👩‍👩‍👧 wir gehen 👍🏽 los 🇩🇪",
)
"""Long, without a blank, from right to left, without letters, and with signs."""


def odd(people: int, texts: tuple[str, ...] = TEXTS, actions: int = 40) -> Room:
    """A session in which everything that somebody types is one of these texts."""
    many = (texts * (1 + 40 // len(texts)))[:40]
    room = Room(title=texts[0][:200])
    for seat in range(1, people + 1):
        named = f"{many[seat][:70]} {seat}"
        room.add(ev.ParticipantJoined(participant=f"p{seat}", name=named, role="IT", seat=seat))
    room.round("demo/where", choices(("ab" * people)[:people]))
    room.round("demo/where", choices(("abb" * people)[:people]), 2)
    room.round("demo/ready", [{"items": ("owner", "platform"), "levels": ("absent",) * 2}] * people)
    room.round("demo/place", points(*((37 * n % 190 - 95, n) for n in range(people))))
    for n, typed in enumerate(many[: min(people, 12)], start=1):
        said = ev.ReasonGiven(question="demo/where", round=1, participant=f"p{n}", text=typed)
        room.add(said)
    for n, typed in enumerate(texts):
        plan = {"what": typed, "why": typed, "first_step": typed, "dissent": typed}
        who = {"owner": typed[:80], "agree": typed[:80]}
        room.add(
            ev.DecisionRecorded(decision=f"d{n}", scenario="demo", **plan, **who),
            ev.NoteRecorded(note=f"n{n}", text=typed, list="parking"),
        )
    for n in range(actions):
        who = {"who": many[n][:80], "by": many[n][:40]}
        room.add(ev.ActionRecorded(action=f"a{n}", what=f"{many[n]} {n}", **who))
    return room


SHAPES = {"full": odd(10), "one person": odd(1, ("We stay.",), 0), "long": odd(3, TEXTS[1:2], 2)}
PLACES = ((390, "screen"), (1280, "screen"), (680, "print"))
"""A phone, a laptop, and A4 without its margins."""
OUTSIDE = """
[...document.querySelectorAll("main *")].filter(one => {
  if (one.closest(".wide *, svg *")) return false;
  const box = one.getBoundingClientRect();
  return box.width && (box.right > innerWidth + 1 || box.left < -1);
}).map(one => one.tagName + " " + one.textContent.slice(0, 40)).slice(0, 5).join("; ")
"""


@needs_browser
def test_nothing_is_wider_than_its_screen_or_paper_whatever_was_typed(tmp_path: Path) -> None:
    browser = Browser(tmp_path / "browser")
    try:
        for name, room in SHAPES.items():
            page = tmp_path / f"{name}.html"
            page.write_text(report_html(given(room)), "utf-8")
            with browser.page():
                for width, media in PLACES:
                    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
                    browser.call("Emulation.setDeviceMetricsOverride", **size)
                    browser.call("Emulation.setEmulatedMedia", media=media)
                    browser.open(page)
                    where = (name, width, media)
                    assert browser.js("document.documentElement.scrollWidth") <= width, where
                    assert not browser.js(OUTSIDE), where
    finally:
        browser.close()
