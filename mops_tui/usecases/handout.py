"""`mops-tui handout`: a pack, found by its id or in its file, and what is handed out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from mops_tui.model.packs.pack import AgendaEntry, Scenario, WorkshopPack
from mops_tui.model.packs.workshop import assemble
from mops_tui.report.handout.handout import PartName, handout_text
from mops_tui.report.handout.input import HandoutInput
from mops_tui.storage.files.checksums import sealed
from mops_tui.storage.folders.places import pack_folders, places
from mops_tui.storage.packs.packs import Library, load_library
from mops_tui.storage.packs.reading import read_pack
from mops_tui.storage.packs.summaries import pack_summaries
from mops_tui.usecases.check import check_file, is_session
from mops_tui.words.i18n import _
from mops_tui.words.safe import safe


class NoHandout(Exception):  # noqa: N818 - it says what happened
    """Nothing can be handed out of it.

    Attributes:
        sentences: Why, each a line.
    """

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def by_id(pack_id: str, begins: int | None, people: int | None) -> HandoutInput:
    """A pack among the shipped ones and the user's own, as something to hand out of.

    Args:
        pack_id: The id of a workshop or of a scenario.
        begins: When it begins, in minutes after midnight.
        people: How many are expected.

    Raises:
        NoHandout: It is a cast, or has mistakes.
    """
    library = _library()
    known: Mapping[str, Scenario | WorkshopPack] = {**library.scenarios, **library.workshops}
    pack = known.get(pack_id)
    if pack is None:
        own = places().packs
        files = [one.path for one in pack_summaries(pack_folders(own), own) if one.id == pack_id]
        return by_file(files[-1], begins, people)
    return _input(pack, library.scenarios, begins, people)


def by_file(path: Path, begins: int | None, people: int | None) -> HandoutInput:
    """The same of a pack's file.

    Raises:
        NoHandout: It is no workshop and no scenario, or has mistakes.
    """
    name = safe(str(path))
    if is_session(path):
        words = _("{file} is a session. Name a workshop, a scenario, or the file of one.")
        raise NoHandout(words.format(file=name))
    sound, lines = check_file(path, repair=False)
    if not sound:
        raise NoHandout(*lines)
    pack = read_pack(path).pack
    if not isinstance(pack, Scenario | WorkshopPack):
        words = _("{file} asks nothing of a room. Name a workshop, a scenario, or the file of one.")
        raise NoHandout(words.format(file=name))
    scenarios = dict(_library().scenarios)
    if isinstance(pack, Scenario):
        scenarios[pack.id] = pack
    return _input(pack, scenarios, begins, people)


def text_of(given: HandoutInput, shape: Literal["md", "html"], part: PartName | None) -> str:
    """What is handed out, with its checksum: as Markdown ("md") or as a page ("html")."""
    return sealed(handout_text(given, shape, part), shape)


def _library() -> Library:
    return load_library(pack_folders(places().packs))


def _input(
    pack: Scenario | WorkshopPack,
    scenarios: Mapping[str, Scenario],
    begins: int | None,
    people: int | None,
) -> HandoutInput:
    workshop = assemble(
        pack.agenda if isinstance(pack, WorkshopPack) else (AgendaEntry(scenario=pack.id),),
        scenarios,
        id=pack.id,
        title=pack.title,
        minutes=pack.minutes if isinstance(pack, WorkshopPack) else None,
    )
    given = HandoutInput(workshop, pack.summary, pack.language, begins=begins, people=people)
    if isinstance(pack, Scenario):
        return given
    return replace(given, aim=pack.aim, who=pack.who, prepare=pack.prepare)
