"""What a later version writes within format 1: kept, named, counted in nothing, never repaired."""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.journals import any_event, file_of, numbered, sample
from support.later import KEYS, KIND_NAMES, block, sealed_header, with_keys
from support.sessions import OPENED, header

from mops_tui.model.session.condition import Unknown
from mops_tui.model.session.events import (
    Event,
    LaterEvent,
    NoteRecorded,
    ParticipantJoined,
    SessionClosed,
    stamp,
)
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import change
from mops_tui.sources.follow import Follower
from mops_tui.sources.live import LiveSession
from mops_tui.sources.many import read_one
from mops_tui.sources.saved import read_saved
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.copies import family
from mops_tui.storage.sessions.recovery import check, recover
from mops_tui.storage.sessions.repairing.repair import plan, repair
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.usecases.check import check_file

HEADER = journal.header_bytes(header())
JOINED = stamp(ParticipantJoined(participant="p1", name="Ana", seat=1), 2, 1.0)
NEXT = block(seq=3, t=2.0, kind="mood-taken", moods=["calm", "loud"], part_of=2)
TAIL = stamp(NoteRecorded(note="n", text="hello"), 4, 3.0)
SEALED = sealed_header(HEADER)
DATA = SEALED + with_keys(JOINED, {"pronouns": "she"}) + NEXT + encode(TAIL)
UNKNOWN = Unknown(events=((3, "mood-taken"),), keys=((2, "pronouns"),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "s-1.toml"
    path.write_bytes(DATA)
    return path


def test_the_rest_is_read_and_what_is_unknown_is_named(path: Path) -> None:
    reading = journal.read(path)
    assert reading.damage is None
    assert reading.writable
    assert [event.seq for event in reading.events] == [1, 2, 3, 4]
    assert isinstance(reading.events[2], LaterEvent)
    assert reading.condition.unknown == UNKNOWN
    assert reading.condition.until(2).unknown == Unknown(keys=((2, "pronouns"),))
    plain = numbered(JOINED, TAIL)
    state = fold(reading.header, reading.events)
    assert state.participants == fold(header(), plain).participants
    assert state.notes.keys() == {"n"}
    assert state.ignored == ()


def test_check_says_it_in_one_sentence_and_finds_no_fault(path: Path) -> None:
    assert check(path) == ()
    right, lines = check_file(path, repair=True)
    assert right
    assert lines == (
        f"{path}: a sound session.",
        f"{path}: Written by a newer version of mops_tui, and not known here: 1 event (mood-taken),"
        " 1 key (pronouns). It stays in the file, and is in no figure.",
    )
    assert path.read_bytes() == DATA
    assert os.listdir(path.parent) == ["s-1.toml"]  # noqa: PTH208 - hidden ones too


def test_it_can_be_gone_on_with_and_stays(path: Path) -> None:
    session = LiveSession.resume(path, clock=lambda: 60.0)
    assert session.unknown == UNKNOWN
    assert session.rescue((), 5.0).saved  # it has been resumed, and rests again
    data = path.read_bytes()
    assert data.startswith(DATA)
    assert journal.read(path).events[-1].seq == 6 == data.count(b"\n[[event]]\n")


def test_every_reader_reads_past_it(path: Path) -> None:
    assert read_saved(path).condition.unknown == UNKNOWN
    assert read_one(path).condition.unknown == UNKNOWN
    assert len(read_one(path).state.participants) == 1
    follower = Follower(path, path.parent)
    assert follower.poll()
    assert follower.state is not None
    assert follower.state.seq == 4
    found = summary_of(path)
    assert found is not None
    assert found.trouble is None
    assert found.latest == OPENED + timedelta(seconds=3)


def test_what_follows_the_end_of_a_session_does_not_reopen_it(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    after = block(seq=3, t=9.0, kind="praise-given")
    path.write_bytes(SEALED + encode(stamp(SessionClosed(), 2, 5.0)) + after)
    found = summary_of(path)
    assert found is not None
    assert found.finished
    assert found.latest == OPENED + timedelta(seconds=9)


def test_a_torn_tail_behind_it_is_cut_and_it_is_not(path: Path) -> None:
    path.write_bytes(DATA[: -len(encode(TAIL))] + b"[[event]]\nseq = 4\nt = 3.")
    done = recover(path)
    assert done is not None
    assert path.read_bytes() == DATA[: -len(encode(TAIL))]
    torn = NEXT[: NEXT.index(b"crc")]
    path.write_bytes(SEALED + encode(JOINED) + torn)
    assert recover(path) is not None
    assert path.read_bytes() == SEALED + encode(JOINED)


def test_copies_are_told_apart_by_it(path: Path, tmp_path: Path) -> None:
    (tmp_path / "s-1 (1).toml").write_bytes(DATA[: DATA.index(NEXT)])
    found = family(path)
    assert found is not None
    assert found.path == path
    assert [(copy.lacks, copy.own) for copy in found.copies] == [(2, 0)]


def test_a_repair_of_what_is_beside_it_leaves_it_as_it_is(path: Path) -> None:
    path.write_bytes(DATA.replace(b"hello", b"HELLO") + b"\0\0 nonsense\n")
    repair(path)
    data = path.read_bytes()
    assert NEXT in data
    assert with_keys(JOINED, {"pronouns": "she"}) in data
    assert check(path) == ()


def test_in_the_wrong_place_it_is_moved_and_only_its_time_is_set(path: Path) -> None:
    path.write_bytes(SEALED + NEXT + encode(JOINED) + encode(TAIL))
    repair(path)
    assert path.read_bytes() == SEALED + encode(JOINED) + NEXT + encode(TAIL)
    early = block(seq=4, t=0.5, kind="mood-taken", moods=["t = 2", "loud"], part_of=2)
    path.write_bytes(SEALED + encode(JOINED) + encode(stamp(TAIL, 3, 2.0)) + early)
    repair(path)
    assert early.replace(b"t = 0.5\n", b"t = 2.0\n")[:-20] in path.read_bytes()
    assert check(path) == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"calm"', b'"cold"', "unknown-kind"),  # nobody can tell what it was
        (b'name = "Ana"', b'name = "Eva"', "edited-key"),
    ],
)
def test_what_a_hand_has_touched_is_said_to_be(
    path: Path, old: bytes, new: bytes, code: str
) -> None:
    path.write_bytes(DATA.replace(old, new))
    assert code in {one.code for one in check(path)}


def test_a_key_that_is_misspelt_is_an_edit_and_stays_one_when_it_is_sealed(path: Path) -> None:
    path.write_bytes(SEALED + encode(JOINED).replace(b"name =", b"nmae =") + encode(TAIL))
    (found,) = [one for one in check(path) if one.code == "edited-key"]
    assert found.params == {"key": "nmae"}
    assert journal.read(path).condition.unknown == Unknown()
    path.write_bytes(SEALED + encode(JOINED).replace(b"name =", b"nmae ="))
    repair(path)
    assert b'nmae = "Ana"\n' in path.read_bytes()
    reading = journal.read(path)
    assert check(path) == ()
    assert reading.condition.edited == (2,)


# --- the header


def of_header(data: bytes) -> bytes:
    return sealed_header(data) + encode(JOINED)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (b"[policy]\n", b'mood = "calm"\n[policy]\n', "mood"),
        (b"[policy]\n", b"[policy]\nsilent_minutes = 2\n", "policy.silent_minutes"),
        (b"[workshop]\n", b'[workshop]\ncolour = "red"\n', "workshop.colour"),
        (
            b'kind = "choice"\n',
            b'kind = "choice"\nsecret = true\n',
            "workshop.scenario.1.question.1.secret",
        ),
        (
            b'picture = "map"\n',
            b'picture = "globe"\n',
            "workshop.scenario.1.question.1.picture",
        ),
    ],
)
def test_keys_of_a_header_are_left_aside_and_named(
    path: Path, old: bytes, new: bytes, key: str
) -> None:
    data = of_header(HEADER.replace(old, new, 1))
    assert new in data
    path.write_bytes(data)
    reading = journal.read(path)
    assert reading.condition.unknown == Unknown(keys=((0, key),))
    assert not reading.header_edited
    assert check(path) == ()
    assert plan(path).steps == ()
    assert read_one(path).condition.unknown == Unknown(keys=((0, key),))
    found = summary_of(path)
    assert found is not None
    assert found.trouble is None


def test_a_question_of_a_kind_of_next_year_is_left_out_with_its_votes(path: Path) -> None:
    vote = block(
        seq=3, t=2.0, kind="vote-cast", question="demo/where", round=1, participant="p1",
        via="seat", spots=[1, 2],
    )  # fmt: skip
    data = of_header(HEADER.replace(b'kind = "choice"', b'kind = "spots"', 1)) + vote
    path.write_bytes(data)
    reading = journal.read(path)
    unknown = reading.condition.unknown
    assert unknown.questions == ("demo/where",)
    assert unknown.keys == ((3, "spots"),)
    assert reading.header.workshop.question("demo/where") is None
    assert reading.header.workshop.question("demo/points") is not None
    assert "1 question (demo/where)" in check_file(path, repair=False)[1][1]
    repair(path)
    assert path.read_bytes() == data


def test_of_a_scenario_without_any_known_question_nothing_is_left(path: Path) -> None:
    lines = HEADER.split(b"\n")
    strange = b"\n".join(
        b'kind = "later"' if line.startswith(b"kind = ") and line != b'kind = "scenario"' else line
        for line in lines
    )
    path.write_bytes(of_header(strange))
    reading = journal.read(path)
    assert len(reading.condition.unknown.questions) == strange.count(b'kind = "later"')
    assert not reading.header.workshop.scenarios


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[policy]", b"[polices]"),
        (b"anonymity = ", b"anonimity = "),
        (b"[policy]\n", b'mood = "calm"\n[policy]\n'),
    ],
)
def test_in_a_header_that_a_hand_has_touched_no_key_is_passed_over(
    path: Path, old: bytes, new: bytes
) -> None:
    path.write_bytes(DATA.replace(old, new, 1))
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "bad-header"


LATER_TABLE = HEADER + b"[later]\nx = 1\n"


def test_a_table_behind_the_workshop_is_named_by_the_quick_way_too(path: Path) -> None:
    path.write_bytes(of_header(LATER_TABLE))
    assert journal.read(path).condition.unknown == Unknown(keys=((0, "later"),))
    assert read_one(path).condition.unknown == Unknown(keys=((0, "later"),))


def spoilt_openings(header: bytes) -> dict[str, bytes]:
    """Files whose first event is damaged in one way or another."""
    opening = sealed_header(header)[len(header) :]
    rest = encode(JOINED)
    return {
        "kind": header + opening.replace(b"session-opened", b"session-openfd") + rest,
        "crc": header + opening[:-4] + b"z" + opening[-3:] + rest,
        "header_crc": header + re.sub(rb'header_crc = ".', b'header_crc = "z', opening) + rest,
        "torn": header + opening[: opening.index(b"header_crc") + 4],
        "zeroed": header + b"\0" * len(opening),
        "missing": header + rest,
    }


@pytest.mark.parametrize("what", spoilt_openings(HEADER))
def test_where_the_first_event_cannot_be_read_all_of_it_is_kept(path: Path, what: str) -> None:
    plain = journal.parse(spoilt_openings(HEADER)[what])
    path.write_bytes(spoilt_openings(LATER_TABLE)[what])
    reading = journal.read(path)
    assert reading.condition.unknown.keys == ((0, "later"),)
    assert reading.header == plain.header
    assert len(reading.events) == len(plain.events)
    assert reading.header_edited == plain.header_edited == (what == "header_crc")
    assert any("1 key (later)" in line for line in check_file(path, repair=True)[1])
    assert path.read_bytes().startswith(LATER_TABLE)
    assert check(path) == ()
    mended = journal.read(path)
    assert mended.condition.unknown.keys == ((0, "later"),)
    assert mended.header_edited == plain.header_edited


@pytest.mark.parametrize(
    ("old", "new"), [(b"[policy]", b"[polices]"), (b"anonymity = ", b"anonimity = ")]
)
@pytest.mark.parametrize("what", spoilt_openings(HEADER))
def test_no_damage_makes_a_misspelt_anonymity_a_key_of_next_year(
    path: Path, what: str, old: bytes, new: bytes
) -> None:
    spoilt = spoilt_openings(HEADER)[what].replace(old, new, 1)
    path.write_bytes(spoilt)
    with pytest.raises(SessionError):
        journal.read(path)
    (line,) = check_file(path, repair=False)[1]
    assert "if a newer version of mops_tui wrote it, leave it" in line


def test_a_first_event_whose_opening_line_is_spoilt_is_no_part_of_the_header(path: Path) -> None:
    path.write_bytes(DATA.replace(b"[[event]]", b"[[evenx]]", 1))
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "bad-header"


def test_an_anonymity_of_next_year_is_not_guessed_at(path: Path) -> None:
    path.write_bytes(of_header(HEADER.replace(b'"named"', b'"masked"', 1)))
    with pytest.raises(SessionError) as caught:
        journal.read(path)
    assert caught.value.code == "bad-header"


# --- anything anywhere


@st.composite
def mixed(draw: st.DrawFn) -> tuple[tuple[Event, ...], list[bytes]]:
    """A journal of today, and the same with what a later version might have written into it."""
    events = draw(st.lists(any_event, max_size=6))
    plain: list[Event] = list(numbered(*events))
    made: list[bytes] = [encode(plain[0])]
    seq = 1
    for at, event in enumerate(plain[1:]):
        if draw(st.booleans()):
            seq += 1
            # At the time of the event before: how long a crashed session rested is its business.
            later = {"seq": seq, "t": plain[at].t, "kind": draw(KIND_NAMES)}
            made.append(block(**later, **draw(KEYS)))
        seq += 1
        moved = stamp(event, seq, event.t)
        made.append(with_keys(moved, draw(KEYS)) if draw(st.booleans()) else encode(moved))
    return tuple(plain), made


@examples(25)
@given(mixed(), st.booleans())
@pytest.mark.slow
def test_whatever_it_is_it_outlives_reading_appending_and_repairing(
    tmp_path_factory: pytest.TempPathFactory,
    journal_: tuple[tuple[Event, ...], list[bytes]],
    broken: bool,
) -> None:
    plain, blocks = journal_
    path = tmp_path_factory.mktemp("later") / "one.toml"
    data = HEADER + b"".join(blocks)
    path.write_bytes(data)
    assert check(path) == ()
    reading = journal.read(path)
    known = [event for event in reading.events if not isinstance(event, LaterEvent)]
    assert [e.model_copy(update={"seq": 0}) for e in known] == [
        e.model_copy(update={"seq": 0, "part_of": None}) for e in plain
    ]
    state, without = fold(reading.header, reading.events), fold(header(), known)
    assert change(state, seq=0, t=0.0) == change(without, seq=0, t=0.0)
    writer = journal.Writer(path, reading.length)
    more = encode(stamp(NoteRecorded(note="z", text="more"), len(blocks) + 1, 1e6))
    writer.append(more)
    writer.close()
    if broken:
        path.write_bytes(path.read_bytes() + b"= nothing of any use\n\n" + more)
        assert check(path)
        repair(path)
    else:
        assert repair(path).backup is None
    assert path.read_bytes() == data + more
    assert journal.read(path).unknown == reading.unknown


def test_the_sample_has_nothing_unknown() -> None:
    assert not journal.parse(file_of(sample())).condition.unknown
