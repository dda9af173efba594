"""What changed most, in sentences that can be counted again: so many of so many, then and now."""

from __future__ import annotations

from collections.abc import Sequence

from mops_tui.model.comparison.comparison import Comparison, question_of
from mops_tui.model.comparison.headlines import (
    LEAST_ANSWERS,
    LEAST_CHANGE,
    Headline,
    most_changed,
)
from mops_tui.model.comparison.matched import FirmMove, MatchedQuestion, Row
from mops_tui.model.comparison.turns import turns
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import FEW, bins
from mops_tui.words.comparison.rows import answer_words, row_name
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import either, percent
from mops_tui.words.results.labels import axis_of, category_label, grid_of
from mops_tui.words.results.quoting import capital, ended, named, quoted, titled
from mops_tui.words.results.statements import ends, pair_of


def changed_lines(comparison: Comparison) -> list[str]:
    """What changed most from the first session to the last, a line each."""
    return [headline_text(comparison, one) for one in most_changed(comparison)]


def unchanged_line(comparison: Comparison) -> str:
    """Why there is no headline, where there is none and no outcome turned."""
    if most_changed(comparison) or turns(comparison) or not comparison.questions:
        return ""
    if not any(row.move for one in comparison.questions for row in one.told):
        return _(
            "No question has enough answers in both the first and the last session to say "
            "what changed."
        )
    return _(
        "No question moved far, no lead changed, and no majority was won or lost. A question is "
        "told here when two people or more answered otherwise, and its answers moved by a tenth of "
        "the scale, or the share of one answer by 20 points of 100."
    )


def headline_text(comparison: Comparison, one: Headline) -> str:
    """One change: what was said by how many of how many, then and now."""
    matched = one.matched
    sentence, also = row_sentence(comparison, matched, one.row, one.move), both_times(matched)
    sentence = f"{sentence} {also}" if also else sentence
    if matched.by_consent:
        sentence = _("{sentence} The wording was different.").format(sentence=sentence)
    return titled(title_of(comparison, matched), sentence)


def title_of(comparison: Comparison, matched: MatchedQuestion) -> str:
    """The title of a question, as the first of its sessions had it."""
    question = question_of(comparison, matched)
    assert question is not None
    return question.title


def row_sentence(comparison: Comparison, matched: MatchedQuestion, row: Row, move: FirmMove) -> str:
    """How one row of a question moved, in counts."""
    question = question_of(comparison, matched)
    assert question is not None
    workshop = comparison.sessions[matched.sessions[0]].state.workshop
    if row.unit == "share":
        return _of_answers(matched, row, move, question, workshop)
    if row.unit == "axis":
        return _of_axis(row, move, question, workshop)
    if row.unit == "rank":
        return _of_rank(move, row_name(row, question, workshop))
    name = row_name(row, question, workshop) if len(matched.told) > 1 else ""
    return _of_item(matched, row, move, question, name)


def both_times(matched: MatchedQuestion) -> str:
    """How many of those that a change is counted of were in both; "" where all, or none is known.

    A change between other people is no change of anybody's mind.
    """
    people = matched.people
    if people is None or people.all or people.people < FEW:
        return ""
    if people.of != people.people:
        words = _("{n} people answered both times; the others once.")
    elif people.same == people.of:
        words = _("The {n} who answered both times gave the same answer again.")
    elif not people.same:
        words = _("All {n} who answered both times gave another answer.")
    else:
        words = ngettext(
            "Of the {n} who answered both times, one gave another answer.",
            "Of the {n} who answered both times, {other} gave another answer.",
            people.of - people.same,
        )
    return words.format(n=people.people, other=people.of - people.same)


def _of_answers(
    matched: MatchedQuestion, row: Row, move: FirmMove, question: QuestionBase, workshop: Workshop
) -> str:
    then, now = move.then, move.now
    answer = _("{label} (added by the room)").format(label=quoted(row.label))
    if not row.label:
        answer = named(category_label(question, row.key, workshop))
    if matched.kind != "allocate":
        return _counted(answer, (then.count, then.total), (now.count, now.total))
    first, last = percent(then.value or 0.0), percent(now.value or 0.0)
    sentence = _("{answer} went from {then} % of the points ({n} people) to {now} % ({m} people).")
    return sentence.format(answer=answer, then=first, n=then.n, now=last, m=now.n)


def _counted(answer: str, then: tuple[int, int], now: tuple[int, int]) -> str:
    sentence = _("{answer} went from {a} of {n} to {b} of {m}.")
    return sentence.format(answer=answer, a=then[0], n=then[1], b=now[0], m=now[1])


def _of_rank(move: FirmMove, name: str) -> str:
    then, now = move.then, move.now
    place = _most_apart(then.counts, now.counts)
    answer = _("Those who put {answer} in place {place}").format(
        answer=named(name), place=place + 1
    )
    return _counted(answer, (_at(then.counts, place), then.n), (_at(now.counts, place), now.n))


def _of_item(
    matched: MatchedQuestion, row: Row, move: FirmMove, question: QuestionBase, name: str
) -> str:
    """Of an item: the answer that gained or lost most, and what the typical one is."""
    then, now = move.then, move.now
    pair = pair_of(question, row.key)
    if pair is not None:
        left, right = ends(pair)
        camps = (
            (_("Those who lean to {end}").format(end=left), (0, 1)),
            (_("Those between {left} and {right}").format(left=left, right=right), (2,)),
            (_("Those who lean to {end}").format(end=right), (3, 4)),
        )
        told = [
            (label, sum(then.counts[i] for i in of), sum(now.counts[i] for i in of))
            for label, of in camps
        ]
        label, a, b = max(told, key=lambda each: _gain(each[1], then.n, each[2], now.n))
        if abs(a / then.n - b / now.n) >= LEAST_CHANGE:
            return _counted(label, (a, then.n), (b, now.n))
    at = _most_apart(then.counts, now.counts)
    steps = matched.results[0].items[0].distribution.categories
    answer = answer_words(question, row.key, steps[at])
    counts = then.counts[at], now.counts[at]
    if pair is None and matched.kind != "curve" and _is_of_one(counts, then.n, now.n):
        upper, counts = _side(then.counts, now.counts)
        named_steps = [answer_words(question, row.key, step) for step in steps]
        answer = either(named_steps[upper])
    if matched.kind == "curve":
        words = _("Those who see it {stage}")
        if name:
            words = _("Those who see {item} {stage}")
        answer = words.format(item=named(name) if name else "", stage=answer)
    elif name and pair is None:
        answer = _("{answer} for {item}").format(answer=answer, item=named(name))
    sentence = _counted(capital(answer), (counts[0], then.n), (counts[1], now.n))
    first, last = (_typical(question, row.key, end.category) for end in (then, now))
    if first == last:
        typical = _("The typical answer is still {answer}.").format(answer=first)
    else:
        words = _("The typical answer went from {then} to {now}.")
        typical = words.format(then=first, now=last)
    return f"{sentence} {ended(typical)}"


def _typical(question: QuestionBase, item: str, category: str) -> str:
    """A typical answer in a sentence; a stage by its name."""
    if kind_of(question) == "curve":
        return quoted(category_label(question, category))
    return answer_words(question, item, category)


def _of_axis(row: Row, move: FirmMove, question: QuestionBase, workshop: Workshop) -> str:
    """Of an axis: how many stand on which side of it, or in which fifth."""
    grid = grid_of(question, workshop)
    assert grid is not None
    places = move.then.places, move.now.places
    axis = axis_of(grid, row.key)
    n, m = map(len, places)
    below, above = ([sum(p * way > 0 for p in each) for each in places] for way in (-1, 1))
    sides = [(axis.low, below[0], below[1]), (axis.high, above[0], above[1])]
    end, a, b = max(sides, key=lambda side: _gain(side[1], n, side[2], m))
    if abs(a / n - b / m) >= LEAST_CHANGE:
        answer = _("Marks on the side of {end}").format(end=named(end))
        return _counted(answer, (a, n), (b, m))
    return _of_fifth(move, grid, row.key)


def _of_fifth(move: FirmMove, grid: Grid, axis: str) -> str:
    then, now = bins(move.then.places), bins(move.now.places)
    at = _most_apart(then, now)
    of = axis_of(grid, axis)
    low, high = named(of.low), named(of.high)
    answer = (
        _("Marks close to {end}").format(end=low),
        _("Marks rather towards {end}").format(end=low),
        _("Marks around the middle of {low} and {high}").format(low=low, high=high),
        _("Marks rather towards {end}").format(end=high),
        _("Marks close to {end}").format(end=high),
    )[at]
    return _counted(answer, (then[at], sum(then)), (now[at], sum(now)))


def _is_of_one(counts: tuple[int, int], n: int, m: int) -> bool:
    """Whether fewer than two people's answers make the difference on one step."""
    return abs(counts[0] / n - counts[1] / m) * min(n, m) < LEAST_ANSWERS - 1e-9


def _side(then: Sequence[int], now: Sequence[int]) -> tuple[slice, tuple[int, int]]:
    """The end of a scale, as one or more steps, whose share grew most, and its counts."""
    n, m, size = sum(then), sum(now), len(then)
    ends = [slice(0, cut) for cut in range(1, size)] + [slice(cut, size) for cut in range(1, size)]
    grown = {
        (end.start, end.stop): sum(now[end]) / m - sum(then[end]) / n for end in ends if n and m
    }
    start, stop = max(grown, key=lambda end: (round(grown[end], 9), -(end[1] - end[0])))
    end = slice(start, stop)
    return end, (sum(then[end]), sum(now[end]))


def _most_apart(then: Sequence[int], now: Sequence[int]) -> int:
    """The category whose share changed most; of two, the one that grew."""
    n, m = max(1, sum(then)), max(1, sum(now))
    return max(
        range(max(len(then), len(now))),
        key=lambda i: _gain(_at(then, i), n, _at(now, i), m),
    )


def _at(counts: Sequence[int], index: int) -> int:
    return counts[index] if index < len(counts) else 0


def _gain(a: int, n: int, b: int, m: int) -> tuple[float, bool]:
    """Sorts shares by how much they changed, and of two that did by as much, the one that grew."""
    return round(abs(b / m - a / n), 9), b * n > a * m
