"""How sure against how right, in words: what somebody learns about their own judgement."""

from __future__ import annotations

from mops_tui.sources.practice.judging.calibration import ENOUGH, Calibration, SaidStep, Telling
from mops_tui.sources.practice.judging.chance import likely_rates
from mops_tui.sources.practice.judging.sights import Learnt
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import half_up, percent_text

HALF = 50
"""In per cent, what is said without knowing anything of two things that may be."""


def about_judgement(telling: Telling) -> str:
    """The one sentence that is said first."""
    if telling.kind == "guesses":
        return ngettext(
            "{n} more new card on which you do not guess, and you learn how well you judge.",
            "{n} more new cards on which you do not guess, and you learn how well you judge.",
            telling.missing,
        ).format(n=telling.missing)
    if telling.step is None:
        return ngettext(
            "{n} more card that you see for the first time, and you learn how well you judge.",
            "{n} more cards that you see for the first time, and you learn how well you judge.",
            telling.missing,
        ).format(n=telling.missing)
    off = abs(telling.step.points)
    match telling.kind:
        case "too-sure" if telling.whole:
            words = ngettext(
                "On the whole you are {n} point too sure.",
                "On the whole you are {n} points too sure.",
                off,
            )
        case "too-sure":
            words = ngettext(
                "You are {n} point too sure when you say {said}.",
                "You are {n} points too sure when you say {said}.",
                off,
            )
        case "too-careful" if telling.whole:
            words = ngettext(
                "On the whole you are {n} point too careful.",
                "On the whole you are {n} points too careful.",
                off,
            )
        case "too-careful":
            words = ngettext(
                "You are {n} point too careful when you say {said}.",
                "You are {n} points too careful when you say {said}.",
                off,
            )
        case "as-right":
            words = _("So far you are about as right as you say.")
        case _ if telling.step.points > 0:
            words = ngettext(
                "So far you look {n} point too sure, but it can be chance: go on.",
                "So far you look {n} points too sure, but it can be chance: go on.",
                off,
            )
        case _:
            words = ngettext(
                "So far you look {n} point too careful, but it can be chance: go on.",
                "So far you look {n} points too careful, but it can be chance: go on.",
                off,
            )
    return words.format(n=off, said=step_name(telling.step))


def grounds(telling: Telling) -> str:
    """The figures that the sentence rests on; "" where there is none."""
    step = telling.step
    if step is None:
        return ""
    if telling.kind == "guesses":
        words = _("Of {n} guesses, {right} were advised: {share}. Dice would get {dice}.")
    elif telling.guesses:
        words = _(
            "Guesses left out, you said {said} on average, and {right} of {n} were advised: "
            "{share}."
        )
    elif telling.whole:
        words = _("You said {said} on average, and {right} of {n} were advised: {share}.")
    else:
        words = _("Of {n} such answers, {right} were advised: {share}.")
    return words.format(
        said=percent_text(step.said),
        right=step.right,
        n=step.n,
        share=percent_text(step.share),
        dice=percent_text(step.expected),
    )


def step_name(step: SaidStep) -> str:
    """What was said in a step: 80 %, or 40 to 45 %."""
    if step.low == step.high:
        return percent_text(step.low)
    return _("{low} to {high} %").format(low=step.low, high=step.high)


def rate_words(step: SaidStep) -> str:
    """How often a step was right, and where its rate may lie; only how many where they are few."""
    if not step.enough:
        return ngettext(
            "{n} answer: too few for a rate", "{n} answers: too few for a rate", step.n
        ).format(n=step.n)
    low, high = likely_rates(step.right, step.n)
    return _("{share} % advised ({low} to {high}), n {n}").format(
        share=step.share, low=half_up(low), high=half_up(high), n=step.n
    )


def brier_words(calibration: Calibration) -> tuple[str, ...]:
    """The Brier score, what it means, and what would be got without knowing anything."""
    share = calibration.whole.share
    words = _("Had you said {share} every time, as often as you were right, it would be {score}.")
    own = words.format(share=percent_text(share), score=f"{calibration.brier_of_share:.2f}")
    half = (_("Had you said 50 % every time, it would be 0.25."),) if share != HALF else ()
    return (
        _("Brier score {score}, n {n}: lower is better, 0 is always sure and right.").format(
            score=f"{calibration.brier:.2f}", n=calibration.n
        ),
        *half,
        own,
    )


def learnt_words(learnt: Learnt) -> tuple[str, ...]:
    """What the repeats came to, in lines; none where no card was answered again."""
    if not learnt.repeats:
        return ()
    counted = ngettext(
        "{n} answer to a card seen before; it is not counted above.",
        "{n} answers to cards seen before; they are not counted above.",
        learnt.repeats,
    ).format(n=learnt.repeats)
    if learnt.cards < ENOUGH:
        return (counted,)
    words = _("{n} cards came back: {first} advised at first sight, {last} the last time.")
    return (words.format(n=learnt.cards, first=learnt.first, last=learnt.last), counted)
