"""What somebody learns about their own judgement, in words that are true of the figures."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.said import FirstSight, SaidStep
from mops_tui.sources.practice.judging.sights import Learnt
from mops_tui.sources.practice.judging.strengths import Strength
from mops_tui.words.alone.judgement import (
    about_judgement,
    beside,
    brier_words,
    grounds,
    learnt_words,
    missed_words,
    rate_words,
    reach_words,
    step_name,
    surer_words,
)


def made(*counts: tuple[int, int, int]) -> Calibration:
    """(said, right, n) a step."""
    return Calibration(
        tuple(FirstSight(said, at < right) for said, right, n in counts for at in range(n))
    )


def told(*counts: tuple[int, int, int]) -> tuple[str, str]:
    telling = made(*counts).telling
    return about_judgement(telling), grounds(telling)


def test_one_sentence_names_the_step_and_how_far_it_is_off() -> None:
    assert told((80, 68, 100), (40, 4, 10)) == (
        "You are 12 points too sure when you say 80 %.",
        "Of 100 such answers, 68 were advised: 68 %.",
    )
    assert told((60, 28, 30), (80, 8, 10)) == (
        "You are 33 points too careful when you say 60 %.",
        "Of 30 such answers, 28 were advised: 93 %.",
    )


def test_where_no_step_has_enough_it_is_said_of_all_answers() -> None:
    assert told((95, 3, 7), (80, 3, 7), (60, 2, 6)) == (
        "On the whole you are 39 points too sure.",
        "You said 79 % on average, and 8 of 20 were advised: 40 %.",
    )
    assert told((40, 8, 9), (60, 9, 9))[0] == "On the whole you are 44 points too careful."


def test_what_chance_explains_is_no_fault() -> None:
    assert told((80, 17, 25)) == (
        "So far you look 12 points too sure, but it can be chance: go on.",
        "You said 80 % on average, and 17 of 25 were advised: 68 %.",
    )
    assert told((60, 9, 12))[0] == (
        "So far you look 15 points too careful, but it can be chance: go on."
    )


def test_what_looks_like_a_fault_is_worded_as_that() -> None:
    assert told((80, 6, 20))[0].startswith("You are")
    assert told((80, 11, 20), (40, 4, 9))[0] == (
        "It looks as if you are too sure when you say 80 %, by 25 points."
    )
    assert reach_words(made((80, 11, 20), (40, 4, 9)).telling) == "More cards will tell."


def test_of_a_fault_it_is_said_between_what_it_may_lie() -> None:
    telling = made((80, 68, 100), (40, 4, 10)).telling
    assert (
        reach_words(telling) == "With 100 answers, it is 4 to 22 points, nineteen times in twenty."
    )
    assert reach_words(made((80, 16, 20)).telling) == ""


def test_what_stands_beside_the_points_is_as_far_apart_as_they_are() -> None:
    sights = made((95, 5, 5), (80, 6, 7), (40, 7, 9)).sights
    step = SaidStep(sights)
    assert (step.said, step.share, step.points) == (66, 86, -19)
    assert beside(step) == ("66.4 %", "85.7 %")
    for n in range(10, 40):
        for right in range(n + 1):
            odd = SaidStep(made((45, right, n), (33, 0, 1), (95, 1, 2)).sights)
            said, share = (Decimal(one.removesuffix(" %")) for one in beside(odd))
            apart = abs(said - share).quantize(Decimal(1), ROUND_HALF_UP)
            assert apart == abs(odd.points)


def test_it_is_said_in_counts_whether_more_was_advised_where_more_was_said() -> None:
    assert surer_words(made((60, 9, 9), (95, 6, 7), (45, 2, 4))) == (
        "Of answers at 60 % or more, 15 of 16 were advised; below that, 2 of 4."
    )
    assert surer_words(made((60, 9, 9), (95, 6, 7), (45, 2, 3))) == ""
    assert surer_words(made((60, 25, 25))) == ""


def test_where_most_was_missed_is_said_in_counts_of_twenty_answers_or_more() -> None:
    there, elsewhere = Strength("data", 5, 2, 0), Strength("", 16, 14, 0)
    assert missed_words((there, elsewhere), "data") == (
        "You missed 3 of 5 cards about data, and 2 of 16 others."
    )
    assert missed_words((there, Strength("", 14, 14, 0)), "data") == ""
    assert missed_words(None, "") == ""


def test_who_is_about_right_is_told_so() -> None:
    assert told((80, 16, 20)) == (
        "So far you are about as right as you say.",
        "You said 80 % on average, and 16 of 20 were advised: 80 %.",
    )


def test_under_ten_it_is_said_how_many_are_missing() -> None:
    words, figures = told((95, 0, 9))
    assert words == "1 more card that you see for the first time, and you learn how well you judge."
    assert figures == ""
    assert told((95, 0, 3))[0].startswith("7 more cards")


def test_where_no_points_are_told_the_figures_are_whole() -> None:
    assert told((80, 17, 19), (95, 10, 11)) == (
        "So far you are about as right as you say.",
        "You said 86 % on average, and 27 of 30 were advised: 90 %.",
    )
    guesses = Calibration(tuple(FirstSight(33, at < 6, 0.31) for at in range(17))).telling
    assert grounds(guesses) == "Of 17 guesses, 6 were advised: 35 %. Dice would get 31 %."


def test_guesses_are_left_out_and_it_is_said_so() -> None:
    guesses = tuple(FirstSight(33, at < 2, 0.36) for at in range(12))
    telling = Calibration(guesses).telling
    assert about_judgement(telling) == (
        "10 more new cards on which you do not guess, and you learn how well you judge."
    )
    assert grounds(telling) == "Of 12 guesses, 2 were advised: 17 %. Dice would get 36 %."
    surer = Calibration((*guesses, *made((80, 8, 10)).sights)).telling
    assert about_judgement(surer) == "So far you are about as right as you say."
    assert grounds(surer) == (
        "Guesses left out, you said 80 % on average, and 8 of 10 were advised: 80 %."
    )


def test_a_step_with_few_answers_has_no_rate() -> None:
    few, enough = made((40, 0, 9), (80, 17, 25)).steps
    assert rate_words(few) == "9 answers: too few for a rate"
    assert "%" not in rate_words(few)
    assert rate_words(enough) == "68 % advised (48 to 83), n 25"


def test_a_step_is_called_by_what_was_said() -> None:
    assert [step_name(s) for s in made((40, 1, 2), (45, 1, 2), (80, 1, 1)).steps] == [
        "40 to 45 %",
        "80 %",
    ]


def test_the_score_says_what_it_means_and_what_one_gets_without_knowing_anything() -> None:
    words = " ".join(brier_words(made((80, 15, 20))))
    assert words == (
        "Brier score 0.19, n 20: lower is better, 0 is always sure and right. "
        "Had you said 50 % every time, it would be 0.25. Had you said 75 % every time, as often as "
        "you were right, it would be 0.19."
    )


def test_who_was_right_half_of_the_time_is_not_told_the_same_comparison_twice() -> None:
    assert brier_words(made((80, 10, 20)))[1] == (
        "Had you said 50 % every time, as often as you were right, it would be 0.25."
    )


def test_what_was_learnt_compares_the_same_cards_and_is_silent_on_few() -> None:
    assert learnt_words(Learnt()) == ()
    assert learnt_words(Learnt(repeats=1, cards=1, last=1)) == (
        "1 answer to a card seen before; it is not counted above.",
    )
    assert learnt_words(Learnt(repeats=14, cards=10, first=4, last=9)) == (
        "10 cards came back: 4 advised at first sight, 9 the last time.",
        "14 answers to cards seen before; they are not counted above.",
    )
