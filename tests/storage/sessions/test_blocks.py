from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import examples
from support.journals import HOSTILE, any_event, events_of

from mops_tui.model.session.events import (
    KINDS,
    Event,
    Lost,
    NoteRecorded,
    TimerStarted,
    VoteCast,
    parse,
)
from mops_tui.storage.sessions import blocks
from mops_tui.storage.sessions.blocks import crc_of, encode, scan


def tables(data: bytes) -> list[Any]:
    return [block.table for block in scan(data)]


def sealed(body: bytes) -> bytes:
    """A block with any text in it and the right checksum."""
    return body + f'crc = "{crc_of(body)}"\n\n'.encode()


def test_a_block_looks_as_documented() -> None:
    event = VoteCast(seq=17, t=312.4051, question="demo/where", round=1, participant="p1")
    text = encode(event).decode()
    assert text.startswith('[[event]]\nseq = 17\nt = 312.405\nkind = "vote-cast"\n')
    body, _, rest = text.partition("crc = ")
    assert rest == f'"{crc_of(body.encode())}"\n\n'


@pytest.mark.parametrize("kind", sorted(KINDS))
@examples(15)
@given(data=st.data())
def test_every_kind_round_trips(kind: str, data: st.DataObject) -> None:
    event = data.draw(events_of(KINDS[kind]))
    written = encode(event)
    (block,) = scan(written)
    assert block.crc_ok
    assert block.whole
    assert block.table is not None
    assert parse(block.table) == event
    assert block.end == len(written)


@settings(deadline=None)
@given(events=st.lists(any_event, max_size=12))
def test_many_blocks_are_what_toml_says(events: list[Event]) -> None:
    data = b"".join(encode(event) for event in events)
    found = list(scan(data))
    whole = tomllib.loads(data.decode()).get("event", [])
    for table in whole:
        del table["crc"]
    assert [block.table for block in found] == whole
    assert [parse(table) for table in whole] == events
    assert [data[block.offset : block.offset + 9] for block in found] == [b"[[event]]"] * len(found)
    for block in found:
        assert data[: block.offset].count(b"\n") + 1 == block.line


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_on_one_line(text: str) -> None:
    event = NoteRecorded(seq=1, note="n", text=text)
    written = encode(event)
    assert written.count(b"\n[[event]]") == 0
    assert written.count(b"\ncrc = ") == 1
    (block,) = scan(written)
    assert block.table is not None
    assert parse(block.table) == event


def test_lone_surrogates_are_replaced() -> None:
    event = NoteRecorded(note="n", text="x").model_copy(update={"text": "a\ud800b \ud83d\ude00"})
    (table,) = tables(encode(event))
    assert table["text"] == "a\ufffdb 😀"


def test_surrogates_in_arrays_are_replaced() -> None:
    vote = VoteCast(question="q", round=1, participant="p")
    (table,) = tables(encode(vote.model_copy(update={"ideas": ("\udfff",)})))
    assert table["ideas"] == ["\ufffd"]


def test_floats_have_three_decimals() -> None:
    (table,) = tables(encode(TimerStarted(t=1.23456, seconds=2.34567)))
    assert table["t"] == 1.235
    assert table["seconds"] == 2.346


def lost(seq: int) -> bytes:
    return encode(Lost(seq=seq))


def test_a_changed_block_is_read_and_not_sealed() -> None:
    data = lost(1) + lost(2).replace(b"t = 0.0", b"t = 9.0") + lost(3)
    assert [(b.crc_ok, b.whole, b.table["t"]) for b in scan(data) if b.table] == [
        (True, True, 0.0),
        (False, True, 9.0),
        (True, True, 0.0),
    ]


def test_a_block_without_its_crc_line_is_read_unless_it_is_the_last() -> None:
    bare = b'[[event]]\nseq = 2\nt = 0.0\nkind = "lost"\n\n'
    found = list(scan(lost(1) + bare + lost(3)))
    assert [(b.crc_ok, b.whole, b.table is not None) for b in found][1] == (False, True, True)
    torn = list(scan(lost(1) + bare))[-1]
    assert (torn.whole, torn.table) == (False, None)


def test_bytes_between_blocks_are_a_stretch_of_their_own() -> None:
    data = lost(1) + b"seq = 2\nkind\n" + lost(3)
    found = list(scan(data))
    assert [b.table is None for b in found] == [False, True, False]
    assert found[1].offset == found[0].end
    assert found[1].end == found[2].offset


def test_comments_and_blank_lines_after_a_block_belong_to_it() -> None:
    data = lost(1) + b"# said by Ana\n\n \t\n" + lost(2)
    first, second = scan(data)
    assert first.end == second.offset
    assert second.line == data[: second.offset].count(b"\n") + 1


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_missing_blank_line_makes_no_torn_block(end: bytes) -> None:
    data = lost(1) + lost(2).rstrip(b"\n") + end
    assert [(b.crc_ok, b.whole) for b in scan(data)] == [(True, True)] * 2


def test_windows_newlines_are_no_change() -> None:
    data = (lost(1) + lost(2)).replace(b"\n", b"\r\n")
    assert [(b.crc_ok, b.whole, b.table is None) for b in scan(data)] == [(True, True, False)] * 2


def test_scan_goes_on_from_where_it_was() -> None:
    data = lost(1) + lost(2)
    first = next(scan(data))
    (second,) = scan(data, first.end, 7)
    assert second.table == {"seq": 2, "t": 0.0, "kind": "lost"}
    assert second.line == 7


STRANGE = (
    b"[[event]]\nseq = 1\n[[event]]\nseq = 2\n",
    b"[[event]]\nseq = 1\n[other]\na = 1\n",
    b'[[event]]\ntext = """\n',
    b'[[event]]\ntext = """\n[[event]]\n"""\n',
    b"[[event]]\na = [\n",
    b"[[event]]\na = 1\na = 2\n",
    b"[[event]]\na.b = 1\n",
    b"[[event]]\n[event.sub]\nc = 1\n",
    b"[[event]]\na = null\n",
    b"[[event]]\na = NaN\n",
    b'[[event]]\na = "\\/"\n',
    b'[[event]]\na = "\\ud83d\\ude00"\n',
    b'[[event]]\na = {"b": 1}\n',
    b"[[event]]\na = 0x10\nb = 1_000\nc = 'x'\nd = +1\ne = -0\nf = 1e3\ng = nan\n",
    b"[[event]]\na = 01\n",
    b'[[event]]\na = "\x01"\n',
    b'[[event]]\na = "\x7f"\n',
    b'[[event]]\na = "\xff"\n',
    b'[[event]]\n"a" = 2026-11-02T09:30:00Z\n',
    b"[[event]]\na = [\n    1,\n    2,\n]\nb = [1, 2]\nc = []\n",
    b"[[event]]\na = " + b"[" * 3000 + b"\n",
    b"[[event]]\na = " + b"9" * 5000 + b"\n",
    b"[[event]]\n\n# a comment\na = 1 # another\n",
    b"[[event]]\n_ = 1\n",
    b"[[event]]\ntrue = true\n",
    b"[[event]]\na = -0\nb = -0.0\nc = 1e22\nd = 123456789012345678901\n",
    b'[[event]]\na = "\\u00e9\\u0000\t\\b"\n',
    b'[[event]]\na = "\\u0041\\U0001F600"\n',
    b"[[event]]\na = [\n    1,\n    2\n]\n",
    b'[[event]]\na = [\n    "x,",\n]\nb = []\n',
    b"[[event]]\na = 1.\n",
    b"[[event]]\nA = 1\na-b = 2\n",
    b"[[event]]\na  = 1\n",
    b"[[event]]\n",
    b"[[event]]\na = true\nb = false\nc = True\n",
)


@examples(100)
@given(parts=st.lists(st.sampled_from(STRANGE) | any_event.map(encode), max_size=5))
def test_reading_many_at_once_gives_what_reading_one_by_one_gives(parts: list[bytes]) -> None:
    data = b"".join(part if b"\ncrc = " in part else sealed(part) for part in parts)
    together = list(scan(data))
    alone = [replace(b, table=tables(data[b.offset : b.end])[0]) for b in together]
    assert repr(together) == repr(alone)  # nan is not equal to itself


@pytest.mark.parametrize("part", STRANGE)
def test_one_strange_block_is_what_toml_says(part: bytes) -> None:
    (block,) = list(scan(sealed(part)))[:1]
    try:
        root = tomllib.loads(part.decode())
    except (ValueError, RecursionError):
        expected = None
    else:
        fine = list(root) == ["event"] and len(root["event"]) == 1
        expected = root["event"][0] if fine else None
    assert repr(block.table) == repr(expected)


@pytest.mark.parametrize("kind", sorted(KINDS))
@examples(10)
@given(data=st.data())
def test_what_this_program_writes_takes_the_fast_way(kind: str, data: st.DataObject) -> None:
    event = data.draw(events_of(KINDS[kind]))
    text = encode(event).rpartition(b"crc = ")[0]
    assert blocks._events_of_ours(text) == blocks._events(text) != []


SPLINTERS = [*"\n\"\\ =[]{},:0e.-+_#'\t\x7f\u2028", "[[event]]\n", "\nt = 1\n", "\\u0", "null"]


@examples(120)
@given(
    events=st.lists(any_event, min_size=1, max_size=3),
    places=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(SPLINTERS), st.booleans()), max_size=3
    ),
)
def test_the_fast_way_says_what_toml_says_or_nothing(
    events: list[Event], places: list[tuple[float, str, bool]]
) -> None:
    parts = [encode(event).rpartition(b"crc = ")[0] for event in events]
    text = b"".join(parts).decode()
    for where, splinter, over in places:
        at = int(where * len(text))
        text = text[:at] + splinter + text[at + (len(splinter) if over else 0) :]
    data = text.encode()
    fast = blocks._events_of_ours(data)
    assert not fast or repr(fast) == repr(blocks._events(data))
