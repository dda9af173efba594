from __future__ import annotations

from mops_tui.pictures.shapes import Bar, BarsPicture, CellsPicture, Turnout
from mops_tui.report.content.parts import (
    ArgumentSide,
    QuestionContent,
    RoundContent,
    SaidReason,
    ShownPicture,
)
from mops_tui.report.document.room import is_room_beside, is_told

SAID = "“Stay” leads with 7 of 9. Then “Move” with 2 of 9."


def bars(*counts: int, labels: str = "Stay Move Wait Ask") -> BarsPicture:
    made = tuple(
        Bar(label, label, count, count / 9, count / 9)
        for label, count in zip(labels.split(), counts, strict=False)
    )
    return BarsPicture("votes", made, sum(counts), Turnout(n=9))


def question(reasons: int, counts: tuple[int, ...] = (7, 2)) -> QuestionContent:
    shown = ShownPicture("q", "Q", "Seen.", bars(*counts))
    told = RoundContent(1, (), "All 9 voted.", (SAID,), shown)
    side = ArgumentSide(
        "Stay", (SaidReason("Ana", "It works as it is, and nobody asked."),) * reasons
    )
    return QuestionContent("d/q", "Q", "Stay or move?", (told,), "", (side,))


def test_a_text_draws_no_bars_where_its_sentences_tell_every_answer() -> None:
    assert is_told(bars(7, 2), (SAID,))
    assert is_told(bars(9, 0, 0), ("All 9 chose “Stay”.",))


def test_a_text_draws_bars_that_say_more_than_its_sentences() -> None:
    assert not is_told(bars(7, 1, 1), (SAID,))
    assert not is_told(bars(7, 2), ("“Stay” leads with 7 of 9.",))
    assert not is_told(bars(17, 2), (SAID,))
    assert not is_told(bars(7, 2, labels="Stay Mov"), (SAID,))
    assert not is_told(bars(), ("Nobody voted.",))
    assert not is_told(CellsPicture((), (), Turnout()), (SAID,))


def test_arguments_stand_beside_a_picture_that_is_as_long_as_they_are() -> None:
    assert is_room_beside(question(1))
    assert not is_room_beside(question(6))
    assert is_room_beside(question(6, counts=(1,) * 4))
