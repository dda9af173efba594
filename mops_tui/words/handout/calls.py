"""How a workshop is done in a room, and on a call."""

from __future__ import annotations

from mops_tui.model.packs.questions import QuestionBase, items_of, kind_of
from mops_tui.words.i18n import _


def remote_words(question: QuestionBase) -> tuple[str, ...]:
    """How a question is prepared on a call, where its author has not said: by what comes first."""
    said = []
    if question.alone:
        said.append(_("Silence: cameras and microphones off."))
    if question.in_pairs:
        said.append(_("Pairs: breakout rooms of two. Say when you call them back."))
    return tuple(said)


def remote_vote_words(question: QuestionBase) -> str:
    """How the vote itself is taken on a call: by what it asks for."""
    kind = kind_of(question)
    if kind in ("allocate", "rank", "text"):
        return _("Vote: each writes to you alone in the chat; press g and key it, one by one.")
    if kind in ("rate", "pairs", "curve") and len(items_of(question)) > 1:
        return _("Vote: line by line in the chat, on your word; press g and type the counts.")
    if kind == "grid":
        return _("Vote: the name of a corner in the chat, on your word; press g, type the counts.")
    return _("Vote: in the chat, on your word; press g and type the counts.")


def room_words() -> tuple[str, ...]:
    """What holds for a whole workshop with everybody in one room."""
    return (
        _(
            "Before people come: run mops-tui stage in a second terminal, and put that window on "
            "the projector. Your own window has your cues."
        ),
        _(
            "Phones: check with your own that the network lets them through (mops-tui room). When "
            "the workshop is open, j shows the code to scan."
        ),
        _(
            "No phones: people raise their hands, all at once, and you type the counts (g); or the "
            "keyboard goes round, and each votes alone (h)."
        ),
        _("Space goes on: it closes the vote, reveals it, and asks the next question."),
        _(
            "Tab turns the page: the votes, what the answers bring, the talk. Where a page is "
            "longer than the projector's window, the arrows scroll it there."
        ),
    )


def call_words() -> tuple[str, ...]:
    """What holds for a whole workshop on a call."""
    return (
        _(
            "Share the window of mops-tui stage, opened in a second terminal, and not your own: "
            "your cues and private notes are not on it."
        ),
        _(
            "The page for phones reaches only devices in this laptop's own network. On a call, "
            "answers come through the chat and you type the counts: press g."
        ),
        _(
            "Everybody types first and sends when you say so, so that nobody follows the others. "
            "What stands in the chat is seen by all, unless it is sent to you alone."
        ),
        _(
            "Answers to a list are counted line by line, which takes longer than on phones. Ten "
            "points, a ranking and ideas cannot be counted: you key them for each person."
        ),
        _(
            "A count belongs to nobody: no names stand behind it, and it puts nobody on a grid. "
            "What was seen in a chat is not anonymous, whatever was set up."
        ),
        _(
            "In the setup the number of people is enough. With a list of names, the votes that you "
            "key for somebody stand under that name, unless you set it up without names."
        ),
    )
