"""What somebody's own answers to a scenario add up to, in sentences.

Each stands on their answers and on what the pack says of itself, and on nothing else: no answer is
called right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from mops_tui.model.alone.allowed import Allowed
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.placed import Placed
from mops_tui.model.alone.pull import Need, Pull
from mops_tui.model.alone.walk import WALKER, Said, Walk
from mops_tui.model.packs.drafts import filled
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase, RateQuestion, kind_of, options_of
from mops_tui.model.results.results import Term
from mops_tui.model.session.ballots import Positions, Ratings, categories_of
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.earlier import sure_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.answers import term_words
from mops_tui.words.results.figures import listed
from mops_tui.words.results.labels import (
    answer_label,
    category_label,
    end_name,
    item_label,
    where_label,
)
from mops_tui.words.results.quoting import ended, named, quoted, titled
from mops_tui.words.safe import safe

MOST_LOWEST, MOST_BESIDE = 3, 8
"""The most items that are named as standing lowest, and the most side by side."""


@dataclass(frozen=True)
class Passage:
    """Some sentences under a heading.

    Attributes:
        lines: What is said.
        points: What follows from it, one by one.
    """

    heading: str
    lines: tuple[str, ...]
    points: tuple[str, ...] = ()


def conclusion(walk: Walk, before: tuple[datetime, Walk] | None = None) -> tuple[Passage, ...]:
    """What a walk adds up to, the most telling first.

    Args:
        walk: The answers.
        before: The walk before it and when that was, where there is one.
    """
    sums = adding_up(walk)
    blocks = [
        *(_pull(walk, one) for one in sums.pulls),
        *(_holds(walk, one) for one in reversed(sums.conditions)),  # what one chose, then today
        *(_weighed(walk, one) for one in sums.weighed),
        *(_placed(walk, one) for one in sums.placed),
        *(_borrowed(walk, one) for one in sums.borrowed),
        *(_thread(walk, one) for one in sums.threads),
        *_to_decide(walk, sums.outcome),
        *_look_first(walk, sums),
        *_since(walk, before),
        _all(walk),
    ]
    return tuple(block for block in blocks if block is not None)


def _question(walk: Walk, ref: str) -> QuestionBase:
    question = walk.state.question(ref)
    if question is None:
        raise KeyError(ref)
    return question


def _title(walk: Walk, ref: str) -> str:
    return safe(_question(walk, ref).title)


def _answer(walk: Walk, ref: str, answer: str) -> str:
    return named(category_label(_question(walk, ref), answer, walk.state.workshop))


def _pull(walk: Walk, pull: Pull) -> Passage:
    toward = [_answer(walk, pull.question, one) for one in pull.toward]
    fields = {
        "needs": quoted(_question(walk, pull.needs).title),
        "answers": listed(toward),
        "chosen": _answer(walk, pull.question, pull.chosen),
    }
    words = _("{needs}, as you rated it, points to {answers}. You chose {chosen}.")
    if pull.agrees:
        words = _("{needs}, as you rated it, points to {answers}, and that is what you chose.")
        if len(toward) > 1:
            words = _("{needs}, as you rated it, points to {answers} alike. You chose {chosen}.")
    lines = [words.format(**fields)]
    if pull.speaks_for and len(toward) == 1:
        reasons = _needs(walk, pull, pull.speaks_for)
        lines.append(ended(_("For {answer}: {reasons}.").format(answer=toward[0], reasons=reasons)))
    if pull.against:
        reasons = _needs(walk, pull, pull.against)
        words = _("Against {answer}: {reasons}.")
        lines.append(ended(words.format(answer=fields["chosen"], reasons=reasons)))
    options = options_of(_question(walk, pull.question))
    terms = next((one.works_when for one in options if one.id == pull.chosen), ())
    points = tuple(safe(one.text) for one in terms)
    if points:
        words = _("These terms decide whether {answer} works:")
        lines.append(words.format(answer=fields["chosen"]))
    return Passage(_("Your needs and your choice"), tuple(lines), points)


def _needs(walk: Walk, pull: Pull, needs: Sequence[Need]) -> str:
    return listed([_rated(walk, pull.needs, one.item) for one in needs])


def _rated(walk: Walk, ref: str, item: str) -> str:
    """An item with the level that it was given: Speed (Vital)."""
    about, level = item_label(_question(walk, ref), item), _level(walk, ref, item)
    return _("{item} ({level})").format(item=about, level=level) if level else about


def _level(walk: Walk, ref: str, item: str) -> str:
    """What an item was given, in words; "" where it was given nothing."""
    question, said = _question(walk, ref), walk.answered(ref)
    given: dict[str, str] = {}
    if said is not None and isinstance(said.ballot, Ratings | Positions):
        given = categories_of(kind_of(question), said.ballot)
    if item not in given:
        return ""
    return answer_label(question, item, given[item], walk.state.workshop)


def _holds(walk: Walk, one: WhatHolds) -> Passage:
    question = _question(walk, one.question)
    level = question.scale[-1].label if isinstance(question, RateQuestion) else ""
    answer = _answer(walk, one.because, one.answer)
    words = _("You said {answer}. Of what it needs you call {count} of {n} {level}.")
    if not one.holds:
        words = _("You said {answer}. Of what it needs you call nothing {level}.")
    lines = [words.format(answer=answer, n=one.n, count=len(one.holds), level=quoted(level))]
    if not one.lowest:
        lines.append(_("None of them stands in the way, as you see it."))
    elif len(one.lowest) < one.n:
        lines.append(_("Furthest from it:"))
    else:
        lines.append(_("All stand at the same level:"))
    points = tuple(_rated(walk, one.question, item) for item in one.lowest)
    return Passage(safe(question.title), tuple(lines), points)


def _weighed(walk: Walk, one: Weighed) -> Passage:
    shown = [_rated(walk, one.rated, item) for item in one.lowest[:MOST_LOWEST]]
    words = _(
        "In {question} you put {answer} first. Of what belongs to it, this stands lowest in "
        "{rated}:"
    )
    line = words.format(
        question=quoted(_question(walk, one.question).title),
        answer=_answer(walk, one.question, one.option),
        rated=quoted(_question(walk, one.rated).title),
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
    titles = [quoted(_question(walk, ref).title) for ref in (one.lender, one.question)]
    points = []
    for item in one.items[:MOST_BESIDE]:
        both = [_level(walk, ref, item) for ref in (one.lender, one.question)]
        about = item_label(_question(walk, one.question), item)
        points.append(titled(about, _("{one} · {other}").format(one=both[0], other=both[1])))
    left = len(one.items) - len(points)
    if left > 0:
        points.append(ngettext("{n} more", "{n} more", left).format(n=left))
    line = words.format(one=titles[0], other=titles[1])
    return Passage(_("One by one"), (line,), tuple(points))


def _thread(walk: Walk, thread: Thread) -> Passage:
    points = tuple(titled(_title(walk, ref), safe(answer)) for ref, answer in thread.answers)
    line = _("These questions had the same answers to choose from. What you put first:")
    if thread.alike:
        line = _("Each time the same answers to choose from, and each time you put one first:")
    return Passage(_("Asked in several ways"), (line,), points)


def _to_decide(walk: Walk, allowed: Allowed | None) -> Iterator[Passage]:
    scenario = walk.pack
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
    yield Passage(_("To be decided"), tuple(lines))


def _picked(walk: Walk, ref: str, answer: str) -> str:
    """An option or a corner, or an item, as it stands in a sentence."""
    question, said = _question(walk, ref), walk.answered(ref)
    if said is not None and answer in firsts(question, said.ballot, walk.state.workshop):
        return _answer(walk, ref, answer)
    return named(item_label(question, answer))


def _look_first(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    unsure = [(ref, said) for ref in sums.unsure if (said := walk.answered(ref)) is not None]
    if unsure:
        words = _("Of all your answers you stand least firmly by this one:")
        if all(said.confidence < UNSURE for _ref, said in unsure):
            words = _("You hardly stand by this. Here a reason of somebody else's is worth most:")
        points = tuple(_stood(walk, ref, said, safe(said.words, 60)) for ref, said in unsure)
        yield Passage(_("Where to look first"), (words,), points)
    if sums.passed:
        titles = listed([quoted(_question(walk, ref).title) for ref in sums.passed])
        words = _("You gave no answer to {titles}.")
        yield Passage(_("Left open"), (words.format(titles=titles),))


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
            points.append(titled(_title(walk, ref), told))
    yield Passage(heading, (asked, words), tuple(points))


def _all(walk: Walk) -> Passage | None:
    given = ((ref, walk.answered(ref)) for ref in walk.refs)
    points = tuple(_stood(walk, ref, said, safe(said.words)) for ref, said in given if said)
    heading = _("All your answers, and how firmly you stand by them")
    return Passage(heading, (), points) if points else None


def _stood(walk: Walk, ref: str, said: Said, words: str) -> str:
    """A question, what was said to it, and how firmly."""
    told = _("{answer} ({sure})").format(answer=words, sure=sure_words(said))
    return titled(_title(walk, ref), told)
