"""How sure against how right, in words: what somebody learns about their own judgement."""

from __future__ import annotations

from mops_tui.sources.practice.judging.calibration import Calibration
from mops_tui.sources.practice.judging.chance import likely_rates
from mops_tui.sources.practice.judging.said import ENOUGH, SaidStep
from mops_tui.sources.practice.judging.sights import Learnt
from mops_tui.sources.practice.judging.strengths import Strength
from mops_tui.sources.practice.judging.telling import Telling
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.figures import half_up, percent_text

HALF = 50
"""In per cent, what is said without knowing anything of two things that may be."""
MOST_DECIMALS = 4
ENOUGH_TO_PART = 20
"""From so many answers on, it is said where they were right and where they were missed."""
LEAST_PART = 4
"""So many answers, or more, have a count that is told beside others."""
_NO_POINTS = ("guesses", "as-right")
"""Kinds of sentence that tell no difference in points, so that none has to be seen below them."""


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
        case "looks-sure" if telling.whole:
            words = ngettext(
                "It looks as if you are too sure on the whole, by {n} point.",
                "It looks as if you are too sure on the whole, by {n} points.",
                off,
            )
        case "looks-sure":
            words = ngettext(
                "It looks as if you are too sure when you say {said}, by {n} point.",
                "It looks as if you are too sure when you say {said}, by {n} points.",
                off,
            )
        case "looks-careful" if telling.whole:
            words = ngettext(
                "It looks as if you are too careful on the whole, by {n} point.",
                "It looks as if you are too careful on the whole, by {n} points.",
                off,
            )
        case "looks-careful":
            words = ngettext(
                "It looks as if you are too careful when you say {said}, by {n} point.",
                "It looks as if you are too careful when you say {said}, by {n} points.",
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
    elif telling.guesses and telling.whole:
        words = _(
            "Guesses left out, you said {said} on average, and {right} of {n} were advised: "
            "{share}."
        )
    elif telling.whole or step.low != step.high:
        words = _("You said {said} on average, and {right} of {n} were advised: {share}.")
    else:
        words = _("Of {n} such answers, {right} were advised: {share}.")
    said, share = beside(step) if telling.kind not in _NO_POINTS else whole_percents(step)
    return words.format(
        said=said, right=step.right, n=step.n, share=share, dice=percent_text(step.expected)
    )


def judgement_words(telling: Telling) -> tuple[str, ...]:
    """What is said of somebody's judgement, in lines: the sentence, its figures, how far off."""
    lines = (about_judgement(telling), grounds(telling), reach_words(telling))
    return tuple(line for line in lines if line)


def beside(step: SaidStep) -> tuple[str, str]:
    """What was said on average and how much was advised, so that their difference is as told.

    Whole per cent where those are as far apart as the points that stand above them, or else as
    many decimals as it takes: 65.5 and 86.4 are 21 points apart, and read so, since 66 and 86 would
    be 20.
    """
    total, points = sum(sight.said for sight in step.sights), abs(step.points)
    for decimals in range(MOST_DECIMALS):
        said = round_half_up(total, step.n, decimals)
        share = round_half_up(100 * step.right, step.n, decimals)
        unit = 10**decimals
        if (2 * abs(said - share) + unit) // (2 * unit) == points:
            break
    return _decimal(said, decimals), _decimal(share, decimals)


def whole_percents(step: SaidStep) -> tuple[str, str]:
    """The same in whole per cent, where no difference of theirs is told."""
    total = sum(sight.said for sight in step.sights)
    share = round_half_up(100 * step.right, step.n, 0)
    return percent_text(round_half_up(total, step.n, 0)), percent_text(share)


def round_half_up(part: int, whole: int, decimals: int) -> int:
    """A quotient in units of so many decimals; a half goes up."""
    unit = int(10**decimals)
    return (2 * part * unit + whole) // (2 * whole)


def _decimal(units: int, decimals: int) -> str:
    return _("{n} %").format(n=f"{units / 10**decimals:.{decimals}f}")


def reach_words(telling: Telling) -> str:
    """How far a fault may be from what is told of it, or that it is not sure yet; else ""."""
    kind, step = telling.kind, telling.step
    if step is None or kind in ("guesses", "as-right", "unclear"):
        return ""
    if kind in ("looks-sure", "looks-careful"):
        return _("More cards will tell.")
    low, high = likely_rates(step.right, step.n)
    said = sum(sight.said for sight in step.sights) / step.n
    ends = sorted(
        abs(one) if (one > 0) == (step.points > 0) else 0.0
        for one in (said - 100 * low, said - 100 * high)
    )
    least, most = (half_up(one / 100) for one in ends)
    if not least:
        words = _("With {n} answers, it may be anything up to {most} points.")
        return words.format(n=step.n, most=most)
    words = _("With {n} answers, it is {least} to {most} points, nineteen times in twenty.")
    return words.format(n=step.n, least=least, most=most)


def surer_words(calibration: Calibration) -> str:
    """Whether more was advised where more was said, in counts; "" where they are few."""
    surer, less = calibration.halves
    if calibration.n < ENOUGH_TO_PART or surer.n < ENOUGH or less.n < LEAST_PART:
        return ""
    words = _(
        "Of answers at {low} or more, {right} of {n} were advised; below that, {others} of {m}."
    )
    return words.format(
        low=percent_text(surer.low), right=surer.right, n=surer.n, others=less.right, m=less.n
    )


def missed_words(missed: tuple[Strength, Strength] | None, name: str) -> str:
    """Where most was missed, in counts; "" where nothing stands out.

    Args:
        missed: Answers of the practice that stands out, and all others.
        name: What it is called.
    """
    if missed is None or sum(one.n for one in missed) < ENOUGH_TO_PART:
        return ""
    there, elsewhere = missed
    words = _("You missed {missed} of {n} cards about {name}, and {others} of {m} others.")
    return words.format(
        name=name,
        missed=there.n - there.right,
        n=there.n,
        others=elsewhere.n - elsewhere.right,
        m=elsewhere.n,
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


def anew_words(n: int) -> str:
    """How many first sights count for nothing, because they were taken back; "" without any."""
    if not n:
        return ""
    return ngettext(
        "{n} card is not counted: its first answer was taken back once it was explained.",
        "{n} cards are not counted: their first answers were taken back once they were explained.",
        n,
    ).format(n=n)


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
