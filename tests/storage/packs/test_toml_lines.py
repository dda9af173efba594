"""Finding the line of a key in TOML text."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.storage.packs.toml_lines import KeyPath, lines_in, nearest_line

TEXT = '''\
# comment [not.a.table]
title = "a # no comment"
"quoted key" = 1
brief = """
[not a table]
key = "no key"
"""
literal = \'\'\'
x = 1
\'\'\'

[one.two]
deep.er = true
'sin.gle' = { inner = 1, "other" = [ 1, 2 ] }

[[question]]
id = "first"

[[question.option]]
id = "a"
goodies = [
  { id = "x", text = "}], #" },
  # between
  { id = "y", text = 'z' }, { id = "w" },
]

[[question.option]]
id = "b"

[[question]]
id = "second"

[[question.option]]
id = "c"

[question.mirror]
shares = { yes = 1 }
'''


def line_of(text: str, path: KeyPath) -> int:
    return nearest_line(lines_in(text), path)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("brief",), 4),
        (("literal",), 8),
        (("one", "two"), 12),
        (("one", "two", "deep", "er"), 13),
        (("one", "two", "sin.gle", "other", 1), 14),
        (("question",), 16),
        (("question", 0, "option", 0, "goodies", 0, "text"), 22),
        (("question", 0, "option", 0, "goodies", 1), 24),
        (("question", 0, "option", 0, "goodies", 2, "id"), 24),
        (("question", 0, "option", 1, "id"), 28),
        (("question", 1, "id"), 31),
        (("question", 1, "option", 0), 33),
        (("question", 1, "mirror", "shares", "yes"), 37),
    ],
)
def test_each_key_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("question", 0, "option", 1, "label"), 27),
        (("question", 7, "id"), 16),
        (("nowhere", "at", "all"), 1),
        ((), 1),
    ],
)
def test_what_is_missing_is_pointed_at_through_its_nearest_ancestor(
    path: tuple[str | int, ...], line: int
) -> None:
    assert line_of(TEXT, path) == line


def test_windows_line_ends_count_as_one() -> None:
    assert line_of(TEXT.replace("\n", "\r\n"), ("question", 1, "id")) == 31


def test_a_mark_at_the_end_of_a_long_string_belongs_to_it() -> None:
    text = "a = \"\"\"he said \"no\"\"\"\"\nb = '''it's''''\nc = 1\n"
    assert tomllib.loads(text)["c"] == 1
    assert line_of(text, ("c",)) == 3


def test_escapes_in_a_quoted_key_are_read() -> None:
    text = 'x = 1\n"a\\u0062\\"" = 2\n'
    assert set(tomllib.loads(text)) == {"x", 'ab"'}
    assert line_of(text, ('ab"',)) == 2


@given(st.text(alphabet="ab.=[]{}\"'#\n\\, 1", max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    line_of(text, ("a", 0, "b"))


def paths(value: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [here] if here else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += paths(inner, (*here, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += paths(inner, (*here, index))
    return found


KEYS = st.text(alphabet="ab.\"# 'é", min_size=1, max_size=4)
VALUES = st.recursive(
    st.one_of(st.integers(-9, 9), st.booleans(), st.text(alphabet="ab\"'#[]{}=\n\\", max_size=8)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.booleans())
def test_every_path_that_tomllib_sees_has_a_line(data: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    assert set(paths(tomllib.loads(text))) <= set(lines_in(text))


def test_a_text_that_breaks_off_keeps_the_lines_before() -> None:
    assert line_of('a = 1\nb = "', ("a",)) == 1
    assert line_of("x = " + "[" * 5000 + "\n", ("x",)) == 1
