"""Make the pictures of the closing kit: a report as it is printed, and as slides.

Usage: python docs/kit_screenshots.py [FOLDER]

Needs Chromium, LibreOffice and pdftoppm. What is shown is the report of nine people that the tests
report on too, of the scenarios as they are today.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PIL import Image
from pptx import Presentation
from support.kits import write_kits

COLOURS = 64
"""So many colours are enough for a page of text, and make a small file."""
DOTS = 96
"""Of a printed inch."""
SLIDES = ("We strengthen", " stand with ")
"""What the titles of the slides say that are shown: a decision, and the quadrant."""


def run(*command: str | Path) -> None:
    """Run a program that has to succeed."""
    subprocess.run([str(one) for one in command], check=True, stdout=subprocess.DEVNULL)


def program(*names: str) -> str:
    """The first of some programs that is here."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, f"none of these is here: {', '.join(names)}"
    return found


def picture(pdf: Path, page: int, path: Path) -> None:
    """One page of a PDF as a small PNG."""
    where = path.with_suffix("")
    run(
        program("pdftoppm"), "-png", "-singlefile", "-r", str(DOTS),
        "-f", str(page), "-l", str(page), pdf, where,
    )  # fmt: skip
    image = Image.open(path).convert("RGB").quantize(COLOURS)
    image.save(path, optimize=True)
    print(path)


def printed(page: Path, folder: Path) -> Path:
    """A page as the browser prints it."""
    pdf = folder / "printed.pdf"
    run(
        program("chromium", "google-chrome"), "--headless", "--no-sandbox", "--disable-gpu",
        "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri(),
    )  # fmt: skip
    return pdf


def shown(slides: Path, folder: Path) -> Path:
    """Slides as LibreOffice shows them."""
    run(
        program("soffice", "libreoffice"), f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--headless", "--convert-to", "pdf", "--outdir", folder, slides,
    )  # fmt: skip
    return folder / f"{slides.stem}.pdf"


def main(folder: Path) -> None:
    """Take them all."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        session = write_kits(work, "nine", packs=ROOT / "scenarios")["nine"]
        made = {}
        for shape in ("html", "pptx"):
            made[shape] = work / f"report.{shape}"
            run(
                sys.executable, "-m", "mops_tui", "report", session, "--format", shape,
                "--output", made[shape],
            )  # fmt: skip
        picture(printed(made["html"], work), 1, folder / "kit-page-one.png")
        slides = shown(made["pptx"], work)
        titles = [one.shapes.title.text for one in Presentation(str(made["pptx"])).slides]
        for number, words in enumerate(SLIDES, 1):
            (page,) = (at for at, title in enumerate(titles, 1) if words in title)
            picture(slides, page, folder / f"kit-slide-{number}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
