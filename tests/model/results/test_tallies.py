from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.results import Room, choices, levels, points, positions

from mops_tui.model.comparison.figures import figures as figures_of
from mops_tui.model.results import tallies
from mops_tui.model.results.results import Arrow, Mark, Result, Split, Verdict, Voice
from mops_tui.model.results.tallies import result
from mops_tui.model.results.voices import voices
from mops_tui.model.session import events as ev
from mops_tui.model.session.apply import apply
from mops_tui.model.session.audience import visible
from mops_tui.model.session.fold import fold
from mops_tui.model.session.state import change

WHERE, POINTS, READY, LEAN = "demo/where", "demo/points", "demo/ready", "demo/lean"
PLACE, WAVES, ORDER, CMO, IDEAS = (
    f"demo/{name}" for name in ("place", "waves", "order", "cmo", "ideas")
)
CORNERS = ("modernizers", "orchestrators", "scientists", "psychologists")
ANONYMOUS: dict[str, Any] = {"policy": {"anonymity": "anonymous"}}


def of(room: Room, ref: str, number: int | None = None) -> Result:
    found = result(room.seen(), ref, number)
    assert found is not None
    return found


def first(room: Room, ref: str) -> tuple[Voice, ...]:
    """Who might speak first, as the facilitator sees it."""
    return voices(room.seen(), of(room, ref))


def counts(found: Result) -> dict[str, int]:
    assert found.distribution is not None
    return dict(zip(found.distribution.categories, found.distribution.counts, strict=True))


# Secrecy


def test_nothing_is_computed_before_the_reveal() -> None:
    room = Room(3).open(WHERE).vote(WHERE, "p1", option="a")
    assert result(room.seen(), WHERE) is None
    assert result(room.seen(), WHERE, 1) is None
    room.close(WHERE)
    assert result(room.seen(), WHERE, 1) is None
    room.add(ev.RoundRevealed(question=WHERE, round=1))
    assert result(room.seen(), WHERE, 1) is not None


def test_an_open_second_round_leaves_the_first_to_be_seen() -> None:
    room = Room(4).round(WHERE, choices("aaab")).open(WHERE, 2).vote(WHERE, "p1", 2, option="c")
    assert of(room, WHERE).round == 1
    assert counts(of(room, WHERE)) == {"a": 3, "b": 1, "c": 0}
    assert result(room.seen(), WHERE, 2) is None


@pytest.mark.parametrize("number", [0, -1, 2, 99])
def test_unknown_rounds_and_questions_give_nothing(number: int) -> None:
    state = Room(3).round(WHERE, choices("aab")).seen()
    assert result(state, WHERE, number) is None
    assert result(state, "demo/nowhere") is None
    assert result(state, "") is None


@pytest.mark.parametrize("audience", ["room", "participant", "facilitator"])
def test_a_redacted_state_gives_the_same_of_what_is_revealed(audience: Any) -> None:
    room = Room(4).round(WHERE, choices("aaab")).open(PLACE).vote(PLACE, "p1", x=3, y=4)
    seen = room.seen(audience)
    assert result(seen, WHERE) == result(room.seen(), WHERE)
    assert result(seen, PLACE) is None


def test_sealed_ballots_are_never_counted() -> None:
    from mops_tui.model.session.state import change

    sealed = Room(3).open(WHERE).vote(WHERE, "p1", option="a").close(WHERE).seen("room")
    forged = change(sealed.rounds[WHERE][0], phase="revealed")
    assert result(change(sealed, rounds={WHERE: (forged,)}), WHERE) is None


# Counting


def test_ballots_passes_and_called_votes_are_told_apart() -> None:
    room = Room(5, title="x").add(ev.HeadCounted(present=10))
    found = of(room.round(WHERE, choices("aab-"), called=[("", "a", 2), ("", "c", 1)]), WHERE)
    assert (found.ballots, found.passes, found.called, found.n) == (4, 1, 3, 6)
    assert found.quorum == 0.7
    assert not found.quorate
    assert counts(found) == {"a": 4, "b": 1, "c": 1}
    assert found.distribution is not None
    assert found.distribution.n == 6


def test_a_quorum_is_reached_exactly() -> None:
    assert of(Room(5).round(WHERE, choices("aaa-")), WHERE).quorate  # 4 of 5, and 0.8 is asked
    assert not of(Room(5).round(WHERE, choices("aab")), WHERE).quorate


def test_nobody_counted_is_no_quorum() -> None:
    room = Room().open(WHERE).call(WHERE, [("", "a", 3)])
    found = of(room.reveal(WHERE), WHERE)
    assert found.quorum is None
    assert not found.quorate


def test_those_who_left_after_voting_do_not_make_more_than_all() -> None:
    room = Room(4).open(WHERE)
    for seat in (1, 2, 3, 4):
        room.vote(WHERE, f"p{seat}", option="a")
    room.add(ev.ParticipantLeft(participant="p4"))
    assert of(room.reveal(WHERE), WHERE).quorum == 1.0


def test_every_answer_passed() -> None:
    found = of(Room(3).round(WHERE, choices("---")), WHERE)
    assert found.n == 0
    assert found.verdict == Verdict("none")
    assert found.distribution is not None
    assert found.distribution.shares == (0, 0, 0)


def test_points_are_summed() -> None:
    ballots: list[dict[str, Any]] = [
        {"options": ("a", "b"), "points": (7, 3)},
        {"options": ("b",), "points": (10,)},
        {"options": ("a", "b", "c"), "points": (1, 8, 1)},
    ]
    room = Room(3).round(POINTS, ballots)
    found = of(room, POINTS)
    assert counts(found) == {"a": 8, "b": 21, "c": 1}
    assert found.distribution is not None
    assert found.distribution.n == 3
    assert found.verdict == Verdict("plurality", 0.7, "b")
    assert first(room, POINTS) == (Voice("p1", "low", "b"), Voice("p2", "high", "b"))


def test_an_option_that_the_room_brings_is_counted() -> None:
    room = Room(3).add(ev.OptionAdded(question=WHERE, option="d", label="Delta"))
    found = of(room.round(WHERE, choices("add")), WHERE)
    assert counts(found) == {"a": 1, "b": 0, "c": 0, "d": 2}


def test_an_option_taken_out_keeps_its_votes() -> None:
    room = Room(3).add(ev.OptionAdded(question=WHERE, option="d", label="Delta"))
    room.round(WHERE, choices("add"))
    room.add(ev.OptionAdded(question=WHERE, option="d", label="Delta", removed=True))
    assert counts(of(room, WHERE)) == {"a": 1, "b": 0, "c": 0, "d": 2}


# Verdicts


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("aa", Verdict("few")),
        ("aaa", Verdict("majority", 1.0, "a")),
        ("aaab", Verdict("majority", 0.75, "a")),  # the policy's 0.75 is enough
        ("aab", Verdict("plurality", 2 / 3, "a")),
        ("aabb", Verdict("tie", 0.5, "a")),
        ("abc-", Verdict("tie", 1 / 3, "a")),
    ],
)
def test_choices_against_the_majority(votes: str, expected: Verdict) -> None:
    assert of(Room(4).round(WHERE, choices(votes)), WHERE).verdict == expected


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        (["in-place"] * 4, "agreed"),
        (["partly", "partly", "partly", "in-place"], "agreed"),
        (["absent", "partly", "in-place"], "low-agreement"),
        (["absent", "absent", "in-place", "in-place"], "split"),
        (["absent", "absent", "in-place", "partly", "partly"], "some-agreement"),
        (["absent", "in-place"], "few"),
    ],
)
def test_ratings_against_the_agreement(steps: list[str], code: str) -> None:
    found = of(Room(6).round(READY, levels("owner", *steps)), READY)
    assert found.verdict.code == code
    assert found.split == (code == "split")


def test_polarised_without_a_trough() -> None:
    steps = ["absent"] * 4 + ["partly"] * 2 + ["in-place"] * 4
    found = of(Room(10).round(READY, levels("owner", *steps)), READY)
    assert not found.split
    assert found.verdict == Verdict("polarised", found.items[0].agreement, item="owner")


def test_the_item_least_agreed_on_decides() -> None:
    items = ("owner", "training")
    ballots = [
        {"items": items, "levels": ("partly", level)}
        for level in ("absent", "partly", "in-place", "in-place")
    ]
    found = of(Room(4).round(READY, ballots), READY)
    assert found.verdict.item == "training"
    assert [item.agreement is None for item in found.items] == [False, False, True]
    assert found.items[0].median == "partly"


def test_under_three_votes_nothing_is_called_split() -> None:
    room = Room(2).round(READY, levels("owner", "absent", "in-place"))
    found = of(room, READY)
    assert found.items[0].split is None
    assert found.items[0].agreement is None
    assert first(room, READY) == ()


# Items


def test_called_ratings_enter_the_distribution_and_the_agreement() -> None:
    room = Room(2).add(ev.HeadCounted(present=4))
    called = [("owner", "in-place", 2)]
    found = of(room.round(READY, levels("owner", "absent", "absent"), called=called), READY)
    owner = found.items[0]
    assert owner.distribution.counts == (2, 0, 2)
    assert owner.distribution.n == 4
    assert owner.agreement == -1
    assert owner.split == Split("absent", "in-place")


def test_waves_by_stage_and_by_position() -> None:
    room = Room(3).round(WAVES, positions("cloud", 10, 38, 90))
    found = of(room, WAVES)
    cloud = found.items[0]
    assert cloud.distribution.counts == (1, 0, 1, 0, 0, 1)
    assert cloud.positions == (10, 38, 90)
    assert (cloud.middle, cloud.median) == (38, "chasm")
    assert first(room, WAVES) == (
        Voice("p1", "innovators", "cloud"),
        Voice("p3", "laggards", "cloud"),
    )


def test_pairs_by_position() -> None:
    found = of(Room(3).round(LEAN, positions("craft", -2, 0, 2)), LEAN)
    assert found.items[0].distribution.categories == ("-2", "-1", "0", "1", "2")
    assert found.items[0].distribution.counts == (1, 0, 1, 0, 1)
    assert found.items[0].middle == 0


# The grid


def test_a_grid_round() -> None:
    room = Room(4).add(ev.HeadCounted(present=6))
    where = points((-80, 60), (-60, 40), (80, -20), (0, 0))
    found = of(room.round(PLACE, where, called=[("", "scientists", 2)]), PLACE)
    assert found.marks == (
        Mark("p1", -80, 60),
        Mark("p2", -60, 40),
        Mark("p3", 80, -20),
        Mark("p4", 0, 0),
    )
    assert dict(found.quadrants) == {
        "modernizers": 2,
        "orchestrators": 0,
        "scientists": 2,
        "psychologists": 1,
    }
    assert dict(found.called_quadrants)["scientists"] == 2
    assert found.on_axes == 1
    x = found.axes[0]
    assert (x.n, x.low, x.median, x.high) == (4, -65, -30, 20)
    assert found.n == 6


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), max_size=6))
def test_every_mark_is_in_one_quadrant_or_in_none(where: list[tuple[int, int]]) -> None:
    found = of(Room(6).round(PLACE, points(*where)), PLACE)
    on_axes = [(x, y) for x, y in where if not x or not y]
    assert found.on_axes == len(on_axes)
    assert sum(count for _name, count in found.quadrants) == len(where) - len(on_axes)
    assert len(found.marks) == len(where)


def test_whoever_is_in_the_middle_counts_for_the_whole_and_for_no_quadrant() -> None:
    votes = points((0, 0), (0, 40))
    room = Room(2).round(PLACE, votes, called=[("", "scientists", 2)])
    found = of(room, PLACE)
    assert dict(found.quadrants)["scientists"] == 2
    assert found.verdict == Verdict("plurality", 0.5, "scientists")
    shares = [one.value for one in figures_of(room.seen(), found) if one.unit == "share"]
    assert shares == [0, 0, 0.5, 0]


def test_who_leaves_the_middle_has_moved() -> None:
    room = Room(3).round(PLACE, points((0, 0), (0, 0), (50, 50)))
    found = of(room.round(PLACE, points((-5, 5), (-5, 5), (50, 50)), 2), PLACE)
    assert found.stability == pytest.approx(1 / 3)


def test_called_votes_never_move_a_mark() -> None:
    where = points((-80, 60), (-60, 40), (80, -20))
    alone = of(Room(3).round(PLACE, where), PLACE)
    called = of(Room(3).round(PLACE, where, called=[("", "psychologists", 50)]), PLACE)
    assert called.marks == alone.marks
    assert called.axes == alone.axes


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), max_size=6),
    st.lists(st.tuples(st.sampled_from(CORNERS), st.integers(0, 30)), max_size=4),
)
def test_whatever_is_called_moves_no_mark(where: Any, cells: Any) -> None:
    called = [("", corner, count) for corner, count in dict(cells).items()]
    alone = of(Room(6).round(PLACE, points(*where)), PLACE)
    found = of(Room(6).round(PLACE, points(*where), called=called), PLACE)
    assert (found.marks, found.axes) == (alone.marks, alone.axes)
    added = {name: count - dict(alone.quadrants)[name] for name, count in found.quadrants}
    assert added == dict(found.called_quadrants)


def test_a_room_that_only_calls_out_is_judged_by_its_quadrants() -> None:
    found = of(Room().round(PLACE, [], called=[("", "scientists", 4)]), PLACE)
    assert found.marks == ()
    assert found.verdict == Verdict("majority", 1.0, "scientists")


FEWEST: dict[str, list[dict[str, Any]]] = {
    READY: levels("owner", "absent", "in-place", "partly"),
    LEAN: positions("craft", -2, 2, 1),
    WAVES: positions("cloud", 10, 38, 90),
    PLACE: points((12, -34), (50, 40), (-8, 3)),
    ORDER: [{"options": order} for order in (("b", "a", "c"), ("a", "b", "c"), ("c", "b", "a"))],
}


@pytest.mark.parametrize("ref", FEWEST)
@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_a_median_quartiles_and_agreement_need_three_answers(ref: str, n: int) -> None:
    found = of(Room(3).round(ref, FEWEST[ref][:n]), ref)
    figures: list[object] = []
    several: tuple[Any, ...] = (*found.items, *found.axes)
    for item in several:
        figures += [item.low, item.median, item.high, item.agreement]
    figures += [item.middle for item in found.items if item.positions]
    figures += [rank for _option, rank in found.ranks]
    told = [one for one in figures if one is not None]
    assert bool(told) == (n == 3)
    assert (found.verdict.code in ("none", "few")) == (n < 3)


def test_a_split_axis() -> None:
    room = Room(4).round(PLACE, points((-90, 0), (-80, 5), (85, 1), (90, 2)))
    found = of(room, PLACE)
    assert found.axes[0].split == Split("0", "4")
    assert found.axes[1].split is None
    assert found.verdict.code == "split"
    assert found.verdict.item == "x"
    assert first(room, PLACE) == (Voice("p1", "low", "x"), Voice("p4", "high", "x"))


def test_arrows_only_for_the_same_people() -> None:
    room = Room(3).round(PLACE, [{"x": 0, "y": 0}, {"x": 5, "y": 5}])
    room.round(PLACE, [{"x": 10, "y": 0}, {"x": 5, "y": 5}, {"x": 1, "y": 1}], 2)
    assert of(room, PLACE).arrows == (Arrow("p1", 0, 0, 10, 0),)
    assert of(room, PLACE, 1).arrows == ()


# Rank and text


def test_ranks() -> None:
    orders = [("b", "a", "c"), ("b", "c", "a"), ("a", "b", "c"), ("c", "b", "a")]
    room = Room(4).round(ORDER, [{"options": order} for order in orders])
    found = of(room, ORDER)
    assert found.ranks == (("b", 1), ("a", 2), ("c", 2))
    assert counts(found) == {"a": 1, "b": 2, "c": 1}
    assert first(room, ORDER) == (Voice("p3", "low", "b"), Voice("p1", "high", "b"))


@settings(deadline=None)
@given(st.lists(st.permutations(["a", "b", "c"]), min_size=3, max_size=9))
def test_ranks_stand_in_the_order_of_first_places_and_then_of_medians(orders: list[Any]) -> None:
    found = of(Room(len(orders)).round(ORDER, [{"options": tuple(o)} for o in orders]), ORDER)
    firsts = counts(found)
    order = [(-firsts[option], median) for option, median in found.ranks]
    assert order == sorted(order)


@settings(deadline=None)
@given(st.permutations(["one", "two", "three", "four"]))
def test_the_order_of_ideas_tells_nothing(order: list[str]) -> None:
    ballots: list[dict[str, Any]] = [{"ideas": (idea,)} for idea in order]
    found = of(Room(5).round(IDEAS, [*ballots, {"passed": True}]), IDEAS)
    usual = of(Room(4).round(IDEAS, [{"ideas": ("one", "two", "three")}, ballots[0]]), IDEAS)
    assert sorted(found.ideas) == ["four", "one", "three", "two"]
    assert found.verdict == Verdict("none")
    same = [idea for idea in found.ideas if idea != "four"]
    assert same == [idea for idea in dict.fromkeys(usual.ideas) if idea != "four"]


# Voices


def test_voices_come_from_the_earliest_seats() -> None:
    room = Room(5).round(READY, levels("owner", *["absent", "absent", "in-place"]))
    assert first(room, READY) == (Voice("p1", "absent", "owner"), Voice("p3", "in-place", "owner"))
    room = Room(5).round(CMO, [{"option": o} for o in ("no", "no", "yes", "no")])
    assert first(room, CMO) == (Voice("p1", "no"), Voice("p3", "yes"))


def test_nobody_is_asked_to_differ_where_all_agree() -> None:
    assert first(Room(3).round(WHERE, choices("aaa")), WHERE) == ()
    assert first(Room(3).round(PLACE, points((1, 1), (2, 2), (3, 3))), PLACE) == ()


# Properties

ballots_of: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    WHERE: st.sampled_from(choices("abc-")),
    READY: st.lists(st.sampled_from(["absent", "partly", "in-place"]), min_size=3, max_size=3).map(
        lambda steps: {"items": ("owner", "training", "platform"), "levels": tuple(steps)}
    ),
    LEAN: st.tuples(st.integers(-2, 2), st.integers(-2, 2)).map(
        lambda at: {"items": ("craft", "drive"), "positions": at}
    ),
    WAVES: st.integers(0, 100).map(lambda at: {"items": ("cloud",), "positions": (at,)}),
    PLACE: st.tuples(st.integers(-100, 100), st.integers(-100, 100)).map(
        lambda at: {"x": at[0], "y": at[1]}
    ),
    ORDER: st.permutations(["a", "b", "c"]).map(lambda order: {"options": tuple(order)}),
    IDEAS: st.text("ab c", min_size=1).filter(str.strip).map(lambda idea: {"ideas": (idea,)}),
}
rounds = st.sampled_from(sorted(ballots_of)).flatmap(
    lambda ref: st.tuples(st.just(ref), st.lists(ballots_of[ref], min_size=1, max_size=8))
)


def figures(found: Result) -> tuple[Result, list[tuple[float, float]]]:
    """A result without the order of seats: what must not depend on who voted what."""
    return change(found, marks=()), sorted((m.x, m.y) for m in found.marks)


@settings(deadline=None)
@given(rounds, st.randoms(use_true_random=False))
def test_permuting_the_voters_changes_nothing(drawn: Any, random: Any) -> None:
    ref, ballots = drawn
    shuffled = random.sample(ballots, len(ballots))
    plain, other = (of(Room(8).round(ref, b), ref) for b in (ballots, shuffled))
    assert figures(plain) == figures(other)
    hidden, moved = (of(Room(8, **ANONYMOUS).round(ref, b), ref) for b in (ballots, shuffled))
    assert hidden == moved


@settings(deadline=None)
@given(rounds)
def test_no_participant_in_the_result_of_an_anonymous_room(drawn: Any) -> None:
    ref, ballots = drawn
    room = Room(8, **ANONYMOUS).round(ref, ballots).round(ref, ballots[::-1], 2)
    text = repr(of(room, ref))
    assert not any(repr(f"p{seat}") in text for seat in range(1, 9))


@settings(deadline=None)
@given(rounds)
def test_shares_add_up(drawn: Any) -> None:
    ref, ballots = drawn
    found = of(Room(8).round(ref, ballots), ref)
    distributions = [item.distribution for item in found.items]
    for each in [*distributions, *([found.distribution] if found.distribution else [])]:
        assert sum(each.shares) == pytest.approx(1 if each.total else 0)
    assert found.n == len([b for b in ballots if "passed" not in b])


# Kept results


class Going:
    """The states of a room that goes on, each folded from the one before."""

    def __init__(self, room: Room) -> None:
        self.room, self.state = room, fold(room.header, room.events)

    def of(self, ref: str, number: int | None = None) -> Result:
        for event in self.room.events[self.state.seq :]:
            self.state = apply(self.state, event)
        found = result(visible(self.state, "room"), ref, number)
        assert found is not None
        return found


@pytest.mark.parametrize("anonymity", ["named", "anonymous"])
@pytest.mark.parametrize(("ref", "ballots"), [(WHERE, choices("aab")), (PLACE, points((1, 2)))])
def test_a_round_that_stays_as_it_is_has_one_result_however_the_state_goes_on(
    anonymity: str, ref: str, ballots: list[dict[str, Any]]
) -> None:
    going = Going(Room(3, policy={"anonymity": anonymity}).round(ref, ballots))
    before = going.of(ref)
    going.room.round(READY, levels("owner", "partly", "partly"))
    assert going.of(ref) is before
    assert going.of(ref, 1) is before


def test_a_second_round_has_another_and_the_first_keeps_its_own() -> None:
    going = Going(Room(3).round(WHERE, choices("aab")))
    before = going.of(WHERE)
    going.room.round(WHERE, choices("abb"), 2)
    assert counts(going.of(WHERE)) == {"a": 1, "b": 2, "c": 0}
    assert going.of(WHERE, 1) is before


def test_on_a_grid_whoever_comes_counts_anew_and_elsewhere_not() -> None:
    going = Going(Room(3).round(PLACE, points((1, 2))).round(WHERE, choices("aab")))
    placed, chosen = going.of(PLACE), going.of(WHERE)
    going.room.add(ev.ParticipantJoined(participant="p4", name="Ana", seat=4))
    assert going.of(PLACE) is not placed
    assert going.of(PLACE) == placed
    assert going.of(WHERE) is chosen


def test_other_rules_have_another_verdict() -> None:
    def verdict(majority: float) -> str:
        room = Room(3, policy={"majority": majority})
        return of(room.round(WHERE, choices("aab")), WHERE).verdict.code

    assert (verdict(0.6), verdict(0.9)) == ("majority", "plurality")


def test_a_result_that_an_analyst_was_shown_is_not_shown_to_the_room() -> None:
    room = Room(3).open(WHERE).vote(WHERE, "p1", option="a")
    state = room.state()
    assert result(visible(state, "room", opened=True), WHERE) is not None
    for number in (None, 1):
        assert result(visible(state, "room"), WHERE, number) is None


def test_no_more_results_are_kept_than_was_said() -> None:
    for _number in range(tallies.MOST_KEPT + 1):
        of(Room(1).round(WHERE, choices("a")), WHERE)
    for kept in (tallies._result, tallies._counted):
        assert kept.cache_info().currsize == tallies.MOST_KEPT
