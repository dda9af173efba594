"""The player of a replay: where it stands, how it runs, where it stops. It writes nothing."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.asking import Room
from support.disks import opened, running
from support.journals import file_of, numbered, sample
from support.rehearsed import kept, rehearsal, rehearsal_file, room_cast
from support.sessions import header

from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.model.replay.timeline import SNAPSHOT_EVERY, Timeline
from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.fold import fold
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import View
from mops_tui.sources.live import LiveSession
from mops_tui.sources.replay import SPEEDS, Player, record
from mops_tui.sources.simulated.rehearsal import rehearse, write
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions.repairing.repair import repair
from mops_tui.words.rehearsals.decided import decided

WHERE = "demo/where"


def timeline(seconds: float = 1.0) -> Timeline:
    """A lobby, a brief, a vote, a decision: an event each so many seconds."""
    room = Room()
    room.do(
        cmd.Join("md", "MD"), cmd.Show(View("brief", "demo")), cmd.Show(View("question", WHERE))
    )
    room.do(cmd.CastVote(WHERE, "md", Choice("a")), cmd.CloseRound(WHERE), cmd.Reveal(WHERE))
    room.do(cmd.RecordDecision("d", "demo", "We go."))
    events = [event.model_copy(update={"t": n * seconds}) for n, event in enumerate(room.events)]
    return Timeline(room.header, events, RealPace())


def playing(**keys: object) -> Player:
    player = Player(timeline(), **keys)  # type: ignore[arg-type]  # a player's own keywords
    player.playing = True
    return player


# --- running


def test_it_begins_paused_at_its_start_and_time_passes_only_when_it_plays() -> None:
    player = Player(timeline(), start=3.5)
    assert (player.at, player.playing, player.index) == (3.5, False, 4)
    assert not player.advance(10)
    assert player.at == 3.5
    player.toggle()
    player.advance(0.25)
    assert player.at == 3.75


def test_a_start_beyond_the_end_is_the_end() -> None:
    assert Player(timeline(), start=999).ended
    assert Player(timeline(), start=-5).at == 0


@pytest.mark.parametrize("speed", SPEEDS)
def test_speed_is_times_real_time(speed: float) -> None:
    player = playing(speed=speed)
    player.advance(0.1)
    assert player.at == pytest.approx(0.1 * speed)


def test_the_keys_go_through_the_speeds_and_stop_at_both_ends() -> None:
    player = playing()
    player.faster(1)
    assert player.speed == 2
    for _ in range(9):
        player.faster(1)
    assert player.speed == SPEEDS[-1] == 16
    for _ in range(19):
        player.faster(-1)
    assert player.speed == SPEEDS[0] == 0.25
    odd = playing(speed=3)
    odd.faster(1)
    assert odd.speed in SPEEDS


def test_advance_tells_whether_there_is_something_new_to_show() -> None:
    player = playing()
    assert not player.advance(0.4)
    assert player.advance(0.7)


def test_at_the_end_it_stops_and_play_begins_anew() -> None:
    player = playing(speed=16)
    assert player.advance(60)
    assert player.ended
    assert not player.playing
    assert player.at == player.timeline.length
    player.toggle()
    assert (player.at, player.playing) == (0, True)
    assert not player.ended


def test_at_another_pace_it_goes_on_from_the_same_moment() -> None:
    player = playing(start=4.5)
    player.change_pace(STORY)
    assert player.index == 5
    assert player.at == player.timeline.times[4]
    assert player.playing
    player.change_pace(RealPace())
    assert (player.index, player.at) == (5, 4.0)


def test_as_a_story_the_last_event_stands_before_it_is_over() -> None:
    player = playing()
    player.change_pace(STORY)
    player.step(99)
    assert player.ended
    assert not player.over
    player.toggle()
    assert player.ended
    player.advance(60)
    assert (player.over, player.playing) == (True, False)


def test_events_of_the_last_moment_are_played_to_the_end() -> None:
    player = Player(timeline(seconds=0))
    player.step(-3)
    player.playing = True
    player.advance(1)
    assert player.ended


@given(st.integers(1, 7), st.integers(0, 7), st.floats(0, 4))
def test_when_more_happens_it_goes_on_from_the_same_moment(
    known: int, index: int, waited: float
) -> None:
    whole = timeline()
    story = Timeline(header(), whole.events[:known])
    player = Player(story)
    player.step(min(index, known))
    player.at = min(player.at + waited, player.timeline.length)
    stood = player.index
    player.grow(whole.events[known:])
    assert player.index == stood
    assert player.timeline.events == whole.events
    after = (*player.timeline.times, player.timeline.length)[stood]
    assert (player.timeline.times[stood - 1] if stood else 0.0) <= player.at <= after
    player.playing = True
    player.advance(0.001)
    assert player.index >= stood


def test_a_loop_begins_again() -> None:
    player = playing()
    player.loop = True
    assert player.advance(player.timeline.length + 1)
    assert player.ended  # the end is shown before it begins again
    assert player.playing
    assert player.advance(0.1)
    assert player.playing
    assert player.at == 0


def test_an_empty_journal_ends_where_it_begins() -> None:
    player = Player(Timeline(header(), ()))
    player.playing = True
    player.advance(1)
    assert player.ended
    assert not player.playing
    player.step(1)
    player.step(-1)
    assert player.marker(1) is None
    assert player.state() == fold(header(), ())


# --- leaping


def test_steps_go_event_by_event_and_pause() -> None:
    player = playing()
    player.step(1)
    assert not player.playing
    for index in range(player.index, len(player.timeline.events) + 3):
        assert player.index == min(index, len(player.timeline.events))
        player.step(1)
    player.step(-999)
    assert (player.index, player.at) == (0, 0)


def test_events_of_the_same_moment_are_stepped_one_by_one() -> None:
    player = Player(timeline(seconds=0))
    player.seek(0)
    assert player.ended
    seen = []
    while player.index:
        player.step(-1)
        seen.append(player.index)
    assert seen == list(range(len(player.timeline.events) - 1, -1, -1))


def test_markers_are_visited_in_order_and_back() -> None:
    player = Player(timeline())
    kinds = []
    while (marker := player.marker(1)) is not None:
        player.go_to(marker)
        assert player.index == marker.index
        kinds.append(marker.kind)
    assert kinds == ["scenario", "round", "reveal", "decision"]
    back = []
    while (marker := player.marker(-1)) is not None:
        player.go_to(marker)
        back.append(marker.kind)
    assert back == kinds[-2::-1]


@pytest.mark.parametrize("seconds", [1.0, 0.25, 0.0])
def test_it_pauses_at_each_marker_even_at_those_of_one_moment(seconds: float) -> None:
    player = Player(timeline(seconds), stop_at_markers=True)
    player.step(-999)
    stops: list[float] = []
    for _ in range(99):
        player.playing = True
        player.advance(60)
        if player.ended and (not stops or stops[-1] == player.index):
            break
        stops.append(player.index)
    markers = [marker.index for marker in player.timeline.markers]
    assert stops[: len(markers)] == markers


def test_with_markers_it_still_comes_to_the_end() -> None:
    player = playing(stop_at_markers=True, start=7.5)
    player.advance(60)
    player.playing = True
    player.advance(60)
    assert player.ended


# --- exact


@given(st.lists(st.tuples(st.sampled_from("+-sam"), st.floats(0, 30)), max_size=12))
def test_however_one_got_there_the_state_is_the_fold(moves: list[tuple[str, float]]) -> None:
    made = rehearsal("placement-only", 5)
    player = Player(Timeline(made.header, made.events), speed=16)
    for kind, amount in moves:
        if kind == "s":
            player.seek(amount * player.timeline.length / 30)
        elif kind == "m" and (marker := player.marker(1 if amount > 10 else -1)):
            player.go_to(marker)
        elif kind == "a":
            player.playing = True
            player.advance(amount / 10)
        else:
            player.step(round(amount) if kind == "+" else -round(amount))
        assert player.state() == fold(made.header, made.events[: player.index])


@pytest.mark.parametrize("speed", [1, 16])
def test_at_any_speed_it_comes_to_the_same_end(speed: float) -> None:
    made = rehearsal("placement-only", 5)
    player = Player(Timeline(made.header, made.events, RealPace(0.5)), speed=speed)
    player.playing = True
    while player.playing:
        player.advance(1.0)
    assert player.state() == made.state


async def crashed(folder: Path) -> Path:
    """A live session whose program died in the middle of voting, and that was resumed."""
    session = opened(folder, people=4)
    async with running(session):
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await session.settled()
    with session.path.open("ab") as file:  # the write that the crash cut short
        file.write(b"[[event]]\nseq = 99\nkin")
    again = LiveSession.resume(session.path)
    assert again.recovery is not None
    async with running(again):
        for seat, option in enumerate("bac", 2):
            again.ask(cmd.CastVote(WHERE, f"p{seat}", Choice(option)))
        again.ask(cmd.Reveal(WHERE))
        again.ask(cmd.Close())
        await again.settled()
    return session.path


async def anonymous(folder: Path) -> Path:
    """A rehearsal whose room is anonymous."""
    made = rehearsal("placement-only", 5)
    head = made.header.model_copy(update={"policy": Policy(anonymity="anonymous")})
    path = folder / "anonymous.toml"
    write(replace(made, header=head), path)
    return path


async def large(folder: Path) -> Path:
    """More than 2,000 events, sixteen times as many as lie between two kept states."""
    path = folder / "large.toml"
    write(rehearse(kept("full-walk"), room_cast(), 160, 7, "0", decided), path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("made", [crashed, anonymous, large])
async def test_played_slowly_played_fast_and_sought_at_random_it_is_the_same(
    made: Callable[[Path], Awaitable[Path]], tmp_path: Path
) -> None:
    path = await made(tmp_path)
    recorded = record(path)
    timeline, header = recorded.timeline, recorded.header
    assert made is not large or len(timeline.events) > 16 * SNAPSHOT_EVERY
    whole = fold(header, timeline.events)
    for speed in (1.0, 16.0):
        player = Player(timeline, speed=speed)
        player.playing = True
        while player.playing:
            player.advance(timeline.length / speed / 40)
        assert player.state() == whole
    draw = random.Random(7)
    for _ in range(6):
        player.seek(draw.uniform(0, timeline.length))
        assert player.state() == fold(header, timeline.events[: player.index])


# --- reading


def test_a_session_is_read_and_left_as_it_was(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml")
    before = path.read_bytes()
    path.chmod(0o400)
    recorded = record(path)
    assert recorded.timeline.events == rehearsal().events
    assert recorded.header == rehearsal().header
    assert recorded.condition.edited == ()
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["r.toml"]


def test_the_idle_limit_is_handed_on(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml")
    assert record(path, RealPace(0.5)).timeline.length < record(path, RealPace()).timeline.length


def test_an_edited_event_is_named_and_played(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(sample()).replace(b'option = "a"', b'option = "b"'))
    recorded = record(path)
    assert len(recorded.timeline.events) == len(sample())
    assert recorded.condition.edited == (5,)
    assert recorded.condition.unread_from is None


def test_where_nothing_can_be_read_the_replay_ends_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    data = file_of(sample())
    path.write_bytes(data.replace(b'kind = "round-opened"', b"kind = round!opened"))
    recorded = record(path)
    assert len(recorded.timeline.events) == 3
    line = path.read_bytes().partition(b"kind = round!opened")[0].count(b"\n") - 2
    assert recorded.condition.unread_from == line


def test_a_torn_end_is_not_played(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(sample())[:-25])
    recorded = record(path)
    assert len(recorded.timeline.events) == len(sample()) - 1
    last = path.read_bytes().rpartition(b"[[event]]")[0]
    assert recorded.condition.unread_from == last.count(b"\n") + 1


def test_after_a_repair_what_was_lost_is_a_step_that_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    notes = [ev.NoteRecorded(note=f"n{n}", text=f"Note {n}") for n in range(3)]
    path.write_bytes(file_of(numbered(*notes)).replace(b'text = "Note 1"', b"text = Note"))
    repair(path)
    player = Player(record(path).timeline)
    player.step(-99)
    player.step(3)
    assert player.index == 3
    assert player.timeline.events[2].kind == "lost"
    assert set(player.state().notes) == {"n0"}
    player.step(1)
    assert set(player.state().notes) == {"n0", "n2"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello", "not-a-session"),
        (b"", "empty"),
        (file_of(sample()).replace(b"format = 1", b"format = 99", 1), "newer-format"),
    ],
)
def test_what_is_no_session_says_why(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(data)
    with pytest.raises(SessionError) as refused:
        record(path)
    assert refused.value.code == code
