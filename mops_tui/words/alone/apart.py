"""Where somebody's own answers contradict each other: said plainly, before all else."""

from __future__ import annotations

from collections.abc import Iterator

from mops_tui.model.alone.adding_up import AddingUp, WhatHolds
from mops_tui.model.alone.clashes import Clash
from mops_tui.model.alone.walk import Walk
from mops_tui.model.packs.questions import RateQuestion
from mops_tui.words.alone.naming import Passage, answer_of, question_of, sure_words
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.quoting import quoted


def apart_passage(walk: Walk, sums: AddingUp) -> Iterator[Passage]:
    """All contradictions, one by one; where needs and choice differ, their own passage says it."""
    points = [
        *(clash_words(walk, one) for one in sums.clashes),
        *(_not_true(walk, one) for one in sums.conditions if not (one.holds or one.today)),
    ]
    if points:
        line = ngettext(
            "Two of your answers do not go together:",
            "Some of your answers do not go together:",
            len(points),
        )
        yield Passage(_("Where your answers contradict each other"), (line,), tuple(points))


def clash_words(walk: Walk, clash: Clash) -> str:
    """One clash: what was chosen, and what the other answer does to how things are today."""
    fields = {
        "choice": answer_of(walk, clash.wanted, clash.choice),
        "now": answer_of(walk, clash.today, clash.now) if clash.now else "",
        "today": quoted(question_of(walk, clash.today).title),
        "other": quoted(question_of(walk, clash.other).title),
        "step": answer_of(walk, clash.other, clash.step),
    }
    if not clash.keeps:
        words = _(
            "You chose {choice}, and that is your answer to {today}, too; in {other} you said "
            "{step}, and that would change it."
        )
    elif clash.now:
        words = _(
            "You chose {choice}; in {other} you said {step}, and that leaves {today} as it is: "
            "{now}."
        )
    else:
        words = _(
            "You chose {choice}; in {other} you said {step}, and that leaves {today} as it is. "
            "You did not say what it is."
        )
    return words.format(**fields)


def _not_true(walk: Walk, one: WhatHolds) -> str:
    question, said = question_of(walk, one.question), walk.answered(one.because)
    level = question.scale[-1].label if isinstance(question, RateQuestion) else ""
    words = _("You chose {answer} ({sure}); of what it needs you call nothing {level}.")
    return words.format(
        answer=answer_of(walk, one.because, one.answer),
        sure=sure_words(said, today=question_of(walk, one.because).today) if said else "",
        level=quoted(level),
    )
