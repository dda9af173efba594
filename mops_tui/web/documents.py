"""The state of each person as JSON: what is everybody's is made and written down once."""

from __future__ import annotations

import json

from mops_tui.sources.phones.phones import Phones
from mops_tui.web.state import state_for


class Documents:
    """The documents of one room."""

    def __init__(self, phones: Phones) -> None:
        """Of a session's phones."""
        self._phones = phones

    def of(self, participant: str | None) -> bytes:
        """What somebody may see at this moment, in one line."""
        made = state_for(self._phones, participant)
        return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
