"""The slides of a report: how many, what they hold, and what they are without python-pptx."""

from __future__ import annotations

import sys

import pytest
from support.reports import full, given

from mops_tui.report.slides.slides import SlidesMissing, slides_bytes


def test_without_python_pptx_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(SlidesMissing):
        slides_bytes(given(full()))
