"""A handout of a workshop: one part of it, or all of them in one document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from mops_tui.model.packs.adapting.adapted import adapted
from mops_tui.report.document.as_html import as_html
from mops_tui.report.document.as_markdown import as_markdown
from mops_tui.report.document.blocks import DocumentPart, TextDocument
from mops_tui.report.handout.follow_up import follow_up
from mops_tui.report.handout.input import HandoutInput
from mops_tui.report.handout.invitation import invitation
from mops_tui.report.handout.run_sheet import sheet_part
from mops_tui.words.i18n import _, language

PartName = Literal["invitation", "run-sheet", "follow-up"]
"""What can be handed out by itself."""
PARTS: Mapping[PartName, Callable[[HandoutInput], DocumentPart]] = {
    "invitation": invitation,
    "run-sheet": sheet_part,
    "follow-up": follow_up,
}


def handout(given: HandoutInput, part: PartName | None = None) -> TextDocument:
    """A handout.

    Args:
        given: The workshop.
        part: The one part that is wanted; all of them when absent.
    """
    # What the room will name has its stand-in in every text, while nobody has named it.
    given = replace(given, workshop=adapted(given.workshop, {}, {}))
    wanted = [part] if part else list(PARTS)
    parts = tuple(PARTS[name](given) for name in wanted)
    title = given.workshop.title
    if part:
        title = _("{kind}: {workshop}").format(workshop=title, kind=parts[0].kind)
    return TextDocument(title, parts, language())


def handout_text(given: HandoutInput, shape: Literal["md", "html"], part: PartName | None) -> str:
    """The same as a text."""
    document = handout(given, part)
    return as_html(document) if shape == "html" else as_markdown(document)
