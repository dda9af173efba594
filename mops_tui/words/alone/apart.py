"""What of somebody's own answers does not go together: said plainly, before all else."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.alone.adding_up import AddingUp, WhatHolds
from mops_tui.model.alone.clashes import Clash
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.questions import RateQuestion
from mops_tui.words.alone.naming import Passage, answer_of, question_of, sure_words
from mops_tui.words.i18n import _
from mops_tui.words.results.quoting import quoted


def apart_passage(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    """What does not go together, one by one; where needs and choice differ, their passage says it.

    A first step that keeps things as they are is no contradiction of a wish for later, and a
    condition that does not hold yet is none of a choice: each point says what follows from it.
    """
    points = [
        *(clash_words(walk, one) for one in sums.clashes),
        *(_not_true(walk, one) for one in sums.conditions if not (one.holds or one.today)),
    ]
    if points:
        yield Passage(_("What does not go together yet"), (), tuple(points))


def clash_words(walk: Walk, clash: Clash) -> str:
    """One clash: what was chosen, and what the other answer does to how things are today."""
    fields = {
        "wanted": quoted(question_of(walk, clash.wanted).title),
        "choice": answer_of(walk, clash.wanted, clash.choice),
        "now": answer_of(walk, clash.today, clash.now) if clash.now else "",
        "today": quoted(question_of(walk, clash.today).title),
        "other": quoted(question_of(walk, clash.other).title),
        "step": answer_of(walk, clash.other, clash.step),
    }
    if not clash.keeps:
        words = _(
            "In {wanted} you chose {choice}, and that is your answer to {today}, too. In {other} "
            "you said {step}, and that would change it."
        )
    elif clash.now:
        words = _(
            "In {wanted} you chose {choice}. In {other} you said {step}, and that leaves {today} "
            "as it is: {now}. Both hold only if {choice} is for later."
        )
    else:
        words = _(
            "In {wanted} you chose {choice}. In {other} you said {step}, and that leaves {today} "
            "as it is. You did not say what it is: if it is not {choice}, both hold only if "
            "{choice} is for later."
        )
    return words.format(**fields)


def _not_true(walk: Walk, one: WhatHolds) -> str:
    question, said = question_of(walk, one.question), walk.answered(one.because)
    level = question.scale[-1].label if isinstance(question, RateQuestion) else ""
    words = _("In {wanted} you chose {answer} ({sure}). Of what it needs you call nothing {level}.")
    return words.format(
        wanted=quoted(question_of(walk, one.because).title),
        answer=answer_of(walk, one.because, one.answer),
        sure=sure_words(said, today=question_of(walk, one.because).today) if said else "",
        level=quoted(level),
    )
