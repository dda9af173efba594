"""What the check of the room says: how far a phone came, what that proves, what went wrong."""

from __future__ import annotations

import errno

from mops_tui.words.i18n import _, ngettext
from mops_tui.words.safe import safe

LEAST_MS = 1
"""A shorter time is said as this: nobody needs it more exactly."""


def step_words(step: int, way: float | None = None, saved: float | None = None) -> str:
    """One step of a phone.

    Args:
        step: 0 opened, 1 joined, 2 voted, 3 there and back.
        way: Seconds at most from this laptop to the phone and back.
        saved: Seconds until the vote was saved.
    """
    match step:
        case 0:
            return _("page opened")
        case 1:
            return _("joined")
        case 2 if saved is not None:
            return _("voted, saved within {n} ms").format(n=milliseconds(saved))
        case 2:
            return _("voted")
        case _ if way is not None:
            return _("there and back within {n} ms").format(n=milliseconds(way))
        case _:
            return _("there and back")


def milliseconds(seconds: float) -> int:
    """Seconds in whole milliseconds, rounded up: what is said to be within holds."""
    return max(LEAST_MS, -int(-seconds * 1000 // 1))


def waiting_words(seconds: int) -> str:
    """That nothing has arrived so far."""
    if seconds < 2:
        return _("Waiting for your phone …")
    return ngettext(
        "Waiting for your phone, for {n} second …",
        "Waiting for your phone, for {n} seconds …",
        seconds,
    ).format(n=seconds)


def works(others: int) -> str:
    """That a phone, or several, came all the way."""
    return ngettext(
        "It works: your phone reached this laptop, and its vote was saved.",
        "It works: {n} devices reached this laptop, and their votes were saved.",
        others,
    ).format(n=others)


def proves(others: int) -> str:
    """What that proves, and what it does not."""
    return ngettext(
        "This shows that your phone gets through. For the guests' Wi-Fi, test with a second "
        "device that is on it.",
        "This shows that these devices get through. For another Wi-Fi, test with a device that "
        "is on it.",
        others,
    )


def another_device(address: str, step: int) -> str:
    """How far a further device has come: -1 where it has only reached this laptop."""
    how_far = step_words(step) if step >= 0 else _("reached this laptop")
    return _("Another device, {address}: {how_far}.").format(address=safe(address), how_far=how_far)


def only_this_laptop() -> str:
    """That nobody but this laptop's own browser was there."""
    return _("That was this laptop itself: the page works, but the network is not tested yet.")


def other_port(wanted: int, port: int) -> str:
    """That another port was taken."""
    return _("Port {wanted} is taken: this is {port}.").format(wanted=wanted, port=port)


def public_address() -> str:
    """That the address may be reached from elsewhere."""
    return _("This is an address of the internet: people elsewhere may reach it too.")


def not_opened(error: OSError, address: str) -> str:
    """Why the page cannot be served at an address, in a sentence."""
    code = getattr(error, "winerror", None) or error.errno
    if code in (errno.EADDRNOTAVAIL, 10049):
        words = _("This laptop has no address {address} any more. Choose another one.")
    elif code in (errno.EACCES, errno.EPERM, 10013):
        words = _("The system does not permit a port at {address}. A security program may decide.")
    elif code in (errno.EADDRINUSE, 10048):
        words = _("Every port that was tried at {address} is taken. Close other programs.")
    else:
        words = _("The page cannot be opened at {address}: {why}.")
    return words.format(address=address, why=safe(error.strerror or type(error).__name__, 60))


def not_begun(why: str) -> str:
    """Why the check cannot begin at all."""
    return _("The check needs a folder for a moment, and gets none: {why}.").format(
        why=safe(why, 80)
    )
