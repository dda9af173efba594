"""What a reader of a decision has to know of its votes: that they do not carry it, or came later.

A room may decide otherwise than it voted. Whoever was not there has to see that it did.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.results import Result
from mops_tui.model.results.tallies import result
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.state import DecisionEvent
from mops_tui.words.closing_kit.naming import titles_listed
from mops_tui.words.files.condition import judged
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.course.naming import named_in
from mops_tui.words.results.course.resting import behind, lack_of, lacks
from mops_tui.words.results.figures import filled, listed, threshold
from mops_tui.words.results.findings import bearing
from mops_tui.words.results.labels import category_label
from mops_tui.words.results.quoting import named, titled
from mops_tui.words.results.standing.leading import counted, leading
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.safe import safe

_MOST_TOLD = 2
"""So many votes are told of beside a decision that may rest on any of them."""
_ONE_ANSWER = ("choice", "hands", "rank")
"""Kinds of questions of which each person has one answer, or a first one."""
_STAYS = re.compile(
    r"\b(?:stay(?:s|ed)?|remains?|unchanged|status quo|bleib(?:t|en)|wie bisher|"
    r"(?:where|as) (?:it|we|they|things) (?:is|are))\b",
    re.IGNORECASE,
)
"""That something is to stay as it is; English and German."""
_QUOTED = re.compile(r'[“„«"][^“”„«»"]+[”“»"]')
Voted = tuple[QuestionBase, Result]
"""A question and its last revealed round."""


def departure(state: VisibleState, decision: DecisionEvent) -> str:
    """What the votes behind a decision lack, or say otherwise; "" where they carry it.

    Args:
        state: What may be seen.
        decision: The decision.
    """
    scenario = state.workshop.scenario(decision.scenario)
    if scenario is None:
        return ""
    voted = _voted(state, decision.scenario)
    if not voted:
        return _("nobody voted on it") if scenario.questions else ""
    today = _today(state, decision, voted)
    found = behind(state, decision)
    if found is not None and len(found[2]) == 1 and not today:
        later = _later(state, decision, [(found[0], found[1])])
        return "; ".join((*_lacking(state, decision, *found), *later))
    bears = bearing(state, decision.scenario)
    candidates = [one for one in voted if one[1].ref in bears]
    if found is not None:
        candidates = [(found[0], found[1])]
    told = _told(state, decision, candidates)
    later = _later(state, decision, candidates)
    return " ".join(filter(None, (*told, *map(_as_sentence, later), today)))


def _lacking(
    state: VisibleState,
    decision: DecisionEvent,
    question: QuestionBase,
    shown: Result,
    chosen: Sequence[str],
) -> tuple[str, ...]:
    """What the one vote lacked, with vote and answer by name where another answer won."""
    led = _led(state, question, shown) if shown.kind in _ONE_ANSWER else None
    if led is None or round_shortfall(shown):
        return lacks(state, decision)
    beaten = _beaten(state, question, shown, led, chosen)
    return (beaten,) if beaten else lacks(state, decision)


def _beaten(
    state: VisibleState,
    question: QuestionBase,
    shown: Result,
    led: _Led,
    chosen: Collection[str],
) -> str:
    """That another answer won than the one that was chosen; "" where it did not."""
    counts = dict(zip(*counted(shown), strict=True))
    if len(chosen) != 1 or not led.first or not set(chosen) <= set(counts) - led.first:
        return ""
    (answer,) = chosen
    first = [one for one in counts if one in led.first]
    words = ngettext(
        "{count} of {n} for {answer}, fewer than the {most} for {leader}",
        "{count} of {n} for {answer}, fewer than the {most} each for {leader}",
        len(first),
    )
    told = filled(
        words,
        count=counts[answer],
        n=sum(counts.values()) + shown.on_axes,
        most=max(counts.values()),
        answer=named(category_label(question, answer, state.workshop)),
        leader=listed([named(category_label(question, one, state.workshop)) for one in first]),
    )
    return titled(safe(question.title), told)


def _today(state: VisibleState, decision: DecisionEvent, voted: Sequence[Voted]) -> str:
    """Where things are that stay where they are: what the room said of today, where it did."""
    if not _STAYS.search(safe(decision.what)):
        return ""
    for question, shown in voted:
        if question.today and shown.kind in _ONE_ANSWER and not (shown.withheld or too_few(shown)):
            if _answers_named(state, decision, question):
                return ""
            return titled(question.title, standing(shown, question, state.workshop))
    return ""


def _voted(state: VisibleState, scenario_id: str) -> list[Voted]:
    """The last revealed rounds of a scenario's questions, those for ideas left out."""
    scenario = state.workshop.scenario(scenario_id)
    found: list[Voted] = []
    for ref in refs(scenario) if scenario is not None else ():
        question, shown = state.question(ref), result(state, ref)
        if question is not None and shown is not None and shown.kind != "text":
            found.append((question, shown))
    return found


def _is_named(state: VisibleState, decision: DecisionEvent, question: QuestionBase) -> bool:
    """Whether a decision names a question, or an answer of it.

    A reason names an answer in quotation marks alone: "No other vote was clearer" does not name
    the answer “No”.
    """
    why = safe(decision.why)
    quoted_there = " ".join(found[0] for found in _QUOTED.finditer(why))
    told = question.title if question.title.casefold() in why.casefold() else ""
    text = "\n".join((decision.what, quoted_there, told))
    return bool(named_in(text, [question], state.workshop.grids))


def _answers_named(
    state: VisibleState, decision: DecisionEvent, question: QuestionBase
) -> frozenset[str]:
    """The answers of a question that the words of a decision name."""
    places = named_in(decision.what, [question], state.workshop.grids)
    return frozenset(part for place in places for _of, part in place.answers)


def _told(
    state: VisibleState, decision: DecisionEvent, candidates: Sequence[Voted]
) -> Iterator[str]:
    """What leads in the votes that a decision may rest on, and that it is short of what was set.

    Of votes that it names those alone are told of that have no clear majority, or one for an answer
    that it does not name. Which answer the decision takes is not said: of several votes nobody can
    be sure of that.
    """
    told: list[_Led] = []
    meant = [one for one in candidates if _is_named(state, decision, one[0])]
    for question, shown in meant or candidates:
        led = _led(state, question, shown) if shown.kind in _ONE_ANSWER else None
        if led is None:
            continue
        answers = _answers_named(state, decision, question)
        beaten = _beaten(state, question, shown, led, answers)
        if beaten:
            led = replace(led, words=beaten, falls_short=False)
        if not meant or led.falls_short or (answers and not answers & led.first):
            told.append(led)
    told = told[:_MOST_TOLD]
    if not told:
        return
    every = _voted(state, decision.scenario)
    if not any(_is_named(state, decision, question) for question, _shown in every):
        yield _("It was not voted on in these words.")
    said = "; ".join(one.words for one in told)
    limit = threshold(state.policy.majority)
    if all(one.falls_short and one.first for one in told):
        words = ngettext(
            "{said}, short of the {limit} % set for a decision.",
            "{said}: both short of the {limit} % set for a decision.",
            len(told),
        )
        yield judged(filled(words, said=said, limit=limit), state.policy)
    else:
        yield filled(_("{said}."), said=said)


@dataclass(frozen=True)
class _Led:
    """What leads in a vote.

    Attributes:
        words: That, behind the title of its question.
        falls_short: It is no clear majority, or too few answered.
        first: The answers that lead; none where too few answered.
    """

    words: str
    falls_short: bool
    first: frozenset[str]


def _led(state: VisibleState, question: QuestionBase, shown: Result) -> _Led | None:
    title = safe(question.title)
    if shown.withheld:
        return None
    if too_few(shown):
        return _Led(titled(title, lack_of(state, shown, question, ())), True, frozenset())
    categories, counts = counted(shown)
    first, total = leading(shown), sum(counts) + shown.on_axes
    if not first or not total or len(categories) < len(first):
        return None
    names = listed([named(category_label(question, one, state.workshop)) for one in first])
    words = ngettext(
        "{names} leads with {count} of {n}", "{names} tie with {count} of {n} each", len(first)
    )
    if max(counts) == total and shown.kind != "rank":
        words = ngettext("one chose {names}", "all {n} chose {names}", total)
    told = filled(words, names=names, count=max(counts), n=total)
    short = max(counts) / total < state.policy.majority
    return _Led(titled(title, told), short, frozenset(first))


def _later(state: VisibleState, decision: DecisionEvent, votes: Sequence[Voted]) -> list[str]:
    """That the room voted after it had decided, in words that no sentence begins."""
    again: list[QuestionBase] = []
    only: list[QuestionBase] = []
    for question, shown in votes:
        times = [one.revealed_t for one in state.rounds.get(shown.ref, ())]
        known = [t for t in times if t is not None]
        if known and max(known) > decision.t:
            (again if min(known) <= decision.t else only).append(question)
    told = []
    if again:
        words = _("after this was decided, the room voted again on {titles}")
        told.append(filled(words, titles=titles_listed(again, _MOST_TOLD)))
    if only:
        words = _("the room voted on {titles} only after this was decided")
        told.append(filled(words, titles=titles_listed(only, _MOST_TOLD)))
    return told


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
