"""What is to be done over many sessions, and where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest
from support.kits import write_kits
from support.sessions import OPENED
from support.todo import ASK, FORM, HIRE, left, workshop_file

from mops_tui.model.session import events as ev
from mops_tui.model.session.before import ActionBefore, DecisionBefore
from mops_tui.model.session.commands import EditReport
from mops_tui.sources import many
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.continued import before_of, offered
from mops_tui.sources.todo import reading
from mops_tui.sources.todo.folder import mark, todo_of
from mops_tui.sources.todo.tracked import Tracked
from mops_tui.storage.files.errors import Busy, SessionError
from mops_tui.storage.locking.locks import SessionLock
from mops_tui.storage.sessions.summaries import summary_of
from mops_tui.words.closing_kit.todo import facts

ASKED = ActionBefore(id="a1", what="Ask Legal")


def standing(folder: Path) -> dict[str, tuple[str, str]]:
    """Where each thing stands, and in which workshop that was said."""
    return {
        f"{one.session}/{one.kind}/{one.key}": (one.standing, one.said_in)
        for one in todo_of(folder).things
    }


def test_votes_are_not_read_and_what_is_found_is_the_same_as_where_all_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats = Path(__file__).parents[2] / "data" / "formats" / "1"
    for number, path in enumerate(sorted(formats.glob("*.toml"))):
        shutil.copy(path, tmp_path / f"{number}.toml")
    wrong = Path(shutil.copy(formats / "followed-up.toml", tmp_path / "wrong.toml"))
    text = wrong.read_bytes()
    wrong.write_bytes(text[:-90] + b"?" + text[-89:])
    quick = todo_of(tmp_path)
    assert quick.things
    read = Mock(side_effect=many.read_file)
    monkeypatch.setattr(reading, "read_file", read)
    monkeypatch.setattr(reading, "_sound", lambda _data, _known: None)
    assert todo_of(tmp_path) == quick
    assert read.called


def test_workshops_of_one_title_and_day_are_told_apart(tmp_path: Path) -> None:
    morning = OPENED.replace(hour=9)
    workshop_file(tmp_path, 0, ASK, title="Ours", opened=morning)
    said = ev.ActionFollowedUp(action="a1", outcome="carried")
    again = ev.ActionRecorded(action="b1", what="Ask Legal")
    noon = morning.replace(hour=14)
    workshop_file(tmp_path, 1, said, again, before=left(0, ASKED), title="Ours", opened=noon)
    workshop_file(tmp_path, 2, HIRE)
    first, second, third = todo_of(tmp_path).things
    assert (first.alike, first.said_alike, second.alike, third.alike) == (True, True, True, False)
    today = morning.date()
    assert facts(first, today).endswith("in “Ours”, 14:30 · “Ours”, 2 November 2026, 09:30")
    assert facts(third, today).endswith("“Workshop 2”, 1 January 2027")


def test_a_workshop_is_called_what_its_report_was_called(tmp_path: Path) -> None:
    path = workshop_file(tmp_path, 0, ASK)
    say_afterwards(path, EditReport("Who asks Legal", "", ()))
    assert only(tmp_path, "action").title == "Who asks Legal"
    summary = summary_of(path)
    assert summary is not None
    assert summary.title == "Who asks Legal"
    assert summary.finished
    assert before_of(path).title == "Who asks Legal"
    assert [one.title for one in offered(tmp_path)] == ["Who asks Legal"]
    say_afterwards(path, EditReport("", "A summary", ()))
    assert only(tmp_path, "action").title == "Workshop 0"
    assert summary_of(path).title == "Workshop 0"  # type: ignore[union-attr]  # it is there


def only(folder: Path, kind: str) -> Tracked:
    (found,) = (one for one in todo_of(folder).things if one.kind == kind)
    return found


def test_everything_that_was_written_down_is_open_at_first(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, ASK, HIRE, FORM)
    assert standing(tmp_path) == dict.fromkeys(
        ("s-0/action/a1", "s-0/action/a2", "s-0/first-step/d1", "s-0/review/d1"), ("open", "")
    )
    assert only(tmp_path, "review").day == "2026-12-01"


def test_a_first_step_that_says_by_when_is_due_then(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, FORM.model_copy(update={"first_step": "By Friday, draft it"}))
    found = only(tmp_path, "first-step")
    assert (found.by, found.day) == ("by Friday", "2026-11-06")


@pytest.mark.parametrize("kind", ["action", "first-step", "review"])
def test_what_is_marked_stands_in_the_file_it_came_from_which_stays_closed(
    tmp_path: Path, kind: str
) -> None:
    path = workshop_file(tmp_path, 0, ASK, FORM)
    listed = summary_of(path)
    assert mark([only(tmp_path, kind)], done=True)
    assert only(tmp_path, kind).standing == "done"
    assert only(tmp_path, kind).on
    assert mark([only(tmp_path, kind)], done=True) == ()
    after = summary_of(path)
    assert listed is not None
    assert after is not None
    assert after.finished
    assert after.latest == listed.latest
    assert mark([only(tmp_path, kind)], done=False)
    assert only(tmp_path, kind).standing == "open"


@pytest.mark.parametrize(
    ("outcome", "then"),
    [("done", "done"), ("changed", "changed"), ("carried", "carried"), ("not-done", "open")],
)
def test_what_a_later_workshop_said_of_an_action_counts(
    tmp_path: Path, outcome: ev.ActionFollowUp, then: str
) -> None:
    workshop_file(tmp_path, 0, ASK)
    said = ev.ActionFollowedUp(action="a1", outcome=outcome)
    workshop_file(tmp_path, 1, said, before=left(0, ASKED))
    found = only(tmp_path, "action")
    assert found.standing == then
    assert found.said_in == ("" if then == "open" else "Workshop 1")
    assert found.not_done_on == ("2026-12-02" if then == "open" else "")


def test_a_workshop_speaks_of_actions_from_before_the_one_before(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, ASK)
    workshop_file(tmp_path, 1, ASK, before=left(0, ASKED))
    said = ev.ActionFollowedUp(action="s-0/a1", outcome="done")
    older = ASKED.model_copy(update={"session": "s-0"})
    workshop_file(tmp_path, 2, said, before=left(1, older, ASKED))
    assert standing(tmp_path) == {
        "s-0/action/a1": ("done", "Workshop 2"),
        "s-1/action/a1": ("open", ""),
    }


def test_the_last_workshop_has_the_last_word(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, ASK)
    for number, outcome in ((1, "done"), (2, "not-done")):
        said = ev.ActionFollowedUp.model_validate({"action": "a1", "outcome": outcome})
        workshop_file(tmp_path, number, said, before=left(0, ASKED))
    assert only(tmp_path, "action").standing == "open"


@pytest.mark.parametrize(
    ("outcome", "first_step", "review"),
    [("done", "done", "done"), ("changed", "changed", "done"), ("not-done", "open", "done")],
)
def test_a_decision_that_was_asked_about_has_been_looked_at(
    tmp_path: Path, outcome: ev.FollowUp, first_step: str, review: str
) -> None:
    workshop_file(tmp_path, 0, FORM)
    decided = DecisionBefore(id="d1", what="One form.")
    said = ev.DecisionFollowedUp(decision="d1", outcome=outcome)
    workshop_file(tmp_path, 1, said, before=left(0, decisions=(decided,)))
    assert only(tmp_path, "first-step").standing == first_step
    assert only(tmp_path, "review").standing == review


def test_a_session_counts_once_and_what_is_done_goes_into_the_longest_copy(tmp_path: Path) -> None:
    path = workshop_file(tmp_path, 0, ASK, HIRE)
    shutil.copy(path, tmp_path / "s-0 (1).toml")
    todo = todo_of(tmp_path)
    assert len(todo.things) == 2
    assert [len(one.copies) for one in todo.copied] == [1]
    for thing in todo.things:
        assert mark([thing], done=True)
    again = todo_of(tmp_path)
    assert {one.standing for one in again.things} == {"done"}
    assert {one.path for one in again.things} == {path}


def test_rehearsals_are_counted_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    workshop_file(tmp_path, 0, ASK)
    workshop_file(tmp_path, 1, ASK, session="rehearsal")
    (tmp_path / "broken.toml").write_text("no session\n")
    write_kits(tmp_path, "crash")
    todo = todo_of(tmp_path)
    assert (todo.sessions, todo.rehearsals) == (2, 1)
    assert {one.path.name for one in todo.unread} == {"broken.toml", "crash.toml"}
    assert "a1" in {one.key for one in todo.things}
    assert todo_of(tmp_path / "nothing").things == ()


def test_a_session_in_use_and_a_damaged_one_are_left_alone(tmp_path: Path) -> None:
    path = workshop_file(tmp_path, 0, ASK, HIRE, FORM)
    thing = todo_of(tmp_path).things[0]
    with SessionLock(path), pytest.raises(Busy):
        mark([thing], done=True)
    damaged = path.read_bytes().replace(b'what = "Find a designer"', b'what = Find a designer"')
    path.write_bytes(damaged)
    todo = todo_of(tmp_path)
    assert [one.path for one in todo.unread] == [path]
    assert [one.key for one in todo.things] == ["a1"]
    with pytest.raises(SessionError, match="damaged"):
        mark([thing], done=True)
    assert path.read_bytes() == damaged


def test_a_session_without_somebodys_name_lists_nothing_once_more(tmp_path: Path) -> None:
    path = workshop_file(tmp_path, 0, ASK, FORM)
    before = todo_of(tmp_path).things
    workshop_file(tmp_path, 0, ASK, FORM, id="s-7", redacted=True)
    workshop_file(tmp_path, 0, ASK, FORM, id="s-8", redacted=True)
    workshop_file(tmp_path, 1, HIRE)
    todo = todo_of(tmp_path)
    assert [one for one in todo.things if one.session != "s-1"] == list(before)
    assert (todo.redacted, todo.sessions) == (2, 2)
    path.unlink()
    todo = todo_of(tmp_path)
    assert (todo.redacted, todo.sessions) == (1, 2)
    assert len({one.what for one in todo.things}) == len(todo.things)
