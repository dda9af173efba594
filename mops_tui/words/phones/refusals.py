"""Why a vote, a seat or a name was refused, for whoever holds the phone.

`refusals.py` speaks to the facilitator, and names her keys; a phone has none. No sentence here
repeats what somebody typed, or tells anything of what others voted.
"""

from __future__ import annotations

from typing import Literal, get_args

from mops_tui.model.session.ballots import BallotFlaw
from mops_tui.model.session.commands import RefusalCode
from mops_tui.words.i18n import _

PhoneRefusal = (
    BallotFlaw
    | Literal[
        "already-here",
        "called-already",
        "more-votes-than-people",
        "name-left",
        "name-shows-nothing",
        "name-taken",
        "not-present",
        "round-closed",
        "round-not-open",
        "round-revealed",
        "session-closed",
        "session-new",
        "session-paused",
        "unknown-participant",
        "unknown-question",
    ]
)
"""What the workshop can answer to a vote, a join or a new name that came by phone."""
PHONE_REFUSALS: frozenset[str] = frozenset(
    code for part in get_args(PhoneRefusal) for code in (get_args(part) or (part,))
)


def phone_refusal(code: RefusalCode | str) -> str:
    """The sentence of a code, or "" for one that no phone is given."""
    return next((said for one, said in sentences().items() if one == code), "")


def sentences() -> dict[PhoneRefusal, str]:
    """The sentence of each code; a test holds that none is missing."""
    return {
        "session-new": _("The workshop has not begun yet."),
        "session-paused": _("The workshop is paused. Try again when it goes on."),
        "session-closed": _("The workshop is closed."),
        "already-here": _("This phone has joined already."),
        "name-taken": _(
            "Somebody has joined under that name. If that is not you, add an initial; if it "
            "is, ask the facilitator."
        ),
        "name-left": _(
            "Somebody of that name was here before. If that is not you, add an initial; if it is, "
            "ask the facilitator."
        ),
        "name-shows-nothing": _("That name has no visible letters. Type another one."),
        "unknown-participant": _("This phone is no longer in the workshop. Join again."),
        "not-present": _("You are marked as having left. Ask the facilitator to bring you back."),
        "unknown-question": _("This workshop has no such question. Load the page again."),
        "round-not-open": _("There is no vote on this question yet."),
        "round-closed": _("The vote is closed. What was saved before counts, this does not."),
        "round-revealed": _("The result is shown already. This vote was not counted."),
        "called-already": _(
            "Everybody has been counted. If your vote was called out, tell the facilitator."
        ),
        "more-votes-than-people": _(
            "There are as many votes as people in the room. Ask the facilitator to count you in."
        ),
        "ballot-points-left": _("Give away exactly ten points."),
        "ballot-empty": _("Give at least one answer, or choose “I’d rather not say”."),
        "ballot-rank-incomplete": _("Give each one a place of its own."),
        "ballot-too-many": _("That is more ideas than this question takes."),
        "ballot-too-long": _("Keep each idea under 300 characters."),
        "ballot-unknown-option": _("That answer is not on the list. Load the page again."),
        "ballot-unknown-item": _("One of these answers is not on the list. Load the page again."),
        "ballot-out-of-range": _("One of these answers is off the scale."),
        "ballot-repeated": _("Answer each one once."),
        "ballot-wrong-kind": _("That answer does not fit this question. Load the page again."),
    }
