"""Native charts: labels that fit, steps that can be told apart, a legend with its own room."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

import pytest

from mops_tui.report.slides.fitting import lines_of, text_width
from mops_tui.report.slides.parts import SMALLEST, ChartSeries, ChartTable, SlideBox, SlideChart
from mops_tui.report.slides.powerpoint.charts import (
    AIR,
    DARK_ON,
    MOST_LABELS,
    MOST_LINES,
    chart_labels,
    is_label_cut,
    label_share,
    step_tone,
)
from mops_tui.report.slides.powerpoint.look import COLOURS
from mops_tui.report.slides.tables import BETWEEN

BOX = SlideBox(0.6, 1.95, 8, 4.8)


def chart(*labels: str, series: int = 1) -> SlideChart:
    rows = tuple(ChartSeries(f"Vote {n}", (1,) * len(labels)) for n in range(series))
    return SlideChart(BOX, ChartTable("bars", labels, rows), "Chart", "What is seen")


def test_short_labels_leave_their_room_to_the_bars() -> None:
    assert label_share(chart("Yes", "No")) < 0.2
    assert (
        label_share(chart(*(f"A rather long answer with the number {n}" for n in range(16)))) > 0.4
    )
    assert label_share(chart("W" * 500)) == MOST_LABELS


@pytest.mark.parametrize("count", [1, 4, 16])
def test_a_label_is_cut_to_the_lines_of_its_row(count: int) -> None:
    part = chart(*("word " * 60 for _ in range(count)))
    width = BOX.w * label_share(part) - AIR
    each = 4.5 / count * 72 / SMALLEST / 1.22
    for label in chart_labels(part):
        assert label.endswith("…")
        assert len(lines_of(label, width, SMALLEST)) <= max(1, min(MOST_LINES, each))
        assert text_width(label.split()[0], SMALLEST) < width


@pytest.mark.parametrize("count", [2, 4, 8, 16])
def test_of_a_pair_both_statements_are_cut_and_neither_is_left_out(count: int) -> None:
    left, right = "Always the wiring, " * 8, "never the story " * 8
    part = chart(*(f"{left}{BETWEEN}{right}" for _ in range(count)))
    width = BOX.w * label_share(part) - AIR
    each = max(1, min(MOST_LINES, int(4.5 / count * 72 / SMALLEST / 1.22)))
    assert is_label_cut(part)
    for label in chart_labels(part):
        one, _between, other = label.partition(BETWEEN)
        assert one.startswith("Always")
        assert other.startswith("never")
        assert len(lines_of(label, width, SMALLEST)) <= each


def test_a_long_word_is_not_broken_between_two_lines() -> None:
    word = "Vertriebsunterstützungsabteilung"
    part = chart("Both", word)
    assert chart_labels(part)[1] == word
    assert not is_label_cut(part)
    assert text_width(word, SMALLEST) <= BOX.w * label_share(part) - AIR + 0.001


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
def test_steps_go_from_light_to_dark(count: int) -> None:
    light = [step_tone(at, count)[1] for at in range(count)]
    assert light == sorted(light, reverse=True)
    assert len(set(light)) == count


def test_two_sides_of_a_middle_are_two_tones() -> None:
    tones = [step_tone(at, 5, both=True) for at in range(5)]
    assert [tone for tone, _light in tones] == ["muted", "muted", "accent", "accent", "accent"]
    assert tones[2][1] == max(light for _tone, light in tones)
    assert tones[0][1] == tones[4][1] == 0


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("count", range(2, 12))
def test_a_figure_can_be_read_on_every_step_and_no_step_is_as_dark_as_the_next(
    count: int, both: bool
) -> None:
    tones = [step_tone(at, count, both=both) for at in range(count)]
    for tone, light in tones:
        ink = "dk1" if light > DARK_ON else "lt1"
        filled = lightened(COLOURS["accent1" if tone == "accent" else "dk2"], light)
        assert contrast(filled, lightened(COLOURS[ink], 0.0)) >= 4.5, (tone, light)
    assert both or len(set(tones)) == count


def lightened(colour: str, light: float) -> tuple[float, float, float]:
    """A colour as PowerPoint makes it lighter or darker."""
    hue, now, rich = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    made = now * (1 - light) + light if light > 0 else now * (1 + light)
    return hls_to_rgb(hue, made, rich)


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast of two colours, 1 to 21."""

    def bright(colour: tuple[float, float, float]) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((bright(one), bright(other)))
    return (lighter + 0.05) / (darker + 0.05)
