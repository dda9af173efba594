"""Slides in an office program: it opens them, draws each, and no word lies outside its slide."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.decks import decision, kit_deck, kit_input, opened
from support.office import as_pages, needs_office, outside, words_on

from mops_tui.report.content.content import report_content
from mops_tui.report.slides.plan import slide_plans
from mops_tui.report.slides.powerpoint.write import deck_bytes

pytestmark = [needs_office, pytest.mark.slow]
KITS = ("nine", "forty", "crash", "thousand")


def crowded() -> bytes:
    """Thirty decisions, each as long as can be typed."""
    content = report_content(kit_input("nine"))
    every = tuple(decision("We decide this, and for a reason. " * 120, "Ana") for _n in range(30))
    page = replace(content.page, title="A very long title " * 60, decisions=every)
    plans = slide_plans(replace(content, page=page))
    return deck_bytes(plans, page.title, "en", datetime(2026, 1, 1, tzinfo=UTC))


def test_an_office_program_draws_every_slide_with_its_title_and_nothing_outside(
    tmp_path: Path,
) -> None:
    decks = {name: kit_deck(name) for name in KITS} | {"crowded": crowded()}
    paths = []
    for name, data in decks.items():
        paths.append(tmp_path / f"{name}.pptx")
        paths[-1].write_bytes(data)
    pages = as_pages(tmp_path, *paths)
    for name, data in decks.items():
        slides = opened(data).slides
        assert len(pages[name]) == len(slides), name
        for page, slide in zip(pages[name], slides, strict=True):
            title = slide.shapes.title.text_frame.text.split()
            drawn = words_on(page)
            assert set(title) <= set(drawn), (name, title)
            assert not outside(page), (name, title)
