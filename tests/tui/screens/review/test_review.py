"""The report is seen before it leaves; one key writes it, and what is changed is an event."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path

import pytest
from support.journals import Files, file_of, numbered
from support.pilot import Stage, app_running, workshop
from support.sessions import header
from textual.content import Content
from textual.widgets import OptionList

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import ReportEdits, View
from mops_tui.report import ReportInput
from mops_tui.storage.folders.places import places
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions import journal
from mops_tui.tui.destinations import ReviewReport
from mops_tui.tui.host import Go
from mops_tui.tui.screens.dialogs.forms import FormScreen
from mops_tui.tui.screens.home.home import HomeScreen
from mops_tui.tui.screens.review import review
from mops_tui.tui.screens.review.form import ReviewForm
from mops_tui.tui.screens.review.keeping import FileKeeper
from mops_tui.tui.screens.review.review import ReviewScreen
from mops_tui.tui.screens.workshop.workshop import WorkshopScreen
from mops_tui.tui.widgets.fields import LineField, WordsField
from mops_tui.usecases.review import ReportDraft

DECIDED = ev.DecisionRecorded(decision="d", scenario="demo", what="We move", owner="Mara")
WIDE = (120, 40)


def kept(*events: ev.Event) -> Path:
    """A session of the user's own, with a decision in it."""
    path = places().sessions / "s-1.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file_of(numbered(DECIDED, *events)))
    return path


def edits_of(path: Path) -> list[ReportEdits]:
    found = [one for one in journal.read(path).events if isinstance(one, ev.ReportEdited)]
    return [ReportEdits(one.title, one.summary, one.left_out) for one in found]


async def reviewed(stage: Stage, path: Path) -> None:
    stage.app.post_message(Go(ReviewReport(path)))
    await stage.on(ReviewScreen)
    await seen(stage)


async def seen(stage: Stage) -> None:
    """Wait until the report stands on the screen."""
    await stage.until(lambda: not stage.screen.query_one(ReviewForm).disabled, "for the session")
    await stage.misses("Reading the session")


def field(stage: Stage, name: str) -> LineField | WordsField:
    found = stage.screen.query_one(f"#review-{name}")
    assert isinstance(found, LineField | WordsField)
    return found


async def test_after_the_close_a_key_opens_it_and_one_more_writes_it() -> None:
    async with workshop(cmd.Show(View("workshop")), cmd.Close()) as stage:
        await stage.sees("r opens its report, Esc goes home.")
        await stage.press("r", "r")
        await stage.on(ReviewScreen)
        await seen(stage)
        path = stage.room.session.path
        await stage.press("f2")
        await stage.sees("1 file written")
        assert path.with_name(f"{path.stem}-report.html").exists()
        assert not edits_of(path)
        await stage.press("f4")
        field(stage, "title").value = "Mine"
        await stage.burst("escape", "escape")
        await stage.on(WorkshopScreen)
        assert stage.app.room is not None
        await stage.settled()
        assert [one.title for one in edits_of(path)] == ["Mine"]
        assert stage.head.phase == "closed"


async def test_whoever_leaves_the_program_from_a_field_loses_nothing() -> None:
    path = kept(ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = "Mine"
        await stage.pilot.press("ctrl+q")
        await stage.until(lambda: stage.app._exit, "for the end")
    assert [one.title for one in edits_of(path)] == ["Mine"]


async def test_whoever_leaves_the_program_while_it_is_being_left_meets_no_fault() -> None:
    path = kept(ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        screen = stage.screen
        assert isinstance(screen, ReviewScreen)
        await screen.dismiss(None)
        await screen.keep_before_quit()
    assert not edits_of(path)


async def test_what_people_typed_is_no_markup() -> None:
    hostile = "[/ hi [b] <b> | *x*"
    path = kept(ev.SessionClosed())
    files = Files(header(title=hostile))
    decided = DECIDED.model_copy(update={"what": hostile})
    path.write_bytes(files.file_of(files.numbered(decided, ev.SessionClosed())))
    async with app_running(WIDE) as stage:
        stage.app.post_message(Go(ReviewReport(path)))
        await stage.on(ReviewScreen)
        await stage.until(lambda: stage.text.count(hostile) >= 3, "for the title and the decision")


async def test_what_is_changed_is_seen_at_once_and_one_event_a_field() -> None:
    path = kept(ev.SessionClosed())
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = ""
        await stage.type("For the board")
        await stage.until(lambda: stage.text.count("For the board") > 1, "for it in the report")
        assert edits_of(path) == []
        await stage.press("enter")
        await stage.until(lambda: len(edits_of(path)) == 1, "for the title")
        summary = field(stage, "summary")
        summary.paste("One.\nTwo [b]x[/b] \x1b[31m.\nThree.")
        await stage.press("enter", "down", "space")
        await stage.press("escape")
        await stage.on(HomeScreen)
        assert edits_of(path)[-1] == ReportEdits(
            "For the board", "One.\nTwo [b]x[/b] .\nThree.", ("parked",)
        )
        assert len(edits_of(path)) == 3
    reading = journal.read(path)
    assert fold(reading.header, reading.events).phase == "closed"


async def test_a_change_is_taken_back_where_it_was_made() -> None:
    path = kept(ev.SessionClosed())
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = "One"
        await stage.press("enter")
        await stage.until(lambda: len(edits_of(path)) == 1, "for the title")
        field(stage, "summary").value = "Two"
        await stage.press("f3")
        assert field(stage, "summary").value == ""
        assert field(stage, "title").value == "One"
        await stage.press("f3")
        assert field(stage, "title").value == "Our morning"
        await stage.until(lambda: edits_of(path)[-1] == ReportEdits(), "for the change")
        await stage.press("f3")
        await stage.sees("Nothing was changed in this review.")


@pytest.mark.slow
async def test_a_folder_that_cannot_be_written_to_gives_a_sentence_and_keeps_the_text(
    tmp_path: Path,
) -> None:
    path = kept(ev.SessionClosed())
    path.with_name("s-1-report.html").mkdir()
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = "Mine"
        await stage.press("f2")
        await stage.on(FormScreen)
        await stage.sees("it is a folder", "Write it elsewhere")
        (tmp_path / "file").touch()
        for typed, said in (
            ("reports", "There is no folder “reports”."),
            (str(tmp_path / "file"), "is a file and no folder"),
        ):
            stage.screen.query_one("#folder", LineField).value = typed
            await stage.burst("f2", "f2")
            await stage.sees(" ".join(said.split()[-2:]))
            await stage.on(FormScreen)
            assert stage.screen.query_one("#folder", LineField).value == typed
        stage.screen.query_one("#folder", LineField).value = str(tmp_path)
        await stage.press("f2")
        await stage.on(ReviewScreen)
        await stage.sees("1 file written")
        assert "Mine" in (tmp_path / "s-1-report.html").read_text("utf-8")
        assert field(stage, "title").value == "Mine"


async def test_a_session_that_somebody_else_runs_has_its_report_and_keeps_no_change() -> None:
    path = kept(ev.SessionPaused())
    async with app_running(WIDE) as stage:
        with SessionLock(path):
            await reviewed(stage, path)
            await stage.press("f4")
            field(stage, "title").value = "Mine"
            await stage.press("enter")
            await stage.sees("cannot be kept in the")
            await stage.press("f2")
            await stage.sees("1 file written")
            assert "Mine" in path.with_name("s-1-report.html").read_text("utf-8")
            await stage.press("escape")
            await stage.sees("Esc again leaves without them.")
            await stage.rested()
            await stage.press("escape")
            await stage.on(HomeScreen)
        assert edits_of(path) == []


@pytest.mark.parametrize(
    "tail",
    [b"[[event]]\nseq = 3\nkind = ", b'\n[[event]]\nnot toml\n\ncrc = "0"\n\n[[event]]\nseq=9\n'],
)
async def test_a_file_that_is_not_whole_has_the_report_it_can(tail: bytes) -> None:
    path = kept()
    path.write_bytes(path.read_bytes() + tail)
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        await stage.sees("We move", "The workshop was not closed")
        await stage.press("f2")
        await stage.sees("1 file written")


async def test_what_cannot_be_read_is_said_and_leads_back() -> None:
    path = kept()
    path.write_bytes(b"")
    async with app_running() as stage:
        stage.app.post_message(Go(ReviewReport(path)))
        await stage.sees("s-1.toml")
        await stage.on(HomeScreen)


async def test_a_small_window_shows_one_page_at_a_time_and_several_formats_are_written() -> None:
    path = kept(ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.sees("We move")
        assert "Written as" not in stage.text
        await stage.press("f4")
        await stage.sees("Written as", "Title")
        assert "We move" not in stage.text
        listed = stage.screen.query_one("#review-formats", OptionList)
        listed.focus()
        for number in range(listed.option_count):
            listed.highlighted = number
            if listed.get_option_at_index(number).id in ("md", "json", "csv", "ics", "html"):
                await stage.press("space")
        await stage.press("f2")
        await stage.sees("4 files written", "so there is no calendar")
        await stage.press("f2")
        await stage.sees("4 files written")
        assert not list(path.parent.glob("*(2)*"))
        json.loads(path.with_name("s-1-report.json").read_text("utf-8"))
        assert not path.with_name("s-1-report.html").exists()


async def test_a_disk_that_does_not_answer_keeps_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(ev.SessionClosed())
    never = asyncio.Event()

    async def keep(_keeper: FileKeeper, _edits: ReportEdits) -> str:
        await never.wait()
        return ""

    monkeypatch.setattr(FileKeeper, "keep", keep)
    monkeypatch.setattr(review, "PATIENCE", 0.05)
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = "Mine"
        await stage.press("escape")
        await stage.sees("The disk does not answer. Esc again leaves")
        await stage.rested()
        await stage.press("escape")
        await stage.on(HomeScreen)


async def test_what_was_said_goes_once_something_else_is_wanted() -> None:
    path = kept(ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        field(stage, "title").value = "Mine"
        await stage.press("f3")
        await stage.sees("Taken back.")
        await stage.press("tab", "tab", "space")
        await stage.misses("Taken back.")


async def test_a_letter_that_no_terminal_draws_is_taken_back_once() -> None:
    path = kept(ev.ReportEdited(title="Th\u200bumb \U0001f44d\U0001f3fd"), ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.press("f4", "f3")
        await stage.sees("Nothing was changed in this review.")
        field(stage, "title").value = "Mine \U0001f44d\U0001f3fd"
        await stage.press("tab")
        await stage.until(lambda: len(edits_of(path)) == 2, "for the title")
        for _time in range(2):
            await stage.press("f3")
        assert field(stage, "title").value.startswith("Thumb")
        await stage.press("f3")
        await stage.sees("Nothing was changed in this review.")


async def test_a_long_title_shows_how_it_begins_once_it_is_left() -> None:
    path = kept(ev.SessionClosed())
    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.press("f4")
        title = field(stage, "title")
        assert isinstance(title, LineField)
        title.value = "Begin " + "of a long title " * 8 + "end"
        await stage.press("end")
        await stage.until(lambda: "title end" in stage.text, "for its end")
        await stage.press("tab")
        await stage.until(lambda: "Begin of a long" in stage.text, "for its beginning")
        await stage.press("shift+tab", "end")
        await stage.until(lambda: "title end" in stage.text, "for the cursor")


async def test_a_page_that_was_laid_out_for_another_width_comes_too_late(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = kept(ev.SessionClosed())
    gate = threading.Event()
    widths: list[int] = []

    def laid_out(_markdown: str, width: int) -> Content:
        widths.append(width)
        if len(widths) == 1:
            assert gate.wait(20)
        return Content(f"as wide as {width}")

    async with app_running() as stage:
        await reviewed(stage, path)
        await stage.sees("We move")
        monkeypatch.setattr(review, "plain_lines", laid_out)
        await stage.pilot.resize_terminal(90, 24)
        await stage.until(lambda: widths, "for the first width")
        await stage.pilot.resize_terminal(100, 24)
        page = stage.screen.query_one("#review-page")

        def is_newest() -> bool:
            width = page.scrollable_content_region.width
            return width > 90 and f"as wide as {width}" in stage.text

        await stage.until(is_newest, "for the second width")
        gate.set()
        await stage.until(
            lambda: all(one.is_finished for one in stage.app.workers), "for the first"
        )
        await stage.rested()
        assert is_newest()


async def test_pictures_are_drawn_as_wide_as_their_page(monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept(ev.SessionClosed())
    asked: list[int] = []

    def told(_path: Path, _given: ReportInput, _draft: ReportDraft, width: int) -> str:
        asked.append(width)
        return f"drawn for {width}"

    monkeypatch.setattr(review, "draft_text", told)
    async with app_running(WIDE) as stage:
        await reviewed(stage, path)
        page = stage.screen.query_one("#review-page")

        def fits() -> bool:
            width = page.scrollable_content_region.width
            return asked[-1:] == [width] and f"drawn for {width}" in stage.text

        await stage.until(fits, "for the width beside the form")
        wide = asked[-1]
        await stage.pilot.resize_terminal(80, 24)
        await stage.until(lambda: fits() and asked[-1] > wide, "for the width of the window")
