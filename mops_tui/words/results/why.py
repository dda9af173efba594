"""What somebody answered where it pulls their mark: "the wiring", "A platform: In place"."""

from __future__ import annotations

from mops_tui.model.results.marks import latest
from mops_tui.model.results.results import Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import Allocation, Positions, Ratings
from mops_tui.words.i18n import _
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.labels import answer_label, item_label
from mops_tui.words.results.statements import pair_name, pair_of
from mops_tui.words.safe import safe


def term_words(state: VisibleState, participant: str, term: Term) -> str:
    """What somebody answered, as the reason of a part of their mark.

    Args:
        state: What may be seen.
        participant: Whose leaning it is.
        term: One term of it.

    Returns:
        Of a pair the statement that was chosen, of an item its answer, else the question's title
        with the answer.
    """
    question = state.question(term.ref)
    if question is None:
        return safe(term.ref)
    round_ = latest(state, term.ref)
    vote = round_.votes.get(participant) if round_ else None
    if not term.item:
        title = safe(question.title)
        if vote is None or isinstance(vote.ballot, Allocation):
            return title  # ten points over many answers are no short answer
        answer = ballot_words(question, vote.ballot, state.workshop)
        return _("{item}: {answer}").format(item=title, answer=answer)
    category = _category(vote.ballot, term.item) if vote else ""
    pair = pair_of(question, term.item)
    if pair is not None and category in ("", "0"):
        return pair_name(pair)
    if pair is not None:
        return answer_label(question, term.item, category)
    about = item_label(question, term.item)
    if not category:
        return about
    answer = answer_label(question, term.item, category)
    return _("{item}: {answer}").format(item=about, answer=answer)


def _category(ballot: object, item: str) -> str:
    """A level, or a position between two statements."""
    if isinstance(ballot, Ratings) and item in ballot.items:
        return ballot.levels[ballot.items.index(item)]
    if isinstance(ballot, Positions) and item in ballot.items:
        return str(ballot.positions[ballot.items.index(item)])
    return ""
