from __future__ import annotations

from html.parser import HTMLParser

import pytest
from support.kits import KITS
from support.packs import KEPT
from support.reports import full, given

from mops_tui.model.session.audience import visible
from mops_tui.report import ReportInput
from mops_tui.report.report_document import report_html, report_markdown


class Page(HTMLParser):
    """The elements of a page, and every address in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [f"{k}={v}" for k, v in attrs if k in ("src", "href", "xlink:href")]


@pytest.mark.parametrize("anonymity", ["named", "pseudonyms", "anonymous"])
def test_a_page_has_no_script_and_asks_nobody_for_anything(anonymity: str) -> None:
    page = Page(report_html(given(full(anonymity))))
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    assert not page.addresses


def test_a_report_begins_with_its_title() -> None:
    assert report_markdown(given(full())).startswith("# ")


def test_what_was_decided_stands_on_page_one() -> None:
    run = KITS["nine"](KEPT)
    made = report_markdown(ReportInput(run.header, visible(run.state, "facilitator"), brief=True))
    assert all(one.what in made for one in run.state.decisions.values())
