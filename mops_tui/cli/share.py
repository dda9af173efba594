"""`mops-tui replay --cast`, `--html` and `--svg`: a replay as a file."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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


ReplayShape = Literal["cast", "html", "svg"]
"""What a replay is written as."""


def share(
    path: Path,
    wanted: Mapping[ReplayShape, Output],
    size: str,
    at: Moment | None,
    speed: float,
    pace: Pace,
    *,
    opened: bool,
) -> None:
    """Write a replay as an asciicast or as a page, or a moment of it as SVG."""
    columns, rows = _size(size)
    if len(wanted) > 1:
        names = " ".join(f"--{shape}" for shape in wanted)
        raise click.UsageError(_("{options}: write one of them at a time.").format(options=names))
    ((shape, output),) = wanted.items()
    output.check()
    from mops_tui.model.replay.moment import BeyondEnd, Moment
    from mops_tui.storage.files.checksums import sealed
    from mops_tui.storage.files.errors import SessionError
    from mops_tui.storage.folders.places import places
    from mops_tui.tui.recording.camera import RecordingOptions
    from mops_tui.tui.settings import read_settings

    at = at or Moment()
    settings = read_settings(places().config)
    take = RecordingOptions(path, (columns, rows), speed, pace, opened)
    try:
        match shape:
            case "cast":
                from mops_tui.tui.recording.cast import cast

                with _progress() as tell:
                    text = asyncio.run(cast(take, settings, tell))
                done = _("Recording written: {file}")
            case "html":
                from mops_tui.tui.recording.page import page

                with _progress() as tell:
                    text = asyncio.run(page(take, settings, tell))
                done = _("Page written: {file}")
            case "svg":
                from mops_tui.tui.recording.still import still

                text = asyncio.run(still(take, at, settings))
                done = _("Picture written: {file}")
    except SessionError as error:
        fail_about(error, path)
    except BeyondEnd as error:
        beyond(error, path, at)
    write_out(sealed(text, shape), output, done)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar for whoever waits at a terminal; it is told how much is done, and of how much."""
    with click.progressbar(
        length=1000, label=_("Recording"), file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def tell(done: int, of: int) -> None:
            bar.update(done * 1000 // of - bar.pos)

        yield tell


def _size(text: str) -> tuple[int, int]:
    from mops_tui.tui.host import LEAST_HEIGHT, LEAST_WIDTH

    match = _SIZE.fullmatch(text.strip().lower())
    columns, rows = (int(match[1]), int(match[2])) if match else (0, 0)
    if not (LEAST_WIDTH <= columns <= LARGEST[0] and LEAST_HEIGHT <= rows <= LARGEST[1]):
        words = _("“{size}” is no size here. Write {width}x{height} or more: 100x30.")
        raise click.UsageError(words.format(size=text, width=LEAST_WIDTH, height=LEAST_HEIGHT))
    return columns, rows
