from __future__ import annotations

import pytest

from mops_tui.model.session.events import MOST_CONFIDENCE
from mops_tui.words.closing_kit.sure import how_sure


@pytest.mark.parametrize("confidence", range(1, MOST_CONFIDENCE + 1))
def test_it_is_said_in_words_and_whose_word_it_is(confidence: int) -> None:
    said = how_sure(confidence)
    assert said.endswith("(the facilitator's word)")
    assert not any(character.isdigit() for character in said)


def test_every_step_has_words_of_its_own_and_nothing_written_says_nothing() -> None:
    assert len({how_sure(n) for n in range(1, MOST_CONFIDENCE + 1)}) == MOST_CONFIDENCE
    assert how_sure(0) == ""
