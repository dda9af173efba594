"""Where a room stands on a scale, beside how far it agrees: the two never contradict each other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.examples import examples
from support.sessions import workshop

from mops_tui.model.packs.questions import CurveQuestion, PairsQuestion, QuestionBase, RateQuestion
from mops_tui.model.results.consensus import FEW, of_steps, split
from mops_tui.model.results.results import Distribution, ItemResult, Result, Verdict
from mops_tui.model.session.header import Policy
from mops_tui.words.results.agreeing import how_far
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.results.verdicts import item_verdict

LEVELS = ("Absent", "Poor", "Fair", "Good", "Best")
POLICY = Policy()


def question(kind: str, steps: int = 5, items: int = 1) -> QuestionBase:
    ids = [f"i{n}" for n in range(items)]
    part = {"id": "q", "title": "Q", "ask": "How far?", "kind": kind}
    if kind == "pairs":
        pair = [{"id": one, "left": "We count.", "right": "We feel."} for one in ids]
        return PairsQuestion.model_validate(part | {"pair": pair})
    item = [{"id": one, "label": f"Item {one}"} for one in ids]
    if kind == "curve":
        return CurveQuestion.model_validate(part | {"item": item})
    scale = [{"id": label.lower(), "label": label} for label in LEVELS[:steps]]
    return RateQuestion.model_validate(part | {"item": item, "scale": scale})


def scale_of(asked: QuestionBase) -> tuple[str, ...]:
    if isinstance(asked, PairsQuestion):
        return ("-2", "-1", "0", "1", "2")
    if isinstance(asked, RateQuestion):
        return tuple(level.id for level in asked.scale)
    return (
        "innovators",
        "early-adopters",
        "chasm",
        "early-majority",
        "late-majority",
        "laggards",
    )


def item(asked: QuestionBase, counts: tuple[int, ...], name: str = "i0") -> ItemResult:
    steps, n = scale_of(asked), sum(counts)
    found = of_steps(counts)
    median = None if found.median is None else steps[found.median]
    camps = split(counts, steps) if n >= FEW else None
    spread = Distribution(steps, counts, n)
    return ItemResult(name, spread, None, median, None, found.agreement, camps)


def round_of(asked: QuestionBase, *items: ItemResult) -> Result:
    n = max(one.distribution.n for one in items)
    kind = str(getattr(asked, "kind", ""))
    return Result("a/q", kind, 1, n, 0, 0, n, 1.0, True, Verdict("none"), items=items)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 2, 4, 2, 0), "“Fair” has most: 4 of 8. We agree."),
        ((1, 4, 6, 4, 3), "“Fair” has most: 6 of 18. We agree in part."),
        ((0, 3, 3, 3, 0), "All 9 say “Poor”, “Fair” or “Good”, 3 each. We agree."),
        ((2, 2, 2, 2, 2), "Five answers tie with 2 of 10 each. We hardly agree."),
        ((4, 4), "“Absent” and “Poor” tie with 4 of 8 each."),
    ],
)
def test_the_answer_that_has_most_is_named_with_its_count(
    counts: tuple[int, ...], expected: str
) -> None:
    asked = question("rate", len(counts))
    assert item_verdict(item(asked, counts), asked, POLICY) == expected


def test_of_two_statements_the_side_that_has_most_is_named() -> None:
    asked = question("pairs")
    more = round_of(asked, item(asked, (2, 2, 3, 2, 0)))
    middle = round_of(asked, item(asked, (0, 1, 7, 1, 0)))
    assert standing(more, asked, workshop()) == (
        "More lean to “We count” than stand anywhere else: 4 of 9."
    )
    assert standing(middle, asked, workshop()) == (
        "7 of 9 stand in the middle between “We count” and “We feel”."
    )


def test_several_items_of_which_most_agree_on_none_name_what_has_most() -> None:
    asked = question("rate", items=2)
    both = round_of(asked, item(asked, (1, 4, 4, 4, 1)), item(asked, (0, 2, 4, 2, 0), "i1"))
    assert standing(both, asked, workshop()) == "On “Item i1”, “Fair” has most: 4 of 8."
    assert standing_short(both, asked, workshop()) == "“Item i1”: “Fair” 4 of 8"


@examples(80)
@given(
    st.sampled_from((("rate", 2), ("rate", 3), ("rate", 5), ("pairs", 5), ("curve", 6))),
    st.data(),
)
def test_standing_and_agreement_never_contradict_each_other(
    kind: tuple[str, int], data: st.DataObject
) -> None:
    asked = question(*kind, items=2)
    sizes = st.lists(st.integers(0, 9), min_size=kind[1], max_size=kind[1]).map(tuple)
    counts = data.draw(sizes.filter(lambda one: sum(one) >= 3))
    one = item(asked, counts)
    said = [
        standing(round_of(asked, one), asked, workshop()),
        standing(round_of(asked, one, item(asked, counts, "i1")), asked, workshop()),
        item_verdict(one, asked, POLICY),
        standing_short(round_of(asked, one), asked, workshop()),
    ]
    for sentence in said:
        assert not re.search(r"no one answer|no clear answer|spread wide|\{", sentence)
    if how_far(one, POLICY) == "We agree.":
        assert "On no single" not in said[1]
        assert not re.search(r"split|far apart", " ".join(said))
    sides = (sum(counts[:2]), counts[2], sum(counts[3:])) if kind[0] == "pairs" else counts
    top = max(sides)
    if one.split is None and sum(count == top for count in sides) == 1:
        assert "tie" not in said[0]
        of = re.search(r"(\d+) of (\d+)|\b[Aa]ll (\d+)", said[0])
        assert of is not None
        stated = [int(figure) for figure in of.groups() if figure]
        assert stated[0] >= top
        assert stated[-1] == sum(counts)


def test_two_items_that_share_an_end_are_both_named() -> None:
    asked = question("rate", items=5)
    counts = ((0, 0, 0, 2, 6), (0, 0, 1, 2, 5), (0, 0, 0, 5, 3), (2, 1, 3, 1, 1), (1, 2, 2, 2, 1))
    items = [item(asked, votes, f"i{at}") for at, votes in enumerate(counts)]
    told = standing(round_of(asked, *items[:1], *items[2:], items[1]), asked, workshop())
    assert told == ("Most often “Good” or “Best”: “Item i0” and “Item i2” (all 8 on each).")
