"""Leaving single members with mistakes out of a pack: cards, characters, arguments and so on.

One with a mistake is left out, and the rest of its pack stays.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from mops_tui.model.packs.arguments import ArgumentPack
from mops_tui.model.packs.characters import Cast
from mops_tui.model.packs.checks import Pack
from mops_tui.model.packs.pack import CardPack, Scenario, WorkshopPack
from mops_tui.storage.packs.schema_errors import PackModel, Shape, shape_problems
from mops_tui.storage.packs.toml_lines import KeyPath

_LISTS: Mapping[PackModel, Mapping[str, str]] = MappingProxyType(
    {
        Scenario: {"card": "cards"},
        WorkshopPack: {},
        CardPack: {"card": "cards"},
        Cast: {
            "character": "characters",
            "company": "company",
            "appeal": "appeals",
            "disturbance": "disturbances",
        },
        ArgumentPack: {"argument": "arguments"},
    }
)
"""For each kind of pack, the keys of such members, with the long name that does as well."""
_WHOLE = -1
"""Stands for the index of a mistake that is about the list as a whole."""

Member = tuple[str, int]
"""The key of a member's list, and its place in the file from 0."""


@dataclass(frozen=True)
class PartialPack:
    """What is left of a pack once members with mistakes are out.

    Attributes:
        pack: The pack without them.
        places: For each list, where its members stand in the file; absent while all are there.
    """

    pack: Pack
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def in_file(self, path: KeyPath) -> KeyPath:
        """A path into the pack, as a path into the file it came from."""
        if len(path) > 1 and isinstance(path[0], str) and isinstance(path[1], int):
            places = self.places.get(path[0])
            if places is not None:
                return (path[0], places[path[1]], *path[2:])
        return path

    def without(self, bad: Collection[Member]) -> PartialPack | None:
        """The pack without some more members; None when nothing of it would be left.

        Args:
            bad: The members, by where they stand in the pack.
        """
        update: dict[str, Any] = {}
        places = dict(self.places)
        for key, name in _LISTS[type(self.pack)].items():
            members = getattr(self.pack, name)
            indexes = [index for index in range(len(members)) if (key, index) not in bad]
            update[name] = tuple(members[index] for index in indexes)
            places[key] = tuple(int(self.in_file((key, index))[1]) for index in indexes)
        if isinstance(self.pack, Cast) and not update["characters"]:
            return None
        if isinstance(self.pack, CardPack) and not update["cards"]:
            return None
        if isinstance(self.pack, ArgumentPack) and not update["arguments"]:
            return None
        lighter = self.pack.model_copy(update=update)
        if isinstance(lighter, Cast) and isinstance(self.pack, Cast):
            all_ids = {character.id for character in self.pack.characters}
            lighter, places = _without_mentions(lighter, all_ids, places)
        return PartialPack(lighter, places)


def member_of(path: KeyPath, pack: Pack | PackModel) -> Member | None:
    """The member that a path leads into, or None when it is about the pack as a whole."""
    lists = _LISTS[pack if isinstance(pack, type) else type(pack)]
    key = next((key for key, long in lists.items() if path and path[0] in {key, long}), None)
    if key is None:
        return None
    place = path[1] if len(path) > 1 else _WHOLE
    return (key, place if isinstance(place, int) else _WHOLE)


def partial_pack(
    model: PackModel, data: Mapping[str, Any]
) -> tuple[PartialPack | None, tuple[Shape, ...]]:
    """What can be read of a pack's contents, and what is wrong with the rest.

    Returns:
        The pack without the members that have mistakes, or None when it cannot be used at all;
        and every mistake.
    """
    try:
        return PartialPack(model.model_validate(data)), ()
    except ValidationError as error:
        shapes = shape_problems(error, model, data)
    bad = {member_of(path, model) for _, path, _ in shapes}
    if None in bad:
        return None, shapes
    remaining, places, left_out = _without(model, data, bad)
    try:
        pack = model.model_validate(remaining)
    except ValidationError:  # nothing is left of what it cannot do without
        return None, shapes
    if isinstance(pack, Cast):
        pack, places = _without_mentions(pack, left_out, places)
    return PartialPack(pack, places), shapes


def _without(
    model: PackModel, data: Mapping[str, Any], bad: Collection[Member | None]
) -> tuple[dict[str, Any], dict[str, tuple[int, ...]], set[str]]:
    """The contents without some members, where the others stand, and the ids of those gone."""
    remaining = dict(data)
    places: dict[str, tuple[int, ...]] = {}
    left_out_ids: set[str] = set()
    for key, long in _LISTS[model].items():
        name = key if key in remaining else long
        members = remaining.get(name)
        if (key, _WHOLE) in bad or not isinstance(members, list):
            remaining.pop(name, None)
            continue
        places[key] = tuple(i for i in range(len(members)) if (key, i) not in bad)
        remaining[name] = [members[index] for index in places[key]]
        if key == "character":
            left_out = (m for i, m in enumerate(members) if (key, i) in bad)
            left_out_ids |= {str(m.get("id")) for m in left_out if isinstance(m, Mapping)}
    return remaining, places, left_out_ids


def _without_mentions(
    cast: Cast, left_out: Collection[str], places: Mapping[str, tuple[int, ...]]
) -> tuple[Cast, dict[str, tuple[int, ...]]]:
    """A cast that no longer speaks of characters who were left out of it."""
    left_out = set(left_out) - {character.id for character in cast.characters}
    characters = tuple(
        character.model_copy(
            update={"towards": tuple(name for name in character.towards if name not in left_out)}
        )
        for character in cast.characters
    )
    staying = [
        i
        for i, happening in enumerate(cast.disturbances)
        if happening.leaves not in left_out
        and not (happening.whom and left_out.issuperset(happening.whom))
    ]
    before = places.get("disturbance", range(len(cast.disturbances)))
    disturbances = tuple(
        happening.model_copy(
            update={"whom": tuple(name for name in happening.whom if name not in left_out)}
        )
        for happening in (cast.disturbances[index] for index in staying)
    )
    parted = cast.model_copy(update={"characters": characters, "disturbances": disturbances})
    return parted, {**places, "disturbance": tuple(before[index] for index in staying)}
