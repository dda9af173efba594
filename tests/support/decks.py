"""Reports to make slides of, of any size, and what stands in a file of slides."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from hypothesis import strategies as st
from support.kits import KITS
from support.packs import KEPT

from mops_tui.model.session.audience import visible
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellGroup,
    CellRow,
    CellsPicture,
    Corner,
    GridMark,
    GridPicture,
    IdeasPicture,
    Picture,
    ScaleStep,
    Spread,
    Turnout,
    UnitPoint,
)
from mops_tui.report.content.parts import (
    NextStep,
    NotesContent,
    PageOne,
    QuestionContent,
    ReportContent,
    ReportDecision,
    ReportFinding,
    RoundContent,
    ScenarioContent,
    ShownPicture,
)
from mops_tui.report.input import ReportInput

SHORT = st.sampled_from(["", "Priya Raman", "The CMO, by mid-December", "Wir prüfen es im März"])
LONG = st.sampled_from([20, 400, 4000]).map(lambda n: ("What the room wrote about it. " * n)[:n])
UNBROKEN = st.sampled_from(["W" * 4000, "漢字" * 600, "\u202eevil \x00\ud800 =1+1", "🙂" * 500])
TEXTS = st.one_of(SHORT, LONG, UNBROKEN)


def kit_input(name: str, **changes: Any) -> ReportInput:
    """One of the four sample sessions, as a report is given it."""
    run = KITS[name](KEPT)
    return ReportInput(run.header, visible(run.state, "room"), **changes)


@cache
def kit_deck(name: str) -> bytes:
    """One of them as slides."""
    from mops_tui.report.slides.slides import slides_bytes

    return slides_bytes(kit_input(name))


def opened(data: bytes) -> Any:
    """A file of slides, opened as python-pptx does."""
    from pptx import Presentation

    return Presentation(BytesIO(data))


def texts_of(data: bytes) -> dict[str, str]:
    """All the XML of a file, the workbooks inside it included, by name."""
    found = {}
    with ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            if name.endswith(".xlsx"):
                found.update({f"{name}/{key}": text for key, text in texts_of(content).items()})
            elif name.endswith((".xml", ".rels")):
                found[name] = content.decode("utf-8")
    return found


def workbooks(data: bytes) -> list[bytes]:
    """The workbooks inside a file of slides."""
    with ZipFile(BytesIO(data)) as packed:
        return [packed.read(name) for name in packed.namelist() if name.endswith(".xlsx")]


def cells_of(workbook: bytes) -> list[str]:
    """What stands in the cells of a workbook, as text."""
    parts = texts_of(workbook)
    shared = re.findall(r"<si><t[^>]*>(.*?)</t></si>", parts.get("xl/sharedStrings.xml", ""), re.S)
    sheet = parts["xl/worksheets/sheet1.xml"]
    cells = re.findall(r'<c r="\w+"([^>]*)><v>(.*?)</v></c>', sheet)
    return [shared[int(value)] if 't="s"' in kind else value for kind, value in cells]


def decision(text: str, who: str = "", **changes: Any) -> ReportDecision:
    """A decision, with the same text wherever there is one."""
    words = {"what": text, "why": text, "first_step": text, "dissent": text, "asked": text}
    keys = {"owner": who, "agree": who, "review": who, "sure": who, "review_day": ""}
    return ReportDecision(**{"scenario": "s", "about": text, **words, **keys, **changes})


def bars(labels: tuple[str, ...], before: bool = False) -> BarsPicture:
    """A vote over some answers."""
    every = tuple(
        Bar(f"b{at}", label, at, 0.1, 0.1, before=0.2 if before else None, lead=at == 1)
        for at, label in enumerate(labels)
    )
    return BarsPicture("votes", every, len(every), Turnout(len(every), round=2 if before else 1))


def cells(labels: tuple[str, ...]) -> CellsPicture:
    """A checklist."""
    rows = tuple(CellRow(f"r{at}", label, (at, 1, 2)) for at, label in enumerate(labels))
    levels = tuple(ScaleStep(f"l{at}", label) for at, label in enumerate(("low", "mid", "high")))
    return CellsPicture(levels, (CellGroup("g", "Group", rows),), Turnout(3))


def grid(count: int, name: str = "") -> GridPicture:
    """A grid with so many people on it."""
    marks = tuple(
        GridMark(
            f"p{at}", f"{name} {at}" if name else "", (at * 37 % 101) / 100, (at * 53 % 97) / 96
        )
        for at in range(count)
    )
    a, b, c, d = (Corner(word, word or "corner", count) for word in (name, "B" * 90, "C", "D"))
    return GridPicture(
        "technology" * 9,
        "arts",
        "rational",
        name,
        (a, b, c, d),
        marks,
        (),
        Turnout(count),
        centre=UnitPoint(0.4, 0.3),
        spread=Spread(0.0, 1.0, 0.2, 0.4),
    )


def shown(picture: Picture, text: str = "A picture") -> ShownPicture:
    """A picture of a report."""
    return ShownPicture("key", text, f"What is seen: {text}", picture)


@st.composite
def contents(draw: st.DrawFn) -> ReportContent:
    """A report of any size, whatever was typed."""
    text, who = draw(TEXTS), draw(TEXTS)
    many = draw(st.sampled_from([0, 1, 2, 3, 4, 30]))
    labels = tuple(f"{text[:60]} {at}" for at in range(draw(st.sampled_from([0, 1, 5, 40]))))
    pictures: list[Picture] = [
        bars(labels, draw(st.booleans())),
        cells(labels),
        grid(draw(st.sampled_from([0, 1, 9, 200])), who[:40]),
        IdeasPicture(labels, Turnout(len(labels))),
    ]
    chosen = draw(st.lists(st.sampled_from(pictures), max_size=3))
    found = tuple(ReportFinding(text, text or "Found", who, shown(one, text)) for one in chosen)
    rounds = tuple(
        RoundContent(1, (), "", (text,), shown(one, text)) for one in chosen or pictures[:1]
    )
    question = QuestionContent("s/q", text, text, rounds, who, ())
    scenario = ScenarioContent("s", text, (), (question,) * min(many, 12), (), who)
    lists = (text,) * many
    page = PageOne(
        title=text,
        held=who,
        banners=lists[:3],
        summary=who,
        asked=lists,
        decisions=(decision(text, who),) * many,
        undecided=lists,
        next_steps=(NextStep(text, who, who, "", done=bool(many % 2)),) * many,
        findings=found,
        turnout=text,
        agreement=who,
        parked=lists,
    )
    appendix = (NotesContent("How we voted", lists, is_method=True),) if draw(st.booleans()) else ()
    return ReportContent("en", page, None, (scenario,) * draw(st.integers(0, 5)), appendix)
