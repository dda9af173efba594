"""Pictures of every kind by hypothesis, with labels that are long, wide, or hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from mops_tui.pictures.curve import bell, stage_bands
from mops_tui.pictures.shapes import (
    Bar,
    BarsPicture,
    CellGroup,
    CellRow,
    CellsPicture,
    Corner,
    CurvePicture,
    GridMark,
    GridMove,
    GridPicture,
    IdeasPicture,
    MapPicture,
    OfficeRoom,
    Picture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    Spread,
    StepCount,
    Turnout,
    Unit,
    UnitPoint,
    Wave,
)

LABELS = st.sampled_from(
    (
        "",
        "IT",
        "Marketing",
        "Sales and marketing hand in hand with everybody else in the whole company",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        "営業とマーケティングの間にあるチーム",
        "فريق التسويق والمبيعات في الشركة",
        "🎉🎉 Launch & <b>party</b> 👩‍👩‍👧",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "a\x1b[31mb\x00c\nd\u202ee",
    )
)
SHARES = st.floats(0, 1)
COUNTS = st.integers(0, 1000)
POINTS = st.builds(UnitPoint, SHARES, SHARES)
TURNOUTS = st.builds(Turnout, n=COUNTS, called=st.just(0), round=st.integers(1, 3))


@st.composite
def bars(draw: st.DrawFn) -> BarsPicture:
    """Bars of votes, points or ranks."""
    units: tuple[Unit, ...] = ("votes", "points", "ranks")
    unit = draw(st.sampled_from(units))
    counts = draw(st.lists(COUNTS, max_size=9))
    total = sum(counts)
    before, mirror = draw(st.booleans()), draw(st.booleans())
    made = tuple(
        Bar(
            id=str(n),
            label=draw(LABELS),
            count=count,
            share=count / total if total else 0.0,
            length=count / total if total else 0.0,
            rank=n + 1 if unit == "ranks" else None,
            before=draw(SHARES) if before else None,
            mirror=draw(SHARES) if mirror else None,
            lead=0 < count == max(counts),
        )
        for n, count in enumerate(counts)
    )
    return BarsPicture(unit, made, total, draw(TURNOUTS), draw(LABELS) if mirror else "")


@st.composite
def scales(draw: st.DrawFn) -> ScalesPicture:
    """Levels or pairs."""
    pair = draw(st.booleans())
    steps = tuple(
        ScaleStep(str(n), "" if pair else draw(LABELS)) for n in range(draw(st.integers(1, 6)))
    )
    names = st.sampled_from([step.id for step in steps])
    rows = []
    for number in range(draw(st.integers(0, 6))):
        counts = [draw(COUNTS) for _ in steps]
        n = sum(counts)
        slots = tuple(
            StepCount(step.id, count, count / n if n else 0.0)
            for step, count in zip(steps, counts, strict=True)
        )
        known = draw(names) if n else None
        rows.append(
            ScaleRow(
                str(number),
                draw(LABELS),
                slots,
                n,
                draw(LABELS) if pair else "",
                known,
                known,
                known,
                draw(st.none() | names),
                split=draw(st.booleans()),
            )
        )
    return ScalesPicture("pair" if pair else "levels", steps, tuple(rows), draw(TURNOUTS))


@st.composite
def checklists(draw: st.DrawFn) -> CellsPicture:
    """A checklist with groups."""
    levels = tuple(ScaleStep(str(n), draw(LABELS)) for n in range(draw(st.integers(1, 6))))
    names = st.none() | st.sampled_from([level.id for level in levels])
    groups = tuple(
        CellGroup(
            str(number),
            draw(LABELS),
            tuple(
                CellRow(
                    str(row),
                    draw(LABELS),
                    tuple(draw(COUNTS) for _ in levels),
                    draw(names),
                    draw(names),
                )
                for row in range(draw(st.integers(0, 4)))
            ),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    return CellsPicture(levels, groups, draw(TURNOUTS))


@st.composite
def plans(draw: st.DrawFn) -> MapPicture:
    """An office."""
    rooms = tuple(
        OfficeRoom(str(n), draw(LABELS), draw(SHARES), draw(SHARES), draw(COUNTS), draw(SHARES))
        for n in range(draw(st.integers(0, 6)))
    )
    spots = st.none() | POINTS
    return MapPicture("points", rooms, (), draw(spots), draw(spots), draw(TURNOUTS))


@st.composite
def curves(draw: st.DrawFn) -> CurvePicture:
    """Waves on the curve."""
    waves = []
    for number in range(draw(st.integers(0, 9))):
        x = draw(st.none() | SHARES)
        y = 1.0 if x is None else 1 - bell(x)
        before, split = draw(st.none() | SHARES), draw(st.booleans())
        waves.append(
            Wave(str(number), "ABCDEFGHI"[number], draw(LABELS), x, y, x, x, (), before, 5, split)
        )
    return CurvePicture(stage_bands(), tuple(waves), draw(TURNOUTS))


@st.composite
def grids(draw: st.DrawFn) -> GridPicture:
    """A grid with some marks or a crowd."""
    size = draw(st.sampled_from((0, 1, 5, 12, 30, 90)))
    named = draw(st.booleans())
    marks = tuple(
        GridMark(
            f"p{n}" if named else "",
            draw(LABELS) if named else "",
            draw(SHARES),
            draw(SHARES),
            hollow=named and draw(st.booleans()),
        )
        for n in range(size)
    )
    moves = tuple(
        GridMove(mark.id, draw(POINTS), UnitPoint(mark.x, mark.y)) for mark in marks[: size // 3]
    )
    corners = [Corner(str(n), draw(LABELS), draw(st.none() | COUNTS)) for n in range(4)]
    a, b, c, d = corners
    low, high = sorted((draw(SHARES), draw(SHARES)))
    return GridPicture(
        draw(LABELS),
        draw(LABELS),
        draw(LABELS),
        draw(LABELS),
        (a, b, c, d),
        marks,
        moves,
        draw(TURNOUTS),
        centre=draw(st.none() | POINTS),
        spread=draw(st.none() | st.just(Spread(low, high, low, high))),
        split_x=draw(st.booleans()),
        split_y=draw(st.booleans()),
        between=draw(COUNTS),
    )


def ideas() -> st.SearchStrategy[IdeasPicture]:
    """What people wrote."""
    return st.builds(IdeasPicture, st.lists(LABELS, max_size=12).map(tuple), TURNOUTS)


def pictures() -> st.SearchStrategy[Picture]:
    """Any."""
    return st.one_of(bars(), scales(), checklists(), plans(), curves(), grids(), ideas())
