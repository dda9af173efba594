"""`mops-tui actions`: what is open, in which order, and marking it done."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result
from pydantic import TypeAdapter
from support.todo import ASK, FORM, HIRE, left, workshop_file

from mops_tui.cli.commands import main
from mops_tui.model.session import events as ev
from mops_tui.model.session.before import ActionBefore
from mops_tui.report.schema import TodoData
from mops_tui.report.schema.published import schema_text
from mops_tui.sources import clock
from mops_tui.storage.folders.places import places
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.words.safe import cells

REF = re.compile(r"^  ([0-9a-f]{6,})  (.*)$", re.M)


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["actions", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def set_to(day: str) -> None:
        now = datetime.fromisoformat(day).replace(tzinfo=UTC)
        monkeypatch.setattr(clock, "local_now", lambda: now)

    set_to("2026-11-15")
    return set_to


@pytest.fixture
def sessions(home: Path) -> Path:
    del home  # the test's own, where `places` is
    folder = places().sessions
    folder.mkdir(parents=True)
    return folder


def refs(*arguments: object) -> dict[str, str]:
    """The references by what each is of."""
    return {what: ref for ref, what in REF.findall(run(*arguments).stdout)}


def test_overdue_comes_first_then_by_day_then_without(
    sessions: Path, today: Callable[[str], None]
) -> None:
    later = ev.ActionRecorded(action="a3", what="Write it down", by="1 December")
    sooner = ev.ActionRecorded(action="a4", what="Say so", by="2026-11-15")
    workshop_file(sessions, 0, FORM, later, HIRE, sooner, ASK)
    told = run().stdout
    assert told.startswith("5 things are open; one is overdue.\n")
    assert list(refs()) == [
        "Ask Legal", "Say so", "Write it down", "First step: Draft it", "Find a designer",
    ]  # fmt: skip
    assert "Tom · by 10 November 2026 (5 days ago) · “Workshop 0”, 2 November 2026" in told
    assert "by 15 November 2026 (today)" in told
    today("2026-12-01")
    told = run().stdout
    assert told.startswith("6 things are open; 2 are overdue.\n")
    assert told.index("Find a designer") < told.index("Decisions to look at again now")
    assert "Maya · look again: 1 December 2026 (today)" in told


def test_what_is_done_is_no_longer_listed_and_can_be_opened_again(sessions: Path) -> None:
    workshop_file(sessions, 0, ASK, HIRE, FORM)
    before = refs()
    done = f"{before['Ask Legal']},{before['First step: Draft it'][:5]}"
    told = run("--done", done, "--done", before["Find a designer"]).stdout
    assert told.splitlines() == [
        "Done: Ask Legal (in s-0.toml)",
        "Done: First step: Draft it (in s-0.toml)",
        "Done: Find a designer (in s-0.toml)",
    ]
    assert run().stdout == "Nothing is open: one workshop was read.\n"
    assert {**before, "One form.": refs("--all")["One form."]} == refs("--all")
    again = run("--done", before["Ask Legal"])
    assert again.exit_code == 0
    assert again.stdout.startswith("Done on ")
    as_in_a_table = f"'{before['Ask Legal']}"
    assert run("--undone", as_in_a_table).stdout == "Open again: Ask Legal (in s-0.toml)\n"
    assert refs() == {"Ask Legal": before["Ask Legal"]}


def test_nothing_is_marked_where_one_reference_is_wrong(sessions: Path) -> None:
    path = workshop_file(sessions, 0, ASK)
    was, ref = path.read_bytes(), refs()["Ask Legal"]
    for wrong in ("ffffffff", "\x1b[31mx", ref[:2], "zz", "."):
        told = run("--done", ref, "--done", wrong)
        assert told.exit_code == 1
        assert "Nothing has the reference" in told.stderr
        assert "so nothing was marked. With --all instead" in told.stderr
        assert "\x1b" not in told.output
    assert run("--done", ref, "--undone", ref).exit_code == 2
    for nothing in ("", ",,", " "):
        assert run("--done", nothing).exit_code == 2
    parted_by_a_blank = run("--done", ref, "249ca9")
    assert parted_by_a_blank.exit_code == 1
    assert "Commas part several references: --done 587c8e,249ca9." in parted_by_a_blank.stderr
    assert run("--done", ref, "--all").exit_code == 2
    assert path.read_bytes() == was


def test_somebody_is_asked_for_by_name(sessions: Path) -> None:
    workshop_file(sessions, 0, ASK, HIRE)
    assert list(refs("--who", "ana")) == ["Find a designer"]
    assert list(refs("--who", "iÁ")) == ["Find a designer"]
    assert run("--who", "iÁ").stdout.startswith("Found for iÁ: Ana and Ian.\nOne thing is open")
    assert run("--who", "*").stdout.startswith("Nothing is open for *. Names that stand there: ")
    told = run("--who", "om").stdout
    assert told == "Nothing is open for om. Names that stand there: Ana and Ian; Tom.\n"


def test_a_folder_is_named_in_what_is_to_be_typed(tmp_path: Path) -> None:
    folder = tmp_path / "two words"
    folder.mkdir()
    workshop_file(folder, 0, ASK)
    told = run(folder).stdout
    ref = REF.findall(told)[0][0]
    assert f"mops-tui actions '{folder}' --done {ref} marks the first one as done." in told
    assert run(folder, "--done", ref).stdout == "Done: Ask Legal (in s-0.toml)\n"
    assert run(tmp_path / "none").exit_code == 1


def test_what_a_later_workshop_said_stays(sessions: Path) -> None:
    workshop_file(sessions, 0, ASK)
    said = ev.ActionFollowedUp(action="a1", outcome="done")
    path = workshop_file(sessions, 1, said, before=left(0, ActionBefore(id="a1", what="Ask Legal")))
    was, ref = path.read_bytes(), refs("--all")["Ask Legal"]
    assert "done on 2 December 2026, in “Workshop 1”" in run("--all").stdout.replace(
        "\n" + " " * 10, " "
    )
    told = run("--undone", ref)
    assert told.exit_code == 1
    assert told.stderr.startswith("Done on 2 December 2026, in “Workshop 1”. ")
    assert path.read_bytes() == was


def test_a_session_in_use_says_so_and_the_others_are_marked(sessions: Path) -> None:
    held = workshop_file(sessions, 0, ASK)
    workshop_file(sessions, 1, HIRE)
    known = refs()
    with SessionLock(held):
        told = run("--done", ",".join(known.values()))
    assert told.exit_code == 1
    assert told.stdout == "Done: Find a designer (in s-1.toml)\n"
    assert "s-0.toml" in told.stderr


HOSTILE = "\x1b[31m=cmd|' /C calc'!A0\u202e\n[red]" + "漢字" * 60


@pytest.mark.parametrize("columns", ["40", "80", "300"])
def test_whatever_was_typed_fits_the_terminal(
    sessions: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    bad = ev.ActionRecorded(action="x/\x1b", what=HOSTILE, who=HOSTILE[:150], by=HOSTILE[:150])
    workshop_file(sessions, 0, bad, title=HOSTILE[:100])
    told = run().stdout
    assert "\x1b" not in told
    assert "\u202e" not in told
    widest = max(cells(line) for line in told.splitlines() if line.startswith("  "))
    assert widest <= min(100, int(columns))
    assert run("--done", REF.findall(told)[0][0]).exit_code == 0


def test_a_table_goes_into_a_spreadsheet(sessions: Path, tmp_path: Path) -> None:
    workshop_file(sessions, 0, ASK, ev.ActionRecorded(action="a2", what="=1+1"))
    (sessions / "broken.toml").write_text("no session\n")
    told = run("--csv")
    rows = list(csv.DictReader(io.StringIO(told.stdout.lstrip("\ufeff"))))
    assert [row["what"] for row in rows] == ["Ask Legal", "'=1+1"]
    assert rows[0]["day"] == "2026-11-10"
    assert rows[0]["reference"] == refs()["Ask Legal"]
    assert "broken.toml" in told.stderr
    output = tmp_path / "actions.csv"
    assert run("--csv", "--output", output).stdout == f"Table written: {output}\n"
    assert output.read_text("utf-8").lstrip("\ufeff").startswith("reference,")
    assert run("--output", output).exit_code == 2


def test_a_program_reads_the_list_as_the_schema_has_it(sessions: Path, tmp_path: Path) -> None:
    workshop_file(sessions, 0, ASK, HIRE, FORM, ev.ActionDone(action="a2"))
    (sessions / "broken.toml").write_text("no session\n")
    told = run("--json", "--all")
    made = json.loads(told.stdout)
    TypeAdapter(TodoData).validate_json(told.stdout, strict=True)
    schema = json.loads(schema_text())
    (of_list,) = [one for one in schema["anyOf"] if one["$ref"].endswith("TodoData")]
    jsonschema_rs.validate({**schema, "anyOf": [of_list]}, made)
    assert [made[key] for key in ("day", "workshops", "open", "overdue")] == ["2026-11-15", 1, 2, 1]
    assert [(one["what"], one["group"], one["kind"]) for one in made["things"]] == [
        ("Ask Legal", "overdue", "action"),
        ("Draft it", "no-day", "first-step"),
        ("One form.", "later", "review"),
        ("Find a designer", "closed", "action"),
    ]
    assert made["things"][0]["workshop"]["file"] == "s-0.toml"
    assert (made["things"][0]["day"], made["things"][1]["day"]) == ("2026-11-10", None)
    assert len(made["unread"]) == 1
    assert "broken.toml" in made["unread"][0]
    assert "broken.toml" in told.stderr
    assert run("--done", made["things"][0]["reference"]).exit_code == 0
    output = tmp_path / "open.json"
    assert run("--json", "--output", output).stdout == f"Data written: {output}\n"
    assert json.loads(output.read_text("utf-8"))["overdue"] == 0
    assert run("--json", "--csv").exit_code == 2
    assert run("--json", "--done", "abcd").exit_code == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("actions --done ", ["{ask}", "{hire}"]),
        ("actions --undone ", ["{form}"]),
        ("actions --done {ask},", ["{ask},{ask}", "{ask},{hire}"]),
        ("actions --done zz", []),
        ("actions {elsewhere} --done ", []),
        ("actions /none --done ", []),
    ],
)
def test_the_shell_completes_references(
    sessions: Path, tmp_path: Path, typed: str, told: list[str]
) -> None:
    form = ev.ActionRecorded(action="a3", what="Send the form")
    workshop_file(sessions, 0, ASK, HIRE, form, ev.ActionDone(action="a3"))
    known = refs("--all")
    named = {
        "ask": known["Ask Legal"],
        "hire": known["Find a designer"],
        "form": known["Send the form"],
        "elsewhere": tmp_path,
    }
    line = f"mops-tui {typed}".format(**named)
    at = {"_MOPS_TUI_COMPLETE": "bash_complete", "COMP_WORDS": line}
    made = CliRunner().invoke(main, env={**at, "COMP_CWORD": str(line.count(" "))},
                              prog_name="mops-tui")  # fmt: skip
    expected = [f"plain,{one}".format(**named) for one in told]
    assert sorted(made.output.split()) == sorted(expected)


def test_without_a_workshop_there_is_nothing_wrong(home: Path, tmp_path: Path) -> None:
    del home
    none = f"There is no workshop in {places().sessions} yet.\n"
    told = run()
    assert (told.exit_code, told.stdout) == (0, none)
    assert json.loads(run("--json").stdout)["things"] == []
    assert run("--csv").exit_code == 0
    assert run("--done", "abcd").exit_code == 1
    named = run(tmp_path)
    assert named.exit_code == 1
    assert f"There is no workshop in {tmp_path} yet." in named.stderr
