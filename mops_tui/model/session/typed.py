"""Whatever people type or paste, made to fit: no command fails for what it says.

What is kept is what was typed, escape codes and all; only halves of surrogate pairs, which no
UTF-8 file can hold, are mended, what is longer than an event may hold is cut, and a text of which
nothing would be seen is empty. Whoever shows a text makes it safe to show.
"""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from math import isfinite
from typing import Any, TypeVar, assert_never

from mops_tui.model.people.cells import address_in, without_address
from mops_tui.model.session import commands as cmd
from mops_tui.model.session.events import MOST_CONFIDENCE, MOST_COUNT, NAME_LENGTH
from mops_tui.model.text.blank import blank
from mops_tui.model.text.limits import MOST_NAME, MOST_WORDS

C = TypeVar("C", bound=cmd.Single)
T = TypeVar("T")
MOST_ASKED_SECONDS = 1_000_000.0
"""The most seconds, or minutes, that a timer or an agenda is given: eleven days."""
_WORDS = frozenset({"what", "why", "dissent", "agree", "first_step", "text", "ideas", "summary"})
_INTEGERS = {"confidence": (0, MOST_CONFIDENCE), "present": (-1, MOST_COUNT)}


def clean(text: str, most: int = NAME_LENGTH) -> str:
    """The text as a file can hold it: halves of pairs joined, lone ones U+FFFD, and cut.

    Args:
        text: As typed.
        most: How many characters are kept.
    """
    shortened = text[: most * 2]  # two halves make one character
    if not shortened.isascii():
        shortened = shortened.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return shortened[:most]


def tidied(command: C) -> C:
    """A command that says the same within what its events can hold."""
    return _tidied(command, naming_people(command))


def naming_people(command: cmd.Single) -> tuple[str, ...]:
    """The fields in which a command names people: a mail address is kept in none of these."""
    match command:
        case cmd.Join() | cmd.Describe():
            return ("name", "role")
        case cmd.RecordDecision():
            return ("owner", "agree", "dissent")
        case cmd.FollowDecisionUp() | cmd.FollowActionUp() | cmd.EditReport():
            return ()
        case cmd.MarkDone() | cmd.MarkFirstStep() | cmd.MarkReviewed():
            return ()
        case cmd.RecordAction():
            return ("who",)
        case cmd.RecordNote():  # what is said of people is the facilitator's to write
            return ()
        case cmd.CastVote() | cmd.AddOption() | cmd.SetTally() | cmd.Withdraw():
            return ()
        case cmd.TakeOutOption() | cmd.NameSubject() | cmd.GiveReason():
            return ()
        case cmd.OpenRound() | cmd.CloseRound() | cmd.ReopenRound() | cmd.Reveal():
            return ()
        case cmd.Leave() | cmd.Return() | cmd.PutOut() | cmd.Merge() | cmd.CountHeads():
            return ()
        case cmd.Show() | cmd.ShowPrompt() | cmd.TurnPage() | cmd.SetAgenda():
            return ()
        case cmd.Blank() | cmd.ShowCode():
            return ()
        case cmd.StartTimer() | cmd.PauseTimer() | cmd.ExtendTimer() | cmd.StopTimer():
            return ()
        case cmd.OpenSession() | cmd.Pause() | cmd.Resume() | cmd.Close() | cmd.Undo():
            return ()
        case _:
            assert_never(command)


def _tidied(value: T, people: tuple[str, ...] = ()) -> T:
    """A command, or a part of one such as a ballot."""
    fields = {name: (held, _fit(name, held)) for name, held in vars(value).items()}
    changed = {name: new for name, (old, new) in fields.items() if new is not old}
    for name in people:
        text = str(fields[name][1])
        most = MOST_NAME if name in ("name", "role") else NAME_LENGTH
        most = MOST_WORDS if name in _WORDS else most
        kept = "\n".join(map(_unaddressed, text.split("\n")))[:most]
        if kept != text:
            changed[name] = kept
    return replace(value, **changed) if changed else value  # type: ignore[type-var]  # an event or a person: a dataclass each


def _unaddressed(line: str) -> str:
    """A line without its mail addresses, or the line itself where it has none."""
    return without_address(line).replace(" ,", ",") if address_in(line) else line


def _fit(name: str, value: Any) -> Any:
    """The value itself where it fits already."""
    if isinstance(value, str):
        if len(value) <= NAME_LENGTH and value.isascii() and value.isprintable():
            return "" if value.isspace() else value  # nearly all that is asked for
        text = clean(value, MOST_WORDS if name in _WORDS else NAME_LENGTH)
        text = "" if text and blank(text) else text
        return value if text == value else text
    if isinstance(value, tuple):
        members = tuple(_fit(name, member) for member in value)
        return value if members == value else members
    if isinstance(value, float):
        return _finite(value)
    if name in _INTEGERS:
        least, most = _INTEGERS[name]
        return value if least <= value <= most else max(least, min(most, value))
    return _tidied(value) if is_dataclass(value) else value


def _finite(value: float) -> float:
    if not isfinite(value):
        return 0.0
    return (
        value if abs(value) <= MOST_ASKED_SECONDS else MOST_ASKED_SECONDS * (1 if value > 0 else -1)
    )
