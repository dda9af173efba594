"""What a phone says: how to answer with a thumb, what is saved, and why something cannot be.

The page has no words of its own. Whoever holds a phone has no keyboard: nothing here names a key.
"""

from __future__ import annotations

from mops_tui.model.packs.answers import POINTS
from mops_tui.words.i18n import _, ngettext


def page_texts() -> dict[str, str]:
    """The texts of the page itself, by the names that its script knows them by.

    Those with a number in them come once for each number (`points_left_0` and so on), so that the
    script needs no rules of grammar; `{n}` and `{m}` stand where it writes figures.
    """
    return {
        "title": _("Join the workshop"),
        "loading": _("One moment…"),
        "noscript": _("This page works without JavaScript too: it just has to be loaded again."),
        "code": _("Code"),
        "code_hint": _("Eight signs. They stand on the big screen."),
        "name": _("Your name"),
        "role": _("Your role"),
        "role_hint": _("Such as CMO, or Marketing Operations. You can leave it empty."),
        "join": _("Join"),
        "joining": _("Joining…"),
        "profile": _("Change my name"),
        "profile_save": _("Save"),
        "cancel": _("Cancel"),
        "vote": _("Save my vote"),
        "change": _("Change my vote"),
        "pass": _("Pass"),
        "pass_hint": _("No answer, but counted as present."),
        "saving": _("Saving…"),
        "saved": _("Your vote is saved."),
        "unsent": _("Not saved yet. Your vote is kept on this phone and sent by itself."),
        "refused": _("Not saved."),
        "done": _("I am done"),
        "not_done": _("I am not done yet"),
        "done_said": _("The facilitator sees that you are done. You can still change your vote."),
        "offline": _("Offline. Your answers are kept on this phone."),
        "reconnecting": _("The connection is gone. Trying again…"),
        "online": _("Connected again."),
        "mobile_data": _(
            "Is this phone still on the Wi-Fi of the workshop? Where a Wi-Fi has no internet, some "
            "phones switch to mobile data by themselves: choose to stay on the Wi-Fi, or turn "
            "mobile data off for now."
        ),
        "put_out": _("This phone has no seat any more. Join again, or ask the facilitator."),
        "closed": _("The room is closed. You can close this page."),
        "points_left": _("Points left: {n}"),
        **{f"points_left_{n}": points_left(n) for n in range(POINTS + 1)},
        "more": _("One more point for {label}"),
        "less": _("One point less for {label}"),
        "answered": _("{n} of {m} answered"),
        "not_answered": _("Not answered"),
        "not_placed": _("Not placed yet"),
        "clear": _("Clear"),
        "up": _("Move {label} up"),
        "down": _("Move {label} down"),
        "rank_place": _("Place {n}"),
        "rank_as_listed": _("This order is mine"),
        "grid_pad": _("The grid: put a finger where you stand"),
        "grid_x": _("From {low} to {high}"),
        "grid_middle": _("In the middle"),
        "idea": _("Idea {n}"),
        "idea_left": _("Signs left: {n}"),
        "pair_left": _("Wholly the left one"),
        "pair_rather_left": _("Rather the left one"),
        "pair_middle": _("Between the two"),
        "pair_rather_right": _("Rather the right one"),
        "pair_right": _("Wholly the right one"),
        "round": _("Round {n}"),
        "yours": _("You"),
        "your_answer": _("Your answer"),
        "result": _("What came of it"),
        "time_left": _("Time left: {n}"),
        "time_up": _("Time is up."),
        "look_again": _("Look again"),
    }


def points_left(n: int) -> str:
    """How many of the points are still to be poured."""
    if not n:
        return _("All points are poured.")
    return ngettext("{n} point left", "{n} points left", n).format(n=n)


def help_words(kind: str) -> str:
    """How a question of a kind is answered with a thumb."""
    return {
        "choice": _("Tap one."),
        "hands": _("Tap yes or no."),
        "allocate": _("Pour all ten points: + gives one, − takes one back."),
        "rate": _("Tap a level for each. You can leave some out."),
        "pairs": _("For each pair, tap where you stand between the two. You can leave some out."),
        "grid": _("Put a finger where you stand."),
        "curve": _("Slide each to where you see it. You can leave some out."),
        "rank": _("Put them in order, the best first."),
        "text": _("Write what comes to mind."),
    }.get(kind, "")
