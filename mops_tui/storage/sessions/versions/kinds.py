"""The names of all kinds of events, for the list of sessions, which loads no model."""

from __future__ import annotations

KINDS = frozenset(
    {
        "session-opened",
        "session-paused",
        "session-resumed",
        "session-closed",
        "participant-joined",
        "participant-updated",
        "participant-left",
        "head-counted",
        "brief-shown",
        "question-shown",
        "prompt-shown",
        "page-shown",
        "summary-shown",
        "step-shown",
        "subject-named",
        "round-opened",
        "round-closed",
        "round-reopened",
        "round-revealed",
        "vote-cast",
        "vote-withdrawn",
        "tally-set",
        "reason-given",
        "option-added",
        "agenda-set",
        "timer-started",
        "timer-paused",
        "timer-extended",
        "timer-stopped",
        "decision-recorded",
        "decision-amended",
        "decision-followed-up",
        "first-step-done",
        "action-recorded",
        "action-amended",
        "action-done",
        "action-followed-up",
        "note-recorded",
        "note-amended",
        "report-edited",
        "screen-blanked",
        "screen-unblanked",
        "code-shown",
        "card-answered",
        "answer-committed",
        "answer-taken-back",
        "room-predicted",
        "lost",
    }
)
"""As `KINDS` of `model.session.events`; a test compares them."""
AFTERWARDS = frozenset({"action-done", "first-step-done", "report-edited"})
"""What can be said of a session that is over: it stays over."""
