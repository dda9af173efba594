from __future__ import annotations

from typing import Any

from support.kits import forty
from support.reports import given
from support.results import Room, choices

from mops_tui.model.session import events as ev
from mops_tui.model.session.audience import visible_after
from mops_tui.report import ReportInput
from mops_tui.report.content.decisions import decisions_of, next_steps_of


def decided(**keys: Any) -> ev.DecisionRecorded:
    return ev.DecisionRecorded(**{"decision": "d", "scenario": "demo", "what": "We go.", **keys})


def action(name: str, **keys: Any) -> ev.ActionRecorded:
    return ev.ActionRecorded(action=name, what=f"Do {name}", **keys)


def test_a_decision_reads_as_a_person_says_it() -> None:
    room = Room(3).add(decided(owner=" Mara ", review="1 March", confidence=4))
    (one,) = decisions_of(given(room))
    assert (one.about, one.asked, one.owner) == ("Demo", "What do we do?", "Mara")
    assert (one.review, one.review_day) == ("1 March 2027", "2027-03-01")
    assert one.sure == "sure (the facilitator's word)"


def test_a_review_that_is_no_day_stays_as_it_was_typed() -> None:
    (one,) = decisions_of(given(Room(3).add(decided(review="after the fair"))))
    assert (one.review, one.review_day, one.sure) == ("after the fair", "", "")


def test_what_its_vote_lacked_stands_beside_it() -> None:
    room = Room(3).round("demo/where", choices("aab")).add(decided(what="We go to Alpha."))
    (one,) = decisions_of(given(room))
    assert one.vote == "2 of 3, short of the 75 % set for a decision"


def test_steps_with_a_day_come_first_in_order_and_what_is_done_comes_last() -> None:
    room = Room(3).add(
        action("late", by="2027-05-01", who="Ian"),
        action("someday"),
        action("soon", by="1 December"),
        action("gone", by="2026-11-03"),
        action("then", by="after the fair"),
        decided(first_step="Write it down", owner="Mara"),
        ev.ActionDone(action="gone"),
    )
    steps = next_steps_of(given(room))
    assert [one.what for one in steps] == [
        "Do soon", "Do late", "Do then", "Write it down", "Do someday", "Do gone"
    ]  # fmt: skip
    assert [one.by for one in steps] == [
        "1 December 2026",
        "1 May 2027",
        "after the fair",
        "",
        "",
        "3 November 2026",
    ]
    assert [one.day for one in steps][:2] == ["2026-12-01", "2027-05-01"]
    assert [one.done for one in steps] == [False] * 5 + [True]
    assert steps[3].who == "Mara"


def test_a_step_that_says_by_when_itself_has_that_day() -> None:
    room = Room(3).add(
        decided(first_step="By Friday, write it down", owner="Mara"),
        ev.ActionRecorded(action="a", what="By the summer, ask them", by=""),
        ev.ActionRecorded(action="b", what="By Friday, ask them", by="1 December"),
    )
    told = [(one.by, one.day) for one in next_steps_of(given(room))]
    assert told == [
        ("Friday, 6 November 2026", "2026-11-06"),
        ("1 December 2026", "2026-12-01"),
        ("by the summer", ""),
    ]


def test_what_led_in_the_vote_stands_beside_a_decision_that_names_no_answer_of_it() -> None:
    run = forty()
    header, events = run.header, list(run.events)
    at = next(n for n, one in enumerate(events) if isinstance(one, ev.DecisionRecorded))

    def vote(what: str) -> str:
        was = events[at]
        assert isinstance(was, ev.DecisionRecorded)
        changed = [
            *events[:at],
            was.model_copy(update={"what": what, "why": ""}),
            *events[at + 1 :],
        ]
        state = visible_after(header, changed)
        (one,) = decisions_of(ReportInput(header, state))
        return one.vote

    beside = vote("We ask the board")
    names_none, led = beside.split(". ", 1)
    assert names_none == "It was not voted on in these words"
    assert led.endswith(" of 40, short of the 75 % set for a decision.")
    title, _colon, _said = led.partition(": ")
    assert names_none not in vote(f"We ask the board, whatever came of “{title}”")
