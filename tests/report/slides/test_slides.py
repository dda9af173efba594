"""The slides of a report: how many, what they hold, and what they are without python-pptx."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from support.decks import kit_deck, texts_of
from support.kits import KITS
from support.packs import KEPT
from support.reports import full, given

from mops_tui.model.session.audience import visible
from mops_tui.report.input import ReportInput
from mops_tui.report.slides.slides import SlidesMissing, slides_bytes


def test_without_python_pptx_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(SlidesMissing):
        slides_bytes(given(full()))


def test_a_report_is_six_to_ten_slides_the_same_each_time() -> None:
    from pptx import Presentation

    made = slides_bytes(given(full()))
    assert made == slides_bytes(given(full()))
    assert 6 <= len(Presentation(BytesIO(made)).slides) <= 10


def test_the_public_finds_no_name_in_any_part_of_the_file() -> None:
    run = KITS["nine"](KEPT)
    public = ReportInput(run.header, visible(run.state, "public"), audience="public")
    parts = texts_of(slides_bytes(public))
    names = {person.name for person in run.state.participants.values()}
    assert len(names) == 9
    for name, text in parts.items():
        assert not [who for who in names if who in text], name


def test_a_reader_who_was_there_finds_names_on_the_grid() -> None:
    assert any("Helen Okafor" in text for text in texts_of(kit_deck("nine")).values())
