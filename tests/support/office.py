"""An office program without a window: slides as pages, and tables as a spreadsheet reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDFTOTEXT = shutil.which("pdftotext")
PATIENCE = 120

needs_office = pytest.mark.skipif(
    SOFFICE is None or PDFTOTEXT is None,
    reason="no LibreOffice here, or no pdftotext: nobody looks at slides and tables",
)


def as_pages(folder: Path, *decks: Path) -> dict[str, list[str]]:
    """Each page of some decks as a program draws it: its words with their places, as XML.

    Args:
        folder: Where the program may write; its own settings lie there too.
        decks: Files of slides.
    """
    assert SOFFICE is not None
    assert PDFTOTEXT is not None
    profile = (folder / "office").as_uri()
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, decks),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    found = {}
    for deck in decks:
        pdf = folder / f"{deck.stem}.pdf"
        told = subprocess.run(
            [PDFTOTEXT, "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=PATIENCE
        ).stdout.decode("utf-8")
        found[deck.stem] = re.findall(r"<page .*?</page>", told, re.DOTALL)
    return found


def as_sheet(folder: Path, table: Path, delimiter: str) -> str:
    """A table as a spreadsheet reads it that splits rows there, and looks for days and formulas.

    Args:
        folder: Where the program may write.
        table: A file of rows.
        delimiter: What it splits them at.
    """
    assert SOFFICE is not None
    profile = (folder / "office").as_uri()
    read_as = f"CSV:{ord(delimiter)},34,76,1,,1033,false,true"  # UTF-8, in English
    command = [SOFFICE, f"-env:UserInstallation={profile}", "--headless", f"--infilter={read_as}"]
    command += ["--convert-to", "fods", "--outdir", str(folder), str(table)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return table.with_suffix(".fods").read_text("utf-8").partition("<office:spreadsheet>")[2]


def words_on(page: str) -> list[str]:
    """The words of a page, in the order in which they are drawn."""
    return [unescape(word) for word in re.findall(r"<word [^>]*>(.*?)</word>", page)]


def outside(page: str) -> list[str]:
    """The words that do not lie wholly on their page."""
    size = re.search(r'<page width="([\d.]+)" height="([\d.]+)"', page)
    assert size is not None
    width, height = map(float, size.groups())
    words = re.findall(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
        page,
    )
    return [
        word
        for x0, y0, x1, y1, word in words
        if float(x0) < 0 or float(y0) < 0 or float(x1) > width or float(y1) > height
    ]
