"""`mops-tui report`: where each format goes, and what it never writes over."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.kits import write_kits

from mops_tui.cli.commands import main


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kits")
    write_kits(folder, "nine", "crash")
    return folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["report", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def test_text_and_data_are_printed_and_a_page_becomes_a_file(kits: Path, here: Path) -> None:
    assert run(kits / "nine.toml").stdout.startswith("# ")
    assert json.loads(run(kits / "nine.toml", "--format", "json").stdout)["format"] == 1
    assert list(here.iterdir()) == []
    told = run(kits / "nine.toml", "--format", "html").stdout
    assert told == "Report written: nine-report.html\n"
    page = here / "nine-report.html"
    assert page.read_text("utf-8").startswith("<!doctype html>")
    if os.name != "nt":
        assert stat.S_IMODE(page.stat().st_mode) == 0o600


@pytest.mark.parametrize("shape", ["html", "pptx"])
def test_what_somebody_edited_stays_and_what_nobody_did_is_written_anew(
    kits: Path, here: Path, shape: str
) -> None:
    name = f"crash-report.{shape}"
    run(kits / "crash.toml", "--format", shape)
    run(kits / "crash.toml", "--format", shape, "--at", "40")  # another content
    first = (here / name).read_bytes()
    assert [one.name for one in here.iterdir() if one.is_file()] == [name]
    (here / name).write_bytes(first + b"edited")
    told = run(kits / "crash.toml", "--format", shape).stdout
    assert "so it stays" in told
    assert (here / name).read_bytes() == first + b"edited"
    assert (here / f"crash-report (2).{shape}").exists()


def test_a_dash_is_standard_output_for_bytes_too(kits: Path, here: Path) -> None:
    assert run(kits / "nine.toml", "--format", "pptx", "--output", "-").stdout_bytes[:2] == b"PK"
    assert list(here.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own needs POSIX")
def test_slides_are_refused_where_a_terminal_would_show_them(kits: Path, here: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    try:
        to = ("--output", os.ttyname(theirs))
        result = run(kits / "crash.toml", "--format", "pptx", *to)
        assert result.exit_code == 2
        assert "A terminal cannot show slides" in result.stderr
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize("given", [("--format", "pdf"), ("--output", "x.PDF")])
def test_a_pdf_is_printed_by_a_browser_which_is_said(
    kits: Path, here: Path, given: tuple[str, str]
) -> None:
    result = run(kits / "nine.toml", *given)
    assert result.exit_code == 2
    assert "print it" in result.stderr
    assert list(here.iterdir()) == []


TABLES = {
    "csv-votes": "nine-votes.csv",
    "csv-results": "nine-results.csv",
    "csv-jira": "nine-jira.csv",
    "csv-planner": "nine-planner.csv",
    "ics": "nine-calendar.ics",
}


@pytest.mark.parametrize("shape", TABLES)
def test_each_single_file_is_named_after_its_session_and_goes_through_a_pipe(
    kits: Path, here: Path, shape: str
) -> None:
    run(kits / "nine.toml", "--format", shape)
    (written,) = here.iterdir()
    assert written.name == TABLES[shape]
    piped = run(kits / "nine.toml", "--format", shape, "--output", "-").stdout_bytes
    assert piped == written.read_bytes()


@pytest.mark.parametrize("shape", ["csv-results", "ics"])
def test_a_table_is_written_anew_until_somebody_edits_it(
    kits: Path, here: Path, shape: str
) -> None:
    for moment in ((), ("--at", "300"), ()):
        if moment and shape == "ics":
            continue  # nothing was decided by then
        run(kits / "nine.toml", "--format", shape, *moment)
    (written,) = here.iterdir()
    written.write_bytes(written.read_bytes().replace(b"Tomas", b"Thomas").replace(b"vote", b"Vote"))
    edited = written.read_bytes()
    assert "so it stays" in run(kits / "nine.toml", "--format", shape).stdout
    assert written.read_bytes() == edited
    assert len(list(here.iterdir())) == 2


def test_both_tables_go_into_this_folder_or_the_one_that_is_named(kits: Path, here: Path) -> None:
    told = run(kits / "nine.toml", "--format", "csv").stdout
    assert told == "Written: nine-votes.csv\nWritten: nine-results.csv\n"
    run(kits / "nine.toml", "--format", "csv", "--output", here / "a" / "b")
    names = {"nine-votes.csv", "nine-results.csv"}
    assert {one.name for one in here.glob("*.csv")} == names
    assert {one.name for one in (here / "a" / "b").iterdir()} == names


def test_the_whole_kit_is_a_folder_with_everything_in_it(kits: Path, here: Path) -> None:
    result = run(kits / "nine.toml", "--format", "all")
    folder = here / "nine-report"
    files = {one.name for one in folder.iterdir() if one.is_file()}
    assert files == {
        *(f"nine-report.{ending}" for ending in ("md", "html", "pptx", "json")),
        *TABLES.values(),
    }
    pictures = list((folder / "nine-pictures").iterdir())
    assert pictures
    assert all("<svg" in one.read_text("utf-8") for one in pictures)
    assert "1 of 9 things to do has no day" in result.stderr
    if os.name != "nt":
        assert {stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*.*")} == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_kits_of_two_sessions_share_no_file_in_one_folder(kits: Path, here: Path) -> None:
    run(kits / "crash.toml", "--format", "all", "--output", "kit")
    first = {one: one.read_bytes() for one in (here / "kit").rglob("*.*")}
    assert all(
        one.is_relative_to(here / "kit" / "crash-pictures") for one in first if one.suffix == ".svg"
    )
    run(kits / "nine.toml", "--format", "all", "--output", "kit")
    assert {one: one.read_bytes() for one in first} == first


def test_of_a_session_without_a_decision_the_kit_is_what_it_can_be(kits: Path, here: Path) -> None:
    result = run(kits / "crash.toml", "--format", "all")
    assert result.exit_code == 0
    assert "cannot be read from line" in result.stderr
    assert "there is no calendar" in result.stderr
    names = {one.name for one in (here / "crash-report").iterdir()}
    assert {"crash-report.md", "crash-votes.csv"} < names
    assert not {"crash-calendar.ics", "crash-jira.csv"} & names
    assert "no calendar" in run(kits / "crash.toml", "--format", "ics").stderr
    assert "Nothing is to be done" in run(kits / "crash.toml", "--format", "csv-jira").stderr
    assert "stays" not in run(kits / "crash.toml", "--format", "all").stdout
    assert {one.name for one in (here / "crash-report").iterdir()} == names


NAMES = ("Okafor", "Tomas", "Lind", "Priya", "Raman", "Keller", "Marchand", "Haddad", "Bruno")


@pytest.mark.parametrize("shape", ["md", "html", "json", "csv-results", "ics", "csv-jira"])
def test_for_the_public_no_format_says_a_name(kits: Path, here: Path, shape: str) -> None:
    given = (kits / "nine.toml", "--format", shape, "--output", "-")
    assert any(name in run(*given).stdout for name in NAMES) or shape == "csv-results"
    told = run(*given, "--audience", "public")
    assert told.exit_code == 0
    assert [name for name in NAMES if name in told.stdout] == []


def test_what_is_for_the_public_takes_no_place_of_the_rooms(kits: Path, here: Path) -> None:
    room = run(kits / "crash.toml", "--format", "html")
    public = run(kits / "crash.toml", "--format", "html", "--audience", "public")
    assert (room.exit_code, public.exit_code) == (0, 0)
    assert {one.name for one in here.iterdir()} == {"crash-report.html", "crash-public-report.html"}
    run(kits / "crash.toml", "--format", "all", "--audience", "public")
    assert (here / "crash-public-report" / "crash-public-report.md").exists()


@pytest.mark.parametrize("shape", ["all", "svg"])
def test_in_one_folder_no_file_for_the_public_takes_the_place_of_another(
    kits: Path, here: Path, shape: str
) -> None:
    to = ("--format", shape, "--output", "kit")
    run(kits / "crash.toml", *to)
    rooms = {one: one.read_bytes() for one in (here / "kit").rglob("*.*")}
    run(kits / "crash.toml", *to, "--audience", "public")
    new = set((here / "kit").rglob("*.*")) - rooms.keys()
    assert all("public-" in one.name for one in new)
    assert new
    assert {one: one.read_bytes() for one in rooms} == rooms


def test_for_the_public_there_is_no_table_of_votes(kits: Path, here: Path) -> None:
    public = (kits / "nine.toml", "--audience", "public")
    result = run(*public, "--format", "csv-votes")
    assert result.exit_code == 2
    assert "stay with those who were in the room" in result.stderr
    both = run(*public, "--format", "csv")
    assert "stay with those who were in the room" in both.stderr
    assert [one.name for one in here.iterdir()] == ["nine-public-results.csv"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--format", "csv", "--output", "-"), "several files"),
        (("--format", "all", "--output", "-"), "several files"),
        (("--format", "csv", "--output", "votes.csv"), "a folder"),
        (("--output", "picture.svg"), "a folder"),
        (("--output", "votes.csv"), "Which table?"),
        (("--output", "report.docx"), "No .docx is made here"),
        (("--output", "votes.XLSX"), "No .xlsx is made here"),
        (("--format", "csv-votes", "--brief"), "page one"),
        (("--format", "ics", "--notes"), "no place for them"),
        (("--format", "pptx", "--notes"), "no place for them"),
        (("--brief", "--notes"), "no notes on page one"),
    ],
)
def test_what_has_no_use_is_refused_before_any_work(
    kits: Path, here: Path, given: tuple[str, ...], said: str
) -> None:
    result = run(kits / "nine.toml", *given)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(here.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="as POSIX has it")
def test_a_link_in_the_place_of_the_folder_is_not_followed(kits: Path, here: Path) -> None:
    (here / "elsewhere").mkdir()
    (here / "crash-report").symlink_to(here / "elsewhere")
    result = run(kits / "crash.toml", "--format", "all")
    assert result.exit_code == 1
    assert "is a link" in result.stderr
    assert list((here / "elsewhere").iterdir()) == []


def test_where_nothing_can_be_written_a_sentence_says_what_to_do(kits: Path, here: Path) -> None:
    (here / "file").write_text("")
    result = run(kits / "crash.toml", "--format", "json", "--output", here / "file" / "x.json")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "--output -" in result.stderr
    result = run(kits / "crash.toml", "--format", "json", "--output", here / "none" / "x.json")
    assert result.exit_code == 1
    assert f"there is no folder {here / 'none'}. " in result.stderr
    result = run(kits / "crash.toml", "--format", "all", "--output", here / "file")
    assert result.exit_code == 1
    assert "is a file" in result.stderr
    below = here / "file" / "kit"
    result = run(kits / "crash.toml", "--format", "csv", "--output", below)
    assert result.exit_code == 1
    assert "--output FOLDER" in result.stderr


def test_what_was_written_before_one_file_could_not_be_is_said(kits: Path, here: Path) -> None:
    (here / "kit" / "crash-results.csv").mkdir(parents=True)
    result = run(kits / "crash.toml", "--format", "csv", "--output", here / "kit")
    assert result.exit_code == 1
    assert f"Written: {here / 'kit' / 'crash-votes.csv'}" in result.stdout
    assert "crash-results.csv" in result.stderr


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        ("html", f"{'x' * 300}.html"),
        ("csv", "x" * 300),
        ("svg", f"{'x' * 300}.svg"),
        ("csv", f"{'x' * 300}/below"),
    ],
)
def test_a_name_that_no_file_can_have_is_said_in_a_sentence(
    kits: Path, here: Path, shape: str, name: str
) -> None:
    result = run(kits / "crash.toml", "--format", shape, "--output", name)
    assert result.exit_code in (1, 2)
    assert "x" * 300 in result.stderr or "several files" in result.stderr
    assert list(here.iterdir()) == []


def test_an_output_without_a_name_is_refused(kits: Path, here: Path) -> None:
    result = run(kits / "crash.toml", "--format", "csv", "--output", "")
    assert result.exit_code == 2
    assert "name a file" in result.stderr
    assert list(here.iterdir()) == []


def test_the_schema_is_printed_as_it_is_published(here: Path) -> None:
    result = CliRunner().invoke(main, ["schema"])
    published = Path(__file__).parents[3] / "docs" / "report-schema.json"
    assert result.stdout == published.read_text("utf-8")
    assert CliRunner().invoke(main, ["schema", "--output", "s.json"]).exit_code == 0
    assert (here / "s.json").read_text("utf-8") == result.stdout


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", b"<!doctype"), ("a.JSON", b"{"), ("a.txt", b"# "), ("a.pptx", b"PK")],
)
def test_without_a_format_the_ending_of_the_file_says_it(
    kits: Path, here: Path, name: str, begins: bytes
) -> None:
    run(kits / "crash.toml", "--output", name)
    assert (here / name).read_bytes().startswith(begins)
