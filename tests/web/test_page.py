"""The page as it is sent: its words and the state of the moment in it, and nothing that runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from support.phones import open_room
from support.sessions import header

from mops_tui.web.page import FOLDER, embedded, page_html
from mops_tui.words.phones.page import page_texts

MOST_BYTES = 40_000
HOSTILE = "</script><script>alert(1)</script><!-- $data & \u2028"


def data_in(page: str) -> dict[str, Any]:
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


async def test_it_carries_the_state_that_its_reader_may_see(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        nobody = data_in(page_html(room.phones, None, "7KQ2M9XD"))
        assert nobody["code"] == "7KQ2-M9XD"  # as the big screen has it
        assert not nobody["state"].get("you")


def test_its_texts_are_those_that_its_script_asks_for() -> None:
    script = (FOLDER / "page.js").read_text("utf-8")
    asked = set(re.findall(r"say\('(\w+)'", script)) - {"points_left_"}
    texts = page_texts()
    assert asked - set(texts) == set()
    named = {key for key in texts if re.search(rf"'{key}'", script)}
    made = {f"points_left_{n}" for n in range(11)} | {"code_hint", "role_hint"}
    assert set(texts) - named - made == set()


@pytest.mark.parametrize("text", [HOSTILE, "", "\x1b[2J", "x" * 10_000, "עדה \u202e"])
async def test_what_somebody_typed_stays_data(tmp_path: Path, text: str) -> None:
    assert json.loads(embedded({"name": text})) == {"name": text}
    assert not set(embedded({"name": text})) & set("<>&\u2028\u2029")
    async with open_room(tmp_path, header(title=text[:200] or "x")) as room:
        page = page_html(room.phones, None, text)
    assert data_in(page)["code"] == text
    assert page.count("<script") == 2


async def test_nothing_in_the_html_needs_more_than_its_policy_allows(tmp_path: Path) -> None:
    async with open_room(tmp_path) as room:
        page = page_html(room.phones, None, "")
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)
    assert "http://" not in page
    assert "https://" not in page
    assert re.findall(r'(?:src|href)="([^"]*)"', page)[0] == "data:,"
    assert all(at.startswith("/page.") for at in re.findall(r'(?:src|href)="([^"]*)"', page)[1:])
