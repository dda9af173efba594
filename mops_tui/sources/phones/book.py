"""What a room keeps about its phones beside the session: code, address, and who holds which token.

It is private, and no part of the session file, which people send on. After a crash the room opens
at the same address with the same code, and every phone is who it was.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256

from mops_tui.model.session.state import Participant
from mops_tui.sources.phones.code import new_code

LEAST_ONCE = 16
"""A shorter id of a join could be guessed, and is taken for none."""
MOST_ONCE = 64
"""The most characters of an id that a phone gives to what it sends."""
FIRST_PORT = 8420
"""The port that is tried first in a room that was never open."""


def _new_secret() -> str:
    return secrets.token_hex(32)


@dataclass(frozen=True)
class Book:
    """One state of it.

    Attributes:
        code: The code that lets phones in.
        host: The address that was chosen, or "".
        port: The port that was taken, or 0.
        joining: New phones are let in.
        open: The room is open to phones; after a crash it still says so.
        secret: What tokens are made with; it alone makes none.
        holders: By the SHA-256 of a token, whose it is: a participant's id.
        merged: Who was joined to whom: their tokens lead there, while their own seat is left.
        put_out: Whose token was taken away.
        network: The Wi-Fi that phones should be in, where the facilitator gave its name.
        password: Its password.
    """

    code: str = field(default_factory=new_code)
    host: str = ""
    port: int = 0
    joining: bool = True
    open: bool = False
    secret: str = field(default_factory=_new_secret, repr=False)
    holders: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    put_out: frozenset[str] = frozenset()
    network: str = ""
    password: str = field(default="", repr=False)

    def holder(self, token: str) -> str | None:
        """Whose token it is, as it was given; or None."""
        return self.holders.get(digest(token))

    def seat(self, participant: str, people: Mapping[str, Participant]) -> str | None:
        """The seat that a token leads to: where a merge is undone, it leads back."""
        for _step in range(len(self.merged) + 1):
            person, into = people.get(participant), self.merged.get(participant)
            if into is None or (person is not None and person.present):
                return participant if person is not None else None
            participant = into
        return None

    def seats(self, people: Mapping[str, Participant]) -> frozenset[str]:
        """The participants that hold a token."""
        found = (self.seat(one, people) for one in frozenset(self.holders.values()))
        return frozenset(seat for seat in found if seat is not None)

    def token(self, once: str) -> str:
        """A token: for a phone that sends its join again, the very one of the first time.

        Args:
            once: What the phone calls this join, known to that phone alone; "" for none.
        """
        if not LEAST_ONCE <= len(once) <= MOST_ONCE:
            return secrets.token_urlsafe(32)
        key, said = bytes.fromhex(self.secret), once.encode("utf-8", "replace")
        made = hmac.new(key, said, sha256).digest()
        return urlsafe_b64encode(made).rstrip(b"=").decode()

    def with_holder(self, token: str, participant: str) -> Book:
        """The book with one more token."""
        return replace(self, holders={**self.holders, digest(token): participant})

    def without_holder(self, token: str) -> Book:
        """The book without a token."""
        gone = digest(token)
        return replace(self, holders={k: who for k, who in self.holders.items() if k != gone})

    def without(self, participants: frozenset[str]) -> Book:
        """The book in which some people hold no token any more."""
        return replace(
            self,
            holders={k: who for k, who in self.holders.items() if who not in participants},
            merged={a: b for a, b in self.merged.items() if a not in participants},
            put_out=self.put_out | participants,
        )

    def ever_held(self, participant: str) -> bool:
        """Whether a phone has, or had, that person's seat."""
        return participant in self.put_out or participant in self.holders.values()


@lru_cache(maxsize=4096)
def digest(token: str) -> str:
    """What is kept of a token: whoever reads the file cannot use it."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
