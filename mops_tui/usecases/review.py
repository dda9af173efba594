"""A report before it leaves: what it would say with some changes, and as what it is written."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from mops_tui.model.session.audience import with_report
from mops_tui.model.session.state import ReportEdits
from mops_tui.storage.files.errors import SessionError
from mops_tui.storage.files.outputs import OutputRefused, WrittenFile, write_output
from mops_tui.storage.folders.places import private_folder
from mops_tui.words.files.sessions import sentence

if TYPE_CHECKING:
    from mops_tui.report import ReportInput
    from mops_tui.report.input import ReportAudience
    from mops_tui.storage.files.remembered import Remembered
    from mops_tui.usecases.closing_kit import Kit
    from mops_tui.usecases.report import ReportShape

ReviewFormat = Literal["html", "pptx", "md", "csv", "ics", "tasks", "svg", "json"]
"""What a report can be written as, as a person thinks of it."""
REVIEW_FORMATS: tuple[ReviewFormat, ...] = get_args(ReviewFormat)
_SHAPES: dict[ReviewFormat, tuple[ReportShape, ...]] = {
    "html": ("html",),
    "pptx": ("pptx",),
    "md": ("md",),
    "csv": ("csv-votes", "csv-results"),
    "ics": ("ics",),
    "tasks": ("csv-jira", "csv-planner"),
    "svg": (),
    "json": ("json",),
}


@dataclass(frozen=True)
class ReportDraft:
    """A report as it is wanted.

    Attributes:
        edits: Its title, its summary, what is left out.
        audience: Who reads it.
        brief: Page one alone.
        notes: With the facilitator's notes.
    """

    edits: ReportEdits
    audience: ReportAudience = "room"
    brief: bool = False
    notes: bool = False

    @property
    def is_public(self) -> bool:
        """Whether it is for people who were not there."""
        return self.audience == "public"


@dataclass(frozen=True)
class WrittenDraft:
    """What became of a report that was to be written.

    Attributes:
        files: What was written.
        missing: What is not among them, and why, each a sentence.
        refused: The file that could not be, and why; then nothing was written after it.
    """

    files: tuple[WrittenFile, ...]
    missing: tuple[str, ...] = ()
    refused: tuple[Path, OutputRefused | OSError] | None = None


def slides_can_be_written() -> bool:
    """Whether what writes slides is installed."""
    return find_spec("pptx") is not None


def read_for_review(path: Path, draft: ReportDraft | None = None) -> ReportInput:
    """A session as its report may see it; as it is edited there, or in a draft.

    Raises:
        SessionError: It cannot be read.
    """
    return _read(path, draft)[0]


def _read(path: Path, draft: ReportDraft | None) -> tuple[ReportInput, str]:
    from mops_tui.usecases.report import ReportOptions, input_and_doubts

    if draft is None:
        return input_and_doubts(path)
    options = ReportOptions(
        brief=draft.brief, notes=draft.notes, audience=draft.audience, edits=draft.edits
    )
    return input_and_doubts(path, options)


def drafted(path: Path, given: ReportInput, draft: ReportDraft) -> ReportInput:
    """The report that a draft comes to, whether it is kept yet or not.

    For people who were not there the session is read once more: names that stand in the draft are
    taken out of it as they are out of everything else.

    Args:
        path: The session file.
        given: What was read of it for those who were there.
        draft: What is wanted.

    Raises:
        SessionError: It cannot be read any more, and has to be.
    """
    return _drafted(path, given, draft)[0]


def _drafted(path: Path, given: ReportInput, draft: ReportDraft) -> tuple[ReportInput, str]:
    """The same, and what to look at before it leaves: what may still be somebody's name."""
    if draft.is_public:
        return _read(path, draft)
    state = with_report(given.state, draft.edits)
    return replace(given, state=state, brief=draft.brief, notes=draft.notes), ""


def draft_text(path: Path, given: ReportInput, draft: ReportDraft, width: int) -> str:
    """The report as Markdown, to be looked at, its pictures in a page of so many characters.

    Arguments and errors as in `drafted`. What may still be somebody's name stands before it.
    """
    from mops_tui.report.plots.draw import WIDTH
    from mops_tui.report.report_document import report_markdown

    wanted, doubts = _drafted(path, given, draft)
    return "\n\n".join(filter(None, (doubts, report_markdown(wanted, min(width, WIDTH)))))


def write_draft(
    path: Path,
    given: ReportInput,
    draft: ReportDraft,
    formats: tuple[ReviewFormat, ...],
    folder: Path,
    known: Remembered,
) -> WrittenDraft:
    """Write a report in some formats; what somebody has edited there stays.

    One for people who were not there says so in its name, so that nobody sends the other one on.

    Args:
        path: The session file, which is read once more: the session may have gone on.
        given: What was read of it for those who were there.
        draft: What is wanted.
        formats: As what.
        folder: Where; another one than the session's is made where it is not there.
        known: Where a file is remembered that has no checksum in it.
    """
    if not draft.is_public:  # it may have gone on since
        with contextlib.suppress(SessionError):  # it was there when it was read first
            given = read_for_review(path)
    try:
        wanted, doubts = _drafted(path, given, draft)
    except SessionError as error:
        return WrittenDraft((), (sentence(error, path.name),))
    from mops_tui.usecases.report import named_for  # late, as all that writes is

    named = named_for(path, draft.audience)
    kit = _kit(wanted, formats, named)
    files: list[WrittenFile] = []
    for one in kit.files:
        there = folder / one.name
        try:
            if folder != path.parent:
                private_folder(folder)
            if there.parent != folder:
                _pictures_folder(there.parent)
            files.append(write_output(there, one.content, known=known))
        except (OutputRefused, OSError) as error:
            return WrittenDraft(tuple(files), kit.missing, (there, error))
    return WrittenDraft(tuple(files), (*kit.missing, *filter(None, (doubts,))))


def _kit(given: ReportInput, formats: tuple[ReviewFormat, ...], session: Path) -> Kit:
    """The files of some formats, in the order of the formats."""
    from mops_tui.usecases import closing_kit as kits

    files: list[kits.KitFile] = []
    missing: list[str] = []
    for one in formats:
        if one == "svg":
            folder = f"{session.stem}-pictures"
            kit = kits.kit_of(given, "svg", session)
            files += [kits.KitFile(f"{folder}/{file.name}", file.content) for file in kit.files]
            continue
        if one == "ics":
            none = kits.no_calendar(given)
            missing += filter(None, [none or kits.without_a_day(given)])
            if none:
                continue
        kit = kits.kit_of_shapes(given, _SHAPES[one], session)
        files += kit.files
        missing += kit.missing
    return kits.Kit(tuple(files), tuple(missing))


def _pictures_folder(folder: Path) -> None:
    """Make the folder of the pictures.

    Raises:
        OutputRefused: It is a link: whoever made it knows where it leads.
        OSError: It cannot be made.
    """
    if folder.is_symlink():
        raise OutputRefused("link", {"target": str(folder.readlink())})
    private_folder(folder)
