from __future__ import annotations

from support.results import Room, choices, positions

from mops_tui.model.results.tallies import result
from mops_tui.model.results.withheld import withheld
from mops_tui.words.closing_kit.agreed import (
    NAMED,
    Asked,
    agreement,
    how_far_words,
    is_clear,
    is_in_camps,
)


def asked(room: Room) -> list[Asked]:
    state, found = room.seen(), []
    for ref in state.rounds:
        question, shown = state.question(ref), result(state, ref)
        assert question is not None
        assert shown is not None
        found.append((question, shown))
    return found


def agreed(room: Room, named: tuple[int, int] = NAMED[0]) -> str:
    return agreement(room.seen(), asked(room), named)


def split_pairs(*more: int) -> list[dict[str, object]]:
    """Six who are split on one pair, and not on the other."""
    return [{"items": ("craft", "drive"), "positions": (one, 1)} for one in (-2, -2, -2, 2, 2, 2)]


def test_nothing_is_said_of_no_votes_and_of_too_few() -> None:
    assert agreed(Room(3)) == ""
    assert agreed(Room(5).round("demo/where", choices("aa   "))) == ""


def test_where_fewer_than_three_answered_that_is_said() -> None:
    said = "Too few answered to say how far we agree."
    assert agreed(Room(1).round("demo/where", choices("a"))) == said
    assert agreed(Room(2).round("demo/where", choices("ab"))) == said
    assert agreed(Room(3).round("demo/where", choices("---"))) == ""  # nobody did


def test_each_kind_is_told_by_name() -> None:
    room = Room(4).round("demo/where", choices("aaab"))
    room.round("demo/cmo", [{"option": one} for one in ("yes", "yes", "no", "no")])
    camps = (("a", "b"), ("a", "b"), ("b", "c"), ("b", "c"))
    room.round("demo/points", [{"options": two, "points": (6, 4)} for two in camps])
    assert agreed(room) == (
        "On one of three questions, one answer has a clear majority (75 % or more): “Where” "
        "(Alpha). We are split on “CMO” and “Points”."
    )
    bare = agreement(room.seen(), asked(room), answers=False)
    assert bare == agreed(room).replace(" (Alpha)", "")
    assert agreed(room, (1, 1)) == (
        "On one of three questions, one answer has a clear majority (75 % or more): “Where” "
        "(Alpha). We are split on two: “CMO” and one more."
    )
    assert agreed(room, (0, 0)) == (
        "On one of three questions, one answer has a clear majority (75 % or more). "
        "We are split on two."
    )


def test_one_question_is_told_by_its_title() -> None:
    room = Room(5).round("demo/where", choices("aaabb"))
    assert agreed(room) == (
        "On the one question, “Where”, no answer has a clear majority (75 % or more)."
    )
    room = Room(5).round("demo/where", choices("aaaab"))
    assert agreed(room) == (
        "On the one question, “Where”, Alpha has a clear majority (75 % or more)."
    )


def test_what_has_no_majority_is_named_too() -> None:
    room = Room(5).round("demo/where", choices("aaabb")).round("demo/cmo", [{"option": "yes"}] * 5)
    assert agreed(room) == (
        "On one of two questions, one answer has a clear majority (75 % or more): “CMO” "
        "(“Yes”). On one more, no answer has a clear majority: “Where”."
    )


def test_one_split_pair_of_several_splits_nobody_on_all_of_them() -> None:
    split = Room(6).round("demo/lean", positions("craft", -2, -2, -2, 2, 2, 2))
    ballots = [{"items": ("craft", "drive"), "positions": (one, 1)} for one in (-2, -2, -2, 2, 2)]
    ballots.append({"items": ("craft", "drive"), "positions": (2, 1)})
    state, found = split.seen(), asked(split)
    assert [is_in_camps(state, one) for _question, one in found] == [True]
    both = Room(6).round("demo/lean", ballots)
    assert [is_clear(one) for _question, one in asked(both)] == [False]


def test_in_a_table_it_is_told_in_a_few_words() -> None:
    room = Room(5).round("demo/where", choices("aaabb")).round("demo/cmo", [{"option": "yes"}] * 5)
    state = room.seen()
    told = [how_far_words(state, one) for _question, one in asked(room)]
    assert told == ["no clear majority", "clear majority"]


def test_what_the_public_may_not_see_is_counted_on_neither_side() -> None:
    """Nothing withheld is told as if the room had not agreed on it, or too few had voted."""
    room = Room(9).round("demo/where", choices("aaaaaaabb"))
    room.round("demo/cmo", [{"option": "yes"}] * 9)
    state, found = room.seen(), asked(room)
    told = [(question, withheld(one, state.policy)) for question, one in found]
    assert [bool(one.withheld) for _question, one in told] == [True, False]
    assert agreement(state, told) == (
        "One question can be shown with all its answers. We agree on it: “CMO”."
    )


def test_of_what_the_public_may_see_nothing_is_counted_twice() -> None:
    room = Room(10).round("demo/where", choices("aaaaabbbbb"))
    state = room.seen()
    told = [(question, withheld(one, state.policy)) for question, one in asked(room)]
    assert agreement(state, told) == (
        "One question can be shown with all its answers, and we do not agree on it: “Where”."
    )
    room = Room(9).round("demo/where", choices("aaaaaaaaa"))
    room.round("demo/cmo", [{"option": "yes"}] * 9)
    told = [(question, withheld(one, state.policy)) for question, one in asked(room)]
    assert agreement(room.seen(), told) == (
        "Two questions can be shown with all their answers. We agree on each of them: “Where” and "
        "“CMO”."
    )
