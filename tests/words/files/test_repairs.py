from __future__ import annotations

from typing import get_args

from mops_tui.storage.sessions.repairing.deeds import Deed, DeedCode
from mops_tui.words.files.repairs import MOST, deed, deeds

CODES = get_args(DeedCode)
OF_BYTES = {"foreign-left-out", "foreign-begins", "bytes-left-out", "torn-left-out", "newlines"}


def test_every_deed_has_a_sentence_for_one_and_for_many() -> None:
    for code in CODES:
        for last in (3, 9):
            first = 0 if code in OF_BYTES else 3
            params: dict[str, object] = {"stands": 7, "n": 4, "bytes": 5}
            said = deed(Deed(code, 12, first, last if first else 0, params))
            assert said.startswith("line 12: ")
            assert said.endswith(".")
            assert "{" not in said


def test_a_deed_without_a_place_names_no_line() -> None:
    said = deed(Deed("marked-lost", None, 3, 3))
    assert said == "event 3 can be read nowhere; it is marked lost."


def test_thousands_of_deeds_do_not_fill_the_screen() -> None:
    many = [Deed("marked-lost", None, n, n) for n in range(1, 2 * MOST, 2)] * 2
    said = deeds(many)
    assert len(said) == MOST + 1
    assert said[-1] == f"… and {len(many) - MOST} more."
