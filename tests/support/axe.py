"""What axe finds wrong with a page: it is given to a page once, and tells its violations alone."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

_RUN = """runOnly => axe.run({runOnly, resultTypes: ['violations']})
  .then(({violations, url}) => ({violations, url}))"""


def violations(page: Page, *run_only: str) -> str:
    """What is wrong by rules or groups of rules, in words; "" where nothing is.

    What is right is many times as long as what is wrong, and telling it took half of the time.
    """
    if page.evaluate("typeof window.axe") != "object":
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate(_RUN, list(run_only)))
    return str(found.generate_report()) if found.violations_count else ""
