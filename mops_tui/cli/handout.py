"""The command `handout`. It imports what it needs when it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mops_tui.cli.complete import pack_ids
from mops_tui.cli.failing import fail, shown
from mops_tui.cli.naming import known_pack, pack_file
from mops_tui.cli.output import OUTPUT, Output, write_out
from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from mops_tui.report.handout.handout import PartName

    _DayTimeBase = click.ParamType[int]
else:
    _DayTimeBase = click.ParamType  # older versions of click are not generic

_DAY_TIME = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_LAST_HOUR, _LAST_MINUTE = 23, 59
_SHAPES = ("md", "html", "pdf-by-print")


class DayTimeType(_DayTimeBase):
    """A time of day, as minutes after midnight."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read it, or say how it is written."""
        if isinstance(value, int):
            return value
        match = _DAY_TIME.fullmatch(str(value).strip())
        hour, minute = (int(match[1]), int(match[2])) if match else (99, 99)
        if hour > _LAST_HOUR or minute > _LAST_MINUTE:
            words = _("“{text}” is no time of day. Write it as 09:30; the evening as 19:30.")
            self.fail(words.format(text=shown(str(value))), param, ctx)
        return hour * 60 + minute


@click.command()
@click.argument("workshop", shell_complete=pack_ids)
@click.option(
    "--format",
    "shape",
    type=click.Choice(_SHAPES),
    default="md",
    show_default=True,
    help="pdf-by-print writes the page that a browser prints to a PDF.",
)
@click.option(
    "--part",
    type=click.Choice(["invitation", "run-sheet", "follow-up"]),
    help="One of the three; all of them in one file otherwise.",
)
@click.option("--start", type=DayTimeType(), metavar="HH:MM", help="When it begins: 09:30.")
@click.option("--people", type=click.IntRange(1, 1000), help="How many are expected.")
@click.option("--output", type=OUTPUT, help="The file to write; - is standard output.")
def handout(
    workshop: str,
    shape: str,
    part: PartName | None,
    start: int | None,
    people: int | None,
    output: Output | None,
) -> None:
    """Write what is handed out: an invitation, a run sheet, a blank follow-up.

    WORKSHOP is the id of a workshop or a scenario, or a pack's file.
    """
    _refuse_pdf(output)
    if output is not None:
        output.check()
    file = pack_file(workshop)
    pack_id = "" if file else known_pack(workshop, "workshop", home=True)
    from mops_tui.usecases.handout import NoHandout, by_file, by_id, text_of

    try:
        given = by_file(file, start, people) if file else by_id(pack_id, start, people)
    except NoHandout as error:
        fail("\n".join(error.sentences))
    ending = "md" if shape == "md" else "html"
    name = f"{given.workshop.id}-{part or 'handout'}.{ending}"
    text = text_of(given, "md" if shape == "md" else "html", part)
    written = output or Output(Path(name))
    write_out(text, written, _("Written: {file}"))
    if part is None and written.path is not None:
        click.echo(
            _(
                "It holds your private cues. To send an invitation round, write it alone: "
                "--part invitation"
            ),
            err=True,
        )
    if shape == "pdf-by-print":
        click.echo(
            _("For a PDF, open it in a browser and print it, with “Save as PDF” as the printer."),
            err=True,
        )


def _refuse_pdf(output: Output | None) -> None:
    """Refuse a file that says it is a PDF: none is made here."""
    if output is None or output.path is None or output.path.suffix.lower() != ".pdf":
        return
    raise click.UsageError(
        _("No PDF is made here: name a file ending in .html, and print it from a browser.")
    )
