from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from support.journals import file_of, sample

from mops_tui.storage.files.bounds import (
    MOST_DEPTH,
    MOST_PARTS,
    PACK_ENTRIES,
    Excess,
    excess_in,
    without_texts,
)
from mops_tui.storage.files.kinds import kind_of_text
from mops_tui.storage.packs.packs import check_pack
from mops_tui.storage.packs.summaries import pack_summaries
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.listing import SessionList
from mops_tui.storage.sessions.recovery import check
from mops_tui.words.problems import sentence

SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"
DATA = file_of(sample())
LONG_KEY = ".".join("a" * 1 for _ in range(32_000))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x = 1\n" + LONG_KEY + " = 1", "too-many-parts"),
        ("x = 1\n[" + LONG_KEY + "]", "too-many-parts"),
        ("x = 1\n" + " . ".join(['"a.b"'] * 50) + " = 1", "too-many-parts"),
        ("x = 1\ny = { " + LONG_KEY + " = 1 }", "too-many-parts"),
        ("x = 1\ny = " + "[" * 50 + "]" * 50, "too-nested"),
        ("x = 1\ny = " + "{a=" * 50 + "1" + "}" * 50, "too-nested"),
        ("x = 1\n" + "y = [" + "1," * 30_000 + "]", "too-many-entries"),
    ],
)
def test_what_is_too_much_is_named_with_its_line(text: str, code: str) -> None:
    over = excess_in(text, PACK_ENTRIES)
    assert isinstance(over, Excess)
    assert (over.code, over.line) == (code, 2)


@pytest.mark.parametrize(
    "text",
    [
        'x = "' + "a." * 500 + '"',
        "x = '''\n" + "[" * 500 + "\n'''",
        'x = """\n' + "[{" * 500 + '"\n"""',
        "# " + "[a.b" * 500,
        'x = "' + "a=1, " * 30_000 + '"',
        "\n".join(f"a.b{n} = 1.5" for n in range(200)),
        ".".join("a" * 1 for _ in range(MOST_PARTS)) + " = 1",
        "x = " + "[" * MOST_DEPTH + "]" * MOST_DEPTH,
    ],
)
def test_what_people_write_is_never_too_much(text: str) -> None:
    tomllib.loads(text)
    assert excess_in(text, PACK_ENTRIES) is None


def test_packs_that_come_along_are_far_below() -> None:
    for path in SCENARIOS.glob("*.toml"):
        assert excess_in(path.read_text("utf-8"), PACK_ENTRIES // 4) is None


@pytest.mark.parametrize("lines", [f"{LONG_KEY} = 1", f"[{LONG_KEY}]", "z = [" + "{b=1}," * 30_000])
def test_a_pack_from_a_stranger_is_refused_before_it_is_parsed(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "x.toml"
    path.write_text(f'id = "x"\ntitle = "X"\n{lines}\n')
    (problem,) = check_pack(path, None)
    assert problem.line == 3
    assert problem.params["limit"] in sentence(problem)
    assert len(pack_summaries([tmp_path], tmp_path)) <= 1


def test_a_session_from_a_stranger_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(LONG_KEY.encode() + b" = 1\n" + DATA)
    assert [(one.code, one.line) for one in check(path)] == [("too-many-parts", 1)]
    assert [one.trouble for one in SessionList(tmp_path).all()] == ["bad-header"]


def test_an_event_of_too_many_parts_is_damage_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(DATA + f"[[event]]\n{LONG_KEY} = 1\n".encode() + b"[[event]]\nseq = 9\n\n")
    first = check(path)[0]
    assert (first.code, first.line) == ("too-many-parts", DATA.count(b"\n") + 2)
    assert len(SessionList(tmp_path).all()) == 1


def test_no_session_has_so_many_events(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST_EVENTS", 5)
    with pytest.raises(journal.SessionError) as caught:
        journal.parse(DATA)
    assert caught.value.code == "too-many-events"
    assert DATA.split(b"\n")[(caught.value.line or 0) - 1] == b"[[event]]"


def test_texts_are_emptied_whatever_they_hold() -> None:
    assert without_texts('a = "[[event]]" # x\n') == 'a = ""  ""\n'.replace('""  ""', '"" ""')


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (DATA.decode(), "session"),
        (DATA.decode().replace("\n", "\r\n"), "session"),
        ("[[event]]\nseq = 1\n", "session"),
        ('id = "x"\nopened = 2026\n[policy', "session"),
        ('id = "x"\nsummary = """\n[[event]]\nopened = 1\nsession = "live"\n"""\n', "pack"),
        ('kind = "scenario"\nid = "x"\nbrief = "\n[[event]]\nseq = 1', "pack"),
        ('id = "x"\ntitle = "X"\n# [[event]]\n[[question]]\nask = \'[[event]]\'\n', "pack"),
        ('id = "x"\nsummary = "s"\n[[event]]\nwhat = "a table of the author"\n', "pack"),
        ("", ""),
        ("# A report\n", ""),
    ],
)
def test_a_session_is_told_by_its_structure(start: str, kind: str) -> None:
    assert kind_of_text(start) == kind
