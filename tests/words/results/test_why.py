from __future__ import annotations

from support.reports import full

from mops_tui.model.results.grid import leaning
from mops_tui.words.results.why import term_words


def test_the_reasons_of_a_mark_name_what_was_chosen() -> None:
    state = full().seen()
    told = [term_words(state, "p1", term) for term in leaning(state, "p1", "mops").x_terms]
    assert "rather “I paint”" in told
    assert "A platform: Partly" in told
    assert not any("one" in words.split() for words in told)
