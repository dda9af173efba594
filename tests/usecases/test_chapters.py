"""The chapters of a session: told once each, and the same at any pace."""

from __future__ import annotations

import pytest
from support.rehearsed import rehearsal

from mops_tui.model.replay.pace import RealPace
from mops_tui.model.replay.timeline import Timeline
from mops_tui.usecases.chapters import Chapters


def test_each_is_worked_out_once_whatever_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    made = rehearsal("placement-only", 5)
    timeline = Timeline(made.header, made.events)
    chapters = Chapters(timeline)
    first = [chapters.title(marker) for marker in timeline.markers]
    assert all(first)
    monkeypatch.delattr("mops_tui.words.results.chapters.chapter")
    assert [chapters.title(m) for m in timeline.at_pace(RealPace()).markers] == first
