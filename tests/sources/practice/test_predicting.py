"""What can be predicted of saved sessions: never more than a report shows, whatever lies there."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from support.rehearsed import rehearsal_file
from support.results import Room, choices, levels

from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.session.events import DecisionRecorded, RoomPredicted
from mops_tui.model.session.header import Policy
from mops_tui.report.data import report
from mops_tui.report.input import ReportInput
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.predicting import Pool, RoomQuestion, room_pool
from mops_tui.sources.saved import read_saved
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.words.alone.predicting import (
    answer_names,
    ask_words,
    learnt,
    left_out_words,
    room_words,
    scored,
    who_words,
)
from mops_tui.words.results.figures import percents

WHERE = "demo/where"


def save(room: Room, folder: Path) -> Path:
    path = folder / f"{room.header.id}.toml"
    path.write_bytes(header_bytes(room.header) + b"".join(map(encode, room.events)))
    return path


def predicted(asked: RoomQuestion) -> PracticeAnswer:
    event = RoomPredicted(
        session=asked.session,
        question=asked.ref,
        digest=asked.digest,
        answers=asked.votes.answers[:1],
        points=(10,),
        score=40,
    )
    return PracticeAnswer(datetime(2026, 3, 3, tzinfo=UTC), event)


def pool(folder: Path, *done: RoomQuestion) -> Pool:
    return room_pool(folder, [predicted(one) for one in done])


def test_an_empty_or_a_missing_folder_has_nothing(tmp_path: Path) -> None:
    assert pool(tmp_path) == Pool()
    assert pool(tmp_path / "missing") == Pool()


def test_a_rehearsal_is_a_room_of_ones_own_and_rooms_are_mixed(tmp_path: Path) -> None:
    rehearsal_file(tmp_path / "one.toml")
    rehearsal_file(tmp_path / "two.toml", seed=8)
    found = pool(tmp_path)
    assert len(found.questions) > 6
    first, second = found.questions[:2]
    assert first.session != second.session
    assert first.rehearsal
    assert not found.more
    assert {sum(one.votes.counts) for one in found.questions if one.ref.endswith("/spell")} <= {
        8,
        9,
    }


def test_a_question_that_was_predicted_is_not_asked_as_a_new_one(tmp_path: Path) -> None:
    save(Room(4).round(WHERE, choices("aabb")), tmp_path)
    [asked] = pool(tmp_path).questions
    after = pool(tmp_path, asked)
    assert (after.questions, after.predicted) == ((), 1)


def test_the_same_session_asks_the_same_of_a_list_each_time(tmp_path: Path) -> None:
    ballots = [{"items": ("owner", "training"), "levels": ("absent", "partly")}] * 4
    save(Room(4).round("demo/ready", ballots), tmp_path)
    assert len({pool(tmp_path).questions[0].item for _again in range(3)}) == 1


@pytest.mark.parametrize("anonymity", ["named", "pseudonyms", "anonymous"])
def test_what_is_shown_of_a_room_is_what_its_report_shows(
    tmp_path: Path, anonymity: Anonymity
) -> None:
    """Whatever a small room votes: the counts are the report's, and nobody is named."""
    for n, letters in enumerate(itertools.product("ab- ", repeat=5)):
        if n % 37:
            continue
        room = Room(
            5, roles=("CMO", "CIO"), policy=Policy(anonymity=anonymity), id=f"s-{n}", title="Room"
        )
        room.round(WHERE, choices("".join(letters)))
        room.add(DecisionRecorded(decision="d", scenario="demo", what="We move", why="secret why"))
        path = save(room, tmp_path)
        saved = read_saved(path)
        shown = report(ReportInput(saved.header, saved.state))
        answered = shown["scenarios"][0]["questions"][0]["rounds"]
        found = pool(tmp_path).questions
        path.unlink()
        votes = sum(letter in "ab" for letter in letters)
        voted = sum(letter != " " for letter in letters)
        if votes < 3 or voted < 4:  # under three answers, or under the quorum of 80 %
            assert found == ()
            continue
        [asked] = found
        told = {row["category"]: row["count"] for row in answered[0]["distribution"]}
        assert dict(zip(asked.votes.answers, asked.votes.counts, strict=True)) == told
        words = _words(asked)
        people = shown["people"]["list"]
        assert ("CMO" in words) == bool(people) == (anonymity != "anonymous")
        assert "Person" not in words
        assert "p1" not in words


def _words(asked: RoomQuestion) -> str:
    points = (10, *(0 for _one in asked.votes.answers[1:]))
    lines = (
        room_words(asked), who_words(asked), ask_words(asked),
        *answer_names(asked), *scored(points, asked), *learnt(asked),
    )  # fmt: skip
    return "\n".join(lines)


def test_an_unrevealed_round_of_a_running_session_is_not_there(tmp_path: Path) -> None:
    room = Room(4).open(WHERE)
    for seat in range(1, 5):
        room.vote(WHERE, f"p{seat}", option="a")
    save(room, tmp_path)
    assert pool(tmp_path).questions == ()
    save(room.close(WHERE), tmp_path)
    assert pool(tmp_path).questions == ()


def test_what_cannot_be_read_or_believed_is_left_out_and_said(tmp_path: Path) -> None:
    good = save(Room(4).round(WHERE, choices("aabb")), tmp_path)
    data = good.read_bytes()
    (tmp_path / "junk.toml").write_bytes(b"\xff\xfe junk")
    (tmp_path / "empty.toml").write_bytes(b"")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "torn.toml").write_bytes(data.replace(b'"s-1"', b'"s-2"')[:-40])
    edited = data.replace(b'"s-1"', b'"s-3"').replace(b'option = "b"', b'option = "a"', 1)
    (tmp_path / "edited.toml").write_bytes(edited)
    (tmp_path / "later.toml").write_bytes(data.replace(b"format = 1", b"format = 99", 1))
    found = pool(tmp_path)
    assert [one.session for one in found.questions] == ["s-1"]
    assert found.unread
    assert found.unsure
    said = " ".join(left_out_words(found))
    assert "cannot be read" in said
    assert "something in" in said


def test_reading_stops_when_it_takes_too_long(tmp_path: Path) -> None:
    for n in range(4):
        save(Room(4, id=f"s-{n}").round(WHERE, choices("aabb")), tmp_path)
    clock = itertools.count(0.0, 5.0)
    found = room_pool(tmp_path, [], lambda: next(clock))
    assert 0 < len(found.questions) < 4
    assert (found.more, found.older) == (True, True)
    assert "Older sessions were not looked at." in left_out_words(found)


def test_a_copy_is_no_older_session_and_asks_nothing_twice(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "one.toml")
    alone = room_pool(tmp_path, ())
    (tmp_path / "copy.toml").write_bytes(path.read_bytes())
    pool = room_pool(tmp_path, ())
    assert [one.ref for one in pool.questions] == [one.ref for one in alone.questions]
    assert not pool.more
    assert not left_out_words(pool)


def test_what_the_talk_changed_and_what_was_decided_is_told_by_its_figures(tmp_path: Path) -> None:
    room = Room(4).round(WHERE, choices("aabb")).round(WHERE, choices("abbb"), 2)
    room.add(DecisionRecorded(decision="d", scenario="demo", what="We move to Beta"))
    save(room, tmp_path)
    [asked] = pool(tmp_path).questions
    assert scored((10, 0, 0), asked) == (
        "You placed 50 % of the votes right. An even guess would have got 67 %.",
        "Most off: Alpha. You gave it 100 %, the room 50 %.",
    )
    assert learnt(asked) == (
        "After the talk Alpha had 25 %, before it 50 %.",
        "Written down in the end: “We move to Beta”.",
    )


def test_the_share_of_the_room_is_the_one_at_its_bar(tmp_path: Path) -> None:
    save(Room(9).round(WHERE, choices("aaaabbbcc")), tmp_path)
    [asked] = pool(tmp_path).questions
    bars = percents(asked.votes.counts)
    told = scored((0, 5, 5), asked)[1]
    assert bars == (44, 33, 22)
    assert told == "Most off: Alpha. You gave it 0 %, the room 44 %."


@pytest.mark.parametrize(
    ("first", "again", "words"),
    [
        ("aaaabbbbb", "bbbbbaaaa", "They voted again, and it came out the same."),
        ("a" * 102 + "b" * 198, "a" * 103 + "b" * 197, "… nearly the same."),
        ("aaaabbbbb", "abb", "They voted again, but too few answered to tell of it."),
    ],
)
def test_a_second_round_that_changed_little_or_was_too_small_is_told_as_that(
    tmp_path: Path, first: str, again: str, words: str
) -> None:
    room = Room(len(first)).round(WHERE, choices(first)).round(WHERE, choices(again), 2)
    save(room, tmp_path)
    [asked] = pool(tmp_path).questions
    assert learnt(asked)[0].endswith(words.removeprefix("…"))


@pytest.mark.parametrize("title", ["", "\x1b[31mred", "[/ hi [b", "שלום", "x" * 200])
def test_odd_titles_and_roles_are_safe(tmp_path: Path, title: str) -> None:
    roles: tuple[Any, ...] = (title, "CIO")
    save(Room(4, title=title, roles=roles).round(WHERE, choices("aabb")), tmp_path)
    [asked] = pool(tmp_path).questions
    assert "\x1b" not in _words(asked)


def test_one_item_of_a_list_is_named(tmp_path: Path) -> None:
    save(Room(4).round("demo/ready", levels("owner", *["absent"] * 3, "partly")), tmp_path)
    [asked] = pool(tmp_path).questions
    assert ask_words(asked) == "You predict one line of it: “An owner”"
    assert answer_names(asked) == ("Absent", "Partly", "In place")
