"""Pages as Chromium prints them: how many there are, and how full each is."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from support.browser import CHROMIUM, Browser

PATIENCE = 60
PAPERS = {"A4": (8.27, 11.69), "Letter": (8.5, 11.0)}
"""Wide and high, in inches."""
DOTS = 24
"""In an inch of what is looked at."""
FOOT = 14
"""So many dots at the end of a sheet hold its number."""
PALE = 225
"""What is lighter is paper."""
needs_sheets = pytest.mark.skipif(
    shutil.which("pdftoppm") is None, reason="no pdftoppm here: nobody looks at printed pages"
)


def printed(browser: Browser, html: str, target: Path, paper: str) -> Path:
    """A page as a PDF, by a browser that runs.

    Args:
        browser: The browser.
        html: The page.
        target: Where the PDF goes; the page is written beside it.
        paper: One of `PAPERS`.
    """
    page = target.with_suffix(".html")
    page.write_text(html, "utf-8")
    wide, high = PAPERS[paper]
    with browser.page():
        browser.open(page)
        size = {"paperWidth": wide, "paperHeight": high, "printBackground": True}
        target.write_bytes(b64decode(browser.call("Page.printToPDF", **size)["data"]))
    return target


def filled(pdf: Path) -> list[float]:
    """Of each page of a PDF, how far down it goes: 0 is empty, 1 ends at its foot."""
    start = pdf.with_suffix("")
    subprocess.run(
        ["pdftoppm", "-gray", "-r", str(DOTS), str(pdf), str(start)],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    return [_filled(one.read_bytes()) for one in sorted(pdf.parent.glob(f"{start.name}-*.pgm"))]


def _filled(pgm: bytes) -> float:
    kind, wide, high, _most, dots = re.split(rb"\s", pgm, maxsplit=4)
    assert kind == b"P5"
    width, height = int(wide), int(high) - FOOT
    inked = (row for row in range(height) if min(dots[row * width : (row + 1) * width]) < PALE)
    return (max(inked, default=-1) + 1) / height


def pages_of(html: str, target: Path, paper: str = "A4") -> int:
    """On how many sheets a page is printed; its own style has the margins.

    Args:
        html: The page.
        target: Where the PDF goes; the page is written beside it.
        paper: "A4" or "Letter".
    """
    assert CHROMIUM is not None
    page = target.with_suffix(".html")
    # A printer knows its paper; the browser without a window takes it from the page.
    policy = re.compile(r"<meta http-equiv=.*?>")
    sized = policy.sub("", html, count=1)
    sized = sized.replace("</style>", f"@page {{ size: {paper}; }}</style>", 1)
    page.write_text(sized, "utf-8")
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={target.parent / 'browser'}", f"--print-to-pdf={target}",
         page.as_uri()],
        check=True, capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", target.read_bytes()))
