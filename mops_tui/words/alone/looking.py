"""What to look at again after a walk: what one hardly stands by, passed, or answered otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from mops_tui.model.alone.adding_up import UNSURE, AddingUp, changed
from mops_tui.model.alone.walk import Walk
from mops_tui.model.session.ballots import Positions, Ratings
from mops_tui.words.alone.days import said_day
from mops_tui.words.alone.naming import Passage, question_of, sure_words, title_of
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import quoted, titled
from mops_tui.words.safe import safe


def look_first(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    """What one is least sure of: first what somebody can argue, then what somebody knows."""
    for today in (False, True):
        asked = [ref for ref in sums.unsure if question_of(walk, ref).today == today]
        points = tuple(_shortly(walk, ref) for ref in asked)
        if points:
            heading = _("What you can look up") if today else _("Where to look first")
            yield Passage(heading, (_least_words(walk, asked, today=today),), points)
    if not sums.passed:
        return
    if len(sums.passed) == len(walk.refs) > 1:
        words = _("You passed all {n} questions, so there is nothing to add up.")
        yield Passage(_("Left open"), (words.format(n=len(sums.passed)),))
        return
    titles = listed([quoted(question_of(walk, ref).title) for ref in sums.passed])
    words = _("You gave no answer to {titles}.")
    yield Passage(_("Left open"), (words.format(titles=titles),))


def _least_words(walk: Walk, asked: Sequence[str], *, today: bool) -> str:
    """What is said of the answers that somebody is least sure of."""
    sure = [said.confidence for ref in asked if (said := walk.answered(ref)) is not None]
    if today and max(sure) < UNSURE:
        return _("You are hardly sure of this, and it can be looked up:")
    if today:
        return _("Of all your answers you are least sure of this one, and it can be looked up:")
    if max(sure) < UNSURE:
        return ngettext(
            "You hardly stand by this answer. Ask somebody who sees it otherwise for a reason:",
            "You hardly stand by these answers. Ask somebody who sees them otherwise for a reason:",
            len(asked),
        )
    return _("Of all your answers you stand least firmly by this one:")


def _shortly(walk: Walk, ref: str) -> str:
    """The same without the answer where that is a list of its own."""
    said = walk.answered(ref)
    if said is None or not isinstance(said.ballot, Ratings | Positions):
        return _and_sure(walk, ref, 60)
    sure = sure_words(said, today=question_of(walk, ref).today)
    return _("{title} ({sure})").format(title=title_of(walk, ref), sure=sure)


def _and_sure(walk: Walk, ref: str, width: int | None = None) -> str:
    """An answer behind its question, and how sure it was; "" where there is none."""
    said = walk.answered(ref)
    if said is None:
        return ""
    sure = sure_words(said, today=question_of(walk, ref).today)
    answer = safe(said.words, width) if width else safe(said.words)
    return titled(title_of(walk, ref), _("{answer} ({sure})").format(answer=answer, sure=sure))


def since(walk: Walk, before: tuple[datetime, Walk] | None) -> Iterator[Passage]:
    """What has another answer than in the walk before, where there is one."""
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


def all_answers(walk: Walk) -> Iterator[Passage]:
    """All answers, each with how firmly one stands by it, or how sure one is of it."""
    points = tuple(_and_sure(walk, ref) for ref in walk.refs if walk.answered(ref) is not None)
    if points:
        yield Passage(_("All your answers"), (), points)
