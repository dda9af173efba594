"""The pages of docs/ name the keys that there are, and all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mops_tui.tui.keys.registry import HELD, actions, key_words
from mops_tui.tui.recording.page import keys_of_page

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = {
    "replay-and-stage.md": ("replay", ("replay",)),
    "practise-and-rehearse.md": ("rehearsal", ("rehearsal",)),
    "run-a-workshop.md": ("workshop", ("room", "timer", "write")),
}
"""The screen that a page tells how to use, and the groups of actions that it explains."""
NAMED = re.compile(r"`([^`\n]+)`")


def table(page: str, head: str = "Key") -> list[str]:
    """The keys in the first column of the table of keys."""
    text = (DOCS / page).read_text("utf-8")
    rows = text.split(f"| {head} | What |\n|---|---|\n", 1)[1].split("\n\n", 1)[0]
    return [key for row in rows.splitlines() for key in NAMED.findall(row.split("|")[1])]


@pytest.mark.parametrize("page", PAGES)
def test_every_key_of_a_table_does_something_there(page: str) -> None:
    screen, groups = PAGES[page]
    known = {key_words(key) for key in HELD[screen]}
    for group in (*groups, "everywhere"):
        known |= {key_words(key) for one in actions(group) for key in one.keys.split(",")}
    assert [key for key in table(page) if key not in known] == []


def test_the_keys_of_a_walk_are_told() -> None:
    told = table("practise-and-rehearse.md", "In a walk")
    known = {key_words(key) for key in HELD["walk"]}
    known |= {key_words(key) for one in actions("walk") for key in one.keys.split(",")}
    text = (DOCS / "practise-and-rehearse.md").read_text("utf-8")
    assert [key for key in told if key not in known] == []
    assert [
        one.id for one in actions("walk") if f"`{key_words(one.keys.split(',')[-1])}`" not in text
    ] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_action_is_explained_by_its_key(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    named = set(NAMED.findall(text))
    if "With `Shift`" in text:
        named |= {key_words("shift+left"), key_words("shift+right")}
    rows = [one for group in PAGES[page][1] for one in actions(group)]
    silent = [one.id for one in rows if not {key_words(k) for k in one.keys.split(",")} & named]
    assert silent == []


def test_the_keys_of_a_written_replay_are_those_that_it_tells_itself() -> None:
    told = [key for keys, _what in keys_of_page() for key in re.findall(r"[^\s…]+", keys)]
    assert table("compare-and-share.md", "Key on the page") == told
