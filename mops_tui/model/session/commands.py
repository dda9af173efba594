"""What people ask for: commands, and the refusals they may get instead of events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mops_tui.model.session.ballots import Ballot
from mops_tui.model.session.state import Look, View

Param = str | int | float


@dataclass(frozen=True)
class Refusal:
    """A command that cannot be carried out.

    Attributes:
        code: Why; `words.refusals` has a sentence for each.
        params: What the sentence needs: counts, ids.
    """

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenSession:
    """Begin the session that a header describes."""

    header_crc: str


@dataclass(frozen=True)
class Pause:
    """Rest, perhaps overnight."""


@dataclass(frozen=True)
class Resume:
    """Go on after a pause, a crash or a close."""

    after_crash: bool = False


@dataclass(frozen=True)
class Close:
    """End the workshop."""


@dataclass(frozen=True)
class Join:
    """Take a seat. The seat number is given out in order.

    Attributes:
        arrives: Somebody comes into the room, and the heads that were counted become one more;
            otherwise one of those counted sits down, and they do so only where the seats are more.
    """

    participant: str
    name: str = ""
    role: str = ""
    arrives: bool = False


@dataclass(frozen=True)
class Describe:
    """Change what is known of somebody; their seat stays."""

    participant: str
    name: str
    role: str


@dataclass(frozen=True)
class Leave:
    """Leave the room; votes stay."""

    participant: str


@dataclass(frozen=True)
class Return:
    """Come back to one's seat."""

    participant: str


@dataclass(frozen=True)
class CountHeads:
    """Say how many people are present."""

    present: int


@dataclass(frozen=True)
class Show:
    """Let the room look at something; a question shown for the first time opens its vote."""

    view: View


@dataclass(frozen=True)
class ShowPrompt:
    """Put a discussion prompt to the room, or take it away with ""."""

    question: str
    prompt: str


@dataclass(frozen=True)
class TurnPage:
    """Turn a page for the room: of a revealed question, an earlier round, a mark's reasons."""

    look: Look


@dataclass(frozen=True)
class OpenRound:
    """Vote once more on a question that was revealed."""

    question: str


@dataclass(frozen=True)
class CloseRound:
    """End the voting."""

    question: str


@dataclass(frozen=True)
class ReopenRound:
    """Let voting go on after a close."""

    question: str


@dataclass(frozen=True)
class Reveal:
    """Show the room what it voted."""

    question: str


@dataclass(frozen=True)
class CastVote:
    """Vote, or change one's vote.

    Attributes:
        take_back: Called votes to remove in the same breath, (item, category) each: this
            person had called them out before.
    """

    question: str
    participant: str
    ballot: Ballot
    via: str = "seat"
    take_back: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Withdraw:
    """Take one's vote back."""

    question: str
    participant: str


@dataclass(frozen=True)
class SetTally:
    """Set all the votes that were called out: (item, category, count) each."""

    question: str
    cells: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class AddOption:
    """Add an option, or a wave, that the room brings."""

    question: str
    option: str
    label: str


@dataclass(frozen=True)
class SetAgenda:
    """Say which questions are skipped, and how many minutes the day has."""

    skipped: tuple[str, ...]
    minutes: float


@dataclass(frozen=True)
class StartTimer:
    """Start the timer, or let a paused one run on when `seconds` is None."""

    seconds: float | None = None


@dataclass(frozen=True)
class PauseTimer:
    """Let the timer stand still."""


@dataclass(frozen=True)
class ExtendTimer:
    """Give the timer more seconds."""

    seconds: float


@dataclass(frozen=True)
class StopTimer:
    """Put the timer away."""


@dataclass(frozen=True)
class RecordDecision:
    """Write a decision down, or amend the one of that id."""

    decision: str
    scenario: str
    what: str
    why: str = ""
    owner: str = ""
    confidence: int = 0
    dissent: str = ""
    removed: bool = False


@dataclass(frozen=True)
class RecordAction:
    """Write an action down, or amend the one of that id."""

    action: str
    what: str
    scenario: str = ""
    who: str = ""
    by: str = ""
    removed: bool = False


@dataclass(frozen=True)
class RecordNote:
    """Write a note down, or amend the one of that id. `list` is note, parking or idea."""

    note: str
    text: str
    list: str = "note"
    about: str = ""
    private: bool = False
    removed: bool = False


@dataclass(frozen=True)
class Blank:
    """Turn the room's screen dark, or back on."""

    on: bool


@dataclass(frozen=True)
class ShowCode:
    """Show the code to join by phone, or hide it with ""."""

    code: str


@dataclass(frozen=True)
class Undo:
    """Take the last command back that can be taken back."""


Single = (
    OpenSession
    | Pause
    | Resume
    | Close
    | Join
    | Describe
    | Leave
    | Return
    | CountHeads
    | Show
    | ShowPrompt
    | TurnPage
    | OpenRound
    | CloseRound
    | ReopenRound
    | Reveal
    | CastVote
    | Withdraw
    | SetTally
    | AddOption
    | SetAgenda
    | StartTimer
    | PauseTimer
    | ExtendTimer
    | StopTimer
    | RecordDecision
    | RecordAction
    | RecordNote
    | Blank
    | ShowCode
    | Undo
)
"""A command that stands for itself."""


@dataclass(frozen=True)
class Together:
    """Several commands that are one: all of them happen or none, and one undo takes them back."""

    commands: tuple[Single, ...]


@dataclass(frozen=True)
class SetUp:
    """What the setup brings: who is in the room. No undo reaches it; what cannot be is left out."""

    commands: tuple[Single, ...]


Command = Single | Together | SetUp


def together(commands: Iterable[Command]) -> Command:
    """Some commands as one."""
    each: list[Single] = []
    for command in commands:
        each += command.commands if isinstance(command, Together | SetUp) else (command,)
    return each[0] if len(each) == 1 else Together(tuple(each))
