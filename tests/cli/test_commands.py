"""The command line: what it prints, how it ends, and one clear sentence for whatever is wrong."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result
from support.asking import Room

from mops_tui import __version__
from mops_tui.cli.commands import main
from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.model.replay.schedule import schedule
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.storage.folders.places import places
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes

WHERE = "demo/where"


def run(*arguments: object, typed: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def sentence(result: Result, status: int = 1) -> str:
    """The one line that a failing command says."""
    assert result.exit_code == status, result.output
    assert not result.stdout
    (line,) = result.stderr.splitlines()
    assert line.endswith(".")
    return line


def session(path: Path, *more: cmd.Command, **changes: object) -> Path:
    room = Room(**changes)
    room.do(cmd.Join("p1", "Mara"), cmd.Join("p2", "Ian"), cmd.Show(View("question", WHERE)))
    room.do(cmd.CastVote(WHERE, "p1", Choice("a")), cmd.CastVote(WHERE, "p2", Choice("c")), *more)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = header_bytes(room.header)
    opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
    path.write_bytes(head + b"".join(map(encode, (opening, *room.events[1:]))))
    return path


@pytest.fixture
def kept() -> Path:
    """A session in the user's own folder, revealed."""
    return session(places().sessions / "s-1.toml", cmd.Reveal(WHERE))


# --- what there is


def test_help_and_version_need_no_terminal() -> None:
    assert __version__ in run("--version").output
    for command in ("run", "resume", "sessions", "report", "new", "check"):
        assert command in run("-h").output
        assert run(command, "--help").exit_code == 0


@pytest.mark.parametrize("arguments", [[], ["run"], ["resume", "s-1"]])
@pytest.mark.usefixtures("kept")
def test_without_a_terminal_the_app_says_so(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["report"],
        ["report", "x", "--format", "pdf"],
        ["report", "x", "--at", "0"],
        ["check"],
        ["new"],
        ["new", "Not An Id"],
        ["new", "../escape"],
        ["sessions", "--delete"],
    ],
)
def test_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


# --- reports


@pytest.mark.parametrize("given", ["s-1", "s-1.toml", "path"])
def test_a_report_by_id_or_by_file(kept: Path, given: str) -> None:
    result = run("report", kept if given == "path" else given)
    assert result.exit_code == 0
    assert result.output.startswith("# Our morning\n")
    assert "Alpha" in result.output


def test_a_report_as_data(kept: Path) -> None:
    data = json.loads(run("report", kept, "--format", "json").stdout)
    assert data["format"] == 1
    rows = data["scenarios"][0]["questions"][0]["rounds"][0]["distribution"]
    assert {row["category"]: row["count"] for row in rows} == {"a": 1, "b": 0, "c": 1}


def test_an_earlier_moment_shows_what_the_room_had_seen(kept: Path) -> None:
    data = json.loads(run("report", kept, "--format", "json", "--at", "7").stdout)
    assert data["session"]["at"] == 7
    assert data["scenarios"][0]["questions"][0]["rounds"] == []
    assert data["not_revealed"][0]["voted"] == 2
    assert "Alpha" not in run("report", kept, "--at", "7").stdout
    assert "no event 99" in sentence(run("report", kept, "--at", "99"))


def test_a_report_into_a_file(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    result = run("report", kept, "--output", target)
    assert str(target) in result.output
    assert target.read_text("utf-8") == run("report", kept).stdout
    assert str(tmp_path) in sentence(run("report", kept, "--output", tmp_path))
    sentence(run("report", kept, "--output", target / "below.md"))


def test_a_report_never_takes_the_place_of_a_session(kept: Path) -> None:
    before = kept.read_bytes()
    assert "is a session" in sentence(run("report", kept, "--output", kept))
    assert kept.read_bytes() == before


def refuse_writing(number: int) -> Callable[..., int]:
    """As a disk that can be read only."""
    real = os.open

    def opened(path: str, flags: int, *more: int, **named: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(number, os.strerror(number))
        return real(path, flags, *more, **named)

    return opened


def refuse(number: int) -> Callable[..., NoReturn]:
    def refused(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return refused


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_a_disk_that_takes_nothing(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("mops_tui.storage.files.disk.os.open", refuse_writing(number))
        assert os.strerror(number) in sentence(run("report", kept, "--output", tmp_path / "o.md"))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse(number))
        told = sentence(run("sessions", "--delete", "s-1", "--yes"))
        assert os.strerror(number) in told or "may not" in told
        assert kept.exists()
    with monkeypatch.context() as patched:
        patched.setattr("mops_tui.storage.files.disk.os.open", refuse_writing(number))
        assert os.strerror(number) in sentence(run("new", "x"))
    with monkeypatch.context() as patched:
        kept.write_bytes(kept.read_bytes()[:-30])
        torn = kept.read_bytes()
        patched.setattr("mops_tui.storage.sessions.repairing.repair.write_beside", refuse(number))
        result = run("check", kept, "--repair")
        assert result.exit_code == 1
        assert len(result.stdout.splitlines()) == 4  # the finding, the plan in two lines, why not
        assert kept.read_bytes() == torn


def test_a_file_that_may_not_be_read(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mops_tui.storage.sessions.journal.read_ordinary", refuse(errno.EACCES))
    assert "may not read" in sentence(run("report", kept))
    assert "may not read" in run("check", kept).stdout


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "binary": (b"\x7fELF\0\1\2\xff\xfe" * 50, "UTF-8|session file"),
    "text": (b"Dear diary,\n", "not a session"),
    "pack": (b'id = "x"\ntitle = "X"\n', "not a session"),
    "torn header": (b'format = 1\nid = "s-1"\nopened = 20', "header"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_session_is_named(tmp_path: Path, kind: str) -> None:
    data, said = BROKEN[kind]
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    told = sentence(run("report", path))
    assert str(path) in told
    assert re.search(said, told)


def test_a_newer_format_is_named(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes().replace(b"format = 1", b"format = 9", 1))
    told = sentence(run("report", kept))
    assert "its format is 9" in told
    assert "update" in told
    assert run("check", kept).exit_code == 1


@pytest.mark.parametrize(
    "arguments", [["report", "{}"], ["check", "{}"], ["sessions", "--delete", "{}", "--yes"]]
)
@pytest.mark.parametrize("kind", ["missing", "folder", "too long", "below a file"])
def test_files_that_are_none(tmp_path: Path, arguments: list[str], kind: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    given = {
        "missing": tmp_path / "none.toml",
        "folder": tmp_path / "folder",
        "too long": tmp_path / ("x" * 500),
        "below a file": tmp_path / "file" / "x.toml",
    }[kind]
    result = run(*(argument.format(given) for argument in arguments))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) <= 2
    assert given.name[:40] in result.output
    assert (tmp_path / "folder").is_dir()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_what_may_not_be_read_or_written(kept: Path) -> None:
    kept.chmod(0)
    assert "may not" in sentence(run("report", kept))
    kept.chmod(0o600)
    kept.parent.chmod(0o500)
    try:
        sentence(run("report", kept, "--output", kept.parent / "out.md"))
        assert run("sessions", "--delete", "s-1", "--yes").exit_code == 1
    finally:
        kept.parent.chmod(0o700)
    assert kept.exists()


# --- sessions


def test_no_session_yet() -> None:
    result = run("sessions")
    assert result.exit_code == 0
    assert str(places().sessions) in result.output


def test_the_list_of_sessions(kept: Path) -> None:
    session(kept.with_name("s-2.toml"), cmd.Close(), id="s-2", title="\x1b[31m[b]Red")
    kept.with_name("s-3.toml").write_text("rubbish")
    first, second, third = run("sessions").output.splitlines()
    assert ("unfinished" in first, "s-1" in first, "Our morning" in first) == (True, True, True)
    assert ("finished" in second, "[b]Red" in second) == (True, True)
    assert "cannot be read" in third
    assert "\x1b" not in second


def test_deleting_asks_first_and_takes_the_backups_along(kept: Path) -> None:
    for suffix in ("bak", "bak2", "torn"):
        kept.with_name(f"s-1.toml.{suffix}").write_text("votes")
    other = session(kept.with_name("s-10.toml"), id="s-10")
    report = kept.with_suffix(".md")
    report.write_text("mine")
    assert "Our morning" in run("sessions", "--delete", "s-1", typed="n\n").output
    assert kept.exists()
    result = run("sessions", "--delete", "s-1", typed="y\n")
    assert result.exit_code == 0
    assert sorted(kept.parent.iterdir()) == [report, other]
    assert "There is no session" in sentence(run("sessions", "--delete", "s-1", "--yes"))


def test_a_session_that_somebody_writes_to_is_not_deleted(kept: Path) -> None:
    with SessionLock(kept):
        told = sentence(run("sessions", "--delete", "s-1", "--yes"))
    assert "open already" in told
    assert kept.exists()


def test_a_broken_session_can_be_deleted(kept: Path) -> None:
    kept.write_text("rubbish")
    assert run("sessions", "--delete", kept, "--yes").exit_code == 0
    assert not kept.exists()


# --- packs


def test_a_new_pack_is_sound_and_where_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "my-own.toml" in run("new", "my-own", "--here").output
    assert run("check", "my-own.toml").exit_code == 0
    assert "exists already" in sentence(run("new", "my-own", "--here"))
    assert run("new", "my-own").exit_code == 0
    own = places().packs / "my-own.toml"
    assert own.read_bytes() == (tmp_path / "my-own.toml").read_bytes()
    assert stat.S_IMODE(places().packs.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made(home: Path) -> None:
    home.write_text("a file where the folder should be")
    assert "cannot be written" in sentence(run("new", "x"))
    assert run("sessions").exit_code == 0


@pytest.mark.parametrize(
    ("before", "after", "key", "said"),
    [
        ("brief_minutes = 2", "breif_minutes = 2", "breif_minutes", "brief_minutes"),
        ("brief_minutes = 2", 'brief_minutes = "two"', "brief_minutes", ""),
        ('kind = "scenario"', 'kind = "scenery"', "kind", "scenario"),
        ("format = 1", "format = 7", "format", ""),
    ],
)
def test_a_broken_pack_names_file_line_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, after: str, key: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "x", "--here")
    path = tmp_path / "x.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    line = next(n for n, row in enumerate(path.read_text("utf-8").splitlines(), 1) if after in row)
    result = run("check", path)
    assert result.exit_code == 1
    told = result.stdout
    assert str(path) in told
    assert re.search(rf"\b{line}\b", told)
    assert key in told
    assert said in told
    assert result.stderr == "1 file is not right.\n"


def test_toml_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('id = "x"\ntitle = \n')
    result = run("check", path)
    assert result.exit_code == 1
    assert re.search(r"\b2\b", result.stdout)


def test_several_files_are_all_told_about(tmp_path: Path, kept: Path) -> None:
    bad = [tmp_path / f"{name}.toml" for name in "ab"]
    for path in bad:
        path.write_text("rubbish")
    result = run("check", bad[0], kept, bad[1])
    assert result.exit_code == 1
    assert "2 files are not right." in result.stderr
    assert f"{kept}: a sound session." in result.stdout


# --- sessions that are damaged


def test_a_sound_session_is_left_alone_by_a_repair(kept: Path) -> None:
    before = kept.read_bytes()
    assert run("check", kept, "--repair").exit_code == 0
    assert kept.read_bytes() == before
    assert [path.name for path in kept.parent.iterdir()] == ["s-1.toml"]


@pytest.mark.parametrize("damage", ["edited", "torn", "crlf", "unreadable"])
def test_damage_is_named_with_its_line_and_mended_with_a_backup(kept: Path, damage: str) -> None:
    data = kept.read_bytes()
    broken = {
        "edited": data.replace(b'name = "Mara"', b'name = "Mora"'),
        "torn": data[:-30],
        "crlf": data.replace(b"\n", b"\r\n"),
        "unreadable": data.replace(b'name = "Mara"', b"name = "),
    }[damage]
    kept.write_bytes(broken)
    result = run("check", kept)
    assert result.exit_code == 1
    assert re.search(r"line \d+", result.stdout)
    assert kept.read_bytes() == broken
    result = run("check", kept, "--repair")
    assert result.exit_code == 0, result.output
    assert run("check", kept).exit_code == 0
    assert kept.with_name("s-1.toml.bak").read_bytes() == broken
    assert run("report", kept).exit_code == 0


def test_a_session_that_is_being_written_is_not_repaired(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes().replace(b'name = "Mara"', b'name = "Mora"'))
    before = kept.read_bytes()
    with SessionLock(kept):
        result = run("check", kept, "--repair")
    assert result.exit_code == 1
    assert "open already" in result.stdout
    assert kept.read_bytes() == before


def test_a_damaged_session_still_reports_what_can_be_read(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-30])
    assert "# Our morning" in run("report", kept).stdout


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = session(tmp_path / "a\x1b[31mb.toml", cmd.Join("p9", "\x1b]0;x\x07[b]Eve"))
    for arguments in (("report", path), ("check", path), ("sessions", "--delete", path, "--yes")):
        assert "\x1b" not in run(*arguments).output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["run", "full-wlk"], "did you mean “full-walk”?"),
        (["run", "qqqq"], "There is no workshop “qqqq”."),
        (["resume", "nothing"], "`mops-tui sessions` lists yours"),
        (["replay", "nothing"], "`mops-tui sessions` lists yours"),
        (["report", "nothing"], "`mops-tui sessions` lists yours"),
    ],
)
def test_what_is_not_there_is_named_before_anything_opens(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert words in result.stderr


def test_a_pack_or_a_session_is_checked_by_its_id(kept: Path) -> None:
    assert run("new", "mine").exit_code == 0
    for name in ("mine", "mine.toml", kept.stem):
        result = run("check", name)
        assert result.exit_code == 0, result.output
        assert "a sound" in result.output


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    (tmp_path / "e.toml").write_bytes(b" \n")
    result = run("check", tmp_path / "e.toml")
    assert result.exit_code == 1
    assert result.output.splitlines()[0].endswith("e.toml: the file is empty.")


def test_a_report_of_a_damaged_session_says_where_it_ends(kept: Path) -> None:
    data = kept.read_bytes()
    cut = data.index(b"[[event]]\nseq = 4\n")
    line = data[:cut].count(b"\n") + 1
    kept.write_bytes(data[:cut] + data[cut:].replace(b"seq = 4\n", b"seq = = 4\n", 1))
    result = run("report", kept)
    assert "The end of the session file cannot be read" in result.stdout
    assert f"cannot be read from line {line} on" in result.stderr
    told = json.loads(run("report", kept, "--format", "json").stdout)
    assert told["session"]["unread_from"] == line


# --- moments and outputs


def test_a_moment_is_an_event_or_a_time_in_every_command(kept: Path, tmp_path: Path) -> None:
    seq = json.loads(run("report", kept, "--format", "json", "--at", "0:00").stdout)["session"]
    assert seq["at"] >= 1
    for arguments in (["report", kept], ["replay", kept, "--svg", tmp_path / "x.svg"]):
        assert "no event 999" in sentence(run(*arguments, "--at", "999"))
        assert "ends at" in sentence(run(*arguments, "--at", "99:00"))
        wrong = run(*arguments, "--at", "soon")
        assert wrong.exit_code == 2
        assert "“soon” is no moment" in wrong.stderr
    assert not (tmp_path / "x.svg").exists()


def test_a_time_is_read_at_the_pace_of_the_replay_that_it_was_read_from(kept: Path) -> None:
    def event(*options: str) -> int:
        told = json.loads(run("report", kept, "--format", "json", *options).stdout)
        return int(told["session"]["at"])

    for name, pace in (("story", STORY), ("real", RealPace())):
        laid = schedule(journal.read(kept).events, pace)
        clock = f"{int(laid.times[-1] // 60)}:{laid.times[-1] % 60:06.3f}"
        assert event("--at", clock, "--pace", name) == len(laid.times)
    assert event("--at", "0:05") == event("--at", "0:05", "--pace", "story")


def test_an_edited_report_stays_beside_the_new_one(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    run("report", kept, "--output", target)
    run("report", kept, "--output", target)
    assert [path.name for path in tmp_path.glob("*.md")] == ["r.md"]
    target.write_text(target.read_text("utf-8") + "mine\n", "utf-8")
    told = run("report", kept, "--output", target).stdout
    assert "r (2).md" in told
    assert target.read_text("utf-8").endswith("mine\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["stage", "nothing"], "`mops-tui sessions` lists yours"),
        (["practice", "org-placemnt"], "did you mean “org-placement”?"),
        (["practice", "full-walk"], "There is no scenario “full-walk”"),
        (["rehearse", "nonsense"], "There is no workshop “nonsense”."),
        (["rehearse", "org-placement"], "There is no workshop “org-placement”; did you mean"),
    ],
)
def test_a_wrong_id_is_said_by_each_command(arguments: list[str], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert words in result.stderr
