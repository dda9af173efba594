"""What belongs beside the findings: who voted, each item, each axis, each split, in sentences.

The findings themselves are in `findings.py`.
"""

from __future__ import annotations

from mops_tui.model.packs.pack import Grid
from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.enough import reaches_quorum, round_shortfall
from mops_tui.model.results.results import AxisResult, ItemResult, Result
from mops_tui.model.results.stands import most, stand
from mops_tui.model.results.verdicts import of_scale
from mops_tui.model.session.header import Policy
from mops_tui.model.session.state import Round, SessionState
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.agreeing import how_far, scales_of
from mops_tui.words.results.figures import filled, in_words, threshold
from mops_tui.words.results.labels import axis_name, place_words
from mops_tui.words.results.quoting import ended
from mops_tui.words.results.standing.corners import split_axes
from mops_tui.words.results.standing.scales import item_name, most_words, split_words, stand_words
from mops_tui.words.results.standing.too_few import few_words, too_few
from mops_tui.words.results.standing.withheld import answered_words

_MOST_FEWEST = 2
"""So many items that fewest answered are named; more are counted."""


def item_verdict(
    item: ItemResult, question: QuestionBase, policy: Policy, *, thin: str = ""
) -> str:
    """What one item, pair or wave says: where the room stands, and how far it agrees.

    Args:
        item: The item.
        question: Its question.
        policy: The thresholds.
        thin: That its round cannot speak for the room (`too_few`): then neither can it.
    """
    code = of_scale(item, item.distribution.n, policy, item.item).code
    if code == "none":
        return _("Nobody has answered.")
    if code == "few":
        return few_words(item.distribution.n)
    if thin:
        return thin
    kind = str(getattr(question, "kind", ""))
    found = stand(item, kind)
    if found is not None:
        stands = stand_words(found, kind, question, alone=True)
    elif item.split is not None:
        return split_words(item, item.split, question, alone=True)
    else:
        stands = most_words(most(item, kind), kind, question, alone=True)
    return f"{stands} {judged(how_far(item, policy), policy)}".rstrip()


def splits(result: Result, question: QuestionBase, workshop: Workshop) -> tuple[str, ...]:
    """A sentence for each item or axis on which the room is split, the camps by name.

    None where too few answered to speak for the room.
    """
    lines: list[str] = []
    if too_few(result):
        return ()
    for scale in scales_of(result):
        if isinstance(scale, AxisResult) and scale.split is not None:
            lines.append(split_axes([scale], question, workshop))
        elif isinstance(scale, ItemResult) and scale.split is not None:
            alone = len(result.items) == 1
            lines.append(split_words(scale, scale.split, question, alone=alone))
    return tuple(lines)


def quorum(result: Result, policy: Policy) -> str:
    """How many voted, and whether that is enough."""
    voted = result.ballots + result.called
    if result.outside:
        return answered_words(result)
    if result.quorum is None:
        return filled(
            ngettext(
                "One vote; nobody counted how many are present.",
                "{voted} votes; nobody counted how many are present.",
                voted,
            ),
            voted=voted,
        )
    if result.quorum >= 1 and voted == 2:
        return _("Both voted.")
    if result.quorum >= 1:
        return filled(ngettext("The one present voted.", "All {voted} voted.", voted), voted=voted)
    if result.quorate:
        sentence = _("{voted} of {present} voted, enough for the quorum of {quorum} %.")
    else:
        sentence = _("{voted} of {present} voted, under the quorum of {quorum} %.")
    line = filled(sentence, voted=voted, present=result.present, quorum=threshold(policy.quorum))
    return judged(line, policy)


def passed(result: Result) -> str:
    """How many of those who voted gave no answer; "" where none."""
    if not result.passes:
        return ""
    return filled(ngettext("One passed.", "{n} passed.", result.passes), n=result.passes)


def turnout(result: Result, question: QuestionBase, policy: Policy) -> str:
    """Who voted, in the sentences that stand below the findings.

    Under the quorum the only finding says how many voted, so they are not told twice.
    """
    told = result.kind != "text" and round_shortfall(result) == "quorum"
    voted = "" if told else quorum(result, policy)
    return " ".join(filter(None, (voted, passed(result), fewest(result, question))))


def corrected(state: SessionState, result: Result) -> str:
    """That called-out votes of a round were corrected once the room had seen them; "" if not."""
    round_ = state.rounds[result.ref][result.round - 1] if result.ref in state.rounds else None
    if not isinstance(round_, Round) or not round_.tally.corrected:
        return ""
    return _("The called-out votes were corrected after the reveal.")


def fewest(result: Result, question: QuestionBase) -> str:
    """Which of several items fewer people answered than the others; "" where none."""
    counts = [item.distribution.n for item in result.items if not result.outside]
    n = min(counts, default=0)
    if n == max(counts, default=0):
        return ""
    names = [item_name(question, i.item) for i in result.items if i.distribution.n == n]
    few = len(names) <= _MOST_FEWEST
    fields = {"one": names[0], "other": names[-1], "n": n, "number": in_words(len(names))}
    if not n:
        words = _("Nobody voted on {one}.")
        if len(names) > 1:  # a pair has an "or" of its own
            words = _("Nobody voted on {one}, nor on {other}.")
        words = words if few else _("Nobody voted on {number} of them.")
    elif len(names) == 1:
        words = ngettext("Fewest on {one}: one vote.", "Fewest on {one}: {n} votes.", n)
    elif few:
        words = ngettext(
            "Fewest on {one} and on {other}: one vote each.",
            "Fewest on {one} and on {other}: {n} votes each.",
            n,
        )
    else:
        words = ngettext(
            "Fewest on {number} of them: one vote each.",
            "Fewest on {number} of them: {n} votes each.",
            n,
        )
    return ended(filled(words, **fields))


def axis(result: AxisResult, grid: Grid, policy: Policy, present: int = 0) -> str:
    """One axis of a grid in one line: where the room stands on it, and how far it agrees.

    Args:
        result: The axis.
        grid: Its grid.
        policy: The thresholds.
        present: How many were present, where that is known: marks of too few of them say
            nothing of the room.
    """
    name = axis_name(grid, result.axis)
    if not result.n:
        return filled(_("{axis}: no marks"), axis=name)
    if result.median is None:
        words = ngettext(
            "{axis}: one mark, too few to say where we stand",
            "{axis}: {n} marks, too few to say where we stand",
            result.n,
        )
        return filled(words, axis=name, n=result.n)
    if not reaches_quorum(result.n, present, policy.quorum):
        words = _("{axis}: {n} of {present} have a mark, too few to say where we stand")
        return filled(words, axis=name, n=result.n, present=present)
    if result.split is not None:
        return filled(_("{axis}: we are split"), axis=name)
    place = place_words(grid, result.axis, result.median)
    lines = {
        "agreed": _("{axis}: we agree, and stand {place}"),
        "some-agreement": _("{axis}: we agree in part, and stand {place}"),
        "low-agreement": _("{axis}: we hardly agree; the marks are spread widely"),
        "polarised": _("{axis}: we are far apart"),
    }
    code = of_scale(result, result.n, policy).code
    line = lines[code]
    if result.both_sides and code == "low-agreement":
        line = _("{axis}: we stand on both sides")
    line = filled(line, axis=name, place=place)
    return judged(line, policy)
