"""Why something was decided is told to anybody without figures, and without who said it."""

from __future__ import annotations

import pytest
from support.sessions import header

from mops_tui.model.people.unnamed import Known, Unnamed
from mops_tui.model.session.public import _renamed, grounds


def test_a_subject_that_is_a_name_goes_from_the_questions_and_no_other_word_does() -> None:
    workshop = header().workshop
    said = workshop.model_copy(update={"title": "Ann and Ann's plan: the annual fee. Annual Anns"})
    renamed = _renamed(said, {"demo": "Ann"}, {"demo": "the CMO"})
    assert renamed.title == "the CMO and the CMO's plan: the annual fee. Annual the CMOs"


RUTH = Unnamed([Known(("Ruth Bauer",), "the CMO", "CMO")])


@pytest.mark.parametrize(
    "counts",
    [
        "Six of eight said so.",
        "Si\u200bx said so.",
        "SIX said so.",
        "Twenty-five said so.",
        "6 of 8.",
        "½ of us.",
        "Half of the room.",
        "A third was against.",
        "Two-thirds agreed.",
        "Three quarters.",
        "Both teams asked for it.",
        "All agreed!",
        "No one objected.",
        "Nobody objected?",
        "Everybody wants it.",
        "One was against.",
        "A dozen wants it.",
        "It was unanimous.",
        "Fünf von acht.",
        "Fünfundzwanzig waren dafür.",
        "Die Hälfte.",
        "Niemand war dagegen.",
        "80 % agree.",
    ],
)
def test_a_sentence_that_counts_is_not_told(counts: str) -> None:
    assert grounds(f"IT pays for it. {counts} It is cheaper.", RUTH) == (
        "IT pays for it. It is cheaper."
    )
    assert grounds(f"{counts} It is cheaper.", RUTH) == ""


def test_other_sentences_stay_as_far_as_the_first_name() -> None:
    told = "The platform often waits for IT. It is a tool of marketing, and it has weight."
    assert grounds(told, RUTH) == told
    assert grounds(f"{told} Ruth is against it. She pays.", RUTH) == told
