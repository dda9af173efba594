"""What stands on the pages of a walk alone: its brief, an answer, and what all of them come to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from mops_tui.model.alone.adding_up import adding_up
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.walk import WALKER, Walk
from mops_tui.model.packs.digest import question_digest
from mops_tui.model.packs.questions import GridQuestion, QuestionBase
from mops_tui.model.results.grid import summary
from mops_tui.model.results.results import Mark
from mops_tui.model.session.ballots import (
    Positions,
    Ratings,
)
from mops_tui.pictures.own import own_picture
from mops_tui.pictures.shapes import (
    BarsPicture,
    CurvePicture,
    GridPicture,
    MapPicture,
    Picture,
    ScalesPicture,
)
from mops_tui.sources.past_answers import SavedRoom, room_answers
from mops_tui.sources.practice.walks import KeptWalk
from mops_tui.tui.charts.own_scales import own_scales_rows
from mops_tui.tui.widgets.bodies.base import paragraphs
from mops_tui.tui.widgets.bodies.brings import brings
from mops_tui.tui.widgets.lines import hanging
from mops_tui.words.alone.conclusion import conclusion
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.earlier import earlier_words
from mops_tui.words.alone.naming import Passage, sure_words
from mops_tui.words.i18n import _
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import quoted
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.safe import safe

MAP_ROWS, GRID_ROWS, CURVE_ROWS = 15, 17, 12
"""The rows of a map, of a grid, and of a curve without its waves."""
TALL = 34
"""From so many rows of the screen on a picture has a third more."""
MOST_ROOMS = 5
"""The most rooms of one's own that are told of a question."""


@dataclass(frozen=True)
class Drawn:
    """A picture and the rows it needs."""

    picture: Picture
    rows: int


def drawn(walk: Walk, ref: str, width: int, height: int) -> Drawn | None:
    """The picture of an own answer; None where there is none.

    Args:
        walk: The answers.
        ref: The question.
        width: The cells there are.
        height: The rows of the whole screen.
    """
    question, said = walk.state.question(ref), walk.answered(ref)
    if question is None or said is None or said.ballot is None:
        return None
    leaning = _leaning(walk, question)
    picture = own_picture(question, said.ballot, walk.state.workshop, leaning)
    if picture is None:
        return None
    return Drawn(picture, _rows(picture, width, height))


def _leaning(walk: Walk, question: QuestionBase) -> Mark | None:
    if not isinstance(question, GridQuestion):
        return None
    where = summary(walk.state, question.grid)
    return (
        next((one for one in where.leaning if one.participant == WALKER), None) if where else None
    )


def _rows(picture: Picture, width: int, height: int) -> int:
    more = 4 if height >= TALL else 0
    match picture:
        case MapPicture():
            return MAP_ROWS + more
        case GridPicture():
            return GRID_ROWS + more
        case CurvePicture(waves=waves):
            return CURVE_ROWS + more + len(waves)
        case ScalesPicture():
            return own_scales_rows(picture, width)
        case BarsPicture(bars=bars):
            return 2 * len(bars) + 2 if len(bars) <= 8 else len(bars) + 2
        case _:
            return 0


def last_picture(walk: Walk) -> str:
    """The question whose picture the conclusion begins with: the last map, grid or curve."""
    pictured = [
        ref
        for ref in walk.refs
        if (found := drawn(walk, ref, 80, 24)) is not None
        and isinstance(found.picture, MapPicture | GridPicture | CurvePicture)
    ]
    return pictured[-1] if pictured else ""


def brief_page(walk: Walk, earlier: Sequence[KeptWalk], *, again: bool) -> Content:
    """The brief, what one has named, what to look at this time, and how to go on.

    Args:
        walk: The answers so far.
        earlier: Walks that are over, the earliest first.
        again: One comes back to a walk that was begun another time.
    """
    scenario = walk.pack
    if scenario is None:
        return Content("")
    parts = [paragraphs(scenario.brief)]
    named = walk.state.subjects.get(walk.scenario, "")
    if named:
        words = _("It is about: {name}").format(name=safe(named))
        parts.append(Content.styled(words, "bold"))
    credits = "\n\n".join(scenario.credits)
    if credits:
        parts.append(Content.styled(safe(credits, keep=True), "$text-muted italic"))
    if earlier:
        parts.append(Content.styled(_last_time(earlier[-1]), "$secondary"))
    parts.append(Content.styled(_how_to_go_on(walk, again=again), "bold $accent"))
    return Content("\n\n").join(parts)


def _how_to_go_on(walk: Walk, *, again: bool) -> str:
    if not again or not walk.at:
        return _("Space goes on.")
    words = _("You were at question {n} of {m}. Space goes on there.")
    return words.format(n=walk.refs.index(walk.at) + 1, m=len(walk.refs))


def _last_time(kept: KeptWalk) -> str:
    """When one was here, and where one was least sure: what one said is not told beforehand."""
    day = said_day(kept.when)
    asked = (kept.walk.state.question(ref) for ref in adding_up(kept.walk).unsure)
    titles = [quoted(question.title) for question in asked if question is not None]
    if not titles:
        return _("You went through it on {day}.").format(day=day)
    words = _("You went through it on {day}. You stood least firmly by {titles}.")
    return words.format(day=day, titles=listed(titles))


def conclusion_page(walk: Walk, before: KeptWalk | None, width: int) -> tuple[Content, Content]:
    """What all answers come to: the most telling of it, and the rest.

    Args:
        walk: The answers.
        before: The walk before it.
        width: The cells that a line may have.
    """
    earlier = (before.when, before.walk) if before is not None else None
    blocks = conclusion(walk, earlier)
    heading = [Content.styled(_("What your answers add up to"), "bold"), Content("")]
    first = [*heading, *(line for block in blocks[:1] for line in _block(block, width))]
    rest = [line for block in blocks[1:] for line in (Content(""), *_block(block, width))]
    return Content("\n").join([*first, Content("")]), Content("\n").join(rest)


def _block(block: Passage, width: int) -> list[Content]:
    lines = [Content.styled(block.heading, "bold $accent")]
    lines += [hanging("", line, width) for line in block.lines]
    lines += [hanging("  · ", point, width, mark="$primary") for point in block.points]
    return lines


def feedback_page(
    walk: Walk,
    ref: str,
    earlier: Sequence[KeptWalk],
    rooms: Iterable[SavedRoom],
    width: int,
) -> tuple[Content, Content]:
    """One's own answer with those before, and what the question brings.

    Args:
        walk: The answers.
        ref: The question.
        earlier: Walks that are over, the earliest first.
        rooms: Rooms of one's own.
        width: The cells that a line may have.
    """
    question, scenario = walk.state.question(ref), walk.pack
    if question is None or scenario is None:
        return Content(""), Content("")
    said = walk.said[ref]
    sure = sure_words(said, today=question.today)
    words = _("{answer} ({sure})").format(answer=safe(said.words), sure=sure)
    lines = [hanging(_("You said") + "  ", words, width, mark="bold $primary", style="bold")]
    if said.passed:
        lines = [hanging("", _("You passed this question."), width, style="bold $primary")]
    elif isinstance(said.ballot, Ratings | Positions):  # the picture tells it item by item
        listed_below = _("You said this ({sure}):").format(sure=sure)
        lines = [hanging("", listed_below, width, style="bold $primary")]
    before = [(one.when, then) for one in earlier if (then := one.walk.answered(ref)) is not None]
    told = earlier_words(before, walk.answered(ref), today=question.today)
    lines += [hanging("", line, width, style="$secondary") for line in told]
    first = firsts(question, said.ballot, walk.state.workshop)
    brought = brings(question, scenario.credits, width, first)
    more = [Content(""), brought, *_own_rooms(ref, question, rooms)]
    return Content("\n").join([*lines, Content("")]), Content("\n").join(more)


def _own_rooms(ref: str, question: QuestionBase, rooms: Iterable[SavedRoom]) -> list[Content]:
    answers = room_answers(rooms, ref, question_digest(question))
    if not answers:
        return []
    lines = [Content(""), Content.styled(_("In your own rooms"), "bold $secondary")]
    for room in answers[:MOST_ROOMS]:
        verdict = standing(room.result, question, room.state.workshop)
        where = f"{room.day}  {safe(room.title, 30)}: "
        lines.append(Content.assemble((where, "$text-muted"), verdict))
    return lines
