"""The commands for practising, rehearsing and watching again: what they print, how they end."""

from __future__ import annotations

import errno
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.rehearsed import library
from support.sessions import header

from mops_tui.cli import commands as cli
from mops_tui.cli import practice
from mops_tui.cli.commands import main
from mops_tui.model.packs.digest import card_digest
from mops_tui.model.replay.pace import STORY, RealPace
from mops_tui.model.session.events import CardAnswered
from mops_tui.sources.practice.journals.journal import PracticeJournal
from mops_tui.storage.folders.places import places
from mops_tui.storage.sessions import journal
from mops_tui.tui.destinations import Demo, Destination, OpenStage, Practise, Rehearse, Replay


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def headless(path: Path, *more: object) -> Result:
    return run("rehearse", "placement-only", "--headless", "--output", path, *more)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Destination]:
    """What the app would begin with; it is not opened."""
    found: list[Destination] = []
    for module in (cli, practice):
        monkeypatch.setattr(module, "open_app", found.append)
    return found


# --- cards of one's own


def test_new_cards_are_a_sound_pack_that_is_practised_by_its_id(started: list[Destination]) -> None:
    assert "Written:" in run("new", "--cards", "spring-cards").output
    assert "a sound pack" in run("check", "spring-cards").output
    assert run("practice", "spring-cards").exit_code == 0
    assert started == [Practise("spring-cards")]
    assert "spring-cards/two-lists" in run("practice", "spring-cards", "--anki", "-").output


@pytest.mark.parametrize("taken", ["full-walk", "org-placement", "the-room"])
@pytest.mark.parametrize("what", [(), ("--cards",)])
def test_what_is_begun_takes_the_place_of_nothing(what: tuple[str, ...], taken: str) -> None:
    refused = run("new", *what, taken)
    assert (refused.exit_code, f"“{taken}” is the id of" in refused.output) == (1, True)
    assert not places().packs.exists()


@pytest.mark.parametrize("scenario", ["check-in", "closing", "org-placement"])
def test_cards_that_go_with_a_scenario_are_practised_with_it(scenario: str) -> None:
    """Whichever it is; who asks for them by their own name is told where they are."""
    run("new", "--cards", "spring", "--scenario", scenario)
    assert "The launch is in nine days." in run("practice", scenario, "--anki", "-").stdout
    refused = run("practice", "spring", "--plain")
    assert refused.exit_code == 1
    assert refused.stderr == (
        f"The cards of “spring” go with “{scenario}”: mops-tui practice {scenario}\n"
    )


def test_new_cards_can_go_with_a_scenario_that_is_there() -> None:
    assert run("new", "--cards", "more", "--scenario", "org-placement").exit_code == 0
    assert "a sound pack" in run("check", "more").output
    refused = run("new", "--cards", "other", "--scenario", "org-placemen")
    assert refused.exit_code == 1
    assert "did you mean “org-placement”?" in refused.output
    assert not (places().packs / "other.toml").exists()


def test_a_scenario_without_cards_has_no_scenario_to_go_with() -> None:
    refused = run("new", "x", "--scenario", "org-placement")
    assert refused.exit_code == 2
    assert "--scenario goes with --cards" in refused.output


# --- what there is


@pytest.mark.parametrize("name", ["practice", "progress", "rehearse", "demo", "replay", "stage"])
def test_each_command_has_help(name: str) -> None:
    assert name in run("-h").output
    assert run(name, "--help").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["practice"], ["rehearse"], ["demo"], ["replay", "kept"], ["stage"]]
)
@pytest.mark.usefixtures("kept")
def test_without_a_terminal_the_app_says_so(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr


# --- where the app begins


@pytest.fixture
def kept() -> Path:
    """A session of the user's own, named kept."""
    path = places().sessions / "kept.toml"
    journal.create(path, header())
    return path


def test_practice_begins_with_what_is_due_or_with_a_scenario(started: list[Destination]) -> None:
    run("practice")
    run("practice", "org-placement")
    assert started == [Practise(), Practise("org-placement")]


def test_rehearse_and_demo(started: list[Destination]) -> None:
    run("rehearse")
    run("rehearse", "placement-only", "--people", 12, "--seed", 8)
    run("demo")
    assert started == [
        Rehearse("full-walk", 9, 7),
        Rehearse("placement-only", 12, 8),
        Demo(),
    ]


def test_replay_with_all_that_it_can_be_told(started: list[Destination], kept: Path) -> None:
    path = kept
    run("replay", path)
    run(
        "replay", path, "--speed", 4, "--start", "1:30", "--idle-limit", 5,
        "--pause-on-markers", "--open",
    )  # fmt: skip
    assert started == [
        Replay(path, pace=STORY),
        Replay(path, 4, 90, RealPace(5), stop_at_markers=True, opened=True),
    ]


def test_replay_at_a_pace(started: list[Destination], kept: Path) -> None:
    run("replay", kept, "--pace", "real")
    run("replay", kept, "--pace", "story")
    run("replay", kept, "--pace", "real", "--idle-limit", "0.5")
    assert started == [
        Replay(kept, pace=RealPace()),
        Replay(kept, pace=STORY),
        Replay(kept, pace=RealPace(0.5)),
    ]


def test_a_session_of_ones_own_is_named_by_its_id(started: list[Destination]) -> None:
    own = places().sessions / "mine.toml"
    headless(own)
    run("replay", "mine")
    run("stage", "mine")
    run("stage")
    assert started == [Replay(own, pace=STORY), OpenStage(own), OpenStage()]


@pytest.mark.parametrize(("clock", "seconds"), [("45", 45), ("2:05", 125), ("1:00:10", 3610)])
def test_times(started: list[Destination], clock: str, seconds: float, kept: Path) -> None:
    run("replay", "kept", "--start", clock)
    assert started == [Replay(kept, start=seconds, pace=STORY)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["replay", "x.toml", "--start", "soon"],
        ["replay", "x.toml", "--start", "1:2:3:4"],
        ["replay", "x.toml", "--speed", "99"],
        ["replay", "x.toml", "--idle-limit", "0"],
        ["replay", "x.toml", "--pace", "slow"],
        ["replay", "x.toml", "--pace", "story", "--idle-limit", "3"],
        ["rehearse", "--people", "0"],
        ["rehearse", "--people", "1001"],
        ["rehearse", "--seed", "-1"],
        ["rehearse", "--headless"],
    ],
)
def test_a_wrong_command_is_explained(started: list[Destination], arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage" in result.stderr
    assert started == []


# --- rehearsing without a screen


def test_a_headless_rehearsal_writes_a_sound_session_that_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    result = headless(path, "--people", 12)
    assert result.exit_code == 0
    assert result.output.startswith(f"Written: {path} (")
    assert run("check", path).exit_code == 0
    assert "simulated people" in run("report", path).stdout
    report = json.loads(run("report", path, "--format", "json").stdout)
    assert report["session"]["kind"] == "rehearsal"
    assert report["people"]["present"] == 12


def test_the_seed_alone_decides(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        headless(tmp_path / name, "--seed", seed)
    a, b, c = ((tmp_path / name).read_bytes() for name in "abc")
    assert a == b != c


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text("mine")
    result = headless(path)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert path.read_text() == "mine"


def test_a_workshop_that_does_not_exist_is_named(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    result = run("rehearse", "nonsense", "--headless", "--output", path)
    assert result.exit_code == 1
    assert result.stderr.strip() == "There is no workshop “nonsense”."
    assert not path.exists()


# --- progress


def answered(count: int, verdict: str = "advised") -> None:
    cards = {f"{s.id}/{card.id}": card for s in library().scenarios.values() for card in s.cards}
    journal = PracticeJournal(places().practice, lambda: datetime.now(UTC))
    for key in list(cards)[:count]:
        keys = {"card": key, "digest": card_digest(cards[key]), "answer": "a"}
        event = CardAnswered.model_validate({**keys, "confidence": 95, "verdict": verdict})
        journal.record(event)
    journal.close()


def test_progress_says_how_to_begin() -> None:
    result = run("progress")
    assert result.exit_code == 0
    assert "No card is answered yet." in result.output


def test_progress_says_first_what_is_learnt_of_ones_judgement_without_any_escape_code() -> None:
    answered(3)
    assert run("progress").output.startswith("7 more cards that you see for the first time")
    answered(24, "unwise")
    output = run("progress").output
    assert output.startswith("You are 83 points too sure when you say 95 %.\n")
    assert "3 answers to cards seen before; they are not counted above." in output
    assert "By subject" in output
    assert "\x1b" not in output
    assert all(len(line) <= 80 for line in output.splitlines())


def test_progress_names_a_journal_that_cannot_be_read() -> None:
    answered(1)
    (places().practice / "practice-2020-01.toml").write_text("hello")
    result = run("progress")
    assert result.exit_code == 0
    assert "9 more cards" in result.output
    assert "practice-2020-01.toml cannot be read in full" in result.stderr


@pytest.mark.parametrize("more", [(), ("--csv", "-")])
def test_answers_that_may_not_be_read_are_not_none(
    monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    answered(1)

    def closed(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("mops_tui.sources.practice.journals.written.os.scandir", closed)
    result = run("progress", *more)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"{places().practice}: you may not read or write here; check who owns it.\n"
    )


def test_where_nobody_has_practised_yet_nothing_is_closed() -> None:
    assert run("progress").exit_code == 0
    places().practice.parent.mkdir(parents=True, exist_ok=True)
    places().practice.write_text("a file in its place")
    assert run("progress", "--csv", "-").exit_code == 0


# --- practice as files for other programs


def test_answers_are_written_for_a_spreadsheet_to_a_file_or_a_pipe(tmp_path: Path) -> None:
    answered(3)
    path = tmp_path / "mine.csv"
    assert "Your answers are written:" in run("progress", "--csv", path).output
    assert path.read_text("utf-8") == run("progress", "--csv", "-").stdout
    assert len(path.read_text("utf-8").splitlines()) == 4
    answered(4)
    assert "Your answers are written:" in run("progress", "--csv", path).output
    assert path.read_text("utf-8") == run("progress", "--csv", "-").stdout
    assert [one.name for one in tmp_path.glob("*.csv")] == ["mine.csv"]


def test_cards_are_written_for_anki_all_or_of_one_scenario(tmp_path: Path) -> None:
    path = tmp_path / "cards.txt"
    result = run("practice", "org-placement", "--anki", path)
    assert "In Anki: File, Import." in result.output
    mine = path.read_text("utf-8")
    assert mine.startswith("#separator:tab\n")
    assert run("practice", "--anki", "-").stdout.count("mops-tui/org-placement/") == mine.count(
        "mops-tui/org-placement/"
    )


def test_nothing_is_written_over_and_no_journal_is_touched(tmp_path: Path) -> None:
    answered(1)
    path = tmp_path / "mine.csv"
    path.write_text("my own notes")
    assert "The new one:" in run("progress", "--csv", path).output
    assert path.read_text() == "my own notes"
    [journal] = places().practice.glob("practice-*.toml")
    before = journal.read_bytes()
    for arguments in (["progress", "--csv", journal], ["practice", "--anki", journal]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "Choose another file." in result.stderr
    assert journal.read_bytes() == before


def test_a_scenario_without_cards_has_none_to_write(tmp_path: Path) -> None:
    result = run("practice", "check-in", "--anki", tmp_path / "cards.txt")
    assert result.exit_code == 1
    assert "There are no situation cards in it." in result.stderr
    assert not (tmp_path / "cards.txt").exists()


def test_of_a_pack_without_a_sound_card_no_other_card_is_written() -> None:
    run("new", "--cards", "spring-cards")
    [path] = places().packs.glob("*.toml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('verdict = "advised"', 'verdict = "unwise"'), encoding="utf-8")
    result = run("practice", "spring-cards", "--anki", "-")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There are no situation cards in it." in result.stderr


def test_a_session_without_somebodys_name_is_told_from_the_original() -> None:
    long = "Where does Marketing Operations belong? (names taken out)"
    changes = {"title": long, "redacted": True}
    journal.create(places().sessions / "kept.toml", header().model_copy(update=changes))
    assert long in run("sessions").output
