"""The cards at hand, with their families of variants."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.practised import DECK, KEYS, SCENARIO_IDS, families

from mops_tui.model.packs.cards import Card
from mops_tui.sources.practice.deck import Deck


def test_one_of_each_family_comes_before_another_of_any() -> None:
    for scenario in SCENARIO_IDS:
        turn = DECK.in_turn(scenario)
        bases = dict.fromkeys(families(turn))
        assert families(turn[: len(bases)]) == list(bases)
        assert sorted(turn) == sorted(key for key in KEYS if key.partition("/")[0] == scenario)


def test_every_card_of_the_deck_can_be_found_again() -> None:
    assert all(isinstance(DECK.cards[key], Card) for key in KEYS)
    assert len(KEYS) >= 40


def test_what_opens_a_family_is_its_own_base_no_more_often_than_its_share() -> None:
    """A base is where the usual advice holds; met first, it could be answered unread."""
    for scenario in SCENARIO_IDS:
        turn = DECK.in_turn(scenario)
        opening = turn[: len(dict.fromkeys(families(turn)))]
        base = [DECK.family(key) == key for key in opening]
        assert 0.2 <= sum(base) / len(base) <= 0.5


@given(st.lists(st.integers(1, 4), max_size=8))
def test_members_are_dealt_round_and_each_once(sizes: list[int]) -> None:
    one = next(iter(DECK.cards.values()))
    made = {
        f"s/{name}{step}": one.model_copy(update={"id": f"{name}{step}", "family": f"{name}0"})
        for name, size in zip("abcdefgh", sizes, strict=False)
        for step in range(size)
    }
    turn = Deck(made).in_turn("s")
    assert sorted(turn) == sorted(made)
    for name, size in zip("abcdefgh", sizes, strict=False):
        mine = [int(key[-1]) for key in turn if key.startswith(f"s/{name}")]
        assert [(step - mine[0]) % size for step in mine] == list(range(size))
