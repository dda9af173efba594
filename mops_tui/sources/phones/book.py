"""What a room keeps about its phones beside the session: code, address, and who holds which token.

It is private, and no part of the session file, which people send on. After a crash the room opens
at the same address with the same code, and every phone is who it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from mops_tui.sources.phones.code import new_code


@dataclass(frozen=True)
class Book:
    """One state of it.

    Attributes:
        code: The code that lets phones in.
        host: The address that was chosen, or "".
        port: The port that was taken, or 0.
        joining: New phones are let in.
        holders: By the SHA-256 of a token, whose it is: a participant's id.
    """

    code: str = field(default_factory=new_code)
    host: str = ""
    port: int = 0
    joining: bool = True
    holders: Mapping[str, str] = field(default_factory=dict)

    def holder(self, token: str) -> str | None:
        """Whose token it is, or None."""
        return self.holders.get(digest(token))

    def with_holder(self, token: str, participant: str) -> Book:
        """The book with one more token."""
        return replace(self, holders={**self.holders, digest(token): participant})


def digest(token: str) -> str:
    """What is kept of a token: whoever reads the file cannot use it."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
