"""Where the program may go: a destination for each place, with what has to be known to go there.

A screen asks for one with `Door.go_to`; the command line begins with one. Only
`navigation.navigator` opens them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from mops_tui.model.comparison.trend import Trend
    from mops_tui.model.comparison.wording import Consent
    from mops_tui.model.replay.pace import Pace
    from mops_tui.storage.sessions.summaries import SessionSummary


@dataclass(frozen=True)
class Home:
    """The two lists: workshops to run, and sessions."""


@dataclass(frozen=True)
class SetUpWorkshop:
    """Set a workshop up, then run it.

    Attributes:
        workshop: Its id, or that of a scenario; "" for an agenda of one's own.
        continues: The file of the session that it goes on from.
    """

    workshop: str = ""
    continues: Path | None = None


@dataclass(frozen=True)
class ResumeSession:
    """Go on with a kept session, where it went on if it was moved.

    Attributes:
        session: Its file.
    """

    session: Path


@dataclass(frozen=True)
class ChooseCopy:
    """Ask which of the ends goes on that a session has.

    Attributes:
        session: The session with its copies.
    """

    session: SessionSummary


@dataclass(frozen=True)
class Reopen:
    """Ask what is to be done with a finished session: its report, a replay, or going on after all.

    Attributes:
        session: Its file.
    """

    session: Path


@dataclass(frozen=True)
class Rehearse:
    """Run a workshop with a simulated room.

    Attributes:
        workshop: The id of the workshop.
        people: How many simulated people.
        seed: Where their randomness starts.
    """

    workshop: str
    people: int = 9
    seed: int = 7


@dataclass(frozen=True)
class Practise:
    """Practise alone.

    Attributes:
        scenario: The id of a scenario to walk at once, or "" for what is due.
    """

    scenario: str = ""


@dataclass(frozen=True)
class Replay:
    """Replay a session.

    Attributes:
        path: The session file.
        speed: Times real time.
        start: Play time to begin at, in seconds.
        pace: At which it plays; None for the default.
        stop_at_markers: Pause at each marker.
        opened: The analyst's view: votes before their reveal.
    """

    path: Path
    speed: float = 1.0
    start: float = 0.0
    pace: Pace | None = None
    stop_at_markers: bool = False
    opened: bool = False


@dataclass(frozen=True)
class PickToCompare:
    """Tick sessions that are to be laid side by side.

    Attributes:
        sessions: Those to choose from.
        ticked: The file of the one that is ticked at first, if any.
    """

    sessions: tuple[SessionSummary, ...]
    ticked: Path | None = None


@dataclass(frozen=True)
class Compare:
    """Lay sessions side by side.

    Attributes:
        sessions: Their files.
        same: Questions that are to be compared although they are worded otherwise.
    """

    sessions: tuple[Path, ...]
    same: tuple[Consent, ...] = ()


@dataclass(frozen=True)
class ReadTrend:
    """Read all of this user's sessions, then look at them over time."""


@dataclass(frozen=True)
class ShowTrend:
    """Look at many sessions over time.

    Attributes:
        trend: What was read of them: it can take long, and is read before the screen opens.
        unread: A sentence for each session that is left out, or not whole.
    """

    trend: Trend
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenStage:
    """Open the projector window.

    Attributes:
        session: The file of the session to follow, or None for whichever is run.
    """

    session: Path | None = None


@dataclass(frozen=True)
class Demo:
    """Watch a rehearsed workshop play itself."""


@dataclass(frozen=True)
class CheckRoom:
    """Find out whether phones reach this laptop on the network that it is on."""


@dataclass(frozen=True)
class ReviewReport:
    """Look at a session's report before it leaves, and write it.

    Attributes:
        session: Its file.
    """

    session: Path


@dataclass(frozen=True)
class OpenActions:
    """List what is open over all of this user's workshops."""


@dataclass(frozen=True)
class Delete:
    """Delete a session, once somebody has agreed to it.

    Attributes:
        session: The session with its copies.
    """

    session: SessionSummary


Destination: TypeAlias = (
    Home
    | SetUpWorkshop
    | ResumeSession
    | ChooseCopy
    | Reopen
    | Rehearse
    | Practise
    | Replay
    | PickToCompare
    | Compare
    | ReadTrend
    | ShowTrend
    | OpenStage
    | Demo
    | CheckRoom
    | ReviewReport
    | OpenActions
    | Delete
)
"""All of them: `navigation.navigator` answers each, or mypy fails."""


def ends_when_left(start: Destination) -> bool:
    """Whether the program ends when the destination that it began with is left.

    A window that only looks at something goes back to the shell that it came from. Whoever runs,
    resumes, rehearses, practises or watches the demo finds home behind it.
    """
    return isinstance(start, OpenStage | Replay | Compare | ShowTrend | CheckRoom)
