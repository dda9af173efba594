"""When each card comes back, and what there is to practise."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from support.practised import DAY, DECK, KEYS, SCENARIO_IDS, answered, families

from mops_tui.model.session.events import AnswerTakenBack, CardAnswered
from mops_tui.sources.practice.answers import PracticeAnswer
from mops_tui.sources.practice.deck import Deck
from mops_tui.sources.practice.progress import Progress
from mops_tui.sources.practice.schedule import ENOUGH_A_DAY, SITTING, ReviewSchedule


def test_a_day_is_that_of_the_person() -> None:
    """Half past nine in the evening of the same evening, which is the next day in UTC."""
    west = timezone(timedelta(hours=-8))
    evening = datetime(2026, 11, 2, 21, 30, tzinfo=west)
    answers = [answered(key, when=evening.astimezone(UTC)) for key in KEYS[:3]]
    assert len(ReviewSchedule(DECK, answers).today(evening).cards) == ENOUGH_A_DAY - 3
    assert Progress(DECK, answers).days(evening) == (1, 1)


def test_a_scenarios_cards_are_the_late_ones_the_new_ones_and_then_the_rest() -> None:
    mine = DECK.in_turn("org-placement")
    late, early, *new = mine
    answers = (
        answered(early, confidence=95, when=DAY + timedelta(minutes=1)),
        answered(late, "unwise"),
    )
    made = ReviewSchedule(DECK, answers)
    now = DAY + timedelta(hours=2)
    assert made.of_scenario("org-placement", now) == (late, *new, early)
    assert made.fresh_of("org-placement") == len(new)
    assert made.of_scenario("nothing", now) == ()


BASE, VARIANT = next(
    (one, two) for one, two in itertools.pairwise(KEYS) if DECK.family(one) == DECK.family(two)
)


def test_a_newcomers_fortnight_has_no_two_of_a_family_on_one_day() -> None:
    answers: list[PracticeAnswer] = []
    for day in range(14):
        now = DAY + timedelta(days=day)
        due = ReviewSchedule(DECK, answers).today(now).cards
        assert len(set(families(due))) == len(due) >= ENOUGH_A_DAY
        answers += [
            answered(key, verdict, when=now)
            for key, verdict in zip(due, itertools.cycle(("advised", "unwise")), strict=False)
        ]
        later = ReviewSchedule(DECK, answers).today(now + timedelta(hours=2)).cards
        assert set(later) <= set(due)


def test_a_variant_that_is_due_on_the_same_day_waits_for_the_next() -> None:
    answers = [answered(BASE, "unwise"), answered(VARIANT, "unwise")]
    tomorrow = DAY + timedelta(days=1)
    due = ReviewSchedule(DECK, answers).today(tomorrow).cards
    assert len({BASE, VARIANT} & set(due)) == 1
    [first] = {BASE, VARIANT} & set(due)
    [other] = {BASE, VARIANT} - {first}
    told = ReviewSchedule(DECK, answers).today(tomorrow).after
    assert told == (tomorrow.date() + timedelta(days=1), 1)  # the one that waits
    answers.append(answered(first, confidence=95, when=tomorrow))
    assert other not in ReviewSchedule(DECK, answers).today(tomorrow + timedelta(hours=3)).cards
    assert other in ReviewSchedule(DECK, answers).today(tomorrow + timedelta(days=1)).cards


def test_a_sitting_takes_one_of_a_family_while_there_are_others() -> None:
    for scenario in SCENARIO_IDS:
        first = ReviewSchedule(DECK, ()).sitting(scenario, DAY)
        assert len(first) == len(set(families(first))) == SITTING
        answers = [answered(key, confidence=95) for key in first]
        second = ReviewSchedule(DECK, answers).sitting(scenario, DAY + timedelta(hours=1))
        assert len(second) == SITTING
        unmet = [name for name in dict.fromkeys(families(KEYS)) if name.startswith(scenario + "/")]
        unmet = [name for name in unmet if name not in families(first)]
        left = min(len(unmet), SITTING)
        assert set(families(second[:left])) <= set(unmet) | set(families(first))
        assert all(one != two for one, two in itertools.pairwise(families(second)))


# --- the journal is the truth


def test_nothing_is_left_to_chance_or_to_the_clock_of_the_machine() -> None:
    answers = [answered(key, when=DAY + timedelta(days=n)) for n, key in enumerate(KEYS[:12])]
    one, two = (ReviewSchedule(DECK, answers) for _ in range(2))
    assert [one.due_of(key, DAY) for key in KEYS] == [two.due_of(key, DAY) for key in KEYS]
    assert one.today(DAY + timedelta(days=30)).cards == two.today(DAY + timedelta(days=30)).cards


def test_another_edition_of_a_card_is_new() -> None:
    known = answered(when=DAY)
    edited = answered(when=DAY, digest="f" * 12)
    assert ReviewSchedule(DECK, [known]).due_of(KEYS[0], DAY) is not None
    assert ReviewSchedule(DECK, [edited]).due_of(KEYS[0], DAY) is None
    tomorrow = DAY + timedelta(days=1)
    assert KEYS[0] in ReviewSchedule(DECK, [edited]).today(tomorrow).cards
    assert KEYS[0] not in ReviewSchedule(DECK, [answered(confidence=95)]).today(tomorrow).cards


# --- what is due


def test_a_newcomer_gets_five_minutes_of_cards_from_all_scenarios() -> None:
    due = ReviewSchedule(DECK, ()).today(DAY).cards
    assert len(due) == ENOUGH_A_DAY
    assert len({key.partition("/")[0] for key in due[:5]}) == 5


def test_what_is_overdue_comes_first_and_the_day_has_an_end() -> None:
    first = DECK.in_turn(SCENARIO_IDS[0])[:3]
    answers = [answered(key, "unwise", when=DAY) for key in first]
    later = DAY + timedelta(days=2)
    due = ReviewSchedule(DECK, answers).today(later).cards
    assert set(due[:3]) == set(first)
    assert len(due) == ENOUGH_A_DAY
    today = [
        answered(key, confidence=95, when=DAY) for key in ReviewSchedule(DECK, ()).today(DAY).cards
    ]
    assert ReviewSchedule(DECK, today).today(DAY + timedelta(minutes=10)).cards == ()


def test_nothing_that_is_due_is_held_back_but_for_variants_of_the_same_day() -> None:
    answers = [answered(key, "unwise", when=DAY) for key in KEYS[:20]]
    due = ReviewSchedule(DECK, answers).today(DAY + timedelta(days=3)).cards
    assert set(families(due)) >= set(families(KEYS[:20]))


KEYS_OF_ALL = ReviewSchedule(DECK, ()).today(DAY).cards + ReviewSchedule(DECK, ()).today(DAY).more


def _many(count: int) -> tuple[str, ...]:
    """So many new cards of different families, of all scenarios in turn."""
    answers: list[PracticeAnswer] = []
    keys: list[str] = []
    for day in range(count // 7 + 1):
        now = DAY - timedelta(days=50 - day)
        new = ReviewSchedule(DECK, answers).today(now).new
        keys += new
        answers += [answered(key, confidence=95, when=now) for key in new]
    return tuple(keys[:count])


BASES = [next(key for key in KEYS if DECK.family(key) == name) for name in families(KEYS)]


# --- within a day


SMALL = Deck({key: DECK.cards[key] for key in DECK.in_turn("org-placement")[-12:]})
HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(tuple(SMALL.cards)),
        st.sampled_from(("advised", "defensible", "unwise")),
        st.timedeltas(timedelta(0), timedelta(days=3)),
    ),
    max_size=20,
)
MINUTES = st.integers(0, 24 * 60 - 1)


def practised(history: list[tuple[str, str, timedelta]]) -> tuple[list[PracticeAnswer], datetime]:
    """Answers, and the midnight after them or before the last day of them."""
    when, answers = DAY, []
    for key, verdict, gap in history:
        when += gap
        answers.append(answered(key, verdict, when=when))
    return answers, when.replace(hour=0, minute=0, second=0, microsecond=0)


@given(HISTORIES, st.integers(0, 40), MINUTES, MINUTES)
def test_during_a_day_cards_only_become_due(
    history: list[tuple[str, str, timedelta]], days: int, one: int, two: int
) -> None:
    answers, midnight = practised(history)
    made = ReviewSchedule(SMALL, answers)
    first, second = (
        made.today(midnight + timedelta(days=days, minutes=minutes))
        for minutes in sorted((one, two))
    )
    assert set(first.due) <= set(second.due)
    assert first.new == second.new
    assert len(first.due) + len(first.later) == len(second.due) + len(second.later)
    assert (first.after, first.more, first.mix) == (second.after, second.more, second.mix)


@given(HISTORIES, MINUTES)
def test_no_card_is_offered_twice_and_none_is_lost(
    history: list[tuple[str, str, timedelta]], minutes: int
) -> None:
    answers, midnight = practised(history)
    now = midnight + timedelta(days=1, minutes=minutes)
    made = ReviewSchedule(SMALL, answers)
    today = made.today(now)
    offered = (*today.cards, *today.more, *today.mix)
    assert len(set(offered)) == len(offered)
    assert set(offered) <= set(SMALL.cards)
    assert sorted(made.of_scenario("org-placement", now)) == sorted(SMALL.cards)
    dues = {key: due for key in SMALL.cards if (due := made.due_of(key, now))}
    reached = {SMALL.family(key) for key, due in dues.items() if due.reached(now)}
    met = {
        SMALL.family(one.event.card)
        for one in answers
        if isinstance(one.event, CardAnswered) and one.when.date() == now.date()
    }
    assert reached - met <= {SMALL.family(key) for key in today.due}
    if len(dues) < len(SMALL.cards):
        assert today.new or today.more or len(today.due) or today.mix


def test_whoever_does_what_is_for_the_day_meets_every_card() -> None:
    answers: list[PracticeAnswer] = []
    for day in range(90):
        now = DAY + timedelta(days=day)
        today = ReviewSchedule(DECK, answers).today(now).cards
        answers += [answered(key, confidence=95, when=now) for key in today]
    assert {one.event.card for one in answers if isinstance(one.event, CardAnswered)} == set(KEYS)


def test_what_comes_back_within_minutes_is_announced_and_then_due() -> None:
    answers = [answered(key, "unwise") for key in KEYS_OF_ALL[:2]]
    answers += [answered(key, confidence=95) for key in KEYS_OF_ALL[2:7]]
    made = ReviewSchedule(DECK, answers)
    now = made.today(DAY + timedelta(minutes=9))
    assert (now.cards, now.later) == ((), (DAY + timedelta(minutes=10),) * 2)
    assert set(made.today(DAY + timedelta(minutes=10)).cards) == set(KEYS_OF_ALL[:2])


def test_the_next_day_on_which_something_comes_back_is_told_with_how_many() -> None:
    answers = [
        answered(key, verdict)
        for key, verdict in zip(KEYS_OF_ALL[:3], ("advised", "advised", "defensible"), strict=True)
    ]
    made = ReviewSchedule(DECK, answers)
    assert made.today(DAY).after == (DAY.date() + timedelta(days=1), 1)
    assert made.today(DAY + timedelta(days=1)).after == (DAY.date() + timedelta(days=2), 3)
    assert ReviewSchedule(DECK, ()).today(DAY).after is None


# --- beyond what is for the day


def test_a_mix_is_of_all_scenarios_in_turn_the_weakest_of_each_first() -> None:
    keys = _many(20)
    answers = [
        answered(key, confidence=95, when=DAY + timedelta(hours=n)) for n, key in enumerate(keys)
    ]
    made = ReviewSchedule(DECK, answers)
    today = made.today(DAY + timedelta(days=5))
    assert today.due == ()
    scenarios = [key.partition("/")[0] for key in today.mix]
    assert len(today.mix) == ENOUGH_A_DAY
    assert all(one != two for one, two in itertools.pairwise(scenarios))
    assert set(today.mix) <= set(keys)


def test_what_was_met_today_is_in_no_mix() -> None:
    made = ReviewSchedule(DECK, [answered(key, confidence=95) for key in KEYS_OF_ALL[:7]])
    assert made.today(DAY + timedelta(hours=1)).mix == ()
    assert len(made.today(DAY + timedelta(days=1)).mix) == ENOUGH_A_DAY


def test_after_the_days_cards_more_new_ones_are_offered_of_other_families() -> None:
    first = ReviewSchedule(DECK, ()).today(DAY)
    assert len(first.more) == ENOUGH_A_DAY
    made = ReviewSchedule(DECK, [answered(key, confidence=95) for key in first.cards])
    then = made.today(DAY + timedelta(hours=1))
    assert then.cards == ()
    assert then.more == first.more
    assert not set(families(then.more)) & set(families(first.cards))


def test_variants_of_families_met_before_are_told_apart_from_new_companies() -> None:
    answers = [answered(key, confidence=95) for key in dict.fromkeys(BASES)]
    today = ReviewSchedule(DECK, answers).today(DAY + timedelta(days=1))
    assert today.changed == len(today.new) == ENOUGH_A_DAY
    assert ReviewSchedule(DECK, ()).today(DAY).changed == 0


# --- taken back


def taken_back(key: str, when: datetime = DAY) -> PracticeAnswer:
    return PracticeAnswer(when, AnswerTakenBack(of=key))


def test_a_card_that_was_taken_back_is_dealt_again_and_its_family_waits() -> None:
    made = ReviewSchedule(DECK, [taken_back(BASE)])
    assert made.due_of(BASE, DAY) is None
    today = made.today(DAY + timedelta(minutes=1))
    assert VARIANT not in (*today.cards, *today.more)
    assert len(today.cards) == ENOUGH_A_DAY
    assert BASE in made.of_scenario(BASE.partition("/")[0], DAY)
