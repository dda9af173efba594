"""The page's script is plain: no markup from texts, nothing evaluated, nobody else asked."""

from __future__ import annotations

import re
from pathlib import Path

import mops_tui

SCRIPT = (Path(mops_tui.__file__).parent / "web" / "page" / "page.js").read_text("utf-8")


def test_it_makes_no_markup_of_a_text() -> None:
    ways = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment"
    assert re.findall(rf"{ways}|DOMParser|\beval\(|new Function|setTimeout\(['\"]", SCRIPT) == []


def test_it_asks_nobody_but_the_room() -> None:
    named = set(re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s'\"]*", SCRIPT))
    assert named <= {"http://www.w3.org/2000/svg"}
