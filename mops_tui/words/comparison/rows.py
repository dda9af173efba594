"""The rows of a compared question: what each is about, its figures, how they changed."""

from __future__ import annotations

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.figures import Figure
from mops_tui.model.comparison.matched import MatchedQuestion, Row
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.enough import Shortfall
from mops_tui.words.comparison.changes import (
    SAME,
    in_a_hundred,
    in_hundredths,
    in_people,
    in_places,
    in_points,
    in_steps,
)
from mops_tui.words.comparison.sessions import tag
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import percent, unit
from mops_tui.words.results.labels import axis_label, category_label, item_label
from mops_tui.words.results.quoting import quoted
from mops_tui.words.results.stages import stage_place
from mops_tui.words.results.statements import pair_name, pair_of, position_name
from mops_tui.words.safe import safe

NONE = "–"
SMALL = 20
"""Where fewer people answered at both ends, changes are told in people, not in points of 100."""


def row_asked(
    comparison: Comparison, matched: MatchedQuestion, row: Row
) -> tuple[QuestionBase, Workshop]:
    """The question and workshop of the first session that had a row: only it knows its label."""
    place = next((index for index, figure in enumerate(row.figures) if figure is not None), 0)
    question = question_of(comparison, matched, place)
    assert question is not None
    return question, comparison.sessions[matched.sessions[place]].state.workshop


def row_label(row: Row, question: QuestionBase, workshop: Workshop) -> str:
    """What a row is about: an option, an item, a pair by its statements, an axis, a quadrant."""
    if row.label:
        return _("{label} (added by the room)").format(label=safe(row.label))
    pair = pair_of(question, row.key)
    if pair is not None:
        return f"{safe(pair.left)} / {safe(pair.right)}"
    if row.unit in ("step", "axis"):
        return item_label(question, row.key, workshop)
    return category_label(question, row.key, workshop)


def row_name(row: Row, question: QuestionBase, workshop: Workshop) -> str:
    """The same in a sentence, where a pair's long statements are told by where they differ."""
    pair = pair_of(question, row.key)
    return pair_name(pair) if pair is not None else row_label(row, question, workshop)


def answer_words(question: QuestionBase, item: str, category: str) -> str:
    """An answer to one item, in a sentence: a statement, a stage, a level in quotation marks."""
    pair = pair_of(question, item)
    if pair is not None:
        return position_name(pair, category)
    if kind_of(question) == "curve":
        return stage_place(category)
    return quoted(category_label(question, category))


def value_text(
    comparison: Comparison, matched: MatchedQuestion, row: Row, place: int, *, short: bool = False
) -> str:
    """A figure as it stands in a cell.

    Args:
        comparison: What it is part of.
        matched: The question.
        row: The row.
        place: Which of the question's sessions, from 0.
        short: Counts without their shares, for narrow screens.
    """
    figure, question = row.figures[place], question_of(comparison, matched, place)
    if figure is None or question is None:
        return NONE
    if row.unit == "share":
        if matched.kind == "allocate":
            return _("{share} %").format(share=percent(figure.value or 0.0))
        if short or figure.short == "few":  # per cent of one answer or two say too much
            return _("{count} of {n}").format(count=figure.count, n=figure.total)
        words = _("{count} of {n} ({share} %)")
        return words.format(count=figure.count, n=figure.total, share=percent(figure.value or 0.0))
    text = _scale_text(figure, question, row)
    if figure.n == matched.answered[place] or figure.short == "few":
        return text
    return _("{answer} ({n} answered)").format(answer=text, n=figure.n)


def _scale_text(figure: Figure, question: QuestionBase, row: Row) -> str:
    if figure.short == "few" or figure.value is None:
        return ngettext("one answer", "{n} answers", figure.n).format(n=figure.n)
    if figure.split:
        return _("split")
    if row.unit == "axis":
        return unit(figure.value, 2)
    if row.unit == "rank":
        return _("place {n}").format(n=int(figure.value))
    if pair_of(question, row.key) is not None:
        return answer_words(question, row.key, figure.category)
    return category_label(question, figure.category)


def change_text(matched: MatchedQuestion, row: Row, *, short: bool = False) -> str:
    """How a row changed from the first session to the last, or why nothing is said of it.

    Args:
        matched: The question.
        row: The row.
        short: In fewer words, for narrow screens.
    """
    if row.short:
        return short_text(matched, row)
    if row.move is None:
        return ""
    then, now = row.move.then, row.move.now
    first, last = then.value or 0.0, now.value or 0.0
    if row.unit == "share":
        if matched.kind == "allocate":
            return in_points(first, last)
        if counted(matched):
            return in_people((then.count, then.total), (now.count, now.total))
        return in_a_hundred(first, last)
    if row.unit == "axis":
        changed = in_hundredths(first / 100, last / 100)
    else:
        changed = {"rank": in_places}.get(row.unit, in_steps)(first, last)
    return _with_share(row, changed, percent(row.move.apart), short=short)


def _with_share(row: Row, changed: str, moved: int, *, short: bool) -> str:
    """A change of the typical answer beside the share of the answers that are on another one."""
    if changed == SAME:
        if not moved:
            return SAME
        words = {
            "step": _("same typical answer, {n} % moved"),
            "axis": _("same middle, {n} % moved"),
            "rank": _("same typical place, {n} % moved"),
        }[row.unit]
        return (_("same, {n} % moved") if short else words).format(n=moved)
    if short or row.unit == "axis":
        return changed
    return _("{change}, {n} % moved").format(change=changed, n=moved)


def counted(matched: MatchedQuestion) -> bool:
    """Whether its changes are told in people: points of 100 make much of one answer of a few."""
    ends = [row.figures[at] for row in matched.rows if row.unit == "share" for at in (0, -1)]
    totals = [figure.total for figure in ends if figure is not None]
    return matched.kind != "allocate" and 0 < max(totals, default=0) < SMALL


def moved_legend(matched: MatchedQuestion, *, short: bool = False) -> str:
    """What "moved" means beside a typical answer; "" where nothing moved so."""
    told = [change_text(matched, row, short=short) for row in matched.rows if row.unit != "share"]
    if not any(" % " in one for one in told):
        return ""
    return _(
        "“% moved”: how many of the answers would have to change to turn one into the other, "
        "counted without names. The typical answer may stay the same."
    )


def short_text(matched: MatchedQuestion, row: Row) -> str:
    """Why nothing is said of the change of a row; "" where something is."""
    if row.short is None:
        return ""
    ends = ((0, row.figures[0]), (len(matched.sessions) - 1, row.figures[-1]))
    where = [matched.sessions[place] for place, one in ends if one and one.short == row.short]
    if len(where) == 2:
        both: dict[Shortfall, str] = {
            "few": _("too few in both"),
            "quorum": _("under the quorum in both"),
            "split": _("split in both"),
        }
        return both[row.short]
    words: dict[Shortfall, str] = {
        "few": _("too few in {tag}"),
        "quorum": _("under the quorum in {tag}"),
        "split": _("split in {tag}"),
    }
    return words[row.short].format(tag=tag(where[0]))


def top_share(figure: Figure | None) -> float | None:
    """The share of votes on the highest level of a rated item; None where too few answered."""
    if figure is None or figure.short == "few" or not sum(figure.counts):
        return None
    return figure.counts[-1] / sum(figure.counts)


def top_label(question: QuestionBase) -> str:
    """The name of the highest level of a rated question; "" for other kinds."""
    return safe(question.scale[-1].label) if isinstance(question, RateQuestion) else ""


def grid_axis(grid: Grid, axis: str) -> str:
    """An axis by its ends."""
    return axis_label(grid, axis)


def place_text(value: float | None) -> str:
    """A place on an axis, -1 to 1."""
    return NONE if value is None else unit(value, 2)
