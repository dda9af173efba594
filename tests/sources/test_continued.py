"""What a session left for the next one of the same team, and which sessions can be named."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.results import Room
from support.sessions import OPENED
from support.todo import ASK, HIRE, workshop_file

from mops_tui.model.session import commands as cmd
from mops_tui.model.session import events as ev
from mops_tui.model.session.before import MOST_BEFORE, ActionBefore
from mops_tui.sources.afterwards import say_afterwards
from mops_tui.sources.continued import MOST_OFFERED, before_of, offered
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.sessions import journal
from mops_tui.storage.sessions.blocks import encode
from mops_tui.storage.sessions.journal import header_bytes
from mops_tui.storage.sessions.making import create
from mops_tui.storage.sessions.moved import write_forwarding_note
from mops_tui.storage.sessions.summaries import summary_of


def written(folder: Path, name: str, *events: ev.Event, **changes: Any) -> Path:
    room = Room(2, id=name, **changes).add(*events)
    path = folder / f"{name}.toml"
    path.write_bytes(header_bytes(room.header) + b"".join(map(encode, room.events)))
    return path


def decision(what: str, name: str = "d", **more: Any) -> ev.DecisionRecorded:
    return ev.DecisionRecorded(decision=name, scenario="demo", what=what, **more)


FORM = decision("One form.", owner="Maya", agree="the CIO", first_step="a draft", review="1 March")


def test_it_is_what_stood_at_the_end_with_its_day_and_its_plan(tmp_path: Path) -> None:
    removed = ev.DecisionAmended(decision="d2", scenario="demo", what="Stay.", removed=True)
    path = written(
        tmp_path,
        "s",
        FORM,
        decision("Stay.", "d2"),
        removed,
        ev.ActionRecorded(action="a", what="Ask Legal", who="Tom", by="Friday"),
        ev.NoteRecorded(note="n", text="mine", private=True),
    )
    left = before_of(path)
    (form,) = left.decisions
    assert (left.session, left.title, left.opened) == ("s", "Our morning", OPENED)
    assert (form.what, form.owner, form.agree, form.day) == (
        "One form.", "Maya", "the CIO", "2026-11-02",
    )  # fmt: skip
    assert (form.scenario, form.first_step, form.review) == ("Demo", "a draft", "1 March")
    assert [(one.what, one.who, one.by) for one in left.actions] == [("Ask Legal", "Tom", "Friday")]


def test_a_header_holds_it_and_reads_back_whatever_was_typed(tmp_path: Path) -> None:
    hostile = "[workshop]\n[[event]]\n\x1b[31m \u202e \U0001f469\u200d\U0001f467 " + "x" * 9_000
    many = [decision(hostile, f"d{n}", why=hostile, first_step=hostile) for n in range(30)]
    left = before_of(written(tmp_path, "s", *many))
    assert len(left.decisions) == MOST_BEFORE
    assert left.decisions[-1].id == "d29"
    header = Room(before=left).header
    create(tmp_path / "next.toml", header)
    assert journal.read(tmp_path / "next.toml").header.before == left
    found = summary_of(tmp_path / "next.toml")
    assert found is not None
    assert found.trouble is None


def test_a_rehearsal_a_damaged_file_and_none_at_all_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "s", FORM)
    cut = path.read_bytes().replace(b'what = "One form."', b"what = 3")
    (tmp_path / "bad.toml").write_bytes(cut)
    for name, code in (
        (written(tmp_path, "r", FORM, session="rehearsal").name, "not-live"),
        ("bad.toml", "damaged-before"),
        ("none.toml", "missing"),
    ):
        with pytest.raises(SessionError) as refused:
            before_of(tmp_path / name)
        assert refused.value.code == code


def test_live_sessions_are_offered_the_newest_first(tmp_path: Path) -> None:
    for n in range(MOST_OFFERED + 2):
        written(tmp_path, f"s-{n}", FORM, opened=OPENED + timedelta(days=n))
    written(tmp_path, "r", FORM, session="rehearsal", opened=OPENED + timedelta(days=99))
    names = [one.path.stem for one in offered(tmp_path)]
    assert names == [f"s-{n}" for n in range(MOST_OFFERED + 1, 1, -1)]
    assert offered(tmp_path / "none") == ()


def test_a_session_that_was_carried_on_elsewhere_is_named_by_where_it_is(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    old, new = written(here, "s"), written(there, "s", FORM)
    write_forwarding_note(old, new)
    (one,) = offered(here)
    assert one.path == new
    assert one.before == before_of(new)
    new.unlink()
    assert [one.path for one in offered(here)] == [old]


ASKED = ActionBefore(id="a1", what="Ask Legal", who="Tom", by="2026-11-10", day="2026-11-02")


def test_only_what_is_open_goes_on_and_what_was_open_before_it_too(tmp_path: Path) -> None:
    first = workshop_file(tmp_path, 0, ASK, HIRE, ev.ActionDone(action="a2"))
    assert before_of(first).actions == (ASKED,)
    second = workshop_file(tmp_path, 1, HIRE, before=before_of(first))
    older = ASKED.model_copy(update={"session": "s-0"})
    left = before_of(second)
    assert list(left.todo) == ["s-0/a1", "a2"]
    assert left.todo["s-0/a1"] == older
    assert offered(tmp_path)[0].before == left
    # It is done meanwhile, and its own file says so.
    say_afterwards(first, cmd.MarkDone("a1"))
    assert list(before_of(second).todo) == ["a2"]
    assert offered(tmp_path)[0].before == before_of(second)


@pytest.mark.parametrize(
    ("outcome", "goes_on"),
    [("done", False), ("changed", False), ("carried", False), ("not-done", True)],
)
def test_what_the_room_said_of_it_counts_in_the_session_and_in_a_later_one(
    tmp_path: Path, outcome: str, goes_on: bool
) -> None:
    first = workshop_file(tmp_path, 0, ASK)
    said = ev.ActionFollowedUp.model_validate({"action": "a1", "outcome": outcome})
    second = workshop_file(tmp_path, 1, said, before=before_of(first))
    assert bool(before_of(second).actions) == goes_on
    assert bool(before_of(first).actions) == goes_on
    assert [bool(one.before and one.before.actions) for one in offered(tmp_path)] == [goes_on] * 2


def test_a_first_step_that_is_done_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "s", FORM, ev.FirstStepDone(decision="d"))
    assert before_of(path).decisions[0].first_step_done == "2026-11-02"
