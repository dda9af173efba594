"""Every picture as SVG: well-formed, inside its frame, told in words; what is typed stays text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import samples
from support.drawn_pictures import pictures
from support.kits import KITS
from support.packs import KEPT

from mops_tui.model.session.audience import visible
from mops_tui.pictures.bars import bars_picture
from mops_tui.pictures.choose import picture_of
from mops_tui.pictures.grid import grid_picture
from mops_tui.pictures.places.areas import Area
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellsPicture,
    CurvePicture,
    GridPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScalesPicture,
    Turnout,
)
from mops_tui.report import ReportInput
from mops_tui.report.content.content import report_content
from mops_tui.report.content.parts import ReportContent, ShownPicture
from mops_tui.report.svg.canvas import WIDTH, fitted, width_of, wrapped
from mops_tui.report.svg.draw import pictures_of, svg_file, svg_of

HOSTILE = "</text><script>alert(1)</script>\x1b[31m & “x” \ud800 \u202e"
SVG = "{http://www.w3.org/2000/svg}"


def shown(picture: Picture, title: str = "Title") -> ShownPicture:
    return ShownPicture("a/key 1", title, "What is seen.", picture)


def parsed(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(svg_file(shown(picture)).encode())


@cache
def nine() -> ReportContent:
    run = KITS["nine"](KEPT)
    return report_content(ReportInput(run.header, visible(run.state, "room")))


def of_nine(kind: type[Picture]) -> Picture:
    return next(one.picture for one in pictures_of(nine()) if isinstance(one.picture, kind))


def curve() -> Picture:
    question = samples.first("adoption-waves", "curve")
    votes = [[10, 20, 30], [60, 62, 90], [10, 12, 88], [], [40, 41, 42]]
    workshop = KITS["nine"](KEPT).state.workshop
    return picture_of(question, samples.waved(question, votes), None, workshop)


def crowd() -> Picture:
    return grid_picture(samples.mops_grid(), samples.summary(samples.crowd(1000)))


BARS = BarsPicture(
    "votes", (Bar("a", HOSTILE, 3, 0.6, 0.6, before=0.2, mirror=1.0),), 5, Turnout(5)
)
PICTURES: dict[str, Callable[[], Picture]] = {
    "bars": lambda: BARS,
    "no bars": lambda: BarsPicture("votes", (), 0, Turnout()),
    "ideas": lambda: IdeasPicture((HOSTILE, "x" * 400, *["idea"] * 20), Turnout(3)),
    "no ideas": lambda: IdeasPicture((), Turnout()),
    "no map": lambda: MapPicture("votes", (), (), None, None, Turnout()),
    "curve": curve,
    "crowd": crowd,
    "grid": lambda: grid_picture(
        samples.mops_grid(), samples.summary(samples.PEOPLE, samples.LEANING), samples.NAMES
    ),
    **{
        f"{kind.__name__} of nine": partial(of_nine, kind)
        for kind in (ScalesPicture, CellsPicture, GridPicture, BarsPicture)
    },
}


@pytest.mark.parametrize("name", PICTURES)
def test_every_part_lies_inside_the_frame(name: str) -> None:
    root = parsed(PICTURES[name]())
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    right, foot = left + width, top + height
    numbers = re.findall(r"nan|inf", ElementTree.tostring(root, "unicode"))
    assert numbers == []
    for part in root.iter():
        at = {
            key: float(part.get(key, "0")) for key in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy")
        }
        assert all(left - 0.1 <= at[key] <= right + 0.1 for key in ("x", "x1", "x2", "cx"))
        assert all(top - 0.1 <= at[key] <= foot + 0.1 for key in ("y", "y1", "y2", "cy"))
        if part.tag == f"{SVG}text":
            size = float(part.attrib["font-size"])
            wide = width_of(part.text or "", size, bold="font-weight" in part.attrib)
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[part.get("text-anchor", "start")]
            if "transform" in part.attrib:  # it is read from below
                assert at["y"] + wide * share <= foot + 1
                assert at["y"] - wide * (1 - share) >= top - 1
                continue
            assert at["x"] - wide * share >= left - 1
            assert at["x"] + wide * (1 - share) <= right + 1


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_typed_stays_text(name: str) -> None:
    picture = PICTURES[name]()
    tags = {part.tag.removeprefix(SVG) for part in parsed(picture).iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "text", "rect", "line", "circle", "path"}
    assert "\x1b" not in svg_of(shown(picture))


def test_a_picture_has_a_name_and_a_description_of_its_own() -> None:
    drawn = svg_of(shown(BARS, "A <title>"))
    assert 'aria-labelledby="a-key-1-title a-key-1-desc"' in drawn
    assert '<title id="a-key-1-title">A &lt;title&gt;</title>' in drawn
    assert '<desc id="a-key-1-desc">What is seen.</desc>' in drawn
    assert "xmlns" not in drawn
    assert "<style" not in drawn


def test_a_crowd_is_no_larger_than_a_photograph_of_it() -> None:
    assert len(svg_file(shown(crowd()))) < 60_000


def test_a_file_has_plain_colours_for_programs_that_know_no_style() -> None:
    parts = [p for p in parsed(BARS).iter() if "class" in p.attrib]
    assert parts
    assert all("fill" in part.attrib or "stroke" in part.attrib for part in parts)


def test_every_picture_of_a_report_stands_there_once(tmp_path: Path) -> None:
    pictures = pictures_of(nine())
    keys = [one.key for one in pictures]
    assert len(keys) == len(set(keys))
    for one in pictures:
        ElementTree.fromstring(svg_file(one).encode())


@given(st.text(max_size=200), st.floats(20, WIDTH), st.booleans())
def test_a_text_that_is_cut_fits(typed: str, width: float, bold: bool) -> None:
    assert width_of(fitted(typed, width, bold=bold), bold=bold) <= width
    assert all(width_of(line) <= width for line in wrapped(typed, width, 3))
    assert len(wrapped(typed, width, 3)) <= 3


def test_the_curve_has_a_letter_and_a_name_for_every_wave() -> None:
    picture = curve()
    assert isinstance(picture, CurvePicture)
    texts = [part.text for part in parsed(picture).iter(f"{SVG}text")]
    for wave in picture.waves:
        assert wave.letter in texts


@given(pictures())
def test_nothing_leaves_the_picture_and_no_text_meets_another(picture: Picture) -> None:
    root = parsed(picture)
    left, top, wide, high = map(float, root.attrib["viewBox"].split())
    frame = Area(left - 1, top - 1, wide + 2, high + 2)
    boxes = [(part.text, area_of(part)) for part in root.iter(f"{SVG}text")]
    for text, box in boxes:
        assert frame.holds(box), text
    for number, (text, box) in enumerate(boxes):
        for other, later in boxes[number + 1 :]:
            assert not box.meets(later, -1.5), (text, other)


def area_of(part: ElementTree.Element) -> Area:
    """What a text takes."""
    size, x, y = (float(part.attrib[key]) for key in ("font-size", "x", "y"))
    wide = width_of(part.text or "", size, bold="font-weight" in part.attrib)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[part.get("text-anchor", "start")]
    if "transform" in part.attrib:  # it is read from below
        return Area(x - 0.8 * size, y - wide * (1 - share), size, wide)
    return Area(x - wide * share, y - 0.8 * size, wide, size)


def test_scales_tell_their_middle_half_the_vote_before_and_two_camps_in_words() -> None:
    question = samples.first("mops-personas", "pairs")
    now, before = samples.paired(question), samples.paired(question, seed=5)
    texts = [part.text for part in parsed(bars_picture(question, now, before)).iter(f"{SVG}text")]
    assert "split" in texts
    assert {"middle half", "in the vote before", "the answer in the middle"} <= set(texts)
