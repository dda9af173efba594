"""What somebody's own answers to a scenario add up to, in sentences.

Each stands on their answers and on what the pack says of itself, and on nothing else: no answer is
called right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mops_tui.model.alone.adding_up import (
    AddingUp,
    Borrowed,
    Thread,
    Weighed,
    WhatHolds,
    adding_up,
)
from mops_tui.model.alone.allowed import Allowed
from mops_tui.model.alone.clashes import Clash
from mops_tui.model.alone.own import firsts
from mops_tui.model.alone.placed import Placed
from mops_tui.model.alone.walk import WALKER, Walk
from mops_tui.model.packs.drafts import filled
from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import RateQuestion
from mops_tui.model.results.results import Term
from mops_tui.words.alone.apart import apart_passage
from mops_tui.words.alone.looking import all_answers, look_first, since
from mops_tui.words.alone.naming import (
    Passage,
    answer_of,
    level_of,
    question_of,
    rated,
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
        *_conditions(walk, sums),
        *(_weighed(walk, one) for one in sums.weighed),
        *(_placed(walk, one) for one in sums.placed),
        *(_borrowed(walk, one) for one in sums.borrowed),
        *(_thread(walk, one) for one in sums.threads),
        *_to_decide(walk, sums),
        *look_first(walk, sums),
        *since(walk, before),
        *all_answers(walk),
    ]
    return tuple(block for block in blocks if block is not None)


def _conditions(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    """Of what one chose, then of how things are today."""
    for one in reversed(sums.conditions):
        yield _holds(walk, one, told=not (one.holds or one.today))


def _holds(walk: Walk, one: WhatHolds, *, told: bool) -> Passage:
    """What holds of the conditions; `told` where the whole was told as not going together."""
    question = question_of(walk, one.question)
    level = quoted(question.scale[-1].label) if isinstance(question, RateQuestion) else ""
    answer = answer_of(walk, one.because, one.answer)
    first = ended(_("You chose {answer}.").format(answer=answer))
    if one.today:
        first = titled(title_of(walk, one.because), ended(_("{answer}.").format(answer=answer)))
    lines = [] if told else [_("{first} {holds}").format(first=first, holds=_how_many(one, level))]
    if 0 < len(one.lowest) < one.n or one.n == 1:
        lines += [_("Furthest from {level}:").format(level=level)] if one.lowest else []
    elif one.lowest:
        lines.append(_("All stand at the same level:"))
    points = tuple(rated(walk, one.question, item) for item in one.lowest)
    return Passage(safe(question.title), tuple(lines), points)


def _how_many(one: WhatHolds, level: str) -> str:
    """How many conditions hold, of those that were rated."""
    count = len(one.holds)
    if count == one.n == one.of:
        words = ngettext(
            "You call its one condition {level}.", "You call all {n} conditions {level}.", one.n
        )
    elif not count and one.n == one.of:
        words = ngettext(
            "You do not call its one condition {level}.",
            "Of {n} conditions you call none {level}.",
            one.n,
        )
    elif one.n == one.of:
        words = _("Of {n} conditions you call {count} {level}.")
    elif not count:
        words = _("You rated {n} of {of} conditions, and call none of them {level}.")
    else:
        words = _("You rated {n} of {of} conditions, and call {count} of them {level}.")
    return words.format(n=one.n, of=one.of, count=count, level=level)


def _weighed(walk: Walk, one: Weighed) -> Passage:
    shown = [rated(walk, one.rated, item) for item in one.lowest[:MOST_LOWEST]]
    words = _(
        "In {question} you put {answer} first. Of what belongs to it, this stands lowest in "
        "{rated}:"
    )
    if one.tied:
        words = _(
            "In {question} nothing stands above {answer}. Of what belongs to it, this stands "
            "lowest in {rated}:"
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
    if placed.against is not None:
        against = _towards(walk, grid, *placed.against)
        lines.append(_("Most against it: {answer}").format(answer=against))
    points = tuple(_towards(walk, grid, axis, term) for axis, term in placed.terms)
    if points:
        words = _("What pulls you there most:"), _("What weighs most in it:")
        lines.append(words[grid.quadrant_at(*placed.leans) is None])
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
    points = tuple(
        titled(title_of(walk, ref), _together(answers)) for ref, answers in thread.answers
    )
    if thread.alike and thread.today:
        line = _("These questions have answers in common. You gave the same one:")
    elif thread.today:
        line = _("These questions have answers in common. What you said:")
    elif thread.alike:
        line = _("These questions have answers in common. You put the same one first:")
    else:
        line = _("These questions have answers in common. What you put first:")
    return Passage(_("Answers in common"), (line,), points)


def _together(answers: Sequence[str]) -> str:
    """One answer, or several that stand first alike."""
    names = [safe(one) for one in answers]
    if len(names) == 1:
        return names[0]
    return _("{answers} alike").format(answers=listed(names))


def _to_decide(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    scenario, allowed = walk.pack, sums.outcome
    if scenario is None or scenario.decision is None:
        return
    lines = [safe(scenario.decision.ask)]
    if allowed is None:
        if scenario.decision.rehearsed:
            lines.append(_("Your answers do not say it yet."))
    else:
        answers = listed([_picked(walk, allowed.ref, one) for one in allowed.answers])
        last = _picked(walk, allowed.ref, allowed.last) if allowed.last else ""
        scenario_id = allowed.ref.partition("/")[0]
        elsewhere = {
            name: _picked(walk, f"{scenario_id}/{name}", answer)
            for name, answer in allowed.elsewhere.items()
        }
        says = filled(allowed.draft.says, {"answer": answers, "last": last, **elsewhere})
        words = _(
            "If all had answered as you did, they could write down, by {question}: {decision}."
        )
        asked = quoted(question_of(walk, allowed.ref).title)
        lines.append(ended(words.format(question=asked, decision=quoted(says))))
        lines += _left_out(walk, allowed, sums.clashes)
    yield Passage(_("To be decided"), tuple(lines))


def _left_out(walk: Walk, allowed: Allowed, clashes: Sequence[Clash]) -> Iterator[str]:
    """The answers that a decision leaves open, of two that do not go together."""
    told = {f"{walk.scenario}/{name}" for name in allowed.elsewhere}  # the decision names them
    for clash in clashes:
        ref, answer = clash.wanted, clash.choice
        if ref == allowed.ref:
            ref, answer = clash.other, clash.step
        if ref not in told:
            told.add(ref)
            words = _("That leaves open what you said in {question}: {answer}.")
            title = quoted(question_of(walk, ref).title)
            yield ended(words.format(question=title, answer=answer_of(walk, ref, answer)))


def _picked(walk: Walk, ref: str, answer: str) -> str:
    """An option or a corner, or an item, as it stands in a sentence."""
    question, said = question_of(walk, ref), walk.answered(ref)
    if said is not None and answer in firsts(question, said.ballot, walk.state.workshop):
        return answer_of(walk, ref, answer)
    return named(item_label(question, answer))
