"""`mops-tui replay --cast` and `--svg`: a replay as a file."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui.cli.failing import fail_about
from mops_tui.cli.moments import beyond
from mops_tui.cli.output import Output, write_out
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.model.replay.moment import Moment
    from mops_tui.model.replay.pace import Pace

_SIZE = re.compile(r"(\d{1,4})x(\d{1,4})")
LARGEST = (400, 200)
"""The most columns and rows of a recording."""


def share(
    path: Path,
    cast: Output | None,
    svg: Output | None,
    size: str,
    at: Moment | None,
    speed: float,
    pace: Pace,
    *,
    opened: bool,
) -> None:
    """Write a replay as an asciicast, a moment of it as SVG, or both."""
    columns, rows = _size(size)
    if cast is not None and svg is not None and cast == svg:
        raise click.UsageError(_("--cast and --svg cannot share one file."))
    for output in (cast, svg):
        if output is not None:
            output.check()
    from mops_tui.model.replay.moment import BeyondEnd, Moment
    from mops_tui.storage.files.checksums import sealed
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.storage.folders.places import places
    from mops_tui.tui.recording.camera import RecordingOptions
    from mops_tui.tui.recording.cast import cast as written_cast
    from mops_tui.tui.recording.still import still
    from mops_tui.tui.settings import read_settings

    at = at or Moment()
    settings = read_settings(places().config)
    take = RecordingOptions(path, (columns, rows), speed, pace, opened)
    try:
        if cast is not None:
            with click.progressbar(
                length=1000,
                label=_("Recording"),
                file=sys.stderr,
                hidden=not sys.stderr.isatty(),
            ) as bar:

                def show_progress(done: int, of: int) -> None:
                    bar.update(done * 1000 // of - bar.pos)

                text = asyncio.run(written_cast(take, settings, show_progress))
            write_out(sealed(text, "cast"), cast, _("Recording written: {file}"))
        if svg is not None:
            picture = asyncio.run(still(take, at, settings))
            write_out(sealed(picture, "svg"), svg, _("Picture written: {file}"))
    except SessionError as error:
        fail_about(error, path)
    except BeyondEnd as error:
        beyond(error, path, at)


def _size(text: str) -> tuple[int, int]:
    from mops_tui.tui.host import LEAST_HEIGHT, LEAST_WIDTH

    match = _SIZE.fullmatch(text.strip().lower())
    columns, rows = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (LEAST_WIDTH <= columns <= LARGEST[0] and LEAST_HEIGHT <= rows <= LARGEST[1]):
        words = _("“{size}” is no size here. Write {width}x{height} or more: 100x30.")
        raise click.UsageError(words.format(size=text, width=LEAST_WIDTH, height=LEAST_HEIGHT))
    return columns, rows
