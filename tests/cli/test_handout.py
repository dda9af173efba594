"""`mops-tui handout`: where it finds a pack, what it writes where, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.rehearsed import ours
from support.sessions import header

from mops_tui.cli.commands import main
from mops_tui.storage.files.checksums import unedited
from mops_tui.storage.folders.places import places
from mops_tui.storage.packs.template import template
from mops_tui.storage.sessions import journal

PACK = """
kind = "scenario"
id = "mine"
title = "Mine <b>"
summary = "S"
brief = "B"
[[question]]
kind = "hands"
id = "q"
title = "Q"
ask = "Do we?"
"""


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["handout", *(str(argument) for argument in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a command is run in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def own(here: Path) -> Path:
    """A pack of the user's own, in a file."""
    path = here / "mine.toml"
    path.write_text(PACK, "utf-8")
    return path


@pytest.mark.parametrize("pack_id", [*ours().workshops, "org-placement"])
@pytest.mark.parametrize("shape", ["md", "html"])
def test_every_shipped_workshop_has_a_handout_and_a_scenario_too(pack_id: str, shape: str) -> None:
    result = run(pack_id, "--format", shape, "--output", "-")
    assert result.exit_code == 0
    assert unedited(result.stdout)
    assert "subject}" not in result.stdout  # what the room will name has its stand-in
    assert result.stderr == ""


def test_it_writes_a_file_that_is_named_after_the_workshop_and_the_part(here: Path) -> None:
    assert run("placement-only").exit_code == 0
    assert run("placement-only", "--part", "run-sheet", "--format", "html").exit_code == 0
    assert run("org-placement", "--format", "pdf-by-print", "--part", "follow-up").exit_code == 0
    assert sorted(path.name for path in here.iterdir()) == [
        "org-placement-follow-up.html",
        "placement-only-handout.md",
        "placement-only-run-sheet.html",
    ]


def test_all_in_one_file_is_said_to_hold_cues_and_an_invitation_alone_is_not() -> None:
    assert "private cues" in run("placement-only").stderr
    assert run("placement-only", "--part", "invitation").stderr == ""


def test_a_pdf_is_printed_from_a_browser_and_none_is_made(here: Path) -> None:
    result = run("placement-only", "--format", "pdf-by-print", "--part", "invitation")
    assert "Save as PDF" in result.stderr
    for shape in ("pdf-by-print", "html", "md"):
        refused = run("placement-only", "--format", shape, "--output", "sheet.PDF")
        assert refused.exit_code == 2
        assert "No PDF is made here" in refused.stderr
    assert not (here / "sheet.PDF").exists()


def test_what_somebody_edited_stays_beside_the_new_one(here: Path) -> None:
    run("placement-only", "--part", "invitation")
    path = here / "placement-only-invitation.md"
    run("placement-only", "--part", "invitation", "--start", "9:00")
    assert "09:00 to" in path.read_text("utf-8")
    path.write_text("My own words\n", "utf-8")
    result = run("placement-only", "--part", "invitation")
    assert path.read_text("utf-8") == "My own words\n"
    assert (here / "placement-only-invitation (2).md").exists()
    assert "stays" in result.stdout


def test_a_pack_of_ones_own_is_found_by_its_file_and_by_its_id(own: Path) -> None:
    by_file = run(own, "--output", "-").stdout
    assert by_file.startswith("# Invitation: Mine \\<b\\>")
    places().packs.mkdir(parents=True)
    own.rename(places().packs / "mine.toml")
    assert run("mine", "--output", "-").stdout == by_file
    assert run("mine.toml", "--output", "-").stdout == by_file


def test_what_new_begins_can_be_handed_out(here: Path) -> None:
    (here / "fresh.toml").write_text(template("fresh"), "utf-8")
    assert run("fresh.toml", "--output", "-").exit_code == 0


def test_a_file_with_mistakes_gets_the_sentences_of_check(own: Path) -> None:
    own.write_text(PACK.replace("ask =", "aks ="), "utf-8")
    result = run("mine.toml")
    assert result.exit_code == 1
    assert "there is no key" in result.stderr
    assert "line 11" in result.stderr
    assert list(own.parent.iterdir()) == [own]


def test_a_broken_pack_in_ones_folder_gets_them_too(own: Path) -> None:
    places().packs.mkdir(parents=True)
    kept = places().packs / "mine.toml"
    for broken in (PACK.replace("ask =", "aks ="), "id = [", ""):
        kept.write_text(broken, "utf-8")
        own.unlink(missing_ok=True)
        result = run("mine")
        assert result.exit_code == 1
        assert "mine.toml" in result.stderr, broken


def test_what_is_not_there_is_said_in_one_sentence(here: Path) -> None:
    for wanted, words in {
        "placement-onyl": "did you mean “placement-only”?",
        "org-placemnt": "did you mean “org-placement”?",
        "nothing-of-the-kind": "There is no workshop “nothing-of-the-kind”",
        "gone.toml": "gone.toml",
        "./gone": "gone",
        "": "There is no workshop",
        "x" * 10_000: "There is no workshop",
        "a\x00b": "There is no workshop",
        "\x1b[31m": "There is no workshop",
    }.items():
        result = run(wanted)
        assert result.exit_code == 1, wanted
        assert words in result.stderr
        assert result.stderr.count("\n") == 1
        assert "\x1b" not in result.stderr
    assert list(here.iterdir()) == []


def test_what_asks_nothing_of_a_room_is_refused(here: Path, own: Path) -> None:
    cast = here / "cast.toml"
    cast.write_text(
        'kind = "cast"\nid = "c"\ntitle = "C"\nsummary = "S"\n'
        '[[character]]\nid = "a"\nname = "A B"\nrole = "R"\nabout = "X"\n',
        "utf-8",
    )
    assert "asks nothing of a room" in run("cast.toml").stderr
    session = here / "kept.toml"
    journal.create(session, header())
    assert "is a session" in run("kept.toml").stderr
    (here / "folder.toml").mkdir()
    assert "folder" in run("folder.toml").stderr
    assert run("folder.toml").exit_code == 1


def test_it_does_not_write_over_a_pack_or_a_session(own: Path) -> None:
    assert "is a pack" in run("placement-only", "--output", own).stderr
    assert own.read_text("utf-8") == PACK


@pytest.mark.parametrize("typed", ["9h30", "24:00", "9:60", "noon", "", "-1:00", "09:30:00"])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    result = run("placement-only", "--start", typed)
    assert result.exit_code == 2
    assert "is no time of day" in result.stderr


def test_times_are_read_as_people_write_them() -> None:
    for typed in ("09:30", "9:30", "9.30", " 9:30 "):
        made = run("placement-only", "--start", typed, "--output", "-").stdout
        assert "09:30 to" in made


def test_the_shell_completes_workshops_and_scenarios() -> None:
    result = CliRunner().invoke(
        main, env={"_MOPS_TUI_COMPLETE": "bash_complete", "COMP_WORDS": "mops-tui handout o",
                   "COMP_CWORD": "2"}, prog_name="mops-tui",
    )  # fmt: skip
    assert "org-placement" in result.output
