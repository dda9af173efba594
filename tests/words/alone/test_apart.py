"""Answers that do not go together are said not to, whatever the pack calls them."""

from __future__ import annotations

from itertools import product

import pytest
from support.branching import asked
from support.needing import TRUE, WOOD, WOOD_FOR, needing, with_question
from support.rehearsed import ours

from mops_tui.model.alone.clashes import clashes
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import Ballot, Choice, Pass, Ratings
from mops_tui.words.alone.conclusion import conclusion

ROOF = [{"id": "tent", "label": "Tent"}, {"id": "hut", "label": "Hut"}]
STEPS = [
    {"id": "wait", "label": "We wait", "keeps": ["now"]},
    {"id": "go", "label": "We move", "changes": ["now"]},
    {"id": "cook", "label": "We cook"},
]
CAMP = with_question(
    asked("choice", "now", title="Our roof today", option=ROOF, today=True),
    asked("choice", "form", title="Our roof tomorrow", option=ROOF),
    asked("rate", "terms", title="A hut needs", item=WOOD, scale=TRUE, asked_if=WOOD_FOR),
    asked("choice", "step", title="What we do first", option=STEPS),
    decision={
        "ask": "What now?",
        "rehearsed": [{"question": "step", "says": "First: {answer}"}],
    },
)


def said(now: Ballot, **others: Ballot) -> str:
    blocks = conclusion(needing(CAMP, 60, now=now, **others))
    return "\n".join(line for one in blocks for line in (one.heading, *one.lines, *one.points))


@pytest.mark.parametrize(
    ("now", "form", "step", "clash"),
    [
        ("tent", "hut", "wait", True),
        ("tent", "tent", "wait", False),
        ("tent", "hut", "go", False),
        ("hut", "hut", "go", True),
        ("tent", "hut", "cook", False),
    ],
)
def test_answers_that_keep_or_change_what_is_wanted_otherwise_clash(
    now: str, form: str, step: str, *, clash: bool
) -> None:
    told = said(Choice(now), form=Choice(form), step=Choice(step))
    assert ("What does not go together yet" in told) is clash
    assert ("That leaves open what you said in “Our roof tomorrow”" in told) is clash


def test_a_clash_is_said_in_the_words_of_the_answers() -> None:
    told = said(Choice("tent"), form=Choice("hut"), step=Choice("wait"))
    assert (
        "In “Our roof tomorrow” you chose Hut. In “What we do first” you said “We wait”, and that "
        "leaves “Our roof today” as it is: Tent. Both hold only if Hut is for later." in told
    )
    told = said(Choice("hut"), form=Choice("hut"), step=Choice("go"))
    assert "that is your answer to “Our roof today”, too. In “What we do first” you said" in told


def test_what_was_passed_is_not_assumed() -> None:
    told = said(Pass(), form=Choice("hut"), step=Choice("wait"))
    assert "leaves “Our roof today” as it is. You did not say what it is: if it is not Hut" in told
    assert "go together" not in said(Pass(), form=Choice("hut"), step=Choice("go"))


def test_a_choice_of_which_nothing_is_true_is_said_with_how_firmly_it_stands() -> None:
    nothing = Ratings(("wood", "axe"), ("no", "no"))
    told = said(Choice("tent"), form=Choice("hut"), terms=nothing)
    assert "you chose Hut (fairly firm). Of what it needs you call nothing “Yes”." in told


def test_what_is_so_today_is_told_as_a_fact_and_is_no_choice() -> None:
    terms = [{"question": "now", "leads": ["tent"]}]
    pack = with_question(
        asked("choice", "now", title="Our roof today", option=ROOF, today=True),
        asked("rate", "terms", title="A tent needs", item=WOOD, scale=TRUE, asked_if=terms),
        asked("choice", "form", title="Our roof tomorrow", option=ROOF),
    )
    no = Ratings(("wood", "axe"), ("no", "no"))
    walk = needing(pack, now=Choice("tent"), terms=no, form=Choice("hut"))
    told = "\n".join(line for one in conclusion(walk) for line in (*one.lines, *one.points))
    assert "Our roof today: Tent. Of 2 conditions you call none “Yes”." in told
    assert "You chose Tent" not in told
    assert "Our roof today: now (fairly sure)" in told


def test_whoever_wants_another_place_and_keeps_todays_is_told_in_the_shipped_scenario() -> None:
    entry = (AgendaEntry(scenario="org-placement"),)
    fresh = Walk(assemble(entry, ours().scenarios, id="w", title="W"), "org-placement")
    places = ("marketing", "it", "sales", "revops")
    for now, wanted, step in product(
        (*places, "elsewhere"), places, ("stay", "line", "money", "priorities", "desks")
    ):
        here = now if now == "elsewhere" else f"at-{now}"
        walk = fresh
        for name, answer in (("today", here), ("spell", wanted), ("first-change", step)):
            walk = walk.saying(f"org-placement/{name}", Said("x", 60, Choice(answer)))
        assert bool(list(clashes(walk))) is ((now == wanted) == (step == "line")), (now, wanted)
