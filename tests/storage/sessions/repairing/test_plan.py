from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.journals import short

from mops_tui.model.session.events import Lost, NoteRecorded
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.recovery import check
from mops_tui.storage.sessions.repairing.repair import Plan, plan, repair

HEADER = short.header
EVENTS = short.numbered(*[NoteRecorded(note=f"n{n}", text=f"Note {n}") for n in range(30)])
BLOCKS = [encode(event) for event in EVENTS]
WHOLE = HEADER + b"".join(BLOCKS)
OTHER = [
    encode(event)
    for event in short.numbered(
        *[NoteRecorded(note=f"f{n}", text=f"Foreign {n}") for n in range(30)], crc="deadbeef"
    )
]
EDITED = BLOCKS[4].replace(b"Note 3", b"Note x")


def planned(folder: Path, *blocks: bytes, head: bytes = HEADER) -> Plan:
    path = folder / "one.toml"
    path.write_bytes(head + b"".join(blocks))
    made = plan(path)
    path.write_bytes(made.new)
    assert check(path) == ()
    assert plan(path).new == made.new
    return made


def told(made: Plan) -> list[tuple[str, int, int]]:
    return [(step.code, step.first, step.last) for step in made.steps]


@given(st.data())
@examples(60)
def test_sealed_blocks_in_any_order_and_number_give_the_file_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    blocks = [encode(event) for event in short.sample()]
    more = data.draw(st.lists(st.sampled_from(blocks), max_size=6))
    mixed = data.draw(st.permutations([*blocks, *more]))
    made = planned(tmp_path_factory.getbasetemp(), *mixed)
    assert made.new == HEADER + b"".join(blocks)
    assert not made.seqs("marked-lost", "sealed", "time-set", "opening-made")


@given(st.integers(), st.sets(st.integers(1, 29), max_size=8), st.sets(st.integers(1, 29)))
@examples(60)
def test_only_what_no_sound_block_gives_is_lost(
    tmp_path_factory: pytest.TempPathFactory, seed: int, gone: set[int], edited: set[int]
) -> None:
    kept = [block for n, block in enumerate(BLOCKS) if n not in gone]
    kept += [BLOCKS[n].replace(b"Note", b"Edit") for n in edited - gone]
    random.Random(seed).shuffle(kept)
    path = tmp_path_factory.getbasetemp() / "one.toml"
    made = planned(path.parent, *kept)
    last = max(n for n in range(31) if n not in gone)
    assert set(made.seqs("marked-lost")) == {n + 1 for n in gone if n < last}
    found = journal.read(path).events
    assert [e for e in found if not isinstance(e, Lost)] == [
        e for n, e in enumerate(EVENTS) if n not in gone
    ]


@pytest.mark.parametrize(
    ("blocks", "steps"),
    [
        ([*BLOCKS[:9], BLOCKS[-1], *BLOCKS[9:-1]], [("put-in-order", 31, 31)]),
        (
            [*BLOCKS[:9], BLOCKS[-1], *BLOCKS[9:]],
            [("put-in-order", 31, 31), ("copy-left-out", 31, 31)],
        ),
        ([*BLOCKS[1:], BLOCKS[0]], [("put-in-order", 1, 1)]),
        (BLOCKS[::-1], [("put-in-order", 1, 30)]),
        ([*BLOCKS[:4], EDITED, *BLOCKS[5:], BLOCKS[4]], None),
        ([*BLOCKS[:15], *OTHER[9:20], *BLOCKS[15:]], None),
        ([*BLOCKS[:9], *OTHER[:6], *BLOCKS[9:]], None),
        ([*BLOCKS[:9], *OTHER[:9], *BLOCKS[9:]], None),
        ([*BLOCKS[:5], *OTHER[:25], *BLOCKS[5:]], None),
        ([*OTHER[5:9], *BLOCKS], None),
        ([*BLOCKS, *OTHER[5:9]], None),
        ([BLOCKS[0], OTHER[0], *BLOCKS[1:]], None),
        ([*BLOCKS[:9], b"[[event]]\n" * 5, *BLOCKS[9:]], None),
        ([*BLOCKS[:9], b"Dear diary,\n", *BLOCKS[9:]], [("bytes-left-out", 0, 0)]),
    ],
)
def test_sealed_events_survive(
    tmp_path: Path, blocks: list[bytes], steps: list[tuple[str, int, int]] | None
) -> None:
    made = planned(tmp_path, *blocks)
    assert made.new == WHOLE
    assert made.steps
    assert steps is None or told(made) == steps


def test_of_two_sealed_events_the_one_between_its_neighbours_stands(tmp_path: Path) -> None:
    made = planned(tmp_path, *BLOCKS[:20], OTHER[8], *BLOCKS[20:])
    (step,) = made.steps
    assert (step.code, step.first) == ("other-left-out", 9)
    lines = made.old.split(b"\n")
    assert lines[int(str(step.params["stands"])) - 1] == b"[[event]]"
    assert lines[int(str(step.params["stands"]))] == b"seq = 9"


def test_what_an_earlier_repair_lost_counts_again_once_it_is_there(tmp_path: Path) -> None:
    lost = [encode(Lost(seq=seq, t=(seq - 1) / 4)) for seq in range(4, 32)]
    made = planned(tmp_path, *BLOCKS[:3], *lost, *BLOCKS[3:])
    assert made.new == WHOLE
    assert told(made) == [("lost-replaced", 4, 31)]


def test_another_file_pasted_whole_is_left_out(tmp_path: Path) -> None:
    made = planned(tmp_path, *BLOCKS, HEADER.replace(b"s-1", b"s-2"), *OTHER)
    assert made.new == WHOLE
    assert [code for code, _, _ in told(made)] == ["bytes-left-out", "foreign-left-out"]


@pytest.mark.parametrize("t", [0.1, 9000.0])
def test_a_time_that_does_not_fit_changes_no_other(tmp_path: Path, t: float) -> None:
    wrong = encode(EVENTS[9].model_copy(update={"t": t}))
    made = planned(tmp_path, *BLOCKS[:9], wrong, *BLOCKS[10:])
    assert told(made) == [("time-set", 10, 10)]
    times = [event.t for event in journal.parse(made.new).events]
    assert times == [e.t if e.seq != 10 else EVENTS[8].t for e in EVENTS]


def test_thousands_of_empty_blocks_are_no_events(tmp_path: Path) -> None:
    made = planned(tmp_path, *BLOCKS, b"[[event]]\n" * 3000 + b"\n")
    assert made.new == WHOLE


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "one.toml", tmp_path / "two.toml"
    path.write_bytes(HEADER + b"".join(BLOCKS[::-1]))
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    done = repair(link)
    assert link.is_symlink()
    assert path.read_bytes() == WHOLE
    assert done.backup == path.with_name("one.toml.bak")


def test_where_nothing_tells_two_runs_apart_the_first_stands_and_it_is_said(tmp_path: Path) -> None:
    made = planned(tmp_path, *BLOCKS[:9], *OTHER[9:20], *BLOCKS[9:])
    assert told(made) == [("other-left-out", 10, 20)]
    assert b"Foreign" in made.new
