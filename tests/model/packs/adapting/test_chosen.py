"""A scenario as an agenda chooses it."""

from __future__ import annotations

from support.branching import PACK, WAVES, asked, scenario

from mops_tui.model.packs.adapting.chosen import chosen_of
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.questions import RateQuestion, items_of, options_of

LINES = [{"id": "free", "text": "F"}, {"id": "back", "text": "B", "refers": ["first"]}]

LENDING = (
    asked("curve", "waves", item=WAVES, open=True),
    asked("rate", "sides", items_from="waves"),
)
"""A question, and one that rates its items."""


def test_a_line_that_speaks_of_a_question_goes_with_it() -> None:
    option = {"id": "a", "label": "A", "gotchas": LINES}
    second = asked(
        "choice", "second", prompts=LINES, facts=LINES, option=[option, option | {"id": "b"}]
    )
    pack = scenario(asked("hands", "first"), second, cues=LINES)
    whole = chosen_of(pack, AgendaEntry(scenario="s"))
    cut = chosen_of(pack, AgendaEntry(scenario="s", questions=("second",)))
    for made, ids in ((whole, ["free", "back"]), (cut, ["free"])):
        question = made.questions[-1]
        for lines in (made.cues, question.prompts, question.facts, options_of(question)[0].gotchas):
            assert [line.id for line in lines] == ids


def test_a_question_that_waits_for_one_that_is_left_out_is_asked() -> None:
    made = chosen_of(PACK, AgendaEntry(scenario="s", questions=("today", "terms-it")))
    assert [one.question for one in made.questions[1].asked_if] == ["today"]
    alone = chosen_of(PACK, AgendaEntry(scenario="s", questions=("terms-it",)))
    assert alone.questions[0].asked_if == ()


def test_borrowed_items_are_there_whether_their_question_is_or_not() -> None:
    for questions, follows in ((("waves", "sides"), "waves"), (("sides",), None)):
        made = chosen_of(PACK, AgendaEntry(scenario="s", questions=questions))
        sides = made.questions[-1]
        assert isinstance(sides, RateQuestion)
        assert [item.label for item in items_of(sides)] == ["Chat", "Bots"]
        assert sides.items_from == follows


def test_items_that_are_borrowed_twice_are_there() -> None:
    again = asked("rate", "again", items_from="sides")
    pack = scenario(*LENDING, again)
    for questions, follows in ((("waves", "again"), "waves"), (("sides", "again"), "sides")):
        made = chosen_of(pack, AgendaEntry(scenario="s", questions=questions)).questions[-1]
        assert isinstance(made, RateQuestion)
        assert [item.label for item in items_of(made)] == ["Chat", "Bots"]
        assert made.items_from == follows


def test_a_brief_and_a_decision_can_be_left_out_but_not_the_brief_that_names_the_subject() -> None:
    entry = AgendaEntry(scenario="s", brief=False, decision=False)
    plain = PACK.model_copy(update={"subject": None})
    assert chosen_of(plain, entry).no_brief
    assert chosen_of(plain, entry).decision is None
    assert not chosen_of(PACK, entry).no_brief
