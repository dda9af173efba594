"""Several files of one report: which there are, their names, and what is said of others."""

from __future__ import annotations

import html
import io
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest
from support.kits import crash
from support.packs import KEPT
from support.reports import SECRET, full, given
from support.results import Room

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.slides import slides
from mops_tui.report.slides.slides import SlidesMissing
from mops_tui.usecases.closing_kit import kit_of, no_calendar, nothing_to_do, without_a_day

SESSION = Path("some") / "offsite.toml"


@pytest.fixture
def told() -> ReportInput:
    run = crash(KEPT)
    return ReportInput(run.header, visible(run.state, "room"))


def test_both_tables_and_every_picture_are_named_after_the_session(told: ReportInput) -> None:
    tables = [one.name for one in kit_of(told, "csv", SESSION).files]
    assert tables == ["offsite-votes.csv", "offsite-results.csv"]
    pictures = kit_of(told, "svg", SESSION).files
    assert pictures
    assert len({one.name for one in pictures}) == len(pictures)
    assert all(Path(one.name).name == one.name for one in pictures)


def test_without_the_package_for_slides_the_kit_says_so_and_holds_the_rest(
    told: ReportInput, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_given: ReportInput) -> NoReturn:
        raise SlidesMissing

    monkeypatch.setattr(slides, "slides_bytes", missing)
    kit = kit_of(told, "all", SESSION)
    names = {one.name for one in kit.files}
    assert {"offsite-report.html", "offsite-votes.csv"} < names
    assert "offsite-report.pptx" not in names
    assert any("mops_tui[slides]" in one for one in kit.missing)


@pytest.mark.parametrize(
    ("by", "none", "some"),
    [
        ((), "Nothing is to be done", ""),
        (("soon",), "has a day, so there is no calendar", "1 of 1 things to do has no day"),
        (("soon", "1 March"), "", "1 of 2 things to do has no day"),
        (("1 March",), "", ""),
    ],
)
def test_what_is_in_no_calendar_is_said(by: tuple[str, ...], none: str, some: str) -> None:
    room = Room(2)
    for number, day in enumerate(by):
        room.add(ev.ActionRecorded(action=f"a{number}", what="Call", by=day))
    assert none in no_calendar(given(room))
    assert bool(none) == bool(no_calendar(given(room)))
    assert some in without_a_day(given(room))
    assert bool(some) == bool(without_a_day(given(room)))


def test_where_nothing_is_to_be_done_all_that_is_not_there_is_named(told: ReportInput) -> None:
    kit = kit_of(told, "all", SESSION)
    assert not any("calendar" in one.name or "jira" in one.name for one in kit.files)
    assert [one for one in kit.missing if "Planner" in one and "calendar" in one]
    room = Room(2).add(ev.ActionRecorded(action="a1", what="Call"))
    assert nothing_to_do(given(room)) == ""


NOTE = "- [ ] a note"
"""A note of the facilitator in the room of everything, and `SECRET` is a private one."""


def whole_text(content: str | bytes) -> str:
    """All that is in a file, in the parts of slides as well."""
    if isinstance(content, str):
        return html.unescape(content).replace("\\", "")
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("notes", [False, True])
def test_notes_are_where_they_are_asked_for_and_private_ones_nowhere(notes: bool) -> None:
    kit = kit_of(given(full(), notes=notes), "all", SESSION)
    texts = {one.name: whole_text(one.content) for one in kit.files}
    assert [name for name, text in texts.items() if SECRET in text] == []
    asked = {f"offsite-report.{ending}" for ending in ("md", "html", "json")} if notes else set()
    assert {name for name, text in texts.items() if NOTE in text} == asked


def test_for_the_public_there_are_no_notes_even_where_they_are_asked_for() -> None:
    room = full()
    public = ReportInput(
        room.header, visible(room.state(), "public"), audience="public", notes=True
    )
    for one in kit_of(public, "all", SESSION).files:
        text = whole_text(one.content)
        assert NOTE not in text, one.name
        assert SECRET not in text, one.name
