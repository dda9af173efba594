"""Where a room stands, in one sentence, and in a few words for lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import FEW, leaders
from mops_tui.model.results.enough import answered, is_under_quorum, round_shortfall
from mops_tui.model.results.marks import BIN_IDS
from mops_tui.model.results.results import AxisResult, ItemResult, Result, Split
from mops_tui.model.results.stands import (
    CommonAnswer,
    Most,
    clearest,
    common_answer,
    foremost,
    most,
    stand,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import in_words, listed
from mops_tui.words.results.labels import category_label, end_name, grid_of, item_label
from mops_tui.words.results.quoting import ended, named, quoted
from mops_tui.words.results.stages import stage_label, stage_place
from mops_tui.words.results.statements import ends, pair_name, pair_of

SHORT = 40
"""The most cells of a standing in a list."""
_MOST_TIED = 3
"""So many that tie are named; more are counted."""
_SHORT_END = 18
"""The most cells of each of two statements in a list."""
_NAME = 18
"""The most cells of a label in a list."""
_PEOPLE = re.compile(r"^\S*(ers|ors|ists|ians|ants|ents|ees|stros)$")
"""A corner named after people, as *Scientists* and *Maestros*; *Chaos* and *Sales* are not."""


def standing(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """Where the room stands: "5 of 8 stand with the Scientists".

    Under three votes, or under the quorum, it says that, and nothing of the answers; "" where
    nobody answered.

    Args:
        result: The round.
        question: Its question, with what the room added (`state.question(ref)`).
        workshop: Where a grid question finds its grid.
    """
    if result.kind == "text" and result.ideas:
        return ngettext("One idea.", "{n} ideas.", len(result.ideas)).format(n=len(result.ideas))
    thin = too_few(result)
    if thin or not result.n:
        return thin
    return ended(_standing(result, question, workshop))


def standing_short(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """The same in a few words, without a full stop: "Sales leads", "Scientists 5 of 8"."""
    if result.kind == "text" and result.ideas:
        return ngettext("one idea", "{n} ideas", len(result.ideas)).format(n=len(result.ideas))
    if not result.n:
        return ""
    if answered(result) < FEW:
        return ngettext("one answer", "{n} answers", answered(result)).format(n=answered(result))
    if is_under_quorum(result):
        words = _("only {voted} of {present} voted")
        return words.format(voted=result.ballots + result.called, present=result.present)
    return _short(result, question, workshop)


def few_words(n: int) -> str:
    """That so few answers say nothing of the room."""
    words = ngettext(
        "One answer: too few to say where we stand.",
        "{n} answers: too few to say where we stand.",
        n,
    )
    return words.format(n=n)


def too_few(result: Result) -> str:
    """That a round cannot speak for the room, and why; "" where it can, or is empty."""
    if not result.n:
        return ""
    short = round_shortfall(result)
    if short == "few":
        return few_words(answered(result))
    if short == "quorum":
        words = _("{voted} of {present} voted: too few to speak for the room.")
        return words.format(voted=result.ballots + result.called, present=result.present)
    return ""


def counted(result: Result) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The categories and counts of answers without an order; a grid's are its quadrants."""
    if result.kind == "grid":
        return tuple(name for name, _n in result.quadrants), tuple(
            n for _name, n in result.quadrants
        )
    if result.distribution is None:
        return (), ()
    return result.distribution.categories, result.distribution.counts


def leading(result: Result) -> tuple[str, ...]:
    """The categories that hold the most."""
    categories, counts = counted(result)
    return tuple(categories[index] for index in leaders(counts))


def _standing(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    if result.items:
        return _of_items(result, question)
    first = leading(result)
    _categories, counts = counted(result)
    if not first:
        return _on_the_lines(result) if result.kind == "grid" else ""
    names = [named(category_label(question, one, workshop)) for one in first]
    total = sum(counts) + result.on_axes
    fields = {
        "answer": names[0],
        "answers": listed(names),
        "count": max(counts),
        "n": total,
        "number": _capital(in_words(len(first))),
    }
    if result.kind == "grid":
        return _of_corners(result, question, workshop, first, max(counts), total)
    if len(first) == 1:
        alone = max(counts) == total
        return _lead(result.kind, alone=alone).format(**fields)
    return _tie(result.kind, several=len(first) > _MOST_TIED).format(**fields)


def _lead(kind: str, *, alone: bool) -> str:
    if kind == "allocate":
        return (
            _("{answer} has all {n} points.")
            if alone
            else _("{answer} leads with {count} of {n} points.")
        )
    if kind == "rank":
        return (
            _("{answer} comes first for all {n}.")
            if alone
            else _("{answer} comes first for {count} of {n}.")
        )
    return _("All {n} chose {answer}.") if alone else _("{answer} leads with {count} of {n}.")


def _tie(kind: str, *, several: bool) -> str:
    if kind == "allocate":
        return (
            _("{number} answers tie with {count} of {n} points each.")
            if several
            else _("{answers} tie with {count} of {n} points each.")
        )
    if kind == "rank":
        return (
            _("{number} answers tie: each comes first for {count} of {n}.")
            if several
            else _("{answers} tie: each comes first for {count} of {n}.")
        )
    return (
        _("{number} answers tie with {count} of {n} each.")
        if several
        else _("{answers} tie with {count} of {n} each.")
    )


def _of_corners(
    result: Result,
    question: QuestionBase,
    workshop: Workshop,
    first: Sequence[str],
    count: int,
    n: int,
) -> str:
    if result.on_axes > count:
        return _on_the_lines(result)
    where = [corner_words(category_label(question, one, workshop)) for one in first]
    if len(first) == 2:
        sentence = _("{count} of {n} stand {one}, {count} {other}.")
        return sentence.format(count=count, n=n, one=where[0], other=where[1])
    if len(first) > 2:
        sentence = _("We are spread over {number} corners, {count} of {n} in each.")
        return sentence.format(number=in_words(len(first)), count=count, n=n)
    if count == n:
        return _("All {n} stand {corner}.").format(n=n, corner=where[0])
    if count * 2 > n:
        return _("{count} of {n} stand {corner}.").format(count=count, n=n, corner=where[0])
    sentence = _("{count} of {n} stand {corner}, more than in any other corner.")
    return sentence.format(count=count, n=n, corner=where[0])


def corner_words(name: str) -> str:
    """Where a corner is: its people where it is named after people, else the place."""
    shown = named(name)
    if _PEOPLE.search(shown):
        return _("with the {people}").format(people=shown)
    return _("at {corner}").format(corner=shown)


def _on_the_lines(result: Result) -> str:
    n = sum(count for _name, count in result.quadrants) + result.on_axes
    if result.on_axes == n:
        return _("All {n} stand on a line between corners.").format(n=n)
    sentence = _("{count} of {n} stand on a line between corners.")
    return sentence.format(count=result.on_axes, n=n)


def _of_items(result: Result, question: QuestionBase) -> str:
    if len(result.items) > 1:
        common = _most_items(result, question)
        if common:
            return common
        best = clearest(result)
        if best is not None:
            return stand_words(best, result.kind, question, alone=False)
        first = foremost(result)
        if first is not None:
            return most_words(first, result.kind, question, alone=False)
        return _("On no single {item} do most of us say the same.").format(item=one_of(result.kind))
    item = result.items[0]
    found = stand(item, result.kind)
    if found is not None:
        return stand_words(found, result.kind, question, alone=True)
    if item.split is not None:
        return split_words(item, item.split, question, alone=True)
    return most_words(most(item, result.kind), result.kind, question, alone=True)


def most_words(found: Most, kind: str, question: QuestionBase, *, alone: bool) -> str:
    """Which answer has most where none has more than half, or which tie, with the count.

    It says nothing of how close the answers lie: that is for the sentence after it.

    Args:
        found: The answers that have most.
        kind: The question's kind.
        question: The question.
        alone: It is the only item: its name adds nothing to the question.
    """
    pair = pair_of(question, found.item)
    if kind == "pairs" and pair is not None:
        sentence = _most_of_pair(found, pair)
    else:
        sentence = _most_of_scale(found, question, alone=alone)
    return ended(sentence)


def _most_of_scale(found: Most, question: QuestionBase, *, alone: bool) -> str:
    first = found.categories
    names = [_answer(question, one) for one in first]
    fields = {
        "item": item_name(question, found.item),
        "total": found.count * len(first),
        "either": _or(names),
        "answer": names[0],
        "answers": listed(names),
        "number": in_words(len(first)),
        "Number": _capital(in_words(len(first))),
        "count": found.count,
        "n": found.n,
    }
    if found.neighbours and len(first) <= _MOST_TIED and found.count * len(first) * 2 > found.n:
        words = _of_neighbours(question, everyone=found.count * len(first) == found.n, alone=alone)
    elif getattr(question, "kind", "") == "curve":
        words = _("More see {item} {answer} than anywhere else: {count} of {n}.")
        if len(first) > 1:
            words = _("{count} of {n} each see {item} {answers}.")
        if len(first) > _MOST_TIED:
            words = _("On {item} {number} answers tie with {count} of {n} each.")
    elif len(first) == 1:
        words = _("On {item}, {answer} has most: {count} of {n}.")
        words = _("{answer} has most: {count} of {n}.") if alone else words
    elif len(first) > _MOST_TIED:
        words = _("On {item}, {number} answers tie with {count} of {n} each.")
        words = _("{Number} answers tie with {count} of {n} each.") if alone else words
    else:
        words = _("On {item}, {answers} tie with {count} of {n} each.")
        words = _("{answers} tie with {count} of {n} each.") if alone else words
    return words.format(**fields)


def _of_neighbours(question: QuestionBase, *, everyone: bool, alone: bool) -> str:
    """Three or more neighbours that tie and hold most of a scale: people are not far apart."""
    if getattr(question, "kind", "") == "curve":
        if everyone:
            return _("All {n} see {item} {either}, {count} each.")
        return _("{total} of {n} see {item} {either}, {count} each.")
    if alone:
        if everyone:
            return _("All {n} say {either}, {count} each.")
        return _("{total} of {n} say {either}, {count} each.")
    if everyone:
        return _("On {item}, all {n} say {either}, {count} each.")
    return _("On {item}, {total} of {n} say {either}, {count} each.")


def _most_of_pair(found: Most, pair: Pair) -> str:
    """Of two statements: which side has most, or that it stands even."""
    left, right = ends(pair)
    fields = {"left": left, "right": right, "count": found.count, "n": found.n}
    words = {
        ("-2",): _("More lean to {left} than stand anywhere else: {count} of {n}."),
        ("0",): _(
            "More stand in the middle between {left} and {right} than on either side: "
            "{count} of {n}."
        ),
        ("2",): _("More lean to {right} than stand anywhere else: {count} of {n}."),
        ("-2", "2"): _("{count} of {n} lean to {left}, {count} to {right}."),
        ("-2", "0"): _("{count} of {n} lean to {left}, {count} stand between it and {right}."),
        ("0", "2"): _("{count} of {n} lean to {right}, {count} stand between it and {left}."),
    }.get(
        found.categories,
        _("{count} of {n} lean to {left}, {count} to {right}, {count} stand in the middle."),
    )
    return words.format(**fields)


def _most_items(result: Result, question: QuestionBase) -> str:
    """What most say on most of the items that were rated; "" where that is no one answer."""
    found = common_answer(result)
    if found is None:
        return ""
    level, count = found
    sentence = _("On {count} of the {n} items most of us say {answer}.")
    if count == len(result.items):
        sentence = _("On all {n} items most of us say {answer}.")
    answer = quoted(category_label(question, level))
    return sentence.format(count=count, n=len(result.items), answer=answer)


def one_of(kind: str) -> str:
    """What one of several is called: a pair, a wave, an item."""
    return {"pairs": _("pair"), "curve": _("wave")}.get(kind, _("item"))


def stand_words(found: CommonAnswer, kind: str, question: QuestionBase, *, alone: bool) -> str:
    """What most say of an item, in one sentence.

    Args:
        found: What they say.
        kind: The question's kind.
        question: The question.
        alone: It is the only item: its name adds nothing to the question.
    """
    everyone = found.count == found.n
    fields = {"count": found.count, "n": found.n}
    pair = pair_of(question, found.item)
    if kind == "pairs" and pair is not None:
        left, right = ends(pair)
        end = left if found.categories[0].startswith("-") else right
        sentence = _of_pair(found, everyone=everyone)
        return ended(sentence.format(**fields, left=left, right=right, end=end))
    item = named(item_label(question, found.item))
    if kind == "curve":
        answer = _or([stage_place(one) for one in found.categories])
        sentence = (
            _("All {n} see {item} {answer}.")
            if everyone
            else _("{count} of {n} see {item} {answer}.")
        )
        return sentence.format(**fields, item=item, answer=answer)
    answer = _or([quoted(category_label(question, one)) for one in found.categories])
    if alone:
        sentence = _("All {n} say {answer}.") if everyone else _("{count} of {n} say {answer}.")
    elif everyone:
        sentence = _("On {item}, all {n} say {answer}.")
    else:
        sentence = _("On {item}, {count} of {n} say {answer}.")
    return ended(sentence.format(**fields, item=item, answer=answer))


def _of_pair(found: CommonAnswer, *, everyone: bool) -> str:
    if found.categories == ("0",):
        if everyone:
            return _("All {n} stand in the middle between {left} and {right}.")
        return _("{count} of {n} stand in the middle between {left} and {right}.")
    if found.categories in (("-2",), ("2",)):
        return _("All {n} hold with {end}.") if everyone else _("{count} of {n} hold with {end}.")
    return _("All {n} lean to {end}.") if everyone else _("{count} of {n} lean to {end}.")


def _or(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{one} or {other}").format(one=_(", ").join(names[:-1]), other=names[-1])


def camps_words(scale: AxisResult, split: Split, question: QuestionBase, workshop: Workshop) -> str:
    """Where the two camps of an axis stand: "between technology and arts"."""
    grid = grid_of(question, workshop)
    if grid is None:
        return ""
    low, high = (_side(grid, scale.axis, one) for one in (split.low, split.high))
    return _("between {low} and {high}").format(low=low, high=high)


def split_words(item: ItemResult, split: Split, question: QuestionBase, *, alone: bool) -> str:
    """The two camps of an item that the room is split on, with how many are in each.

    Args:
        item: The item, pair or wave.
        split: Its camps.
        question: The question.
        alone: It is the only item: its name adds nothing to the question.
    """
    counts = dict(zip(item.distribution.categories, item.distribution.counts, strict=True))
    n = item.distribution.n
    pair = pair_of(question, item.item)
    if pair is not None:
        left, right = ends(pair)
        one, other = (sum(counts.get(c, 0) for c in side) for side in (("-2", "-1"), ("1", "2")))
        both = counts.get("0", 0)
        if one and other:
            words = _("We are split: {one} of {n} for {left}, {other} for {right}.")
            if both:
                words = _(
                    "We are split: {one} of {n} for {left}, {other} for {right}, "
                    "{both} in the middle."
                )
        elif one:
            words = _("We are split: {one} of {n} for {left}, {both} between it and {right}.")
        else:
            words = _("We are split: {other} of {n} for {right}, {both} between it and {left}.")
        return ended(words.format(left=left, right=right, n=n, one=one, other=other, both=both))
    curve = getattr(question, "kind", "") == "curve"
    if alone:
        words = _("We are split: {one} of {n} answered {low}, {other} {high}.")
    elif curve:
        words = _("We are split on {item}: {one} of {n} put it {low}, {other} {high}.")
    else:
        words = _("We are split on {item}: {one} of {n} answered {low}, {other} {high}.")
    low, high = (_answer(question, one) for one in (split.low, split.high))
    sentence = words.format(
        item=item_name(question, item.item),
        one=counts.get(split.low, 0),
        other=counts.get(split.high, 0),
        n=n,
        low=low,
        high=high,
    )
    return ended(sentence)


def item_name(question: QuestionBase, item: str) -> str:
    """What an item, a pair or a wave is called in a sentence."""
    pair = pair_of(question, item)
    return pair_name(pair) if pair is not None else named(item_label(question, item))


def _answer(question: QuestionBase, category: str) -> str:
    if getattr(question, "kind", "") == "curve":
        return stage_place(category)
    return quoted(category_label(question, category))


def _side(grid: Grid, axis: str, bin_id: str) -> str:
    """The end of an axis that a camp stands nearer to, or the middle."""
    if bin_id == BIN_IDS[2]:
        return _("the middle")
    return end_name(grid, axis, "low" if bin_id < BIN_IDS[2] else "high")


def _short(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    if result.items:
        return _short_of_items(result, question)
    first = leading(result)
    _categories, counts = counted(result)
    if not first or result.on_axes > max(counts):
        return _("between the corners") if result.kind == "grid" else ""
    names = [named(category_label(question, one, workshop), _NAME) for one in first]
    if len(first) > 2:
        return _("{number} answers tie").format(number=in_words(len(first)))
    if len(first) == 2:
        return _("{one} and {other} tie").format(one=names[0], other=names[1])
    total = sum(counts) + result.on_axes
    if result.kind == "grid":
        return _("{answer} {count} of {n}").format(answer=names[0], count=max(counts), n=total)
    if max(counts) == total and result.kind != "allocate":
        return _("all for {answer}").format(answer=names[0])
    return _("{answer} leads").format(answer=names[0])


def _short_of_items(result: Result, question: QuestionBase) -> str:
    common = common_answer(result)
    if common is not None:
        level = named(category_label(question, common[0]), _NAME)
        words = _("{answer} on {count} of {n} items")
        return words.format(answer=level, count=common[1], n=len(result.items))
    found = clearest(result)
    if found is not None:
        return _short_stand(found, question, alone=len(result.items) == 1)
    split = next((item for item in result.items if item.split is not None), None)
    if split is None:
        return _short_most(foremost(result), question, alone=len(result.items) == 1)
    pair = pair_of(question, split.item)
    if pair is not None:
        return _("split: {item}").format(item=pair_name(pair, _SHORT_END))
    return _("split: {item}").format(item=named(item_label(question, split.item), SHORT - 10))


def _short_stand(found: CommonAnswer, question: QuestionBase, *, alone: bool) -> str:
    pair = pair_of(question, found.item)
    if pair is not None:
        if found.categories == ("0",):
            return _("{count} of {n} in the middle").format(count=found.count, n=found.n)
        end = ends(pair, SHORT - 10)[0 if found.categories[0].startswith("-") else 1]
        return _("{count} of {n}: {end}").format(count=found.count, n=found.n, end=end)
    curve = getattr(question, "kind", "") == "curve"
    width = _NAME if len(found.categories) == 1 else _NAME // 2
    answers = [
        stage_label(one) if curve else named(category_label(question, one), width)
        for one in found.categories
    ]
    if alone:
        words = _("{answer} {count} of {n}")
        return words.format(answer=_or(answers), count=found.count, n=found.n)
    item = named(item_label(question, found.item), _NAME)
    return _("{item}: {answer}").format(item=item, answer=_or(answers))


def _short_most(found: Most | None, question: QuestionBase, *, alone: bool) -> str:
    """Which answer has most where none has more than half, in a few words."""
    if found is None:
        return _("too few on any one item")
    if len(found.categories) > 1:
        return _("{number} answers tie").format(number=in_words(len(found.categories)))
    one = CommonAnswer(found.item, found.categories, found.count, found.n)
    if alone or pair_of(question, found.item) is not None:
        return _short_stand(one, question, alone=True)
    words = _("{item}: {answer} {count} of {n}")
    width = _NAME * 2 // 3
    curve = getattr(question, "kind", "") == "curve"
    answer = found.categories[0]
    return words.format(
        item=named(item_label(question, found.item), width),
        answer=stage_label(answer) if curve else named(category_label(question, answer), width),
        count=found.count,
        n=found.n,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
