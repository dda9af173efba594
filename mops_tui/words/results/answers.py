"""Ballots in words: one line for each, and what of it pulls a mark."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, kind_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.results.marks import latest
from mops_tui.model.results.results import Term
from mops_tui.model.session.audience import VisibleState
from mops_tui.model.session.ballots import (
    Allocation,
    Ballot,
    Choice,
    Ideas,
    Point,
    Positions,
    Ranking,
    Ratings,
    categories_of,
)
from mops_tui.words.i18n import _
from mops_tui.words.results.labels import (
    answer_label,
    category_label,
    grid_of,
    item_label,
    where_label,
)
from mops_tui.words.results.quoting import titled
from mops_tui.words.results.statements import pair_name, pair_of
from mops_tui.words.safe import safe


def ballot_words(question: QuestionBase, ballot: Ballot, workshop: Workshop) -> str:
    """A ballot as one line of words."""
    if isinstance(ballot, Choice):
        return category_label(question, ballot.option, workshop)
    if isinstance(ballot, Allocation):
        pairs = zip(ballot.options, ballot.points, strict=True)
        return ", ".join(f"{item_label(question, o, workshop)} {p}" for o, p in pairs)
    if isinstance(ballot, Ranking):
        return " > ".join(item_label(question, one, workshop) for one in ballot.options)
    if isinstance(ballot, Point):
        grid = grid_of(question, workshop)
        return where_label(grid, ballot.x, ballot.y) if grid else ""
    if isinstance(ballot, Ideas):
        return "; ".join(safe(idea) for idea in ballot.ideas)
    if isinstance(ballot, Ratings | Positions):
        named = categories_of(kind_of(question), ballot)
        return "; ".join(_item_words(question, item, one, workshop) for item, one in named.items())
    return _("passed")


def _item_words(question: QuestionBase, item: str, category: str, workshop: Workshop) -> str:
    pair = pair_of(question, item)
    if pair is not None and category != "0":
        return answer_label(question, item, category)
    about = pair_name(pair) if pair is not None else item_label(question, item, workshop)
    return titled(about, answer_label(question, item, category, workshop))


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
        return titled(title, answer)
    category = _category(vote.ballot, term.item) if vote else ""
    pair = pair_of(question, term.item)
    if pair is not None and category in ("", "0"):
        return pair_name(pair)
    if pair is not None:
        return answer_label(question, term.item, category)
    about = item_label(question, term.item)
    if not category:
        return about
    return titled(about, answer_label(question, term.item, category))


def _category(ballot: object, item: str) -> str:
    """A level, or a position between two statements."""
    if isinstance(ballot, Ratings) and item in ballot.items:
        return ballot.levels[ballot.items.index(item)]
    if isinstance(ballot, Positions) and item in ballot.items:
        return str(ballot.positions[ballot.items.index(item)])
    return ""
