"""The rows of the one registry of actions: home, replays, comparisons, and everywhere.

Those of a workshop stand in `workshop_bindings`.
"""

from __future__ import annotations

from mops_tui.tui.keys.action import KeyAction
from mops_tui.words.i18n import _


def replay() -> tuple[KeyAction, ...]:
    """The actions of the group "replay"."""
    g = "replay"
    return (
        KeyAction("play", "space", _("Play"), _("Play or pause."), g),
        KeyAction("leap_back", "left", _("-5 s"), _("Five seconds back."), g, shown=False),
        KeyAction("leap_on", "right", _("+5 s"), _("Five seconds on."), g, shown=False),
        KeyAction(
            "tenth_back",
            "shift+left",
            _("-10 %"),
            _("Back by a tenth of the whole; 0 to 9 jump to that tenth."),
            g,
            shown=False,
        ),
        KeyAction(
            "tenth_on",
            "shift+right",
            _("+10 %"),
            _("On by a tenth of the whole."),
            g,
            shown=False,
        ),
        KeyAction(
            "marker_back",
            "left_square_bracket",
            _("Marker"),
            _("The marker before."),
            g,
            shown=False,
        ),
        KeyAction("marker_on", "right_square_bracket", _("Marker"), _("The next marker."), g),
        KeyAction("chapters", "c", _("Chapters"), _("List the chapters, and go to one."), g),
        KeyAction(
            "account",
            "h",
            _("Decisions"),
            _("How the decisions came about: the votes, and what moved."),
            g,
        ),
        KeyAction("step_back", "comma", _("Event"), _("One event back."), g, shown=False),
        KeyAction("step_on", "full_stop", _("Event"), _("One event on."), g, shown=False),
        KeyAction("slower", "less_than_sign", _("Slower"), _("Slower."), g, shown=False),
        KeyAction("faster", "greater_than_sign", _("Faster"), _("Faster."), g),
        KeyAction(
            "pace",
            "p",
            _("Pace"),
            _("Switch between a story's pace and real time."),
            g,
            shown=False,
        ),
        KeyAction(
            "follow",
            "F",
            _("Follow"),
            _("Keep up with a session that is still being run."),
            g,
            shown=False,
        ),
        KeyAction(
            "loop",
            "l",
            _("Loop"),
            _("Start over when the end is reached; again: stop there."),
            g,
            shown=False,
        ),
        KeyAction("turn", "tab", _("Page"), _("Turn the page of a revealed question."), g),
        KeyAction(
            "see_statistics",
            "S",
            _("Statistics"),
            _("The figures behind the findings."),
            g,
            shown=False,
        ),
        KeyAction(
            "see_why",
            "w",
            _("Why"),
            _("On the quadrant: explain a mark; again for the next person."),
            g,
        ),
        KeyAction(
            "other_round",
            "y",
            _("Rounds"),
            _("Show the round before; at the first, the latest again."),
            g,
            shown=False,
        ),
        KeyAction(
            "see_grid",
            "q",
            _("Quadrant"),
            _("Show the quadrant as it stood at this moment."),
            g,
        ),
        KeyAction(
            "only",
            "f",
            _("What if"),
            _("Show the results as if one role, or one person, had voted."),
            g,
        ),
        KeyAction(
            "end_replay",
            "escape",
            _("Leave"),
            _("Close the quadrant or the filter; where there is none, leave."),
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
            _("Compare questions that are worded differently: you say which ask the same."),
            g,
        ),
    )


def practice() -> tuple[KeyAction, ...]:
    """The actions of the group "practice"."""
    g = "practice"
    return (
        KeyAction(
            "next_card",
            "space,enter",
            _("Next"),
            _("Once you have read the feedback, on to the next."),
            g,
        ),
        KeyAction(
            "take_back",
            "u",
            _("Undo"),
            _("Take your last answer back, and answer that card again."),
            g,
        ),
        KeyAction(
            "stop_here",
            "escape",
            _("Stop here"),
            _("Stop, or go back; what you have answered is kept."),
            g,
        ),
    )


def walk() -> tuple[KeyAction, ...]:
    """The actions of the group "walk"."""
    g = "walk"
    return (
        KeyAction(
            "walk_on",
            "space,enter",
            _("Next"),
            _("On to the next question, or to what your answers add up to."),
            g,
        ),
        KeyAction(
            "walk_back",
            "b",
            _("Back"),
            _("Back to your last answer; another takes its place."),
            g,
        ),
        KeyAction(
            "walk_back_in_words",
            "f4",
            _("Back"),
            _("Back to your last answer, where letters are written."),
            g,
        ),
        KeyAction(
            "walk_add",
            "e",
            _("Add"),
            _("Add an answer or take one out; at the brief, name what it is about."),
            g,
        ),
        KeyAction(
            "walk_stop",
            "escape",
            _("Stop here"),
            _("Stop; the next time it goes on there."),
            g,
        ),
    )


def review() -> tuple[KeyAction, ...]:
    """The actions of the group "review"."""
    g = "review"
    return (
        KeyAction(
            "write_files",
            "f2",
            _("Write"),
            _("Write the report, in the formats that are ticked."),
            g,
        ),
        KeyAction(
            "turn_review",
            "f4",
            _("Page or form"),
            _("From what the report says to what can be changed in it, and back."),
            g,
        ),
        KeyAction(
            "take_edit_back",
            "f3",
            _("Undo"),
            _("Take the last change of this review back."),
            g,
        ),
        KeyAction(
            "leave_review",
            "escape",
            _("Back"),
            _("Leave the review; what you changed in the report is kept."),
            g,
        ),
    )


def todo() -> tuple[KeyAction, ...]:
    """The actions of the group "todo"."""
    g = "todo"
    return (
        KeyAction(
            "mark_done",
            "space,enter",
            _("Done"),
            _("Mark what is selected as done, in the session that it comes from; again: open."),
            g,
        ),
        KeyAction(
            "show_all",
            "a",
            _("All"),
            _("With what is over, and decisions to look at again later; again: without."),
            g,
        ),
        KeyAction("leave_list", "escape", _("Back"), _("Leave the list."), g),
    )


def everywhere() -> tuple[KeyAction, ...]:
    """The actions of the group "everywhere"."""
    g = "everywhere"
    return (
        KeyAction(
            "help",
            "question_mark,f1",
            _("Keys"),
            _("Show the keys that work here; at home, those of every screen."),
            g,
        ),
        KeyAction(
            "quit",
            "ctrl+q",
            _("Quit"),
            _("Leave the program; everything is saved."),
            g,
            shown=False,
        ),
        KeyAction(
            "theme",
            "f9",
            _("Theme"),
            _("Change the colours: dark, light, high contrast."),
            g,
            shown=False,
        ),
    )


def home() -> tuple[KeyAction, ...]:
    """The actions of the group "home"."""
    g = "home"
    return (
        KeyAction(
            "run",
            "enter",
            _("Open"),
            _("Set up the selected workshop, or resume the selected session."),
            g,
        ),
        KeyAction(
            "choose",
            "a",
            _("Own agenda"),
            _("Put together a workshop of your own from the scenarios."),
            g,
        ),
        KeyAction(
            "practise",
            "p",
            _("Practise"),
            _("Practise alone: today's cards, a topic, your progress."),
            g,
        ),
        KeyAction(
            "rehearse",
            "e",
            _("Rehearse"),
            _("Rehearse the selected workshop with a simulated room."),
            g,
        ),
        KeyAction("replay", "y", _("Replay"), _("Replay the selected session."), g),
        KeyAction("compare", "c", _("Compare"), _("Lay two or more sessions side by side."), g),
        KeyAction(
            "trend", "t", _("Trend"), _("Show the results of all your sessions over time."), g
        ),
        KeyAction(
            "report",
            "r",
            _("Report"),
            _("Review the session's report, and write it beside the session."),
            g,
        ),
        KeyAction(
            "open_actions",
            "o",
            _("Open actions"),
            _("List what is open over all your workshops, and mark it done."),
            g,
            shown=False,
        ),
        KeyAction(
            "delete", "delete", _("Delete"), _("Delete the selected session."), g, shown=False
        ),
    )
