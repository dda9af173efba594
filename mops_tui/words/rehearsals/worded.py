"""A decision in words of our own: what was picked, what comes first, why nothing is decided."""

from __future__ import annotations

from mops_tui.model.packs.pack import Scenario
from mops_tui.model.results.backing import Backing
from mops_tui.model.results.enough import round_shortfall
from mops_tui.model.results.picks import Pick
from mops_tui.model.results.stands import clearest
from mops_tui.model.session.audience import VisibleState
from mops_tui.sources.simulated.facilitator import Decided
from mops_tui.words.i18n import _
from mops_tui.words.rehearsals.people import owner_of
from mops_tui.words.rehearsals.voted import LONGEST, Voted
from mops_tui.words.results.labels import category_label, item_label
from mops_tui.words.results.quoting import named, titled
from mops_tui.words.results.standing.leading import leading
from mops_tui.words.results.standing.scales import one_of
from mops_tui.words.results.standing.sentence import standing
from mops_tui.words.results.standing.short import standing_short
from mops_tui.words.results.statements import ends, pair_of
from mops_tui.words.safe import cells, in_one_line

LONGEST_ASK = 100
"""The most cells of what is asked to decide, before the answer to it; else the question's title."""


def plain_words(state: VisibleState, scenario: Scenario, voted: Voted, answer: str) -> str:
    """A decision in words of our own: an answer to what the scenario asks to decide."""
    if voted.result.kind == "rate" and len(voted.result.items) == 1:
        # There is nothing to begin with: what most say of the one item is all that there is.
        said = standing(voted.result, voted.question, state.workshop)
        return titled(voted.question.title, said.removesuffix("."))
    words = _("We go with {answer}")
    if voted.result.kind in ("rate", "curve"):
        words = _("We begin with {answer}")
    asked = in_one_line(scenario.decision.ask) if scenario.decision is not None else ""
    if not asked or cells(asked) > LONGEST_ASK:
        asked = voted.question.title
    return titled(asked, words.format(answer=answer))


def answer_words(state: VisibleState, voted: Voted, pick: Pick) -> str:
    """What was picked, as it stands in a sentence."""
    if voted.result.kind == "pairs":
        pair, found = pair_of(voted.question, pick.answer), clearest(voted.result)
        if pair is not None and found is not None and found.categories != ("0",):
            return ends(pair, LONGEST)[0 if found.categories[0].startswith("-") else 1]
        if pair is not None:
            left, right = ends(pair, LONGEST)
            return _("the middle between {left} and {right}").format(left=left, right=right)
    if voted.result.items:
        return named(item_label(voted.question, pick.answer), LONGEST)
    return named(category_label(voted.question, pick.answer, state.workshop), LONGEST)


def from_each_side() -> str:
    """What is done first where two sides are at odds."""
    return _("One from each side writes down what would change their mind; then we vote again.")


def undecided(state: VisibleState, voted: Voted) -> Decided:
    """That the votes decide nothing, and why."""
    result, question = voted.result, voted.question
    step = from_each_side()
    lacking = round_shortfall(result)
    if lacking is not None:
        short = _("too few votes")
        step = _("Ask those who were missing, then vote again.")
        if lacking == "few":
            step = _("Vote again with three people or more.")
    elif result.items and result.split:
        short = _("we are split")
    elif result.items:
        short = _("no single {item} stands out").format(item=one_of(result.kind))
        step = _("Choose the two that matter most, and vote on those alone.")
    elif len(leading(result)) == 2:
        one, other = (
            named(category_label(question, name, state.workshop), LONGEST)
            for name in leading(result)
        )
        short = _("{one} and {other} tie").format(one=one, other=other)
    elif len(leading(result)) > 2:
        short = standing_short(result, question, state.workshop)
    else:
        short = _("no answer is clear enough")
    what = _("Not decided: {short}").format(short=short)
    ground = standing(result, question, state.workshop)
    votes = state.rounds[result.ref][result.round - 1].votes
    owner = owner_of(state, Backing(tuple(votes)), ())
    name = owner.name if owner is not None else ""
    return Decided(result.ref, what, ground, first_step=step, owner=name)
