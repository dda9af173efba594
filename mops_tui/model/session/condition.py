"""What is wrong with the file that a session was read from: one value for all who show it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a later version has written into a file. All of it is kept, and none of it is counted.

    Attributes:
        events: The `seq` and the kind of each event of a kind that is not known here.
        keys: The `seq` of an event, or 0 for the header, and a key of it that is not known here.
        questions: The questions of kinds that are not known here, as `scenario/question`.
    """

    events: tuple[tuple[int, str], ...] = ()
    keys: tuple[tuple[int, str], ...] = ()
    questions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.events or self.keys or self.questions)

    def until(self, seq: int) -> Unknown:
        """What stands in a file up to an event."""
        events, keys = (tuple(n for n in some if n[0] <= seq) for some in (self.events, self.keys))
        return replace(self, events=events, keys=keys)


NOTHING_UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Condition:
    """How far a session file can be believed and read.

    Attributes:
        header_edited: The header is not the one that the first event sealed.
        edited: The `seq` of the events that were changed by hand, in order.
        unread_from: The line from which on nothing can be read, or None.
        lost: The `seq` of the events that a repair found no block for, in order: what was in them
            is in no figure.
        unknown: What a later version has written. Nothing is wrong with it.
    """

    header_edited: bool = False
    edited: tuple[int, ...] = ()
    unread_from: int | None = None
    lost: tuple[int, ...] = ()
    unknown: Unknown = NOTHING_UNKNOWN

    @property
    def sound(self) -> bool:
        """Whether there is nothing to say."""
        return self == SOUND

    def until(self, seq: int) -> Condition:
        """What matters to the session as it stood after an event; the file is still what it is."""
        edited, lost = (tuple(n for n in some if n <= seq) for some in (self.edited, self.lost))
        return replace(self, edited=edited, lost=lost, unknown=self.unknown.until(seq))


SOUND = Condition()
"""A file as this program wrote it, to its end."""
