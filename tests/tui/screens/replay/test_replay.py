"""A replay on the room's screens: the same pictures, the same secrets, and nothing written."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from support.asking import Room
from support.disks import opened, running
from support.journals import file_of, numbered
from support.pilot import Stage, app_running, masked, workshop
from support.rehearsed import rehearsal_file
from support.replays import REVEALED, WHERE, keep, replay, replaying, to_end
from textual.widgets import Static

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.ballots import Choice
from mops_tui.model.session.state import View
from mops_tui.sources.growing import GrowingSession, Growth
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions.blocks import crc_of, encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.tui.destinations import Replay
from mops_tui.tui.keys.registry import actions
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.replay.account import AccountScreen
from mops_tui.tui.screens.replay.chapters import ChaptersScreen
from mops_tui.tui.screens.replay.replay import ReplayScreen
from mops_tui.tui.widgets.picture import FRAMES, PictureView
from mops_tui.tui.widgets.room_view import RoomView
from mops_tui.tui.widgets.transport import TransportBar

pytestmark = pytest.mark.slow

BAR = 2
"""Rows of the transport bar."""


# --- what the room saw


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_last_screen_is_the_one_that_live_showed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    casts = [cmd.CastVote(WHERE, f"p{n}", Choice(o)) for n, o in enumerate("aac", 1)]
    async with workshop(*casts, *REVEALED, at=WHERE, size=size, folder=tmp_path) as stage:
        await stage.sees("Alpha", "67 %")
        live = _drawn(stage)
        path = stage.room.session.path
    # As many rows more as the transport bar takes: the room's view is the same size.
    async with replaying(path, size=(size[0], size[1] + BAR)) as stage:
        await to_end(stage)
        await stage.sees("Alpha", "67 %")
        shown = _drawn(stage)
    assert shown == live


def _drawn(stage: Stage) -> list[str]:
    """The room's view, as drawn."""
    region = stage.screen.query_one(RoomView).region
    lines = stage.text.splitlines()[region.y : region.bottom]
    return [line[region.x : region.right].rstrip() for line in lines]


@pytest.mark.parametrize("step", [1, -1])
async def test_every_event_of_a_rehearsal_can_be_drawn(tmp_path: Path, step: int) -> None:
    path = rehearsal_file(tmp_path / "r.toml", people=3)
    async with replaying(path) as stage:
        screen = replay(stage)
        total = len(screen.player.timeline.events)
        screen.player.step(-99_999 if step > 0 else 99_999)
        for _ in range(total):
            screen.player.step(step)
            screen._show()
        await stage.pilot.pause()
        assert screen.player.index == (total if step > 0 else 0)


async def test_it_plays_by_itself_to_the_end(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", *REVEALED)
    start = Replay(path, speed=16)
    async with app_running(start=start) as stage:
        await stage.on(ReplayScreen)
        await stage.until(lambda: replay(stage).player.ended, "for the end")
        await stage.sees("‖", "event 11 of 11")


# --- keys


async def test_the_mouse_drags_the_line(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", *REVEALED)
    async with replaying(path) as stage:
        bar = stage.screen.query_one(TransportBar)
        half = bar.content_size.width // 2
        await stage.pilot.click(TransportBar, offset=(half, 0))
        await stage.pilot.pause()
        player = replay(stage).player
        assert player.at == pytest.approx(player.timeline.length / 2, rel=0.05)


async def test_escape_leads_back_to_the_shell_that_it_came_from(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml")) as stage:
        await stage.press("escape")
        await stage.until(lambda: stage.app._exit, "for the end")


async def test_escape_leads_from_the_grid_to_the_room_and_from_there_home() -> None:
    keep_in = places().sessions
    keep_in.mkdir(parents=True)
    keep(keep_in / "s.toml", *REVEALED)
    async with app_running() as stage:
        await stage.sees("resume  Our morning")
        await stage.press("tab", "y")
        await stage.on(ReplayScreen)
        await to_end(stage)
        await stage.press("q")
        await stage.sees("The MOPS grid")
        await stage.press("escape")
        await stage.misses("The MOPS grid")
        assert isinstance(stage.screen, ReplayScreen)
        await stage.press("escape", "escape")
        await stage.on(HomeScreen)


async def test_the_bar_names_the_marker_that_was_passed_and_the_next(tmp_path: Path) -> None:
    decided = cmd.RecordDecision("d", "demo", "We move.")
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, decided)) as stage:
        await stage.sees("] ○ Where: the vote")
        await stage.press("right_square_bracket", "right_square_bracket")
        await stage.sees("● Where: Alpha leads", "] ✓ Demo: the decision")
        await to_end(stage)
        await stage.press("5")
        text = await stage.still()
        assert "✓" in text.splitlines()[-3]  # on the line, and hidden by no other sign


async def test_a_click_on_a_marker_lands_behind_its_event(tmp_path: Path) -> None:
    decided = cmd.RecordDecision("d", "demo", "We move.")
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, decided)) as stage:
        player = replay(stage).player
        for kind in ("round", "reveal", "decision"):
            marker = next(m for m in player.timeline.markers if m.kind == kind)
            bar = stage.screen.query_one(TransportBar)
            column = next(x for x, one in bar._marked().items() if one == marker)
            await stage.pilot.click(TransportBar, offset=(column + bar.gutter.left, 0))
            assert (player.index, player.at) == (marker.index, marker.at)
        await stage.sees("✓ Decision: We move.")


async def test_the_mouse_on_a_marker_tells_its_name_and_what_lies_ahead_stays_open(
    tmp_path: Path,
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        bar = stage.screen.query_one(TransportBar)
        column = next(x for x, one in bar._marked().items() if one.kind == "reveal")
        await stage.pilot.hover(TransportBar, offset=(column + bar.gutter.left, 0))
        await stage.sees("   ● Where: the reveal")
        await stage.press("right_square_bracket", "right_square_bracket")
        await stage.sees("279   ● Where: Alpha leads".removeprefix("279"))


async def test_its_help_lists_what_works_here_and_nothing_else(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml")) as stage:
        await stage.press("question_mark")
        await stage.sees("In a replay", "Play or pause.")
        told = _help(stage)
        assert "Everywhere" in told
        [only] = (action.help for action in actions("replay") if action.id == "only")
        assert only in told
        assert "In the workshop" not in told
        assert "At home" not in told
    anonymous = keep(tmp_path / "a.toml", policy={"anonymity": "anonymous"})
    async with replaying(anonymous) as stage:
        await stage.press("question_mark")
        await stage.sees("In a replay")
        assert only not in _help(stage)


def _help(stage: Stage) -> str:
    """All of the help, however much of it is in view."""
    text = " ".join(str(one.render()) for one in stage.screen.query(Static))
    return " ".join(text.split())


async def test_escape_takes_a_filter_off_before_it_leaves(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await to_end(stage)
        await stage.press("f")
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.on(ReplayScreen)
        await stage.press("q")
        await stage.sees("What if only CMO had voted.", "The MOPS grid")
        await stage.press("escape")
        await stage.sees("What if only CMO had voted.", "Alpha")
        await stage.press("escape")
        await stage.misses("What if only")
        assert isinstance(stage.screen, ReplayScreen)
        await stage.press("escape", "escape")
        await stage.until(lambda: stage.app._exit, "for the end")


async def test_a_second_escape_within_a_moment_does_not_leave(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        for key, screen in (("c", ChaptersScreen), ("h", AccountScreen), ("f", ChooseScreen)):
            await stage.press(key)
            await stage.on(screen)
            await stage.press("escape", "escape")
            await stage.sees("Esc again leaves the replay.")
            assert isinstance(stage.screen, ReplayScreen)
            assert not stage.app._exit
        await stage.press("escape")
        await stage.until(lambda: stage.app._exit, "for the end")


async def test_while_something_lies_above_it_the_replay_waits_and_then_goes_on(
    tmp_path: Path,
) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        player = replay(stage).player
        for playing in (True, False):
            player.playing = playing
            for key, screen in (("c", ChaptersScreen), ("h", AccountScreen)):
                await stage.press(key)
                await stage.on(screen)
                assert not player.playing
                await stage.press("escape")
                await stage.on(ReplayScreen)
                await stage.until(lambda: player.playing or not playing, "to go on")  # noqa: B023 - called within its turn
                assert player.playing is playing


# --- secrecy


async def test_before_the_reveal_no_value_is_shown(tmp_path: Path) -> None:
    drawn = []
    for name, letters in (("one", "aac"), ("two", "cba")):
        room = Room()
        for n in (1, 2, 3):
            room.do(cmd.Join(f"p{n}", f"Person {n}"))
        room.do(cmd.Show(View("question", WHERE)))
        for n, letter in enumerate(letters, 1):
            room.do(cmd.CastVote(WHERE, f"p{n}", Choice(letter)))
        room.do(cmd.CloseRound(WHERE))
        head = header_bytes(room.header)
        opening = room.events[0].model_copy(update={"header_crc": crc_of(head)})
        path = tmp_path / f"{name}.toml"
        path.write_bytes(head + b"".join(map(encode, (opening, *room.events[1:]))))
        async with replaying(path) as stage:
            await to_end(stage)
            for key in ("tab", "y"):
                await stage.press(key)
            drawn.append(masked(await stage.sees("3 of 3 have voted")))
    assert drawn[0] == drawn[1]


async def test_opened_it_shows_them_and_says_so(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml")
    async with replaying(path, opened=True) as stage:
        await to_end(stage)
        await stage.sees("OPEN: votes are shown before their reveal.", "67 %")


async def test_opened_an_anonymous_room_still_has_no_names_and_no_filter(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", policy={"anonymity": "anonymous"})
    async with replaying(path, opened=True) as stage:
        text = await to_end(stage)
        assert "Mara" not in text
        assert not stage.screen.check_action("only", ())
        await stage.press("f")
        assert isinstance(stage.screen, ReplayScreen)


async def test_cues_and_private_notes_stay_with_the_facilitator(tmp_path: Path) -> None:
    hush = cmd.RecordNote("n", "Hush hush", private=True)
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, hush), opened=True) as stage:
        screen = replay(stage)
        await to_end(stage)
        seen = screen.seen()
        assert not seen.notes
        question = seen.workshop.question(WHERE)
        assert question is not None
        assert question.cues == ()


# --- what if


async def test_what_if_only_a_role_had_voted(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await to_end(stage)
        await stage.press("f")
        await stage.on(ChooseScreen)
        await stage.sees("What if only these had voted?", "CMO", "CIO", "Ian")
        await stage.press("down", "down", "enter")
        await stage.on(ReplayScreen)
        await stage.sees("What if only CIO had voted.", "50 %")
        await stage.press("f")
        await stage.on(ChooseScreen)
        await stage.press("home", "enter")
        await stage.on(ReplayScreen)
        await stage.misses("What if only")


async def test_filtering_before_the_reveal_shows_nothing_either(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml")) as stage:
        await to_end(stage)
        await stage.press("f")
        await stage.on(ChooseScreen)
        await stage.press("down", "enter")
        await stage.on(ReplayScreen)
        text = await stage.sees("What if only CMO had voted.")
        assert "%" not in text


async def test_a_second_reveal_glides_while_it_plays_and_is_whole_when_it_stands(
    tmp_path: Path,
) -> None:
    again: tuple[cmd.Command, ...] = (
        cmd.OpenRound(WHERE),
        *(cmd.CastVote(WHERE, f"p{n}", Choice("b")) for n in (1, 2, 3)),
    )
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, *again, *REVEALED)) as stage:
        stage.app.animation_level = "full"
        screen = replay(stage)
        marker = screen.player.timeline.markers[-1]
        screen.player.go_to(marker)
        screen.action_leap(0.0)
        await stage.sees("Beta  ", "round 2 of 2")
        views = [view for view in screen.query(PictureView) if view.display]
        await stage.until(lambda: all(view._frame == FRAMES for view in views))
        screen.player.playing = True
        await stage.until(lambda: any(view._frame < FRAMES for view in views))
        screen.player.playing = False
        await stage.until(lambda: all(view._frame == FRAMES for view in views))


# --- a session that is being run


async def test_a_session_that_is_run_grows_under_its_replay_and_can_be_followed(
    tmp_path: Path,
) -> None:
    async with running(opened(tmp_path)) as session, replaying(session.path) as stage:
        await to_end(stage)
        await stage.sees("The session is being run: Shift+F follows it.")
        before = len(replay(stage).player.timeline.events)
        session.ask(cmd.CastVote(WHERE, "p1", Choice("a")))
        await stage.sees(f"event {before} of {before + 1}")
        await stage.press("F")
        await stage.sees("this is as it happens", "1 of 4 has voted")
        session.ask(cmd.CastVote(WHERE, "p2", Choice("a")))
        session.ask(cmd.CastVote(WHERE, "p3", Choice("a")))
        session.ask(cmd.CastVote(WHERE, "p4", Choice("a")))
        await stage.sees("4 of 4 have voted")
        session.ask(cmd.CloseRound(WHERE))
        session.ask(cmd.Reveal(WHERE))
        await stage.sees("● Where: all for Alpha")
        await stage.press("0")
        await stage.misses("this is as it happens")
        session.ask(cmd.Show(View("brief", "demo", back=True)))
        await stage.until(lambda: len(replay(stage).player.timeline.events) > before + 6)
        await stage.sees("event 5 of")


async def test_a_session_that_nobody_runs_is_not_followed(tmp_path: Path) -> None:
    async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
        await stage.press("F")
        await stage.until(
            lambda: any("Nobody is running" in note.message for note in stage.app._notifications)
        )
        assert not replay(stage).player.over


async def test_while_its_drive_does_not_answer_a_replay_plays_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, drive = threading.Event(), threading.Event()

    def look(self: GrowingSession, *, at_writer: bool) -> Growth:
        asked.set()
        drive.wait(30)
        return Growth()

    monkeypatch.setattr(GrowingSession, "look", look)
    try:
        async with replaying(keep(tmp_path / "s.toml", *REVEALED)) as stage:
            await stage.until(asked.is_set)
            await to_end(stage)
            await stage.press("0")
            await stage.misses("67 %")
    finally:
        drive.set()


async def test_of_a_closed_session_the_file_is_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(GrowingSession, "look", lambda *_args, **_named: asked.append(1))
    async with replaying(keep(tmp_path / "s.toml", *REVEALED, cmd.Close())) as stage:
        await to_end(stage)
        await stage.until(lambda: not stage.app.workers)
    assert asked == []


# --- odd files


async def test_a_read_only_file_replays_and_nothing_is_written(tmp_path: Path) -> None:
    path = keep(tmp_path / "s.toml", *REVEALED)
    path.chmod(0o400)
    before = path.read_bytes()
    tmp_path.chmod(0o500)
    try:
        async with replaying(path) as stage:
            await to_end(stage)
            await stage.press("left", "space", "l", "q")
        assert path.read_bytes() == before
        assert [found.name for found in tmp_path.iterdir() if found.is_file()] == ["s.toml"]
    finally:
        tmp_path.chmod(0o700)


async def test_a_damaged_file_stops_and_says_where(tmp_path: Path) -> None:
    notes = [ev.NoteRecorded(note=f"n{n}", text=f"Note {n}") for n in range(3)]
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(numbered(*notes)).replace(b'text = "Note 1"', b"text = Note"))
    line = path.read_bytes()[: path.read_bytes().index(b"text = Note\n")].count(b"\n")
    async with replaying(path) as stage:
        await to_end(stage)
        text = await stage.sees("The file cannot be read from line")
        said = int(text.partition("from line ")[2].split()[0])
        assert line - 6 < said <= line + 1


async def test_a_later_format_names_the_version_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(file_of(numbered()).replace(b"format = 1", b"format = 99", 1))
    async with app_running(start=Replay(path)) as stage:
        assert "its format is 99" in await stage.refused()


async def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    async with app_running(start=Replay(tmp_path / "none.toml")) as stage:
        assert f"{tmp_path / 'none.toml'}: there is no such file." in await stage.refused()


async def test_a_key_that_does_nothing_at_this_moment_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(ReplayScreen, "notify", lambda _self, text, **_how: said.append(text))
    async with replaying(keep(tmp_path / "s.toml", cmd.Show(View("question", WHERE)))) as stage:
        await to_end(stage)
        for key in ("S", "tab", "y", "w", "F", "right_square_bracket"):
            before = len(said)
            await stage.press(key)
            await stage.until(lambda n=before: len(said) > n, f"for what {key} says")  # type: ignore[misc]  # bound in the loop
            assert len(said) == before + 1, key
        assert said[0] == "Only a question that is revealed has figures."
