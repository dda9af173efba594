from __future__ import annotations

import pytest
from support import samples

from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.cells import cells_picture
from mops_tui.pictures.shapes import BarsPicture, CellsPicture, IdeasPicture, ScalesPicture, Turnout
from mops_tui.pictures.shorter import rows_of, shorter

READY = samples.first("change-readiness", "rate", "cells")
PAIRS = samples.first("mops-personas", "pairs")


def test_a_checklist_keeps_its_strongest_and_its_weakest_items() -> None:
    whole = cells_picture(READY, samples.rated(READY))
    short = shorter(whole, 4)
    assert isinstance(short, CellsPicture)
    rows = [row for group in whole.groups for row in group.rows]
    kept = [row for group in short.groups for row in group.rows]
    assert len(kept) == rows_of(short) == 4 < len(rows)
    highest = {row.id: row.counts[-1] - row.counts[0] for row in rows}
    assert min(highest[row.id] for row in kept[:2]) >= max(highest[row.id] for row in kept[2:])
    assert max(highest.values()) in {highest[row.id] for row in kept[:2]}


def test_a_scale_in_two_camps_is_never_left_out() -> None:
    whole = bars_picture(PAIRS, samples.paired(PAIRS))
    short = shorter(whole, 2)
    assert isinstance(whole, ScalesPicture)
    assert isinstance(short, ScalesPicture)
    split = {row.id for row in whole.rows if row.split}
    assert split
    assert split <= {row.id for row in short.rows}
    order = [row.id for row in whole.rows]
    assert [row.id for row in short.rows] == sorted((r.id for r in short.rows), key=order.index)


def test_bars_keep_the_longest_in_their_order() -> None:
    place = samples.first("org-placement", "choice", "map")
    whole = bars_picture(place, samples.spread(place, [2, 5, 0, 3]))
    short = shorter(whole, 2)
    assert isinstance(short, BarsPicture)
    assert [bar.count for bar in short.bars] == [5, 3]
    assert short.total == 10


@pytest.mark.parametrize("most", [2, 6])
def test_what_fits_is_left_as_it_is(most: int) -> None:
    ideas = IdeasPicture(("one", "two"), Turnout(2))
    assert shorter(ideas, most) is ideas
    assert rows_of(shorter(IdeasPicture(("x",) * 9, Turnout(2)), most)) == most
