"""Names leave a text however they are written there; other words stay."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mops_tui.model.people.unnamed import Known, Unnamed
from mops_tui.model.text.folding import folded

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
        ("ruth.bauer@example.org", "The CMO"),
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
    around = {char for out in (False, True) for char in folded(before + after, spelt_out=out).text}
    assume(not around & set("zoekirm"))  # "ZÖ" is Zoë spelt out, and K. stands for her, too
    name = "Zoë Kırmızı".upper() if shouted else "Zoë Kırmızı"
    text = f"{before} {unicodedata.normalize(form, name)} {after}"
    made = Unnamed([Known(("Zoë Kırmızı",), "X")]).text(text)
    assert not {*"zoekirm"} & set(folded(made.replace("X", "")).text)
    assert made.startswith(before)
    assert made.endswith(after)


ODD = Unnamed(
    [
        Known(("Zoë Müller-O’Brien",), "the CMO", "CMO"),
        Known(("Jürgen Straße",), "the CIO", "CIO"),
        Known(("José María Núñez",), "the PM", "PM"),
        Known(("Łukasz Żak",), "the CFO", "CFO"),
        Known(("Søren Åberg",), "the CTO", "CTO"),
        Known(("Juergen Mueller",), "the COO", "COO"),
    ],
    "You will mark the grid. Ask IT.",
)


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("Zo\u200bë", "CMO"),
        ("Z\u200bo\u200bë M\u200büller-O\u2019Bri\u200ben", "CMO"),
        ("Zo\u2060ë\ufeff Mül\u200dler", "CMO"),
        ("zoe muller-obrien", "CMO"),
        ("Zoe Mueller-O'Brien", "CMO"),
        ("ZOË MUELLER OBRIEN", "CMO"),
        ("Müller-\nO´Brien", "CMO"),
        ("OʼBrien", "CMO"),
        ("@zoëmüller", "CMO"),
        ("@muellerzoe7", "CMO"),
        ("OʼBriens", "CMO"),
        ("@zmuellerobrien", "CMO"),
        ("ZoëM", "CMO"),
        ("@jmnunez", "PM"),
        ("ZMO", "CMO"),
        ("Z.M.O", "CMO"),
        ("Z. M. O", "CMO"),
        ("Z. Müller-O.", "CMO"),
        ("juergen strasse", "CIO"),
        ("JÜRGEN STRASSE", "CIO"),
        ("Strasse, Juergen", "CIO"),
        ("@josemaria", "PM"),
        ("jose-maria", "PM"),
        ("JoséNúñez", "PM"),
        ("J. M. Núñez", "PM"),
        ("ŁŻ", "CFO"),
        ("Ł.Ż", "CFO"),
        ("L.Z", "CFO"),
        ("lukasz ŻAK", "CFO"),
        ("soeren aaberg", "CTO"),
        ("Soren Aberg", "CTO"),
        ("Müller", "CMO"),
        ("Jürgen Müller", "COO"),
        ("j.nunez@acme.example", "PM"),
        ("Z.M.O.", "CMO"),
        ("z.m.o.", "CMO"),
        ("Z M O", "CMO"),
        ("Z o ë", "CMO"),
        ("Z.o.ë", "CMO"),
        ("L u k a s z", "CFO"),
        ("Łukas", "CFO"),
        ("Luk", "CFO"),
        ("Jürg", ""),
        ("Zоë", "CMO"),
        ("Ζoë", "CMO"),
        ("Мaría", "PM"),
        ("Zoës", "CMO"),
        ("Zoe2", "CMO"),
        ("zoe_mueller", "CMO"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_goes_in_odd_forms_too(written: str, who: str, form: Literal["NFC", "NFD"]) -> None:
    made = ODD.text(f"so {unicodedata.normalize(form, written)} said")
    somebody = {"Müller": "a participant", "Jürg": "a participant"}.get(written, f"the {who}")
    assert made == f"so {somebody} said"


def test_words_that_only_look_like_a_part_stay() -> None:
    told = "We trust it; "
    assert Unnamed([Known(("Tim Rust",))]).text(told) == told
    told = "We'll re-use it, zip by zip; the strait is a mile-long, obviously. IT is on. O, so!"
    assert ODD.text(told) == told
    told = "A jury luckily used a macro, e.g. at 5 p.m. in the US. Can all of us? May I? So I do."
    assert ODD.text(told) == told
    short = Unnamed([Known(("Theresa Short",)), Known(("Andrea Carter",)), Known(("Willa May",))])
    told = "There they were, and The car can go; Will you? And car parks may."
    assert short.text(told) == told


def test_initials_that_mean_something_else_in_a_team_stay() -> None:
    two = Unnamed([Known(("Priya Raman",), "the CMO"), Known(("Zak Quist",), "the CIO")])
    assert two.text("PR says so; ZQ and P.R. say no") == "PR says so; the CIO and the CMO say no"


def test_a_mail_address_goes_whole_and_a_sentence_begins_with_a_capital() -> None:
    ruth = Unnamed([Known(("Ruth Bauer",), "the CMO")])
    assert ruth.text("Ask r.bauer@acme.example.") == "Ask the CMO."
    assert ruth.text("So? ruth! RUTH") == "So? The CMO! The CMO"
    assert ruth.text("q.ruth, a/@ruth") == "q.the CMO, a/the CMO"
    assert ruth.text("So says Ruth B. We stay.") == "So says the CMO. We stay."


def test_a_name_of_two_signs_goes_by_half() -> None:
    assert Unnamed([Known(("田中太郎",), "X")]).text("田中さんと太郎") == "XさんとX"


@given(
    cut=st.lists(
        st.sampled_from(("", "\u200b", "\u00ad", "\u2060", "\u200d")), min_size=18, max_size=18
    ),
    spelt=st.sampled_from(("Zoë Müller-O’Brien", "zoe mueller obrien", "ZOE MULLER O'BRIEN")),
)
def test_nothing_that_nobody_sees_keeps_a_name(cut: list[str], spelt: str) -> None:
    written = spelt[0] + "".join(map("".join, zip(cut, spelt[1:], strict=False)))
    assert ODD.text(f"so {written} said") == "so the CMO said"


def test_an_address_goes_whole_behind_another_one() -> None:
    assert UNNAMED.text("a@b.de+bauer@c.de, x.bauer@d.de") == "a@b.dethe CMO, the CMO"


@pytest.mark.parametrize("typed", ["a", "Bauer ", "bauer@", "Bauer@x.de ", "田", "中a", "R. "])
def test_a_long_text_of_one_kind_is_read_once(typed: str) -> None:
    """Each name that looks at all of the text again would take minutes."""
    told = UNNAMED.text(typed * (20_000 // len(typed)) + " Ruth Bauer")
    assert told.casefold().endswith("the cmo")
