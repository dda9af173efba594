"""A workshop as its room has made it."""

from __future__ import annotations

from support.branching import WAVES, asked, scenario, workshop

from mops_tui.model.packs.adapting.adapted import adapted, followers
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.questions import items_of
from mops_tui.model.packs.workshop import assemble


def test_what_the_room_named_stands_in_titles_asks_and_the_decision() -> None:
    made = adapted(workshop(), {"s": "one brief"}, {})
    (one,) = made.scenarios
    assert one.questions[1].title == "one brief, and then"
    assert one.decision is not None
    assert one.decision.ask == "What about one brief?"


def test_until_it_is_named_the_fallback_stands_there() -> None:
    (one,) = adapted(workshop(), {}, {}).scenarios
    assert one.questions[1].title == "the change, and then"


def test_a_name_is_text_whatever_it_holds() -> None:
    odd = "{subject} [b]\\x1b[31m"
    (one,) = adapted(workshop(), {"s": odd}, {}).scenarios
    assert one.questions[1].title == f"{odd}, and then"


def test_what_is_taken_out_is_gone_from_those_who_rate_it_too() -> None:
    made = adapted(workshop(), {}, {"s/waves": ("chat",)})
    (one,) = made.scenarios
    assert followers(one, "waves") == ("sides",)
    for question_id in ("waves", "sides"):
        question = one.question(question_id)
        assert question is not None
        assert [item.id for item in items_of(question)] == ["bots"]


def test_who_borrows_from_a_borrower_follows_too() -> None:
    questions = (
        asked("curve", "waves", item=WAVES),
        asked("rate", "sides", items_from="waves"),
        asked("rate", "again", items_from="sides"),
    )
    pack = scenario(*questions)
    assert followers(pack, "waves") == ("sides", "again")
    assert followers(pack, "sides") == ("again",)


def test_a_workshop_that_names_nothing_stays_the_same_object() -> None:
    plain = assemble(
        (AgendaEntry(scenario="s"),), {"s": scenario(asked("hands", "q"))}, id="w", title="W"
    )
    assert adapted(plain, {}, {}) is plain
