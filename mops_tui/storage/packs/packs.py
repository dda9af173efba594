"""Pack files: read, checked, and gathered from folders.

Nothing a pack file can hold raises anything but `PackError`, and a broken pack never keeps the
others from loading; nor does a broken card, character or argument keep the rest of its pack from
it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mops_tui.model.packs.advice import advice_on, unfit
from mops_tui.model.packs.arguments import COMPANY_FACTS, Argument, ArgumentPack
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.checks import Flaw, Pack, problems_in
from mops_tui.model.packs.named import leading_nowhere, names_in, uncited
from mops_tui.model.packs.pack import CardPack, Scenario, Topic, WorkshopPack
from mops_tui.storage.files.formats import SUFFIX
from mops_tui.storage.packs.card_files import taken, with_cards
from mops_tui.storage.packs.problems import PackError, Problem, in_order, reason_of
from mops_tui.storage.packs.reading import ReadPack, read_pack


@dataclass(frozen=True)
class Library:
    """All the packs at hand.

    Attributes:
        scenarios: By id, each with the cards that other files bring for it.
        workshops: By id.
        problems: What is wrong with the files, cards and characters that were left out.
        origins: The file that each id came from.
        casts: By id.
        cards: The file that each card came from, by the scenario, or the pack of cards alone, and
            the card's id.
        card_packs: The packs of cards alone, by id; those that go with a scenario are in that.
        arguments: What people say about the questions of each scenario, by its id.
        kinds: What each id is the id of: "scenario", "workshop", "cast", "cards" or "arguments".
    """

    scenarios: Mapping[str, Scenario]
    workshops: Mapping[str, WorkshopPack]
    problems: tuple[Problem, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)
    casts: Mapping[str, Cast] = field(default_factory=dict)
    cards: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    card_packs: Mapping[str, CardPack] = field(default_factory=dict)
    arguments: Mapping[str, tuple[Argument, ...]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    def in_order(self) -> tuple[Scenario, ...]:
        """The scenarios in the order in which the longest workshops walk them; then the rest."""
        longest = sorted(self.workshops.values(), key=lambda pack: -(pack.minutes or 0))
        walked = [entry.scenario for pack in longest for entry in pack.agenda]
        ids = dict.fromkeys((*walked, *self.scenarios))
        return tuple(self.scenarios[one] for one in ids if one in self.scenarios)

    def topics(self) -> tuple[Topic, ...]:
        """What is worth practising alone: scenarios, in their order, and then cards alone.

        A check-in and the closing question need a room; cards that somebody has written for
        them do not.
        """
        worth = (s for s in self.in_order() if s.cards or (s.decision and not s.closing))
        return (*worth, *self.card_packs.values())

    def topic(self, topic_id: str) -> Topic | None:
        """The scenario, or the pack of cards alone, of that id."""
        return self.scenarios.get(topic_id) or self.card_packs.get(topic_id)


@dataclass(frozen=True)
class _Known:
    """What packs may refer to in one another."""

    scenarios: Mapping[str, Scenario]
    company: frozenset[str] = frozenset()

    def flaws_in(self, pack: Pack) -> tuple[Flaw, ...]:
        grids = [grid for scenario in self.scenarios.values() for grid in scenario.grids]
        personas = frozenset(corner.id for grid in grids for corner in grid.quadrants)
        ids = frozenset(grid.id for grid in grids)
        return problems_in(pack, self.scenarios, ids, personas, COMPANY_FACTS | self.company)


def check_pack(path: Path, library: Library | None) -> tuple[Problem, ...]:
    """Everything that is wrong with a pack file, in the order of the file.

    Args:
        path: The file.
        library: The packs it may refer to, beside itself; such references go unchecked without.
    """
    try:
        read = read_pack(path)
    except PackError as error:
        return error.problems
    known = None if library is None else _Known(library.scenarios, _facts(library.casts.values()))
    flaws = problems_in(read.pack) if known is None else known.flaws_in(read.pack)
    if library is not None:
        flaws = (*_of_another_kind(read.pack, library.kinds, library.origins), *flaws)
    if isinstance(read.pack, WorkshopPack) and known is not None and not flaws:
        flaws = unfit(read.pack, known.scenarios)
    if isinstance(read.pack, CardPack) and library is not None and not flaws:
        own = {path.resolve(), library.origins.get(read.pack.id, path).resolve()}
        others = {key: at for key, at in library.cards.items() if at not in own}
        flaws = tuple(taken(read.pack, others))
    if isinstance(read.pack, Cast | ArgumentPack) and library is not None and not flaws:
        casts = _with(read.pack, library.casts)
        flaws = tuple(leading_nowhere(read.pack, names_in(library.scenarios, casts)))
    return in_order((*read.skipped, *read.problems(flaws)))


def pack_advice(path: Path, library: Library) -> tuple[Problem, ...]:
    """What could be better in a pack file that is sound, in the order of the file.

    Args:
        path: The file.
        library: The packs it may refer to.

    Raises:
        PackError: It cannot be read.
    """
    read = read_pack(path)
    pack = read.pack
    if isinstance(pack, Cast):
        names = names_in(library.scenarios, arguments=library.arguments.values())
        return read.problems(tuple(uncited(pack, names)))
    if not isinstance(pack, Scenario | WorkshopPack):
        return ()
    return read.problems(advice_on(pack, library.scenarios))


def load_library(folders: Iterable[Path]) -> Library:
    """Gather the packs of some folders; where two share an id, the later folder wins.

    A broken pack is left out with its problems, and one of the same id in an earlier folder then
    stands in for it. So is one whose id an earlier folder has for a pack of another kind: what
    that is needed for would be gone. A broken card, character or disturbance is left out of its
    pack, which stays.
    A folder that is not there holds nothing.
    """
    problems: list[Problem] = []
    candidates: list[ReadPack] = []
    kinds: dict[str, str] = {}
    files: dict[str, Path] = {}
    for folder in folders:
        in_folder: dict[str, Path] = {}
        for path in _files(folder, problems):
            try:
                read = _read_again(path)
            except PackError as error:
                problems += error.problems
                continue
            first_path = in_folder.setdefault(read.pack.id, path)
            if first_path != path:
                params = {"id": read.pack.id, "other": first_path.name}
                problems.append(read.problem(Flaw("id-taken", ("id",), params)))
                continue
            if other := _of_another_kind(read.pack, kinds, files):
                problems += read.problems(other)
                continue
            kinds[read.pack.id], files[read.pack.id] = read.pack.kind, path
            problems += read.skipped
            candidates.append(read)
    while True:
        winners = {read.pack.id: read for read in candidates}
        packs = {key: read.pack for key, read in winners.items()}
        scenarios = {key: pack for key, pack in packs.items() if isinstance(pack, Scenario)}
        known = _Known(scenarios, _facts(packs.values()))
        broken = {
            id(read): flaws for read in winners.values() if (flaws := known.flaws_in(read.pack))
        }
        if not broken:
            break
        mended: list[ReadPack] = []
        for read in candidates:
            flaws = broken.get(id(read), ())
            if not _outlived(read, candidates, winners):
                problems += read.problems(flaws)
            left = read.without(flaws) if flaws else read
            if left is not None:
                mended.append(left)
        candidates = mended
    dealt = with_cards(scenarios, winners.values())
    return Library(
        scenarios=dealt.scenarios,
        workshops={key: pack for key, pack in packs.items() if isinstance(pack, WorkshopPack)},
        problems=(*problems, *dealt.problems),
        origins={key: read.file for key, read in winners.items()},
        casts={key: pack for key, pack in packs.items() if isinstance(pack, Cast)},
        cards=dealt.files,
        card_packs=dealt.alone,
        arguments=_arguments(packs.values()),
        kinds={key: pack.kind for key, pack in packs.items()},
    )


def _of_another_kind(
    pack: Pack, kinds: Mapping[str, str], files: Mapping[str, Path]
) -> tuple[Flaw, ...]:
    """That a pack's id is that of a pack of another kind, whose place it would take."""
    kind = kinds.get(pack.id, pack.kind)
    if kind == pack.kind:
        return ()
    params = {"id": pack.id, "other": files[pack.id].name, "kind": kind}
    return (Flaw("id-of-another-kind", ("id",), params),)


def _with(pack: Pack, casts: Mapping[str, Cast]) -> Iterable[Cast]:
    """All casts, a pack that is one in the place of what has its id."""
    return {**casts, pack.id: pack}.values() if isinstance(pack, Cast) else casts.values()


def _facts(packs: Iterable[Pack]) -> frozenset[str]:
    """What can be so in the companies of some casts."""
    casts = (pack for pack in packs if isinstance(pack, Cast))
    return frozenset(fact.id for cast in casts for trait in cast.company for fact in trait.facts)


def _outlived(
    read: ReadPack, in_order: Sequence[ReadPack], winners: Mapping[str, ReadPack]
) -> bool:
    """Whether it argues about a scenario in whose place somebody has put one of their own.

    What of it no longer fits is left out without a word: its author knows of no mistake.
    """
    if not isinstance(read.pack, ArgumentPack) or read.pack.scenario not in winners:
        return False
    about = winners[read.pack.scenario]
    later = in_order.index(about) > in_order.index(read)
    return later and about.file.parent != read.file.parent


def _arguments(packs: Iterable[Pack]) -> dict[str, tuple[Argument, ...]]:
    found: dict[str, tuple[Argument, ...]] = {}
    for pack in packs:
        if isinstance(pack, ArgumentPack):
            found[pack.scenario] = (*found.get(pack.scenario, ()), *pack.arguments)
    return found


def unread(folders: Iterable[Path]) -> int:
    """How many pack files of some folders `load_library` has still to parse."""
    return sum(
        path not in _known or _known[path][0] != _stamp(path)
        for folder in folders
        for path in _files(folder, [])
    )


def _files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix == SUFFIX and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(folder, 0, "", "unreadable", {"reason": reason_of(error)}))
        return []


_Stamp = tuple[int, int, int, int]
_reading = threading.Lock()
"""One thread reads packs at a time: the second then finds them read."""
_known: dict[Path, tuple[_Stamp, ReadPack | PackError]] = {}
"""What was read of each pack file, and as what it stood then."""


def _read_again(path: Path) -> ReadPack:
    """What a pack file holds; one that has not changed since is not parsed a second time.

    Raises:
        PackError: It cannot be read, is no TOML or has not the shape of a pack.
    """
    with _reading:
        stamp = _stamp(path)
        known = _known.get(path)
        if known is None or stamp is None or known[0] != stamp:
            outcome: ReadPack | PackError
            try:
                outcome = read_pack(path)
            except PackError as error:
                outcome = error
            if stamp is not None:
                _known[path] = stamp, outcome
        else:
            outcome = known[1]
    if isinstance(outcome, PackError):
        raise PackError(outcome.problems)
    return outcome


def _stamp(path: Path) -> _Stamp | None:
    """What changes whenever a file does; None where that cannot be known."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
