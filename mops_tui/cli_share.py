"""`mops-tui replay --cast` and `--svg`: a replay as a file."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import click

from mops_tui.cli_parts import fail_about, write_out
from mops_tui.words.i18n import _

_SIZE = re.compile(r"(\d{1,4})x(\d{1,4})")
LARGEST = (400, 200)
"""The most columns and rows of a recording."""


def share(
    path: Path,
    cast: Path | None,
    svg: Path | None,
    size: str,
    at: float,
    speed: float,
    idle_limit: float,
    *,
    opened: bool,
) -> None:
    """Write a replay as an asciicast, a moment of it as SVG, or both."""
    columns, rows = _size(size)
    from mops_tui.storage.errors import SessionError
    from mops_tui.storage.places import places
    from mops_tui.tui import recording
    from mops_tui.tui.settings import read_settings

    settings = read_settings(places().config)
    take = recording.Take(path, (columns, rows), speed, idle_limit, opened)
    try:
        if cast is not None:
            with click.progressbar(
                length=1000,
                label=_("Recording"),
                file=sys.stderr,
                hidden=not sys.stderr.isatty(),
            ) as bar:

                def told(done: int, of: int) -> None:
                    bar.update(done * 1000 // of - bar.pos)

                text = asyncio.run(recording.cast(take, settings, told))
            write_out(text, cast, _("Recording written: {file}"))
        if svg is not None:
            picture = asyncio.run(recording.still(take, at, settings))
            write_out(picture, svg, _("Picture written: {file}"))
    except SessionError as error:
        fail_about(error, path)


def _size(given: str) -> tuple[int, int]:
    from mops_tui.tui.app import LEAST_HEIGHT, LEAST_WIDTH

    found = _SIZE.fullmatch(given.strip().lower())
    columns, rows = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (LEAST_WIDTH <= columns <= LARGEST[0] and LEAST_HEIGHT <= rows <= LARGEST[1]):
        words = _("“{size}” is no size here. Write {width}x{height} or more: 100x30.")
        raise click.UsageError(words.format(size=given, width=LEAST_WIDTH, height=LEAST_HEIGHT))
    return columns, rows
