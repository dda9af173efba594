"""A picture as JSON: what `pictures/` made of a result, in five plain forms that a page draws.

The map is told as the bars beside it, and a checklist as the steps of its items.
"""

from __future__ import annotations

from typing import Any

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.pictures.bars import NO_QUADRANT
from mops_tui.pictures.choose import bars_of, grid_of, picture_of
from mops_tui.pictures.shapes import (
    BarsPicture,
    CellsPicture,
    CurvePicture,
    GridMark,
    GridPicture,
    IdeasPicture,
    MapPicture,
    Picture,
    ScaleRow,
    ScalesPicture,
    ScaleStep,
    Wave,
)
from mops_tui.web.told.question import grid_keys, stage_keys
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import (
    count_text,
    first_text,
    percent_text,
    percents,
    rank_text,
)
from mops_tui.words.results.labels import item_label, position_label
from mops_tui.words.results.marked import quadrant_shares
from mops_tui.words.results.stages import stage_label
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.results.statements import pair_name, pair_of, position_name
from mops_tui.words.results.verdicts import item_verdict
from mops_tui.words.safe import safe

Keys = dict[str, Any]


def shown_picture(state: VisibleState, question: QuestionBase, result: Result) -> Picture:
    """The picture of a round as a phone has it."""
    picture = picture_of(question, result, None, state.workshop)
    if isinstance(picture, MapPicture | CellsPicture):
        return bars_of(question, result, None, state.workshop)
    return picture


def picture_keys(
    state: VisibleState, question: QuestionBase, result: Result, picture: Picture
) -> Keys | None:
    """A picture's keys.

    Args:
        state: What a participant may see.
        question: The question, with what the room added.
        result: The round.
        picture: What `shown_picture` made of it.
    """
    if isinstance(picture, BarsPicture):
        return _bars(picture)
    if isinstance(picture, ScalesPicture):
        return _steps(question, picture)
    if isinstance(picture, CurvePicture):
        return _curve(state, question, result, picture)
    if isinstance(picture, IdeasPicture):
        return _ideas(picture)
    grid = grid_of(question, state.workshop)
    if isinstance(picture, GridPicture) and grid is not None:
        return dots(grid, picture)
    return None


def dots(grid: Grid, picture: GridPicture) -> Keys:
    """Everybody's marks on a grid; a hollow one is where answers lean."""
    shares = quadrant_shares(picture)
    words = [
        _("{count} ({share})").format(count=count, share=percent_text(share))
        for _name, count, share in shares
    ]
    keys = grid_keys(grid)
    for quadrant, told in zip(keys["quadrants"], words, strict=False):
        quadrant["words"] = told
    said = [_told(name, one) for (name, _n, _s), one in zip(shares, words, strict=True)]
    return {
        "kind": "dots",
        "alt": " ".join(said),
        **keys,
        "points": sorted((_point(mark) for mark in picture.marks), key=_across),
    }


def _point(mark: GridMark) -> Keys:
    x, y = round(mark.x * 200 - 100), round(100 - mark.y * 200)
    return {"x": x, "y": y, "leaning": mark.hollow}


def _across(point: Keys) -> tuple[bool, int, int]:
    """In an order that tells nothing of who or when; those that are placed come last, on top."""
    return not point["leaning"], point["x"], point["y"]


def _bars(picture: BarsPicture) -> Keys:
    shares = percents([bar.count for bar in picture.bars])
    rows = []
    for bar, share in zip(picture.bars, shares, strict=True):
        words = [count_text(bar.count, picture.unit), percent_text(share)]
        if picture.unit == "ranks":
            words = [first_text(bar.count)]
            words += [rank_text(bar.rank)] if bar.rank is not None else []
        label = _("in no quadrant") if bar.id == NO_QUADRANT else safe(bar.label)
        rows.append(
            {
                "id": bar.id,
                "label": label,
                "share": round(bar.length, 4),
                "words": _(", ").join(words),
                "lead": bar.lead,
            }
        )
    return {"kind": "bars", "alt": _alt(rows), "rows": rows}


def _steps(question: QuestionBase, picture: ScalesPicture) -> Keys:
    levels = [{"id": step.id, "label": _step_label(picture, step)} for step in picture.steps]
    rows = [_step_row(question, row, [level["label"] for level in levels]) for row in picture.rows]
    return {"kind": "steps", "alt": _alt(rows), "levels": levels, "rows": rows}


def _step_label(picture: ScalesPicture, step: ScaleStep) -> str:
    if picture.scale == "pair":
        return position_label(step.id)
    return stage_label(step.id) if picture.scale == "stages" else safe(step.label or step.id)


def _step_row(question: QuestionBase, row: ScaleRow, levels: list[str]) -> Keys:
    counts = [slot.count for slot in row.slots]
    pair = pair_of(question, row.id)
    if pair is not None:  # "the left one" says nothing where the two do not stand beside it
        levels = [position_name(pair, slot.id) for slot in row.slots]
    words = [_("{answer} {n}").format(answer=levels[i], n=n) for i, n in enumerate(counts) if n]
    keys: Keys = {
        "id": row.id,
        "label": item_label(question, row.id) if pair is None else pair_name(pair),
        "counts": counts,
        "words": _(", ").join(words) or _("nobody answered"),
    }
    if pair is not None:
        keys["levels"] = levels
    return {**keys, "left": safe(row.left), "right": safe(row.label)} if row.left else keys


def _curve(
    state: VisibleState, question: QuestionBase, result: Result, picture: CurvePicture
) -> Keys:
    found = {item.item: item for item in result.items}
    thin = too_few(result)

    def row(wave: Wave) -> Keys:
        item = found.get(wave.id)
        words = _("Nobody has answered.")
        if item is not None:
            words = item_verdict(item, question, state.policy, thin=thin)
        return {
            "id": wave.id,
            "label": safe(wave.label),
            "letter": safe(wave.letter),
            "position": None if wave.x is None or thin else round(wave.x * 100),
            "words": words,
        }

    rows = [row(wave) for wave in picture.waves]
    return {"kind": "curve", "alt": _alt(rows), "stages": stage_keys(), "rows": rows}


def _ideas(picture: IdeasPicture) -> Keys:
    n = len(picture.ideas)
    return {
        "kind": "list",
        "alt": ngettext("One idea.", "{n} ideas.", n).format(n=n),
        "lines": [safe(idea) for idea in picture.ideas],
    }


def _alt(rows: list[Keys]) -> str:
    return " ".join(_told(row["label"], row["words"]) for row in rows)


def _told(label: str, words: str) -> str:
    """A row of a picture as a sentence, which ends once."""
    sentence = _("{label}: {words}").format(label=label, words=words)
    return sentence if sentence.endswith(".") else f"{sentence}."
