from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest
from support.browser import Browser, needs_browser
from support.kits import KITS
from support.packs import KEPT
from support.printing import PAPERS, filled, needs_sheets, printed

from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.report_document import report_html

LEAST = 0.45
"""The tallest picture with its heading takes half a page and moves as one."""


@needs_browser
@needs_sheets
@pytest.mark.parametrize("name", KITS)
def test_no_printed_page_between_the_first_and_the_last_is_mostly_empty(
    name: str, tmp_path: Path
) -> None:
    run = KITS[name](KEPT)
    made = report_html(ReportInput(run.header, visible(run.state, "facilitator")))
    browser = Browser(tmp_path / "browser")
    try:
        for paper in PAPERS:
            pages = filled(printed(browser, made, tmp_path / f"{paper}.pdf", paper))
            between = pages[1:-1]
            assert between, paper
            assert min(between) > LEAST, (paper, pages)
            assert mean(between) > 0.75, (paper, pages)
    finally:
        browser.close()
