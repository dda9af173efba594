"""The chapters of a session: told once each, and the same at any pace."""

from __future__ import annotations

import pytest
from support.asking import Room
from support.rehearsed import rehearsal

from mops_tui.model.replay.pace import RealPace
from mops_tui.model.replay.timeline import Timeline
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.state import View
from mops_tui.usecases.chapters import Chapters


def test_each_is_worked_out_once_whatever_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    made = rehearsal("placement-only", 5)
    timeline = Timeline(made.header, made.events)
    chapters = Chapters(timeline)
    first = [chapters.title(marker) for marker in timeline.markers]
    assert all(first)
    monkeypatch.delattr("mops_tui.words.results.course.chapters.chapter")
    assert [chapters.title(m) for m in timeline.at_pace(RealPace()).markers] == first


def test_counts_that_are_corrected_after_the_reveal_are_told_from_there_on() -> None:
    room, where = Room(), "demo/where"
    room.do(cmd.CountHeads(8), cmd.Show(View("question", where)))
    room.do(cmd.SetTally(where, (("", "a", 6), ("", "b", 2))))
    room.do(cmd.CloseRound(where), cmd.Reveal(where))
    room.do(cmd.SetTally(where, (("", "a", 1), ("", "b", 7))))
    timeline = Timeline(room.header, tuple(room.events))
    chapters, end = Chapters(timeline), len(timeline.events)
    [reveal] = [one for one in timeline.markers if one.kind == "reveal"]
    assert chapters.title_at(reveal, reveal.index) == chapters.title(reveal)
    assert "Alpha" in chapters.title(reveal)
    assert "Beta" in chapters.title_at(reveal, end)
    assert chapters.title_for_good(reveal) == "Where: Alpha leads (corrected later: Beta leads)"


def test_counts_that_are_corrected_to_the_same_are_told_once() -> None:
    room, where = Room(), "demo/where"
    room.do(cmd.CountHeads(8), cmd.Show(View("question", where)))
    room.do(cmd.SetTally(where, (("", "a", 6), ("", "b", 2))))
    room.do(cmd.CloseRound(where), cmd.Reveal(where))
    room.do(cmd.SetTally(where, (("", "a", 5), ("", "b", 3))))
    timeline = Timeline(room.header, tuple(room.events))
    [reveal] = [one for one in timeline.markers if one.kind == "reveal"]
    assert Chapters(timeline).title_for_good(reveal) == "Where: Alpha leads"


def test_a_decision_that_was_taken_back_says_so_from_there_on() -> None:
    room = Room()
    room.do(cmd.CountHeads(8), cmd.Show(View("decision", "demo")))
    room.do(cmd.RecordDecision("d", "demo", "We go."))
    room.do(cmd.Undo())
    timeline = Timeline(room.header, tuple(room.events))
    chapters, end = Chapters(timeline), len(timeline.events)
    [decision] = [one for one in timeline.markers if one.kind == "decision"]
    assert chapters.title_at(decision, decision.index) == "Decision: We go."
    struck = "Decision, taken back later: We go."
    assert chapters.title_at(decision, end) == chapters.title_for_good(decision) == struck
