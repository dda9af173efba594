from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.asking import Room

from mops_tui.model.comparison.comparison import compare
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.condition import SOUND, Condition
from mops_tui.model.session.header import EditedPolicy
from mops_tui.model.session.state import View
from mops_tui.sources.follow import Follower
from mops_tui.sources.live import LiveSession
from mops_tui.sources.many import read_one
from mops_tui.sources.replay import record
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.storage.sessions.recovery import check
from mops_tui.storage.sessions.repairing.repair import repair
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.tui.screens.home.lines import session_detail, session_lines
from mops_tui.usecases.check import check_file
from mops_tui.usecases.report import report_text
from mops_tui.words.comparison.sessions import unread_lines
from mops_tui.words.files.condition import header_edited, mark, sentences

WHERE = "demo/where"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    room = Room()
    people = [f"p{n}" for n in range(1, 10)]
    room.do(*[cmd.Join(who, who) for who in people], cmd.Show(View("question", WHERE)))
    for number, who in enumerate(people):
        room.do(cmd.CastVote(WHERE, who, Choice("a" if number < 5 else "b")))
    room.do(cmd.Reveal(WHERE))
    path = tmp_path / "s-1.toml"
    data = header_bytes(room.header).replace(b"majority = 0.75", b"majority = 0.4")
    path.write_bytes(data + b"".join(map(encode, room.events)))
    return path


def test_a_sound_file_has_nothing_to_say() -> None:
    assert SOUND.sound
    assert sentences(SOUND) == []


def test_each_thing_is_said_with_the_name_of_the_file() -> None:
    said = sentences(Condition(True, (3, 4), 17), "S2")
    assert len(said) == 3
    assert all(one.startswith("S2: ") for one in said)


def test_every_way_to_a_state_knows_that_the_header_was_edited(edited: Path) -> None:
    follower = Follower(edited, edited.parent)
    assert follower.poll()
    assert follower.state is not None
    live = LiveSession.resume(edited)
    states = [
        live.durable,
        follower.state,
        record(edited).timeline.state(3),
        read_one(edited).state,
    ]
    for state in states:
        assert isinstance(state.policy, EditedPolicy)
        assert mark(state.policy)
    assert b"majority = 0.4" in header_bytes(live.header)


def test_the_report_says_it_beside_the_threshold(edited: Path) -> None:
    told = report_text(edited, "md")
    assert header_edited() in told
    verdicts = [line for line in told.splitlines() if "clear majority." in line]
    assert verdicts
    assert all("Header edited" in verdict for verdict in verdicts)
    data = json.loads(report_text(edited, "json"))
    assert data["session"]["header_edited"]
    assert data["policy"]["edited"]


def test_the_lists_and_the_comparison_say_it(edited: Path) -> None:
    found = summary_of(edited)
    assert found is not None
    assert found.header_edited
    assert "header edited" in session_lines([found], 40)[0].plain
    assert "changed by hand" in session_detail(found).plain
    made = compare(read_one(edited), read_one(edited))
    assert len([line for line in unread_lines(made) if header_edited() in line]) == 2
    assert [one.code for one in check(edited)] == ["header-edited"]


def test_a_header_put_back_is_no_longer_edited(edited: Path) -> None:
    edited.write_bytes(edited.read_bytes().replace(b"majority = 0.4", b"majority = 0.75"))
    found = summary_of(edited)
    assert found is not None
    assert not found.header_edited
    assert not read_one(edited).state.policy.edited


def test_a_vote_that_a_repair_could_not_save_is_told_wherever_figures_are(tmp_path: Path) -> None:
    room = Room()
    people = [f"p{n}" for n in range(1, 10)]
    room.do(*[cmd.Join(who, who) for who in people], cmd.Show(View("question", WHERE)))
    for who in people:
        room.do(cmd.CastVote(WHERE, who, Choice("a")))
    room.do(cmd.Reveal(WHERE))
    gone = next(n for n, event in enumerate(room.events) if event.kind == "vote-cast")
    path = tmp_path / "s-1.toml"
    blocks = [encode(event) for n, event in enumerate(room.events) if n != gone]
    path.write_bytes(header_bytes(room.header) + b"".join(blocks))
    repair(path)
    said = "One event of this file is lost, perhaps a vote: it is missing from the figures here."
    assert said in report_text(path)
    told = json.loads(report_text(path, "json"))["session"]
    assert (told["lost"], told["condition"]) == (1, [said])
    assert said in sentences(record(path).condition)
    assert any(said in line for line in check_file(path, repair=False)[1])
    assert report_text(path, at=gone).count(said) == 0
