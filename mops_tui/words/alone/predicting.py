"""Predicting a room, in words: who was there, what was asked, and how much was placed right.

Of a room nothing is told that its report would not show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mops_tui.model.alone.prediction import (
    GAP,
    SIDES,
    THIRDS,
    even_guess,
    most_off,
    placed_right,
    spread,
)
from mops_tui.model.packs.answers import POINTS
from mops_tui.model.packs.questions import RateQuestion, kind_of
from mops_tui.model.results.tallies import result as result_of
from mops_tui.model.session.audience import VisibleState
from mops_tui.sources.practice.predicting import Pool, RoomQuestion
from mops_tui.words.alone.days import said_day
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import half_up, listed, percents
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import ended, named, quoted
from mops_tui.words.results.statements import ends, pair_of
from mops_tui.words.safe import safe

ENOUGH = 5
"""Under so many predictions no average is told."""
MOST_ROLES, MOST_DECISIONS, MOST_STEPS = 9, 2, 6
"""The most roles and decisions that are named, and the most steps of the way so far."""


def about_predicting() -> str:
    """What predicting a room is, in a line."""
    return _("How did a room of yours vote? Lay ten points, then see its votes beside them.")


def room_words(asked: RoomQuestion) -> str:
    """Whose answers are predicted: the session, and its day."""
    day, title = said_day(asked.opened), quoted(asked.title, 60)
    if asked.rehearsal:
        return _("A rehearsal, {title}, {day}").format(title=title, day=day)
    return _("{title}, {day}").format(title=title, day=day)


def who_words(asked: RoomQuestion) -> str:
    """Who was there, as the report says it: of an anonymous room only how many."""
    state = asked.state
    there = ngettext("{n} person was there.", "{n} people were there.", state.present)
    told = there.format(n=state.present) if state.present else ""
    roles = _roles(state)
    return " ".join(part for part in (told, roles, _answered(asked)) if part)


def _answered(asked: RoomQuestion) -> str:
    """How many answered; of a grid also how many of them stand in a corner, not on a line."""
    cornered, result = asked.votes.n, result_of(asked.state, asked.ref, asked.round)
    n = cornered if asked.item or result is None else result.n
    if n == cornered:
        return ngettext("{n} answered this.", "{n} answered this.", n).format(n=n)
    words = _("{n} answered this, {cornered} of them in a corner.")
    return words.format(n=n, cornered=cornered)


def _roles(state: VisibleState) -> str:
    if state.policy.anonymity == "anonymous":
        return _("Answers were anonymous.")
    counts = Counter(role for one in state.participants.values() if (role := safe(one.role, 30)))
    names = [
        role if n == 1 else _("{n} × {role}").format(n=n, role=role)
        for role, n in counts.most_common(MOST_ROLES)
    ]
    if not names:
        return ""
    left = len(counts) - MOST_ROLES
    if left > 0:
        names.append(ngettext("{n} other role", "{n} other roles", left).format(n=left))
    return _("Roles: {roles}.").format(roles=listed(names))


def ask_words(asked: RoomQuestion) -> str:
    """What is asked of a question that is answered item by item, or in an order; else ""."""
    kind = kind_of(asked.question)
    pair = pair_of(asked.question, asked.item)
    if pair is not None:
        left, right = ends(pair)
        return _("Between {left} and {right}: where did they stand?").format(left=left, right=right)
    if asked.item:
        item = named(item_label(asked.question, asked.item))
        return _("You predict one line of it: {item}").format(item=item)
    if kind == "rank":
        return _("What did they put first?")
    return _("How did their ten points fall?") if kind == "allocate" else ""


def lay_words(asked: RoomQuestion) -> str:
    """What is to be done, and of which round; whether the talk changed anything comes later."""
    if asked.round == 1:
        return _("Lay ten points as the room voted in its first round.")
    return _("Lay ten points as the room voted in round {n}.").format(n=asked.round)


def answer_names(asked: RoomQuestion) -> tuple[str, ...]:
    """The names of what points are laid on, in order."""
    return tuple(_name(asked, one) for one in asked.votes.answers)


def _name(asked: RoomQuestion, answer: str) -> str:
    question, kind = asked.question, kind_of(asked.question)
    pair = pair_of(question, asked.item)
    if pair is not None and asked.votes.answers == SIDES:
        left, right = safe(pair.left), safe(pair.right)
        return {"left": left, "middle": _("the middle"), "right": right}[answer]
    if kind == "curve" and asked.votes.answers == GAP:
        return {
            "before": _("before the gap"),
            "gap": _("in the gap"),
            "past": _("past the gap"),
        }[answer]
    if isinstance(question, RateQuestion) and asked.votes.answers == THIRDS:
        low, high = safe(question.scale[0].label), safe(question.scale[-1].label)
        return {
            "low": _("the third towards “{level}”").format(level=low),
            "middle": _("the third in the middle"),
            "high": _("the third towards “{level}”").format(level=high),
        }[answer]
    return category_label(question, answer, asked.state.workshop)


def score_of(points: Sequence[int], asked: RoomQuestion) -> int:
    """The share of the votes that points placed right, in whole per cent."""
    return half_up(placed_right(points, asked.votes.counts))


def scored(points: Sequence[int], asked: RoomQuestion) -> tuple[str, ...]:
    """How much was placed right, what an even guess would have, and where it was most off.

    Args:
        points: Ten in all, in the order of the answers.
        asked: The question.
    """
    even = half_up(even_guess(asked.votes.counts))
    words = _("You placed {score} % of the votes right. An even guess would have got {even} %.")
    if kind_of(asked.question) == "allocate":
        words = _(
            "You placed {score} % of the points right. An even guess would have got {even} %."
        )
    lines = [words.format(score=score_of(points, asked), even=even)]
    at = most_off(points, asked.votes.counts)
    if at is not None:
        lines.append(_off(points, asked, at))
    return tuple(lines)


def _off(points: Sequence[int], asked: RoomQuestion, at: int) -> str:
    given = half_up(points[at] / POINTS)
    share = percents(asked.votes.counts)[at]  # as it stands at the bar
    name = named(answer_names(asked)[at])
    if given == share:  # a difference that whole per cent do not show
        return ""
    words = _("Most off: {answer}. You gave it {given} %, the room {share} %.")
    return words.format(answer=name, given=given, share=share)


def learnt(asked: RoomQuestion) -> tuple[str, ...]:
    """What the talk changed, and what was decided in the end."""
    return tuple(line for line in (_talk(asked), *_decided(asked)) if line)


def _talk(asked: RoomQuestion) -> str:
    """What another round changed: the answer that changed most."""
    last = result_of(asked.state, asked.ref)
    if last is None or last.round <= asked.round:
        return _("There was no second round.")
    then, now = asked.votes, spread(last, asked.item)
    if now is None:
        return _("They voted again, but too few answered to tell of it.")
    if now.answers != then.answers:
        return _("They voted again, with other answers to choose from.")
    if now.counts == then.counts:
        return _("They voted again, and it came out the same.")
    apart = [after - before for before, after in zip(then.shares, now.shares, strict=True)]
    at = max(range(len(apart)), key=lambda n: abs(apart[n]))
    before, after = percents(then.counts)[at], percents(now.counts)[at]
    if before == after:
        return _("They voted again, and it came out nearly the same.")
    words = _("After the talk {answer} had {after} %, before it {before} %.")
    return words.format(answer=named(answer_names(asked)[at]), after=after, before=before)


def _decided(asked: RoomQuestion) -> list[str]:
    scenario = asked.ref.partition("/")[0]
    made = [one for one in asked.state.decisions.values() if one.scenario == scenario]
    words = _("Written down in the end: {what}.")
    told = [ended(words.format(what=quoted(one.what))) for one in made[:MOST_DECISIONS]]
    left = len(made) - len(told)
    if left > 0:
        told.append(ngettext("{n} more decision.", "{n} more decisions.", left).format(n=left))
    return told


def left_out_words(pool: Pool) -> tuple[str, ...]:
    """Which sessions nothing is asked of, and why."""
    told = (
        (
            pool.unread,
            ngettext(
                "{n} session is left out: it cannot be read.",
                "{n} sessions are left out: they cannot be read.",
                pool.unread,
            ),
        ),
        (
            pool.unsure,
            ngettext(
                "{n} session is left out: something in it is lost, changed by hand, or newer.",
                "{n} sessions are left out: something in them is lost, changed by hand, or newer.",
                pool.unsure,
            ),
        ),
    )
    lines = [words.format(n=n) for n, words in told if n]
    if pool.older:
        lines.append(_("Older sessions were not looked at."))
    return tuple(lines)


def nothing_words(pool: Pool) -> tuple[str, ...]:
    """Why there is nothing to predict, and how to get something."""
    if pool.predicted:
        why = ngettext(
            "You have predicted the one question that your rooms have answered.",
            "You have predicted all {n} questions that your rooms have answered.",
            pool.predicted,
        ).format(n=pool.predicted)
    else:
        why = _("No room of yours has answered a question yet, with three votes or more.")
    return (
        why,
        _("Run a workshop, or rehearse one with a simulated room: its questions come here."),
    )


def waiting_words(n: int, pool: Pool) -> tuple[str, ...]:
    """How many questions can still be predicted.

    Args:
        n: Of those that were looked at.
        pool: What was looked at.
    """
    if pool.more:
        return (_("More questions wait for you."),) if n else ()
    words = ngettext("{n} more question waits.", "{n} more questions wait.", n)
    return (words.format(n=n),) if n else ()


def average_words(scores: Sequence[int]) -> tuple[str, ...]:
    """How well rooms were predicted so far, and how that went; nothing of fewer than five.

    Args:
        scores: In per cent, the earliest first.
    """
    n = len(scores)
    if n < ENOUGH:
        left = ENOUGH - n
        words = ngettext(
            "{n} more prediction, and there is an average.",
            "{n} more predictions, and there is an average.",
            left,
        )
        return (words.format(n=left),) if n else ()
    average = half_up(sum(scores) / n / 100)
    words = ngettext(
        "In {n} prediction you placed {average} % of the votes right on average.",
        "In {n} predictions you placed {average} % of the votes right on average.",
        n,
    )
    lines = [words.format(n=n, average=average)]
    steps = [scores[at : at + ENOUGH] for at in range(0, n - n % ENOUGH, ENOUGH)]
    if len(steps) > 1:
        shown = [f"{half_up(sum(one) / ENOUGH / 100)} %" for one in steps[-MOST_STEPS:]]
        words = _("Your average over each five, the latest last: {steps}")
        lines.append(words.format(steps=" · ".join(shown)))
    return tuple(lines)
