from __future__ import annotations

from typing import get_args

from mops_tui.storage.sessions.repairing.steps import RepairStep, RepairStepCode
from mops_tui.words.files.repairs import MOST, repair_sentence, repair_sentences

CODES = get_args(RepairStepCode)
OF_BYTES = {"foreign-left-out", "foreign-begins", "bytes-left-out", "torn-left-out", "newlines"}


def test_every_step_has_a_sentence_for_one_and_for_many() -> None:
    for code in CODES:
        for last in (3, 9):
            first = 0 if code in OF_BYTES else 3
            params: dict[str, object] = {"stands": 7, "n": 4, "bytes": 5}
            said = repair_sentence(RepairStep(code, 12, first, last if first else 0, params))
            assert said.startswith("line 12: ")
            assert said.endswith(".")
            assert "{" not in said


def test_an_event_without_a_number_is_told_of_by_its_line() -> None:
    said = repair_sentence(RepairStep("unplaced-left-out", 12, params={"stands": 0}))
    assert said == (
        "line 12: the event here has no number, so nobody knows its place; it is left out."
    )


def test_a_step_without_a_place_names_no_line() -> None:
    said = repair_sentence(RepairStep("marked-lost", None, 3, 3))
    assert said == "event 3 can be read nowhere; it is marked lost."


def test_thousands_of_steps_do_not_fill_the_screen() -> None:
    many = [RepairStep("marked-lost", None, n, n) for n in range(1, 2 * MOST, 2)] * 2
    said = repair_sentences(many)
    assert len(said) == MOST + 1
    assert said[-1] == f"… and {len(many) - MOST} more."
