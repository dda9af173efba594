"""The home screen's list of packs: quick, without the model, and never stopped by one of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mops_tui.model.packs.pack import Scenario, WorkshopPack
from mops_tui.storage.folders.places import pack_folders
from mops_tui.storage.packs.packs import load_library
from mops_tui.storage.packs.summaries import pack_summaries, topic_summaries
from mops_tui.storage.packs.template import template


def put(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_it_lists_what_the_library_holds(home: Path) -> None:
    own = home / "packs"
    folders = pack_folders(own)
    library = load_library(folders)
    summaries = {summary.id: summary for summary in pack_summaries(folders, own)}
    told = {key for key, summary in summaries.items() if summary.kind in ("scenario", "workshop")}
    assert told == library.workshops.keys() | library.scenarios.keys()
    packs: dict[str, WorkshopPack | Scenario] = {**library.workshops, **library.scenarios}
    for key, pack in packs.items():
        assert (summaries[key].title, summaries[key].summary) == (pack.title, pack.summary)
        assert summaries[key].kind == pack.kind
        assert not summaries[key].own
    assert summaries["full-walk"].minutes == library.workshops["full-walk"].minutes


def test_an_own_pack_takes_the_place_of_ours(tmp_path: Path) -> None:
    ours, own = tmp_path / "ours", tmp_path / "own"
    put(ours, "a", 'id = "a"\ntitle = "Ours"\n')
    put(own, "renamed", 'id = "a"\ntitle = "Mine"\n')
    (summary,) = pack_summaries((ours, own), own)
    assert (summary.title, summary.own, summary.path.name) == ("Mine", True, "renamed.toml")


def test_a_new_pack_is_listed_at_once(tmp_path: Path) -> None:
    put(tmp_path, "my-own", template("my-own"))
    (summary,) = pack_summaries((tmp_path,), tmp_path)
    assert (summary.id, summary.kind, summary.own) == ("my-own", "scenario", True)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\0\1\2\xff",
        b"id = \n",
        b"[scenario]\nid = 'x'\n",
        b"id = 7\ntitle = 'x'\n",
        b"id = 'x'\ntitle = ['x']\n",
        b"id = 'x'\nkind = 3\n",
        b"id = '*practice'\n",
        b"id = 'x'\nminutes = " + b"9" * 5000 + b"\n",
        b"id = 'x'\na = " + b"[" * 5000 + b"]" * 5000 + b"\n",
        b"title = 'no id'\n",
    ],
)
def test_what_is_no_pack_is_left_out_and_hides_no_other(tmp_path: Path, text: bytes) -> None:
    put(tmp_path, "bad", text)
    (tmp_path / "folder.toml").mkdir()
    put(tmp_path, "good", 'id = "good"\nminutes = true\n\n[[question]]\nbroken = \n')
    summaries = pack_summaries((tmp_path, tmp_path / "nowhere"), tmp_path)
    assert [(summary.id, summary.title) for summary in summaries] == [("good", "good")]


@pytest.mark.parametrize("kind", ["cast", "cards", "arguments"])
def test_what_nobody_opens_is_not_listed_and_takes_the_place_of_its_id(
    tmp_path: Path, kind: str
) -> None:
    ours, own = tmp_path / "ours", tmp_path / "own"
    put(ours, "a", 'id = "a"\ntitle = "Ours"\n')
    put(own, "a", 'id = "a"\ntitle = "Mine"\nkind = "' + kind + '"\n')
    assert pack_summaries((ours, own), own) == ()


def test_what_can_be_practised_is_scenarios_and_cards_that_go_with_none(tmp_path: Path) -> None:
    put(tmp_path, "a", 'id = "a"\ntitle = "A"\n')
    put(tmp_path, "b", 'id = "b"\nkind = "cards"\n[[card]]\nscenario = "x"\n')
    put(tmp_path, "c", 'id = "c"\nkind = "cards"\nscenario = "a"\n')
    put(tmp_path, "d", 'id = "d"\nkind = "workshop"\n')
    put(tmp_path, "e", 'id = "e"\nkind = "arguments"\n')
    assert [one.id for one in topic_summaries((tmp_path,), tmp_path)] == ["a", "b"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_what_may_not_be_read_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "secret", 'id = "secret"\n').chmod(0)
    assert pack_summaries((tmp_path,), tmp_path) == ()


@pytest.mark.parametrize("minutes", ["inf", "nan", "1e400", "9" * 400, "-5", "true"])
def test_a_length_that_no_day_has_is_none(tmp_path: Path, minutes: str) -> None:
    put(tmp_path, "a", f'id = "a"\nminutes = {minutes}\n')
    (found,) = pack_summaries((tmp_path,), tmp_path)
    assert 0 <= found.minutes <= 1


def test_a_brief_may_look_like_a_table(tmp_path: Path) -> None:
    text = 'id = "a"\ntitle = "A"\nsummary = "S"\nbrief = """\n[1] says so.\n[2] too."""\n[x]\n'
    put(tmp_path, "a", text)
    (found,) = pack_summaries((tmp_path,), tmp_path)
    assert (found.id, found.title) == ("a", "A")
