"""Reading pack files: every mistake has its line and key, and none becomes a traceback."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mops_tui.model.pack import Scenario
from mops_tui.storage.new_pack import template
from mops_tui.storage.packs import (
    LIMIT,
    Library,
    PackError,
    Problem,
    check_pack,
    load_library,
    read_pack,
)

GOOD = """\
id = "mine"
title = "Mine"
summary = "Short."
brief = "Long."

[[question]]
kind = "choice"
id = "first"
title = "First"
ask = "Which?"

[[question.option]]
id = "a"
label = "A"

[[question.option]]
id = "b"
label = "B"
leans = [
  { grid = "mops", x = 0.5, why = "Because." },
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def problems(file: Path, text: str | bytes, library: Library | None = None) -> list[Problem]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(check_pack(file, library))


def only(file: Path, text: str | bytes) -> Problem:
    (problem,) = problems(file, text)
    return problem


def test_a_good_pack_is_read(file: Path) -> None:
    pack = read_pack(file)
    assert isinstance(pack, Scenario)
    assert pack.questions[0].id == "first"
    assert check_pack(file, None) == ()


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(file: Path) -> None:
    assert problems(file, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "key"),
    [
        ('label = "B"', 'labl = "B"', "unknown-key", 18, "question[1].option[2].labl"),
        ('label = "B"\n', "", "missing-key", 16, "question[1].option[2].label"),
        ('title = "First"', "title = 1", "not-text", 9, "question[1].title"),
        ('title = "First"', 'title = " "', "empty", 9, "question[1].title"),
        ('title = "First"', f'title = "{"x" * 81}"', "too-long", 9, "question[1].title"),
        ('id = "first"', 'id = "First One"', "bad-id", 8, "question[1].id"),
        ('kind = "choice"', 'kind = "chioce"', "unknown-kind", 7, "question[1].kind"),
        ('kind = "choice"\n', "", "missing-kind", 6, "question[1].kind"),
        ("x = 0.5", "x = 5", "out-of-range", 20, "question[1].option[2].leans[1].x"),
        ("x = 0.5, ", "", "lean-nowhere", 20, "question[1].option[2].leans[1]"),
        (
            'ask = "Which?"',
            'ask = "?"\nminutes = 0',
            "out-of-range-above",
            11,
            "question[1].minutes",
        ),
        ('ask = "Which?"', 'ask = "?"\nminutes = []', "not-a-number", 11, "question[1].minutes"),
        ('ask = "Which?"', 'ask = "?"\npicture = "mapp"', "not-one-of", 11, "question[1].picture"),
        (
            'ask = "Which?"',
            'ask = "?"\nopen = "perhaps"',
            "not-true-or-false",
            11,
            "question[1].open",
        ),
        ('ask = "Which?"', 'ask = "?"\nfacts = "one"', "not-a-list", 11, "question[1].facts"),
        ('ask = "Which?"', 'ask = "?"\nfacts = ["one"]', "not-a-table", 11, "question[1].facts[1]"),
        ('id = "mine"', 'id = "mine"\nlanguage = "english"', "bad-language", 2, "language"),
        ('id = "mine"', 'id = "mine"\nkind = "scenari"', "unknown-kind", 2, "kind"),
        ('id = "mine"', 'id = "mine"\nformat = 2', "newer-format", 2, "format"),
        ('id = "mine"', 'id = "mine"\nformat = "1"', "bad-format", 2, "format"),
        ('id = "b"', 'id = "a"', "duplicate-id", 17, "question[1].option[2].id"),
        (
            'label = "B"',
            'label = "B"\nprompts = []',
            "misplaced-key",
            19,
            "question[1].option[2].prompts",
        ),
        (
            'label = "B"',
            'label = "B"\nsummary = ""',
            "misplaced-top-key",
            19,
            "question[1].option[2].summary",
        ),
    ],
)
def test_each_mistake_has_its_code_line_and_key(
    file: Path, old: str, new: str, code: str, line: int, key: str
) -> None:
    assert old in GOOD
    problem = only(file, new.join(GOOD.rsplit(old, 1)))
    assert (problem.code, problem.line, problem.key) == (code, line, key)
    assert problem.file == file


def test_a_misspelt_key_names_the_right_one_and_is_not_also_missing(file: Path) -> None:
    assert only(file, GOOD.replace("brief =", "breif =")).params["nearest"] == "brief"


def test_a_range_is_named_with_both_ends(file: Path) -> None:
    params = only(file, GOOD.replace("x = 0.5", "x = nan")).params
    assert (params["low"], params["high"]) == ("-1", "1")


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(file: Path) -> None:
    text = GOOD.replace('label = "A"', "label = 1").replace('summary = "Short."\n', "sumary = 1\n")
    text = text.replace('kind = "choice"', 'kind = "choice"\nminutes = -1')
    assert [problem.line for problem in problems(file, text)] == [3, 8, 15]


def test_a_header_with_single_brackets_is_told_as_such(file: Path) -> None:
    text = GOOD.split("[[question]]")[0] + '[question]\nkind = "text"\n'
    assert only(file, text).code == "one-table"


def test_long_names_of_lists_work_too_and_keep_their_lines(file: Path) -> None:
    text = GOOD.replace("question", "questions").replace("option", "options")
    assert problems(file, text) == []
    problem = only(file, text.replace('label = "B"', 'labl = "B"'))
    assert (problem.line, problem.key) == (18, "questions[1].options[2].labl")
    repeated = only(file, text.replace('id = "b"', 'id = "a"'))
    assert (repeated.line, repeated.key) == (17, "questions[1].options[2].id")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'id = "mine"\ntitle Mine', "bad-toml", 2),
        (b'id = "mine"\ntitle = "Mine', "bad-toml", 2),
        (b'id = "a"\nid = "b"', "bad-toml", 2),
        (b'id = "mine"\ntitle = "\xff"', "not-utf8", 2),
        (b"\xff\xfei\x00d\x00", "not-utf8", 1),
        (b"x = " + b"[" * 100_000, "too-deep", 0),
        (b"x = " + b"1" * 5000, "bad-toml", 1),
        (b"#" * (LIMIT + 1), "too-big", 0),
        (b'opened = 2026-01-01\nsession = "live"', "is-a-session", 1),
    ],
)
def test_what_is_no_pack_at_all_says_so(file: Path, content: bytes, code: str, line: int) -> None:
    problem = only(file, content)
    assert (problem.code, problem.line) == (code, line)


def test_an_empty_file_lacks_every_needed_key(file: Path) -> None:
    found = {problem.key for problem in problems(file, "")}
    assert found == {"id", "title", "summary", "brief", "question"}


def test_a_file_with_an_agenda_lacks_its_kind(file: Path) -> None:
    text = 'id = "w"\ntitle = "W"\nsummary = "S"\n[[agenda]]\nscenario = "s"\n'
    assert only(file, text).key == "kind"


def test_what_cannot_be_opened_says_so(tmp_path: Path) -> None:
    found = [check_pack(tmp_path / name, None)[0].code for name in ("none.toml", ".", "a\0b")]
    assert found == ["no-such-file", "is-a-folder", "unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert check_pack(tmp_path / "pipe.toml", None)[0].code == "not-a-file"


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_a_file_that_may_not_be_read_says_so(file: Path) -> None:
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    assert check_pack(file, None)[0].code == "unreadable"


def test_reading_raises_all_problems_in_one_error(file: Path) -> None:
    file.write_text("", encoding="utf-8")
    with pytest.raises(PackError, match="missing-key") as error:
        read_pack(file)
    assert len(error.value.problems) == 5


ODD = st.sampled_from(
    [
        "1",
        "-1",
        "nan",
        "true",
        '""',
        '"x"',
        "[]",
        "[[]]",
        "{}",
        "{ id = 1 }",
        "1979-05-27",
        '["a", 1]',
    ]
)
KEYS = re.compile(
    r"(?m)^(\s*(?:format|kind|id|title|place|leans|goodies|x|grid|minutes|cues) = ).*$"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.dictionaries(st.integers(0, 40), ODD, min_size=1, max_size=3))
def test_values_of_any_type_anywhere_are_problems_and_never_raise(
    file: Path, odd: dict[int, str]
) -> None:
    count = -1

    def replaced(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return match[1] + odd.get(count, match[0][len(match[1]) :])

    for problem in problems(file, KEYS.sub(replaced, template("mine"))):
        assert problem.line >= 1


# Libraries


def workshop(workshop_id: str, scenario: str) -> str:
    head = f'kind = "workshop"\nid = "{workshop_id}"\ntitle = "W"\nsummary = "S"\n'
    return head + f'[[agenda]]\nscenario = "{scenario}"\n'


GRID = """
[[grid]]
id = "mops"
title = "G"
x = { label = "x", low = "l", high = "h" }
y = { label = "y", low = "l", high = "h" }
top_left = { id = "a", name = "A" }
top_right = { id = "b", name = "B" }
bottom_left = { id = "c", name = "C" }
bottom_right = { id = "d", name = "D" }
"""


def folder(path: Path, **files: str) -> Path:
    path.mkdir(exist_ok=True)
    for name, text in files.items():
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def test_a_library_holds_the_sound_packs_and_the_problems_of_the_others(tmp_path: Path) -> None:
    ours = folder(
        tmp_path / "ours", mine=GOOD + GRID, broken="id = 1", walk=workshop("walk", "mine")
    )
    library = load_library([ours, tmp_path / "not-there"])
    assert list(library.scenarios) == ["mine"]
    assert list(library.workshops) == ["walk"]
    assert {problem.file.name for problem in library.problems} == {"broken.toml"}
    assert library.origins["walk"] == ours / "walk.toml"


def test_a_later_folder_wins_by_id(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID)
    theirs = folder(tmp_path / "theirs", other=GOOD.replace('"Mine"', '"Theirs"') + GRID)
    library = load_library([ours, theirs])
    assert library.scenarios["mine"].title == "Theirs"
    assert library.origins["mine"] == theirs / "other.toml"
    assert library.problems == ()


@pytest.mark.parametrize("broken", ["id = 1", GOOD.replace('"mops"', '"mopz"')])
def test_a_broken_pack_does_not_take_the_place_of_a_sound_one(tmp_path: Path, broken: str) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID, walk=workshop("walk", "mine"))
    library = load_library([ours, folder(tmp_path / "theirs", mine=broken)])
    assert library.origins["mine"] == ours / "mine.toml"
    assert library.problems
    assert "walk" in library.workshops


def test_a_workshop_without_its_scenario_is_left_out(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID, walk=workshop("walk", "mne"))
    library = load_library([ours])
    assert not library.workshops
    (problem,) = library.problems
    assert (problem.code, problem.params["nearest"]) == ("unknown-scenario", "mine")


def test_a_pack_that_falls_takes_with_it_what_leans_on_it(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD, walk=workshop("walk", "mine"))
    library = load_library([ours])
    assert (dict(library.scenarios), dict(library.workshops)) == ({}, {})
    assert [problem.code for problem in library.problems] == ["unknown-grid", "unknown-scenario"]


def test_two_files_of_one_folder_cannot_share_an_id(tmp_path: Path) -> None:
    library = load_library([folder(tmp_path / "ours", a=GOOD + GRID, b=GOOD + GRID)])
    (problem,) = library.problems
    assert (problem.code, problem.file.name, problem.params["other"]) == (
        "id-taken",
        "b.toml",
        "a.toml",
    )
    assert library.origins["mine"].name == "a.toml"


def test_hidden_files_and_other_files_are_passed_over(tmp_path: Path) -> None:
    ours = folder(tmp_path / "ours", mine=GOOD + GRID)
    (ours / "._mine.toml").write_bytes(b"\0\0")
    (ours / "notes.md").write_text("no pack", encoding="utf-8")
    assert load_library([ours]).problems == ()


def test_a_folder_that_is_a_file_is_a_problem_not_a_traceback(file: Path) -> None:
    assert [problem.code for problem in load_library([file]).problems] == ["unreadable"]


def test_references_to_other_packs_are_checked_against_a_library(
    file: Path, tmp_path: Path
) -> None:
    library = load_library([folder(tmp_path / "ours", other=GOOD.replace("mine", "other") + GRID)])
    assert problems(file, GOOD, library) == []
    (unknown,) = problems(file, GOOD.replace('"mops"', '"mop"'), library)
    assert (unknown.code, unknown.params["nearest"]) == ("unknown-grid", "mops")
    assert problems(file, GOOD.replace('"mops"', '"mop"'), None) == []


@pytest.mark.parametrize("pack_id", ["mine", "a", "first-quarter-review-of-everything-we-do"])
def test_the_starting_file_is_itself_a_sound_pack(file: Path, pack_id: str) -> None:
    library = load_library([])
    assert problems(file, template(pack_id), library) == []
    assert read_pack(file).id == pack_id
