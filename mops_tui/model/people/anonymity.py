"""What a session may know, and show, of who is in the room."""

from __future__ import annotations

from typing import Literal

Anonymity = Literal["named", "pseudonyms", "anonymous"]
