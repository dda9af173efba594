"""The cookie that stands for a person: the tokens of the rooms that a phone has a seat in.

A cookie belongs to an address, whatever the port; and one laptop may hold a workshop in the
morning, another at noon, and go on with the first. So it has a token for each of the latest rooms,
and each room knows its own.
"""

from __future__ import annotations

from aiohttp import web

from mops_tui.sources.phones.phones import Phones

COOKIE = "mops_seat"
MOST_ROOMS = 4
"""So many rooms a phone has a seat in at once."""
SEAT_SECONDS = 30 * 24 * 3600
_BETWEEN = "."
"""No token has it."""


def tokens_of(request: web.BaseRequest) -> tuple[str, ...]:
    """The tokens that a request shows, the latest first."""
    tokens = request.cookies.get(COOKIE, "").split(_BETWEEN, MOST_ROOMS)[:MOST_ROOMS]
    return tuple(token for token in tokens if token)


def seat_of(phones: Phones, tokens: tuple[str, ...]) -> str | None:
    """The participant of this room that some tokens are of, or None."""
    return next((who for token in tokens if (who := phones.who(token)) is not None), None)


def give_seat(answer: web.Response, token: str, held: tuple[str, ...]) -> None:
    """Have a phone show a token from now on, beside those of other rooms."""
    kept = (token, *(one for one in held if one != token))[:MOST_ROOMS]
    answer.set_cookie(
        COOKIE,
        _BETWEEN.join(kept),
        max_age=SEAT_SECONDS,
        httponly=True,
        samesite="Strict",
        path="/",
    )
