"""`mops-tui redact`: what it refuses, and that it writes one new file and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.journals import file_of, numbered

from mops_tui.cli.commands import main
from mops_tui.model.session import events as ev
from mops_tui.storage.sessions import journal


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["redact", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two people, in a folder of its own, from which the commands are called."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "s-1.toml"
    seated = [
        ev.ParticipantJoined(participant=key, name=name, seat=seat)
        for seat, (key, name) in enumerate((("p1", "Maya Lind"), ("p2", "Tom Weil")), 1)
    ]
    path.write_bytes(file_of(numbered(*seated, ev.SessionClosed())))
    return path


@pytest.mark.parametrize(
    ("who", "more", "status", "told"),
    [
        ("", (), 2, "--participant takes a name, a handle, or the number of a seat."),
        ("Maya", ("--output", "-"), 2, "A session is not printed: --output names a file."),
        ("Maya", ("--output", ""), 2, "There is no name"),
        ("Maya", ("--output", "none/x.toml"), 1, "there is no folder none."),
        ("Maya", ("--output", "s-1.toml"), 1, "s-1.toml is a session. Choose another file."),
        ("Zed", (), 1, "There are Maya Lind (1), Tom Weil (2)."),
        ("9", (), 1, "There are Maya Lind (1), Tom Weil (2)."),
    ],
)
def test_what_is_refused_writes_nothing(
    session: Path, who: str, more: tuple[str, ...], status: int, told: str
) -> None:
    before = {one: one.read_bytes() for one in session.parent.iterdir() if one.is_file()}
    result = run(session, "--participant", who, *more)
    assert result.exit_code == status
    assert told in result.stderr
    assert {one: one.read_bytes() for one in session.parent.iterdir()} == before


def test_a_new_session_is_written_where_it_was_asked_for(session: Path) -> None:
    result = run(session, "--participant", "maya", "--output", "for-others.toml")
    assert result.exit_code == 0
    assert result.stdout.startswith("Written: for-others.toml\n")
    new = journal.read(session.with_name("for-others.toml"))
    assert "Maya" not in repr(new.events)
    again = run(session, "--participant", "maya", "--output", "for-others.toml")
    assert again.exit_code == 1
