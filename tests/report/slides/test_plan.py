"""Six to ten slides, whatever the session holds; nothing outside a slide, nothing unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as examples
from support.decks import bars, contents, decision, grid, kit_input, shown

from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import (
    BeforeContent,
    DecisionFollowed,
    NextStep,
    NotesContent,
    QuestionContent,
    ReportContent,
    ReportFinding,
    RoundContent,
)
from mops_tui.report.slides.fitting import BULLET, PADDING, height_of, text_width
from mops_tui.report.slides.parts import (
    HEIGHT,
    SMALLEST,
    WIDTH,
    SlideBox,
    SlideDrawing,
    SlidePart,
    SlidePlan,
    SlideTable,
    SlideText,
)
from mops_tui.report.slides.plan import FEWEST, MOST, slide_plans

SLACK = 0.001


def inside(box: SlideBox) -> bool:
    across = box.x >= -SLACK and box.x + box.w <= WIDTH + SLACK
    return across and box.y >= -SLACK and box.y + box.h <= HEIGHT + SLACK


def fits(part: SlidePart) -> bool:
    if isinstance(part, SlideText):
        width = part.box.w - 2 * PADDING - (BULLET if part.bullets else 0)
        high = height_of(part.paragraphs, width, part.size)
        return part.size >= SMALLEST and high <= part.box.h - 2 * PADDING + SLACK
    if isinstance(part, SlideTable):
        return part.size >= SMALLEST and sum(part.heights) <= part.box.h + SLACK
    if isinstance(part, SlideDrawing):
        texts = [one for one in part.shapes if one.shape == "text"]
        return all(inside(one.box) for one in part.shapes) and all(
            text_width(one.text, one.size, bold=one.bold) <= one.box.w + SLACK for one in texts
        )
    return True


def overlapping(plan: SlidePlan) -> list[tuple[SlideBox, SlideBox]]:
    boxes = [part.box for part in plan.parts]
    return [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if min(one.x + one.w, other.x + other.w) - max(one.x, other.x) > SLACK
        and min(one.y + one.h, other.y + other.h) - max(one.y, other.y) > SLACK
    ]


@pytest.mark.slow
@examples(contents())
def test_whatever_the_session_its_slides_are_few_and_hold_what_they_say(
    content: ReportContent,
) -> None:
    plans = slide_plans(content)
    assert FEWEST <= len(plans) <= MOST
    for plan in plans:
        assert plan.title
        assert plan.notes
        assert not overlapping(plan), plan.title
        assert all(inside(part.box) and fits(part) for part in plan.parts), plan.title


def test_what_is_cut_is_whole_in_the_notes() -> None:
    content = report_content(kit_input("nine"))
    long = " ".join(f"word{n}" for n in range(600))
    page = replace(content.page, title=long, decisions=(decision(long, "Ana"),), parked=(long,) * 9)
    cut = [plan for plan in slide_plans(replace(content, page=page)) if plan.cut]
    assert len(cut) >= 3
    for plan in cut[:2]:
        assert long in "\n".join(plan.notes)
        told = [part for part in plan.parts if isinstance(part, SlideText)]
        shown_texts = [plan.title, *(one.text for part in told for one in part.paragraphs)]
        for text in shown_texts:
            if text.endswith("…"):
                assert text[:-1].rpartition(" ")[2] in long.split() or text.endswith("Ana…")


def test_thirty_decisions_stand_in_tables_and_all_of_them_in_their_notes() -> None:
    content = report_content(kit_input("nine"))
    every = tuple(decision(f"Decision number {n}", f"Owner {n}") for n in range(30))
    plans = slide_plans(replace(content, page=replace(content.page, decisions=every)))
    decided = [plan for plan in plans if plan.above.startswith("What we decided")]
    notes = "\n".join(note for plan in decided for note in plan.notes)
    assert all(f"Decision number {n}" in notes and f"Owner {n}" in notes for n in range(30))
    table = next(part for part in plans[1].parts if isinstance(part, SlideTable))
    assert table.rows[1][0] == "Decision number 0"


def test_a_grid_that_no_finding_shows_has_a_slide_of_its_own() -> None:
    content = report_content(kit_input("forty"))
    last = RoundContent(1, (), "", ("All stand in one corner.",), shown(grid(9)))
    question = QuestionContent("s/g", "Your place", "", (last,), "", ())
    scenario = replace(content.scenarios[0], questions=(question,))
    plans = slide_plans(replace(content, scenarios=(scenario,)))
    assert "All stand in one corner." in [plan.title for plan in plans]


def test_a_report_with_parts_left_out_does_not_bring_them_back() -> None:
    content = report_content(kit_input("nine", brief=True))
    page = replace(content.page, findings=(), parked=())
    plans = slide_plans(replace(content, page=page))
    assert len(plans) >= FEWEST
    assert not any(plan.above == "What is parked" for plan in plans)
    names = [part.name for p in plans for part in p.parts if isinstance(part, SlideText)]
    assert "How we voted" not in names


def test_what_the_session_before_left_has_a_slide_where_there_is_room() -> None:
    content = report_content(kit_input("forty"))
    followed = DecisionFollowed(decision("Move to IT"), "Done")
    before = BeforeContent("Spring, 2026-03-01", (followed,), (NextStep("Call", "Ana", "", ""),))
    plans = slide_plans(replace(content, before=before))
    last = next(plan for plan in plans if plan.title == "Last time")
    assert last.above == "Spring, 2026-03-01"
    assert "Done: Move to IT" in last.notes
    assert "To do then: Call · Ana" in last.notes
    assert len(plans) <= MOST


def test_a_finding_of_which_nothing_may_be_shown_has_no_slide() -> None:
    content = report_content(kit_input("nine"))
    bare = ReportFinding("Where?", "Not shown here: too few.", "", shown(bars(())))
    page = replace(content.page, findings=(bare, *content.page.findings[:2]))
    plans = slide_plans(replace(content, page=page))
    assert "Not shown here: too few." not in [plan.title for plan in plans]
    assert len(plans) >= FEWEST


def test_a_list_that_page_one_cuts_is_not_told_as_how_it_was_counted() -> None:
    content = report_content(kit_input("nine"))
    cut = NotesContent("All that was asked", ("Where?",) * 9)
    plans = slide_plans(replace(content, appendix=(cut, *content.appendix)))
    assert not any("Where?" in plan.notes for plan in plans)
    assert any("Answers are shown by name." in plan.notes for plan in plans)


def test_what_says_itself_that_nothing_was_decided_is_no_decision_of_its_scenario() -> None:
    content = report_content(kit_input("crash"))
    noted = decision("Not decided: too few votes", "Ana", asked="")
    scenario = replace(content.scenarios[0], decisions=(noted,), undecided="")
    notes = "\n".join(
        note for p in slide_plans(replace(content, scenarios=(scenario,))) for note in p.notes
    )
    assert "Not decided: too few votes. Owner: Ana." in notes
    assert "Decided: Not decided" not in notes


def test_findings_of_one_sentence_have_titles_that_can_be_told_apart() -> None:
    content = report_content(kit_input("nine"))
    few = "2 answers: too few to say where we stand."
    picture = bars(("A",))
    alike = tuple(
        ReportFinding(name, few, "", shown(picture, name)) for name in ("Where?", "When?")
    )
    plans = slide_plans(replace(content, page=replace(content.page, findings=alike)))
    titles = [plan.title for plan in plans]
    assert "Where? 2 answers: too few to say where we stand." in titles
    assert "When? 2 answers: too few to say where we stand." in titles
