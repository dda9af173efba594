"""The words of the page that phones vote on. Its script has none of its own."""

from __future__ import annotations

from mops_tui.model.packs.answers import POINTS
from mops_tui.words.i18n import _, ngettext


def page_texts() -> dict[str, str]:
    """The texts of the page, by the names that its script knows them by.

    Those with a number in them come once for each number (`points_left_0` and so on), so that the
    script needs no rules of grammar; `{n}` and `{m}` stand where it writes figures.
    """
    return _joining() | _voting() | _answering() | _looking() | _connection()


def points_left(n: int) -> str:
    """How many of the points are still to be poured."""
    if not n:
        return _("All points are poured.")
    return ngettext("{n} point left", "{n} points left", n).format(n=n)


def _joining() -> dict[str, str]:
    return {
        "title": _("Join the workshop"),
        "code": _("Code"),
        "code_hint": _("Eight letters and digits, shown on the big screen."),
        "name": _("Your name"),
        "role": _("Your role"),
        "role_hint": _("Such as CMO, or Marketing Operations. You can leave it empty."),
        "join": _("Join"),
        "joining": _("Joining…"),
        "not_here": _(
            "You are marked as having left. Tell the facilitator that you are here, and vote."
        ),
        "joining_closed": _("Nobody new can join at the moment. Ask the facilitator."),
        "put_out": _(
            "This phone is no longer in the workshop. Join again, or ask the facilitator."
        ),
        "profile": _("Change"),
        "profile_save": _("Save"),
        "cancel": _("Cancel"),
        "seat": _("Seat {n}"),
    }


def _voting() -> dict[str, str]:
    return {
        "vote": _("Vote"),
        "change": _("Change my vote"),
        "voted_now": _("Saved"),
        "pass": _("I’d rather not say"),
        "saving": _("Sending…"),
        "saved": _("Your vote is saved."),
        "unsent": _("Not saved yet. Your vote is kept on this phone and sent by itself."),
        "not_sent": _("Not sent yet."),
        "refused": _("Not saved."),
        "too_late": _("The vote closed before yours arrived. It does not count."),
        "closed_saved": _("The vote is closed. Yours is saved."),
        "closed_without": _("The vote is closed. There is none from this phone."),
        "done": _("I am done"),
        "done_said": _("The facilitator sees that you are done."),
        "are_done": _("{n} done"),
    }


def _answering() -> dict[str, str]:
    return {
        "tap_votes": _("A tap votes. Another tap changes it."),
        "pad_votes": _("Put a finger where you stand: that votes."),
        **{f"points_left_{n}": points_left(n) for n in range(POINTS + 1)},
        "more": _("One more point for {label}"),
        "less": _("One point less for {label}"),
        "answered": _("{n} of {m} answered"),
        "answer_one": _("Tap an answer: the next comes by itself."),
        "not_answered": _("Not answered"),
        "item_of": _("{n} of {m}"),
        "place_one": _("Put a finger on the curve."),
        "not_placed": _("Not placed yet"),
        "curve": _("The adoption curve"),
        "clear": _("Begin again"),
        "up": _("Move {label} up"),
        "down": _("Move {label} down"),
        "take_out": _("Take {label} out of the order"),
        "rank_place": _("Place {n}"),
        "rank_more": _("Tap them in order, the best first: {n} of {m}"),
        "grid_pad": _("The grid. Arrow keys move your mark."),
        "grid_x": _("From {low} to {high}"),
        "grid_middle": _("In the middle"),
        "sliders": _("Use sliders instead"),
        "idea": _("Idea {n}"),
        "idea_left": _("Characters left: {n}"),
        "write_one": _("Write at least one."),
        "pair_left": _("Wholly the left one"),
        "pair_rather_left": _("Rather the left one"),
        "pair_middle": _("Between the two"),
        "pair_rather_right": _("Rather the right one"),
        "pair_right": _("Wholly the right one"),
    }


def _looking() -> dict[str, str]:
    return {
        "round": _("Round {n}"),
        "on_screen": _("The vote is over. Look at the big screen."),
        "yours": _("You"),
        "time_left": _("Time left: {n}"),
        "time_up": _("Time is up."),
    }


def _connection() -> dict[str, str]:
    return {
        "offline": _("The connection is gone. Trying again…"),
        "no_answer": _("The laptop does not answer."),
        "mobile_data": _(
            "Is this phone still on the Wi-Fi of the workshop? Where a Wi-Fi has no internet, some "
            "phones switch to mobile data by themselves: choose to stay on the Wi-Fi, or turn "
            "mobile data off for now."
        ),
        "keeps_trying": _("This page keeps trying. Your answers stay on this phone."),
        "room_closed": _(
            "The workshop is closed to phones for now. This page continues by itself when it "
            "opens again."
        ),
    }
