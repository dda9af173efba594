"""The company of a rehearsal: one fact of each trait, told, and moving everybody."""

from __future__ import annotations

from collections import Counter
from typing import Any

from support.rehearsed import ours, room_cast
from support.rooms import cast_of

from mops_tui.sources.simulated.company import Company, company_of, moves

OURS = ours().casts["the-room"]


def test_a_seed_has_one_fact_of_each_trait_and_seeds_in_a_row_have_each() -> None:
    traits = [{fact.id for fact in trait.facts} for trait in OURS.company]
    seen: Counter[str] = Counter()
    for seed in range(20):
        company = company_of(OURS, seed)
        assert [len(company.ids & trait) for trait in traits] == [1] * len(traits)
        assert company.ids == company_of(OURS, seed).ids
        seen.update(company.ids)
    assert set(seen) == set().union(*traits)
    assert min(seen.values()) >= 4
    assert len({company_of(OURS, seed).text for seed in range(20)}) == 20


def test_it_is_told_in_the_sentences_of_the_cast() -> None:
    company = company_of(OURS, 3)
    told = company.note()
    assert told is not None
    assert told.note == "company-3"
    assert all(fact.text in told.text for fact in company.facts)
    assert company_of(room_cast(), 3).note() is None


def test_an_answer_of_a_question_goes_before_that_answer_anywhere() -> None:
    table = {"it": 1.0, "spell/it": 2.0}
    assert [moves(table, question, "it") for question in ("spell", "ten-points")] == [2, 1]
    assert moves(table, "spell", "sales") == 0


def test_what_is_so_counts_against_what_might_have_been() -> None:
    """A trait that is told of two options makes neither of them the usual winner."""
    facts: list[dict[str, Any]] = [
        {"id": "one", "text": "One.", "favours": {"a": 2}},
        {"id": "two", "text": "Two.", "favours": {"a": 1}},
    ]
    made = cast_of(company=[{"id": "trait", "fact": facts}])
    found = sorted(company_of(made, seed).favour("q", "a") for seed in (0, 1))
    assert found == [-0.5, 0.5]
    assert company_of(made, 0).favour("q", "b") == 0


def test_todays_place_is_a_fact_of_the_company_and_nearly_everybody_knows_it() -> None:
    sits = {fact.id: next(iter(fact.favours)) for trait in OURS.company
            if trait.id == "sits" for fact in trait.facts}  # fmt: skip
    assert set(sits.values()) == {"at-marketing", "at-it", "at-sales", "at-revops", "elsewhere"}


def test_what_holds_for_a_whole_rehearsal_is_worked_out_once() -> None:
    company = Company()
    draws = iter(range(9))
    assert [company.once(("a", name), lambda: next(draws)) for name in "xyx"] == [0, 1, 0]
    assert Company().once(("a", "x"), lambda: next(draws)) == 2  # of another one
