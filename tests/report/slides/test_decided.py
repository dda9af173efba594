"""What was decided: at large, beside each other, as a table; what is missing is said."""

from __future__ import annotations

from dataclasses import replace

from support.decks import decision, kit_input

from mops_tui.report.content.page.page_one import whole_page
from mops_tui.report.content.parts import PageOne, ReportDecision
from mops_tui.report.slides.decided import decided_slides
from mops_tui.report.slides.parts import SlideTable, SlideText


def page(*decisions: ReportDecision, undecided: tuple[str, ...] = ()) -> PageOne:
    whole = whole_page(kit_input("nine"))
    return replace(whole, decisions=decisions, undecided=undecided)


def said(one: PageOne, most: int = 1) -> str:
    return "\n".join(
        paragraph.whole
        for plan in decided_slides(one, most)
        for part in plan.parts
        if isinstance(part, SlideText)
        for paragraph in part.paragraphs
    )


def test_one_decision_says_who_when_and_how_sure() -> None:
    one = decision("Move", "Ana", agree="The CIO", review="1 March", sure="quite", dissent="No!")
    told = said(page(one))
    for line in ("Owner: Ana", "Must agree: The CIO", "How sure: quite", "Dissent: No!"):
        assert line in told
    assert "Review: 1 March" in told


def test_an_owner_and_what_else_is_not_on_record_are_missed() -> None:
    told = said(page(decision("", what="Move", not_on_record="a first step, dissent")))
    assert "Owner: nobody yet" in told
    assert "Not noted: a first step, dissent" in told


def test_what_the_vote_lacked_is_told() -> None:
    assert "The vote: no majority" in said(page(decision("Move", vote="no majority")))


def test_three_decisions_show_why_and_what_was_asked_whole() -> None:
    long = "Because nobody could show what a move would cost us in the first year. " * 5
    three = page(*(decision(f"Decision {n}", "Ana", why=long, asked="Where?") for n in range(3)))
    slides = decided_slides(three, 3)
    assert len(slides) == 3
    assert not any(plan.cut for plan in slides)
    told = said(three, 3)
    assert told.count(long) == 3
    assert told.count("Asked: Where?") == 3


def test_short_decisions_stand_under_each_other_on_one_slide() -> None:
    three = page(*(decision(f"Decision {n}", "Ana", agree="", sure="") for n in range(3)))
    (only,) = decided_slides(three, 3)
    assert not only.cut
    assert sum("Asked" in one.label for p in only.parts for one in p.paragraphs) == 3  # type: ignore[union-attr]  # texts alone


def test_more_than_three_are_a_table_or_where_there_is_room_more_slides() -> None:
    four = page(*(decision(f"Decision {n}", "Ana") for n in range(4)))
    (only,) = decided_slides(four)
    assert isinstance(only.parts[0], SlideTable)
    assert [plan.above for plan in decided_slides(four, 2)] == [
        "What we decided (1 of 2)",
        "What we decided (2 of 2)",
    ]


def test_a_short_decision_is_the_title_of_its_slide_and_a_long_one_stands_below_it() -> None:
    (short,) = decided_slides(page(decision("We move", "Ana", what="MOps stays with IT")))
    assert (short.title, short.above) == ("MOps stays with IT", "What we decided")
    assert sum(part.body for part in short.parts if isinstance(part, SlideText)) == 1
    (long,) = decided_slides(page(decision("We move", "Ana", what="MOps stays with IT. " * 20)))
    assert long.title == "What we decided"


def test_several_decisions_are_counted_with_those_that_nobody_owns() -> None:
    two = (decision("We move", "Ana"), decision("We stay", ""))
    assert [plan.title for plan in decided_slides(page(*two))] == [
        "We made two decisions, and one of them has no owner."
    ]


def test_what_is_open_stands_below() -> None:
    assert "Still open: Who pays?" in said(page(decision("Move"), undecided=("Who pays?",)))


def test_nothing_decided_is_said_so() -> None:
    (only,) = decided_slides(page(undecided=("No decision on where.",)))
    assert only.title == "No decision is on record"
    assert "No decision on where." in only.notes
