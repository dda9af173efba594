"""The rows of the one registry of actions, group by group."""

from __future__ import annotations

from mops_tui.tui.keys.action import KeyAction
from mops_tui.words.i18n import _


def rehearsal() -> tuple[KeyAction, ...]:
    """The actions of the group "rehearsal"."""
    g = "rehearsal"
    return (
        KeyAction(
            "speed",
            "s",
            _("Speed"),
            _("Rehearsal: the room votes 1, 4, 16 times as fast."),
            g,
            shown=False,
        ),
        KeyAction(
            "ask_missing", "m", _("Ask"), _("Rehearsal: ask those who have not voted yet."), g
        ),
        KeyAction(
            "ask_why", "W", _("Ask why"), _("Rehearsal: ask one of the room for a reason."), g
        ),
        KeyAction(
            "disturb", "z", _("Disturb"), _("Rehearsal: let something happen."), g, shown=False
        ),
    )


def replay() -> tuple[KeyAction, ...]:
    """The actions of the group "replay"."""
    g = "replay"
    return (
        KeyAction("play", "space", _("Play"), _("Replay: play or pause."), g),
        KeyAction("leap_back", "left", _("-5 s"), _("Replay: five seconds back."), g, shown=False),
        KeyAction("leap_on", "right", _("+5 s"), _("Replay: five seconds on."), g, shown=False),
        KeyAction(
            "tenth_back",
            "shift+left",
            _("-10 %"),
            _("Replay: a tenth back; 0 to 9 go to a tenth."),
            g,
            shown=False,
        ),
        KeyAction("tenth_on", "shift+right", _("+10 %"), _("Replay: a tenth on."), g, shown=False),
        KeyAction(
            "marker_back",
            "left_square_bracket",
            _("Marker"),
            _("Replay: the marker before."),
            g,
            shown=False,
        ),
        KeyAction(
            "marker_on", "right_square_bracket", _("Marker"), _("Replay: the next marker."), g
        ),
        KeyAction(
            "chapters", "c", _("Chapters"), _("Replay: list the chapters, and go to one."), g
        ),
        KeyAction(
            "account",
            "h",
            _("How"),
            _("Replay: how they came to it: votes, what moved, verdicts, decisions."),
            g,
        ),
        KeyAction("step_back", "comma", _("Step"), _("Replay: one event back."), g, shown=False),
        KeyAction("step_on", "full_stop", _("Step"), _("Replay: one event on."), g, shown=False),
        KeyAction("slower", "less_than_sign", _("Slower"), _("Replay: slower."), g, shown=False),
        KeyAction("faster", "greater_than_sign", _("Faster"), _("Replay: faster."), g),
        KeyAction(
            "pace",
            "p",
            _("Pace"),
            _("Replay: as a story, or in the time that it took; the moment stays."),
            g,
            shown=False,
        ),
        KeyAction(
            "follow",
            "F",
            _("Follow"),
            _("Replay: stay at the end of a session that is being run."),
            g,
            shown=False,
        ),
        KeyAction("loop", "l", _("Loop"), _("Replay: begin again at the end."), g, shown=False),
        KeyAction("turn", "tab", _("Page"), _("Replay: turn the page of a revealed question."), g),
        KeyAction(
            "see_statistics",
            "S",
            _("Statistics"),
            _("Replay: the figures behind the findings."),
            g,
            shown=False,
        ),
        KeyAction(
            "other_round",
            "y",
            _("Rounds"),
            _("Replay: the round before, or the latest again."),
            g,
            shown=False,
        ),
        KeyAction("see_grid", "q", _("Quadrant"), _("Replay: look at the grid at this moment."), g),
        KeyAction(
            "only", "f", _("Only"), _("Replay: what if only one role, or one person, had voted."), g
        ),
        KeyAction(
            "end_replay",
            "escape",
            _("Leave"),
            _("Replay: take the grid or the filter off; then leave."),
            g,
            shown=False,
        ),
    )


def compare() -> tuple[KeyAction, ...]:
    """The actions of the group "compare"."""
    g = "compare"
    return (
        KeyAction(
            "same_question",
            "s",
            _("Same question"),
            _("Compare questions that are worded otherwise: you say which ask the same."),
            g,
        ),
    )


def everywhere() -> tuple[KeyAction, ...]:
    """The actions of the group "everywhere"."""
    g = "everywhere"
    return (
        KeyAction(
            "help",
            "question_mark,f1",
            _("Keys"),
            _("Show the keys that work here; at home, all."),
            g,
        ),
        KeyAction("quit", "ctrl+q", _("Quit"), _("Leave; everything is saved."), g, shown=False),
        KeyAction(
            "theme", "f9", _("Theme"), _("Next theme: dark, light, high contrast."), g, shown=False
        ),
    )


def home() -> tuple[KeyAction, ...]:
    """The actions of the group "home"."""
    g = "home"
    return (
        KeyAction("run", "enter", _("Open"), _("Run the workshop, or resume the session."), g),
        KeyAction(
            "choose", "a", _("Own agenda"), _("Tick scenarios into an agenda of your own."), g
        ),
        KeyAction("practise", "p", _("Practise"), _("Practise alone: what is due today."), g),
        KeyAction(
            "rehearse", "e", _("Rehearse"), _("Rehearse the workshop with a simulated room."), g
        ),
        KeyAction("replay", "y", _("Replay"), _("Replay the selected session."), g),
        KeyAction("compare", "c", _("Compare"), _("Lay two or more sessions side by side."), g),
        KeyAction(
            "report", "r", _("Report"), _("Write the selected session's report beside it."), g
        ),
        KeyAction(
            "delete", "delete", _("Delete"), _("Delete the selected session."), g, shown=False
        ),
    )


def room() -> tuple[KeyAction, ...]:
    """The actions of the group "room"."""
    g = "room"
    return (
        KeyAction(
            "next",
            "space,pagedown,right",
            _("Next"),
            _("The next thing: close the vote, reveal it, go on."),
            g,
        ),
        KeyAction(
            "hot_seat",
            "h",
            _("Hot seat"),
            _("The keyboard goes round: each person votes in private."),
            g,
        ),
        KeyAction(
            "call_out", "g", _("Call-outs"), _("Key in what the room says: 5 marketing, 3 it."), g
        ),
        KeyAction("reveal", "r", _("Reveal"), _("Close the vote and show it."), g),
        KeyAction(
            "page", "tab", _("Page"), _("The next page: bars, names, what it brings, the talk."), g
        ),
        KeyAction(
            "statistics",
            "S",
            _("Statistics"),
            _("The figures behind the findings: medians, agreement, with a legend."),
            g,
            shown=False,
        ),
        KeyAction("prompt", "o", _("Prompt"), _("Put the next discussion prompt to the room."), g),
        KeyAction(
            "tell_first",
            "f",
            _("Who first"),
            _("Show the room who might speak first; again takes it away."),
            g,
        ),
        KeyAction(
            "tell_look_for",
            "F",
            _("Look for"),
            _("Show the room what to look for in the answers; again takes it away."),
            g,
            shown=False,
        ),
        KeyAction("revote", "v", _("Vote again"), _("Another round on this question."), g),
        KeyAction(
            "add_option", "e", _("Add"), _("Add an answer, or a wave, that the room brings."), g
        ),
        KeyAction(
            "why", "w", _("Why"), _("Why a mark stands where it does; again for the next."), g
        ),
        KeyAction(
            "rounds",
            "y",
            _("Rounds"),
            _("Show the round before, or the latest again."),
            g,
            shown=False,
        ),
        KeyAction(
            "quadrant",
            "q",
            _("Quadrant"),
            _("Look at the grid; again for the next grid."),
            g,
            shown=False,
        ),
        KeyAction(
            "back",
            "pageup,left",
            _("Back"),
            _("Look back; nothing changes. Space goes forward."),
            g,
            shown=False,
        ),
        KeyAction(
            "people",
            "p",
            _("People"),
            _("Who is here: late arrivals, early leavers."),
            g,
            shown=False,
        ),
        KeyAction(
            "agenda",
            "a",
            _("Agenda"),
            _("The way through the day; skip, jump, catch up."),
            g,
            shown=False,
        ),
        KeyAction("skip", "x", _("Skip"), _("Skip this question."), g, shown=False),
        KeyAction(
            "undo",
            "u",
            _("Undo"),
            _("Take the last thing back; the journal keeps both."),
            g,
            shown=False,
        ),
        KeyAction(
            "cues",
            "c",
            _("Cues"),
            _("For you: who first, what to look for, hints. Asks whether the room may see."),
            g,
            shown=False,
        ),
        KeyAction(
            "blank", "b,full_stop", _("Blank"), _("Turn the room's screen dark."), g, shown=False
        ),
        KeyAction("leave", "escape", _("Leave"), _("Pause or close the workshop."), g, shown=False),
    )


def timer() -> tuple[KeyAction, ...]:
    """The actions of the group "timer"."""
    g = "timer"
    return (
        KeyAction("timer", "t", _("Timer"), _("Start the timer; pause it; let it run on."), g),
        KeyAction("timer_more", "plus", _("+1 min"), _("One more minute."), g, shown=False),
        KeyAction("timer_stop", "T", _("Stop timer"), _("Put the timer away."), g, shown=False),
    )


def write() -> tuple[KeyAction, ...]:
    """The actions of the group "write"."""
    g = "write"
    return (
        KeyAction(
            "decision", "d", _("Decision"), _("What, why, who owns it, how sure, who dissents."), g
        ),
        KeyAction("act", "i", _("Action"), _("Who does what by when."), g, shown=False),
        KeyAction(
            "parking", "k", _("Park it"), _("Put a thing in the parking lot."), g, shown=False
        ),
        KeyAction("note", "n", _("Note"), _("Write a note; private if you like."), g, shown=False),
        KeyAction(
            "notes",
            "l",
            _("Notebook"),
            _("Read and amend all that is written down."),
            g,
            shown=False,
        ),
        KeyAction(
            "save_elsewhere",
            "f8",
            _("Save"),
            _("The disk refuses: carry on in another folder."),
            g,
        ),
    )
