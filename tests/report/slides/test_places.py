"""What many slides have: tables that fit, cut as little as it takes."""

from __future__ import annotations

from mops_tui.report.slides.places import BODY, table_part

SHARES = (0.58, 0.22, 0.2)


def test_a_table_that_is_a_little_too_long_loses_little() -> None:
    """Three lines too many cut three rows, not all of them to a line."""
    long = "Agree with the owner of the market what is handed over, and write it down there"
    rows = [("What", "Who", "When"), *((f"{long} {n}", "Ana", "March") for n in range(8))]
    part, cut = table_part(rows, SHARES, "Steps", sizes=(14,))
    assert cut
    whole = sum(row[0].endswith(str(n)) for n, row in enumerate(part.rows[1:]))
    assert whole == 5
    assert sum(part.heights) <= BODY.h


def test_a_table_that_is_far_too_long_counts_what_is_left_out() -> None:
    rows = [("What", "Who", "When"), *((f"Thing {n}", "Ana", "March") for n in range(60))]
    part, cut = table_part(rows, SHARES, "Steps")
    assert cut
    assert part.rows[-1][0].startswith("… and ")
    assert sum(part.heights) <= BODY.h
