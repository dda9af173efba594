"""First sights and repeats are two things."""

from __future__ import annotations

from support.practised import DAY, DECK, KEYS, answered

from mops_tui.model.packs.cards import Card
from mops_tui.model.session.events import AnswerTakenBack
from mops_tui.sources.practice.answers import PracticeAnswer, without_taken_back
from mops_tui.sources.practice.judging.sights import Learnt
from mops_tui.sources.practice.progress import Progress


def of(answers: int, advised: int = 1) -> str:
    """The key of a card with so many answers, so many of them advised."""

    def fits(card: Card) -> bool:
        return (len(card.answers), len(card.advised)) == (answers, advised)

    return next(key for key, card in DECK.cards.items() if fits(card))


def test_only_the_first_answer_to_a_card_is_a_first_sight() -> None:
    progress = Progress(
        DECK,
        [
            answered(KEYS[0], "unwise", confidence=80),
            answered(KEYS[0], confidence=95),
            answered(KEYS[1], confidence=60),
            answered(KEYS[0], confidence=95),
        ],
    )
    assert [(s.said, s.right) for s in progress.calibration.sights] == [(80, False), (60, True)]
    assert progress.learnt == Learnt(repeats=2, cards=1, first=0, last=1)


def test_a_variant_is_a_card_of_its_own() -> None:
    base = next(key for key, card in DECK.cards.items() if card.family is not None)
    family = [key for key in KEYS if DECK.family(key) == DECK.family(base)]
    progress = Progress(DECK, [answered(key) for key in family])
    assert progress.calibration.n == len(family) > 1
    assert progress.learnt == Learnt()


def test_another_edition_of_a_card_is_met_for_the_first_time() -> None:
    progress = Progress(DECK, [answered(), answered(digest="f" * 12)])
    assert progress.calibration.n == 2


def test_a_card_whose_wording_was_mended_is_no_first_sight_and_one_that_means_another_is() -> None:
    mended = [answered(edition=1), answered(digest="f" * 12, edition=1)]
    assert Progress(DECK, mended).calibration.n == 1
    changed = [answered(digest="f" * 12, edition=7), answered(edition=1)]
    assert Progress(DECK, changed).calibration.n == 2
    before = [answered(digest="e" * 12, edition=7), answered(digest="f" * 12, edition=7)]
    assert Progress(DECK, before).calibration.n == 1


def test_what_is_answered_again_after_it_was_taken_back_is_no_first_sight() -> None:
    back = PracticeAnswer(DAY, AnswerTakenBack(of=KEYS[0]))
    given = [answered(KEYS[0], "unwise", confidence=95), back, answered(KEYS[0]), answered(KEYS[1])]
    progress = Progress(DECK, without_taken_back(given))
    assert [(s.said, s.right) for s in progress.calibration.sights] == [(60, True)]
    assert progress.learnt == Learnt()
    later = Progress(DECK, without_taken_back([answered(KEYS[0], "unwise"), *given[1:3]]))
    assert later.calibration.n == 0


def test_a_repeat_that_was_taken_back_leaves_the_first_sight_as_it_was() -> None:
    back = PracticeAnswer(DAY, AnswerTakenBack(of=KEYS[0]))
    given = [answered(KEYS[0], "unwise"), answered(KEYS[0]), back, answered(KEYS[0])]
    progress = Progress(DECK, without_taken_back(given))
    assert [s.right for s in progress.calibration.sights] == [False]
    assert progress.learnt == Learnt()


def test_a_guess_is_measured_by_what_dice_would_get_and_any_other_by_what_was_said() -> None:
    progress = Progress(
        DECK,
        [
            answered(of(4), confidence=25),
            answered(of(4, 2), confidence=25),
            answered(of(3, 2), confidence=33),
            answered("gone/card", confidence=20),
        ],
    )
    dice = [sight.dice for sight in progress.calibration.sights]
    assert dice == [1 / 4, 2 / 4, 2 / 3, None]
    said = Progress(DECK, [answered(of(3), confidence=45), answered(of(4), confidence=40)])
    assert [sight.dice for sight in said.calibration.sights] == [None, None]


def test_what_old_journals_say_is_still_read() -> None:
    said = (20, 40, 60, 80, 95)
    answers = [answered(key, confidence=one) for key, one in zip(KEYS, said, strict=False)]
    made = Progress(DECK, answers).calibration
    assert [step.said for step in made.steps] == list(said)
