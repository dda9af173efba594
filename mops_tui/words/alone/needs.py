"""Where somebody's needs point, beside what they chose: both sides of each, and how near it is."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.alone.adding_up import AddingUp
from mops_tui.model.alone.pull import HIGH, Pull, Side, TermHeld
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.answers import Option
from mops_tui.model.packs.questions import items_of, options_of
from mops_tui.words.alone.naming import (
    Passage,
    answer_of,
    level_of,
    needs_of,
    question_of,
)
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import listed
from mops_tui.words.results.quoting import ended, quoted
from mops_tui.words.safe import safe

MOST_COSTS = 3
"""The most of what an answer costs that is told where no need speaks against it."""


def needs_passage(walk: Walk, pull: Pull, sums: AddingUp) -> Passage:
    """Where the needs point, what was chosen, what speaks for and against each, and the terms."""
    lines = [_points_to(walk, pull), *_nearness(walk, pull)]
    for side in pull.sides:
        lines += _both_sides(walk, pull, side)
    if pull.unheard:
        words = ngettext(
            "You also need {needs}. Of this the scenario says nothing for or against {answers}.",
            "You also need {needs}. Of these the scenario says nothing for or against {answers}.",
            len(pull.unheard),
        )
        told = listed([answer_of(walk, pull.question, side.answer) for side in pull.sides])
        lines.append(words.format(needs=needs_of(walk, pull.needs, pull.unheard), answers=told))
    points = tuple(_term(walk, pull, one) for one in _terms_to_tell(pull, sums))
    if points:
        words = _("The scenario says that {answer} works under these terms:")
        if len(points) < len(pull.terms):
            words = ngettext(
                "Of the terms under which {answer} works, one is not borne out by your needs:",
                "Of the terms under which {answer} works, {n} are not borne out by your needs:",
                len(points),
            )
        answer = answer_of(walk, pull.question, pull.chosen)
        lines.append(words.format(answer=answer, n=len(points)))
    heading = _("Your needs and your choice")
    if not pull.chosen:
        heading = _("Where your needs point")
    if pull.differs:
        heading = _("Your needs point one way, your choice another")
    return Passage(heading, tuple(lines), points)


def equal_passage(walk: Walk, ref: str) -> Passage:
    """That all needs were rated alike, and so point nowhere."""
    question = question_of(walk, ref)
    items = [item.id for item in items_of(question) if level_of(walk, ref, item.id)]
    words = _(
        "In {needs} you called all {n} {level}. Where all is needed alike, nothing points to one "
        "answer more than to another."
    )
    if len(items) < len(items_of(question)):
        words = _(
            "In {needs} you called all {n} that you rated {level}. Where all is needed alike, "
            "nothing points to one answer more than to another."
        )
    level = quoted(level_of(walk, ref, items[0]))
    line = words.format(needs=quoted(question.title), n=len(items), level=level)
    return Passage(_("Your needs"), (line,))


def _points_to(walk: Walk, pull: Pull) -> str:
    toward = [answer_of(walk, pull.question, one) for one in pull.toward]
    needs = quoted(question_of(walk, pull.needs).title)
    words = _("{needs}, as you rated it, points to {answers}.")
    if pull.agrees and len(toward) == 1:
        words = _("{needs}, as you rated it, points to {answers}, and that is what you chose.")
        return words.format(needs=needs, answers=listed(toward))
    if not toward:
        words = _("{needs}, as you rated it, points to none of the answers.")
    elif len(toward) > 1:
        words = _("{needs}, as you rated it, points to {answers} alike.")
    points = words.format(needs=needs, answers=listed(toward))
    if not pull.chosen:
        asked = quoted(question_of(walk, pull.question).title)
        return _("{points} You gave no answer to {asked}.").format(points=points, asked=asked)
    chosen = answer_of(walk, pull.question, pull.chosen)
    return _("{points} You chose {chosen}.").format(points=points, chosen=chosen)


def _nearness(walk: Walk, pull: Pull) -> Iterator[str]:
    """Whether little would change where the needs point, and what comes next."""
    if pull.near:
        yield _("It is close: a single need, rated a step higher or lower, can change that.")
    elif pull.toward:
        yield _("It is not close: no single need, rated a step higher or lower, changes that.")
    if pull.second:
        words = ngettext("Next comes {answers}.", "Next come {answers}.", len(pull.second))
        yield words.format(answers=listed([answer_of(walk, pull.question, o) for o in pull.second]))


def _both_sides(walk: Walk, pull: Pull, side: Side) -> Iterator[str]:
    answer = answer_of(walk, pull.question, side.answer)
    option = _option(walk, pull, side.answer)
    high = [one for one in side.speaks_for if one.height >= HIGH]
    if high:
        words, reasons = _("For {answer}: {reasons}."), needs_of(walk, pull.needs, high)
        yield ended(words.format(answer=answer, reasons=reasons))
    elif side.speaks_for:
        words = _("What speaks for {answer}, you need little: {reasons}.")
        reasons = needs_of(walk, pull.needs, side.speaks_for)
        yield ended(words.format(answer=answer, reasons=reasons))
    else:
        yield _("For {answer} none of your needs speaks.").format(answer=answer)
    high = [one for one in side.against if one.height >= HIGH]
    costs = [quoted(one.text) for one in option.gotchas[:MOST_COSTS]] if option else []
    if high:
        words, reasons = _("Against {answer}: {reasons}."), needs_of(walk, pull.needs, high)
        yield ended(words.format(answer=answer, reasons=reasons))
    elif side.against:
        words = _("What speaks against {answer}, you need little: {reasons}.")
        reasons = needs_of(walk, pull.needs, side.against)
        yield ended(words.format(answer=answer, reasons=reasons))
    elif costs:
        words = _("Against {answer} none of your needs speaks. The scenario says: {costs}.")
        yield ended(words.format(answer=answer, costs=listed(costs)))


def _option(walk: Walk, pull: Pull, answer: str) -> Option | None:
    options = options_of(question_of(walk, pull.question))
    return next((one for one in options if one.id == answer), None)


def _terms_to_tell(pull: Pull, sums: AddingUp) -> list[TermHeld]:
    """All terms; where they were rated one by one, those that needs do not bear out."""
    rated = any(
        (one.because, one.answer) == (pull.question, pull.chosen) for one in sums.conditions
    )
    return [one for one in pull.terms if one.denied or not rated]


def _term(walk: Walk, pull: Pull, term: TermHeld) -> str:
    text = safe(term.text)
    if not term.denied:
        return text
    words = _("{term} Your own ratings speak against it: {needs}.")
    return ended(words.format(term=text, needs=needs_of(walk, pull.needs, term.denied)))
