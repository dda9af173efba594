"""A walk alone is a workshop of one seat: conditions, subjects and borrowed items work as there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.branching import PACK, workshop

from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.ballots import Ballot, Choice, Pass, Positions, Ratings
from mops_tui.model.session.events import OptionAdded, SubjectNamed


def walk(*said: tuple[str, Ballot | None]) -> Walk:
    made = Walk(workshop(), "s")
    for name, ballot in said:
        made = made.saying(f"s/{name}", Said("words", 60, ballot))
    return made


def names(made: Walk) -> list[str]:
    return [ref.removeprefix("s/") for ref in made.refs]


def test_a_question_is_asked_only_where_its_answer_was_chosen() -> None:
    assert names(walk()) == ["today", "next", "waves", "sides"]
    assert names(walk(("today", Choice("it")))) == ["today", "next", "terms-it", "waves", "sides"]
    both = walk(("today", Choice("it")), ("next", Choice("sales")))
    assert names(both) == ["today", "next", "terms-it", "terms-sales", "waves", "sides"]


def test_another_answer_takes_its_conditions_along() -> None:
    rated = Ratings(("t",), ("all",))
    made = walk(("next", Choice("it")), ("terms-it", rated))
    assert made.answered("s/terms-it") is not None
    changed = made.saying("s/next", Said("Sales", 60, Choice("sales")))
    assert "s/terms-it" not in changed.refs
    assert changed.answered("s/terms-it") is None  # it is kept, and counts for nothing
    back = changed.saying("s/next", Said("IT", 60, Choice("it")))
    assert back.answered("s/terms-it") is not None


def test_what_is_named_stands_in_the_questions_and_what_is_taken_out_is_gone() -> None:
    made = walk().making(
        SubjectNamed(scenario="s", subject="one brief"),
        OptionAdded(question="s/waves", option="bots", label="Bots", removed=True),
        OptionAdded(question="s/waves", option="own-1", label="Stalls"),
    )
    question = made.state.question("s/next")
    assert question is not None
    assert question.title == "one brief, and then"
    for name in ("waves", "sides"):  # the latter rates the items of the former
        answers = made.state.answers(f"s/{name}")
        assert answers is not None
        assert answers.items == ("chat", "own-1")


def test_what_is_asked_for_is_ready_to_be_kept_and_changes_nothing_yet() -> None:
    before = walk()
    added = before.doing(cmd.AddOption("s/waves", before.own_option, "Stalls"))
    assert not isinstance(added, cmd.Refusal)
    [event] = added
    assert (event.seq, event.t) == (0, 0.0)
    assert before.made == ()
    after = before.making(event)
    assert after.own_option != before.own_option
    answers = after.state.answers("s/waves")
    assert answers is not None
    assert before.own_option in answers.items


def test_of_what_has_an_answer_already_nothing_can_be_taken_out() -> None:
    out = cmd.TakeOutOption("s/waves", "bots")
    assert walk().refuses(out) is None
    answered = walk(("waves", Positions(("chat", "bots"), (10, 20))))
    assert isinstance(answered.refuses(out), cmd.Refusal)
    assert isinstance(answered.doing(out), cmd.Refusal)


def test_an_answer_that_fits_no_more_counts_as_a_pass() -> None:
    made = walk(("today", Choice("gone")))
    assert names(made) == ["today", "next", "waves", "sides"]
    assert made.at == "s/next"
    [vote] = made.state.rounds["s/today"][-1].votes.values()
    assert vote.ballot == Pass()


def test_the_way_goes_on_behind_the_last_answer_and_ends() -> None:
    assert walk().at == "s/today"
    assert walk(("next", Choice("it"))).at == "s/terms-it"
    assert walk(("sides", Pass())).at == ""
    assert not walk().begun
    assert walk(("sides", Pass())).begun


def test_one_step_back_and_one_forth_are_neighbours() -> None:
    made = walk(("today", Choice("it")))
    assert [made.before("s/today"), made.after("")] == ["", "s/today"]
    assert [made.before("s/terms-it"), made.after("s/next")] == ["s/next", "s/terms-it"]
    assert [made.before(""), made.after("s/sides")] == ["s/sides", ""]


def test_a_pass_is_no_answer() -> None:
    assert walk(("today", Pass())).answered("s/today") is None


@given(
    st.dictionaries(
        st.sampled_from([question.id for question in PACK.questions]),
        st.sampled_from(
            [
                Pass(),
                None,
                Choice("it"),
                Choice("sales"),
                Ratings(("t",), ("no",)),
                Positions(("chat",), (50,)),
            ]
        ),
    )
)
def test_whatever_was_answered_all_that_is_asked_can_be_reached_both_ways(
    said: dict[str, Ballot | None],
) -> None:
    made = walk(*said.items())
    forth, back = [made.after("")], [made.before("")]
    while forth[-1]:
        forth.append(made.after(forth[-1]))
    while back[-1]:
        back.append(made.before(back[-1]))
    assert tuple(forth[:-1]) == made.refs
    assert tuple(reversed(back[:-1])) == made.refs
