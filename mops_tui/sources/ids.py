"""Fresh ids for participants, decisions, actions and notes."""

from __future__ import annotations

import secrets
from collections.abc import Callable

NewId = Callable[[str], str]


def random_id(prefix: str) -> str:
    """An id such as "p-3f9c01", which tells nothing about who or when."""
    return f"{prefix}-{secrets.token_hex(4)}"
