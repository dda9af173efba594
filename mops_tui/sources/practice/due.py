"""When a card comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

_ALL_DAY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Due:
    """When a card comes back.

    Attributes:
        day: On which day, from its beginning on.
        at: The moment, where it comes back within minutes.
    """

    day: date
    at: datetime | None = None

    def reached(self, now: datetime) -> bool:
        """Whether it is due; the day is that of `now` and its time zone."""
        return self.at <= now if self.at else self.day <= now.date()

    @property
    def order(self) -> tuple[date, datetime]:
        """What sorts the most overdue first."""
        return self.day, self.at or _ALL_DAY
