from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.kits import nine, write_kits
from support.reports import full, given
from support.results import Room, choices
from support.sessions import workshop

from mops_tui.model.packs.workshop import refs
from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.content.page.fitting import MOST_LINES, lines_of
from mops_tui.report.content.page.page_one import page_one, whole_page
from mops_tui.report.content.parts import PageOne
from mops_tui.report.paged import page_data
from mops_tui.sources.saved import read_saved


def page(room: Room, **keys: Any) -> PageOne:
    return page_one(given(room, **keys))


def decided(**keys: Any) -> ev.DecisionRecorded:
    return ev.DecisionRecorded(**{"decision": "d", "scenario": "demo", "what": "We go.", **keys})


def test_it_asks_what_was_to_be_decided() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    assert page(room).asked == ("What do we do?",)


def test_where_nothing_was_to_be_decided_it_tells_what_was_asked() -> None:
    whole = workshop()
    (demo,) = whole.scenarios
    plain = whole.model_copy(update={"scenarios": (demo.model_copy(update={"decision": None}),)})
    room = Room(3, workshop=plain).round("demo/where", choices("aab"))
    assert page(room).asked == ("Where should the team sit?",)
    assert page(room).undecided == ()


def test_what_was_reached_and_not_decided_is_open() -> None:
    room = Room(3).round("demo/where", choices("aab"))
    assert page(room).undecided == (
        "No decision is on record for “Demo”: What do we do?",
        "No next step is on record.",
    )
    assert page(room.add(decided(owner="Mara"))).undecided == ("No next step is on record.",)
    assert page(Room(3).add(decided(first_step="By Friday, pack."))).undecided == (
        "Nobody owns this decision yet: “We go”.",
    )
    shown = page(Room(3).add(decided(first_step="By Friday, pack.")))
    assert shown.open_steps == "Nobody is named for the next step."


def test_what_nobody_wrote_down_stands_beside_the_decision_but_not_what_others_may_not_read() -> (
    None
):
    room = Room(3).add(decided(owner="Mara", first_step="Pack.", review="2030-01-01"))
    (one,) = page(room).decisions
    assert one.not_on_record == "why, who must agree, dissent"
    (one,) = page(room, audience="public").decisions
    assert one.not_on_record == "who must agree"


def test_what_was_written_down_as_not_decided_is_open_and_no_decision() -> None:
    room = Room(3).round("demo/where", choices("abc"))
    shown = page(room.add(decided(what="Not decided: three answers tie", owner="Mara")))
    assert shown.decisions == ()
    assert shown.undecided[0] == "Not decided: three answers tie. Owner: Mara."


def test_what_was_not_reached_is_told_as_that() -> None:
    assert page(Room(3)).undecided == ("“Demo” was not reached, and nothing was decided there.",)
    room = Room(3)
    skipped = refs(room.header.workshop.scenarios[0])
    room.add(ev.AgendaSet(skipped=skipped, minutes=30))
    assert page(room).undecided == ("“Demo” was skipped, and nothing was decided there.",)


def test_too_few_and_an_uncounted_quorum_are_told_with_the_finding() -> None:
    (found,) = page(Room(5).round("demo/where", choices("aaa  "))).findings
    assert found.sentence == "3 of 5 voted: too few to speak for the room."
    room = Room().open("demo/where").call("demo/where", [("", "a", 5)]).reveal("demo/where")
    (found,) = page(room).findings
    assert found.more.endswith("Nobody counted how many were present.")


def test_private_notes_and_other_lists_are_not_parked() -> None:
    room = Room(3).add(
        ev.NoteRecorded(note="a", text="Who pays?", list="parking"),
        ev.NoteRecorded(note="b", text="secret", list="parking", private=True),
        ev.NoteRecorded(note="c", text="a note"),
    )
    assert page(room).parked == ("Who pays?",)


def test_sections_that_are_left_out_leave_page_one_as_well() -> None:
    room = full().add(ev.ReportEdited(title="Ours", left_out=("findings", "parked")))
    shown = page(room)
    assert (shown.title, shown.findings, shown.parked) == ("Ours", (), ())
    assert shown.decisions


def test_a_brief_report_does_not_point_below() -> None:
    room = Room(3).add(*(decided(decision=f"d{n}", what="We go. " * 60) for n in range(20)))
    assert page(room).more_decisions.endswith("more below")
    assert page(room, brief=True).more_decisions.endswith("more in the whole report")


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_the_samples_fit_one_page(name: str, tmp_path: Path) -> None:
    saved = read_saved(write_kits(tmp_path, name)[name])
    shown = page_one(ReportInput(saved.header, saved.state, saved.condition))
    assert lines_of(shown) <= MOST_LINES
    assert shown.turnout
    assert shown.agreement
    assert len(shown.findings) == 3


def test_the_whole_page_has_what_is_cut_on_the_page() -> None:
    run = nine()
    report = ReportInput(run.header, visible(run.state, "room"))
    whole, cut = whole_page(report), page_one(report)
    for one, short in zip(whole.decisions, cut.decisions, strict=True):
        begun = short.why.removesuffix("…").rstrip()
        assert one.why.startswith(begun)


def test_a_named_room_has_names_in_its_pictures_and_the_public_has_none() -> None:
    spots = [(10, 20), (-90, -5), (80, 80)]
    room = Room(3).round("demo/place", [{"x": x, "y": y} for x, y in spots])
    (found,) = page(room).findings
    picture: Any = found.picture.picture
    assert {mark.label for mark in picture.marks} == {"Person 1", "Person 2", "Person 3"}
    assert "Person" not in found.picture.alternative
    (public,) = page(room, audience="public").findings
    assert "Person" not in repr(public)


def test_as_data_it_holds_everything_but_the_shapes() -> None:
    shown = page(full())
    data: Any = page_data(shown)
    assert data["decisions"][0]["review_day"] == "2027-03-01"
    assert data["findings"][0]["picture"]["key"] == shown.findings[0].picture.key
    assert {*data} == {*vars(shown)}
