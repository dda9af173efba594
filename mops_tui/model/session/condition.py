"""What is wrong with the file that a session was read from: one value for all who show it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Condition:
    """How far a session file can be believed and read.

    Attributes:
        header_edited: The header is not the one that the first event sealed.
        edited: The `seq` of the events that were changed by hand, in order.
        unread_from: The line from which on nothing can be read, or None.
        lost: The `seq` of the events that a repair found no block for, in order: what was in them
            is in no figure.
    """

    header_edited: bool = False
    edited: tuple[int, ...] = ()
    unread_from: int | None = None
    lost: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether there is nothing to say."""
        return self == SOUND

    def until(self, seq: int) -> Condition:
        """What matters to the session as it stood after an event; the file is still what it is."""
        edited, lost = (tuple(n for n in some if n <= seq) for some in (self.edited, self.lost))
        return replace(self, edited=edited, lost=lost)


SOUND = Condition()
"""A file as this program wrote it, to its end."""
