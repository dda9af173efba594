"""Lines that plotext draws, on axes of our own."""

from mops_tui.tui.charts.calibration import CalibrationDot, draw_calibration
from mops_tui.tui.charts.plots import Series, Span, braille_lines, draw_plot, merged

UNIT = Span(0, 1)


def test_a_line_goes_from_its_first_point_to_its_last() -> None:
    lines = braille_lines((((0.0, 0.0), (1.0, 1.0)),), 20, 5, UNIT, UNIT)
    assert [len(line) for line in lines] == [20] * 5
    assert lines[0].rstrip("\u2800 ") == lines[0]  # it ends in the last column, at the top
    assert lines[-1].startswith("⢀") or lines[-1][0] not in "\u2800 "


def test_nothing_is_drawn_between_two_runs() -> None:
    runs = (((0.0, 0.5), (0.2, 0.5)), ((0.8, 0.5), (1.0, 0.5)))
    row = next(line for line in braille_lines(runs, 20, 3, UNIT, UNIT) if line.strip("\u2800 "))
    assert row[8:12].strip("\u2800 ") == ""


def test_both_ends_of_both_axes_are_named_and_the_canvas_keeps_its_size() -> None:
    canvas = draw_plot(
        [Series((((0.0, 0.0), (1.0, 1.0)),), sign="●")], 40, 8, UNIT, UNIT,
        x_ticks=[(0, "2025-01-01"), (0.5, "never seen: no room"), (1, "2026-01-01")],
        y_ticks=[(0, "0 %"), (1, "100 %")],
    )  # fmt: skip
    lines = canvas.text().splitlines()
    assert (canvas.width, canvas.height) == (40, 8)
    assert lines[0].startswith("100 % ┤")
    assert lines[-1].lstrip().startswith("2025-01-01")
    assert lines[-1].endswith("2026-01-01")
    assert "never" not in canvas.text()
    assert canvas.text().count("●") == 2


def test_two_lines_that_cross_keep_the_dots_of_both() -> None:
    assert merged("⠉", "⣀") == "⣉"
    assert merged(" ", "⣀") == "⣀"
    assert merged("x", "●") == "●"


def test_the_calibration_puts_who_is_as_right_as_sure_on_the_line_each_with_its_number() -> None:
    made = [CalibrationDot(50, 50, 12), CalibrationDot(95, 40, 120)]
    lines = draw_calibration(made, 46, 11).text().splitlines()
    dots = [(x, y) for y, line in enumerate(lines) for x, char in enumerate(line) if char == "●"]
    (on_x, on_y), (off_x, off_y) = sorted(dots)
    assert on_x < off_x
    assert on_y < off_y  # it lies lower: more sure than right
    assert lines[on_y].startswith(" 50 %")
    assert "●12" in lines[on_y]
    assert "●120" in lines[off_y]


def test_a_plot_without_room_is_blank_and_no_error() -> None:
    for width, height in ((0, 0), (1, 1), (3, 2), (12, 1)):
        canvas = draw_plot([Series((((0.0, 0.0),),))], width, height, UNIT, UNIT)
        assert (canvas.width, canvas.height) == (width, height)
