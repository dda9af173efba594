"""The rows of the one registry of actions that work in a workshop, rehearsed or real."""

from __future__ import annotations

from mops_tui.tui.keys.action import KeyAction
from mops_tui.words.i18n import _


def room() -> tuple[KeyAction, ...]:
    """The actions of the group "room"."""
    g = "room"
    return (
        KeyAction(
            "next",
            "space,pagedown,right",
            _("Next"),
            _("Go on: close the vote, reveal it, then the next question."),
            g,
        ),
        KeyAction(
            "hot_seat",
            "h",
            _("Hot seat"),
            _("Hand the keyboard from person to person: each votes in private."),
            g,
        ),
        KeyAction(
            "call_out",
            "g",
            _("Call-outs"),
            _("Count votes that the room calls out: 5 marketing, 3 it."),
            g,
        ),
        KeyAction("reveal", "r", _("Reveal"), _("Close the vote and show the result."), g),
        KeyAction(
            "page",
            "tab",
            _("Page"),
            _("Show the next page: bars, names, arguments, questions to talk about."),
            g,
        ),
        KeyAction(
            "statistics",
            "S",
            _("Statistics"),
            _("The figures behind the findings: medians, agreement, with a legend."),
            g,
            shown=False,
        ),
        KeyAction(
            "prompt", "o", _("Prompt"), _("Show the room the next question to talk about."), g
        ),
        KeyAction(
            "tell_first",
            "f",
            _("Speakers"),
            _("Show the room who might speak first; press again to hide it."),
            g,
        ),
        KeyAction(
            "tell_look_for",
            "F",
            _("Look for"),
            _("Show the room what to look for in the answers; press again to hide it."),
            g,
            shown=False,
        ),
        KeyAction(
            "revote", "v", _("Vote again"), _("Vote on this question once more: a new round."), g
        ),
        KeyAction(
            "add_option",
            "e",
            _("Add"),
            _("Add an answer or a wave, or take one out; at a brief, name what it is about."),
            g,
        ),
        KeyAction(
            "why",
            "w",
            _("Why"),
            _("On the quadrant: explain a mark; again for the next person."),
            g,
        ),
        KeyAction(
            "rounds",
            "y",
            _("Rounds"),
            _("Show the round before; at the first, the latest again."),
            g,
            shown=False,
        ),
        KeyAction(
            "quadrant",
            "q",
            _("Quadrant"),
            _("Show the quadrant; again for the next one, then back."),
            g,
            shown=False,
        ),
        KeyAction(
            "back",
            "pageup,left",
            _("Back"),
            _("Look back by one page; nothing changes, and Space goes forward."),
            g,
            shown=False,
        ),
        KeyAction(
            "people",
            "p",
            _("People"),
            _("Who is here: add who comes late, mark who has left."),
            g,
            shown=False,
        ),
        KeyAction(
            "agenda",
            "a",
            _("Agenda"),
            _("The agenda: skip a question, jump to one, make up for lost time."),
            g,
            shown=False,
        ),
        KeyAction("skip", "x", _("Skip"), _("Skip this question."), g, shown=False),
        KeyAction(
            "join",
            "j",
            _("Open the room"),
            _("Open the room to phones; once it is open, show how to join."),
            g,
            shown=False,
        ),
        KeyAction(
            "undo",
            "u",
            _("Undo"),
            _("Undo the last thing that was done."),
            g,
            shown=False,
        ),
        KeyAction(
            "cues",
            "c",
            _("Cues"),
            _("Hints for you alone. It asks first whether the room can see this screen."),
            g,
            shown=False,
        ),
        KeyAction(
            "blank",
            "b,full_stop",
            _("Blank"),
            _("Turn the room's screen dark, or back on."),
            g,
            shown=False,
        ),
        KeyAction("leave", "escape", _("Leave"), _("Pause or close the workshop."), g, shown=False),
    )


def timer() -> tuple[KeyAction, ...]:
    """The actions of the group "timer"."""
    g = "timer"
    return (
        KeyAction("timer", "t", _("Timer"), _("Start the timer, pause it, or let it go on."), g),
        KeyAction(
            "timer_more", "plus", _("+1 min"), _("Give the timer one more minute."), g, shown=False
        ),
        KeyAction("timer_stop", "T", _("Stop timer"), _("Remove the timer."), g, shown=False),
    )


def write() -> tuple[KeyAction, ...]:
    """The actions of the group "write"."""
    g = "write"
    return (
        KeyAction(
            "decision",
            "d",
            _("Decision"),
            _("Write a decision down: what, why, who owns it, the first step, when to look again."),
            g,
        ),
        KeyAction(
            "last_time",
            "D",
            _("Outcome"),
            _("Last time: say of each decision and action whether it was done or changed."),
            g,
        ),
        KeyAction(
            "carry_over",
            "C",
            _("Carry over"),
            _("Last time: make the actions that are open actions of this workshop."),
            g,
        ),
        KeyAction("act", "i", _("Action"), _("Write down who does what by when."), g, shown=False),
        KeyAction(
            "parking",
            "k",
            _("Park it"),
            _("Write down what is for later, in the parking lot."),
            g,
            shown=False,
        ),
        KeyAction(
            "note", "n", _("Note"), _("Write a note down; it can be private."), g, shown=False
        ),
        KeyAction(
            "private_note",
            "N",
            _("Private note"),
            _("Write a note for you alone; the room sees dots."),
            g,
            shown=False,
        ),
        KeyAction(
            "notes",
            "l",
            _("Notebook"),
            _("Read and change what is written down."),
            g,
            shown=False,
        ),
        KeyAction(
            "save_elsewhere",
            "f8",
            _("Save"),
            _("The disk cannot be written to: save in another folder, and go on there."),
            g,
        ),
    )


def rehearsal() -> tuple[KeyAction, ...]:
    """The actions of the group "rehearsal"."""
    g = "rehearsal"
    return (
        KeyAction(
            "speed",
            "s",
            _("Speed"),
            _("Let the simulated room vote at 1, 4 or 16 times human speed."),
            g,
            shown=False,
        ),
        KeyAction("ask_missing", "m", _("Ask"), _("Ask those who have not voted yet."), g),
        KeyAction(
            "ask_why",
            "W",
            _("Ask why"),
            _("Ask somebody in the simulated room for their reason."),
            g,
        ),
        KeyAction(
            "disturb",
            "z",
            _("Disturb"),
            _("Choose a disturbance, and practise dealing with it."),
            g,
            shown=False,
        ),
        KeyAction(
            "check_room",
            "J",
            _("Check the room"),
            _("See whether your own phone reaches this laptop, and if not, why."),
            g,
            shown=False,
        ),
    )
