"""What a phone says: how to answer with a thumb, what is saved, and why something cannot be.

The page has no words of its own. Whoever holds a phone has no keyboard: nothing here names a key.
"""

from __future__ import annotations

from mops_tui.model.agenda.asking import number_of
from mops_tui.model.packs.questions import QuestionBase, items_of
from mops_tui.model.packs.workshop import Workshop
from mops_tui.model.people.anonymity import Anonymity
from mops_tui.model.session.ballots import Allocation, Ballot, Pass, Positions, Ranking, Ratings
from mops_tui.model.session.state import SessionState
from mops_tui.words.i18n import _, ngettext
from mops_tui.words.results.answers import ballot_words
from mops_tui.words.results.quoting import ended
from mops_tui.words.safe import cells, safe

LONGEST = 120
"""The most cells of one's own vote in the line that says that it is saved."""
FEW_ITEMS = 3
"""So many answers of one's own are told in words beside a result; of more, how many."""


def help_words(kind: str, most: int = 0, items: int = 0) -> str:
    """How a question of a kind is answered with a thumb.

    Args:
        kind: The kind.
        most: How many ideas a question of ideas takes.
        items: How many items are answered, one by one.
    """
    if kind == "text":
        return ngettext("One idea each.", "Up to {n} ideas each.", most).format(n=most)
    if items == 1 and kind in ("rate", "pairs", "curve"):  # there nothing can be left out
        return {
            "rate": _("Tap one."),
            "pairs": _("Tap where you stand between the two."),
        }.get(kind, _("Slide it to where you see it."))
    return {
        "choice": _("Tap one."),
        "hands": _("Tap yes or no."),
        "allocate": _("Pour all ten points: + gives one, − takes one back."),
        "rate": _("Tap a level for each. You can leave some out."),
        "pairs": _("For each pair, tap where you stand between the two. You can leave some out."),
        "grid": _("Put a finger where you stand."),
        "curve": _("Slide each to where you see it. You can leave some out."),
        "rank": _("Put them in order, the best first."),
    }.get(kind, "")


def name_label(anonymity: Anonymity) -> str:
    """What somebody is asked for."""
    return _("A handle that you choose") if anonymity == "pseudonyms" else _("Your name")


def keeping_words(anonymity: Anonymity) -> tuple[str, ...]:
    """What is kept, and who sees it: to be read before somebody gives a name."""
    seen = {
        "named": _(
            "With names: after a reveal everybody sees who voted what, and the file "
            "keeps the names."
        ),
        "pseudonyms": _(
            "Under handles that you choose: votes are shown and kept under the "
            "handle, not the name."
        ),
        "anonymous": _("Without names: nobody is shown who voted what, and no name is kept."),
    }[anonymity]
    where = _("Votes are kept in one file on the laptop that shows this workshop.")
    return (seen, where)


def trial_words() -> tuple[str, ...]:
    """What is kept of a room check."""
    return (_("A test of this room: nothing of it is kept."),)


def waiting_words() -> tuple[str, ...]:
    """What comes, while the workshop has not begun."""
    return (
        _("You have joined. Keep this page open: it continues by itself when the workshop begins."),
    )


def begun_words(state: SessionState) -> tuple[str, ...]:
    """That it is a rehearsal, where it is one."""
    return (_("This is a rehearsal."),) if state.session == "rehearsal" else ()


def dark_words() -> tuple[str, str]:
    """That the big screen is dark, and with it this one: a title and a sentence."""
    return _("The screen is dark"), _("This page continues when the big screen does.")


def dark_vote_words() -> str:
    """That one can go on voting below a dark screen."""
    return _("The big screen is dark. You can go on with your vote.")


def paused_words() -> tuple[str, str]:
    """That the workshop is paused."""
    return _("The workshop is paused"), _("It continues later. Your votes are saved.")


def closed_words() -> tuple[str, str]:
    """That the workshop is over."""
    return _("The workshop is closed"), _("Thank you. You can close this page.")


def step_words(state: SessionState, ref: str) -> str:
    """Which question of its scenario it is, as the bar of the big screen has it."""
    scenario = state.workshop.scenario(ref.partition("/")[0])
    if scenario is None:
        return ""
    title = safe(scenario.title)
    if scenario.closing:
        return title
    words = _("{title} · question {n} of {m}")
    n, m = number_of(state, ref)
    return words.format(title=title, n=n, m=m)


def voted_words(voted: int, present: int) -> str:
    """How many have voted, never what."""
    words = ngettext("{n} of {m} has voted", "{n} of {m} have voted", voted)
    return words.format(n=voted, m=present)


def saved_words(question: QuestionBase, ballot: Ballot, workshop: Workshop) -> str:
    """That one's own vote is saved, and what it is; of many items only how many."""
    if isinstance(ballot, Pass):
        return _("Your vote is saved: you would rather not say.")
    if isinstance(ballot, Ratings | Positions) and len(items_of(question)) > 1:
        n, m = len(ballot.items), len(items_of(question))
        return _("Your vote is saved: {n} of {m} answered.").format(n=n, m=m)
    answer = safe(ballot_words(question, ballot, workshop), LONGEST)
    return ended(_("Your vote is saved: {answer}.").format(answer=answer))


def own_answer_words(question: QuestionBase, ballot: Ballot | None, workshop: Workshop) -> str:
    """One's own answer, to stand beside a result."""
    if ballot is None:
        return _("This phone has no vote in this round.")
    if isinstance(ballot, Pass):
        return _("You passed.")
    if isinstance(ballot, Ratings | Positions) and len(ballot.items) > FEW_ITEMS:
        n, m = len(ballot.items), len(items_of(question))
        return _("Your answers are marked: {n} of {m}.").format(n=n, m=m)
    answer = ballot_words(question, ballot, workshop)
    if isinstance(ballot, Allocation | Ranking) and cells(answer) > LONGEST:
        return _("Your answer is marked.")
    return _("Your answer: {answer}").format(answer=answer)
