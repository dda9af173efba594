"""The walks that practice journals hold: where one begins, what was taken back, what has gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from support.branching import PACK, workshop

from mops_tui.model.packs.digest import question_digest
from mops_tui.model.session.ballots import Ballot, Choice, Pass, Ratings, ballot_keys
from mops_tui.model.session.events import (
    AnswerCommitted,
    AnswerTakenBack,
    OptionAdded,
    PracticeEvent,
    SubjectNamed,
)
from mops_tui.sources.practice.answers import PracticeAnswer, without_taken_back
from mops_tui.sources.practice.walks import KeptWalk, kept_walks

START = datetime(2026, 3, 3, 9, tzinfo=UTC)


def said(name: str, ballot: Ballot | None, words: str = "x", **changes: str) -> AnswerCommitted:
    question = PACK.question(name)
    assert question is not None
    keys = ballot_keys(ballot) if ballot is not None else {}
    event = AnswerCommitted(
        question=f"s/{name}",
        digest=question_digest(question),
        answer=words,
        confidence=60,
        **keys,
    )
    return event.model_copy(update=changes)


def kept(*events: PracticeEvent) -> tuple[KeptWalk, ...]:
    answers = [
        PracticeAnswer(START + timedelta(minutes=n), event) for n, event in enumerate(events)
    ]
    return kept_walks(without_taken_back(answers), PACK, workshop())


IT = said("today", Choice("it"))
END = said("sides", Pass())


def test_a_walk_goes_on_where_it_was_left_and_is_over_at_its_end() -> None:
    assert kept() == ()
    [one] = kept(IT)
    assert (one.walk.at, one.over) == ("s/next", False)
    [one] = kept(IT, said("waves", Pass()))  # the one between was passed
    assert one.walk.at == "s/sides"
    [one] = kept(IT, END)
    assert one.over
    assert one.when == START + timedelta(minutes=1)


def test_a_question_answered_again_begins_another_walk() -> None:
    first, second = kept(IT, END, said("today", Choice("sales")))
    assert first.over
    assert second.walk.said["s/today"].ballot == Choice("sales")


def test_an_answer_that_was_taken_back_and_given_anew_begins_none() -> None:
    [one] = kept(IT, AnswerTakenBack(of="s/today"), said("today", Choice("sales")), END)
    assert one.walk.said["s/today"].ballot == Choice("sales")
    assert "s/terms-sales" in one.walk.refs
    [one] = kept(IT, said("next", Choice("it")), AnswerTakenBack(of="s/next"))
    assert one.walk.at == "s/next"


def test_what_reads_otherwise_by_now_was_not_answered() -> None:
    assert kept(said("today", Choice("it"), digest="0" * 12)) == ()


def test_what_was_named_belongs_to_the_walk_that_it_begins() -> None:
    name = SubjectNamed(scenario="s", subject="one brief")
    other = SubjectNamed(scenario="s", subject="two")
    added = OptionAdded(question="s/waves", option="own-1", label="Stalls")
    first, second = kept(name, IT, added, END, other, said("today", Choice("it")))
    assert first.walk.state.subjects == {"s": "one brief"}
    assert first.walk.state.added["s/waves"] == (("own-1", "Stalls"),)
    assert second.walk.state.subjects == {"s": "two"}
    assert second.walk.state.added == {}


def test_what_was_named_before_any_answer_is_gone_on_with() -> None:
    gone = OptionAdded(question="s/waves", option="chat", label="Chat", removed=True)
    [one] = kept(gone)
    assert not one.over
    assert one.walk.state.taken_out == {"s/waves": ("chat",)}


def test_an_older_journal_has_words_alone_which_still_name_an_option() -> None:
    [one] = kept(said("today", None, "IT"), said("waves", None, "Chat: laggards"))
    assert one.walk.said["s/today"].ballot == Choice("it")
    assert "s/terms-it" in one.walk.refs
    assert one.walk.said["s/waves"].ballot is None
    assert one.walk.answered("s/waves") is not None


def test_other_scenarios_are_none_of_it() -> None:
    foreign = said("today", Choice("it"), question="t/today")
    assert kept(foreign, SubjectNamed(scenario="t", subject="x")) == ()


def test_conditions_hold_for_what_is_read_as_for_what_is_answered() -> None:
    [one] = kept(said("next", Choice("it")), said("terms-it", Ratings(("t",), ("all",))))
    assert one.walk.answered("s/terms-it") is not None
