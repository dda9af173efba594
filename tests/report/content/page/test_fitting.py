from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples

from mops_tui.pictures.shapes import BarsPicture, Turnout
from mops_tui.report.content.page.fitting import MOST_LINES, STEPS, PageShortener, fitted, lines_of
from mops_tui.report.content.parts import (
    NextStep,
    PageOne,
    ReportDecision,
    ReportFinding,
    ShownPicture,
)

SHOWN = ShownPicture("k", "t", "a", BarsPicture("votes", (), 0, Turnout()))
TEXT = st.one_of(
    st.text(max_size=40),
    st.integers(0, 400).map(lambda n: "word " * n),
    st.integers(0, 500).map(lambda n: "x" * n),
    st.integers(0, 300).map(lambda n: "営業" * n),
    st.just("- line\n" * 40),
)
DECISIONS = st.builds(ReportDecision, *[TEXT] * 15)
PAGES = st.builds(
    PageOne,
    *[TEXT] * 2,
    st.lists(TEXT, max_size=9).map(tuple),
    TEXT,
    st.lists(TEXT, max_size=8).map(tuple),
    st.lists(DECISIONS, max_size=6).map(tuple),
    st.lists(TEXT, max_size=6).map(tuple),
    st.lists(st.builds(NextStep, *[TEXT] * 4), max_size=12).map(tuple),
    st.lists(st.builds(ReportFinding, *[TEXT] * 3, st.just(SHOWN)), max_size=3).map(tuple),
    TEXT,
    TEXT,
    st.lists(TEXT, max_size=9).map(tuple),
)
EMPTY = PageOne("A title", "Once.", (), "", (), (), (), (), (), "", "", ())
STEP = NextStep("Ask them", "Mara", "", "")


def more(n: int) -> str:
    return f"and {n} more below"


SHORTER = PageShortener(
    more,
    lambda most: "We agree. " * (most // 10),
    lambda names: f"More below, also of {', '.join(names)}." if names else "More below.",
    ("Mara", "Tom"),
)


def decision(what: str) -> ReportDecision:
    texts = dict.fromkeys((one.name for one in fields(ReportDecision)), "")
    return ReportDecision(**{**texts, "what": what})


@examples(10)
@given(PAGES)
def test_any_page_fits_one_page(page: PageOne) -> None:
    assert lines_of(fitted(page, SHORTER)) <= MOST_LINES


def test_the_longest_page_there_could_be_fits_one_page() -> None:
    long = "word " * 2000
    step = NextStep(long, long, long, "")
    other = replace(ReportDecision(*[long] * 15), first_step="other " * 2000)
    found = ReportFinding(long, long, long, SHOWN)
    page = replace(
        EMPTY, title=long, held=long, banners=(long,) * 30, summary=long, asked=(long,) * 30,
        decisions=(other,) * 14, undecided=(long,) * 20,
        next_steps=(step,) * 40, findings=(found,) * 3, turnout=long, agreement=long,
        parked=(long,) * 50, open_steps="None of the 40 next steps has a day. " * 2,
    )  # fmt: skip
    assert lines_of(fitted(page, SHORTER)) <= MOST_LINES


def test_what_fits_stays_whole() -> None:
    page = replace(EMPTY, decisions=(decision("We stay."),), next_steps=(STEP,), parked=("Who?",))
    assert fitted(page, SHORTER) == page


def test_lists_that_are_cut_short_say_how_many_more_there_are() -> None:
    page: Any = replace(
        EMPTY,
        asked=("What?",) * 30,
        decisions=tuple(decision(f"We do {n}.") for n in range(9)),
        next_steps=(STEP,) * 33,
        parked=("Who pays?",) * 40,
    )
    shown = fitted(page, SHORTER)
    assert shown.more_decisions == f"and {9 - len(shown.decisions)} more below"
    assert shown.more_steps == f"and {33 - len(shown.next_steps)} more below"
    assert shown.asked[-1] == f"and {30 - len(shown.asked) + 1} more below"
    assert shown.parked[-1] == f"and {40 - len(shown.parked) + 1} more below"


def test_each_step_is_scarcer_than_the_one_before() -> None:
    for ample, scarce in pairwise(STEPS):
        for one in fields(ample):
            assert getattr(scarce, one.name) <= getattr(ample, one.name)
