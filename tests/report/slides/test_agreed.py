"""How far the room agrees: whole on one slide, else on two; the title says it."""

from __future__ import annotations

from dataclasses import replace

from support.decks import kit_input

from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import NotesContent, QuestionContent, ReportContent
from mops_tui.report.slides.agreed import agreement_slides
from mops_tui.report.slides.parts import SlidePlan, SlideText

METHOD = NotesContent("How we voted", ("All at once.", "By name."), is_method=True)


def content(*moved: str) -> ReportContent:
    """A report with so many questions that were voted on twice."""
    whole = report_content(kit_input("forty"))
    page = replace(
        whole.page, turnout="All voted.", agreement="On one of two, we agree.", headline="We agree."
    )
    questions = tuple(
        QuestionContent(f"s/q{n}", f"Question {n}", "", (), one, ()) for n, one in enumerate(moved)
    )
    return replace(whole, page=page, scenarios=(replace(whole.scenarios[0], questions=questions),))


def names(plan: SlidePlan) -> list[str]:
    return [part.name for part in plan.parts if isinstance(part, SlideText)]


def test_all_of_it_stands_on_one_slide_where_it_has_room() -> None:
    (only,) = agreement_slides(content("Two moved."), METHOD, ("Who pays?",), 2)
    assert only.title == "We agree."
    assert names(only) == ["", "What moved between two votes", "What is parked", "How we voted"]
    assert not only.cut
    assert len({part.size for part in only.parts if isinstance(part, SlideText)}) == 1


def test_what_has_no_room_there_has_a_slide_of_its_own_and_is_whole() -> None:
    long = "Since round 1, three of nine changed their answer; all of them went to IT. " * 2
    first, second = agreement_slides(content(*(long,) * 7), METHOD, (), 2)
    assert names(first) == ["", "How we voted"]
    assert second.title == "We voted twice on 7 questions."
    assert names(second) == ["What moved between two votes"]
    assert not first.cut
    assert not second.cut


def test_where_there_is_one_slide_only_it_is_cut_and_the_notes_have_all_of_it() -> None:
    long = "Since round 1, three of nine changed their answer; all of them went to IT. " * 9
    (only,) = agreement_slides(content(*(long,) * 7), METHOD)
    assert only.cut
    assert only.notes.count(f"Question 3: {long}") == 1
    assert "By name." in only.notes


def test_where_nothing_but_a_closing_was_voted_on_that_is_what_is_told() -> None:
    voted = report_content(kit_input("forty"))
    bare = replace(voted.page, turnout="", agreement="", headline="")
    (only,) = agreement_slides(replace(voted, page=bare))
    assert only.title == "How far we agree"
    assert only.notes[1] == "Nothing was voted on but the questions of a check-in or a closing."
    (none,) = agreement_slides(replace(voted, page=bare, scenarios=()))
    assert none.notes[1].startswith("No vote was revealed")
