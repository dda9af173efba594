"""Texts are compared without accents and without what nobody sees."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from mops_tui.model.text.folding import folded


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_go_or_are_spelt_out(form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, "Zoë MÜLLER, Søren Åse")
    assert folded(text).text == "zoe muller, soren ase"
    assert folded(text, spelt_out=True).text == "zoe mueller, soeren aase"


def test_each_character_says_where_it_began() -> None:
    made = folded("Stra\u00adße", spelt_out=True)
    assert made.text == "strasse"
    assert made.at == (0, 1, 2, 3, 5, 5, 6, 7)
