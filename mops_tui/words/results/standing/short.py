"""Where a room stands, in the few words that a list has room for."""

from __future__ import annotations

from collections.abc import Iterable

from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.consensus import FEW
from mops_tui.model.results.enough import answered, is_under_quorum
from mops_tui.model.results.results import Result
from mops_tui.model.results.stands import (
    CommonAnswer,
    Most,
    clearest,
    common_answer,
    extremes,
    foremost,
)
from mops_tui.words.apart import cut_among
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import either, filled, in_words
from mops_tui.words.results.labels import answers_of, category_label, item_label
from mops_tui.words.results.quoting import alike, quoted
from mops_tui.words.results.stages import stage_label
from mops_tui.words.results.standing.leading import close_to_even, counted, leading
from mops_tui.words.results.statements import ends, pair_name, pair_of
from mops_tui.words.safe import cells

SHORT = 40
"""The most cells of a standing in a list."""
_SHORT_END = 17
"""The most cells of each of two labels that stand beside each other in a list."""
_NAME = 28
"""The most cells of a label in a list."""
_END = 16
"""The most cells of an answer beside the label of an item, where both are long."""
_QUOTES = 10
"""Cells by which quotation marks and a few words may be over."""


def standing_short(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    """Where the room stands in a few words and no full stop: "Sales leads"."""
    if result.kind == "text" and result.ideas:
        return filled(ngettext("one idea", "{n} ideas", len(result.ideas)), n=len(result.ideas))
    if not result.n:
        return ""
    if answered(result) < FEW:
        return filled(ngettext("one answer", "{n} answers", answered(result)), n=answered(result))
    if is_under_quorum(result):
        words = _("only {voted} of {present} voted")
        return filled(words, voted=result.ballots + result.called, present=result.present)
    return _short(result, question, workshop)


def _short(result: Result, question: QuestionBase, workshop: Workshop) -> str:
    if result.items:
        return _short_of_items(result, question)
    first = leading(result)
    _categories, counts = counted(result)
    if not first or result.on_axes > max(counts):
        return _("between the corners") if result.kind == "grid" else ""
    labels = list(answers_of(question, workshop).values())
    shown = [category_label(question, one, workshop) for one in first]
    names = alike([_cut(one, labels, _NAME) for one in shown], _NAME)
    if len(names) == 2 and cells(names[0]) + cells(names[1]) > SHORT:
        names = alike([_cut(one, labels, _SHORT_END) for one in shown], _SHORT_END)
    if close_to_even(result):
        return _("close to even")
    if len(first) > 2:
        words = _("{number} corners tie") if result.kind == "grid" else _("{number} answers tie")
        return filled(words, number=in_words(len(first)))
    if len(first) == 2:
        return filled(_("{one} and {other} tie"), one=names[0], other=names[1])
    total = sum(counts) + result.on_axes
    if result.kind == "grid":
        return filled(_("{answer} {count} of {n}"), answer=names[0], count=max(counts), n=total)
    if max(counts) == total and result.kind != "allocate":
        return filled(_("all for {answer}"), answer=names[0])
    return filled(_("{answer} leads"), answer=names[0])


def _short_of_items(result: Result, question: QuestionBase) -> str:
    common = common_answer(result)
    if common is None or not common.nearly_all:
        often = _short_often(result, question)
        if often:
            return often
    if common is not None:
        level = _answer(question, common.category, _NAME)
        words = _("{answer} on {count} of {n} items")
        return filled(words, answer=level, count=common.items, n=len(result.items))
    found = clearest(result)
    if found is not None:
        return _short_stand(found, question, alone=len(result.items) == 1)
    split = next((item for item in result.items if item.split is not None), None)
    if split is None:
        return _short_most(foremost(result), question, alone=len(result.items) == 1)
    pair = pair_of(question, split.item)
    if pair is not None:
        return filled(_("split: {item}"), item=pair_name(pair, _SHORT_END))
    return filled(_("split: {item}"), item=_item(question, split.item, SHORT - 10))


def _short_often(result: Result, question: QuestionBase) -> str:
    """Of which item most gave the answers of one half of a scale; "" where there is none."""
    if not isinstance(question, RateQuestion):
        return ""
    found = next((one for one in extremes(result) if one is not None), None)
    if found is None:
        return ""
    if not found.others:
        one = CommonAnswer(found.item, found.categories, found.count, found.n)
        return _short_stand(one, question, alone=False)
    fields = {"number": in_words(len(found.others) + 1), "count": found.count, "n": found.n}
    answer = either([_answer(question, one, _END) for one in found.categories])
    words = _("{number} items: {answer}")
    if cells(answer) > _NAME + _QUOTES:
        words = _("{number} items: {count} of {n} each")
    return filled(words, answer=answer, **fields)


def _short_stand(found: CommonAnswer, question: QuestionBase, *, alone: bool) -> str:
    pair = pair_of(question, found.item)
    if pair is not None:
        if found.categories == ("0",):
            return filled(_("{count} of {n} in the middle"), count=found.count, n=found.n)
        end = ends(pair, SHORT - 10)[0 if found.categories[0].startswith("-") else 1]
        return filled(_("{count} of {n}: {end}"), count=found.count, n=found.n, end=end)
    curve = getattr(question, "kind", "") == "curve"
    width = _NAME if len(found.categories) == 1 else SHORT
    answers = [
        stage_label(one) if curve else _answer(question, one, width) for one in found.categories
    ]
    said = either(answers)
    number = in_words(len(answers))
    fields = {"answer": said, "count": found.count, "n": found.n, "number": number}
    # Two answers that have no room are counted: half a label tells nobody which it is.
    whole = len(answers) == 1 or cells(said) <= (SHORT if alone else _NAME)
    if alone:
        words = _("{answer} {count} of {n}") if whole else _("{count} of {n} on {number} answers")
        return filled(words, **fields)
    counted_words = _("{item}: {count} of {n} on {number} answers")
    words = _("{item}: {answer}") if whole else counted_words
    told = filled(words, item=_item(question, found.item, _NAME), **fields)
    if cells(told) <= SHORT + _QUOTES:
        return told
    if whole:
        short = [
            stage_label(one) if curve else _answer(question, one, _END) for one in found.categories
        ]
        fields["answer"] = either(short)
        told = filled(words, item=_item(question, found.item, _NAME), **fields)
        if len(answers) == 1 or cells(told) <= SHORT + _QUOTES:
            return told
    return filled(counted_words, item=_item(question, found.item, _SHORT_END), **fields)


def _short_most(found: Most | None, question: QuestionBase, *, alone: bool) -> str:
    """Which answer has most where none has more than half, in a few words."""
    if found is None:
        return _("too few on any one item")
    if len(found.categories) > 1 and pair_of(question, found.item) is not None:
        both: dict[tuple[str, ...], str] = {
            ("-2", "2"): _("both sides tie"),
            ("-2", "0"): _("one side and the middle tie"),
            ("0", "2"): _("one side and the middle tie"),
        }
        return both.get(found.categories, _("both sides and the middle tie"))
    if len(found.categories) > 1:
        return filled(_("{number} answers tie"), number=in_words(len(found.categories)))
    one = CommonAnswer(found.item, found.categories, found.count, found.n)
    if alone or pair_of(question, found.item) is not None:
        return _short_stand(one, question, alone=True)
    words = _("{item}: {answer} {count} of {n}")
    width = _SHORT_END
    curve = getattr(question, "kind", "") == "curve"
    answer = found.categories[0]
    return filled(
        words,
        item=_item(question, found.item, width),
        answer=stage_label(answer) if curve else _answer(question, answer, width),
        count=found.count,
        n=found.n,
    )


def _answer(question: QuestionBase, category: str, width: int) -> str:
    """A level in a few cells, which could be no other: quoted, as those beside it are."""
    return quoted(_cut(category_label(question, category), answers_of(question).values(), width))


def _item(question: QuestionBase, item: str, width: int) -> str:
    """An item in a few cells, which could be no other item of the question; quoted likewise."""
    others = [item_label(question, one.id) for one in items_of(question)]
    return quoted(_cut(item_label(question, item), others, width))


def _cut(label: str, others: Iterable[str], width: int) -> str:
    return cut_among(label, list(others), width)
