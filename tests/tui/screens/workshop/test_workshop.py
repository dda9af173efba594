"""The workshop screen: space at every moment, the reveal and the disk, looking back, undo."""

from __future__ import annotations

import errno
import re
from functools import partial
from pathlib import Path

import pytest
from support.disks import BadDisk, GatedDisk
from support.narrow import input_of, round_of, screen_of, timer_of
from support.pilot import Stage, workshop
from textual.widgets import Static

from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Choice, Point, Positions
from mops_tui.model.session.rules.rounds import MOST_OPTIONS
from mops_tui.model.session.state import View
from mops_tui.tui.keys.registry import actions
from mops_tui.tui.screens.dialogs.confirm import ChooseScreen, ConfirmScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.settings import Settings

pytestmark = pytest.mark.slow

REF = "demo/where"


def is_at(stage: Stage, page: str) -> bool:
    return bool(stage.room.seen.look.page == page)


def votes(ref: str = REF, *options: str) -> tuple[cmd.CastVote, ...]:
    return tuple(
        cmd.CastVote(ref, f"p{n}", Choice(option)) for n, option in enumerate(options or "abb", 1)
    )


async def test_space_walks_from_the_lobby_to_the_first_vote() -> None:
    async with workshop() as stage:
        await stage.sees("Space begins.", "Mara Diaz", "3 people present")
        await stage.press("space")
        await stage.sees("We look at every kind of question once.")
        await stage.press("pagedown")
        await stage.sees("Where should the team sit?", "0 of 3 have voted")
        assert round_of(stage.head, REF).phase == "open"


async def test_space_asks_once_more_while_votes_are_missing() -> None:
    async with workshop(*votes(REF, "a"), at=REF) as stage:
        await stage.press("space")
        await stage.sees("2 votes are missing. Space again closes the vote.")
        assert round_of(stage.head, REF).phase == "open"
        await stage.press("space")
        await stage.sees("Closed: Space reveals it, v reopens it.")
        await stage.press("space")
        await stage.sees("Arguments")
        assert round_of(stage.head, REF).phase == "revealed"


async def test_a_vote_between_the_two_presses_makes_space_ask_again() -> None:
    async with workshop(*votes(REF, "a"), at=REF) as stage:
        await stage.press("space")
        await stage.sees("2 votes are missing.")
        await stage.do(cmd.CastVote(REF, "p2", Choice("a")))
        await stage.press("space")
        await stage.sees("1 vote is missing.")
        assert round_of(stage.head, REF).phase == "open"


async def test_with_all_votes_in_space_closes_at_once() -> None:
    async with workshop(*votes(), at=REF) as stage:
        await stage.press("space")
        await stage.sees("Closed: Space reveals it, v reopens it.")


async def test_a_question_without_votes_is_left_only_when_asked_twice() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("space")
        await stage.sees("Nobody has voted")
        assert stage.head.view.name == REF
        await stage.press("space")
        await stage.until(lambda: stage.head.view.name == "demo/points")


async def test_r_reveals_and_asks_while_votes_are_missing() -> None:
    async with workshop(*votes(REF, "a"), at=REF) as stage:
        await stage.press("r")
        await stage.sees("2 votes are missing. r again closes the vote and reveals it.")
        assert round_of(stage.head, REF).phase == "open"
        # Another key in between, and both ask anew.
        await stage.press("space")
        await stage.sees("2 votes are missing. Space again closes the vote.")
        await stage.press("r")
        await stage.sees("r again closes the vote and reveals it.")
        assert round_of(stage.head, REF).phase == "open"
        await stage.press("r")
        await stage.until(lambda: round_of(stage.head, REF).phase == "revealed")
        await stage.sees("Arguments")


async def test_the_reveal_waits_while_the_disk_refuses() -> None:
    disk = BadDisk()
    async with workshop(at=REF, disk=disk) as stage:
        disk.fsync_error = errno.EIO
        for command in votes():
            stage.room.session.ask(command)
        await stage.sees("3 votes not yet saved", "F8 carries on in another folder.")
        # What is not saved is not shown as voted either.
        await stage.sees("0 of 3 have voted")
        await stage.press("r")
        await stage.sees("The reveal waits until every vote is saved.")
        assert round_of(stage.head, REF).phase == "open"
        await stage.press("space")
        await stage.until(lambda: round_of(stage.head, REF).phase == "closed")
        await stage.press("space")
        assert round_of(stage.head, REF).phase == "closed"
        disk.heal()
        await stage.sees("Everything is saved again", "3 of 3 have voted")
        await stage.press("space")
        await stage.until(lambda: round_of(stage.head, REF).phase == "revealed")
        await stage.sees("Arguments")


async def test_carrying_on_in_another_folder_saves_what_waited(tmp_path: Path) -> None:
    sick = tmp_path / "sick"
    disk = BadDisk(sick)
    async with workshop(at=REF, disk=disk, folder=sick) as stage:
        disk.full_after = 0
        for command in votes():
            stage.room.session.ask(command)
        await stage.sees("3 votes not yet saved")
        await stage.press("f8")
        await stage.sees("Carry on in another folder")
        box = input_of(stage.screen, "#folder")
        box.value = str(tmp_path / "well")
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("3 of 3 have voted")
        assert stage.room.session.path.parent == tmp_path / "well"
        assert stage.room.session.path.read_text("utf-8").count('kind = "vote-cast"') == 3


async def test_elsewhere_is_no_key_while_the_disk_is_well() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("f8")
        assert isinstance(stage.screen, WorkshopScreen)
        assert "f8 Save" not in stage.text


async def test_blank_shows_nothing_and_space_shows_it_again() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("b")
        await stage.until(lambda: not stage.text.strip(), "for a dark screen")
        await stage.press("space")
        await stage.sees("Where should the team sit?")
        assert round_of(stage.head, REF).phase == "open"
        await stage.press("full_stop")
        await stage.until(lambda: not stage.text.strip(), "for a dark screen")
        await stage.press("f5")
        await stage.sees("Where should the team sit?")


async def test_looking_back_changes_nothing_and_space_goes_forward() -> None:
    commands: tuple[cmd.Command, ...] = (
        *votes(), cmd.Reveal(REF), cmd.Show(View("question", "demo/points")),
    )  # fmt: skip
    async with workshop(*commands, at=REF) as stage:
        place = stage.head.place
        await stage.press("pageup")
        await stage.sees("LOOKING BACK", "Arguments")
        await stage.press("left")
        await stage.sees("LOOKING BACK", "We look at every kind of question once.")
        assert stage.head.place == place
        # No vote is opened, called, revealed or repeated from there.
        seq = stage.head.seq
        await stage.press("h", "g", "r", "v", "x")
        assert isinstance(stage.screen, WorkshopScreen)
        assert stage.head.seq == seq
        await stage.press("space")
        await stage.sees("LOOKING BACK", "Arguments")
        await stage.press("space")
        await stage.misses("LOOKING BACK")
        await stage.sees("Pour ten points over the rooms.")
        assert stage.head.place == place


async def test_the_quadrant_and_why_a_mark_stands_there() -> None:
    commands: list[cmd.Command] = [
        cmd.Show(View("question", "demo/lean")),
        cmd.CastVote("demo/lean", "p1", Positions(("craft", "drive"), (2, 2))),
        cmd.Reveal("demo/lean"),
        cmd.Show(View("question", "demo/where")),
        *votes(),
        cmd.Reveal("demo/where"),
        cmd.Show(View("question", "demo/place")),
        cmd.CastVote("demo/place", "p1", Point(40, 40)),
        cmd.Reveal("demo/place"),
    ]
    async with workshop(*commands) as stage:
        await stage.press("q")
        await stage.sees("The MOPS grid", "Modernizers", "Psychologists", "1 person answered")
        await stage.press("w")
        await stage.sees("No mark can be explained yet: it takes three answers on an axis.")
        await stage.press("q")
        await stage.sees("Place yourself")
        assert not stage.head.view.back


async def test_why_lists_terms_that_add_up() -> None:
    from mops_tui.model.session.ballots import Allocation, Ratings

    commands: list[cmd.Command] = []
    for ref, ballot in (
        ("demo/where", Choice("a")),
        ("demo/points", Allocation(("b",), (10,))),
        ("demo/ready", Ratings(("owner", "platform"), ("absent", "in-place"))),
        ("demo/lean", Positions(("craft", "drive"), (2, -1))),
    ):
        commands += [
            cmd.Show(View("question", ref)), cmd.CastVote(ref, "p1", ballot), cmd.Reveal(ref),
        ]  # fmt: skip
    async with workshop(*commands, cmd.Show(View("grid", "mops")), size=(120, 40)) as stage:
        await stage.sees("where the answers of 1 lean")
        await stage.press("w")
        text = await stage.sees(
            "Why Mara Diaz's answers point there", "a little towards technology"
        )
        # Alpha -1, all points on Beta 0.5, the platform -1, painting 1: a quarter each.
        across = text.split("of 100", 1)[1].split("a little towards technology", 1)[0]
        told = re.findall(r"(\d+) ([◂▸])", across)
        parts = [int(part) * (1 if way == "▸" else -1) for part, way in told]
        assert parts == [-25, -25, 25, 13, -12]
        assert sum(parts[:-1]) == parts[-1]
        await stage.press("w")
        await stage.misses("Why Mara Diaz")


async def test_undo_takes_the_last_thing_back_and_says_so() -> None:
    async with workshop(*votes(REF, "a", "b"), at=REF) as stage:
        await stage.sees("2 of 3 have voted")
        await stage.press("u")
        await stage.sees("1 of 3 has voted", "Taken back: ")
        assert set(round_of(stage.head, REF).votes) == {"p1"}


async def test_a_reveal_is_not_undone() -> None:
    async with workshop(*votes(), cmd.Reveal(REF), at=REF) as stage:
        await stage.press("u")
        await stage.sees("A reveal cannot be undone. Vote again instead: v.")
        await stage.press("v")
        await stage.sees("Round 2", "0 of 3 have voted")
        await stage.press("y")
        await stage.sees("round 1 of 2")


async def test_skip_goes_on_and_the_agenda_takes_it_back() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("x")
        await stage.sees("Skipped. u takes it back; so does x in the agenda, a.", "Pour ten points")
        assert stage.head.skipped == (REF,)


async def test_prompts_are_put_to_the_room_one_by_one() -> None:
    async with workshop(*votes(), cmd.Reveal(REF), at=REF) as stage:
        await stage.press("o")
        await stage.sees("▶ Why there?")
        await stage.press("o")
        await stage.sees("▶ Where else?", "· Why there?")
        await stage.press("o")
        await stage.until(lambda: not stage.head.view.prompt)
        await stage.misses("▶")


async def test_the_pages_of_a_reveal_turn() -> None:
    async with workshop(*votes(), cmd.Reveal(REF), at=REF) as stage:
        await stage.sees("Votes    Bars    Names    Arguments    Talk")
        seen = set()
        for page in ("bars", "names", "brings", "talk", "votes"):
            await stage.press("tab")
            await stage.until(partial(is_at, stage, page))
            seen.add(await stage.still())
        assert any("Mara Diaz  ●" in text for text in seen)
        assert any("+ It is near." in text and "− It is loud." in text for text in seen)
        assert not any("Whether anybody chose Gamma." in text for text in seen)
        assert len(seen) == 5


async def test_a_wave_of_the_rooms_own() -> None:
    async with workshop(at="demo/waves") as stage:
        await stage.press("e")
        await stage.sees("Add an answer, or take one out")
        await stage.type("Radio")
        await stage.press("f2")
        await stage.on(WorkshopScreen)
        await stage.sees("Radio")
        await stage.press("g")
        await stage.sees("1 of 3")


async def test_a_question_with_no_room_left_says_so_before_anybody_writes() -> None:
    more = (cmd.AddOption("demo/waves", f"w{n}", "Wave") for n in range(MOST_OPTIONS - 2))
    async with workshop(at="demo/waves") as stage:
        await stage.do(*more)
        await stage.press("e")
        await stage.sees("A question has room for 26 answers.", "Take out")
        assert "its name, a few words" not in stage.text


async def test_the_timer_starts_pauses_and_goes() -> None:
    async with workshop(*votes(), cmd.Reveal(REF), at=REF) as stage:
        await stage.press("t")
        await stage.sees("t pauses, + adds")
        assert timer_of(stage.head).running
        seconds = timer_of(stage.head).seconds
        await stage.press("plus")
        await stage.until(lambda: timer_of(stage.head).seconds == seconds + 60)
        await stage.press("t")
        await stage.sees("paused, t goes on")
        await stage.press("T")
        await stage.misses("paused, t goes on")
        assert stage.head.timer is None


async def test_leaving_pauses_and_home_offers_to_resume() -> None:
    async with workshop(*votes(), at=REF) as stage:
        await stage.press("escape")
        await stage.on(ChooseScreen)
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        await stage.press("escape")
        await stage.on(ChooseScreen)
        await stage.press("enter")
        await stage.on(HomeScreen)
        await stage.sees("Our morning", "resume")
        assert stage.app.room is None


async def test_a_closed_workshop_takes_no_more() -> None:
    async with workshop(cmd.Show(View("workshop"))) as stage:
        await stage.press("space")
        await stage.sees("Space again closes the workshop.")
        await stage.press("space")
        await stage.sees("The workshop is closed.")
        seq = stage.head.seq
        await stage.press("d", "n", "u", "pageup", "b", "space")
        assert isinstance(stage.screen, WorkshopScreen)
        assert stage.head.seq == seq
        await stage.press("escape")
        await stage.on(HomeScreen)


async def test_leaving_while_the_disk_refuses_asks_first(tmp_path: Path) -> None:
    disk = BadDisk(tmp_path)
    async with workshop(at=REF, disk=disk, folder=tmp_path) as stage:
        disk.full_after = 0
        stage.room.session.ask(votes()[0])
        await stage.sees("1 vote not yet saved")
        for way in (("ctrl+q",), ("escape", "enter")):
            await stage.press(*way)
            await stage.sees("Not everything is saved", "Leave: 1 vote is kept in another folder")
            await stage.press("escape")
            await stage.on(WorkshopScreen)
            assert stage.app.is_running
        await stage.press("ctrl+q")
        await stage.sees("Not everything is saved")
        await stage.press("down", "enter")
        await stage.sees("Carry on in another folder")
        input_of(stage.screen, "#folder").value = str(tmp_path.parent / "well")
        disk.folder = tmp_path
        await stage.press("enter")
        await stage.on(WorkshopScreen)
        await stage.sees("1 of 3 has voted")
        assert stage.room.session.path.parent == tmp_path.parent / "well"


async def test_leaving_all_the_same_says_what_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.tui.room.PATIENCE", 0.2)
    disk = BadDisk(tmp_path)
    async with workshop(at=REF, disk=disk, folder=tmp_path) as stage:
        disk.full_after = 0
        stage.room.session.ask(votes()[0])
        await stage.sees("1 vote not yet saved")
        await stage.press("ctrl+q")
        await stage.sees("Not everything is saved")
        await stage.press("end", "enter")
        await stage.until(lambda: stage.app._exit, "for the end")
        assert stage.app.return_code == 1
        disk.heal()


@pytest.mark.parametrize("folder", ["~nobody-of-that-name/backup", "a\0b", "backup"])
async def test_a_folder_that_cannot_be_is_refused_in_a_sentence(
    tmp_path: Path, folder: str
) -> None:
    disk = BadDisk(tmp_path)
    async with workshop(at=REF, disk=disk, folder=tmp_path) as stage:
        disk.full_after = 0
        stage.room.session.ask(votes()[0])
        await stage.sees("1 vote not yet saved")
        await stage.press("f8")
        await stage.sees("Carry on in another folder")
        input_of(stage.screen, "#folder").value = folder
        await stage.press("enter")
        await stage.sees("There is no folder")
        assert input_of(stage.screen, "#folder").value == folder
        await stage.press("escape")
        await stage.on(WorkshopScreen)
        assert stage.room.session.saving.waiting == 1
        disk.heal()


async def test_v_opens_a_closed_vote_again() -> None:
    async with workshop(*votes()[:2], cmd.CloseRound(REF), at=REF) as stage:
        await stage.sees("Closed: Space reveals it, v reopens it.")
        await stage.press("v")
        await stage.misses("Closed:")
        assert round_of(stage.head, REF).phase == "open"
        assert len(round_of(stage.head, REF).votes) == 2


async def test_closing_warns_of_votes_that_nobody_has_seen() -> None:
    async with workshop(*votes()[:2], at=REF) as stage:
        await stage.press("escape")
        await stage.sees("2 votes are in and not revealed. Once closed, they stay hidden.")
        await stage.press("down", "enter")
        await stage.sees("Never revealed", "Where  2 votes")


async def test_names_stand_on_a_page_of_their_own_unless_the_room_is_anonymous() -> None:
    async with workshop(*votes(), cmd.Reveal(REF), at=REF) as stage:
        await stage.sees("Names")
        await stage.press("tab", "tab")
        await stage.sees("Mara Diaz  ●      ·     ·", "Ana Novak  ·      ●     ·")
    policy = {"anonymity": "anonymous"}
    async with workshop(*votes(), cmd.Reveal(REF), at=REF, policy=policy) as stage:
        text = await stage.sees("Arguments")
        assert "Names" not in text


async def test_leaving_twice_leaves_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second quit, or a second signal, waits for the first: nothing queued is thrown away."""
    disk = GatedDisk()
    async with workshop(at=REF, disk=disk, folder=tmp_path) as stage:
        path = stage.room.session.path
        disk.hold()
        stage.room.session.ask(votes()[0])
        stage.app.run_worker(stage.app.leave())
        stage.app.run_worker(stage.app.leave())
        await stage.pilot.pause()
        assert stage.app.is_running
        disk.release()
        await stage.until(lambda: stage.app._exit, "for the end")
        assert path.read_text("utf-8").count('kind = "vote-cast"') == 1


async def test_losing_twice_leaves_one_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mops_tui.tui.room.PATIENCE", 0.5)
    disk = BadDisk(tmp_path)
    async with workshop(at=REF, disk=disk, folder=tmp_path) as stage:
        desk = screen_of(stage.app, WorkshopScreen)
        disk.full_after = 0
        stage.room.session.ask(votes()[0])
        await stage.sees("1 vote not yet saved")
        stage.app.push_screen(ConfirmScreen("a", "b", yes="c", no="d"))
        await stage.on(ConfirmScreen)
        stage.app.run_worker(desk.leaving.leave())
        stage.app.run_worker(desk.leaving.leave())
        await stage.on(HomeScreen)
        assert desk not in stage.app.screen_stack
        assert stage.app._exception is None
        disk.heal()


async def test_sentences_name_the_keys_that_the_user_has_set() -> None:
    own = Settings(keys={"timer": "j", "call_out": "z"})
    async with workshop(at=REF, settings=own) as stage:
        await stage.press("j")
        await stage.sees("j pauses, + adds")
        await stage.press("space")
        await stage.sees("h hot seat, z call-outs")


async def test_what_makes_no_sense_has_no_key() -> None:
    async with workshop(at=REF) as stage:
        offers = screen_of(stage.app, WorkshopScreen).desk.offers
        assert offers("reveal")
        assert offers("undo")
        assert not offers("prompt")
        assert not offers("timer_stop")
        await stage.do(cmd.StartTimer(60))
        assert offers("timer_stop")
        assert not offers("ask_missing")


async def test_a_reveal_shows_the_round_that_is_revealed() -> None:
    again: tuple[cmd.Command, ...] = (cmd.OpenRound(REF), *votes(REF, "c", "c", "c"))
    async with workshop(*votes(), cmd.Reveal(REF), *again, at=REF) as stage:
        await stage.sees("Round 2", "3 of 3 have voted")
        await stage.press("y")
        await stage.sees("round 1 of 2")
        await stage.press("r")
        await stage.sees("round 2 of 2", "All 3 chose Gamma.")


@pytest.mark.parametrize("at", ["", REF])
async def test_a_key_that_does_nothing_now_says_why_in_one_sentence(at: str) -> None:
    async with workshop(at=at) as stage:
        screen = screen_of(stage.app, WorkshopScreen)
        listed = [one for group in screen.KEY_GROUPS[:-1] for one in actions(group)]
        idle = [one for one in listed if not screen.check_action(one.id, ())]
        assert "statistics" in [one.id for one in idle]
        for one in idle:
            await stage.press(one.keys.split(",")[0])
            said = str(screen.query_one("#message", Static).render())
            assert said.endswith("."), (one.id, said)
            screen.desk.say("")


async def test_statistics_say_that_a_reveal_comes_first() -> None:
    async with workshop(at=REF) as stage:
        await stage.press("S")
        await stage.sees("Reveal this question first.")
