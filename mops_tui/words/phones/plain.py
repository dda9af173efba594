"""What the page without JavaScript says beside the state: answers, buttons, links."""

from __future__ import annotations

from mops_tui.words.i18n import _, ngettext


def stand_words(at: int, left: str, right: str) -> str:
    """One of the five places between two statements, -2 to 2, by the statement itself."""
    words = {
        -2: _("{left}"),
        -1: _("rather: {left}"),
        0: _("between the two"),
        1: _("rather: {right}"),
        2: _("{right}"),
    }
    return words[at].format(left=left, right=right)


def far_towards(end: str) -> str:
    """A place at the end of an axis."""
    return _("far towards {end}").format(end=end)


def rather_towards(end: str) -> str:
    """A place between the middle of an axis and its end."""
    return _("towards {end}").format(end=end)


def in_the_middle() -> str:
    """The middle of an axis."""
    return _("in the middle")


def left_out() -> str:
    """No answer to one of several."""
    return _("no answer")


def not_placed() -> str:
    """Something that has no place in an order yet."""
    return _("choose a place")


def place_of(n: int) -> str:
    """A place in an order."""
    return _("place {n}").format(n=n)


def idea_label(n: int) -> str:
    """The label of a field for an idea."""
    return _("Idea {n}").format(n=n)


def buttons() -> tuple[str, str]:
    """What votes, and what passes."""
    return _("Vote"), _("I’d rather not say")


def what_came() -> str:
    """The heading over a result."""
    return _("What came of it")


def change_link() -> str:
    """The link that opens the form again."""
    return _("Change my vote")


def again_link() -> str:
    """The link that loads the page again."""
    return _("Refresh")


def by_itself(seconds: int) -> str:
    """That the page loads itself again."""
    return _("This page refreshes by itself every {n} seconds.").format(n=seconds)


def by_hand() -> str:
    """That the page does not, while there is something to fill in."""
    return _(
        "This page does not change while you answer. To see where the workshop is, refresh it."
    )


def vote_closed(*, saved: bool) -> str:
    """That a vote is closed, and whether there is one of this phone."""
    if saved:
        return _("The vote is closed. Yours is saved.")
    return _("The vote is closed. There is none from this phone.")


def own_part(kind: str, n: int) -> str:
    """What somebody gave to a row: a vote, points, or a place in their order."""
    if kind == "rank":
        return own_mark(place_of(n))
    if kind == "allocate":
        return own_mark(ngettext("{n} point", "{n} points", n).format(n=n))
    return _("you")


def own_mark(words: str) -> str:
    """One's own part of a row."""
    return _("you: {words}").format(words=words.rstrip("."))
