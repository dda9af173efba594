"""The one registry of actions: id, keys, label, help.

Screens take their bindings from it; the footer, the help screen, the command palette, the key
remapping and the README's table all read it too. An action `reveal` of the group "room" is the
method `action_reveal` of the workshop screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mops_tui.words.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import Binding


@dataclass(frozen=True)
class Action:
    """Something that a key does.

    Attributes:
        id: Its name in the settings file, and of its method.
        keys: Its keys, comma-separated, as Textual names them; the first is shown.
        label: A word or two for the footer.
        help: A line for the help screen and the palette.
        group: Where it works: "everywhere", "home", "room", "timer", "write" or
            "rehearsal".
        shown: It may stand in the footer, where it fits.
    """

    id: str
    keys: str
    label: str
    help: str
    group: str
    shown: bool = True


def _actions() -> tuple[Action, ...]:
    return (
        Action(
            "speed",
            "s",
            _("Speed"),
            _("Rehearsal: the room votes 1, 4, 16 times as fast."),
            "rehearsal",
            shown=True,
        ),
        Action(
            "ask_missing",
            "m",
            _("Ask"),
            _("Rehearsal: ask those who have not voted yet."),
            "rehearsal",
            shown=True,
        ),
        Action(
            "ask_why",
            "W",
            _("Ask why"),
            _("Rehearsal: ask one of the room for a reason."),
            "rehearsal",
            shown=True,
        ),
        Action(
            "disturb",
            "z",
            _("Disturb"),
            _("Rehearsal: let something happen."),
            "rehearsal",
            shown=False,
        ),
        Action(
            "help", "question_mark,f1", _("Keys"), _("Show all keys."), "everywhere", shown=True
        ),
        Action(
            "quit", "ctrl+q", _("Quit"), _("Leave; everything is saved."), "everywhere", shown=False
        ),
        Action(
            "theme",
            "f9",
            _("Theme"),
            _("Next theme: dark, light, high contrast."),
            "everywhere",
            shown=False,
        ),
        Action(
            "run",
            "enter",
            _("Open"),
            _("Run the workshop, or resume the session."),
            "home",
            shown=True,
        ),
        Action(
            "choose",
            "a",
            _("Own agenda"),
            _("Tick scenarios into an agenda of your own."),
            "home",
            shown=True,
        ),
        Action(
            "practise",
            "p",
            _("Practise"),
            _("Practise alone: what is due today."),
            "home",
            shown=True,
        ),
        Action(
            "rehearse",
            "e",
            _("Rehearse"),
            _("Rehearse the workshop with a simulated room."),
            "home",
            shown=True,
        ),
        Action(
            "report",
            "r",
            _("Report"),
            _("Write the selected session's report beside it."),
            "home",
            shown=True,
        ),
        Action(
            "delete", "delete", _("Delete"), _("Delete the selected session."), "home", shown=True
        ),
        Action(
            "next",
            "space,pagedown,right",
            _("Next"),
            _("The next thing: close the vote, reveal it, go on."),
            "room",
            shown=True,
        ),
        Action(
            "hot_seat",
            "h",
            _("Hot seat"),
            _("The keyboard goes round: each person votes in private."),
            "room",
            shown=True,
        ),
        Action(
            "call_out",
            "g",
            _("Call-outs"),
            _("Key in what the room says: 5 marketing, 3 it."),
            "room",
            shown=True,
        ),
        Action("reveal", "r", _("Reveal"), _("Close the vote and show it."), "room", shown=True),
        Action(
            "leaf",
            "tab",
            _("Page"),
            _("Turn between the votes, what they bring, and the talk."),
            "room",
            shown=True,
        ),
        Action(
            "prompt",
            "o",
            _("Prompt"),
            _("Put the next discussion prompt to the room."),
            "room",
            shown=True,
        ),
        Action(
            "revote", "v", _("Vote again"), _("Another round on this question."), "room", shown=True
        ),
        Action(
            "add_option",
            "e",
            _("Add"),
            _("Add an answer, or a wave, that the room brings."),
            "room",
            shown=True,
        ),
        Action(
            "why",
            "w",
            _("Why"),
            _("Why a mark stands where it does; again for the next."),
            "room",
            shown=True,
        ),
        Action(
            "rounds",
            "y",
            _("Rounds"),
            _("Show the round before, or the latest again."),
            "room",
            shown=False,
        ),
        Action(
            "quadrant",
            "q",
            _("Quadrant"),
            _("Look at the grid; again for the next grid."),
            "room",
            shown=False,
        ),
        Action(
            "back",
            "pageup,left",
            _("Back"),
            _("Look back; nothing changes. Space goes forward."),
            "room",
            shown=False,
        ),
        Action(
            "people",
            "p",
            _("People"),
            _("Who is here: late arrivals, early leavers."),
            "room",
            shown=False,
        ),
        Action(
            "agenda",
            "a",
            _("Agenda"),
            _("The way through the day; skip, jump, catch up."),
            "room",
            shown=False,
        ),
        Action("skip", "x", _("Skip"), _("Skip this question."), "room", shown=False),
        Action(
            "undo",
            "u",
            _("Undo"),
            _("Take the last thing back; the journal keeps both."),
            "room",
            shown=False,
        ),
        Action(
            "cues",
            "c",
            _("Cues"),
            _("Hints for you; asks whether the room may see this screen."),
            "room",
            shown=False,
        ),
        Action(
            "blank",
            "b,full_stop",
            _("Blank"),
            _("Turn the room's screen dark."),
            "room",
            shown=False,
        ),
        Action(
            "leave", "escape", _("Leave"), _("Pause or close the workshop."), "room", shown=False
        ),
        Action(
            "timer",
            "t",
            _("Timer"),
            _("Start the timer; pause it; let it run on."),
            "timer",
            shown=True,
        ),
        Action("timer_more", "plus", _("+1 min"), _("One more minute."), "timer", shown=False),
        Action("timer_stop", "T", _("Stop timer"), _("Put the timer away."), "timer", shown=False),
        Action(
            "decision",
            "d",
            _("Decision"),
            _("What, why, who owns it, how sure, who dissents."),
            "write",
            shown=True,
        ),
        Action("act", "i", _("Action"), _("Who does what by when."), "write", shown=False),
        Action(
            "parking", "k", _("Park it"), _("Put a thing in the parking lot."), "write", shown=False
        ),
        Action(
            "note", "n", _("Note"), _("Write a note; private if you like."), "write", shown=False
        ),
        Action(
            "notes",
            "l",
            _("Notebook"),
            _("Read and amend all that is written down."),
            "write",
            shown=False,
        ),
        Action(
            "save_elsewhere",
            "f8",
            _("Elsewhere"),
            _("The disk refuses: carry on in another folder."),
            "write",
            shown=True,
        ),
    )


def actions(group: str | None = None) -> tuple[Action, ...]:
    """All actions, or those of a group, in the order of the help screen."""
    return tuple(a for a in _actions() if group is None or a.group == group)


def bindings(*groups: str) -> list[Binding]:
    """Textual bindings for the actions of some groups, with ids so that keys can be remapped."""
    from textual.binding import Binding

    return [
        Binding(
            action.keys,
            action.id,
            action.label,
            show=action.shown,
            tooltip=action.help,
            id=action.id,
        )
        for group in groups
        for action in actions(group)
    ]


_KEY_WORDS = {
    "question_mark": "?",
    "full_stop": ".",
    "plus": "+",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def key_words(keys: str) -> str:
    """Keys as people call them: "space,pagedown" is "Space, PgDn"."""
    return ", ".join(_key_word(key.strip()) for key in keys.split(","))


def _key_word(key: str) -> str:
    if key in _KEY_WORDS:
        return _KEY_WORDS[key]
    if len(key) == 1:
        return f"Shift+{key}" if key.isupper() else key
    return "+".join(part.capitalize() if len(part) > 1 else part for part in key.split("+"))


def unknown_actions(names: Iterable[str]) -> tuple[str, ...]:
    """Those of some names that no action has."""
    known = {action.id for action in actions()}
    return tuple(name for name in names if name not in known)
