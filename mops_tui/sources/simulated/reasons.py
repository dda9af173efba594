"""Why a character answers as it does: always the fact or the lean that weighs most for it.

Nothing is canned: a reason cites a goodie, a gotcha or a fact of the pack.
"""

from __future__ import annotations

from dataclasses import dataclass

from mops_tui.model.packs.questions import QuestionBase, RateQuestion, items_of, options_of
from mops_tui.model.session.ballots import Allocation, Ballot, Choice, Ranking, Ratings
from mops_tui.sources.simulated.characters import SimulatedPerson, sides


@dataclass(frozen=True)
class Reason:
    """Why a character answers as it does.

    Attributes:
        side: "goodie", "gotcha", "works-when", "fact" or "lean".
        text: The fact, as the pack words it; for a lean, the pack's reason for it.
        sources: Keys of the content brief that it cites.
        option: The option, item or pair that it speaks for or against, or "".
        weight: How much it weighs for this character, 0 or more.
        against: It speaks against that option.
    """

    side: str
    text: str
    sources: tuple[str, ...] = ()
    option: str = ""
    weight: float = 0.0
    against: bool = False


def reason(person: SimulatedPerson, question: QuestionBase, ballot: Ballot) -> Reason | None:
    """Why a character answered so: the one thing that weighs most for it, or None.

    It speaks for its own choice, against the others, or about the matter as a whole; never for
    an answer that it did not give.
    """
    reasons: list[Reason] = []
    chosen = _chosen(ballot)
    for option in options_of(question):
        mine = option.id == chosen
        for side, facts, sign in sides(option):
            against = sign < 0
            if mine == against:
                continue  # one speaks for one's own choice, and against the others
            reasons += [
                Reason(
                    side,
                    fact.text,
                    fact.sources,
                    option.id,
                    abs(sign) * person.weight(fact),
                    against,
                )
                for fact in facts
            ]
    reasons += _rated(person, question, ballot)
    for fact in question.facts:
        reasons.append(Reason("fact", fact.text, fact.sources, "", person.weight(fact) * 0.8))
    own = [option for option in options_of(question) if option.id == chosen]
    for part in (*own, *items_of(question)):
        for lean in part.leans:
            pull = person.affinity((lean,))
            if pull > 0 or part not in own:  # a lean away from oneself is no reason to choose
                reasons.append(Reason("lean", lean.why, part.sources, part.id, 2 * abs(pull)))
    return max(reasons, key=lambda one: one.weight, default=None)


def _rated(person: SimulatedPerson, question: QuestionBase, ballot: Ballot) -> list[Reason]:
    """The items that somebody cares about and rated so, as reasons."""
    if not isinstance(question, RateQuestion) or not isinstance(ballot, Ratings):
        return []
    order = [level.id for level in question.scale]
    levels_given = dict(zip(ballot.items, ballot.levels, strict=True))
    reasons = []
    for item in question.items:
        if item.id not in levels_given:
            continue
        low = order.index(levels_given[item.id]) < len(order) / 2
        if low == (question.cared == "lowers"):
            cares = max((person.character.cares.get(key, 0.0) for key in item.sources), default=0.0)
            text = item.text or item.label
            reasons += [Reason("fact", text, item.sources, item.id, cares)] if cares else []
    return reasons


def _chosen(ballot: Ballot) -> str:
    if isinstance(ballot, Choice):
        return ballot.option
    if isinstance(ballot, Allocation):
        return max(zip(ballot.points, ballot.options, strict=True))[1]
    return ballot.options[0] if isinstance(ballot, Ranking) else ""
