"""The cards at hand, with their families of variants."""

from __future__ import annotations

from support.practised import DECK, KEYS, SCENARIO_IDS, families

from mops_tui.model.packs.cards import Card


def test_the_first_of_all_families_comes_before_the_second_of_any() -> None:
    for scenario in SCENARIO_IDS:
        turn = DECK.in_turn(scenario)
        bases = dict.fromkeys(families(turn))
        assert list(turn[: len(bases)]) == list(bases)
        assert sorted(turn) == sorted(key for key in KEYS if key.partition("/")[0] == scenario)


def test_every_card_of_the_deck_can_be_found_again() -> None:
    assert all(isinstance(DECK.cards[key], Card) for key in KEYS)
    assert len(KEYS) >= 40
