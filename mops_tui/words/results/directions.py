"""Which way the answers went that were changed: towards which end, or from where to where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.results.changes import Change
from mops_tui.model.results.results import Result
from mops_tui.model.session.audience import VisibleState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import filled
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import capital, ended, named, quoted
from mops_tui.words.results.standing.leading import leading
from mops_tui.words.results.standing.scales import item_name
from mops_tui.words.results.statements import ends, pair_of


def direction(
    before: Result, after: Result, change: Change, question: QuestionBase, state: VisibleState
) -> str:
    """Which way the answers went that were changed; "" where that is not known, or is many ways."""
    if change.flows:
        if not after.items:
            return _from_and_to(before, after, change, question, state)
        if change.as_many:
            return ""  # it stands beside the item, which is not the only one
        return ended(_towards(after, change, question, sentence=True))
    if after.kind == "allocate" and (after.stability or 0) >= _AS_BEFORE:
        return _("Overall, the points are nearly as before.")
    if after.stability == 1 and (change.corners or after.kind == "rank"):
        return _("Overall, the counts are as before.")
    return ""


_AS_BEFORE = 0.98
"""The stability from which points fall nearly as before."""


def _from_and_to(
    before: Result, after: Result, change: Change, question: QuestionBase, state: VisibleState
) -> str:
    """Of a choice: from which answer to which, and back; or where all or most of them went."""
    net: Counter[str] = Counter()
    for was, now, count in change.flows:
        net[was] -= count
        net[now] += count
    left, total = sum(map(abs, net.values())) // 2, sum(count for _w, _n, count in change.flows)
    names = {one: named(category_label(question, one, state.workshop)) for one in net}
    (was, now, most), *others = change.flows
    if len(others) == 1 and len(net) == 2:
        words = _("{one} went from {was} to {now}, {other} from {now} to {was}.")
        return ended(
            capital(
                filled(
                    words,
                    one=_some(most),
                    other=_some(others[0][2]),
                    was=names[was],
                    now=names[now],
                )
            )
        )
    # Changes that made another answer lead have not cancelled out, whatever is left of them.
    if total > 1 and left * 4 <= total and leading(before) == leading(after):
        if before.distribution == after.distribution:
            return _("Overall, the counts are as before.")
        return _("The changes cancel out.") if not left else _("The changes nearly cancel out.")
    return ended(_one_way(change, names, total))


def _one_way(change: Change, names: Mapping[str, str], total: int) -> str:
    """Where all or most of those went who gave another answer; "" where most went no one way."""
    was, now, both = change.flows[0]
    to: Counter[str] = Counter()
    away: Counter[str] = Counter()
    for old, new, count in change.flows:
        away[old] += count
        to[new] += count
    (new, came), (old, went) = to.most_common(1)[0], away.most_common(1)[0]
    if both == total:
        words = ngettext(
            "One vote went from {was} to {now}.", "{all} went from {was} to {now}.", total
        )
        count, old, new = both, was, now
    elif came == total:
        words, count = _("{all} went to {now}."), came
    elif went == total:
        words, count = _("{all} came from {was}."), went
    elif both * 2 > total:
        words, count = _("{count} of the {n} went from {was} to {now}."), both
        old, new = was, now
    elif came * 2 > total:
        words, count = _("{count} of the {n} went to {now}."), came
    elif went * 2 > total:
        words, count = _("{count} of the {n} came from {was}."), went
    else:
        return ""
    return filled(
        words, count=count, n=total, all=capital(_all(total)), was=names[old], now=names[new]
    )


def _all(n: int) -> str:
    return _("both") if n == 2 else filled(_("all {n}"), n=n)


def _some(n: int) -> str:
    return _("one") if n == 1 else str(n)


def on_item(after: Result, change: Change, question: QuestionBase) -> str:
    """The item that most changed on; where as many changed on others, with which way they went."""
    name = item_name(question, change.item)
    if not change.as_many:
        return name
    ways = _towards(after, change, question, sentence=False)
    return filled(_("{item} ({ways})"), item=name, ways=ways) if ways else name


def _towards(after: Result, change: Change, question: QuestionBase, *, sentence: bool) -> str:
    """Of a scale: how many went towards each of its ends.

    Args:
        after: The later round.
        change: What changed.
        question: The question.
        sentence: As a sentence of its own; else as a part of one.
    """
    item = next((one for one in after.items if one.item == change.item), None)
    if item is None and len(after.items) > 1:
        return ""  # nobody can say of which item
    item = item or after.items[0]
    order = item.distribution.categories
    up = sum(c for was, now, c in change.flows if order.index(now) > order.index(was))
    down = sum(count for _was, _now, count in change.flows) - up
    if not up + down:
        return ""
    pair = pair_of(question, item.item)
    if pair is not None:
        return _between(change, ends(pair), sentence=sentence)
    low, high = (quoted(category_label(question, one)) for one in (order[0], order[-1]))
    first, then = ((up, high), (down, low)) if up >= down else ((down, low), (up, high))
    if after.kind == "curve":
        words = _curve_ways(later=up >= down, several=first[0] > 1, both=then[0] > 0,
                            sentence=sentence)  # fmt: skip
    elif then[0]:
        words = _("{one} towards {end}, {other} towards {far}")
        if sentence:
            words = _("{one} went towards {end}, {other} towards {far}.")
    elif sentence:
        words = ngettext("One vote went towards {end}.", "{all} went towards {end}.", first[0])
    else:
        words = ngettext("towards {end}", "{all} towards {end}", first[0])
    said = filled(
        words,
        one=_some(first[0]),
        all=_all(first[0]),
        end=first[1],
        other=_some(then[0]),
        far=then[1],
    )
    return capital(said) if sentence else said


def _between(change: Change, sides: tuple[str, str], *, sentence: bool) -> str:
    """Of two statements: how many went towards each, and how many only towards the middle.

    Whoever stands less far on the side of a statement than before has not gone towards the other.
    """
    went: Counter[str] = Counter()
    for was, now, count in change.flows:
        at, up = int(now), int(now) > int(was)
        end = sides[1] if at > 0 and up else sides[0] if at < 0 and not up else _("the middle")
        went[end] += count
    (first, most), *others = went.most_common()
    if not others:
        words = ngettext("towards {end}", "{all} towards {end}", most)
        if sentence:
            words = ngettext("One vote went towards {end}.", "{all} went towards {end}.", most)
        said = filled(words, all=_all(most), end=first)
        return capital(said) if sentence else said
    start = _("{one} went towards {end}") if sentence else _("{one} towards {end}")
    parts = [filled(start, one=_some(most), end=first)]
    parts += [filled(_("{one} towards {end}"), one=_some(n), end=end) for end, n in others]
    said = _(", ").join(parts)
    return capital(said) + "." if sentence else said


def _curve_ways(*, later: bool, several: bool, both: bool, sentence: bool) -> str:
    """The words for waves that are put earlier or later than before."""
    if both and sentence:
        return (
            _("{one} put it later, {other} earlier.")
            if later
            else _("{one} put it earlier, {other} later.")
        )
    if both:
        return _("{one} later, {other} earlier") if later else _("{one} earlier, {other} later")
    if sentence and several:
        return _("{all} put it later.") if later else _("{all} put it earlier.")
    if sentence:
        return _("It was put later.") if later else _("It was put earlier.")
    if several:
        return _("{all} later") if later else _("{all} earlier")
    return _("later") if later else _("earlier")
