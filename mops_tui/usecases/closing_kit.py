"""The closing kit: a report in all its formats, several files at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from mops_tui.report import ReportInput
from mops_tui.report.content.content import report_content
from mops_tui.report.sheets.calendar import calendar_of
from mops_tui.report.sheets.todos import todos_of
from mops_tui.report.slides.slides import SlidesMissing
from mops_tui.report.svg.draw import pictures_of, svg_file
from mops_tui.storage.files.checksums import sealed
from mops_tui.usecases.report import ReportShape, report_bytes, report_name
from mops_tui.words.i18n import _, ngettext

KitShape = Literal["csv", "svg", "all"]
"""What makes several files: both tables, every picture, or all that there is."""
KIT_SHAPES: tuple[KitShape, ...] = get_args(KitShape)


_TOLD: tuple[ReportShape, ...] = ("md", "html", "pptx", "json", "csv-votes", "csv-results")


@dataclass(frozen=True)
class KitFile:
    """A file of the kit.

    Attributes:
        name: Where it goes, below the folder that is written to: "offsite-pictures/where-1.svg".
        content: A text, or bytes.
    """

    name: str
    content: str | bytes


@dataclass(frozen=True)
class Kit:
    """Files that are written together.

    Attributes:
        files: In the order in which somebody reads them.
        missing: What is not among them, and why, each a sentence.
    """

    files: tuple[KitFile, ...]
    missing: tuple[str, ...] = ()


def kit_of(given: ReportInput, shape: KitShape, session: Path) -> Kit:
    """Several files of one report.

    Args:
        given: The session as a report may see it.
        shape: Which.
        session: Its file, after which the others are named.
    """
    match shape:
        case "csv":
            return kit_of_shapes(given, ("csv-votes", "csv-results"), session)
        case "svg":
            drawn = _pictures(given)
            return Kit(drawn, _undrawn(drawn))
        case "all":
            kit = kit_of_shapes(given, (*_TOLD, *_to_do(given)), session)
            folder = f"{session.stem}-pictures"  # of two sessions in one folder, each keeps its own
            drawn = _pictures(given)
            pictures = (KitFile(f"{folder}/{one.name}", one.content) for one in drawn)
            missing = (*kit.missing, *_undrawn(drawn), *_no_day(given))
            return Kit((*kit.files, *pictures), missing)


def no_calendar(given: ReportInput) -> str:
    """Why there is no calendar: nothing has a day; "" where something has."""
    made = calendar_of(given)
    if made.dated:
        return ""
    if not made.undated:
        return _("Nothing is to be done, so there is no calendar.")
    return _("No first step, action or review has a day, so there is no calendar.")


def nothing_to_do(given: ReportInput) -> str:
    """Why a list of what is to be done is empty; "" where it is not."""
    if todos_of(given):
        return ""
    return _("Nothing is to be done: there is no calendar, and nothing for Jira or Planner.")


def without_a_day(given: ReportInput) -> str:
    """How much of what is to be done is not in the calendar; "" where all of it is."""
    made = calendar_of(given)
    if not made.undated:
        return ""
    return ngettext(
        "{n} of {total} things to do has no day, and is not in the calendar.",
        "{n} of {total} things to do have no day, and are not in the calendar.",
        made.undated,
    ).format(n=made.undated, total=made.dated + made.undated)


def _to_do(given: ReportInput) -> tuple[ReportShape, ...]:
    """What is made of the things to do: nothing where there are none."""
    made = calendar_of(given)
    shapes: list[ReportShape] = ["ics"] if made.dated else []
    return (*shapes, "csv-jira", "csv-planner") if made.dated or made.undated else ()


def _no_day(given: ReportInput) -> tuple[str, ...]:
    said = nothing_to_do(given) or no_calendar(given) or without_a_day(given)
    return (said,) if said else ()


def kit_of_shapes(given: ReportInput, shapes: tuple[ReportShape, ...], session: Path) -> Kit:
    """The files of some shapes in their order; what cannot be made is said.

    Args:
        given: The session as a report may see it.
        shapes: Which.
        session: Its file, after which the others are named.
    """
    files, missing = [], []
    for shape in shapes:
        if shape == "csv-votes" and given.audience == "public":
            missing.append(votes_stay())
            continue
        try:
            content = report_bytes(given, shape)
        except SlidesMissing:
            missing.append(no_slides())
            continue
        files.append(KitFile(report_name(session, shape), content))
    return Kit(tuple(files), tuple(missing))


def votes_stay() -> str:
    """Why there is no table of votes for others."""
    return _("The votes stay with those who were in the room: for others there are the results.")


def no_slides() -> str:
    """Why there are no slides."""
    return _("Slides need one more package: pip install 'mops_tui[slides]'")


def _pictures(given: ReportInput) -> tuple[KitFile, ...]:
    """Every picture; those for people who were not there take no place of the room's."""
    first = "public-" if given.audience == "public" else ""
    shown = pictures_of(report_content(given))
    return tuple(KitFile(f"{first}{one.key}.svg", sealed(svg_file(one), "svg")) for one in shown)


def _undrawn(drawn: tuple[KitFile, ...]) -> tuple[str, ...]:
    """Why there is no picture, where there is none."""
    if drawn:
        return ()
    return (_("There is no picture: no question has a result that may be shown."),)
