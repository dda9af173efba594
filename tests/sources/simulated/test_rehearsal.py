"""A headless rehearsal: one seed, one file; every event is one that the rules allow."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.rehearsed import kept, rehearsal, rehearsal_file, room_cast

from mops_tui.model.session import events as ev
from mops_tui.model.session.commands import Refusal
from mops_tui.model.session.fold import begin, fold
from mops_tui.model.session.step import step
from mops_tui.sources.simulated import facilitator as module
from mops_tui.sources.simulated.rehearsal import rehearse, write
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.recovery import check
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.usecases.report import report_text
from mops_tui.words.rehearsals.decided import decided

ROOT = Path(__file__).resolve().parents[3]


def again(workshop: str, people: int, seed: int) -> bytes:
    """The bytes of a rehearsal run anew."""
    made = rehearse(kept(workshop), room_cast(), people, seed, "0.1.0", decided)
    return b"".join(encode(event) for event in made.events)


# --- one seed, one file


@pytest.mark.parametrize("workshop", ["placement-only", "readiness-check"])
def test_the_same_seed_makes_the_same_file(workshop: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    for path in (one, two):
        write(rehearse(kept(workshop), room_cast(), 12, 3, "0.1.0", decided), path)
    assert one.read_bytes() == two.read_bytes()
    assert again(workshop, 12, 4) != again(workshop, 12, 3)


@pytest.mark.slow
def test_another_process_with_another_hash_seed_makes_the_same_file(tmp_path: Path) -> None:
    made = []
    for number in ("1", "2"):
        path = tmp_path / f"{number}.toml"
        command = ["-m", "mops_tui", "rehearse", "placement-only", "--headless", "--people", "15"]
        subprocess.run(
            [sys.executable, *command, "--seed", "5", "--output", str(path)],
            env={**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        )
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_the_header_follows_from_the_seed_and_says_that_it_is_a_rehearsal(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml")
    header = journal.read(path).header
    assert header.session == "rehearsal"
    assert header.seed == 7
    assert header == rehearsal().header
    assert header.opened != rehearsal(seed=8).header.opened
    found = summary_of(path)
    assert found is not None
    assert found.session == "rehearsal"
    assert found.finished


def test_the_report_says_that_it_was_a_rehearsal(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml")
    assert "simulated people" in report_text(path)
    assert json.loads(report_text(path, "json"))["session"]["kind"] == "rehearsal"


def test_a_file_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text("mine")
    with pytest.raises(SessionError) as refused:
        write(rehearsal(), path)
    assert refused.value.code == "exists"
    assert path.read_text() == "mine"


# --- every event is allowed


@pytest.mark.parametrize(("workshop", "people"), [("full-walk", 9), ("placement-only", 1)])
def test_every_event_counts_and_the_workshop_comes_to_its_end(workshop: str, people: int) -> None:
    made = rehearsal(workshop, people)
    state = fold(made.header, made.events)
    assert not state.ignored
    assert state == made.state
    assert state.phase == "closed"
    assert [event.seq for event in made.events] == list(range(1, len(made.events) + 1))
    times = [event.t for event in made.events]
    assert times == sorted(times)
    assert times == [round(t, 3) for t in times]


def test_every_event_came_out_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[ev.Event] = []
    refused: list[object] = []

    def watched(state: Any, command: Any, t: float) -> Any:
        outcome = step(state, command, t)
        if isinstance(outcome, Refusal):
            refused.append((command, outcome))
        else:
            allowed.extend(outcome.events)
        return outcome

    monkeypatch.setattr(module, "step", watched)
    made = rehearse(kept("full-walk"), room_cast(), 9, 7, "0.1.0", decided)
    assert tuple(allowed) == made.events
    assert refused == []


def test_nobody_votes_before_a_round_opens_or_after_it_is_closed() -> None:
    made = rehearsal("full-walk", 60)
    open_rounds: set[tuple[str, int]] = set()
    votes = 0
    for event in made.events:
        if isinstance(event, ev.RoundOpened):
            open_rounds.add((event.question, event.round))
        elif isinstance(event, ev.RoundClosed):
            open_rounds.discard((event.question, event.round))
        elif isinstance(event, ev.VoteCast):
            votes += 1
            assert (event.question, event.round) in open_rounds
            assert event.via == "simulated"
    assert votes > 500


def test_every_question_is_answered_and_every_scenario_decided() -> None:
    made = rehearsal("full-walk", 9)
    asked = {ref for ref, rounds in made.state.rounds.items() if rounds[-1].phase == "revealed"}
    questions = {
        f"{scenario.id}/{question.id}"
        for scenario in made.header.workshop.scenarios
        for question in scenario.questions
    }
    assert asked == questions
    wanted = {s.id for s in made.header.workshop.scenarios if s.decision is not None}
    assert {decision.scenario for decision in made.state.decisions.values()} == wanted


def test_where_the_room_is_unsettled_there_is_another_round_and_it_moves() -> None:
    made = rehearsal("full-walk", 9)
    again = [rounds for rounds in made.state.rounds.values() if len(rounds) == 2]
    assert again
    moved = [
        who
        for first, second in again
        for who in first.votes
        if who in second.votes and first.votes[who].ballot != second.votes[who].ballot
    ]
    assert moved


def test_sixty_people_on_the_full_walk_pass_check(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "sixty.toml", "full-walk", 60)
    assert check(path) == ()
    reading = journal.read(path)
    assert reading.events == rehearsal("full-walk", 60).events
    assert begin(reading.header) == begin(rehearsal("full-walk", 60).header)


# --- the report against a count of its own


def test_the_report_agrees_with_a_count_of_the_votes_in_the_file(tmp_path: Path) -> None:
    path = rehearsal_file(tmp_path / "r.toml", "full-walk", 60)
    last: dict[tuple[str, int], dict[str, dict[str, Any]]] = {}
    for event in tomllib.loads(path.read_text("utf-8"))["event"]:
        if event["kind"] == "vote-cast":
            votes = last.setdefault((event["question"], event["round"]), {})
            votes[event["participant"]] = event
    report = json.loads(report_text(path, "json"))
    assert report["people"]["present"] == 60
    told = {
        (question["ref"], round_["round"]): (question["kind"], round_)
        for scenario in report["scenarios"]
        for question in scenario["questions"]
        for round_ in question["rounds"]
    }
    assert set(told) == set(last)
    for key, (kind, round_) in told.items():
        votes = last[key]
        assert round_["ballots"] == len(votes), key
        assert round_["passes"] == sum(1 for v in votes.values() if v.get("passed")), key
        assert _rows(kind, round_) == _counts(kind, list(votes.values())), key


def _rows(kind: str, round_: dict[str, Any]) -> Counter[tuple[str, str]]:
    """What a report says, by item and category."""
    found: Counter[tuple[str, str]] = Counter()
    tables = [("", round_["distribution"])] if kind in ("choice", "hands", "allocate") else []
    if kind in ("rate", "pairs", "curve"):
        tables = [(item["item"], item["distribution"]) for item in round_["items"]]
    for item, rows in tables:
        for row in rows:
            found[item, row["category"]] += row["count"]
    if kind == "grid":
        found["", "marks"] = len(round_["marks"])
    return +found


def _counts(kind: str, votes: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """The same, counted in the file."""
    ends = (
        (14, "innovators"), (34, "early-adopters"), (42, "chasm"), (62, "early-majority"),
        (84, "late-majority"), (101, "laggards"),
    )  # fmt: skip
    found: Counter[tuple[str, str]] = Counter()
    for vote in votes:
        if vote.get("passed"):
            continue
        if kind in ("choice", "hands"):
            found["", vote["option"]] += 1
        elif kind == "allocate":
            for option, points in zip(vote["options"], vote["points"], strict=True):
                found["", option] += points
        elif kind == "rate":
            found.update(zip(vote["items"], vote["levels"], strict=True))
        elif kind == "pairs":
            found.update((i, str(p)) for i, p in zip(vote["items"], vote["positions"], strict=True))
        elif kind == "curve":
            for item, place in zip(vote["items"], vote["positions"], strict=True):
                found[item, next(name for end, name in ends if place < end)] += 1
        elif kind == "grid":
            found["", "marks"] += 1
    return found
