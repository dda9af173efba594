"""A replay as a page: it stands alone, text in it is text, and nothing is on it too early."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from support.compared import HOSTILE, POINTS, hostile, short

from mops_tui.sources.replay import record
from mops_tui.storage.files.checksums import sealed, unedited
from mops_tui.tui.recording.camera import RecordingOptions
from mops_tui.tui.recording.page import PLAYER, page
from mops_tui.usecases.chapters import Chapters

pytestmark = pytest.mark.slow
LARGEST = 25_000
"""Bytes of the player, without what it plays."""


class Elements(HTMLParser):
    """The elements of a page, their attributes, and the texts of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.held: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in self.held and self.cdata_elem:
            self.held[self.found[-1][0]].append(data)
        else:
            self.text += data


@cache
def written(folder: Path, make: Any) -> tuple[Path, str]:
    path = make(folder)
    return path, asyncio.run(page(RecordingOptions(path, (80, 24))))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


def data_of(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Elements(text).held["script"][0])
    return found


def screens(data: dict[str, Any]) -> list[tuple[int, list[str]]]:
    """When each frame is, and the rows that stand there then."""
    rows, made = [""] * data["rows"], []
    for at, *changes in data["frames"]:
        for row, line in zip(changes[::2], changes[1::2], strict=True):
            rows[row] = "".join(data["lines"][line][1::2])
        made.append((at, list(rows)))
    return made


def test_it_asks_nobody_for_anything_and_says_so_in_its_policy(folder: Path) -> None:
    _path, text = written(folder, short)
    elements = Elements(text)
    assert not re.search(r"https?://|//[a-z]+\.|@import|url\(", text)
    assert {name for _tag, had in elements.found for name in had} & {
        "src",
        "href",
        "style",
    } == set()
    assert not [n for _tag, had in elements.found for n in had if n.startswith("on")]
    policy = next(had["content"] for tag, had in elements.found if had.get("http-equiv"))
    assert policy is not None
    assert "default-src 'none'" in policy
    _data, script = elements.held["script"]
    (style,) = elements.held["style"]
    for kind, held in (("script", script), ("style", style)):
        told = b64encode(sha256(held.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{told}'" in policy


def test_the_player_is_small_and_makes_no_markup() -> None:
    parts = {path.name: path.read_text("utf-8") for path in PLAYER.iterdir()}
    assert sum(len(part.encode()) for part in parts.values()) < LARGEST
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(",
                         parts["player.js"])  # fmt: skip


def test_it_plays_what_the_replay_plays_with_its_chapters(folder: Path) -> None:
    path, text = written(folder, short)
    timeline, data = record(path).timeline, data_of(text)
    chapters = Chapters(timeline)
    assert [one["title"] for one in data["chapters"]] == [
        chapters.title(marker) for marker in timeline.markers
    ]
    assert data["length"] == round(timeline.length * 1000)
    times = [at for at, _rows in screens(data)]
    assert times == sorted(set(times))
    for one, marker in zip(data["chapters"], timeline.markers, strict=True):
        assert 0 <= one["at"] / 1000 - marker.at <= 0.2 + 1e-6
        assert one["told"] == list(chapters.told(marker))


def test_the_bytes_of_the_frames_before_a_reveal_hold_nothing_of_it(folder: Path) -> None:
    path, text = written(folder, short)
    data = data_of(text)
    of_it = [one for one in record(path).timeline.markers if one.name == POINTS]
    asked, reveal = (next(m for m in of_it if m.kind == kind) for kind in ("round", "reveal"))
    before = [frame for frame in data["frames"] if asked.at * 1000 <= frame[0] < reveal.at * 1000]
    assert len(before) > 3
    bytes_of = json.dumps([[data["lines"][line] for line in one[2::2]] for one in before])
    assert "%" not in bytes_of
    after = next("\n".join(rows) for at, rows in screens(data) if at >= reveal.at * 1000)
    assert "%" in after
    # A line is numbered when it is first shown: what comes of a vote follows on those before.
    last = max(line for one in before for line in one[2::2])
    frame = next(one for one in data["frames"] if one[0] >= reveal.at * 1000)
    shares = [line for line in frame[2::2] if "%" in "".join(data["lines"][line][1::2])]
    assert shares
    assert min(shares) > last
    ahead = [one["ahead"] for one in data["chapters"] if one["kind"] == "reveal"]
    assert all(one.endswith("the reveal") for one in ahead)


def test_a_decision_stands_for_eight_seconds_and_the_last_frame_lingers(folder: Path) -> None:
    _path, text = written(folder, short)
    data = data_of(text)
    decision = next(one["at"] for one in data["chapters"] if one["kind"] == "decision")
    after = next(at for at, _rows in screens(data) if at > decision)
    assert after - decision >= 8000 - 200
    assert data["length"] - data["frames"][-1][0] >= 2000


def test_what_people_typed_is_text(folder: Path) -> None:
    _path, text = written(folder, hostile)
    elements = Elements(text)
    tags = [tag for tag, _had in elements.found]
    assert tags.count("script") == 2
    assert not {"img", "b", "iframe", "svg", "a"} & set(tags)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069\u2028\u2029]", text)
    assert "{{" not in re.sub(r"\{\{data\}\}", "", text)
    data_text = elements.held["script"][0]
    assert not set("<>&") & set(data_text)
    titles = [one["title"] for one in data_of(text)["chapters"]]
    assert any("<script>" in title for title in titles)
    assert HOSTILE in elements.text
    assert "李小龍" in "".join(row for _at, rows in screens(data_of(text)) for row in rows)


def test_without_a_script_there_is_a_picture_for_each_chapter_with_its_title(folder: Path) -> None:
    path, text = written(folder, short)
    timeline = record(path).timeline
    chapters = Chapters(timeline)
    story = text[text.index('<section id="story"') : text.index("</main>")]
    titles = re.findall(r"<article id=\"c\d+\"><h2>. (.*?)</h2>", story)
    votes = [m for m in timeline.markers if m.kind in ("round", "revote")]
    assert len(titles) == story.count("<pre ") == len(timeline.markers) - len(votes)
    shown = Elements(story).text
    for marker in timeline.markers:
        if marker not in votes:
            assert chapters.title(marker) in shown
            assert all(sentence in shown for sentence in chapters.told(marker))


def test_it_carries_a_checksum_that_tells_whether_it_was_edited(folder: Path) -> None:
    _path, text = written(folder, short)
    whole = sealed(text, "html")
    assert unedited(whole)
    assert not unedited(whole.replace("Chapters", "Kapitel", 1))


def test_it_names_the_language_that_it_is_written_in(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = written(folder, short)
    assert dict(Elements(text).found)["html"] == {"lang": "en"}
    monkeypatch.setattr("mops_tui.tui.recording.page.language", lambda: "pt-BR")
    text = asyncio.run(page(RecordingOptions(path, (80, 24))))
    assert dict(Elements(text).found)["html"] == {"lang": "pt-BR"}
