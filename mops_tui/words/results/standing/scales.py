"""Where people stand on the items, pairs and waves of a question: most, a tie, two camps."""

from __future__ import annotations

from mops_tui.model.packs.answers import Pair
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.results import ItemResult, Result, Split
from mops_tui.model.results.stands import (
    CommonAnswer,
    Most,
    as_clear,
    clearest,
    foremost,
    most,
    stand,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import either, filled, in_words, listed
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import capital, ended, named, quoted
from mops_tui.words.results.stages import stage_place
from mops_tui.words.results.standing.leading import MOST_TIED
from mops_tui.words.results.standing.ratings import of_rated
from mops_tui.words.results.statements import ends, pair_of, pair_quoted


def of_items(result: Result, question: QuestionBase) -> str:
    """Where the room stands on its items: the strongest and the weakest, else the clearest one."""
    if len(result.items) > 1:
        rated = of_rated(result, question)
        if rated:
            return rated
        best = clearest(result)
        if best is not None:
            return _clearest_words(best, as_clear(result, best), result.kind, question)
        first = foremost(result)
        if first is not None:
            return most_words(first, result.kind, question, alone=False)
        least = next((item for item in result.items if item.item == result.verdict.item), None)
        if least is not None and least.split is not None:  # and so are all that enough answered
            return split_words(least, least.split, question, alone=False)
        return filled(
            _("On no single {item} do most of us say the same."), item=one_of(result.kind)
        )
    item = result.items[0]
    alone = not result.items_withheld  # the others are there, though they are not told
    found = stand(item, result.kind)
    if found is not None:
        return stand_words(found, result.kind, question, alone=alone)
    if item.split is not None:
        return split_words(item, item.split, question, alone=alone)
    return most_words(most(item, result.kind), result.kind, question, alone=alone)


def _clearest_words(
    best: CommonAnswer, others: tuple[CommonAnswer, ...], kind: str, question: QuestionBase
) -> str:
    """What most say on the item where they are most, and that as many give one answer on others."""
    sentence = stand_words(best, kind, question, alone=False)
    if not others:
        return sentence
    if kind == "curve" and len(others) == 1:
        words = _("{sentence}, and {count} of {n} {item} {answer}.")
        if best.count == best.n:
            words = _("{sentence}, and all {n} {item} {answer}.")
        [other] = others
        return filled(
            words,
            sentence=sentence.rstrip("."),
            count=other.count,
            n=other.n,
            item=named(item_label(question, other.item)),
            answer=either([stage_place(one) for one in other.categories]),
        )
    words = ngettext(
        "{sentence} On another {one}, too, {count} of {n} give the same answer.",
        "{sentence} On {more} more {several}, too, {count} of {n} give the same answer.",
        len(others),
    )
    if kind == "pairs" and len(others) == 1:
        words = _("{sentence} As many on another pair: {other}")
        return filled(
            words, sentence=sentence, other=stand_words(others[0], kind, question, alone=False)
        )
    if kind == "pairs":
        words = ngettext(
            "{sentence} On another pair {count} of {n} are on one side.",
            "{sentence} On {more} more pairs {count} of {n} are on one side.",
            len(others),
        )
        if ("0",) in (one.categories for one in others):
            words = ngettext(
                "{sentence} On another pair {count} of {n} stand in the middle.",
                "{sentence} On {more} more pairs {count} of {n} are on one side or in the middle.",
                len(others),
            )
    if best.count == best.n:
        words = ngettext(
            "{sentence} On another {one}, too, all {n} give the same answer.",
            "{sentence} On {more} more {several}, too, all {n} give the same answer.",
            len(others),
        )
        if kind == "pairs":
            words = ngettext(
                "{sentence} All {n} are of one mind on another pair, too.",
                "{sentence} All {n} are of one mind on {more} more pairs, too.",
                len(others),
            )
    return filled(
        words,
        sentence=sentence,
        count=best.count,
        n=best.n,
        one=one_of(kind),
        several=several_of(kind),
        more=in_words(len(others)),
    )


def one_of(kind: str) -> str:
    """What one of several is called: a pair, a wave, an item."""
    return {"pairs": _("pair"), "curve": _("wave")}.get(kind, _("item"))


def several_of(kind: str) -> str:
    """What several of several are called: pairs, waves, items."""
    return {"pairs": _("pairs"), "curve": _("waves")}.get(kind, _("items"))


def item_name(question: QuestionBase, item: str) -> str:
    """What an item, a pair or a wave is called in a sentence."""
    pair = pair_of(question, item)
    return pair_quoted(pair) if pair is not None else named(item_label(question, item))


def _answer(question: QuestionBase, category: str) -> str:
    if getattr(question, "kind", "") == "curve":
        return stage_place(category)
    return quoted(category_label(question, category))


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
        return ended(filled(sentence, **fields, left=left, right=right, end=end))
    item = named(item_label(question, found.item))
    if kind == "curve":
        answer = either([stage_place(one) for one in found.categories])
        sentence = (
            _("All {n} see {item} {answer}.")
            if everyone
            else _("{count} of {n} see {item} {answer}.")
        )
        return filled(sentence, **fields, item=item, answer=answer)
    answer = either([quoted(category_label(question, one)) for one in found.categories])
    if alone:
        sentence = _("All {n} say {answer}.") if everyone else _("{count} of {n} say {answer}.")
    elif everyone:
        sentence = _("On {item}, all {n} say {answer}.")
    else:
        sentence = _("On {item}, {count} of {n} say {answer}.")
    return ended(filled(sentence, **fields, item=item, answer=answer))


def _of_pair(found: CommonAnswer, *, everyone: bool) -> str:
    if found.categories == ("0",):
        if everyone:
            return _("All {n} stand in the middle between {left} and {right}.")
        return _("{count} of {n} stand in the middle between {left} and {right}.")
    if found.categories in (("-2",), ("2",)):
        return _("All {n} chose {end}.") if everyone else _("{count} of {n} chose {end}.")
    return _("All {n} lean to {end}.") if everyone else _("{count} of {n} lean to {end}.")


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
        "either": either(names),
        "answer": names[0],
        "answers": listed(names),
        "number": in_words(len(first)),
        "Number": capital(in_words(len(first))),
        "count": found.count,
        "n": found.n,
    }
    if found.neighbours and len(first) <= MOST_TIED and found.count * len(first) * 2 > found.n:
        words = _of_neighbours(question, everyone=found.count * len(first) == found.n, alone=alone)
    elif getattr(question, "kind", "") == "curve":
        words = _("More see {item} {answer} than anywhere else: {count} of {n}.")
        if len(first) > 1:
            words = _("{count} of {n} each see {item} {answers}.")
        if len(first) > MOST_TIED:
            words = _("On {item} {number} answers tie with {count} of {n} each.")
    elif len(first) == 1:
        words = _("On {item}, {answer} has most: {count} of {n}.")
        words = _("{answer} has most: {count} of {n}.") if alone else words
    elif len(first) > MOST_TIED:
        words = _("On {item}, {number} answers tie with {count} of {n} each.")
        words = _("{Number} answers tie with {count} of {n} each.") if alone else words
    else:
        words = _("On {item}, {answers} tie with {count} of {n} each.")
        words = _("{answers} tie with {count} of {n} each.") if alone else words
    return filled(words, **fields)


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
        ngettext(
            "{count} of {n} leans to {left}, {count} to {right}, {count} stands in the middle.",
            "{count} of {n} lean to {left}, {count} to {right}, {count} stand in the middle.",
            found.count,
        ),
    )
    return filled(words, **fields)


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
        return ended(filled(words, left=left, right=right, n=n, one=one, other=other, both=both))
    curve = getattr(question, "kind", "") == "curve"
    if curve:
        words = _("We are split on {item}: {one} of {n} put it {low}, {other} {high}.")
    elif alone:
        words = _("We are split: {one} of {n} answered {low}, {other} {high}.")
    else:
        words = _("We are split on {item}: {one} of {n} answered {low}, {other} {high}.")
    low, high = (_answer(question, one) for one in (split.low, split.high))
    sentence = filled(
        words,
        item=item_name(question, item.item),
        one=counts.get(split.low, 0),
        other=counts.get(split.high, 0),
        n=n,
        low=low,
        high=high,
    )
    return ended(sentence)
