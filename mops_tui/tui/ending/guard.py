"""What the app knows of the thread that watches over its end."""

from __future__ import annotations

import threading
from typing import Protocol


class Guard(Protocol):
    """A thread that ends the process where the loop does not: `Watch`, wherever there is one.

    Attributes:
        continued: The process was stopped, and goes on.
    """

    continued: threading.Event

    @property
    def ending(self) -> bool:
        """Whether the process is about to end."""
        ...

    def lost(self) -> None:
        """The terminal is gone, or somebody wants the process to end: from any thread."""
        ...

    def end_after_crash(self) -> None:
        """The app ends by itself; see to it that it does. From any thread."""
        ...
