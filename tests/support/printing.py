"""Pages as Chromium prints them, counted."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from support.browser import CHROMIUM

PATIENCE = 60


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
