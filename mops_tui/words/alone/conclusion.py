"""What somebody's own answers to a scenario add up to, in sentences.

Each stands on their answers and on what the pack says of itself, and on nothing else: no answer is
called right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mops_tui.model.alone.adding_up import (
    UNSURE,
    AddingUp,
    Borrowed,
    Thread,
    Weighed,
    WhatHolds,
    adding_up,
    changed,
)
from mops_tui.model.alone.clashes import Clash
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.placed import Placed
from mops_tui.model.alone.walk import WALKER, Walk
from mops_tui.model.packs.drafts import filled
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import RateQuestion
from mops_tui.model.results.results import Term
from mops_tui.words.alone.apart import apart_passage
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.naming import (
    Passage,
    answer_of,
    level_of,
    question_of,
    rated,
    sure_words,
    title_of,
)
from mops_tui.words.alone.needs import equal_passage, needs_passage
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.answers import term_words
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import (
    end_name,
    item_label,
    where_label,
)
from mops_tui.words.results.quoting import ended, named, quoted, titled
from mops_tui.words.safe import safe

MOST_LOWEST, MOST_BESIDE = 3, 8
"""The most items that are named as standing lowest, and the most side by side."""


def conclusion(walk: Walk, before: tuple[datetime, Walk] | None = None) -> tuple[Passage, ...]:
    """What a walk adds up to, the most telling first.

    Args:
        walk: The answers.
        before: The walk before it and when that was, where there is one.
    """
    sums = adding_up(walk)
    blocks = [
        *apart_passage(walk, sums),
        *(needs_passage(walk, one, sums) for one in sums.pulls),
        *(equal_passage(walk, one) for one in sums.equal),
        *(_holds(walk, one) for one in reversed(sums.conditions)),  # what one chose, then today
        *(_weighed(walk, one) for one in sums.weighed),
        *(_placed(walk, one) for one in sums.placed),
        *(_borrowed(walk, one) for one in sums.borrowed),
        *(_thread(walk, one) for one in sums.threads),
        *_to_decide(walk, sums),
        *_look_first(walk, sums),
        *_since(walk, before),
        _all(walk),
    ]
    return tuple(block for block in blocks if block is not None)


def _holds(walk: Walk, one: WhatHolds) -> Passage:
    question = question_of(walk, one.question)
    level = question.scale[-1].label if isinstance(question, RateQuestion) else ""
    answer = answer_of(walk, one.because, one.answer)
    if one.today:
        first = titled(title_of(walk, one.because), ended(_("{answer}.").format(answer=answer)))
        words = _("{first} Of what must be true there you call {count} of {n} {level}.")
        if not one.holds:
            words = _("{first} Of what must be true there you call nothing {level}.")
    else:
        first = ended(_("You chose {answer}.").format(answer=answer))
        words = _("{first} Of what it needs you call {count} of {n} {level}.")
        if not one.holds:
            words = _("{first} Of what it needs you call nothing {level}.")
    lines = [words.format(first=first, n=one.n, count=len(one.holds), level=quoted(level))]
    if not one.lowest:
        lines.append(_("None of them stands in the way, as you see it."))
    elif len(one.lowest) < one.n:
        lines.append(_("Furthest from it:"))
    else:
        lines.append(_("All stand at the same level:"))
    points = tuple(rated(walk, one.question, item) for item in one.lowest)
    return Passage(safe(question.title), tuple(lines), points)


def _weighed(walk: Walk, one: Weighed) -> Passage:
    shown = [rated(walk, one.rated, item) for item in one.lowest[:MOST_LOWEST]]
    words = _(
        "In {question} you put {answer} first. Of what belongs to it, this stands lowest in "
        "{rated}:"
    )
    line = words.format(
        question=quoted(question_of(walk, one.question).title),
        answer=answer_of(walk, one.question, one.option),
        rated=quoted(question_of(walk, one.rated).title),
    )
    left = len(one.lowest) - len(shown)
    if left > 0:
        shown.append(ngettext("{n} more", "{n} more", left).format(n=left))
    return Passage(_("What you weigh most, and where it stands"), (line,), tuple(shown))


def _placed(walk: Walk, placed: Placed) -> Passage | None:
    grid = walk.state.workshop.grid(placed.grid)
    if grid is None or placed.leans is None:  # an own mark alone is an answer like others
        return None
    lines = [placed_words(grid, placed.leans, placed.own)]
    points = tuple(_towards(walk, grid, axis, term) for axis, term in placed.terms)
    if points:
        lines.append(_("These answers weigh most in it:"))
    return Passage(safe(grid.title), tuple(lines), points)


def placed_words(grid: Grid, leans: tuple[float, float], own: tuple[float, float] | None) -> str:
    """Where somebody's answers come out on a grid, and where they put themselves.

    Args:
        grid: The grid.
        leans: Where their answers come out.
        own: Their own mark, if there is one.
    """
    there = where_label(grid, *leans)
    where = _("Your answers lean to {leans}.")
    if grid.quadrant_at(*leans) is None:  # "between Makers and Modelers", "in the middle"
        where = _("Your answers come out {leans}.")
    said = where.format(leans=there)
    if own is None:
        return said
    mark = where_label(grid, *own)
    if mark == there:
        return _("{said} You put your own mark there, too.").format(said=said)
    words = _("{said} You put your own mark with {own}.")
    if grid.quadrant_at(*own) is None:
        words = _("{said} You put your own mark {own}.")
    return words.format(said=said, own=mark)


def _towards(walk: Walk, grid: Grid, axis: str, term: Term) -> str:
    """An answer, and the end of an axis that it pulls to."""
    end = end_name(grid, axis, "low" if term.part < 0 else "high")
    answer = term_words(walk.state, WALKER, term)
    return _("{answer} → {end}").format(answer=answer, end=end)


def _borrowed(walk: Walk, one: Borrowed) -> Passage:
    """Both answers to each item, side by side."""
    words = _("{one} and {other}, side by side:")
    titles = [quoted(question_of(walk, ref).title) for ref in (one.lender, one.question)]
    points = []
    for item in one.items[:MOST_BESIDE]:
        both = [level_of(walk, ref, item) for ref in (one.lender, one.question)]
        about = item_label(question_of(walk, one.question), item)
        points.append(titled(about, _("{one} · {other}").format(one=both[0], other=both[1])))
    left = len(one.items) - len(points)
    if left > 0:
        points.append(ngettext("{n} more", "{n} more", left).format(n=left))
    line = words.format(one=titles[0], other=titles[1])
    return Passage(_("One by one"), (line,), tuple(points))


def _thread(walk: Walk, thread: Thread) -> Passage:
    points = tuple(titled(title_of(walk, ref), safe(answer)) for ref, answer in thread.answers)
    if thread.today:
        line = _("These questions had the same answers to choose from. What you said:")
    elif thread.alike:
        line = _("Each time the same answers to choose from, and each time you put one first:")
    else:
        line = _("These questions had the same answers to choose from. What you put first:")
    return Passage(_("Asked in several ways"), (line,), points)


def _to_decide(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    scenario, allowed = walk.pack, sums.outcome
    if scenario is None or scenario.decision is None:
        return
    lines = [safe(scenario.decision.ask)]
    if allowed is not None:
        answers = listed([_picked(walk, allowed.ref, one) for one in allowed.answers])
        last = _picked(walk, allowed.ref, allowed.last) if allowed.last else ""
        scenario_id = allowed.ref.partition("/")[0]
        elsewhere = {
            name: _picked(walk, f"{scenario_id}/{name}", answer)
            for name, answer in allowed.elsewhere.items()
        }
        says = filled(allowed.draft.says, {"answer": answers, "last": last, **elsewhere})
        words = _("If all had answered as you did, they could write down: {decision}.")
        lines.append(ended(words.format(decision=quoted(says))))
        lines += [_left_out(walk, allowed.ref, clash) for clash in sums.clashes]
    yield Passage(_("To be decided"), tuple(lines))


def _left_out(walk: Walk, decided: str, clash: Clash) -> str:
    """The answer that a decision leaves open, of two that do not go together."""
    ref, answer = clash.wanted, clash.choice
    if ref == decided:
        ref, answer = clash.other, clash.step
    words = _("That leaves open what you said in {question}: {answer}.")
    title = quoted(question_of(walk, ref).title)
    return ended(words.format(question=title, answer=answer_of(walk, ref, answer)))


def _picked(walk: Walk, ref: str, answer: str) -> str:
    """An option or a corner, or an item, as it stands in a sentence."""
    question, said = question_of(walk, ref), walk.answered(ref)
    if said is not None and answer in firsts(question, said.ballot, walk.state.workshop):
        return answer_of(walk, ref, answer)
    return named(item_label(question, answer))


def _look_first(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    for today in (False, True):
        asked = [ref for ref in sums.unsure if question_of(walk, ref).today == today]
        points = tuple(_and_sure(walk, ref, 60) for ref in asked)
        if points:
            heading = _("What you can look up") if today else _("Where to look first")
            yield Passage(heading, (_least_words(walk, asked, today=today),), points)
    if sums.passed:
        titles = listed([quoted(question_of(walk, ref).title) for ref in sums.passed])
        words = _("You gave no answer to {titles}.")
        yield Passage(_("Left open"), (words.format(titles=titles),))


def _least_words(walk: Walk, asked: Sequence[str], *, today: bool) -> str:
    """What is said of the answers that somebody is least sure of."""
    sure = [said.confidence for ref in asked if (said := walk.answered(ref)) is not None]
    if today and max(sure) < UNSURE:
        return _("Somebody can tell you how this is today; you were hardly sure:")
    if today:
        return _("Of all your answers you are least sure of this one, and somebody can tell you:")
    if max(sure) < UNSURE:
        return _("You hardly stand by this. Here a reason of somebody else's is worth most:")
    return _("Of all your answers you stand least firmly by this one:")


def _and_sure(walk: Walk, ref: str, width: int | None = None) -> str:
    """An answer behind its question, and how sure it was; "" where there is none."""
    said = walk.answered(ref)
    if said is None:
        return ""
    sure = sure_words(said, today=question_of(walk, ref).today)
    answer = safe(said.words, width) if width else safe(said.words)
    return titled(title_of(walk, ref), _("{answer} ({sure})").format(answer=answer, sure=sure))


def _since(walk: Walk, before: tuple[datetime, Walk] | None) -> Iterator[Passage]:
    if before is None:
        return
    when, earlier = before
    both = [ref for ref in walk.refs if walk.answered(ref) and earlier.answered(ref)]
    if not both:
        return
    heading = _("Since {day}").format(day=said_day(when))
    others = changed(walk, earlier)
    if not others:
        words = ngettext(
            "The one question that you answered both times has the same answer.",
            "The {n} questions that you answered both times have the same answers.",
            len(both),
        )
        yield Passage(heading, (words.format(n=len(both)),))
        return
    asked = ngettext(
        "You answered {n} question both times.", "You answered {n} questions both times.", len(both)
    ).format(n=len(both))
    words = ngettext(
        "{n} has another answer now:", "{n} have another answer now:", len(others)
    ).format(n=len(others))
    points = []
    for ref in others:
        now, then = walk.answered(ref), earlier.answered(ref)
        if now is not None and then is not None:
            told = _("{then} → {now}").format(then=safe(then.words, 60), now=safe(now.words, 60))
            points.append(titled(title_of(walk, ref), told))
    yield Passage(heading, (asked, words), tuple(points))


def _all(walk: Walk) -> Passage | None:
    points = tuple(_and_sure(walk, ref) for ref in walk.refs if walk.answered(ref) is not None)
    heading = _("All your answers, and how firmly you stand by them")
    return Passage(heading, (), points) if points else None
