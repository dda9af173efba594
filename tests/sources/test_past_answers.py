"""How one's own rooms answered: the very same question, revealed, by people."""

from __future__ import annotations

from pathlib import Path

from support.rehearsed import rehearsal_file
from support.results import Room, choices

from mops_tui.model.packs.digest import question_digest
from mops_tui.model.session import events as ev
from mops_tui.sources.past_answers import MOST, room_answers, saved_rooms
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes

WHERE = "demo/where"


def keep(room: Room, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    head = header_bytes(room.header)
    opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
    path.write_bytes(head + b"".join(map(encode, (opening, *room.events[1:]))))
    return path


def digest() -> str:
    question = Room().header.workshop.question(WHERE)
    assert question is not None
    return question_digest(question)


def test_a_revealed_round_is_told_with_title_and_day(tmp_path: Path) -> None:
    keep(Room(4).round(WHERE, choices("aaab")), tmp_path / "one.toml")
    [found] = room_answers(saved_rooms(tmp_path), WHERE, digest())
    assert (found.title, found.day) == ("Our morning", "2026-11-02")
    assert found.result.n == 4
    assert found.result.distribution is not None
    assert found.result.distribution.counts == (3, 1, 0)


def test_the_last_round_that_was_revealed_counts(tmp_path: Path) -> None:
    room = Room(4).round(WHERE, choices("aaab")).round(WHERE, choices("bbbb"), 2)
    keep(room, tmp_path / "one.toml")
    [found] = room_answers(saved_rooms(tmp_path), WHERE, digest())
    assert found.result.distribution is not None
    assert found.result.distribution.counts == (0, 4, 0)


def test_what_was_never_revealed_stays_secret(tmp_path: Path) -> None:
    room = Room(2).open(WHERE).vote(WHERE, "p1", option="a").vote(WHERE, "p2", option="a")
    keep(room.close(WHERE), tmp_path / "one.toml")
    rooms = saved_rooms(tmp_path)
    assert len(rooms) == 1
    assert room_answers(rooms, WHERE, digest()) == ()


def test_another_wording_or_another_question_is_another_matter(tmp_path: Path) -> None:
    keep(Room(4).round(WHERE, choices("aaab")), tmp_path / "one.toml")
    rooms = saved_rooms(tmp_path)
    assert room_answers(rooms, WHERE, "0" * 12) == ()
    assert room_answers(rooms, "demo/nothing", digest()) == ()


def test_a_simulated_room_is_nobodys_own(tmp_path: Path) -> None:
    rehearsal_file(tmp_path / "rehearsal.toml")
    keep(Room(session="rehearsal").round(WHERE, choices("")), tmp_path / "r.toml")
    keep(Room(session="practice"), tmp_path / "p.toml")
    assert saved_rooms(tmp_path) == ()


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("hello")
    torn = keep(Room(4).round(WHERE, choices("aaab")), tmp_path / "torn.toml")
    torn.write_bytes(torn.read_bytes() + b"[[event]]\nseq = 99")
    assert len(saved_rooms(tmp_path)) == 1
    assert saved_rooms(tmp_path / "nowhere") == ()


def test_only_the_latest_are_looked_at(tmp_path: Path) -> None:
    for n in range(MOST + 3):
        keep(Room(2, id=f"s-{n}"), tmp_path / f"{n}.toml")
    keep(Room(2, id="s-0"), tmp_path / "0 (1).toml")  # a copy is no room of its own
    assert len(saved_rooms(tmp_path)) == MOST


def test_private_notes_do_not_come_along(tmp_path: Path) -> None:
    room = Room(2).add(ev.NoteRecorded(note="n", text="Hush", private=True))
    keep(room, tmp_path / "one.toml")
    [(_title, _day, state)] = saved_rooms(tmp_path)
    assert not state.notes
