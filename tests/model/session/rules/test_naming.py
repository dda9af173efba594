"""What the room names, adds and takes out; and that all of it can be taken back."""

from __future__ import annotations

from support.asking import Room
from support.branching import room, vote

from mops_tui.model.agenda.flow import subject_due
from mops_tui.model.packs.questions import items_of
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.audience import visible
from mops_tui.model.session.ballots import Positions, Ratings
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import View


def title(made: Room) -> str:
    question = made.state.question("s/next")
    return question.title if question else ""


def items(made: Room, ref: str) -> list[str]:
    question = made.state.question(ref)
    assert question is not None
    return [item.label for item in items_of(question)]


def test_a_subject_is_named_renamed_and_taken_back() -> None:
    made = room()
    assert subject_due(made.state) is not None
    made.do(cmd.NameSubject("s", "  one   brief \n for all "))
    assert title(made) == "one brief for all, and then"
    assert subject_due(made.state) is None
    made.do(cmd.NameSubject("s", "x" * 80))
    assert title(made) == f"{'x' * 40}, and then"
    made.do(cmd.Undo())
    assert title(made) == "one brief for all, and then"
    made.do(cmd.Undo())
    assert title(made) == "the change, and then"
    assert fold(made.header, made.events).workshop == made.state.workshop


def test_what_has_no_subject_cannot_be_named() -> None:
    assert room().refused(cmd.NameSubject("none", "x")) == "no-subject"


def test_the_room_sees_the_name_and_no_cue() -> None:
    made = room()
    made.do(cmd.NameSubject("s", "one brief"))
    seen = visible(made.state, "room")
    question = seen.question("s/next")
    assert question is not None
    assert question.title == "one brief, and then"
    assert not hasattr(seen, "base")


def test_an_example_is_taken_out_and_the_room_brings_its_own_for_both_questions() -> None:
    made = room()
    made.do(cmd.Show(View("question", "s/waves")))
    made.do(cmd.TakeOutOption("s/waves", "chat"), cmd.AddOption("s/waves", "o1", "Agents"))
    assert items(made, "s/waves") == items(made, "s/sides") == ["Bots", "Agents"]
    answers = made.state.answers("s/sides")
    assert answers is not None
    assert answers.items == ("bots", "o1")
    made.do(cmd.Undo(), cmd.Undo())
    assert items(made, "s/waves") == items(made, "s/sides") == ["Chat", "Bots"]
    assert fold(made.header, made.events).workshop == made.state.workshop


def test_nothing_is_taken_out_once_somebody_has_voted_nor_the_last_one() -> None:
    made = room()
    made.do(cmd.Show(View("question", "s/waves")))
    made.do(cmd.TakeOutOption("s/waves", "chat"))
    assert made.refused(cmd.TakeOutOption("s/waves", "bots")) == "option-last"
    assert made.refused(cmd.TakeOutOption("s/waves", "chat")) == "option-unknown"
    made.do(cmd.AddOption("s/waves", "o1", "Agents"))
    ballot = Positions(("bots", "o1"), (10, 20))
    made.do(cmd.CastVote("s/waves", "p0", ballot, via="seat"))
    assert made.refused(cmd.TakeOutOption("s/waves", "o1")) == "option-voted-on"


def test_a_question_that_is_closed_to_the_room_keeps_its_answers() -> None:
    made = room()
    made.do(cmd.Show(View("question", "s/today")))
    assert made.refused(cmd.TakeOutOption("s/today", "it")) == "not-open-to-options"


def test_what_was_voted_on_stays_after_the_reveal() -> None:
    made = room()
    vote(made, "s/waves", Positions(("chat", "bots"), (10, 20)))
    assert made.refused(cmd.TakeOutOption("s/waves", "chat")) == "round-revealed"


def test_nothing_is_taken_out_that_was_voted_on_where_it_is_rated() -> None:
    made = room()
    made.do(cmd.Show(View("question", "s/sides")))
    made.do(cmd.CastVote("s/sides", "p0", Ratings(("chat", "bots"), ("no", "all")), via="seat"))
    made.do(cmd.Show(View("question", "s/waves")))
    assert made.refused(cmd.TakeOutOption("s/waves", "chat")) == "option-voted-on"


def test_what_was_rated_stays_as_it_was_when_the_room_adds_something() -> None:
    made = room()
    vote(made, "s/sides", Ratings(("chat", "bots"), ("no", "all")))
    made.do(cmd.Show(View("question", "s/waves")), cmd.AddOption("s/waves", "o1", "Agents"))
    assert items(made, "s/waves") == ["Chat", "Bots", "Agents"]
    assert items(made, "s/sides") == ["Chat", "Bots"]


def test_what_was_added_is_not_taken_back_once_it_is_rated() -> None:
    made = room()
    made.do(cmd.Show(View("question", "s/sides")), cmd.Show(View("question", "s/waves")))
    made.do(cmd.AddOption("s/waves", "o1", "Agents"))
    rated = Ratings(("chat", "bots", "o1"), ("no", "all", "all"))
    made.do(cmd.ByPhone(cmd.CastVote("s/sides", "p0", rated, via="phone")))
    assert made.refused(cmd.Undo()) == "votes-since"


def test_a_name_that_was_taken_back_is_asked_for_again() -> None:
    made = room()
    made.do(cmd.NameSubject("s", "one brief"), cmd.Undo())
    assert subject_due(made.state) is not None
