"""What a session may know, and show, of who is in the room."""

from __future__ import annotations

from typing import Literal

Anonymity = Literal["named", "pseudonyms", "anonymous"]

ROLE_CROWD = 5
"""In an anonymous room, how many a role needs to be kept or named, and all the others together."""
