"""Names leave a text however they are written there; other words stay."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_tui.model.people.unnamed import Known, Unnamed

PEOPLE = (
    Known(("Ruth Bauer",), "the CMO", "CMO"),
    Known(("Helen Okafor", "Otter"), "the Head of Growth", "Head of Growth"),
    Known(("İlker Ağaoğlu",)),
    Known(("Mark Will",), "the PM"),
    Known(("田中",)),
    Known(("Dr. Eva von Ahn",)),
    Known(("Anne-Marie O'Brien",)),
    Known(("Tomas Lind (CIO)",), "the CIO", "CIO"),
)
UNNAMED = Unnamed(PEOPLE, "You will mark the grid. Ask IT, and the CIO.")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("RUTH\nBAUER's idea", "The CMO's idea"),
        ("We ask bauer, ruth first", "We ask the CMO first"),
        ("Ruths Idee, and R.B agrees with RB", "The CMO Idee, and the CMO agrees with the CMO"),
        ("ilker agaoglu", "A participant"),
        ("ILKER AĞAOĞLU", "A participant"),
        (unicodedata.normalize("NFD", "so İlker"), "so a participant"),
        ("H\u00adelen\u00a0Okafor and otter", "The Head of Growth and the Head of Growth"),
        ("we will mark it; Mark says so", "we will mark it; the PM says so"),
        (
            "Ruth\u200bBauer, and Dr. Eva von Ahn as EA",
            "The CMO, and a participant as a participant",
        ),
        ("さて田中さん", "さてa participantさん"),
        ("Anne Marie O’Brien and O'Brien", "A participant and a participant"),
        ("ruth.bauer@example.org", "The CMO@example.org"),
        ("Truth, Baueri and the CIO of IT", "Truth, Baueri and the CIO of IT"),
    ],
)
def test_a_name_goes_however_it_is_written(text: str, without: str) -> None:
    assert UNNAMED.text(text) == without


def test_a_first_name_that_two_have_is_nobodys_role() -> None:
    two = Unnamed([Known(("Ann Lee",), "the CMO"), Known(("Ann Ray",), "the CIO")])
    assert two.text("So Ann said") == "So a participant said"
    assert two.text("So Ann Ray said") == "So the CIO said"


def test_nobody_has_no_name() -> None:
    assert not Unnamed([Known(("", " "))])
    assert Unnamed([]).text("Ruth") == "Ruth"


@given(
    before=st.text(max_size=12),
    after=st.text(max_size=12),
    form=st.sampled_from(("NFC", "NFD", "NFKC", "NFKD")),
    shouted=st.booleans(),
)
def test_a_name_among_other_words_is_gone_and_they_stay(
    before: str, after: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"], shouted: bool
) -> None:
    name = "Zoë Kırmızı".upper() if shouted else "Zoë Kırmızı"
    text = f"{before} {unicodedata.normalize(form, name)} {after}"
    made = Unnamed([Known(("Zoë Kırmızı",), "X")]).text(text)
    folded = unicodedata.normalize("NFKD", made).casefold()
    assert "zoe" not in folded.replace("\u0308", "") or "zoe" in before + after
    assert made.startswith(before)
    assert made.endswith(after)
