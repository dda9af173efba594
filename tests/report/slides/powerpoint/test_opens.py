"""A file of slides opens without repair, whatever was typed: what PowerPoint is known to refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.deck_faults import faults
from support.decks import bars, cells, decision, grid, kit_deck, opened, shown
from support.examples import examples

from mops_tui.pictures.curve import bell, stage_bands
from mops_tui.pictures.shapes import CurvePicture, MapPicture, OfficeRoom, Turnout, UnitPoint, Wave
from mops_tui.report.content.parts import (
    NextStep,
    NotesContent,
    PageOne,
    ReportContent,
    ReportFinding,
)
from mops_tui.report.slides.plan import slide_plans
from mops_tui.report.slides.powerpoint.write import deck_bytes

DAY = datetime(2026, 1, 1, tzinfo=UTC)
JUNK = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=st.characters(categories=["Cc", "Cs", "Cn", "Cf", "Zs", "Lu"]), max_size=30),
    st.sampled_from(
        [
            "",
            " ",
            "\x00\x0b\x1b",
            "\ud800\udc00\udfff",
            "\ufffe\uffff",
            "_x000D_ a\rb\r\nc\td\ve",
            "]]></a:t><!-- & \"'",
            "=1+1",
            "W" * 200,
            "What the room said of it. " * 40,
        ]
    ),
)


def typed(texts: list[str]) -> ReportContent:
    """A report in which every text is one of these."""
    one, two, three = texts[:3]
    labels = (one, two, three)
    rooms = tuple(OfficeRoom(str(n), text, n / 2, n / 3, 1, 0.3) for n, text in enumerate(labels))
    office = MapPicture("votes", rooms, (), UnitPoint(0.5, 0.5), UnitPoint(0.1, 0.9), Turnout(3))
    waves = (
        Wave("a", one[:1] or "A", two, 0.5, 1 - bell(0.5), n=5),
        Wave("b", "B", one, None, 1.0),
    )
    pictures = (
        bars(labels, before=len(one) % 2 == 0),
        cells(labels),
        grid(5, two),
        office,
        CurvePicture(stage_bands(), waves, Turnout(5)),
    )
    start = len(one) % len(pictures)
    chosen = [pictures[(start + at) % len(pictures)] for at in range(3)]
    found = tuple(ReportFinding(one, two, three, shown(picture, two)) for picture in chosen)
    steps = (NextStep(one, two, three, ""), NextStep(three, "", "", ""))
    made = decision(one, two, why=three)
    page = PageOne(one, two, (three,), two, (one,), (made,), (two,), steps, found, one, two, labels)
    return ReportContent("en", page, None, (), (NotesContent(three, labels),))


@pytest.mark.parametrize("name", ["nine", "forty", "crash"])
def test_a_session_opens_without_repair(name: str) -> None:
    assert faults(kit_deck(name)) == []


@pytest.mark.slow
@examples(5)
@given(st.lists(JUNK, min_size=3, max_size=3))
def test_whatever_is_typed_opens_without_repair(texts: list[str]) -> None:
    content = typed(texts)
    data = deck_bytes(slide_plans(content), texts[0], "en", DAY)
    assert faults(data) == []
    assert all(slide.shapes.title.text_frame.text.strip() for slide in opened(data).slides)


@pytest.mark.parametrize("decisions", [0, 1, 2, 12])
@pytest.mark.parametrize("steps", [0, 40])
def test_six_to_ten_slides_of_any_shape(decisions: int, steps: int) -> None:
    content = typed(["One", "Two", "Three"])
    long = "A title of two hundred letters that somebody pasted from a mail. " * 4
    page = replace(
        content.page,
        title=long[:200],
        decisions=tuple(decision(f"Decision {n}", "Ana") for n in range(decisions)),
        next_steps=tuple(NextStep(f"Step {n}", "Ana", "", "") for n in range(steps)),
        findings=content.page.findings[: 3 if decisions else 0],
    )
    plans = slide_plans(replace(content, page=page))
    assert 6 <= len(plans) <= 10
    notes = "\n".join(note for plan in plans for note in plan.notes)
    assert all(f"Step {n}" in notes for n in range(steps))
    assert all(f"Decision {n}" in notes for n in range(decisions))
    assert long[:200].strip() in notes


def test_every_text_says_in_which_language_it_is_read_aloud() -> None:
    for slide in opened(kit_deck("forty")).slides:
        for page in (slide, slide.notes_slide):
            runs = page.shapes._spTree.xpath(".//a:r | .//a:fld")
            assert runs
            assert all(run.xpath("./a:rPr/@lang") == ["en-US"] for run in runs)
