"""Cards from all pack files: those that go with a scenario, those alone, and which clash."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mops_tui.model.packs.cards import Card, family_of
from mops_tui.model.packs.checks import Flaw
from mops_tui.model.packs.pack import CardPack, Scenario
from mops_tui.storage.packs.problems import Problem
from mops_tui.storage.packs.reading import ReadPack


@dataclass(frozen=True)
class DealtCards:
    """The cards where they belong.

    Attributes:
        scenarios: By id, with the cards that other packs bring for them.
        alone: The packs of cards that go with no scenario, by id.
        files: The file that each card is from, by what it is practised under and its id.
        problems: What clashes.
    """

    scenarios: Mapping[str, Scenario]
    alone: Mapping[str, CardPack]
    files: Mapping[tuple[str, str], Path]
    problems: tuple[Problem, ...]


def with_cards(scenarios: Mapping[str, Scenario], reads: Collection[ReadPack]) -> DealtCards:
    """Put the cards of all packs where they belong.

    Of two cards of one id the scenario's own stays, else the one that was read first.

    Args:
        scenarios: By id, each with its own cards.
        reads: All packs.
    """
    found = dict(scenarios)
    alone: dict[str, CardPack] = {}
    files: dict[tuple[str, str], Path] = {}
    problems: list[Problem] = []
    for read in reads:
        if isinstance(read.pack, Scenario):
            files |= dict.fromkeys(_names(read.pack.id, read.pack.cards), read.file.resolve())
    for read in reads:
        pack = read.pack
        if not isinstance(pack, CardPack):
            continue
        flaws = tuple(taken(pack, files))
        problems += read.problems(flaws)
        clashing = {flaw.path[1] for flaw in flaws}
        new = tuple(card for index, card in enumerate(pack.cards) if index not in clashing)
        if pack.scenario is None:
            alone[pack.id] = pack
        else:
            home = found[pack.scenario]
            found[pack.scenario] = home.model_copy(update={"cards": (*home.cards, *new)})
        files |= dict.fromkeys(_names(pack.topic, new), read.file.resolve())
    return DealtCards(found, alone, files, tuple(problems))


def taken(pack: CardPack, files: Mapping[tuple[str, str], Path]) -> Iterator[Flaw]:
    """The cards of a pack whose id another file has; a card's variants go with it."""
    for index, card in enumerate(pack.cards):
        for step, one in enumerate(family_of(card)):
            other = files.get((pack.topic, one.id))
            if other is not None:
                own = ("card", index, "variant", step - 1, "id") if step else ("card", index, "id")
                yield Flaw("card-taken", own, {"id": one.id, "other": other.name})


def _names(topic: str, cards: Iterable[Card]) -> list[tuple[str, str]]:
    return [(topic, one.id) for card in cards for one in family_of(card)]
