"""What somebody's needs point to, by the sources that needs and answers share."""

from __future__ import annotations

from itertools import product

import pytest
from support.needing import needing
from support.rehearsed import ours

from mops_tui.model.alone.pull import HIGH, Pull, pull
from mops_tui.model.alone.walk import Said, Walk
from mops_tui.model.packs.pack import AgendaEntry
from mops_tui.model.packs.workshop import assemble
from mops_tui.model.session.ballots import Choice, Ratings

NEEDS = ("cmo-vision", "deep-tech", "hand-in-hand", "governance", "speed", "long-road")


def rated(light: str, warm: str, fun: str = "low") -> Ratings:
    return Ratings(("light", "warm", "fun"), (light, warm, fun))


def found(ballot: Ratings, chosen: str = "tent") -> Pull | None:
    walk = needing(needs=ballot, form=Choice(chosen))
    return pull(walk, "camp/needs", "camp/form", chosen)


def test_a_need_speaks_for_what_brings_it_and_against_what_costs_it() -> None:
    one = found(rated("low", "top"))
    assert one is not None
    assert one.toward == ("hut",)
    assert not one.agrees
    assert one.unheard == ()  # fun speaks for nothing, and is hardly needed
    hut, tent = one.sides  # both are told, and both sides of each
    assert [(need.item, need.height) for need in hut.speaks_for] == [("warm", 1)]
    assert [(need.item, need.height) for need in hut.against] == [("light", 0)]
    assert [need.item for need in tent.against] == ["warm"]  # the tent is cold
    other = found(rated("top", "low"))
    assert other is not None
    assert other.agrees
    assert not other.differs
    assert [side.answer for side in other.sides] == ["tent"]


@pytest.mark.parametrize("level", ["low", "mid", "top"])
def test_needs_that_are_all_alike_point_nowhere(level: str) -> None:
    assert found(rated(level, level, level)) is None


def test_needs_that_share_no_source_point_nowhere() -> None:
    one = found(rated("low", "low", "top"))
    assert one is not None
    assert (one.toward, one.differs, [need.item for need in one.unheard]) == ((), False, ["fun"])


@pytest.mark.parametrize(
    ("levels", "near"), [(("low", "top"), False), (("low", "mid"), True), (("top", "mid"), True)]
)
def test_it_is_close_where_one_step_of_one_need_changes_where_they_point(
    levels: tuple[str, str], *, near: bool
) -> None:
    one = found(rated(*levels))
    assert one is not None
    assert one.near is near
    assert one.second == ()  # more speaks against the other one than for it


def test_nothing_is_pointed_to_only_because_little_speaks_against_it() -> None:
    """Each answer that needs point to has a need that speaks for it and counts as needed."""
    scenarios = ours().scenarios
    entry = (AgendaEntry(scenario="org-placement"),)
    fresh = Walk(assemble(entry, scenarios, id="w", title="W"), "org-placement")
    needs, spell = "org-placement/needs", "org-placement/spell"
    for levels in product(("can-wait", "helps", "matters", "vital"), repeat=len(NEEDS)):
        walk = fresh.saying(needs, Said("x", 60, Ratings(NEEDS, levels)))
        one = pull(walk, needs, spell, "")
        if one is not None:
            assert all(side.speaks_for[0].height >= HIGH for side in one.sides), levels
            assert (one.agrees, one.differs, one.terms) == (False, False, ())


def test_what_is_there_is_no_need() -> None:
    walk = needing(form=Choice("hut"), terms_hut=Ratings(("wood", "axe"), ("no", "yes")))
    assert pull(walk, "camp/terms-hut", "camp/form", "hut") is None


def test_needs_of_the_shipped_scenario_point_to_each_place_for_some() -> None:
    scenarios = ours().scenarios
    entry = (AgendaEntry(scenario="org-placement"),)
    fresh = Walk(assemble(entry, scenarios, id="w", title="W"), "org-placement")
    needs, spell = "org-placement/needs", "org-placement/spell"
    fresh = fresh.saying(spell, Said("IT", 60, Choice("it")))
    toward: set[tuple[str, ...]] = set()
    for levels in product(("can-wait", "vital"), repeat=len(NEEDS)):
        walk = fresh.saying(needs, Said("x", 60, Ratings(NEEDS, levels)))
        one = pull(walk, needs, spell, "it")
        toward.add(one.toward if one else ())
        if one and one.toward:
            assert set(one.toward).isdisjoint(one.second)
            assert {side.answer for side in one.sides} >= {"it", one.toward[0]}
    assert {("marketing",), ("it",), ("sales",), ("revops",), ()} <= toward
