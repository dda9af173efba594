"""What was asked, where a report has little else to tell."""

from __future__ import annotations

from dataclasses import replace

from support.decks import kit_input

from mops_tui.report.content.content import report_content
from mops_tui.report.slides.fillers import asked_slide, open_slide
from mops_tui.report.slides.parts import SlideText


def test_the_one_thing_to_decide_is_the_title_and_the_questions_stand_below() -> None:
    content = report_content(kit_input("forty"))
    plan = asked_slide(content)
    assert plan.title == content.page.asked[0]
    (part,) = plan.parts
    assert isinstance(part, SlideText)
    assert part.paragraphs[0].text == content.scenarios[0].questions[0].ask


def test_a_closing_alone_is_not_no_question() -> None:
    content = report_content(kit_input("forty"))
    bare = replace(content, page=replace(content.page, asked=()))
    assert asked_slide(bare).title.endswith("questions were asked.")
    assert asked_slide(replace(bare, scenarios=())).title == "No question was asked."


def test_what_is_open_is_counted() -> None:
    page = report_content(kit_input("crash")).page
    assert open_slide(replace(page, undecided=("A", "B"))).title == "2 things are still open."
