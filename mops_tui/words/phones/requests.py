"""Why a request of a phone is not answered as asked, as one sentence for whoever holds it.

What the workshop itself refuses is said in `refusals.py` beside this; here is everything before it.
"""

from __future__ import annotations

from mops_tui.words.i18n import _
from mops_tui.words.phones.refusals import phone_refusal


def why_not(code: str) -> str:
    """The sentence of a code; one that fits everything where there is none of its own."""
    said = sentences().get(code) or phone_refusal(code)
    return said or _("That did not work. Load the page again.")


def page_title() -> str:
    """What a browser calls a page that only says why not."""
    return _("Workshop")


def way_back() -> str:
    """The link on it."""
    return _("Back to the workshop")


def sentences() -> dict[str, str]:
    """The sentence of each code that the server gives."""
    again = _("This page did not send what was expected. Load it again.")
    return {
        "bad-request": again,
        "bad-json": again,
        "bad-form": again,
        "unknown-key": again,
        "key-missing": again,
        "wrong-type": again,
        "wrong-content": again,
        "too-long": _("That is too much at once."),
        "text-too-long": _("That text is too long."),
        "too-slow": _("That took too long to arrive. Try again."),
        "other-host": _("The workshop is at another address. Scan the QR code again."),
        "other-origin": _("That request came from another website, and was refused."),
        "not-found": _("There is nothing at this address. Scan the QR code again."),
        "wrong-method": _("That cannot be done here."),
        "not-joined": _("This phone has not joined yet. Join first."),
        "wrong-code": _("That is not the code of this workshop. It is shown on the big screen."),
        "joining-closed": _("Joining is closed. Ask the facilitator."),
        "too-many-people": _("Nobody else can join: the workshop is full. Ask the facilitator."),
        "too-many-tries": _(
            "That code is not right, and many wrong ones were tried. Wait a little."
        ),
        "too-often": _("That was too fast. Wait a moment."),
        "room-closed": _("The workshop is closed to phones."),
        "ballot": _("That answer does not fit this question."),
        "not-saved": _("The laptop could not save that yet. Try again in a moment."),
        "failed": _("Something went wrong on the laptop. Try again."),
    }
