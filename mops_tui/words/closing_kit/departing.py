"""What a reader of a decision has to know of its votes: that they do not carry it, or came later.

A room may decide otherwise than it voted. Whoever was not there has to see that it did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mops_tui.model.packs.questions import QuestionBase
from mops_tui.model.packs.workshop import refs
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
from mops_tui.words.results.standing.too_few import too_few
from mops_tui.words.safe import safe

_MOST_TOLD = 2
"""So many votes are told of beside a decision that may rest on any of them."""
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
    found = behind(state, decision)
    if found is not None:
        later = _later(state, decision, [(found[0], found[1])])
        return "; ".join((*lacks(state, decision), *later))
    bears = bearing(state, decision.scenario)
    candidates = [one for one in voted if one[1].ref in bears]
    told = _told(state, decision, candidates)
    later = _later(state, decision, candidates)
    return " ".join((*told, *map(_as_sentence, later)))


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


def _told(
    state: VisibleState, decision: DecisionEvent, candidates: Sequence[Voted]
) -> Iterator[str]:
    """What leads in the votes that a decision may rest on, and that it is short of what was set.

    Of votes that it names those alone are told of that have no clear majority. Which answer the
    decision takes is not said: of several votes nobody can be sure of that.
    """
    told: list[tuple[str, bool]] = []
    meant = [one for one in candidates if _is_named(state, decision, one[0])]
    for question, shown in meant or candidates:
        led = _led(state, question, shown) if shown.kind in ("choice", "hands", "rank") else None
        if led is not None and (led[1] or not meant):
            told.append(led)
    told = told[:_MOST_TOLD]
    if not told:
        return
    every = _voted(state, decision.scenario)
    if not any(_is_named(state, decision, question) for question, _shown in every):
        yield _("It was not voted on in these words.")
    said = "; ".join(words for words, _short in told)
    limit = threshold(state.policy.majority)
    if all(short for _words, short in told):
        words = ngettext(
            "{said}, short of the {limit} % set for a decision.",
            "{said}: both short of the {limit} % set for a decision.",
            len(told),
        )
        yield judged(filled(words, said=said, limit=limit), state.policy)
    else:
        yield filled(_("{said}."), said=said)


def _led(state: VisibleState, question: QuestionBase, shown: Result) -> tuple[str, bool] | None:
    """What leads in a vote, behind the title of its question, and whether that is too little."""
    title = safe(question.title)
    if shown.withheld:
        return None
    if too_few(shown):
        return titled(title, lack_of(state, shown, question, ())), False
    categories, counts = counted(shown)
    first, total = leading(shown), sum(counts) + shown.on_axes
    if not first or not total or len(categories) < len(first):
        return None
    names = listed([named(category_label(question, one, state.workshop)) for one in first])
    words = ngettext(
        "{names} leads with {count} of {n}", "{names} tie with {count} of {n} each", len(first)
    )
    told = filled(words, names=names, count=max(counts), n=total)
    return titled(title, told), max(counts) / total < state.policy.majority


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
