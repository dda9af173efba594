"""What somebody's own answers add up to, whatever pack they are of."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from support.branching import asked, workshop
from support.needing import needing, with_question
from support.rehearsed import ours
from support.sessions import workshop as grids_workshop

from mops_tui.model.alone.adding_up import AddingUp, adding_up, changed
from mops_tui.model.alone.clashes import Clash, clashes
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.pack import AgendaEntry, Scenario
from mops_tui.model.packs.questions import (
    QuestionBase,
    RateQuestion,
    items_of,
    kind_of,
    options_of,
)
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Pass,
    Point,
    Positions,
    Ratings,
)

HALF = Ratings(("wood", "axe"), ("no", "yes"))


def test_conditions_tell_what_holds_and_what_is_furthest_from_it() -> None:
    [one] = adding_up(needing(form=Choice("hut"), terms_hut=HALF)).conditions
    assert (one.because, one.answer) == ("camp/form", "hut")
    assert (one.holds, one.lowest, one.n) == (("axe",), ("wood",), 2)


def test_conditions_that_all_hold_have_none_that_is_lowest() -> None:
    all_true = Ratings(("wood", "axe"), ("yes", "yes"))
    [one] = adding_up(needing(form=Choice("hut"), terms_hut=all_true)).conditions
    assert one.lowest == ()


def test_questions_with_the_same_answers_are_held_beside_each_other() -> None:
    points = Allocation(("tent", "hut"), (7, 3))
    [one] = adding_up(needing(likes=points, form=Choice("hut"))).threads
    assert one.answers == (("camp/likes", ("Tent",)), ("camp/form", ("Hut",)))
    assert not one.alike
    [same] = adding_up(needing(likes=points, form=Choice("tent"))).threads
    assert same.alike


def test_points_on_all_answers_alike_put_nothing_first() -> None:
    tie = Allocation(("tent", "hut"), (5, 5))
    assert adding_up(needing(likes=tie, form=Choice("hut"))).threads == ()


def test_answers_that_tie_stand_first_together_and_are_not_the_one_answer_given_elsewhere() -> None:
    names = [{"id": one, "label": one.capitalize()} for one in ("tent", "hut", "boat")]
    pack = with_question(
        asked("allocate", "likes", option=names), asked("choice", "form", option=names)
    )
    tie = Allocation(("tent", "hut"), (5, 5))
    [one] = adding_up(needing(pack, likes=tie, form=Choice("hut"))).threads
    assert one.answers == (("camp/likes", ("Tent", "Hut")), ("camp/form", ("Hut",)))
    assert not one.alike


def test_an_answer_of_the_name_of_a_group_is_held_beside_what_stands_low_in_it() -> None:
    pack = with_question(
        asked("choice", "first", option=[{"id": n.lower(), "label": n} for n in ("Food", "Sleep")]),
        asked(
            "rate",
            "list",
            group=[{"id": "g", "label": "food"}, {"id": "h", "label": "Sleep"}],
            item=[
                {"id": "a", "label": "A", "group": "g"},
                {"id": "b", "label": "B", "group": "g"},
                {"id": "c", "label": "C", "group": "h"},
            ],
        ),
    )  # fmt: skip
    rated = Ratings(("a", "b", "c"), ("no", "all", "no"))
    [one] = adding_up(needing(pack, first=Choice("food"), list=rated)).weighed
    assert (one.option, one.lowest) == ("food", ("a",))


def test_the_first_decision_that_one_answer_allows_is_named() -> None:
    outcome = adding_up(needing(form=Choice("hut"))).outcome
    assert outcome is not None
    assert (outcome.draft.says, outcome.answers) == ("We sleep in: {answer}", ("hut",))
    assert adding_up(needing(form=Pass())).outcome is None


def deciding(*drafts: Mapping[str, object]) -> Scenario:
    """A scenario of three answers and three items, whose pack words these decisions."""
    names = [{"id": one, "label": one.capitalize()} for one in ("tent", "hut", "boat")]
    return with_question(
        asked("allocate", "likes", option=names),
        asked("rate", "things", item=names),
        decision={"ask": "Where do we sleep?", "rehearsed": list(drafts)},
    )


@pytest.mark.parametrize(("up_to", "named"), [(1, None), (2, ("tent", "hut"))])
def test_a_decision_names_no_more_answers_than_its_words_are_for(
    up_to: int, named: tuple[str, ...] | None
) -> None:
    pack = deciding({"question": "things", "says": "First {answer}", "up_to": up_to})
    rated = Ratings(("tent", "hut", "boat"), ("all", "all", "no"))
    outcome = adding_up(needing(pack, things=rated)).outcome
    assert (outcome and outcome.answers) == named


@pytest.mark.parametrize(("others", "last"), [(("all", "no"), "boat"), (("no", "no"), None)])
def test_what_comes_last_is_told_only_where_one_does(
    others: tuple[str, str], last: str | None
) -> None:
    pack = deciding({"question": "things", "says": "{answer}, never {last}", "up_to": 2})
    rated = Ratings(("tent", "hut", "boat"), ("all", *others))
    outcome = adding_up(needing(pack, things=rated)).outcome
    assert (outcome and outcome.last) == last


def test_words_that_nothing_is_decided_are_no_outcome_nor_is_what_comes_after_them() -> None:
    drafts = [{"question": "likes", "says": f"{n}: {{answer}}"} for n in "ab"]
    points = Allocation(("tent", "hut"), (7, 3))
    decided = adding_up(needing(deciding(*drafts), likes=points)).outcome
    assert decided is not None
    open_first = deciding({**drafts[0], "open": True}, drafts[1])
    assert adding_up(needing(open_first, likes=points)).outcome is None


def test_one_answer_in_common_makes_no_two_questions_alike() -> None:
    first, second = (
        [{"id": one, "label": one.capitalize()} for one in names]
        for names in (("tent", "hut"), ("tent", "boat"))
    )
    pack = with_question(
        asked("choice", "one", option=first), asked("choice", "two", option=second)
    )
    assert adding_up(needing(pack, one=Choice("tent"), two=Choice("boat"))).threads == ()


def test_a_mark_on_the_line_between_corners_puts_none_first() -> None:
    walk = Walk(grids_workshop(), "demo")
    question = walk.state.question("demo/place")
    assert question is not None
    assert len(firsts(question, Point(40, 40), walk.state.workshop)) == 1
    assert firsts(question, Point(0, 0), walk.state.workshop) == ()


def test_what_one_found_about_today_is_no_wish_that_another_answer_could_thwart() -> None:
    names = [{"id": one, "label": one.capitalize()} for one in ("tent", "hut")]
    steps = [{"id": "stay", "label": "Stay", "keeps": ["now"]}, {"id": "go", "label": "Go"}]

    def found(today: bool) -> list[Clash]:
        pack = with_question(
            asked("choice", "now", option=names, today=True),
            asked("choice", "also", option=names, today=today),
            asked("choice", "step", option=steps),
        )
        walk = needing(pack, now=Choice("tent"), also=Choice("hut"), step=Choice("stay"))
        return list(clashes(walk))

    assert [one.wanted for one in found(today=False)] == ["camp/also"]
    assert found(today=True) == []


def test_unsure_is_what_was_under_a_half_or_the_one_least_sure() -> None:
    walk = needing(sure=80, form=Choice("hut"), terms_hut=HALF)
    assert adding_up(walk).unsure == ()  # all alike
    walk = walk.saying("camp/form", Said("Hut", 60, Choice("hut")))
    assert adding_up(walk).unsure == ("camp/form",)
    for name, sure in (("camp/form", 40), ("camp/terms-hut", 20)):
        walk = walk.saying(name, Said("x", sure, walk.said[name].ballot))
    assert adding_up(walk).unsure == ("camp/terms-hut", "camp/form")


def test_what_was_asked_and_not_answered_was_passed() -> None:
    walk = needing(form=Choice("tent"), likes=Pass())
    assert adding_up(walk).passed == ("camp/needs", "camp/likes")


def test_items_that_two_questions_ask_about_are_held_side_by_side() -> None:
    walk = Walk(workshop(), "s")
    waves, sides = Positions(("chat", "bots"), (10, 50)), Ratings(("chat",), ("all",))
    for name, ballot in (("waves", waves), ("sides", sides)):
        walk = walk.saying(f"s/{name}", Said("x", 60, ballot))
    [one] = adding_up(walk).borrowed
    assert (one.lender, one.question, one.items) == ("s/waves", "s/sides", ("chat",))


def test_changed_is_what_both_walks_answer_and_not_alike() -> None:
    before = needing(form=Choice("tent"), likes=Allocation(("tent",), (10,)))
    now = needing(form=Choice("hut"), likes=Allocation(("tent",), (10,)), needs=Pass())
    assert changed(now, before) == ("camp/form",)


def test_a_pack_without_links_is_told_apart() -> None:
    pack = with_question(asked("text", "ideas"), asked("choice", "one"))
    assert not _is_linked(adding_up(needing(pack, one=Choice("it"))))
    assert _is_linked(adding_up(needing(form=Choice("hut"))))


def _is_linked(found: AddingUp) -> bool:
    """Whether there is more to say than the answers themselves."""
    by_links = (found.pulls, found.conditions, found.threads, found.weighed, found.placed)
    return any((*by_links, found.borrowed, found.outcome))


def _some(question: QuestionBase, last: bool) -> Ballot:
    options = [one.id for one in options_of(question)]
    items = [one.id for one in items_of(question)]
    kind = kind_of(question)
    if kind in ("choice", "hands"):
        return Choice(options[-1 if last else 0])
    if kind == "allocate":
        return Allocation((options[-1 if last else 0],), (10,))
    if isinstance(question, RateQuestion):
        scale = [one.id for one in question.scale]
        levels = [scale[(n + last) % len(scale)] for n in range(len(items))]
        return Ratings(tuple(items), tuple(levels))
    if kind in ("pairs", "curve"):
        return Positions(
            tuple(items),
            tuple((n % 5) - 2 if kind == "pairs" else n * 10 for n in range(len(items))),
        )
    return Point(-40, 30) if kind == "grid" else Pass()


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize(
    "name",
    [one.id for one in ours().scenarios.values() if one.decision is not None and not one.closing],
)
def test_every_shipped_scenario_links_what_somebody_says(name: str, last: bool) -> None:
    made = assemble((AgendaEntry(scenario=name),), ours().scenarios, id="w", title="W")
    walk = Walk(made, name)
    while ref := walk.at:
        question = walk.state.question(ref)
        assert question is not None
        walk = walk.saying(ref, Said("x", 60, _some(question, last)))
    for ref in walk.refs:  # each answer fits its question, or it would count as a pass
        [vote] = walk.state.rounds[ref][-1].votes.values()
        assert vote.ballot == walk.said[ref].ballot
    found = adding_up(walk)
    assert _is_linked(found)
    for one in found.placed:  # the strongest first, to whichever end it pulls
        parts = [abs(term.part) for _axis, term in one.terms]
        assert parts == sorted(parts, reverse=True)
