"""How sure against how right."""

from __future__ import annotations

from support.practised import DECK, answered

from mops_tui.sources.practice.progress import Progress


def test_calibration_counts_how_often_one_was_right_by_how_sure_one_was() -> None:
    progress = Progress(
        DECK,
        [
            answered(confidence=20),
            answered(confidence=95),
            answered(verdict="unwise", confidence=95),
            answered(verdict="defensible", confidence=95),
            answered(verdict="unwise", confidence=60),
        ],
    )
    assert [(band.n, band.right) for band in progress.calibration] == [
        (1, 1), (0, 0), (1, 0), (0, 0), (3, 1),
    ]  # fmt: skip


def test_every_confidence_has_one_band() -> None:
    for percent in range(101):
        bands = Progress(DECK, [answered(confidence=percent)]).calibration
        assert [band.n for band in bands].count(1) == 1
