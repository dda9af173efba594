"""The slides of a report: how many, what they hold, and what they are without python-pptx."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from support.reports import full, given

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
