"""The state of each person as JSON: what is everybody's is made and written down once."""

from __future__ import annotations

import json
from typing import Any

from mops_tui.sources.phones.phones import Phones
from mops_tui.web.state import common_state, outside_state, own_state

TICKS = 4
"""So often in a second the time that is left is made anew, where a timer runs."""
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Documents:
    """The documents of one room."""

    def __init__(self, phones: Phones) -> None:
        """Of a session's phones."""
        self._phones = phones
        self._of: tuple[object, ...] = ()
        self._common = b""
        self._outside = b""

    def change(self) -> None:
        """Something else than the session may have changed: who is done, who may join."""
        self._of = ()

    def of(self, participant: str | None) -> bytes:
        """What somebody may see at this moment, in one line."""
        self._make()
        if participant is None or participant not in self._phones.seen.participants:
            return self._outside
        return self._common + b"," + _written(own_state(self._phones, participant))[1:]

    def _make(self) -> None:
        """Make what is everybody's, unless it is still true."""
        phones = self._phones
        seen, book = phones.seen, phones.book
        tick = int(phones.session.now() * TICKS) if seen.timer is not None else 0
        known = self._of
        if known and known[0] is seen and known[1] is book and known[2] == tick:
            return
        self._of = (seen, book, tick)
        self._common = _written(common_state(phones))[:-1]
        self._outside = _written(outside_state(phones))


def _written(keys: dict[str, Any]) -> bytes:
    # What is no character is not in any text that is made fit to be shown; a ballot may hold it.
    return _JSON.encode(keys).encode("utf-8", "replace")
