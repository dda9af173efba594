"""`compare`, `trend` and `replay --cast`: what they write, and what they refuse."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.compared import SPELL, short, written

from mops_tui.cli.commands import main
from mops_tui.storage.folders.places import places


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    return [*written(tmp_path / "kept", 1), *written(tmp_path / "kept", 2, words=SPELL)]


def test_compare_writes_markdown_where_there_is_no_terminal(two: list[Path]) -> None:
    result = run("compare", *two)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Sessions side by side")
    assert "“The spell”" in result.stdout


def test_compare_writes_json(two: list[Path]) -> None:
    data = json.loads(run("compare", *reversed(two), "--format", "json").stdout)
    assert [one["id"] for one in data["sessions"]] == ["rehearsal-1-6", "rehearsal-2-6"]
    assert [gap["why"] for gap in data["gaps"]] == ["reworded"]


def test_sessions_go_by_their_ids_too(home: Path) -> None:
    written(places().sessions, 1, 2)
    assert run("compare", "s1", "s2").exit_code == 0


def test_what_is_written_is_for_its_owner_alone(two: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    result = run("compare", *two, "--output", out)
    assert f"Comparison written: {out}" in result.output
    assert out.read_text("utf-8").startswith("# Sessions side by side")
    assert stat.S_IMODE(out.stat().st_mode) & 0o077 == 0


def test_a_session_is_never_written_over(two: list[Path]) -> None:
    before = two[0].read_bytes()
    lines: tuple[tuple[str | Path, ...], ...] = (
        ("compare", *two, "--output", two[0]),
        ("trend", two[0].parent, "--output", two[0]),
        ("replay", two[0], "--svg", two[0]),
    )
    for arguments in lines:
        result = run(*arguments)
        assert result.exit_code == 1
        assert "is a session" in result.stderr
    assert two[0].read_bytes() == before


def test_one_session_twice_is_no_comparison(two: list[Path]) -> None:
    assert run("compare", two[0]).exit_code == 2
    assert run("compare", two[0], two[0]).exit_code == 2
    assert run("compare").exit_code == 2


def test_a_file_that_is_none_is_named(two: list[Path], tmp_path: Path) -> None:
    result = run("compare", two[0], tmp_path / "gone.toml")
    assert result.exit_code == 1
    assert "gone.toml" in result.stderr


def test_trend_names_what_it_cannot_read(two: list[Path]) -> None:
    (two[0].parent / "broken.toml").write_text("title = 'no session'\n", "utf-8")
    result = run("trend", two[0].parent)
    assert result.exit_code == 0
    assert "# The trend of 2 sessions" in result.stdout
    assert "broken.toml" in result.stdout.replace("\\", "")
    as_data = run("trend", two[0].parent, "--format", "json")
    assert len(json.loads(as_data.stdout)["sessions"]) == 2
    assert "1 session is left out" in as_data.stderr


def test_trend_of_nothing_says_so(tmp_path: Path) -> None:
    assert run("trend", tmp_path).exit_code == 1
    assert run("trend", tmp_path / "gone").exit_code == 1


@pytest.mark.slow
def test_a_replay_becomes_a_cast(tmp_path: Path) -> None:
    out = tmp_path / "a.cast"
    result = run(
        "replay", short(tmp_path / "kept"), "--cast", out, "--size", "80x24", "--speed", "16"
    )
    assert result.exit_code == 0, result.output
    head = json.loads(out.read_text("utf-8").split("\n")[0])
    assert (head["version"], head["width"], head["height"]) == (2, 80, 24)


@pytest.mark.slow
def test_a_replay_becomes_a_page_and_one_that_was_edited_stays(tmp_path: Path) -> None:
    kept, out = short(tmp_path / "kept"), tmp_path / "a.html"
    arguments = ("replay", kept, "--html", out, "--size", "80x24", "--speed", "16")
    assert "Page written: " in run(*arguments).output
    text = out.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    out.write_text(text.replace("Chapters", "Kapitel"), "utf-8")
    assert run(*arguments).exit_code == 0
    assert "Kapitel" in out.read_text("utf-8")
    assert (tmp_path / "a (2).html").read_text("utf-8") == text


def test_one_file_is_written_at_a_time_and_a_moment_is_that_of_a_still(
    two: list[Path], tmp_path: Path
) -> None:
    both = run("replay", two[0], "--html", tmp_path / "a.html", "--cast", tmp_path / "a.cast")
    assert both.exit_code == 2
    assert "write one of them at a time" in both.stderr
    for arguments in ((), ("--html", tmp_path / "a.html")):
        result = run("replay", two[0], *arguments, "--at", "0:30")
        assert result.exit_code == 2
        assert "--svg" in result.stderr
    assert run("replay", two[0], "--html", two[0]).exit_code == 1  # a session stays
    assert not list(tmp_path.glob("a.*"))


@pytest.mark.parametrize(
    ("option", "shapes"),
    [
        (("--start", "0:30"), ("cast", "html", "svg")),
        (("--start", "0:00"), ("html",)),
        (("--pause-on-markers",), ("cast", "svg")),
        (("--size", "80x24"), ("",)),
    ],
)
def test_what_a_replay_has_no_use_for_is_refused(
    two: list[Path], tmp_path: Path, option: tuple[str, ...], shapes: tuple[str, ...]
) -> None:
    for shape in shapes:
        written = (f"--{shape}", tmp_path / "a.x") if shape else ()
        result = run("replay", two[0], *written, *option)
        assert result.exit_code == 2
        assert option[0] in result.stderr
    assert not list(tmp_path.glob("a.*"))


def test_a_moment_becomes_a_picture(two: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    assert run("replay", two[0], "--svg", out, "--at", "0:30").exit_code == 0
    assert out.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("size", ["79x24", "80x23", "big", "9999x9999"])
def test_a_size_that_does_not_do_is_refused(two: list[Path], tmp_path: Path, size: str) -> None:
    result = run("replay", two[0], "--cast", tmp_path / "a.cast", "--size", size)
    assert result.exit_code == 2
    assert not (tmp_path / "a.cast").exists()


def test_a_replay_of_nothing_says_so(tmp_path: Path) -> None:
    result = run("replay", tmp_path / "gone.toml", "--cast", tmp_path / "a.cast")
    assert result.exit_code == 1
    assert "gone.toml" in result.stderr


def test_a_session_that_is_not_whole_says_so_in_a_comparison(tmp_path: Path) -> None:
    one, two = written(tmp_path, 1, 2)
    data = two.read_bytes()
    cut = data.index(b"[[event]]\nseq = 20\n")
    two.write_bytes(data[:cut] + data[cut:].replace(b"seq = 20\n", b"seq = = 20\n", 1))
    line = data[:cut].count(b"\n") + 1
    said = run("compare", one, two, "--format", "md").output
    assert f"S2: The file cannot be read from line {line} on." in said
    told = json.loads(run("compare", one, two, "--format", "json").output)
    assert [one["unread_from"] for one in told["sessions"]] == [None, line]


@pytest.mark.parametrize(
    ("same", "why"),
    [
        ("org-placement/nothing", "No session has a question org-placement/nothing."),
        (f"{SPELL}=other/spell", "A trend joins a question with itself"),
    ],
)
def test_a_trend_refuses_a_question_that_it_cannot_join(
    two: list[Path], same: str, why: str
) -> None:
    refused = run("trend", two[0].parent, "--same", same)
    assert refused.exit_code == 2
    assert why in " ".join(refused.output.split())
